"""Plan and actual month by month: what is cumulated so far, and where the year will end at this pace."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

MONTHS = 12


@dataclass(frozen=True, slots=True)
class MonthRow:
    """One month of the comparison, whole som (or another whole unit).

    :param actual: None if the month was not written down; such a month counts on neither side.
    :param plan_so_far: the plan of the written months up to here; ``actual_so_far`` likewise.
    :param variance_so_far: ``actual_so_far`` less ``plan_so_far``: above zero is more than planned.
    """

    month: int
    plan: int
    actual: int | None
    plan_so_far: int
    actual_so_far: int

    @property
    def variance_so_far(self) -> int:
        """Actual less plan, cumulated."""
        return self.actual_so_far - self.plan_so_far


def plan_and_actual(plan: Sequence[int], actual: Sequence[int | None]) -> tuple[MonthRow, ...]:
    """The months one by one, with both sides cumulated over the months that were written down.

    :param plan: twelve amounts, January first. :param actual: amounts of the months so far; None was not written down.
    :raises ValueError: if the plan has not twelve months, more months are given than there are, or one is negative.
    """
    _check(plan, actual)
    rows, planned, done = [], 0, 0
    for month, (wanted, came) in enumerate(zip(plan, actual, strict=False), start=1):
        if came is not None:
            planned, done = planned + wanted, done + came
        rows.append(MonthRow(month, wanted, came, planned, done))
    return tuple(rows)


def forecast(plan: Sequence[int], actual: Sequence[int | None]) -> int:
    """The year's end if it goes on at this pace: ``plan of the year × actual so far ÷ plan so far``.

    Months that were not written down take the pace of the others. Whole som, halves to even.

    :raises ValueError: as :func:`plan_and_actual`; also if no month with a plan above zero was written down.
    """
    rows = plan_and_actual(plan, actual)
    if not rows or rows[-1].plan_so_far <= 0:
        raise ValueError("actual: no month with a plan was written down, so there is no pace")
    return round(Fraction(sum(plan) * rows[-1].actual_so_far, rows[-1].plan_so_far))


def money_ends(plan: Sequence[int], actual: Sequence[int | None]) -> int | None:
    """The first month that the plan of the year cannot pay in full at this pace; None if it lasts.

    A month that is still to come, or was not written down, takes its plan times the pace so far.

    :raises ValueError: as :func:`forecast`.
    """
    row = plan_and_actual(plan, actual)[-1] if actual else None
    if row is None or row.plan_so_far <= 0:
        raise ValueError("actual: no month with a plan was written down, so there is no pace")
    left = Fraction(sum(plan))
    pace = Fraction(row.actual_so_far, row.plan_so_far)
    for month in range(MONTHS):
        came = actual[month] if month < len(actual) else None
        left -= plan[month] * pace if came is None else came
        if left < 0:
            return month + 1
    return None


def _check(plan: Sequence[int], actual: Sequence[int | None]) -> None:
    if len(plan) != MONTHS:
        raise ValueError(f"plan must have {MONTHS} months, not {len(plan)}")
    if len(actual) > MONTHS:
        raise ValueError(f"actual must have at most {MONTHS} months, not {len(actual)}")
    for name, amounts in (("plan", plan), ("actual", actual)):
        for month, amount in enumerate(amounts, start=1):
            if amount is not None and (isinstance(amount, float) or amount < 0):
                raise ValueError(f"{name} of month {month} must be a whole amount and not negative, not {amount}")
