"""Whose budget a lesson reads: one municipality, or the municipalities of an oblast together."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from aimak.data import OBLASTS, budget, causes, municipalities, municipality, years
from aimak.errors import UserError
from aimak.i18n import translate as _
from aimak.municipal.budget import Budget, RevenueSource, SpendingLine


@dataclass(frozen=True, slots=True)
class Subject:
    """A municipality or an oblast, read in the same way.

    :param codes: the municipalities that it is made of.
    :param peers: what it is fairly compared with: municipalities of the same kind, or the other oblasts.
    :param alike: says in words what the peers are.
    """

    name: str
    population: int
    codes: tuple[str, ...]
    peers: tuple[Subject, ...]
    alike: str

    def budget(self, year: int, stage: str = "plan") -> Budget:
        """The budget of a year, amounts summed over the municipalities, whole som.

        :raises UserError: if there is no budget for the year.
        """
        return add_up([budget(code, year, stage) for code in self.codes])

    def causes(self) -> list[tuple[str, int, str]]:
        """What happened: municipality's name, year, text."""
        return [
            (municipality(c.municipality).shown, c.year, _(c.text)) for c in causes() if c.municipality in self.codes
        ]


def subject(place: str, oblast: str) -> Subject:
    """The municipality ``place`` (code or name), or the whole ``oblast`` if ``place`` is empty.

    :raises UserError: if either is unknown, or the municipality lies in another oblast.
    """
    if not place:
        return _oblast(oblast, [_oblast(other, []) for other in OBLASTS if other != municipalities(oblast)[0].oblast])
    found = municipality(place)
    if oblast and found not in municipalities(oblast):
        raise UserError(
            _("{name} ({code}) lies in {oblast}, not in {other}.").format(
                name=found.shown, code=found.code, oblast=oblast_title(found.oblast), other=oblast
            ),
            _("Name the oblast {oblast}, or another municipality.").format(oblast=found.oblast),
        )
    alike = [other for other in municipalities() if other.kind == found.kind and other != found]
    peers = tuple(Subject(other.shown, other.population, (other.code,), (), "") for other in alike)
    words = {"mountain": _("mountain municipalities"), "valley": _("valley municipalities")}[found.kind]
    return Subject(found.shown, found.population, (found.code,), peers, words)


def _oblast(oblast: str, peers: list[Subject]) -> Subject:
    places = municipalities(oblast)
    name = oblast_title(places[0].oblast)
    population = sum(place.population for place in places)
    return Subject(name, population, tuple(p.code for p in places), tuple(peers), _("other oblasts"))


def oblast_title(oblast: str) -> str:
    """An oblast as a heading names it: “Naryn oblast”, “Нарынская область”.

    :raises KeyError: if it is none of the four.
    """
    return {
        "Jalal-Abad": _("Jalal-Abad oblast"),
        "Issyk-Kul": _("Issyk-Kul oblast"),
        "Naryn": _("Naryn oblast"),
        "Osh": _("Osh oblast"),
    }[oblast]


def add_up(budgets: list[Budget]) -> Budget:
    """One budget with the amounts of several, of one year, added up.

    :raises ValueError: if there are none, or they are of different years.
    """
    if len({one.year for one in budgets}) != 1:
        raise ValueError("only budgets of one year can be added up")
    revenue = {
        s: sum(b.revenue.get(s, 0) for b in budgets) for s in RevenueSource if any(s in b.revenue for b in budgets)
    }
    lines = {line.key: line for one in budgets for line in one.spending}
    spending = tuple(
        SpendingLine(key, line.function, line.economic_class, sum(b.line(key) for b in budgets))
        for key, line in lines.items()
    )
    return Budget(budgets[0].year, revenue, spending, sum(b.opening_balance for b in budgets))


def checked_year(year: int) -> int:
    """The year, if there are budgets for it.

    :raises UserError: if there are none.
    """
    if year not in years():
        raise UserError(
            _("There are no budgets for {year}.").format(year=year),
            _("Take one of: {years}.").format(years=", ".join(map(str, years()))),
        )
    return year


def peer_values(one: Subject, value: Callable[[Subject], float]) -> list[float]:
    """A value of each peer, from the least to the most."""
    return sorted(value(peer) for peer in one.peers)
