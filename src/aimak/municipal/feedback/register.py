"""The register of messages: how long people wait, who is answered first, and what must not stand in it.

Working days and terms come from :mod:`aimak.municipal.control.complaints` (Law No. 67 of 4 May 2007; as of March 2026).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from aimak.municipal.control import ANSWER_TERM, Complaint, ComplaintTimes, complaint_times, working_days


@dataclass(frozen=True, slots=True)
class Message:
    """A line of the register.

    :param received: None where nobody wrote down the day.
    :param answered: None while it is open.
    :raises ValueError: if it was answered before it came.
    """

    number: int
    topic: str
    village: str
    received: date | None
    answered: date | None = None

    def __post_init__(self) -> None:
        if self.received and self.answered and self.answered < self.received:
            raise ValueError(f"answered ({self.answered}) lies before received ({self.received})")


def undated(messages: Iterable[Message]) -> tuple[Message, ...]:
    """Messages whose day nobody wrote down: they are owed an answer, and no time can be worked out for them."""
    return tuple(one for one in messages if one.received is None)


def answer_times(
    messages: Iterable[Message], today: date, days_off: Collection[date] = (), term: int = ANSWER_TERM
) -> ComplaintTimes:
    """What the register says on a day about the messages that have one; open ones are not left out.

    The day of receiving counts as that of registering, as a telephone does it.

    :raises ValueError: if the term is negative, or a message came after ``today``.
    """
    dated = [Complaint(one.received, one.received, one.answered) for one in messages if one.received is not None]
    return complaint_times(dated, today, days_off, term)


def days_waited(message: Message, today: date, days_off: Collection[date] = ()) -> int | None:
    """Working days to the answer, or up to today while it is open; None without a day.

    :raises ValueError: if the message came after ``today`` and is open.
    """
    if message.received is None:
        return None
    return working_days(message.received, message.answered or today, days_off)


def last_day(received: date, days_off: Collection[date] = (), term: int = ANSWER_TERM) -> date:
    """The last day of the term: the ``term``-th working day after ``received``.

    :raises ValueError: if the term is negative.
    """
    if term < 0:
        raise ValueError(f"term must not be negative, not {term}")
    day, left = received, term
    while left:
        day += timedelta(days=1)
        left -= day.weekday() < 5 and day not in days_off
    return day


def counted(values: Iterable[str]) -> tuple[tuple[str, int], ...]:
    """How often each value stands in a register, the most frequent first; of equal ones by name."""
    return tuple(sorted(Counter(values).items(), key=lambda item: (-item[1], item[0])))


@dataclass(frozen=True, slots=True)
class Open:
    """An open message on the desk.

    :param hours: staff hours that its answer takes. :param waited: working days up to today, today counted (the last
        day of a term of 14 is 14); None without a day.
    :raises ValueError: if hours or days are negative.
    """

    number: int
    hours: int
    waited: int | None

    def __post_init__(self) -> None:
        if self.hours < 0:
            raise ValueError(f"hours must not be negative, not {self.hours}")
        if self.waited is not None and self.waited < 0:
            raise ValueError(f"waited must not be negative, not {self.waited}")

    def is_late(self, term: int = ANSWER_TERM) -> bool:
        """Beyond the term already."""
        return self.waited is not None and self.waited > term

    def ends(self, within: int, term: int = ANSWER_TERM) -> bool:
        """Whether its term ends within so many working days, the first of which is today, and is not over yet."""
        return self.waited is not None and self.waited <= term < self.waited + within


def best_week(desk: Sequence[Open], hours: int, within: int = 5, term: int = ANSWER_TERM) -> frozenset[int]:
    """Whom to answer this week: first most of those whose term ends, then most of those that are late, then others.

    Of equal choices the one with fewer hours. Every choice is tried.

    :param hours: staff hours of the week. :param within: working days of the week, today counted.
    :raises ValueError: if hours are negative, or there are more than fourteen messages.
    """
    if hours < 0:
        raise ValueError(f"hours must not be negative, not {hours}")
    if len(desk) > 14:
        raise ValueError(f"desk: at most 14 can be tried in every choice, not {len(desk)}")
    best, chosen = (-1, 0, 0, 0), 0
    for pattern in range(1 << len(desk)):
        taken = [one for i, one in enumerate(desk) if pattern >> i & 1]
        used = sum(one.hours for one in taken)
        ending, late = sum(one.ends(within, term) for one in taken), sum(one.is_late(term) for one in taken)
        value = (ending, late, len(taken), -used)
        if used <= hours and value > best:
            best, chosen = value, pattern
    return frozenset(one.number for i, one in enumerate(desk) if chosen >> i & 1)
