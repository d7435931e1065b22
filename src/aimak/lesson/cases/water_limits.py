"""What the kenesh asks of a tariff and of a three-year plan: limits that bind, and that can be kept."""

from __future__ import annotations

import math
import random
from dataclasses import dataclass

from aimak.municipal.money import PRINTED_STEP
from aimak.municipal.water import FullCost, Tariff, UserGroup, billed_money, fund_path, gap_to_cost, revenue

#: How much of the cost users should pay: the head of the water department asks for 80 to 90 % (24.kg).
LEAST_COVERAGE = 0.8
#: More than this share of the cost is no tariff that covers its cost any more.
MOST_COVERAGE = 1.1
#: The share of the cost at which the three-year plan starts.
START = 0.7


@dataclass(frozen=True, slots=True)
class TariffLimits:
    """What a tariff has to keep to. Charges are som of a household's month.

    :param ceiling: whole som that the line “water” of the budget can give.
    :param poor: the most that a family with little money at a street tap shall pay; ``yard`` with a yard tap.
    :param organisations: the highest price for organisations, som for one m³.
    """

    ceiling: int
    poor: int
    yard: int
    organisations: float


@dataclass(frozen=True, slots=True)
class PlanLimits:
    """What a plan of three years has to keep to, in whole som unless it says shares.

    :param step: by how much the kenesh raises the share of the cost in a year, at most.
    :param ceiling: the line of one year, at most; ``together`` of all three.
    :param replacement: what must be in the fund at the end of the third year, for pump and electrics.
    """

    step: float
    ceiling: int
    together: int
    replacement: int


def tariff_limits(
    cost: FullCost, groups: tuple[UserGroup, ...], organisations: int, collection: float, line: int, draw: random.Random
) -> TariffLimits:
    """Limits that one flat price breaks, and that two blocks can keep.

    :param organisations: m³ in a year.
    :param collection: the rate that the operator reaches with a collector.
    :param line: the line “water” in the budget, whole som.
    """
    household = sum(group.yearly for group in groups)
    full = cost.total / (household + organisations)
    most = round(full * draw.choice([1.4, 1.6, 1.8]), 1)
    street, yard = (next(group for group in groups if group.key == key) for key in ("street", "yard"))
    first = full * draw.uniform(0.5, 0.62)
    support = min(line, round((1 - LEAST_COVERAGE) * cost.total))
    second = _second_price(cost.total - support, (street.volume, first, most), groups, organisations, collection)
    made = Tariff(street.volume, first, second, most)
    return TariffLimits(
        ceiling=line // PRINTED_STEP * PRINTED_STEP,
        poor=math.ceil(1.05 * made.charge(street.volume)),
        yard=math.ceil(1.06 * made.charge(yard.volume)),
        organisations=most,
    )


def _second_price(
    needed: int, fixed: tuple[float, float, float], groups: tuple[UserGroup, ...], organisations: int, rate: float
) -> float:
    """The price above the lifeline block that brings what is needed, by halving."""
    lifeline, first, others = fixed
    low, high = first, 40 * first
    for _turn in range(40):
        middle = (low + high) / 2
        brings = revenue(billed_money(Tariff(lifeline, first, middle, others), groups, organisations), rate)
        low, high = (middle, high) if brings < needed else (low, middle)
    return round(high, 2)


def plan_limits(cost: FullCost, collection: float, pump: int, draw: random.Random) -> PlanLimits:
    """Limits of a three-year plan in which neither tariff nor budget line is enough alone."""
    step = draw.choice([0.08, 0.1, 0.12])
    shares = [START, START + step, START + 2 * step]
    bare = fund_path(cost, shares, (0, 0, 0), collection)
    # The pump alone may be cheap: then tank and electrics are due with it.
    replacement = _up(max(pump, bare[2] + round(0.15 * cost.total)))
    lines = needed_lines(cost, shares, collection, replacement)
    together = _up(round(1.15 * sum(lines)))
    return PlanLimits(step, _up(round(1.1 * max(*lines, together / 3))), together, replacement)


def needed_lines(cost: FullCost, shares: list[float], collection: float, replacement: int) -> list[int]:
    """Lines that pay each year's bills at once and fill the fund in three equal parts, whole som."""
    lines, fund = [], 0
    for place, share in enumerate(shares, start=1):
        came = revenue(round(share * cost.total), collection)
        line = gap_to_cost(cost.operating + math.ceil(replacement * place / 3), fund + came)
        fund += came + line - cost.operating
        lines.append(_up(line))
    return lines


def _up(amount: int) -> int:
    """Up to the next 0.1 thousand som, which is what a form can hold."""
    return -(-amount // PRINTED_STEP) * PRINTED_STEP
