"""A survey of satisfaction: groups counted as large as they are, and how sure one can be of the result."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from aimak.municipal.newservice import FEW_ANSWERS, Survey, weighted_share, wilson
from aimak.municipal.newservice.checks import share as checked_share
from aimak.municipal.newservice.checks import whole

#: The margin holds in about 95 of 100 surveys: 1.96 standard errors on each side.
Z = 1.96
#: Fewer satisfied, or fewer not satisfied, among the answers: a margin of equal sides would promise too much.
FEW_ON_A_SIDE = 5


@dataclass(frozen=True, slots=True)
class Group:
    """A part of the people, such as a village, and its answers.

    :param people: inhabitants of the group.
    :param asked: people who answered; ``satisfied`` those of them who are satisfied.
    :raises ValueError: if a count is negative or no whole number, more are satisfied than answered, or more answered
        than live there.
    """

    name: str
    people: int
    asked: int
    satisfied: int

    def __post_init__(self) -> None:
        for field in ("people", "asked", "satisfied"):
            whole(getattr(self, field), field)
        if self.satisfied > self.asked:
            raise ValueError(f"satisfied must not be above asked: {self.satisfied} of {self.asked} ({self.name})")
        if self.asked > self.people:
            raise ValueError(f"asked must not be above people: {self.asked} of {self.people} ({self.name})")


@dataclass(frozen=True, slots=True)
class Reading:
    """What a survey says. Shares lie between 0 and 1.

    :param raw: all answers together; ``share`` with each group as large as it is.
    :param effective: so many answers of a survey without weights say as much.
    :param margin: points of a share on each side; None where there are too few answers for equal sides.
    :param low: with ``high`` the range that holds the truth in about 95 of 100 surveys.
    """

    asked: int
    raw: float
    share: float
    effective: float
    margin: float | None
    low: float
    high: float


def weights(groups: Sequence[Group]) -> tuple[float, ...]:
    """How much one answer of each group counts: ``share of the people ÷ share of the answers``.

    The answers together count as many as they are. A group without people gets 0.

    :raises ValueError: if a group that has people has no answer (ask there, or join it with a group that is like it),
        or nobody was asked.
    """
    people, asked = sum(one.people for one in groups), sum(one.asked for one in groups)
    whole(asked, "asked in all groups", 1)
    for one in groups:
        if one.people and not one.asked:
            raise ValueError(f"asked is 0 in {one.name}, where people live: ask there, or join it with a like group")
    return tuple((one.people / people) / (one.asked / asked) if one.people else 0.0 for one in groups)


def effective_size(groups: Sequence[Group]) -> float:
    """Answers that count: ``(Σ weight)² ÷ Σ weight²`` over all answers (Kish, 1965).

    Never more than were asked. Equal to it where every answer has the same weight.

    :raises ValueError: as :func:`weights`.
    """
    each = weights(groups)
    top = sum(weight * one.asked for weight, one in zip(each, groups, strict=True))
    return top * top / sum(weight * weight * one.asked for weight, one in zip(each, groups, strict=True))


def margin_of_error(share: float, answers: float, people: int) -> float:
    """Half the width of the range: ``1.96 × √(p(1−p) ÷ n) × √((N−n) ÷ (N−1))``.

    The second root is the correction for a small place: who asks everybody has no margin.

    :param share: p, between 0 and 1. :param answers: n, may be an effective size. :param people: N, in the whole place.
    :returns: a share; times 100 it is points.
    :raises ValueError: if p is no share, n is not above zero, or more answered than live there.
    """
    checked_share(share, "share")
    whole(people, "people", 1)
    if not 0 < answers <= people:
        raise ValueError(f"answers must be above 0 and at most people ({people}), not {answers}")
    if people == 1:
        return 0.0
    return Z * math.sqrt(share * (1 - share) / answers) * math.sqrt((people - answers) / (people - 1))


def quick_margin(answers: float) -> float:
    """The largest margin that so many answers can have, in **points**: ``98 ÷ √n``.

    It is the margin of a share of 50 % in a large place, so it is never too small. 100 answers: 9.8 points.

    :raises ValueError: if n is not above zero.
    """
    if not answers > 0 or math.isinf(answers):
        raise ValueError(f"answers must be above 0, not {answers}")
    return 50 * Z / math.sqrt(answers)


def read_survey(groups: Sequence[Group]) -> Reading:
    """Raw and weighted share with their range.

    Below :data:`FEW_ANSWERS` answers, or where nearly all say the same, the range is Wilson's with the effective size
    (rounded) and there is no margin.

    :raises ValueError: as :func:`weights`.
    """
    asked, satisfied = sum(one.asked for one in groups), sum(one.satisfied for one in groups)
    people = sum(one.people for one in groups)
    effective = effective_size(groups)
    share = weighted_share([(one.people, Survey(one.asked, one.satisfied)) for one in groups])
    margin = margin_of_error(share, effective, people)
    if asked < FEW_ANSWERS or min(share, 1 - share) * effective < FEW_ON_A_SIDE:
        size = max(1, round(effective))
        ends = wilson(Survey(size, min(size, round(share * size))))
        return Reading(asked, satisfied / asked, share, effective, None, min(ends.low, share), max(ends.high, share))
    return Reading(
        asked, satisfied / asked, share, effective, margin, max(0.0, share - margin), min(1.0, share + margin)
    )


def changed(first: tuple[float, float], second: tuple[float, float]) -> bool:
    """Whether two shares differ by more than chance explains: ``|a − b| > √(margin a² + margin b²)``.

    :param first: a share and its margin, both in the same unit; ``second`` the other one.
    :raises ValueError: if a margin is negative.
    """
    if min(first[1], second[1]) < 0:
        raise ValueError(f"margin must not be negative, not {min(first[1], second[1])}")
    return abs(first[0] - second[0]) > math.hypot(first[1], second[1])
