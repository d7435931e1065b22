"""Typed reading of indicators, situations, practice cards and meetings, with the standard library only."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cache

from aimak.data.reading import budget, municipalities, municipality, table_rows
from aimak.municipal.budget import own_revenue_share
from aimak.municipal.exchange import Alike, PracticeCard, alike, robust_spread
from aimak.municipal.money import som

#: A road is longer than the straight line: a figure for training.
ROAD = 1.4
#: What makes two situations alike, in the order in which tables show it.
FEATURES = ("households", "villages", "height", "own_share")


@dataclass(frozen=True, slots=True)
class IndicatorKind:
    """An indicator of results.

    :param label: in English; a reader sees its translation. :param unit: ``hours``, ``days``, ``readers``, ``%`` …
    """

    indicator: str
    label: str
    unit: str
    higher_is_better: bool


@dataclass(frozen=True, slots=True)
class Site:
    """Where a municipality lies on the invented map (km), its height (metres) and what it has to work with."""

    municipality: str
    east_km: int
    north_km: int
    height: int
    conditions: frozenset[str]


@dataclass(frozen=True, slots=True)
class Practice:
    """A practice card of an invented municipality. ``number`` is that of the card."""

    number: int
    municipality: str
    indicator: str
    card: PracticeCard


@dataclass(frozen=True, slots=True)
class Guest:
    """A municipality at a forum, with people, and women among them, what it offers and what it asks for."""

    forum: int
    municipality: str
    people: int
    women: int
    offers: str
    asks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TripPart:
    """A municipality in a study visit (``visit``) or a ``round_table``, with what it promised and kept."""

    trip: int
    form: str
    year: int
    municipality: str
    host: str
    people: int
    promised: int
    kept: int


@cache
def indicator_kinds() -> tuple[IndicatorKind, ...]:
    """The indicators, in the order of the table."""
    return tuple(
        IndicatorKind(row["indicator"], row["label"], row["unit"], row["higher_is_better"] == "true")
        for row in table_rows("exchange_kinds")
    )


@cache
def indicators() -> dict[tuple[str, int, str], float]:
    """(municipality's code, year, indicator) -> value, for what was measured."""
    return {
        (row["municipality"], int(row["year"]), row["indicator"]): float(row["value"])
        for row in table_rows("exchange_indicators")
    }


def indicator(code: str, year: int, name: str) -> float | None:
    """The value of an indicator; None where nobody measured it.

    :raises UserError: if there is no such municipality.
    """
    return indicators().get((municipality(code).code, year, name))


@cache
def sites() -> dict[str, Site]:
    """Where each municipality lies, by code."""
    return {
        row["municipality"]: Site(
            row["municipality"],
            int(row["east_km"]),
            int(row["north_km"]),
            int(row["height"]),
            frozenset(filter(None, row["conditions"].split(";"))),
        )
        for row in table_rows("exchange_places")
    }


def road_km(one: str, other: str) -> int:
    """Invented kilometres of road between two municipalities: 1.4 × the straight line, at least 5 for two."""
    here, there = sites()[municipality(one).code], sites()[municipality(other).code]
    east, north = here.east_km - there.east_km, here.north_km - there.north_km
    straight = math.sqrt(east * east + north * north)
    return 0 if here == there else max(5, round(ROAD * straight))


@cache
def group_of(code: str) -> Alike:
    """The group inside which a municipality is compared.

    :raises UserError: if there is no such municipality.
    """
    place = municipality(code)
    return alike(place.kind, place.population, place.villages)


def peers(code: str) -> tuple[str, ...]:
    """The codes of the others in its group; empty where it is alone in its kind."""
    group, own = group_of(code), municipality(code).code
    return tuple(p.code for p in municipalities() if p.code != own and group_of(p.code) is group)


@cache
def situation(code: str, year: int = 2025) -> dict[str, float]:
    """What a municipality cannot change soon: households, villages, height in metres, own revenue in per cent."""
    place = municipality(code)
    own = 100 * own_revenue_share(budget(place.code, year))
    figures = (place.households, place.villages, sites()[place.code].height, own)
    return dict(zip(FEATURES, map(float, figures), strict=True))


@cache
def spreads(year: int = 2025) -> dict[str, float]:
    """The ordinary difference of each feature among all municipalities: see ``robust_spread``."""
    of_all = [situation(place.code, year) for place in municipalities()]
    return {name: robust_spread([one[name] for one in of_all]) for name in FEATURES}


@cache
def practices() -> tuple[Practice, ...]:
    """The practice cards. Costs are whole som; what a card does not say is None or empty."""
    return tuple(
        Practice(
            int(row["card"]),
            row["municipality"],
            row["indicator"],
            PracticeCard(
                row["what"],
                row["who"],
                som(row["cost"]) if row["cost"] else None,
                int(row["months"]) if row["months"] else None,
                float(row["before"]) if row["before"] else None,
                float(row["after"]) if row["after"] else None,
                row["beware"],
                frozenset(row["needs"].split(";")),
            ),
        )
        for row in table_rows("exchange_practices")
    )


@cache
def forum_guests() -> tuple[Guest, ...]:
    """Who came to the two forums."""
    return tuple(
        Guest(
            int(row["forum"]),
            row["municipality"],
            int(row["people"]),
            int(row["women"]),
            row["offers"],
            tuple(row["asks"].split(";")),
        )
        for row in table_rows("exchange_forums")
    )


@cache
def trip_parts() -> tuple[TripPart, ...]:
    """Who took part in study visits and round tables."""
    whole = ("trip", "year", "people", "promised", "kept")
    return tuple(
        TripPart(**{name: int(v) if name in whole else v for name, v in row.items()})  # type: ignore[arg-type]
        for row in table_rows("exchange_trips")
    )
