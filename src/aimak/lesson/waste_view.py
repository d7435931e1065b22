"""Whose waste service a lesson reads: one municipality, or several together, in one year."""

from __future__ import annotations

from dataclasses import dataclass

from aimak.data import municipality
from aimak.data.waste import WasteService, waste_causes, waste_service
from aimak.i18n import translate as _
from aimak.lesson.subject import Subject
from aimak.municipal.money import som
from aimak.municipal.waste import (
    PARTS,
    FullCost,
    break_even_collection_rate,
    per_household_month,
    per_tonne,
    tariff,
)


@dataclass(frozen=True, slots=True)
class WasteView:
    """The services of a year, summed where there are several. Money in whole som.

    :param running: the services that run; those that do not are left out.
    :param places: how many municipalities were looked at.
    """

    year: int
    running: tuple[WasteService, ...]
    places: int

    @property
    def households(self) -> int:
        """Households served."""
        return sum(one.households_served for one in self.running)

    @property
    def tonnes(self) -> int:
        """Tonnes carried in the year."""
        return sum(one.tonnes for one in self.running)

    @property
    def cost(self) -> FullCost:
        """The full cost by part."""
        return FullCost(**{part: sum(som(getattr(one, part)) for one in self.running) for part in PARTS})

    @property
    def billed(self) -> int:
        """What was billed."""
        return sum(som(one.billed) for one in self.running)

    @property
    def collected(self) -> int:
        """What was paid of it."""
        return sum(som(one.collected) for one in self.running)

    @property
    def from_budget(self) -> int:
        """What local budgets paid."""
        return sum(som(one.from_budget) for one in self.running)

    @property
    def uncovered(self) -> int:
        """The part of the full cost that neither fees nor budget paid: it is missing when the truck is old."""
        return max(0, self.cost.total - self.collected - self.from_budget)

    @property
    def rate(self) -> float | None:
        """The collection rate, a share; None where nothing is billed."""
        return self.collected / self.billed if self.billed else None

    @property
    def fee(self) -> float:
        """Som billed for a served household and month."""
        return self.billed / self.households / 12 if self.households else 0.0

    @property
    def each(self) -> float:
        """Full cost, som a served household and month.

        :raises ValueError: if no service runs.
        """
        return per_household_month(self.cost.total, self.households)

    @property
    def tonne(self) -> float:
        """Full cost, som a tonne.

        :raises ValueError: if no service runs.
        """
        return per_tonne(self.cost.total, self.tonnes)

    @property
    def break_even(self) -> float | None:
        """The collection rate that would cover what the budget does not; None where nothing is billed."""
        if not self.billed:
            return None
        return break_even_collection_rate(self.cost.total, self.fee, self.households, self.from_budget)

    def fee_needed(self, rate: float, subsidy: int) -> float:
        """The fee that covers the full cost at a collection rate, som a household and month.

        :raises ValueError: if no service runs or the rate is not above zero.
        """
        return tariff(self.cost.total, self.households, rate, subsidy)


def waste_view(place: Subject, year: int) -> WasteView:
    """The services of a subject in a year.

    :raises UserError: if there are no figures for the year.
    """
    services = [waste_service(code, year) for code in place.codes]
    return WasteView(year, tuple(one for one in services if one.is_running), len(services))


def readable(place: Subject, year: int) -> tuple[Subject, str]:
    """The subject itself, or, where no service runs, others like it together; and a sentence that says so.

    :returns: what the lesson reads, and an empty text if that is the subject itself.
    """
    if waste_view(place, year).running:
        return place, ""
    codes = tuple(code for peer in place.peers for code in peer.codes)
    people = sum(peer.population for peer in place.peers)
    text = _("{name} has no waste service in {year}. What follows shows all {others} together.")
    together = Subject(place.alike[:1].upper() + place.alike[1:], people, codes, place.peers, place.alike)
    return together, text.format(name=place.name, year=year, others=place.alike)


def point_groups(place: Subject, year: int) -> tuple[list[tuple[str, int, float]], list[tuple[str, int, float]]]:
    """Municipalities as points (name, households served, full cost of a household and month): own ones, then others.

    Only running services are points.
    """
    own = [_point(code, year) for code in place.codes]
    others = [_point(code, year) for peer in place.peers for code in peer.codes if code not in place.codes]
    return [one for one in own if one], [one for one in others if one]


def _point(code: str, year: int) -> tuple[str, int, float] | None:
    one = waste_service(code, year)
    if not one.is_running:
        return None
    return municipality(code).shown, one.households_served, per_household_month(one.cost.total, one.households_served)


def happened(place: Subject) -> list[tuple[str, int, str]]:
    """What happened to the services: municipality's name, year, text."""
    return [
        (municipality(c.municipality).shown, c.year, _(c.text)) for c in waste_causes() if c.municipality in place.codes
    ]
