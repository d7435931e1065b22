"""Pay by bag against a flat fee: who pays more, and how much waste then finds another way."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from aimak.municipal.waste.checks import above_zero, not_negative, share
from aimak.municipal.waste.fees import MONTHS


@dataclass(frozen=True, slots=True)
class Group:
    """Households of one size.

    :param households: how many they are.
    :param bags: bags that one of them hands over in a month, on average.
    :raises ValueError: if a count is negative.
    """

    name: str
    households: int
    bags: float

    def __post_init__(self) -> None:
        not_negative("households", self.households)
        not_negative("bags a month", self.bags)


def _bags(groups: Sequence[Group]) -> float:
    return sum(group.households * group.bags for group in groups)


def flat_income(fee: float, groups: Sequence[Group]) -> int:
    """What a flat fee would bring if everybody paid: fee × households × 12, whole som a year.

    :raises ValueError: if the fee is negative.
    """
    not_negative("fee", fee)
    return round(fee * sum(group.households for group in groups) * MONTHS)


def bag_price_for(target: int, groups: Sequence[Group], fewer: float = 0.0) -> float:
    """The price of a bag that brings ``target`` som a year: target ÷ (bags a year × (1 − fewer)), som a bag.

    :param fewer: the share of the bags that people stop handing over once each one costs; an assumption.
    :raises ValueError: if the target is negative, the share is not between 0 and 1, or no bags are left.
    """
    not_negative("target", target)
    share("share of fewer bags", fewer)
    bags = _bags(groups) * MONTHS * (1 - fewer)
    above_zero("bags that are handed over", bags)
    return target / bags


def pays_more(flat_fee: float, bag_price: float, groups: Sequence[Group]) -> dict[str, float]:
    """By group: what a household pays more each month with bags than with the flat fee, in som (below zero: less).

    Formula: bags a month × price of a bag − flat fee.

    :raises ValueError: if a price is negative.
    """
    not_negative("flat fee", flat_fee)
    not_negative("price of a bag", bag_price)
    return {group.name: group.bags * bag_price - flat_fee for group in groups}


def waste_kept_back(tonnes: float, fewer: float, dumped: float) -> tuple[float, float]:
    """Tonnes a year that are no longer handed over: those that people save or compost, and those that are dumped.

    Formula: tonnes × fewer × (1 − dumped), and tonnes × fewer × dumped.

    :param fewer: share of the waste that is no longer handed over.
    :param dumped: share of this that ends in ravines and rivers; an assumption that must be watched.
    :returns: (saved, dumped), tonnes.
    :raises ValueError: if the tonnes are negative or a share is not between 0 and 1.
    """
    not_negative("tonnes", tonnes)
    share("share of fewer bags", fewer)
    share("share that is dumped", dumped)
    kept = tonnes * fewer
    return kept * (1 - dumped), kept * dumped
