"""Typed reading of the tables of the unit `control`. Money is whole som; counts are for one month."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache

from aimak.data.reading import municipality, table_rows
from aimak.errors import UserError
from aimak.i18n import translate as _
from aimak.municipal.control import Complaint, CostVariance, Entry, cost_variance

#: Published threshold of the simplest purchases of state and municipal enterprises, whole som (source: 24.kg).
PURCHASE_LIMIT = 50_000
#: Years of the months; the register and the ledger are of the last one.
FIRST_YEAR, LAST_YEAR = 2023, 2025


@dataclass(frozen=True, slots=True)
class ServicePlan:
    """What is planned for each month of a year.

    :param service: ``waste`` (waste removal) or ``water`` (drinking water carried by truck).
    :param staff: people who can share the duties. :param stops: visits planned a month.
    :param litres: litres planned for one trip. :param price: planned som a litre.
    """

    municipality: str
    year: int
    service: str
    staff: int
    trips: int
    stops: int
    litres: int
    price: int

    @property
    def cost(self) -> int:
        """Planned fuel cost of a month, whole som."""
        return self.trips * self.litres * self.price


@dataclass(frozen=True, slots=True)
class ServiceMonth:
    """A month that was written down: trips, litres, som a litre, missed stops, complaints."""

    trips: int
    litres: int
    price: int
    missed: int
    complaints: int

    @property
    def cost(self) -> int:
        """Fuel cost of the month, whole som."""
        return self.litres * self.price

    def variance(self, plan: ServicePlan) -> CostVariance:
        """Why its cost differs from the plan, whole som by part."""
        return cost_variance(plan.trips, plan.litres, plan.price, self.trips, self.litres, self.price)


@dataclass(frozen=True, slots=True)
class ControlCause:
    """What bent ``item`` (``fuel`` from this month on, ``missed`` in it)."""

    municipality: str
    year: int
    month: int
    item: str
    cause: str
    text: str


@cache
def _plans() -> dict[tuple[str, int], ServicePlan]:
    made = {}
    for row in table_rows("control_plans"):
        year = int(row["year"])
        numbers = (int(row[name]) for name in ("staff", "trips", "stops", "litres_per_trip", "price"))
        made[row["municipality"], year] = ServicePlan(row["municipality"], year, row["service"], *numbers)
    return made


def service_plan(code: str, year: int) -> ServicePlan:
    """The plan of a municipality's service for a year.

    :raises UserError: if there is no such municipality or year.
    """
    place = municipality(code)
    if (place.code, year) not in _plans():
        raise UserError(
            _("There is no plan of the service of {code} for {year}.").format(code=place.code, year=year),
            _("Take a year from {first} to {last}.").format(first=FIRST_YEAR, last=LAST_YEAR),
        )
    return _plans()[place.code, year]


@cache
def _months() -> dict[tuple[str, int, int], ServiceMonth | None]:
    names = ("trips", "litres", "price", "missed", "complaints")
    return {
        (row["municipality"], int(row["year"]), int(row["month"])): (
            ServiceMonth(*(int(row[name]) for name in names)) if row["trips"] else None
        )
        for row in table_rows("control_months")
    }


@cache
def service_months(code: str, year: int) -> tuple[ServiceMonth | None, ...]:
    """The twelve months of a year, January first; None where nobody wrote it down.

    :raises UserError: if there is no such municipality or year.
    """
    plan = service_plan(code, year)
    return tuple(_months()[plan.municipality, year, month] for month in range(1, 13))


@cache
def control_causes() -> tuple[ControlCause, ...]:
    """What happened in which month: the reasons behind the series."""
    return tuple(
        ControlCause(row["municipality"], int(row["year"]), int(row["month"]), row["item"], row["cause"], row["text"])
        for row in table_rows("control_causes")
    )


@cache
def _register() -> dict[str, tuple[Complaint, ...]]:
    made: dict[str, list[Complaint]] = {}
    for row in table_rows("control_complaints"):
        answered = date.fromisoformat(row["answered"]) if row["answered"] else None
        received, registered = (date.fromisoformat(row[name]) for name in ("received", "registered"))
        made.setdefault(row["municipality"], []).append(Complaint(received, registered, answered))
    return {code: tuple(rows) for code, rows in made.items()}


def register(code: str) -> tuple[Complaint, ...]:
    """The register of complaints of :data:`LAST_YEAR`; empty where nobody wrote one down.

    :raises UserError: if there is no such municipality.
    """
    return _register().get(municipality(code).code, ())


@cache
def _ledger() -> dict[str, tuple[Entry, ...]]:
    made: dict[str, list[Entry]] = {}
    for row in table_rows("control_ledger"):
        entry = Entry(
            int(row["voucher"]),
            date.fromisoformat(row["booked"]),
            date.fromisoformat(row["delivered"]),
            row["supplier"],
            row["invoice"],
            row["item"],
            int(row["amount"]),
            row["signed"] == "true",
        )
        made.setdefault(row["municipality"], []).append(entry)
    return {code: tuple(rows) for code, rows in made.items()}


def ledger(code: str) -> tuple[Entry, ...]:
    """The ledger of the service, July to September of :data:`LAST_YEAR`, in the order of its vouchers.

    :raises UserError: if there is no such municipality.
    """
    return _ledger()[municipality(code).code]
