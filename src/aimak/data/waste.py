"""Typed reading of the tables of the unit `waste`. Amounts of money in a record are **thousand som**, as in the table;
:meth:`WasteService.cost` gives whole som."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cache
from typing import Any

from aimak.data.reading import municipality, table_rows
from aimak.errors import UserError
from aimak.i18n import translate as _
from aimak.municipal.money import som
from aimak.municipal.waste import PARTS, FullCost


@dataclass(frozen=True, slots=True)
class WasteService:
    """One year of a municipality's waste service. Without a service all counts and amounts are zero.

    :param service: ``running`` or ``none``.
    :param kg_a_day: kilograms a person and day, a figure for training; None without a service.
    :param tonnes: tonnes carried in the year.
    :param truck_m3: cubic metres of the truck, ``truck_age`` its age in years; None without a service.
    :param trips: trips in the year.
    :param km: kilometres to the landfill, one way.
    :param fee: som a household and month; 0 where no fee is set, None without a service.
    :param billed: fee × households × 12, thousand som; ``collected`` what was paid of it.
    :param from_budget: what the local budget paid for the service, thousand som.
    """

    municipality: str
    year: int
    service: str
    households_served: int
    kg_a_day: float | None
    tonnes: int
    truck_m3: float | None
    truck_age: int | None
    trips: int
    km: float
    fee: int | None
    billed: float
    collected: float
    fuel: float
    wages: float
    contributions: float
    repair: float
    depreciation: float
    disposal: float
    overhead: float
    from_budget: float

    @property
    def is_running(self) -> bool:
        """Whether there is a service in the year."""
        return self.service == "running"

    @property
    def cost(self) -> FullCost:
        """The full cost of the year by part, whole som."""
        return FullCost(**{part: som(getattr(self, part)) for part in PARTS})

    @property
    def collection_rate(self) -> float | None:
        """Collected ÷ billed; None where nothing is billed."""
        return self.collected / self.billed if self.billed else None


@dataclass(frozen=True, slots=True)
class WasteCause:
    """Why a service changed in a year."""

    municipality: str
    year: int
    cause: str
    text: str


@dataclass(frozen=True, slots=True)
class Neighbour:
    """The neighbour whose truck could come: ``road_km`` kilometres by road, one way."""

    code: str
    road_km: int


_WHOLE = {"year", "households_served", "tonnes", "truck_age", "trips", "fee"}
_WORDS = {"municipality", "service"}


def _value(name: str, text: str) -> Any:
    if name in _WORDS:
        return text
    if not text:
        return None
    return int(text) if name in _WHOLE else float(text)


@cache
def waste_services() -> tuple[WasteService, ...]:
    """All rows of the table, in its order: by municipality and year."""
    names = [one.name for one in fields(WasteService)]
    return tuple(
        WasteService(**{name: _value(name, row[name]) for name in names}) for row in table_rows("waste_services")
    )


@cache
def _by_place() -> dict[tuple[str, int], WasteService]:
    return {(one.municipality, one.year): one for one in waste_services()}


def waste_service(code: str, year: int) -> WasteService:
    """The service of a municipality in a year.

    :raises UserError: if there is no such municipality or year in the data.
    """
    place = municipality(code)
    found = _by_place().get((place.code, year))
    if found is None:
        known = sorted({one.year for one in waste_services()})
        raise UserError(
            _("There are no figures of the waste service of {code} for {year}.").format(code=place.code, year=year),
            _("Take one of: {years}.").format(years=", ".join(map(str, known))),
        )
    return found


@cache
def waste_causes() -> tuple[WasteCause, ...]:
    """What happened to the services, by municipality and year."""
    return tuple(
        WasteCause(row["municipality"], int(row["year"]), row["cause"], row["text"])
        for row in table_rows("waste_causes")
    )


@cache
def waste_neighbour(code: str) -> Neighbour | None:
    """The neighbour of a municipality that a truck can reach in a day; None if there is nobody.

    :raises UserError: if there is no such municipality.
    """
    place = municipality(code)
    row = next(row for row in table_rows("waste_neighbours") if row["municipality"] == place.code)
    return Neighbour(row["neighbour"], int(row["road_km"])) if row["neighbour"] else None
