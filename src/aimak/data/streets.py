"""Typed reading of the tables of the unit `streets`, with the standard library only. Amounts are whole som."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from aimak.data.reading import municipality, published_figures, table_rows
from aimak.errors import UserError
from aimak.i18n import translate as _
from aimak.municipal.money import som
from aimak.municipal.streets import Lamp, Prices, Road, Step, Switching, Tariff, Work, worn

#: Degrees north of an oblast's villages, to half a degree: how long it is dark follows from it.
LATITUDES = {"Jalal-Abad": 41.0, "Issyk-Kul": 42.5, "Naryn": 41.5, "Osh": 40.5}
#: The years that lamps and roads were counted in; ceilings are of the three years after.
SURVEYS, PLAN_YEARS = (2023, 2024, 2025), (2026, 2027, 2028)
#: The groups of consumers whose tariff was published, as items of published_figures.csv.
TARIFF_GROUPS = ("tariff_household", "tariff_social", "tariff_budget")


@dataclass(frozen=True, slots=True)
class LampType:
    """A kind of lamp with its name; ``offered`` if it can be bought in the training case."""

    lamp: Lamp
    label: str
    offered: bool


@dataclass(frozen=True, slots=True)
class StreetLamps:
    """The lamps of one place of a municipality in one year. ``hours`` that each working lamp burns in the year."""

    municipality: str
    year: int
    place: str
    type: str
    lamps: int
    broken: int
    switching: Switching
    hours: int

    @property
    def working(self) -> int:
        """Lamps that burn, and that use electricity."""
        return self.lamps - self.broken


@dataclass(frozen=True, slots=True)
class RoadSection:
    """A section of road: ``serves`` is ``school``, ``clinic`` or ``none``."""

    municipality: str
    road: str
    metres: int
    households: int
    serves: str


@dataclass(frozen=True, slots=True)
class RoadSurvey:
    """What the autumn survey of a year found: condition after the year's work and wear, the work, its cost (som)."""

    municipality: str
    road: str
    year: int
    condition: int
    work: Work
    cost: int


@dataclass(frozen=True, slots=True)
class StreetLimits:
    """Prices of a kilometre and the ceilings for road works of :data:`PLAN_YEARS`, whole som."""

    municipality: str
    prices: Prices
    ceilings: tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class StreetCause:
    """Why lamps or roads of a municipality changed in a year."""

    municipality: str
    year: int
    cause: str
    text: str


@cache
def lamp_types() -> dict[str, LampType]:
    """The kinds of lamps by their key, those that hang today first. Prices are figures for training."""
    return {
        row["type"]: LampType(
            Lamp(row["type"], int(row["watts"]), int(row["price"]), int(row["life_hours"]), int(row["lumens"])),
            row["label"],
            row["offered"] == "true",
        )
        for row in table_rows("streets_lamp_types")
    }


@cache
def _lamps() -> dict[tuple[str, int], tuple[StreetLamps, ...]]:
    found: dict[tuple[str, int], list[StreetLamps]] = {}
    for row in table_rows("streets_lamps"):
        one = StreetLamps(
            row["municipality"],
            int(row["year"]),
            row["place"],
            row["type"],
            int(row["lamps"]),
            int(row["broken"]),
            Switching(row["switching"]),
            int(row["hours"]),
        )
        found.setdefault((one.municipality, one.year), []).append(one)
    return {key: tuple(rows) for key, rows in found.items()}


def street_lamps(code: str, year: int) -> tuple[StreetLamps, ...]:
    """The lamps of a municipality in a year, by place; none if it has no street lighting.

    :raises UserError: if there is no such municipality or year in the data.
    """
    return _lamps().get((municipality(code).code, survey_year(year)), ())


def survey_year(year: int) -> int:
    """The year, if lamps and roads were counted in it.

    :raises UserError: if not.
    """
    if year not in SURVEYS:
        raise UserError(
            _("There are no lamps and roads for {year}.").format(year=year),
            _("Take one of: {years}.").format(years=", ".join(map(str, SURVEYS))),
        )
    return year


@cache
def road_sections(code: str) -> tuple[RoadSection, ...]:
    """The sections of road of a municipality.

    :raises UserError: if there is no such municipality.
    """
    place = municipality(code).code
    return tuple(
        RoadSection(place, row["road"], int(row["metres"]), int(row["households"]), row["serves"])
        for row in table_rows("streets_roads")
        if row["municipality"] == place
    )


@cache
def road_surveys(code: str) -> tuple[RoadSurvey, ...]:
    """What surveys found in a municipality, by road and year; a year without a survey has no rows.

    :raises UserError: if there is no such municipality.
    """
    place = municipality(code).code
    return tuple(
        RoadSurvey(place, row["road"], int(row["year"]), int(row["condition"]), Work(row["work"]), som(row["cost"]))
        for row in table_rows("streets_conditions")
        if row["municipality"] == place
    )


def roads_at_start(code: str) -> tuple[Road, ...]:
    """The roads as the first year of the plan finds them. Where the last survey is older, they wore since then.

    :raises UserError: if there is no such municipality.
    """
    made = []
    for section in road_sections(code):
        last = max((one for one in road_surveys(code) if one.road == section.road), key=lambda one: one.year)
        condition = last.condition
        for _year in range(last.year, SURVEYS[-1]):
            condition = worn(condition)
        made.append(Road(section.road, section.metres, condition, section.households))
    return tuple(made)


@cache
def street_limits(code: str) -> StreetLimits:
    """Prices and ceilings of a municipality. Prices are figures for training.

    :raises UserError: if there is no such municipality.
    """
    place = municipality(code).code
    row = next(row for row in table_rows("streets_limits") if row["municipality"] == place)
    first, second, third = (som(row[f"roads_{year}"]) for year in PLAN_YEARS)
    return StreetLimits(place, Prices(som(row["regrade_km"]), som(row["rebuild_km"])), (first, second, third))


@cache
def street_causes(code: str) -> tuple[StreetCause, ...]:
    """What happened to lamps and roads of a municipality, by year.

    :raises UserError: if there is no such municipality.
    """
    place = municipality(code).code
    return tuple(
        StreetCause(place, int(row["year"]), row["cause"], row["text"])
        for row in table_rows("streets_causes")
        if row["municipality"] == place
    )


@cache
def tariff(group: str) -> Tariff:
    """The published tariff of a group of consumers, one of :data:`TARIFF_GROUPS`, from January 2025 on.

    :raises KeyError: if the group is none of them.
    """
    if group not in TARIFF_GROUPS:
        raise KeyError(group)
    steps = []
    for figure in published_figures("streets"):
        if figure.item == group:
            word, _sep, when = figure.year.partition(" ")
            # Since when the price before May 2025 held is not in the source: it is used for 2025 only.
            year, month = (2025, 1) if word == "before" else (int(part) for part in when.split("-"))
            steps.append(Step(year, month, round(figure.amount * 100)))
    return Tariff(group, tuple(steps))
