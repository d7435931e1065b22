"""The water balance: what is produced, billed and paid, and what a step against losses is worth in a year."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Decimal

from aimak.municipal.water.checks import a_share, above_zero, not_negative


@dataclass(frozen=True, slots=True)
class WaterBalance:
    """The water of one year, whole m³.

    :param produced: what went into the network.
    :param metered: billed to households by a meter.
    :param by_norm: billed to households by a norm in litres, at a street tap or a yard tap.
    :param organisations: billed to budget organisations and other users.
    :raises ValueError: if a volume is below zero, or more was billed than produced.
    """

    produced: int
    metered: int
    by_norm: int
    organisations: int = 0

    def __post_init__(self) -> None:
        for name in ("produced", "metered", "by_norm", "organisations"):
            not_negative(name, getattr(self, name))
        if self.billed > self.produced:
            raise ValueError(f"produced: {self.produced} m³ is less than the {self.billed} m³ that were billed")

    @property
    def billed(self) -> int:
        """What somebody got a bill for, m³."""
        return self.metered + self.by_norm + self.organisations

    @property
    def non_revenue(self) -> int:
        """Non-revenue water, m³: produced − billed. Leaks, taps that nobody bills, wrong meters."""
        return self.produced - self.billed


def non_revenue_share(balance: WaterBalance) -> float:
    """Non-revenue water as a share of what was produced: (produced − billed) ÷ produced, between 0 and 1.

    :raises ValueError: if nothing was produced.
    """
    above_zero("produced", balance.produced)
    return balance.non_revenue / balance.produced


def paid_volume(balance: WaterBalance, collection_rate: float) -> int:
    """The billed water that was paid for: billed × collection rate, whole m³.

    :param collection_rate: collected money ÷ billed money, between 0 and 1.
    :raises ValueError: if the rate is no share.
    """
    a_share("collection_rate", collection_rate)
    return _whole(Decimal(balance.billed) * Decimal(str(collection_rate)))


def variable_cost(energy: int, testing: int, produced: int) -> float:
    """What one more m³ costs to produce, som: (energy + chlorine and testing) ÷ produced.

    :param energy: whole som in a year; ``testing`` as well.
    :raises ValueError: if nothing was produced or a cost is below zero.
    """
    not_negative("energy", energy)
    not_negative("testing", testing)
    above_zero("produced", produced)
    return (energy + testing) / produced


def value_of_mended_leak(saved: int, cost_of_one: float) -> int:
    """What a mended leak saves in a year, whole som: m³ × variable cost. The wages are paid as before.

    :param saved: m³ in a year.
    :param cost_of_one: som for one m³, see :func:`variable_cost`.
    :raises ValueError: if either is below zero.
    """
    not_negative("saved", saved)
    not_negative("cost_of_one", cost_of_one)
    return _whole(Decimal(saved) * Decimal(str(cost_of_one)))


def value_of_billed_water(added: int, tariff: float, collection_rate: float) -> int:
    """What water brings in a year that now gets a bill, whole som: m³ × tariff × collection rate.

    :param added: m³ in a year that were used without a bill before.
    :param tariff: som for one m³.
    :raises ValueError: if a figure is below zero or the rate is no share.
    """
    not_negative("added", added)
    not_negative("tariff", tariff)
    a_share("collection_rate", collection_rate)
    return _whole(Decimal(added) * Decimal(str(tariff)) * Decimal(str(collection_rate)))


def value_of_collection(billed_money: int, before: float, after: float) -> int:
    """What a higher collection rate brings in a year, whole som: billed money × (after − before).

    :raises ValueError: if a rate is no share, or ``after`` is below ``before``.
    """
    not_negative("billed_money", billed_money)
    a_share("before", before)
    a_share("after", after)
    if after < before:
        raise ValueError(f"after: a rate of {after} is below {before}")
    return _whole(Decimal(billed_money) * (Decimal(str(after)) - Decimal(str(before))))


def payback_years(price: int, value: int) -> float:
    """Years until a step has paid for itself: price ÷ value in a year.

    :raises ValueError: if the price is below zero, or the step brings nothing.
    """
    not_negative("price", price)
    above_zero("value", value)
    return price / value


def _whole(amount: Decimal) -> int:
    return int(amount.quantize(Decimal(1), rounding=ROUND_HALF_EVEN))
