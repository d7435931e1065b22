"""A budget on one page for citizens: few rows, whole amounts, and sums that add up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from aimak.municipal.budget import OWN_REVENUE, Budget, RevenueSource
from aimak.municipal.money import round_keeping_total, share_out

#: The step of the amounts on the page, whole som: thousand som without decimals.
PAGE_STEP = 1000


class MoneyIn(StrEnum):
    """Where the money comes from, in the few words that a page has room for."""

    OWN = "own"
    LEVELLING = "levelling"
    EARMARKED = "earmarked"
    FEES = "fees"
    LEFT_OVER = "left_over"


@dataclass(frozen=True, slots=True)
class CitizenRow:
    """One row of the page.

    :param key: a :class:`MoneyIn`, a function's code, or ``other`` for the smallest functions together.
    :param amount: whole som, rounded to the page's step so that the rows add up to the page's total.
    :param share: tenths of a per cent; the rows of one side add up to 1,000.
    :param each: som for each inhabitant; the rows of one side add up to that side's total for each inhabitant.
    """

    key: str
    amount: int
    share: int
    each: int


@dataclass(frozen=True, slots=True)
class CitizenBudget:
    """The page: money in and money out, each with its total in whole som (rounded to the page's step)."""

    money_in: tuple[CitizenRow, ...]
    money_out: tuple[CitizenRow, ...]
    total_in: int
    total_out: int


def citizen_budget(budget: Budget, population: int, functions: int = 5, step: int = PAGE_STEP) -> CitizenBudget:
    """A budget on one page: five rows of money in, the largest ``functions`` and the rest as money out.

    Amounts are rounded by :func:`aimak.municipal.money.round_keeping_total`, so each side adds up to its total;
    shares and som for each inhabitant by largest remainder, so they add up to 100.0 % and to the total for each.

    :param functions: how many functions have a row of their own.
    :raises ValueError: if the population or ``functions`` is not above zero, or a side of the budget is empty.
    """
    if population <= 0:
        raise ValueError(f"population: must be above zero, not {population}")
    if functions <= 0:
        raise ValueError(f"functions: a page needs at least one row, not {functions}")
    money_in = _rows(_in(budget), population, step, "revenue")
    money_out = _rows(_out(budget, functions), population, step, "spending")
    return CitizenBudget(money_in, money_out, sum(r.amount for r in money_in), sum(r.amount for r in money_out))


def _in(budget: Budget) -> list[tuple[str, int]]:
    earmarked = {RevenueSource.STIMULATING_GRANT, RevenueSource.TARGETED_TRANSFER, RevenueSource.DELEGATED_POWERS}
    return [
        (MoneyIn.OWN.value, budget.received(OWN_REVENUE)),
        (MoneyIn.LEVELLING.value, budget.received({RevenueSource.LEVELLING_TRANSFER})),
        (MoneyIn.EARMARKED.value, budget.received(earmarked)),
        (MoneyIn.FEES.value, budget.received({RevenueSource.SPECIAL_MEANS})),
        (MoneyIn.LEFT_OVER.value, budget.opening_balance),
    ]


def _out(budget: Budget, functions: int) -> list[tuple[str, int]]:
    ordered = sorted(budget.by_function().items(), key=lambda part: (-part[1], part[0].value))
    rows = [(function.value, amount) for function, amount in ordered[:functions]]
    rest = sum(amount for _function, amount in ordered[functions:])
    return [*rows, ("other", rest)] if rest else rows


def _rows(parts: Sequence[tuple[str, int]], population: int, step: int, side: str) -> tuple[CitizenRow, ...]:
    amounts = [amount for _key, amount in parts]
    if not sum(amounts):
        raise ValueError(f"{side}: there is nothing to show")
    rounded = round_keeping_total(amounts, step)
    shares = share_out(1000, amounts)
    each = share_out(round(sum(amounts) / population), amounts)
    return tuple(
        CitizenRow(key, shown, share, som)
        for (key, _amount), shown, share, som in zip(parts, rounded, shares, each, strict=True)
    )


def does_not_add_up(amounts: Sequence[int], total: int) -> int:
    """How much the rows are above (or below) the printed total, whole som; 0 if they add up."""
    return sum(amounts) - total
