"""The first year's cash of the case `newservice`: what is due by month, and what can be done where money is short."""

from __future__ import annotations

import random
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from aimak.data.newservice import ClubPrices
from aimak.municipal.newservice import CashPlan, ClubYear, balances, moved

#: Calendar months of the plan: it begins in September.
MONTHS = (9, 10, 11, 12, 1, 2, 3, 4, 5, 6, 7, 8)
#: Share of the planned children that come from September to May, in 20ths; they add up to nine whole months.
_SEASON = (16, 19, 21, 22, 18, 20, 21, 22, 21)


@dataclass(frozen=True, slots=True)
class Remedy:
    """Something that can be done where money is short.

    :param cost: som that it costs in all.
    :param allowed: False where it breaks a right or uses money with strings. A form does not show it.
    :param payments: som added to each month's payments; ``other`` and ``fees`` likewise to the money that comes in.
    """

    key: str
    cost: int
    allowed: bool
    payments: tuple[int, ...]
    other: tuple[int, ...]
    lag: int = 1


def _hundreds(amount: float) -> int:
    return round(amount / 100) * 100


def first_plan(prices: ClubPrices, year: ClubYear, fee: int, size: int, draw: random.Random) -> CashPlan:
    """The year as the head wrote it: equipment at once, fees a month late, the contribution later in one sum."""
    monthly = -(-year.users // size) * prices.coach_group_month + prices.hall_month
    fees = [_hundreds(year.payers * fee * part / 20) for part in _SEASON] + [0, 0, 0]
    payments = [_hundreds(monthly + year.users * year.variable_month * part / 20) for part in _SEASON] + [0, 0, 0]
    payments[0] += _hundreds(prices.equipment)
    other = [0] * 12
    # The contribution and the money for the equipment come together, between December and February.
    other[draw.choice((4, 5, 6)) - 1] = _hundreds(year.contribution + prices.equipment)
    bare = balances(CashPlan(0, tuple(fees), tuple(other), tuple(payments), lag=1))
    # There is enough for the first month or two, and for a part of the next.
    until = draw.choice((1, 2))
    opening = _hundreds(-bare[until - 1] + (bare[until - 1] - bare[until]) * draw.uniform(0.2, 0.8))
    plan = CashPlan(opening, tuple(fees), tuple(other), tuple(payments), lag=1)
    # What is done where money is short costs a little; the year must be able to pay for it, and leaves no more.
    spare = balances(plan)[-1] - round(0.06 * prices.equipment + 0.04 * sum(fees)) - 4000
    other[other.index(max(other))] -= _hundreds(spare)
    return replace(plan, other=tuple(other))


def remedies(plan: CashPlan, prices: ClubPrices, year: ClubYear, size: int, draw: random.Random) -> tuple[Remedy, ...]:
    """Six things that can be done. At least one set of allowed ones keeps every month at zero or above."""
    late = plan.other.index(max(plan.other)) + 1
    zero = (0,) * 12
    coach = -(-year.users // size) * prices.coach_group_month
    part = draw.choice((0.1, 0.15, 0.2, 0.25, 0.3))
    made: list[Remedy] = []
    while not made or not cheapest_remedies(plan, made):
        early = _change(plan.other, _hundreds(max(plan.other) * part), late, 1)
        half = _hundreds(prices.equipment / 2)
        third = _hundreds(prices.equipment / 3)
        extra = _hundreds(prices.equipment * 0.06) + 100
        parts = list(moved((prices.equipment, *zero[1:]), third, 1, 5))
        parts = list(moved(parts, third, 1, 8))
        parts[0] += extra - prices.equipment
        made = [
            Remedy("early", 500, True, zero, early),
            Remedy("in_parts", extra, True, tuple(parts), zero),
            Remedy("half_later", 1500, True, (1500 - half, 0, 0, 0, 0, half, *zero[6:]), zero),
            Remedy("fee_first", _hundreds(sum(plan.fees) * 0.04), True, zero, zero, lag=0),
            Remedy("coach_waits", 0, False, (-coach, -coach, 0, 0, 2 * coach, *zero[5:]), zero),
            Remedy("strings", 0, False, zero, (60000, 0, 0, 0, 0, 0, -60000, *zero[7:])),
        ]
        part = min(1.0, part + 0.05)
    return tuple(made)


def _change(amounts: Sequence[int], amount: int, from_month: int, to_month: int) -> tuple[int, ...]:
    after = moved(amounts, amount, from_month, to_month)
    return tuple(new - old for new, old in zip(after, amounts, strict=True))


def with_remedies(plan: CashPlan, offered: Sequence[Remedy], keys: Collection[str]) -> CashPlan:
    """The plan after what was chosen. Of two ways to put off the equipment, only the first counts."""
    chosen = [one for one in offered if one.key in keys]
    if {"in_parts", "half_later"} <= {one.key for one in chosen}:
        chosen = [one for one in chosen if one.key != "half_later"]
    payments, other, fees, lag = list(plan.payments), list(plan.other), list(plan.fees), plan.lag
    for one in chosen:
        payments = [amount + more for amount, more in zip(payments, one.payments, strict=True)]
        other = [amount + more for amount, more in zip(other, one.other, strict=True)]
        if one.lag < lag:
            lag = one.lag
            fees = [_hundreds(amount * 0.96) for amount in fees]
    # Money that is given back in a month without income is a payment; the early instalment costs its paperwork.
    back = [max(0, -amount) for amount in other]
    payments = [max(0, amount) + more for amount, more in zip(payments, back, strict=True)]
    payments[0] += 500 if any(one.key == "early" for one in chosen) else 0
    return CashPlan(plan.opening, tuple(fees), tuple(max(0, amount) for amount in other), tuple(payments), lag)


def remedy_cost(offered: Sequence[Remedy], keys: Collection[str]) -> int:
    """Som that the chosen things cost together."""
    return sum(one.cost for one in offered if one.key in keys)


def cheapest_remedies(plan: CashPlan, offered: Sequence[Remedy]) -> tuple[str, ...]:
    """The allowed things that keep every month at zero or above and cost least; every set is tried.

    Empty if none does.
    """
    allowed = [one.key for one in offered if one.allowed]
    holding = []
    for number in range(1, 2 ** len(allowed)):
        keys = tuple(key for i, key in enumerate(allowed) if number >> i & 1)
        if min(balances(with_remedies(plan, offered, keys))) >= 0:
            holding.append(keys)
    return min(holding, key=lambda keys: (remedy_cost(offered, keys), len(keys)), default=())
