"""The full cost of a year, the tariff that covers it, and what both need from collection."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Decimal

from aimak.municipal.water.checks import a_share, above_zero, not_negative


@dataclass(frozen=True, slots=True)
class FullCost:
    """What the water of one year costs, whole som. The parts follow the idea of a tariff that covers its cost.

    :param contributions: social contributions on the wages.
    :param testing: chlorine and laboratory.
    :param reserve: what is to be set aside for replacement, see :func:`replacement_reserve`.
    :param loan: repayment of a loan, if there is one.
    :raises ValueError: if a part is below zero.
    """

    energy: int
    wages: int
    contributions: int
    repair: int
    testing: int
    administration: int
    reserve: int
    loan: int = 0

    def __post_init__(self) -> None:
        for name, amount in self.parts().items():
            not_negative(name, amount)

    def parts(self) -> dict[str, int]:
        """Name of each part -> whole som, in the order of the fields."""
        return {name: getattr(self, name) for name in self.__slots__}

    @property
    def total(self) -> int:
        """The sum of all parts, whole som."""
        return sum(self.parts().values())

    @property
    def operating(self) -> int:
        """What has to be paid in the year itself, whole som: all but the reserve."""
        return self.total - self.reserve


def replacement_reserve(asset_value: int, life_years: int) -> int:
    """What to set aside in a year, whole som: value of pumps, pipes and tanks ÷ years that they last.

    Straight-line. It leaves out rising prices, so it is the least and not the whole.

    :raises ValueError: if the value is below zero or the life is not above zero.
    """
    not_negative("asset_value", asset_value)
    above_zero("life_years", life_years)
    return int((Decimal(asset_value) / Decimal(life_years)).quantize(Decimal(1), rounding=ROUND_HALF_EVEN))


def full_cost_tariff(cost: int, billed: int) -> float:
    """The tariff that covers the cost if every bill is paid, som for one m³: cost ÷ billed m³.

    The divisor is what is *billed*: water that leaks away pays nothing.

    :param cost: whole som in a year.
    :raises ValueError: if the cost is below zero or nothing was billed.
    """
    not_negative("cost", cost)
    above_zero("billed", billed)
    return cost / billed


def break_even_tariff(cost: int, billed: int, collection_rate: float) -> float:
    """The tariff that would cover the cost with the collection as it is, som for one m³: cost ÷ (billed × rate).

    It shows what unpaid bills cost those who pay. It is no proposal.

    :raises ValueError: if nothing was billed, or nothing is collected: no tariff covers the cost then.
    """
    a_share("collection_rate", collection_rate)
    above_zero("collection_rate", collection_rate)
    return full_cost_tariff(cost, billed) / collection_rate


def break_even_rate(cost: int, billed: int, tariff: float) -> float:
    """The collection rate from which on a tariff covers the cost: cost ÷ (billed × tariff).

    Above 1 the tariff does not cover the cost even if every bill is paid.

    :raises ValueError: if nothing was billed or the tariff is not above zero.
    """
    above_zero("tariff", tariff)
    return full_cost_tariff(cost, billed) / tariff


def collection_rate(collected: int, billed_money: int) -> float:
    """Collected ÷ billed, between 0 and 1 unless old debts came in too.

    :raises ValueError: if nothing was billed or the collected money is below zero.
    """
    not_negative("collected", collected)
    above_zero("billed_money", billed_money)
    return collected / billed_money
