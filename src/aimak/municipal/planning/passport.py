"""A service passport: six entries that people can check, and a standard that the money allows."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Question(StrEnum):
    """What a service passport answers."""

    WHO_IS_SERVED = "who_is_served"
    WHAT = "what"
    HOW_OFTEN = "how_often"
    QUALITY = "quality"
    COST = "cost"
    WHO_ANSWERS = "who_answers"


class Gap(StrEnum):
    """What is wrong with an entry."""

    MISSING = "missing"
    NO_MEASURE = "no_measure"
    NOBODY_NAMED = "nobody_named"


#: Entries that need something to count or measure, and the entry that needs one named post.
MEASURED = frozenset({Question.WHO_IS_SERVED, Question.HOW_OFTEN, Question.QUALITY, Question.COST})


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a passport.

    :param measured: True if it holds something that a neighbour can count or measure.
    :param names_one: True if it names one post.
    """

    text: str
    measured: bool = False
    names_one: bool = False


@dataclass(frozen=True, slots=True)
class ServicePassport:
    """A passport: an entry for each question; a question without one is missing."""

    entries: dict[Question, Entry]


def gaps(passport: ServicePassport) -> dict[Question, Gap]:
    """The entries that are missing, or that nobody could check, in the order of the questions."""
    found = {}
    for question in Question:
        entry = passport.entries.get(question)
        if entry is None or not entry.text.strip():
            found[question] = Gap.MISSING
        elif question in MEASURED and not entry.measured:
            found[question] = Gap.NO_MEASURE
        elif question is Question.WHO_ANSWERS and not entry.names_one:
            found[question] = Gap.NOBODY_NAMED
    return found


@dataclass(frozen=True, slots=True)
class Standard:
    """How often a service comes, and what that costs.

    :param months: months of a year in which it runs, 1 to 12.
    :param villages: villages served.
    :param cost_per_visit: whole som for one visit to one village.
    :param fixed: whole som a year that are paid however often it comes.
    :raises ValueError: for months outside 1 to 12, no village, or money that is not above zero (``fixed``: negative).
    """

    months: int
    villages: int
    cost_per_visit: int
    fixed: int

    def __post_init__(self) -> None:
        if not 1 <= self.months <= 12:
            raise ValueError(f"months must be between 1 and 12, not {self.months}")
        if self.villages < 1:
            raise ValueError(f"villages must be at least 1, not {self.villages}")
        if self.cost_per_visit <= 0:
            raise ValueError(f"cost_per_visit must be above zero, not {self.cost_per_visit}")
        if self.fixed < 0:
            raise ValueError(f"fixed must not be negative, but is {self.fixed}")

    def yearly_cost(self, times_per_month: int) -> int:
        """Whole som a year: ``fixed + times a month × months × villages × cost of a visit``.

        :raises ValueError: if the service comes fewer than no times.
        """
        if times_per_month < 0:
            raise ValueError(f"times_per_month must not be negative, but is {times_per_month}")
        return self.fixed + times_per_month * self.months * self.villages * self.cost_per_visit

    def most_times(self, ceiling: int) -> int:
        """The most visits a month to each village, in whole visits, that a ceiling (whole som a year) allows.

        ``times = (ceiling − fixed) ÷ (months × villages × cost of a visit)``, rounded down; 0 if it allows none.
        """
        return max(0, (ceiling - self.fixed) // (self.months * self.villages * self.cost_per_visit))
