"""The public page of one month: what came, what was answered, and what still waits on its last day."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from aimak.municipal.control import ANSWER_TERM, working_days
from aimak.municipal.feedback.register import Message


@dataclass(frozen=True, slots=True)
class MonthPage:
    """Counts of messages.

    :param received: came in the month. :param answered: were answered in it, whenever they came; ``in_time`` within
        the term.
    :param still_open: not answered on the last day; ``open_late`` beyond the term by then; ``undated`` open without a
        day, in neither of the two.
    """

    received: int
    answered: int
    in_time: int
    still_open: int
    open_late: int
    undated: int


def month_end(year: int, month: int) -> date:
    """The last day of a month.

    :raises ValueError: if the month is none of 1 to 12.
    """
    if month not in range(1, 13):
        raise ValueError(f"month must be 1 to 12, not {month!r}")
    return date(year, month, monthrange(year, month)[1])


def month_page(
    messages: Iterable[Message], last: date, days_off: Collection[date] = (), term: int = ANSWER_TERM
) -> MonthPage:
    """A register as it stood on the last day of a month: what came or was answered later is not known yet.

    ``open on the last day = open on the day before the month + received − answered``.

    :param last: see :func:`month_end`.
    :raises ValueError: if the term is negative.
    """
    if term < 0:
        raise ValueError(f"term must not be negative, not {term}")
    first, received, answered, in_time, still_open, late, undated = last.replace(day=1), 0, 0, 0, 0, 0, 0
    for one in messages:
        if one.received is None:
            undated += one.answered is None
            continue
        if one.received > last:
            continue
        received += one.received >= first
        if one.answered is None or one.answered > last:
            still_open += 1
            late += working_days(one.received, last, days_off) > term
        elif one.answered >= first:
            answered += 1
            in_time += working_days(one.received, one.answered, days_off) <= term
    return MonthPage(received, answered, in_time, still_open, late, undated)
