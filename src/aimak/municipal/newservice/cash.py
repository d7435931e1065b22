"""The first year's cash, month by month: a service can cover its costs over the year and still run out of money."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from aimak.municipal.newservice.checks import whole


@dataclass(frozen=True, slots=True)
class CashPlan:
    """What is due in each month of the first year, whole som.

    :param opening: money in the account before the first month.
    :param fees: fees that become due in each month.
    :param other: other money in the month in which it comes, such as the contribution of the local budget.
    :param payments: what must be paid in each month, the start-up included.
    :param lag: months between a fee becoming due and the money coming in.
    :raises ValueError: if an amount is negative or no whole som, there are no months, or the rows differ in length.
    """

    opening: int
    fees: tuple[int, ...]
    other: tuple[int, ...]
    payments: tuple[int, ...]
    lag: int = 0

    def __post_init__(self) -> None:
        whole(self.opening, "opening")
        whole(self.lag, "lag")
        for name in ("fees", "other", "payments"):
            for month, amount in enumerate(getattr(self, name), start=1):
                whole(amount, f"{name} of month {month}")
        lengths = {len(self.fees), len(self.other), len(self.payments)}
        if len(lengths) != 1 or 0 in lengths:
            raise ValueError(f"fees, other and payments must have the same months, not {sorted(lengths)}")

    @property
    def received(self) -> tuple[int, ...]:
        """Fees in the month in which they come in; those of the last months come after the plan's end."""
        months = len(self.fees)
        return tuple(self.fees[month - self.lag] if month >= self.lag else 0 for month in range(months))


def balances(plan: CashPlan) -> tuple[int, ...]:
    """Money in the account at the end of each month: ``balance before + fees that came in + other − payments``."""
    flows = (f + o - p for f, o, p in zip(plan.received, plan.other, plan.payments, strict=True))
    return tuple(accumulate(flows, initial=plan.opening))[1:]


def lowest(plan: CashPlan) -> tuple[int, int]:
    """The lowest balance (som, below zero if money is missing) and its month.

    Month 1 is the first; of equal balances the earliest counts.
    """
    ends = balances(plan)
    return min(ends), ends.index(min(ends)) + 1


def first_short_month(plan: CashPlan) -> int | None:
    """The first month that ends below zero, 1 for the first; None if there is none."""
    return next((month for month, end in enumerate(balances(plan), start=1) if end < 0), None)


def start_money(plan: CashPlan) -> int:
    """Som that must be in the account before the first month, so that no month ends below zero.

    ``opening − lowest balance``, but never below zero.
    """
    return max(0, plan.opening - lowest(plan)[0])


def moved(amounts: Sequence[int], amount: int, from_month: int, to_month: int) -> tuple[int, ...]:
    """The same amounts with some som moved from one month to another; 1 is the first month.

    :raises ValueError: if a month is not in the plan, or less stands in ``from_month``.
    """
    whole(amount, "amount")
    for name, month in (("from_month", from_month), ("to_month", to_month)):
        if not 1 <= month <= len(amounts):
            raise ValueError(f"{name} must be from 1 to {len(amounts)}, not {month}")
    if amounts[from_month - 1] < amount:
        raise ValueError(f"amount must not be above what stands in month {from_month}: {amount}")
    changed = list(amounts)
    changed[from_month - 1] -= amount
    changed[to_month - 1] += amount
    return tuple(changed)
