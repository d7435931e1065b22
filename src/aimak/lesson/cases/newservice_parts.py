"""Parts of the case `newservice`: times of the hall, fees, who comes, measures for those who do not, conditions."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from aimak.data.newservice import ClubPrices, SurveyGroup
from aimak.municipal.newservice import (
    ClubYear,
    Conditions,
    DeliveryWay,
    Group,
    Measure,
    Slot,
    TimetableLimits,
    best_measures,
    best_timetable,
    cost_over,
    covering_fee,
)

#: Months in which the club works: September to May.
MONTHS_OPEN = 9
#: Years over which ways to deliver are compared.
YEARS = 3
#: Free times of the hall: key, for whom, and whether it ends before the bus to the far village leaves.
_TIMES = (
    ("mon_thu_14", "mixed", True),
    ("tue_fri_15", "girls", True),
    ("wed_sat_15", "mixed", True),
    ("mon_thu_16", "girls", False),
    ("tue_fri_17", "boys", False),
    ("wed_sat_17", "girls", False),
    ("mon_thu_18", "boys", False),
    ("tue_fri_19", "boys", False),
)


@dataclass(frozen=True, slots=True)
class Scheme:
    """One way to ask for fees.

    :param key: ``a`` to ``d``, in the order in which they stand in the form.
    :param fee: som a month; ``free`` says whether poor families come free.
    :param kind: ``fits``, ``gap``, ``dear`` or ``all_pay``: why it was drawn. A form does not show it.
    """

    key: str
    fee: int
    free: bool
    kind: str


def slots(size: int, draw: random.Random) -> tuple[Slot, ...]:
    """Eight free times of the hall, and who would come. Evening hours draw boys; hours of their own draw girls."""
    made = []
    for key, whom, before_bus in _TIMES:
        full = size * draw.uniform(0.75, 1.0)
        girls = {"girls": 0.85 * full, "boys": 0.0, "mixed": 0.36 * full}[whom]
        boys = {"girls": 0.0, "boys": full, "mixed": 0.6 * full}[whom]
        made.append(Slot(key, draw.choice((2.0, 2.5, 3.0, 3.5)), round(girls), round(boys), before_bus))
    return tuple(made)


def timetable_limits(times: Sequence[Slot], needs_bus: bool, draw: random.Random) -> TimetableLimits:
    """Hours of the coach for about half of the times, and a share of girls that some timetable can keep."""
    hours = round(sum(slot.coach_hours for slot in times) * draw.uniform(0.48, 0.62) * 2) / 2
    limits = TimetableLimits(hours, draw.choice((0.45, 0.48, 0.5)), needs_bus)
    assert best_timetable(times, limits)
    return limits


def club_year(prices: ClubPrices, users: int, size: int, poor_share: float, draw: random.Random) -> ClubYear:
    """The money of the year: what the local budget adds is such that a fee that families accept can carry the rest."""
    groups = -(-users // size)
    fixed = MONTHS_OPEN * (groups * prices.coach_group_month + prices.hall_month)
    free = round(users * poor_share)
    alone = ClubYear(fixed, prices.child_month, MONTHS_OPEN, users, free)
    wanted = min(prices.accepted_fee * draw.uniform(0.82, 0.95), covering_fee(alone) * 0.88)
    gap = alone.cost - (users - free) * wanted * MONTHS_OPEN
    contribution = max(1000, round(gap / 1000) * 1000)
    return ClubYear(fixed, prices.child_month, MONTHS_OPEN, users, free, contribution)


def schemes(year: ClubYear, prices: ClubPrices, draw: random.Random) -> tuple[Scheme, ...]:
    """Four ways to ask for fees: one fits, one leaves a gap, one is too dear, one has no free places."""
    fits = -(-covering_fee(year) // 5) * 5
    everybody = ClubYear(year.fixed, year.variable_month, year.months, year.users, 0, year.contribution)
    all_pay = -(-covering_fee(everybody) // 5) * 5
    gap = fits - draw.choice((30, 40, 50))
    gap -= 10 * (gap == all_pay)
    dear = max(prices.accepted_fee, fits) + draw.choice((30, 50, 70))
    drafts = [(fits, True, "fits"), (gap, True, "gap"), (dear, True, "dear"), (all_pay, False, "all_pay")]
    draw.shuffle(drafts)
    return tuple(Scheme(key, *draft) for key, draft in zip("abcd", drafts, strict=True))


#: Each group with the one that it is compared with.
PAIRS = {"girls": "boys", "far": "near", "poor": "other"}


def coverage(groups: Sequence[SurveyGroup], users: int, draw: random.Random) -> dict[str, Group]:
    """Children and users by sex, village and income after the first term; each split adds up to all users."""
    children: dict[str, int] = {}
    for one in groups:
        for name in (one.sex, one.village, one.income):
            children[name] = children.get(name, 0) + one.children
    # Three ratios that differ enough to say which is the lowest, in an order of the case's own.
    ratios = [draw.uniform(0.28, 0.38), draw.uniform(0.47, 0.57), draw.uniform(0.66, 0.76)]
    draw.shuffle(ratios)
    covered = {}
    for (group, other), ratio in zip(PAIRS.items(), ratios, strict=True):
        if group in children:
            weight = children[group] * ratio
            here = round(users * weight / (weight + children[other]))
            covered[group] = Group(children[group], here)
            covered[other] = Group(children[other], users - here)
    return covered


def left_out(covered: Mapping[str, Group]) -> dict[str, int]:
    """Children of each group that are missing for a share as large as that of the other group."""
    return {
        group: max(1, round(covered[group].people * covered[other].coverage) - covered[group].users)
        for group, other in PAIRS.items()
        if group in covered
    }


def measures(prices: ClubPrices, missing: Mapping[str, int], draw: random.Random) -> tuple[Measure, ...]:
    """What would bring left-out children in, with its cost for the year. A single village has no far one."""

    def part(group: str, low: float, high: float) -> int:
        return max(1, round(missing.get(group, 0) * draw.uniform(low, high)))

    def cost(amount: float) -> int:
        return round(amount * draw.uniform(0.8, 1.2) / 500) * 500

    coach = MONTHS_OPEN * prices.coach_group_month
    made = [
        Measure("girls_hours", cost(coach), {"girls": part("girls", 0.5, 0.8)}),
        Measure("home_visits", cost(9000), {"girls": part("girls", 0.15, 0.3), "poor": part("poor", 0.1, 0.2)}),
        Measure("clothes", cost(16000), {"poor": part("poor", 0.3, 0.5)}),
        Measure("free_places", cost(26000), {"poor": part("poor", 0.5, 0.8)}),
        Measure("holiday_week", cost(14000), {"girls": part("girls", 0.1, 0.25), "poor": part("poor", 0.1, 0.3)}),
    ]
    if "far" in missing:
        made += [
            Measure("bus", cost(MONTHS_OPEN * prices.bus_month * 0.6), {"far": part("far", 0.6, 0.9)}),
            Measure("far_school", cost(coach * 0.8), {"far": part("far", 0.3, 0.5), "girls": part("girls", 0.1, 0.2)}),
        ]
    return tuple(made)


def money_for_measures(offered: Sequence[Measure], missing: Mapping[str, int], draw: random.Random) -> int:
    """Som for measures: about half of what all would cost, and enough to reach every group."""
    money = round(sum(one.cost for one in offered) * draw.uniform(0.45, 0.6) / 1000) * 1000
    while not best_measures(offered, missing, money):
        money += 2000
    return money


def conditions(ways: Sequence[DeliveryWay], draw: random.Random) -> Conditions:
    """What the kenesh asks: where it can be arranged, the way that is cheapest on paper does not fit."""
    order = sorted((way for way in ways if way.possible), key=lambda way: cost_over(way, YEARS))
    wanted = order[1] if len(order) > 1 else order[0]
    money = max(way.setup for way in ways) + draw.randrange(5, 30) * 1000
    months = max(way.months_to_start for way in ways)
    first = order[0]
    if first is not wanted and first.setup > wanted.setup + 2000:
        money = (wanted.setup + (first.setup - wanted.setup) // 2) // 1000 * 1000
    elif first is not wanted and first.months_to_start > wanted.months_to_start:
        months = wanted.months_to_start
    return Conditions(money, months, YEARS)
