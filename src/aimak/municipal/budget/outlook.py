"""The two forecast years: what is free in them, and whether something can be carried through all three years."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from aimak.municipal.money import printed


@dataclass(frozen=True, slots=True)
class Outlook:
    """What is known today about the year and the two forecast years.

    :param free_now: whole som that are free for new things in the year itself.
    :param own: own revenue of the year, whole som; it grows by ``own_growth`` (0.05 is 5 %) from year to year.
    :param levelling: the levelling transfer that is expected in each forecast year, whole som.
    :param must: what money without strings has to pay first in the year, whole som; it grows by ``must_growth``.
    :raises ValueError: naming the field, if an amount is negative or a growth takes everything away.
    """

    free_now: int
    own: int
    own_growth: float
    levelling: tuple[int, int]
    must: int
    must_growth: float

    def __post_init__(self) -> None:
        for name, amount in (("own", self.own), ("must", self.must), *(("levelling", one) for one in self.levelling)):
            if amount < 0:
                raise ValueError(f"{name}: an amount cannot be negative ({amount} som)")
        for name, growth in (("own_growth", self.own_growth), ("must_growth", self.must_growth)):
            if growth <= -1:
                raise ValueError(f"{name}: must be above -1, not {growth}")

    @property
    def free(self) -> tuple[int, int, int]:
        """Whole som that are free for new things in the year and in the two forecast years; below zero is a gap.

        In a forecast year: own revenue + levelling transfer - what must be paid. The opening balance is no part of
        it: what will be left over then is not known, and what is left over today is spent once only.
        """
        own, must = grown(self.own, self.own_growth), grown(self.must, self.must_growth)
        first, second = (o + t - m for o, t, m in zip(own, self.levelling, must, strict=True))
        return self.free_now, first, second


def grown(amount: int, growth: float) -> tuple[int, int]:
    """``amount`` one and two years later, whole som, each rounded to what a budget prints (100 som).

    The second year grows from the first: 1,000 at 5 % is 1,050 and 1,102.5.
    """
    first = printed(amount * (1 + growth))
    return first, printed(first * (1 + growth))


def carried(costs: Sequence[int], free: Sequence[int]) -> bool:
    """True if each year's cost (whole som) fits what is free in that year.

    Money cannot be moved between the years here: what is free and not spent is not counted on a year ahead.

    :raises ValueError: if costs and years differ in number.
    """
    return all(cost <= money for cost, money in zip(costs, free, strict=True))
