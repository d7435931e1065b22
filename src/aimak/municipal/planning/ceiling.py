"""Which measures fit under a ceiling: the best set exactly, the list from the top, and why something was dropped."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

#: More measures than this cannot be tried set by set in a moment.
MOST_MEASURES = 16


@dataclass(frozen=True, slots=True)
class Measure:
    """Something that could be done.

    :param cost: whole som, above zero.
    :param value: what it is worth, in one unit for all, such as people who asked for it and are reached.
    :param mandatory: True if it must be kept, whatever it is worth.
    :raises ValueError: if the cost is not above zero or the value is negative.
    """

    key: str
    need: str
    cost: int
    value: int
    mandatory: bool = False

    def __post_init__(self) -> None:
        if self.cost <= 0:
            raise ValueError(f"{self.key}: cost must be above zero, not {self.cost}")
        if self.value < 0:
            raise ValueError(f"{self.key}: value must not be negative, but is {self.value}")


class Dropped(StrEnum):
    """Why a measure is not in the plan."""

    TOO_DEAR = "too_dear"
    LESS_WORTH = "less_worth"
    EQUAL = "equal"


@dataclass(frozen=True, slots=True)
class Fit:
    """A set of measures under a ceiling. Amounts are whole som.

    :param kept: keys in the order of the measures.
    :param dropped: key -> why.
    :param ties: other sets that are worth as much and cost as much.
    """

    kept: tuple[str, ...]
    dropped: dict[str, Dropped]
    cost: int
    value: int
    ties: tuple[tuple[str, ...], ...] = ()


def worth(reach: int, share_asked: float) -> int:
    """The people who are reached and asked for it: ``reach × share of people whose group asked``, whole people.

    :raises ValueError: if the reach is negative or the share is not between 0 and 1.
    """
    if reach < 0:
        raise ValueError(f"reach must not be negative, but is {reach}")
    if not 0 <= share_asked <= 1:
        raise ValueError(f"share_asked must be between 0 and 1, not {share_asked}")
    return int(reach * share_asked + 0.5)


def fit_ceiling(measures: Sequence[Measure], ceiling: int) -> Fit:
    """The set that is worth most under a ceiling (whole som), with all mandatory measures; all sets are tried.

    Of sets that are worth as much, the cheapest; further ties are told in :attr:`Fit.ties`.

    :raises ValueError: if the mandatory measures alone cost more, a key stands twice, or there are more than
        :data:`MOST_MEASURES`.
    """
    fixed, free = _split(measures, ceiling)
    best: list[tuple[Measure, ...]] = []
    rank = (-1, 0)
    for number in range(2 ** len(free)):
        chosen = (*fixed, *(m for i, m in enumerate(free) if number >> i & 1))
        cost = sum(m.cost for m in chosen)
        if cost > ceiling:
            continue
        here = (sum(m.value for m in chosen), -cost)
        if here > rank:
            best, rank = [chosen], here
        elif here == rank:
            best.append(chosen)
    order = [measure.key for measure in measures]
    sets = sorted(tuple(key for key in order if key in {m.key for m in chosen}) for chosen in best)
    return _fit(measures, sets[0], ceiling, tuple(sets[1:]))


def from_the_top(measures: Sequence[Measure], ceiling: int) -> Fit:
    """The set that people get who go down the list by value and take what still fits (mandatory ones first).

    Of equal values the cheaper comes first. It is never worth more than :func:`fit_ceiling`.

    :raises ValueError: as :func:`fit_ceiling`.
    """
    fixed, free = _split(measures, ceiling)
    kept, left = [m.key for m in fixed], ceiling - sum(m.cost for m in fixed)
    for measure in sorted(free, key=lambda m: (-m.value, m.cost, m.key)):
        if measure.cost <= left:
            kept.append(measure.key)
            left -= measure.cost
    return _fit(measures, tuple(m.key for m in measures if m.key in kept), ceiling, ())


def _split(measures: Sequence[Measure], ceiling: int) -> tuple[list[Measure], list[Measure]]:
    if len({m.key for m in measures}) != len(measures):
        raise ValueError("measures: a measure stands twice")
    if len(measures) > MOST_MEASURES:
        raise ValueError(f"measures: at most {MOST_MEASURES} can be tried, not {len(measures)}")
    fixed = [m for m in measures if m.mandatory]
    short = sum(m.cost for m in fixed) - ceiling
    if short > 0:
        raise ValueError(f"ceiling: the mandatory measures alone cost {short} som more")
    return fixed, [m for m in measures if not m.mandatory]


def _fit(measures: Sequence[Measure], kept: tuple[str, ...], ceiling: int, ties: tuple[tuple[str, ...], ...]) -> Fit:
    fixed = sum(m.cost for m in measures if m.mandatory)
    equal = {key for one in ties for key in one}
    dropped = {
        m.key: Dropped.TOO_DEAR if m.cost > ceiling - fixed else Dropped.EQUAL if m.key in equal else Dropped.LESS_WORTH
        for m in measures
        if m.key not in kept
    }
    chosen = [m for m in measures if m.key in kept]
    return Fit(kept, dropped, sum(m.cost for m in chosen), sum(m.value for m in chosen), ties)
