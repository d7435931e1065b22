"""The made tables of the unit `streets`: lamps that the budget can feed, roads that wear, and what bends them."""

from __future__ import annotations

import random
from collections.abc import Iterator

from aimak.data.csv_text import csv_text
from aimak.data.generate_budgets import budget_rows
from aimak.data.generate_events import events
from aimak.data.generate_streets_roads import NO_MONEY, Made, make_roads
from aimak.data.records import Municipality
from aimak.data.streets import LATITUDES, PLAN_YEARS, SURVEYS, lamp_types, tariff
from aimak.municipal.money import som
from aimak.municipal.streets import Switching, energy_cost, lighting_hours, month_hours

#: Awkward on purpose: no lamps at all; a year without a survey of roads.
NO_LAMPS, NO_SURVEY = ("M22", "M34"), {"M15": 2024, "M43": 2025}
#: Share of the line for street lighting that electricity takes.
ELECTRICITY = (0.55, 0.8)
_PLACES = (("centre", 0.4), ("school", 0.2), ("far", 0.4))
_TEXTS = {
    "led": "Old lamps of the centre were replaced by LED floodlights.",
    "relay": "Photo-relays took the place of the timer on the way to the school.",
    "regrade": "A road was regraded with gravel before the winter.",
    "rebuild": "A road was rebuilt with a new base and ditches.",
    "no_lamps": "Poles and wire are being paid for; no lamp is connected yet.",
    "no_survey": "Nobody surveyed the roads: the specialist had left.",
    "no_money": "A court decision on an old contract takes the money for roads.",
}


def tables(places: tuple[Municipality, ...], seed: int) -> dict[str, str]:
    """The text of each made table by file name."""
    lines = _budget_lines(places, seed)
    causes: list[tuple[object, ...]] = []
    lamps = [row for place in places for row in _lamp_rows(place, lines, seed, causes)]
    roads, conditions, limits = [], [], []
    for place in places:
        made = make_roads(place, lines, seed)
        roads += [(place.code, one.road, one.metres, one.households, one.serves) for one in made.sections]
        conditions += list(_condition_rows(place, made, causes))
        limits.append(_limit_row(place, made, causes))
    order = sorted(causes, key=lambda row: tuple(map(str, row)))
    return {
        "streets_lamps.csv": csv_text(
            ("municipality", "year", "place", "type", "lamps", "broken", "switching", "hours"), lamps
        ),
        "streets_roads.csv": csv_text(("municipality", "road", "metres", "households", "serves"), roads),
        "streets_conditions.csv": csv_text(("municipality", "road", "year", "condition", "work", "cost"), conditions),
        "streets_limits.csv": csv_text(
            ("municipality", "regrade_km", "rebuild_km", "roads_2026", "roads_2027", "roads_2028"), limits
        ),
        "streets_causes.csv": csv_text(("municipality", "year", "cause", "text"), order),
    }


def _budget_lines(places: tuple[Municipality, ...], seed: int) -> dict[tuple[str, int, str, str], int]:
    """Whole som of the lines for roads and street lighting: (municipality, year, stage, line)."""
    draw = random.Random(seed + 1)  # as the budgets are drawn
    found = {}
    for place in places:
        happened = events(place, draw)
        for code, year, stage, _side, item, _function, _class, amount in budget_rows(place, happened, seed):
            if item in ("roads", "street_lighting"):
                found[str(code), int(str(year)), str(stage), str(item)] = som(str(amount))
    return found


def _lamp_rows(
    place: Municipality,
    lines: dict[tuple[str, int, str, str], int],
    seed: int,
    causes: list[tuple[object, ...]],
) -> Iterator[tuple[object, ...]]:
    if place.code in NO_LAMPS:
        causes.append((place.code, 2025, "no_lamps", _TEXTS["no_lamps"]))
        return
    draw = random.Random(f"{seed} streets lamps {place.code}")
    latitude = LATITUDES[place.oblast]
    old = draw.choice(["mercury_250", "sodium_150"])
    far = draw.choice([Switching.EVENING, Switching.TIMER])
    changed = draw.choice(["led", "relay", "", ""])
    when = draw.choice([2024, 2025])
    if changed:
        causes.append((place.code, when, changed, _TEXTS[changed]))
    kinds = {
        year: {
            "centre": ("led_cheap_100" if changed == "led" and year >= when else old, Switching.TIMER),
            "school": (old, Switching.DUSK_TO_DAWN if changed == "relay" and year >= when else Switching.TIMER),
            "far": ("mercury_250", far),
        }
        for year in SURVEYS
    }
    # As many lamps as a year of electricity leaves within the line of the budget, before anything was changed.
    money = min(lines[place.code, year, "actual", "street_lighting"] for year in SURVEYS) * draw.uniform(*ELECTRICITY)
    each = sum(share * _som_a_lamp(*kinds[2023][key], latitude) for key, share in _PLACES)
    lamps = {key: max(4, int(money / each * share * draw.uniform(0.8, 1.0))) for key, share in _PLACES}
    broken = dict.fromkeys(lamps, 0)
    for year in SURVEYS:
        for key, count in lamps.items():
            kind, switching = kinds[year][key]
            new = changed == "led" and key == "centre" and year == when
            broken[key] = 0 if new else min(count // 3, broken[key] + draw.randrange(0, 1 + count // 12))
            hours = lighting_hours(switching, latitude).burning
            yield place.code, year, key, kind, count, broken[key], switching.value, hours


def _som_a_lamp(kind: str, switching: Switching, latitude: float) -> int:
    """What one lamp's electricity costs in 2025, whole som."""
    watts = lamp_types()[kind].lamp.watts
    return energy_cost([watts * h / 1000 for h in month_hours(switching, latitude)], tariff("tariff_budget"), 2025)


def _condition_rows(place: Municipality, made: Made, causes: list[tuple[object, ...]]) -> Iterator[tuple[object, ...]]:
    missing = NO_SURVEY.get(place.code)
    if missing:
        causes.append((place.code, missing, "no_survey", _TEXTS["no_survey"]))
    for one in made.surveys:
        if one.work.value in _TEXTS and (place.code, one.year, one.work.value, _TEXTS[one.work.value]) not in causes:
            causes.append((place.code, one.year, one.work.value, _TEXTS[one.work.value]))
        if one.year != missing:
            cost = f"{one.cost / 1000:.1f}"
            yield place.code, one.road, one.year, one.condition, one.work.value, cost


def _limit_row(place: Municipality, made: Made, causes: list[tuple[object, ...]]) -> tuple[object, ...]:
    without = NO_MONEY.get(place.code, ())
    if without:
        causes.append((place.code, 2026, "no_money", _TEXTS["no_money"]))
    ceilings = [0 if year in without else amount for year, amount in zip(PLAN_YEARS, made.ceilings, strict=True)]
    amounts = (made.prices.regrade, made.prices.rebuild, *ceilings)
    return (place.code, *(f"{amount / 1000:.1f}" for amount in amounts))
