"""Gravel roads: how they wear, what a policy costs over years, and what a som today saves later.

The pace of wear is a model for training (see `docs/arithmetic.md`); a municipality measures its own.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from aimak.municipal.money import PRINTED_STEP
from aimak.municipal.streets.lifecycle import present_value
from aimak.municipal.streets.refuse import whole

#: Points that a road loses in a year: from this condition on, so many. Figures for training.
WEAR = ((70, 6), (40, 10), (0, 14))
#: Below this condition a road is not passable in bad weather, and regrading no longer holds: it must be rebuilt.
PASSABLE = 40
#: Below this condition it is closed, so that rebuilding cannot wait.
CLOSED = 20
#: What a regrade adds, and how far it reaches; what a rebuilt road has.
REGRADE_GAIN, REGRADE_TOP, REBUILT = 30, 85, 100


class Work(StrEnum):
    """What is done to a road in a year."""

    NONE = "none"
    REGRADE = "regrade"
    REBUILD = "rebuild"


@dataclass(frozen=True, slots=True)
class Prices:
    """What a kilometre costs, whole som."""

    regrade: int
    rebuild: int

    def __post_init__(self) -> None:
        whole("regrade", self.regrade, 1)
        whole("rebuild", self.rebuild, 1)


@dataclass(frozen=True, slots=True)
class Road:
    """A section of road: length in metres, condition from 0 to 100, households that need it."""

    key: str
    metres: int
    condition: int
    households: int

    def __post_init__(self) -> None:
        whole(f"road {self.key!r}: metres", self.metres, 1)
        whole(f"road {self.key!r}: condition", self.condition, 0, 100)
        whole(f"road {self.key!r}: households", self.households)


def worn(condition: int) -> int:
    """The condition a year later without work: six points less from 70 on, ten from 40 on, fourteen below; never < 0.

    :raises ValueError: if the condition is not between 0 and 100.
    """
    whole("condition", condition, 0, 100)
    return max(0, condition - next(loss for least, loss in WEAR if condition >= least))


def work_needed(condition: int) -> Work:
    """What can still be done to a road: a regrade as long as it is passable, else it must be rebuilt."""
    return Work.REGRADE if condition >= PASSABLE else Work.REBUILD


def after_work(condition: int, work: Work) -> int:
    """The condition right after work.

    :raises ValueError: if a road below :data:`PASSABLE` is to be regraded: gravel on a broken base does not hold.
    """
    if work is Work.REGRADE:
        if condition < PASSABLE:
            raise ValueError(f"condition must be at least {PASSABLE} for a regrade, not {condition}")
        return max(condition, min(REGRADE_TOP, condition + REGRADE_GAIN))
    return REBUILT if work is Work.REBUILD else condition


def work_cost(metres: int, work: Work, prices: Prices) -> int:
    """``metres ÷ 1000 × price of a kilometre``, in steps of 100 som, as a budget prints it."""
    each = {Work.NONE: 0, Work.REGRADE: prices.regrade, Work.REBUILD: prices.rebuild}[work]
    return round(Fraction(whole("metres", metres) * each, 1000 * PRINTED_STEP)) * PRINTED_STEP


#: Told the year (1, 2, …) and the condition at its start, says what is done.
Policy = Callable[[int, int], Work]


def wait(year: int, condition: int) -> Work:
    """Nothing is done until the road is closed; then it is rebuilt."""
    return Work.REBUILD if condition < CLOSED else Work.NONE


def regrade_below(threshold: int) -> Policy:
    """A regrade whenever the condition is below ``threshold``; a rebuild if it is too late for that.

    :raises ValueError: if the threshold is not above :data:`PASSABLE`: the policy could then only rebuild.
    """
    whole("threshold", threshold, PASSABLE + 1, 100)
    return lambda year, condition: work_needed(condition) if condition < threshold else Work.NONE


def regrade_every(years: int) -> Policy:
    """A regrade in year 1 and then every so many years; a rebuild if it is too late for that.

    :raises ValueError: if ``years`` is not at least 1.
    """
    whole("years", years, 1)
    return lambda year, condition: (
        work_needed(condition) if (year - 1) % years == 0 or condition < CLOSED else Work.NONE
    )


@dataclass(frozen=True, slots=True)
class RoadYear:
    """One year of a road: condition at its start, the work, the condition after it, its cost in whole som."""

    year: int
    start: int
    work: Work
    condition: int
    cost: int

    @property
    def passable(self) -> bool:
        """Whether people get through in this year."""
        return self.condition >= PASSABLE


def road_years(road: Road, policy: Policy, prices: Prices, years: int) -> tuple[RoadYear, ...]:
    """What becomes of a road under a policy: work at the start of a year, then a year of wear.

    :raises ValueError: if ``years`` is not at least 1.
    """
    made, condition = [], road.condition
    for year in range(1, whole("years", years, 1) + 1):
        work = policy(year, condition)
        better = after_work(condition, work)
        made.append(RoadYear(year, condition, work, better, work_cost(road.metres, work, prices)))
        condition = worn(better)
    return tuple(made)


def total_cost(path: Sequence[RoadYear]) -> int:
    """What the work of a path costs together, whole som, a som of every year counted alike."""
    return sum(one.cost for one in path)


def saves_later(rather: Sequence[RoadYear], than: Sequence[RoadYear], rate: float = 0.0) -> int:
    """What one path saves against another, in money of today, whole som; below zero if it costs more.

    Work of year 1 is paid today, that of year 2 a year later, and so on.

    :raises ValueError: if the two are not of the same length, or the rate is no share.
    """
    if len(rather) != len(than):
        raise ValueError(f"both paths must have the same years, not {len(rather)} and {len(than)}")
    return present_value([one.cost for one in than], rate) - present_value([one.cost for one in rather], rate)
