"""Fees: who pays for the service, from how many users on it carries itself, and who comes free."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from fractions import Fraction

from aimak.municipal.newservice.checks import whole


def break_even(fixed: int, variable: int, fee: int) -> int:
    """The least number of users with whom fees cover all costs: ``⌈fixed ÷ (fee − variable)⌉``.

    :param fixed: som of the period that must be paid whether anybody comes or not.
    :param variable: som of the period for each user.
    :param fee: som of the same period that each user pays.
    :raises ValueError: if an amount is negative or no whole som, or the fee does not even cover ``variable``: then no
        number of users is enough.
    """
    whole(fixed, "fixed")
    whole(variable, "variable")
    whole(fee, "fee")
    if fee <= variable:
        raise ValueError(f"fee must be above variable ({variable}), not {fee}: each user would add a loss")
    return -(-fixed // (fee - variable))


@dataclass(frozen=True, slots=True)
class ClubYear:
    """The money of one year of a service with a monthly fee.

    :param fixed: som a year, whether anybody comes or not.
    :param variable_month: som a month for each user.
    :param months: months in which it works and the fee is paid.
    :param users: people who come.
    :param free_places: those of them who pay nothing.
    :param contribution: som a year from the local budget.
    :raises ValueError: if something is negative or no whole number, there are no months, more than 12, no users, or
        more free places than users.
    """

    fixed: int
    variable_month: int
    months: int
    users: int
    free_places: int = 0
    contribution: int = 0

    def __post_init__(self) -> None:
        for name in ("fixed", "variable_month", "free_places", "contribution"):
            whole(getattr(self, name), name)
        whole(self.months, "months", 1)
        whole(self.users, "users", 1)
        if self.months > 12:
            raise ValueError(f"months must be 12 or fewer, not {self.months}")
        if self.free_places > self.users:
            raise ValueError(f"free_places must not be above users: {self.free_places} of {self.users}")

    @property
    def payers(self) -> int:
        """Users who pay."""
        return self.users - self.free_places

    @property
    def cost(self) -> int:
        """Som a year: ``fixed + users × variable × months``. Who comes free costs as much as who pays."""
        return self.fixed + self.users * self.variable_month * self.months

    def result(self, fee: int) -> int:
        """Som a year: ``payers × fee × months + contribution − cost``; below zero is a gap.

        :raises ValueError: if the fee is negative or no whole som.
        """
        whole(fee, "fee")
        return self.payers * fee * self.months + self.contribution - self.cost


def covering_fee(year: ClubYear) -> int:
    """The lowest fee (whole som a month) that leaves no gap: ``⌈(cost − contribution) ÷ (payers × months)⌉``.

    :returns: 0 if the contribution covers everything.
    :raises ValueError: if something must be covered and nobody pays.
    """
    needed = year.cost - year.contribution
    if needed <= 0:
        return 0
    whole(year.payers, "payers", 1)
    return -(-needed // (year.payers * year.months))


def cross_subsidy(year: ClubYear) -> int:
    """What a payer pays each month for those who come free, whole som.

    ``covering fee − covering fee if everybody paid``.

    :raises ValueError: if something must be covered and nobody pays.
    """
    return covering_fee(year) - covering_fee(replace(year, free_places=0))


def break_even_with_free_places(fixed: int, variable: int, fee: int, free_share: float, contribution: int = 0) -> int:
    """The least number of users with whom costs are covered if a share of them pays nothing.

    ``⌈(fixed − contribution) ÷ ((1 − share) × fee − variable)⌉``

    :param fixed: som of the period; ``variable`` and ``fee`` som of the same period for each user.
    :param free_share: the share of users who pay nothing.
    :param contribution: som of the period from the local budget.
    :raises ValueError: if the share is none, an amount is negative, or payers do not even cover ``variable``.
    """
    for name, amount in (("fixed", fixed), ("variable", variable), ("fee", fee), ("contribution", contribution)):
        whole(amount, name)
    if isinstance(free_share, bool) or not 0 <= free_share <= 1:
        raise ValueError(f"free_share must be a share between 0 and 1, not {free_share}")
    each = (1 - Fraction(str(free_share))) * fee - variable
    if each <= 0:
        raise ValueError(f"fee must be above {variable} som for each user, free places included: it is too low")
    return max(0, math.ceil(Fraction(fixed - contribution) / each))
