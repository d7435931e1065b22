"""Roads of the invented municipalities: lengths that fit their money, three years of wear and work, ceilings."""

from __future__ import annotations

import random
from dataclasses import dataclass

from aimak.data.records import Municipality
from aimak.data.streets import PLAN_YEARS, SURVEYS, RoadSection, RoadSurvey
from aimak.municipal.streets import (
    Prices,
    Road,
    Work,
    after_work,
    best_plan,
    road_project,
    work_cost,
    work_needed,
    worn,
    worst_first,
)

#: Years of the plan, and the years over which its gain is counted.
PLANNED, HORIZON = 3, 6
#: Years without money for roads, on purpose: some, or all of them.
NO_MONEY = {"M09": (2026,), "M32": (2026, 2027, 2028)}
#: What a kilometre of regrading costs, thousand som, by kind; how many times as much a rebuild. Figures for training.
REGRADE = {"mountain": (220, 300), "valley": (160, 230)}
REBUILD_TIMES = (5.0, 7.0)
#: role -> condition at the start of the plan, share of a year's ceiling that its work costs
_ROLES = {
    "worst": ((10, 21), (0.55, 0.85)),
    "edge": ((42, 48), (0.30, 0.50)),
    "next_edge": ((42, 55), (0.20, 0.40)),
    "fair": ((64, 68), (0.20, 0.45)),
    "good": ((75, 90), (0.25, 0.50)),
    "bad": ((30, 38), (0.45, 0.80)),
    "another_fair": ((50, 59), (0.20, 0.40)),
}
_NAMES = ("school_road", "clinic_road", "market_street", "upper_street", "river_road", "far_road", "mill_street")


@dataclass(frozen=True, slots=True)
class Made:
    """What was drawn for one municipality. Amounts are whole som."""

    sections: tuple[RoadSection, ...]
    surveys: tuple[RoadSurvey, ...]
    prices: Prices
    ceilings: tuple[int, ...]


def make_roads(place: Municipality, lines: dict[tuple[str, int, str, str], int], seed: int) -> Made:
    """Roads whose plan is a real decision: the worst road first reaches clearly fewer households than the best plan.

    Drawn anew until it is one; the number of the draw is part of its seed, so every machine draws the same.
    """
    for attempt in range(1000):
        made = _draw(place, lines, random.Random(f"{seed} streets roads {place.code} {attempt}"))
        if made is not None and _is_decision(made, _left(place, made.ceilings)):
            return made
    raise AssertionError(f"no draw of roads for {place.code} is a decision")


def _draw(place: Municipality, lines: dict[tuple[str, int, str, str], int], draw: random.Random) -> Made | None:
    regrade = draw.randrange(*REGRADE[place.kind], 5) * 1000
    prices = Prices(regrade, round(regrade * draw.uniform(*REBUILD_TIMES) / 10_000) * 10_000)
    usual = min(lines[place.code, year, "plan", "roads"] for year in SURVEYS)
    ceilings = tuple(round(usual * draw.uniform(0.75, 1.0) / 10_000) * 10_000 for _year in range(PLANNED))
    roles = list(_ROLES)[: 5 if place.population < 3500 else 6 if place.population < 9000 else 7]
    names = list(_NAMES[1:])
    draw.shuffle(names)
    school = draw.choice(["edge", "next_edge", "fair"])
    sections, surveys = [], []
    for role in roles:
        road = "school_road" if role == school else names.pop()
        span, share = _ROLES[role]
        history = _history(span, draw)
        if history is None:
            return None
        needed = work_needed(history[-1][0])
        each = prices.regrade if needed is Work.REGRADE else prices.rebuild
        metres = max(150, round(ceilings[0] * draw.uniform(*share) / each * 20) * 50)
        households = max(8, round(place.households * draw.uniform(0.05, 0.22)))
        serves = {"school_road": "school", "clinic_road": "clinic"}.get(road, "none")
        sections.append(RoadSection(place.code, road, metres, households, serves))
        for year, (condition, work) in zip(SURVEYS, history, strict=True):
            surveys.append(RoadSurvey(place.code, road, year, condition, work, work_cost(metres, work, prices)))
    for year in SURVEYS:
        spent = sum(one.cost for one in surveys if one.year == year)
        if spent > lines[place.code, year, "actual", "roads"]:
            return None
    order = sorted(sections, key=lambda one: _NAMES.index(one.road))
    surveys.sort(key=lambda one: (_NAMES.index(one.road), one.year))
    return Made(tuple(order), tuple(surveys), prices, ceilings)


def _history(span: tuple[int, int], draw: random.Random) -> tuple[tuple[int, Work], ...] | None:
    """Three autumns that end within ``span``: (condition, work of the year). Work is rare; wear follows the model."""
    for _attempt in range(400):
        condition, found = draw.randrange(24, 101), []
        for _year in SURVEYS:
            work = work_needed(condition) if draw.random() < 0.12 and condition < 70 else Work.NONE
            condition = worn(after_work(condition, work))
            found.append((condition, work))
        # No work in the last year: nobody is told to plan for a road that was mended in autumn.
        if span[0] <= condition <= span[1] and found[-1][1] is Work.NONE:
            return tuple(found)
    return None


def _left(place: Municipality, ceilings: tuple[int, ...]) -> tuple[int, ...]:
    """The ceilings that count: where no year has money, a grant will be planned for, so they count as they were."""
    without = NO_MONEY.get(place.code, ())
    left = tuple(0 if year in without else amount for year, amount in zip(PLAN_YEARS, ceilings, strict=True))
    return left if any(left) else ceilings


def _is_decision(made: Made, ceilings: tuple[int, ...]) -> bool:
    last = {one.road: one.condition for one in made.surveys if one.year == SURVEYS[-1]}
    roads = [Road(one.road, one.metres, last[one.road], one.households) for one in made.sections]
    projects = [road_project(road, made.prices, PLANNED, HORIZON) for road in roads]
    best = best_plan(projects, ceilings, {"school_road"})
    if best is None or len(best.years) == len(roads):
        return False
    rule = worst_first(roads, projects, ceilings)
    one_year = best_plan(projects, (0, made.ceilings[1], 0), {"school_road"})
    return rule.gain < 0.9 * best.gain and one_year is not None
