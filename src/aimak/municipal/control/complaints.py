"""How long complaints wait, in working days, without leaving out those that still wait.

Terms by the law on citizens' appeals, No. 67 of 4 May 2007 (source: dpa.gov.kg, mfa.gov.kg): register within one
working day, answer within fourteen. As of 12 March 2026 Parliament had approved a cut to ten (source: 24.kg).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import median

#: Working days; see the module's text for source and date. A caller passes others once the law has changed.
REGISTER_TERM, ANSWER_TERM = 1, 14
_SATURDAY = 5


@dataclass(frozen=True, slots=True)
class Complaint:
    """One row of a register.

    :param answered: None while it is open.
    :raises ValueError: if it was registered before it was received, or answered before it was registered.
    """

    received: date
    registered: date
    answered: date | None = None

    def __post_init__(self) -> None:
        if self.registered < self.received:
            raise ValueError(f"registered ({self.registered}) lies before received ({self.received})")
        if self.answered is not None and self.answered < self.registered:
            raise ValueError(f"answered ({self.answered}) lies before registered ({self.registered})")


def working_days(start: date, end: date, days_off: Collection[date] = ()) -> int:
    """Working days from ``start`` to ``end``: the day after ``start`` is day 1, the same day is 0.

    Saturdays, Sundays and ``days_off`` do not count. How a law counts must be looked up in the law.

    :raises ValueError: if ``end`` lies before ``start``.
    """
    if end < start:
        raise ValueError(f"end ({end}) lies before start ({start})")
    days = (start + timedelta(days=n) for n in range(1, (end - start).days + 1))
    return sum(day.weekday() < _SATURDAY and day not in days_off for day in days)


@dataclass(frozen=True, slots=True)
class ComplaintTimes:
    """What a register says on a day.

    :param answered: complaints answered; ``open_late`` open and beyond the term; ``open_waiting`` open, within it.
    :param in_time: answered within the term.
    :param median_days: working days from registering to the answer; an open one counts with its days so far, so the
        median can only rise. None if the register is empty.
    :param registered_late: complaints that were registered later than the term for registering.
    """

    answered: int
    in_time: int
    open_late: int
    open_waiting: int
    registered_late: int
    median_days: float | None

    @property
    def share_in_time(self) -> float | None:
        """``in time ÷ (answered + open beyond the term)``; None if nothing is decided yet.

        An open complaint beyond the term is late already. One within it is not decided: it counts on neither side.
        """
        decided = self.answered + self.open_late
        return self.in_time / decided if decided else None


def complaint_times(
    complaints: Iterable[Complaint],
    today: date,
    days_off: Collection[date] = (),
    term: int = ANSWER_TERM,
    register_term: int = REGISTER_TERM,
) -> ComplaintTimes:
    """Read a register as it stands on ``today``; an answer after that day has not come yet.

    :param term: working days for the answer, counted from registering. :param register_term: from receiving.
    :raises ValueError: if a term is negative, or a complaint was registered after ``today``.
    """
    for name, value in (("term", term), ("register_term", register_term)):
        if value < 0:
            raise ValueError(f"{name} must not be negative, not {value}")
    answered = in_time = late = waiting = registered_late = 0
    days: list[int] = []
    for one in complaints:
        done = one.answered is not None and one.answered <= today
        took = working_days(one.registered, one.answered if done and one.answered else today, days_off)
        days.append(took)
        answered += done
        in_time += done and took <= term
        late += not done and took > term
        waiting += not done and took <= term
        registered_late += working_days(one.received, one.registered, days_off) > register_term
    return ComplaintTimes(answered, in_time, late, waiting, registered_late, float(median(days)) if days else None)
