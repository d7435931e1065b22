"""What the lesson of the unit `water` reads: the systems of a municipality, or those of several together."""

from __future__ import annotations

from dataclasses import dataclass, fields
from html import escape

from aimak.data import budget, municipality
from aimak.data.water import WaterYear, water_events, water_system, water_year
from aimak.i18n import translate as _
from aimak.lesson.subject import Subject
from aimak.municipal.water import FullCost, WaterBalance


@dataclass(frozen=True, slots=True)
class WaterView:
    """One year of one or more systems added up. Volumes are m³, amounts whole som.

    :param measured: the balance of those systems that measure what they produce; None if none does.
    :param line: what the budgets spent on the line “water”, for the same municipalities.
    """

    year: int
    systems: tuple[WaterYear, ...]
    billed: int
    measured: WaterBalance | None
    cost: FullCost
    billed_money: int
    collected: int
    set_aside: int
    line: int

    @property
    def tariff(self) -> float:
        """The mean price of 1 m³ billed, som."""
        return self.billed_money / self.billed

    @property
    def full(self) -> float:
        """The full cost of 1 m³ billed, som."""
        return self.cost.total / self.billed

    @property
    def rate(self) -> float:
        """The collection rate."""
        return self.collected / self.billed_money


def with_figures(place: Subject) -> tuple[str, ...]:
    """The codes of a subject's municipalities that have a system of their own."""
    return tuple(code for code in place.codes if water_system(code).has_figures)


def in_its_place(place: Subject) -> tuple[str, ...]:
    """The codes that the lesson reads: those with figures, else neighbours of the same kind and oblast."""
    own = with_figures(place)
    if own:
        return own
    here = municipality(place.codes[0])
    peers = [municipality(peer.codes[0]) for peer in place.peers]
    near = [peer.code for peer in peers if peer.oblast == here.oblast]
    return tuple(code for code in near if water_system(code).has_figures)


def view(codes: tuple[str, ...], year: int) -> WaterView:
    """The systems of ``codes`` in a year, added up.

    :raises ValueError: if none of them has figures for the year.
    """
    systems = tuple(one for code in codes if (one := water_year(code, year)) is not None)
    if not systems:
        raise ValueError(f"codes: none has water figures for {year}")
    balances = [one.balance for one in systems if one.balance is not None]
    measured = None
    if balances:
        measured = WaterBalance(*(sum(getattr(b, f.name) for b in balances) for f in fields(WaterBalance)))
    cost = FullCost(**{name: sum(one.cost.parts()[name] for one in systems) for name in systems[0].cost.parts()})
    return WaterView(
        year,
        systems,
        sum(one.billed for one in systems),
        measured,
        cost,
        sum(one.billed_money for one in systems),
        sum(one.collected for one in systems),
        sum(one.set_aside for one in systems),
        sum(budget(one.municipality, year, "actual").line("water") for one in systems),
    )


def remarks(place: Subject, year: int) -> list[str]:
    """What a reader must know before reading on: who has no system, measures nothing, or collects nothing."""
    said = []
    for code in place.codes:
        name, system, one = municipality(code).shown, water_system(code), water_year(code, year)
        if system.operator == "none":
            said.append(_("{name} has no operator: there are no figures.").format(name=name))
        elif system.operator == "neighbour":
            said.append(
                _("{name} gets its water from the next municipality, which keeps the figures.").format(name=name)
            )
        elif one is not None and one.produced is None:
            said.append(_("{name} measures nothing at the source: its losses are not known.").format(name=name))
        if one is not None and one.collected == 0:
            said.append(_("{name} collected nothing in {year}.").format(name=name, year=year))
    if not with_figures(place):
        alike = ", ".join(municipality(code).shown for code in in_its_place(place))
        said.append(
            _("So this page reads the municipalities of the same kind in the oblast together: {names}.").format(
                names=alike
            )
        )
    return said


def show_lines(lines: list[str]) -> None:
    """Show a few lines of text in a notebook, each a paragraph that wraps on a phone."""
    from IPython.display import display

    if lines:
        bundle = {"text/html": "".join(f"<p>{escape(line)}</p>" for line in lines), "text/plain": "\n".join(lines)}
        display(bundle, raw=True)


def happened(codes: tuple[str, ...]) -> list[tuple[str, int, str]]:
    """What happened to the systems: municipality's name, year, text."""
    return [(municipality(e.municipality).shown, e.year, _(e.text)) for e in water_events() if e.municipality in codes]
