"""Typed reading of the water tables, with the standard library only: it runs on phones."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from aimak.data.reading import municipality, table_rows
from aimak.municipal.money import som
from aimak.municipal.water import FullCost, WaterBalance, replacement_reserve

#: Parts of the cost that the table has; the reserve follows from what the system is worth.
PARTS = ("energy", "wages", "contributions", "repair", "testing", "administration")


@dataclass(frozen=True, slots=True)
class WaterSystem:
    """What supplies a municipality with water. Amounts are whole som.

    :param operator: ``cdwuu``, ``municipal_enterprise``, ``neighbour`` (the next municipality supplies) or ``none``.
    :param source: ``spring`` (the water flows down by itself) or ``well`` (it is pumped).
    :param asset_value: what pumps, pipes and tanks are worth new; 0 without a system.
    :param asset_life: years that they last.
    :param income: som in a month of a family with little money: an assumption for training.
    """

    municipality: str
    operator: str
    source: str
    asset_value: int
    asset_life: int
    pump_price: int
    income: int

    @property
    def has_figures(self) -> bool:
        """True if the municipality has an operator of its own, so that there are figures by year."""
        return self.operator not in ("none", "neighbour")


@dataclass(frozen=True, slots=True)
class WaterYear:
    """One year of a system. Volumes are m³ in the year, amounts whole som.

    :param produced: None where nothing is measured at the source.
    :param metered: billed by meter; ``by_norm`` by litres a day; ``organisations`` to schools, shops and others.
    :param households: at a street tap, with a yard tap, with a meter.
    :param litres: norms at a street tap and a yard tap, litres a day for one person.
    :param tariff: som for one m³, as the kenesh set it.
    :param set_aside: what was really put aside for replacement; the reserve in ``cost`` is what should be.
    :param collected: what users paid.
    """

    municipality: str
    year: int
    produced: int | None
    metered: int
    by_norm: int
    organisations: int
    households: tuple[int, int, int]
    litres: tuple[int, int]
    tariff: float
    cost: FullCost
    set_aside: int
    collected: int

    @property
    def billed(self) -> int:
        """What somebody got a bill for, m³."""
        return self.metered + self.by_norm + self.organisations

    @property
    def billed_money(self) -> int:
        """All bills, whole som: m³ × tariff."""
        return round(self.billed * self.tariff)

    @property
    def balance(self) -> WaterBalance | None:
        """The water balance; None where nobody knows what is produced."""
        if self.produced is None:
            return None
        return WaterBalance(self.produced, self.metered, self.by_norm, self.organisations)


@dataclass(frozen=True, slots=True)
class WaterEvent:
    """Why a series of a system changes."""

    municipality: str
    year: int
    cause: str
    text: str


@cache
def water_systems() -> tuple[WaterSystem, ...]:
    """The system of every municipality, in the order of their codes."""
    return tuple(
        WaterSystem(
            row["municipality"],
            row["operator"],
            row["source"],
            som(row["asset_value"]),
            int(row["asset_life"]),
            som(row["pump_price"]),
            int(row["income"]),
        )
        for row in table_rows("water_systems")
    )


def water_system(code: str) -> WaterSystem:
    """The system of a municipality.

    :raises UserError: if there is no such municipality.
    """
    place = municipality(code)
    return next(system for system in water_systems() if system.municipality == place.code)


@cache
def _years() -> dict[str, tuple[WaterYear, ...]]:
    reserves = {s.municipality: replacement_reserve(s.asset_value, s.asset_life) for s in water_systems()}
    found: dict[str, tuple[WaterYear, ...]] = {}
    for row in table_rows("water_years"):
        code = row["municipality"]
        found[code] = (*found.get(code, ()), _year(row, reserves[code]))
    return found


def _year(row: dict[str, str], reserve: int) -> WaterYear:
    return WaterYear(
        row["municipality"],
        int(row["year"]),
        int(row["produced"]) if row["produced"] else None,
        int(row["billed_metered"]),
        int(row["billed_norm"]),
        int(row["billed_organisations"]),
        (int(row["households_street"]), int(row["households_yard"]), int(row["households_metered"])),
        (int(row["litres_street"]), int(row["litres_yard"])),
        float(row["tariff"]),
        FullCost(**{part: som(row[part]) for part in PARTS}, reserve=reserve),
        som(row["set_aside"]),
        som(row["collected"]),
    )


def water_years(code: str) -> tuple[WaterYear, ...]:
    """The years of a municipality's own system; none where it has no operator of its own.

    :raises UserError: if there is no such municipality.
    """
    return _years().get(municipality(code).code, ())


def water_year(code: str, year: int) -> WaterYear | None:
    """One year of a system; None if there are no figures.

    :raises UserError: if there is no such municipality.
    """
    return next((one for one in water_years(code) if one.year == year), None)


@cache
def water_events() -> tuple[WaterEvent, ...]:
    """What happened to the systems, in the order of the table."""
    return tuple(
        WaterEvent(row["municipality"], int(row["year"]), row["cause"], row["text"])
        for row in table_rows("water_events")
    )
