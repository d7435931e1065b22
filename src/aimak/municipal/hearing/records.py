"""A budget hearing and its register of proposals as frozen records. Costs are whole som, counts are people."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import pairwise


class Kind(StrEnum):
    """What a hearing is about: the draft of next year's budget, or the execution of last year's."""

    DRAFT = "draft"
    EXECUTION = "execution"


class Topic(StrEnum):
    """What proposals are about, as in the programme's hearings (dpi.kg, project card of 9 April 2018)."""

    EDUCATION = "education"
    HEALTH = "health"
    LEISURE = "leisure"
    COMMUNAL = "communal"


class Status(StrEnum):
    """What became of a proposal. ``open`` means that nobody has decided yet."""

    OPEN = "open"
    ACCEPTED = "accepted"
    DECLINED = "declined"


class Reason(StrEnum):
    """Why a proposal does not enter the budget."""

    NOT_OURS = "not_ours"
    PLANNED = "planned"
    NO_MONEY = "no_money"


@dataclass(frozen=True, slots=True)
class Hearing:
    """One hearing as its minutes have it.

    :param key: its own mark in the register, such as ``M02-1``.
    :param year: the year in which it was held.
    :param people: all who came.
    :param women: women among them; None where nobody wrote it down. So ``youth``, the young people.
    :param villages: villages that somebody came from; None where nobody wrote it down.
    :param minutes: False if no minutes were kept.
    :raises ValueError: if a count is negative, a part is larger than the whole, the date lies in another year, or
        a hearing without minutes has counts that only minutes can hold.
    """

    key: str
    year: int
    kind: Kind
    date: date
    people: int
    women: int | None = None
    youth: int | None = None
    villages: int | None = None
    minutes: bool = True

    def __post_init__(self) -> None:
        if self.people < 0:
            raise ValueError(f"people: a count cannot be negative ({self.people})")
        for name, part in (("women", self.women), ("youth", self.youth)):
            if part is not None and not 0 <= part <= self.people:
                raise ValueError(f"{name}: {part} cannot be among {self.people} people")
        if self.villages is not None and self.villages < 0:
            raise ValueError(f"villages: a count cannot be negative ({self.villages})")
        if self.date.year != self.year:
            raise ValueError(f"date: {self.date.isoformat()} does not lie in {self.year}")
        if not self.minutes and (self.women, self.youth, self.villages) != (None, None, None):
            raise ValueError("minutes: without minutes nobody knows who came")


@dataclass(frozen=True, slots=True)
class Proposal:
    """One line of the register of proposals.

    :param number: its number in the register, from 1.
    :param cost: whole som.
    :param people: whom it would serve.
    :param asked_by: who proposed it, in a word of the register: a group, never a name.
    :param ours: False where it is not for the municipality to decide.
    :param planned: True where the draft holds it already.
    :param answered: the day on which those who asked got an answer; None if they got none.
    :raises ValueError: if a number or count cannot be, a declined proposal has no reason or another one has, or an
        open one has been answered.
    """

    number: int
    topic: Topic
    cost: int
    people: int = 0
    asked_by: str = ""
    status: Status = Status.OPEN
    reason: Reason | None = None
    answered: date | None = None
    ours: bool = True
    planned: bool = False

    def __post_init__(self) -> None:
        if self.number < 1:
            raise ValueError(f"number: the register counts from 1, not {self.number}")
        if self.cost < 0:
            raise ValueError(f"cost: an amount cannot be negative ({self.cost} som)")
        if self.people < 0:
            raise ValueError(f"people: a count cannot be negative ({self.people})")
        if (self.status is Status.DECLINED) != (self.reason is not None):
            raise ValueError(f"reason: a declined proposal has one, and no other has ({self.status.value})")
        if self.status is Status.OPEN and self.answered is not None:
            raise ValueError("answered: nobody can answer what is not decided")


def checked_register(proposals: Iterable[Proposal]) -> tuple[Proposal, ...]:
    """The proposals in the order of their numbers.

    :raises ValueError: if a number stands twice.
    """
    listed = sorted(proposals, key=lambda one: one.number)
    for one, other in pairwise(listed):
        if one.number == other.number:
            raise ValueError(f"number: {one.number} stands twice in the register")
    return tuple(listed)
