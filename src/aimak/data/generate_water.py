"""The made tables of the unit `water`: what systems are worth, what three years brought, and why.

A system's size follows from the people of its municipality. Its cost follows from source, staff, and what pumps and
pipes are worth. The tariff lies below the cost nearly everywhere, as published sources say. Then something happens.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass

from aimak.data.csv_text import csv_text
from aimak.data.records import Municipality
from aimak.municipal.money import printed, thousand

YEARS = (2023, 2024, 2025)
#: Awkward on purpose: no operator, water from the next municipality, nothing measured, nobody pays.
NO_OPERATOR, NEIGHBOUR, NOT_MEASURED = ("M09", "M37"), ("M22",), ("M24", "M36")
NOTHING_COLLECTED = {"M13": (2025,), "M44": (2024, 2025)}
#: Days of a year in bills by norm (12 months of 30 days), and contributions on wages: a figure for training.
NORM_DAYS, CONTRIBUTIONS = 360, 0.17
#: Growth from the year before, by part of the cost.
GROWTH = {"energy": 1.08, "wages": 1.06}
OTHER_GROWTH = 1.05

SYSTEM_COLUMNS = ("municipality", "operator", "source", "asset_value", "asset_life", "pump_price", "income")
YEAR_COLUMNS = (
    *("municipality", "year", "produced", "billed_metered", "billed_norm", "billed_organisations"),
    *("households_street", "households_yard", "households_metered", "litres_street", "litres_yard", "tariff"),
    *("energy", "wages", "contributions", "repair", "testing", "administration", "set_aside", "collected"),
)
EVENT_COLUMNS = ("municipality", "year", "cause", "text")


@dataclass(frozen=True, slots=True)
class WaterEvent:
    """What happened in ``year``. Factors hold in that year; with ``stays`` in the years after it too."""

    year: int
    cause: str
    text: str
    losses: float = 1.0
    repair: float = 1.0
    collection: float = 1.0
    tariff: float = 1.0
    stays: bool = True

    def factor(self, name: str, year: int) -> float:
        """The factor of a series in a year."""
        holds = year == self.year or (self.stays and year > self.year)
        return float(getattr(self, name)) if holds else 1.0


_EVENTS = (
    WaterEvent(2024, "pump_broke", "The pump stood still for six weeks; repair took the money of the year.",
               repair=2.6, collection=0.86, stays=False),
    WaterEvent(2024, "meters", "Meters came into more houses; people see what they use and pay more often.",
               losses=0.86, collection=1.12),
    WaterEvent(2025, "tariff_raised", "After a hearing the kenesh raised the tariff.", tariff=1.45, collection=0.97),
    WaterEvent(2024, "main_broke", "A landslide broke the main pipe; it leaks since then.", losses=1.22, repair=1.5),
    WaterEvent(2024, "collector", "A collector goes from house to house every month.", collection=1.16),
    WaterEvent(2025, "leaks_mended", "Two kilometres of old pipe were replaced.", losses=0.78, repair=1.3),
    WaterEvent(2025, "many_left", "Many families left for work; their bills stay unpaid.", collection=0.84),
)  # fmt: skip
_SPECIAL = {
    "no_operator": (2023, "no_operator", "There is no operator: people take water from a spring and from canals."),
    "neighbour": (2023, "neighbour", "The next municipality supplies the water and keeps the books."),
    "not_measured": (2023, "not_measured", "There are no meters, not even at the source."),
    "nothing_collected": (0, "nothing_collected", "The operator's cashier left; nobody collects any more."),
}  # fmt: skip


def tables(places: tuple[Municipality, ...], seed: int) -> dict[str, str]:
    """The text of each made table by file name."""
    systems, years, events = [], [], []
    for place in places:
        draw = random.Random(f"{seed} water {place.code}")
        system = _system(place, draw)
        systems.append(tuple(system[name] for name in SYSTEM_COLUMNS))
        if place.code not in (*NO_OPERATOR, *NEIGHBOUR):
            years += list(_year_rows(place, system, draw))
        events += list(_event_rows(place))
    return {
        "water_systems.csv": csv_text(SYSTEM_COLUMNS, systems),
        "water_years.csv": csv_text(YEAR_COLUMNS, years),
        "water_events.csv": csv_text(EVENT_COLUMNS, events),
    }


def event(place: Municipality) -> WaterEvent:
    """The one thing that happened to a system."""
    return _EVENTS[int(place.code[1:]) % len(_EVENTS)]


def _event_rows(place: Municipality) -> Iterator[tuple[object, ...]]:
    code, happened = place.code, event(place)
    if code in NO_OPERATOR:
        yield (code, *_SPECIAL["no_operator"])
    elif code in NEIGHBOUR:
        yield (code, *_SPECIAL["neighbour"])
    else:
        if code in NOT_MEASURED:
            yield (code, *_SPECIAL["not_measured"])
        if not (happened.cause == "meters" and code in NOT_MEASURED):
            yield code, happened.year, happened.cause, happened.text
        if code in NOTHING_COLLECTED:
            _year, cause, text = _SPECIAL["nothing_collected"]
            yield code, NOTHING_COLLECTED[code][0], cause, text


def _system(place: Municipality, draw: random.Random) -> dict[str, object]:
    mountain = place.kind == "mountain"
    operator = draw.choices(["cdwuu", "municipal_enterprise"], [0.7, 0.3])[0]
    gravity = draw.random() < (0.6 if mountain else 0.15)
    served = 0 if place.code in (*NO_OPERATOR, *NEIGHBOUR) else place.population
    return {
        "municipality": place.code,
        "operator": "none" if place.code in NO_OPERATOR else "neighbour" if place.code in NEIGHBOUR else operator,
        "source": "spring" if gravity or place.code in NO_OPERATOR else "well",
        "asset_value": thousand(100_000 * round(served * draw.uniform(2400, 3900) / 100_000)),
        "asset_life": draw.choice([28, 30, 32, 35]) if served else 30,
        "pump_price": thousand(10_000 * round(served * draw.uniform(5.5, 8.0) / 1000 + 18)) if served else 0.0,
        "income": 100 * round(draw.uniform(130, 185)),
    }


def _users(place: Municipality, draw: random.Random) -> dict[int, tuple[int, int, int]]:
    """Households at a street tap, with a yard tap, with a meter, by year."""
    served = place.households * draw.uniform(0.78, 0.94)
    street, metered = draw.uniform(0.28, 0.48), draw.uniform(0.12, 0.28)
    by_year = {}
    for year in YEARS:
        more = 0.14 if event(place).cause == "meters" and year >= event(place).year else 0.0
        moved = 0.0 if place.code in NOT_MEASURED else metered + more + 0.01 * (year - YEARS[0])
        at_street = round(served * (street - 0.3 * more))
        by_year[year] = (at_street, round(served * (1 - street - moved + 0.3 * more)), round(served * moved))
    return by_year


def _year_rows(place: Municipality, system: dict[str, object], draw: random.Random) -> Iterator[tuple[object, ...]]:
    users, happened = _users(place, draw), event(place)
    litres = draw.choice([40, 45, 50, 55]), draw.choice([75, 80, 85, 90, 95])
    metered_litres, small = draw.uniform(92, 125), draw.uniform(0.05, 0.09)
    losses, collection = draw.uniform(0.31, 0.45), draw.uniform(0.64, 0.84)
    price, below, aside = 0.0, draw.uniform(0.42, 0.72), draw.choice([0.0, 0.0, 0.02, 0.05])
    cost = _first_cost(place, str(system["source"]), draw)
    for year in YEARS:
        street, yard, metered = users[year]
        heads = place.population / place.households
        norm = round(NORM_DAYS * (litres[0] * round(street * heads) + litres[1] * round(yard * heads)) / 1000)
        by_meter = round(metered * heads * metered_litres * NORM_DAYS * draw.uniform(0.97, 1.03) / 1000)
        shops = round((norm + by_meter) * small * draw.uniform(0.97, 1.03))
        lost = losses * happened.factor("losses", year) * draw.uniform(0.98, 1.02)
        billed = norm + by_meter + shops
        produced = round(billed / (1 - lost) / 100) * 100
        row = {name: printed(amount * draw.uniform(0.98, 1.02)) for name, amount in cost.items()}
        row["energy"] = printed(cost["energy"] * produced)
        row["repair"] = printed(row["repair"] * happened.factor("repair", year))
        row["contributions"] = printed(row["wages"] * CONTRIBUTIONS)
        price = price or _half_som(below * _cost_of_one(row, system, billed))
        tariff = _half_som(price * happened.factor("tariff", year))
        rate = min(0.97, collection * happened.factor("collection", year) * draw.uniform(0.98, 1.02))
        rate = 0.0 if year in NOTHING_COLLECTED.get(place.code, ()) else rate
        collected = printed(billed * tariff * rate)
        row |= {"set_aside": printed(aside * collected), "collected": collected}
        yield (
            *(place.code, year, "" if place.code in NOT_MEASURED else produced, by_meter, norm, shops),
            *(street, yard, metered, *litres, tariff),
            *(thousand(row[name]) for name in YEAR_COLUMNS[12:]),
        )
        cost = {name: amount * GROWTH.get(name, OTHER_GROWTH) for name, amount in cost.items()}


def _half_som(price: float) -> float:
    """A kenesh sets a round price: steps of half a som."""
    return round(2 * price) / 2


def _cost_of_one(row: dict[str, int], system: dict[str, object], billed: int) -> float:
    reserve = 1000 * float(str(system["asset_value"])) / int(str(system["asset_life"]))
    return (sum(row.values()) + reserve) / billed


def _first_cost(place: Municipality, source: str, draw: random.Random) -> dict[str, float]:
    """Whole som of the first year; energy is som for one m³ produced."""
    staff = 2 + place.population / 3200
    repair = place.population * draw.uniform(26, 44) + 30_000
    return {
        "energy": draw.uniform(0.08, 0.22) if source == "spring" else draw.uniform(0.75, 1.25),
        "wages": staff * 12 * draw.uniform(13_500, 16_500),
        "repair": repair,
        "testing": place.population * draw.uniform(5, 9) + 18_000,
        "administration": place.population * draw.uniform(9, 16) + 25_000,
    }
