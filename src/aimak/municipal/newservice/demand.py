"""Demand from a survey: how many would come, and how sure one can be of it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from aimak.municipal.newservice.checks import above_zero, share, whole

#: Fewer answers give a range and no single figure to rely on. A rule of caution of this course, not a norm.
FEW_ANSWERS = 30
#: The range holds the truth in about 95 of 100 surveys: 1.96 standard errors on each side.
Z = 1.96


@dataclass(frozen=True, slots=True)
class Survey:
    """Answers to one question that is answered by yes or no.

    :param asked: people who answered.
    :param yes: those of them who said yes.
    :raises ValueError: if a count is negative or no whole number, or more said yes than were asked.
    """

    asked: int
    yes: int

    def __post_init__(self) -> None:
        whole(self.asked, "asked")
        whole(self.yes, "yes")
        if self.yes > self.asked:
            raise ValueError(f"yes must not be above asked: {self.yes} of {self.asked}")

    @property
    def is_small(self) -> bool:
        """True if there are too few answers to rely on a single figure."""
        return self.asked < FEW_ANSWERS

    @property
    def share(self) -> float:
        """``yes ÷ asked``, a share.

        :raises ValueError: if nobody was asked.
        """
        whole(self.asked, "asked", 1)
        return self.yes / self.asked


@dataclass(frozen=True, slots=True)
class Interval:
    """A range from ``low`` to ``high``, of shares or of people.

    :raises ValueError: if an end is not finite, or they stand the wrong way round.
    """

    low: float
    high: float

    def __post_init__(self) -> None:
        if not (math.isfinite(self.low) and math.isfinite(self.high)):
            raise ValueError(f"low and high must be finite, not {self.low} and {self.high}")
        if self.low > self.high:
            raise ValueError(f"low must not be above high: {self.low} and {self.high}")


def wilson(survey: Survey, z: float = Z) -> Interval:
    """The range of the share of yes among all people, from those who answered (Wilson's score interval).

    ``centre = (p + z²/2n) ÷ (1 + z²/n)``, ``half = z ÷ (1 + z²/n) × √(p(1−p)/n + z²/4n²)``; the range is centre − half
    to centre + half. It never leaves 0 to 1, and it is honest where few were asked or nobody said yes.

    Source: E. B. Wilson, 1927. Worked example: 12 asked, 5 yes gives 19.3 % to 68.0 %.

    :param z: standard errors on each side.
    :returns: shares.
    :raises ValueError: if nobody was asked, or z is not above zero.
    """
    whole(survey.asked, "asked", 1)
    above_zero(z, "z")
    n, p = survey.asked, survey.share
    square = z * z / n
    centre = (p + square / 2) / (1 + square)
    half = z / (1 + square) * math.sqrt(p * (1 - p) / n + square / (4 * n))
    # At the ends the exact result is 0 or 1; the last bit of a float must not push it outside.
    low = 0.0 if survey.yes == 0 else max(0.0, centre - half)
    high = 1.0 if survey.yes == survey.asked else min(1.0, centre + half)
    return Interval(low, high)


@dataclass(frozen=True, slots=True)
class Demand:
    """How many people would come: a range, and a middle only where enough were asked."""

    low: int
    middle: int | None
    high: int


def demand(survey: Survey, people: int, keeps: float) -> Demand:
    """People who would come: ``people × share of yes × keeps``.

    Not everybody who says yes comes. What share keeps its word is an **assumption** that must be said with the result.

    :param people: all those whom the service is for.
    :param keeps: the share of those who say yes that comes in fact.
    :returns: whole people, rounded down at the low end and up at the high end; ``middle`` is None below
        :data:`FEW_ANSWERS` answers.
    :raises ValueError: if people is negative, keeps is no share, or nobody was asked.
    """
    whole(people, "people")
    share(keeps, "keeps")
    ends = wilson(survey)
    middle = None if survey.is_small else round(people * survey.share * keeps)
    # A hair is given, so that 40.0 does not become 39 or 41 by the last bit of a float.
    low = math.floor(people * ends.low * keeps + 1e-9)
    return Demand(low, middle, math.ceil(people * ends.high * keeps - 1e-9))


def together(surveys: Sequence[Survey]) -> Survey:
    """Several groups as one survey: counts added up."""
    return Survey(sum(one.asked for one in surveys), sum(one.yes for one in surveys))


def weighted_share(groups: Sequence[tuple[int, Survey]]) -> float:
    """The share of yes with each group counted as large as it is, not as often as it was asked.

    ``Σ people of the group × its share of yes ÷ Σ people``.

    :param groups: people of the group, and its survey.
    :raises ValueError: if there are no people, or a group with people was not asked: its share is not known.
    """
    for people, survey in groups:
        whole(people, "people")
        if people and not survey.asked:
            raise ValueError("asked is 0 in a group that has people: its share is not known")
    everybody = sum(people for people, _survey in groups)
    whole(everybody, "people of all groups", 1)
    return sum(people * survey.share for people, survey in groups if people) / everybody
