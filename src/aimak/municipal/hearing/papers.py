"""What a notice, the materials and the minutes of a hearing need, so that people can take part.

The items are those that practice shows (vap.kg, news 648, 708 and 709). The form itself is set by Order 44-П of the
Ministry of Finance of 17 April 2018 and by the local charter, and has to be looked up there. No number of days and
no least number of people is kept here, because none could be read in a source.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import TypeVar


class Notice(StrEnum):
    """What the notice says."""

    WHAT = "what"
    WHEN = "when"
    WHERE = "where"
    MATERIALS = "materials"
    WRITING = "writing"
    CONTACT = "contact"
    RIDE = "ride"
    ANSWER = "answer"


class Minutes(StrEnum):
    """What the minutes hold."""

    DATE_AND_PLACE = "date_and_place"
    WHO_CAME = "who_came"
    WHAT_WAS_SHOWN = "what_was_shown"
    QUESTIONS = "questions"
    PROPOSALS = "proposals"
    DECISIONS = "decisions"
    ANSWERS_DUE = "answers_due"
    SIGNED = "signed"


Item = TypeVar("Item", Notice, Minutes)


def missing(present: Iterable[Item], needed: Iterable[Item]) -> tuple[Item, ...]:
    """What is needed and not there, in the order in which it is needed.

    :param present: what stands in the paper; an item counts once.
    :raises ValueError: if the paper holds an item that is not one of its kind.
    """
    wanted, there = list(needed), set(present)
    strange = sorted(item for item in there if item not in wanted)
    if strange:
        raise ValueError(f"items: {', '.join(strange)} cannot stand in this paper")
    return tuple(item for item in wanted if item not in there)


def fits_the_day(start: int, length: int, arrives: int, leaves: int, busy_from: int) -> bool:
    """Whether a hearing lets people of the far village come, stay to the end, and be home for their work.

    ``arrives ≤ start`` and ``start + length ≤ min(leaves, busy_from)``, all in minutes after midnight.

    :raises ValueError: if a time lies outside the day, or the hearing has no length.
    """
    for name, value in (("start", start), ("arrives", arrives), ("leaves", leaves), ("busy_from", busy_from)):
        if not 0 <= value < 24 * 60:
            raise ValueError(f"{name}: {value} minutes is no time of a day")
    if length <= 0:
        raise ValueError(f"length: must be above zero, not {length}")
    return arrives <= start and start + length <= min(leaves, busy_from)
