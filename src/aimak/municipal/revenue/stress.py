"""When the largest payer closes: the loss, and whether a plan survives it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum


def largest_share(paid: Sequence[int]) -> float:
    """The largest payer's share of all that payers paid, a fraction.

    :param paid: whole som of each payer.
    :raises ValueError: if an amount is negative, or nobody paid.
    """
    if any(amount < 0 for amount in paid):
        raise ValueError(f"paid: an amount cannot be negative ({min(paid)} som)")
    if not sum(paid):
        raise ValueError("paid: nobody paid anything, so nobody has a share")
    return max(paid) / sum(paid)


def loss_if_closed(tax: int, share: float) -> int:
    """What is lost when the largest payer closes, whole som: ``tax × the payer's share``.

    :raises ValueError: if the tax is negative, or the share does not lie between 0 and 1.
    """
    if tax < 0:
        raise ValueError(f"tax: an amount cannot be negative ({tax} som)")
    if not math.isfinite(share) or not 0 <= share <= 1:
        raise ValueError(f"share: lies between 0 and 1, not {share}")
    return round(tax * share)


class Weakness(StrEnum):
    """What is wrong with a plan for own revenue."""

    TOO_MUCH = "too_much"
    IDLE = "idle"
    SERVICES_STOP = "services_stop"
    NOT_PAID_AFTER_LOSS = "not_paid_after_loss"
    RESERVE_TOO_SMALL = "reserve_too_small"
    WORKS_TOO_SMALL = "works_too_small"


@dataclass(frozen=True, slots=True)
class OwnPlan:
    """How expected own revenue is used, whole som.

    :param permanent: wages and running services: they go on when money falls.
    :param once: works that can be stopped.
    :param reserve: for the months until the budget is changed.
    :raises ValueError: if an amount is negative.
    """

    permanent: int
    once: int
    reserve: int

    def __post_init__(self) -> None:
        for name in ("permanent", "once", "reserve"):
            if getattr(self, name) < 0:
                raise ValueError(f"{name}: an amount cannot be negative ({getattr(self, name)} som)")

    @property
    def total(self) -> int:
        """All of it, whole som."""
        return self.permanent + self.once + self.reserve


@dataclass(frozen=True, slots=True)
class StressCase:
    """What a plan has to bear, whole som.

    :param expected: own revenue of a normal year; ``loss`` is lost when the largest payer closes.
    :param running: what keeps services running.
    :param works: what the smallest useful work costs.
    :param reserve: what is needed until works are stopped.
    :param idle: money that may stay unplanned.
    :raises ValueError: if an amount is negative, or more is lost than is expected.
    """

    expected: int
    loss: int
    running: int
    works: int
    reserve: int
    idle: int

    def __post_init__(self) -> None:
        for name in ("expected", "loss", "running", "works", "reserve", "idle"):
            if getattr(self, name) < 0:
                raise ValueError(f"{name}: an amount cannot be negative ({getattr(self, name)} som)")
        if self.loss > self.expected:
            raise ValueError(f"loss: {self.loss} som cannot be lost of {self.expected} som that are expected")


def weaknesses(plan: OwnPlan, case: StressCase) -> dict[Weakness, int]:
    """Everything that is wrong with a plan, each with the whole som that are missing or too much.

    A plan survives when its permanent costs are not above ``expected − loss``: works and reserve can give way, wages
    and services cannot.
    """
    found = {
        Weakness.TOO_MUCH: plan.total - case.expected,
        Weakness.IDLE: case.expected - case.idle - plan.total,
        Weakness.SERVICES_STOP: case.running - plan.permanent,
        Weakness.NOT_PAID_AFTER_LOSS: plan.permanent - (case.expected - case.loss),
        Weakness.RESERVE_TOO_SMALL: case.reserve - plan.reserve,
        Weakness.WORKS_TOO_SMALL: case.works - plan.once,
    }
    return {weakness: amount for weakness, amount in found.items() if amount > 0}
