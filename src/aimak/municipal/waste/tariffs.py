"""Fee, collection rate and subsidy: three screws, and one of them follows from the other two."""

from __future__ import annotations

from aimak.municipal.waste.checks import above_zero, not_negative, share
from aimak.municipal.waste.fees import MONTHS


def tariff(cost: int, households: int, collection_rate: float, subsidy: int = 0) -> float:
    """The fee that covers the cost: (cost − subsidy) ÷ (households × 12 × collection rate), som a household and month.

    Zero if the subsidy covers the cost. Nothing is rounded: round up what people are to pay.

    :param cost: whole som a year.
    :param households: households that are billed.
    :param collection_rate: share of what is billed that is paid, above 0 and at most 1.
    :param subsidy: whole som a year from the local budget.
    :raises ValueError: if an amount is negative, there are no households, or nothing is collected.
    """
    not_negative("cost", cost)
    not_negative("subsidy", subsidy)
    above_zero("households", households)
    share("collection rate", collection_rate)
    above_zero("collection rate", collection_rate)
    return max(0, cost - subsidy) / (households * MONTHS * collection_rate)


def income(fee: float, households: int, collection_rate: float) -> int:
    """What comes in: fee × households × 12 × collection rate, whole som a year.

    :param fee: som a household and month.
    :raises ValueError: if the fee or the households are negative, or the rate is no share.
    """
    not_negative("fee", fee)
    not_negative("households", households)
    share("collection rate", collection_rate)
    return round(fee * households * MONTHS * collection_rate)


def gap(cost: int, fee: float, households: int, collection_rate: float, subsidy: int = 0) -> int:
    """What is missing: cost − subsidy − income, whole som a year. Below zero, more comes in than is needed.

    :raises ValueError: as :func:`income`, and if the cost or the subsidy is negative.
    """
    not_negative("cost", cost)
    not_negative("subsidy", subsidy)
    return cost - subsidy - income(fee, households, collection_rate)


def break_even_collection_rate(cost: int, fee: float, households: int, subsidy: int = 0) -> float:
    """The share of the bills that has to be paid so that nothing is missing.

    Formula: (cost − subsidy) ÷ (fee × households × 12).

    Above 1 means that the fee is too low even if everybody pays; zero that the subsidy covers the cost.

    :raises ValueError: if an amount is negative, or fee or households are not above zero: without a bill there is no
        rate.
    """
    not_negative("cost", cost)
    not_negative("subsidy", subsidy)
    above_zero("fee", fee)
    above_zero("households", households)
    return max(0, cost - subsidy) / (fee * households * MONTHS)
