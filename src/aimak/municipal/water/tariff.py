"""Charges by norm and by blocks, what a tariff brings, and what a household can afford."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Decimal

from aimak.municipal.water.checks import a_share, above_zero, not_negative

#: Days of a month in a charge by norm, and months of a year.
DAYS, MONTHS = 30, 12
#: The raising coefficient that a kenesh may set for large commercial users: 1 to 3 (24.kg, September 2025).
LEAST_COEFFICIENT, MOST_COEFFICIENT = 1.0, 3.0


def monthly_volume(litres_a_day: float, people: float = 1, days: int = DAYS) -> float:
    """The water of a month by norm, m³: litres a day for one person × people × days ÷ 1000.

    :raises ValueError: if a figure is below zero.
    """
    not_negative("litres_a_day", litres_a_day)
    not_negative("people", people)
    not_negative("days", days)
    return litres_a_day * people * days / 1000


def charge_by_norm(litres_a_day: float, tariff: float, days: int = DAYS) -> float:
    """The charge for one person and month, som: litres a day ÷ 1000 × days × tariff.

    Sary-Oi 2017: 50 litres and 14.43 som for one m³ give 21.645 som (saryoi.naryn-region.kg prints 20).

    :param tariff: som for one m³.
    :raises ValueError: if a figure is below zero.
    """
    not_negative("tariff", tariff)
    exact = Decimal(str(tariff)) * Decimal(str(litres_a_day)) * days / 1000
    monthly_volume(litres_a_day, 1, days)  # refuses what cannot be
    return float(exact)


def affordability(charge: float, income: float) -> float:
    """A charge as a share of the income of the same household and month.

    :raises ValueError: if the charge is below zero or the income is not above zero.
    """
    not_negative("charge", charge)
    above_zero("income", income)
    return charge / income


@dataclass(frozen=True, slots=True)
class Tariff:
    """Prices in som for one m³, for households in two blocks.

    :param lifeline: m³ of a household's month that cost the first price.
    :param first: price inside the lifeline block; ``second`` above it.
    :param organisations: price for budget organisations and other users.
    :raises ValueError: if a figure is below zero, or water above the lifeline is cheaper than inside.
    """

    lifeline: float
    first: float
    second: float
    organisations: float

    def __post_init__(self) -> None:
        for name in ("lifeline", "first", "second", "organisations"):
            not_negative(name, getattr(self, name))
        if self.second < self.first:
            raise ValueError(f"second: {self.second} is below the price of the lifeline block, {self.first}")

    def charge(self, volume: float) -> float:
        """What a household pays for a month in which it uses ``volume`` m³, som.

        :raises ValueError: if the volume is below zero.
        """
        not_negative("volume", volume)
        inside = min(volume, self.lifeline)
        return float(_exact(inside) * _exact(self.first) + _exact(volume - inside) * _exact(self.second))


@dataclass(frozen=True, slots=True)
class UserGroup:
    """Households that use about the same.

    :param households: how many; ``volume`` m³ of one household in a month.
    :raises ValueError: if either is below zero.
    """

    key: str
    households: int
    volume: float

    def __post_init__(self) -> None:
        not_negative("households", self.households)
        not_negative("volume", self.volume)

    @property
    def yearly(self) -> float:
        """What the group uses in a year, m³."""
        return self.households * self.volume * MONTHS


def billed_money(tariff: Tariff, groups: Iterable[UserGroup], organisations: int) -> int:
    """All bills of a year, whole som: households × monthly charge × 12, and organisations' m³ × their price.

    :param organisations: m³ of organisations in a year.
    :raises ValueError: if a group stands twice, or the volume is below zero.
    """
    not_negative("organisations", organisations)
    listed = tuple(groups)
    keys = [group.key for group in listed]
    twice = sorted({key for key in keys if keys.count(key) > 1})
    if twice:
        raise ValueError(f"groups stand twice: {', '.join(twice)}")
    money = sum((group.households * MONTHS * _exact(tariff.charge(group.volume)) for group in listed), Decimal(0))
    return _whole(money + organisations * _exact(tariff.organisations))


def revenue(billed: int, collection_rate: float) -> int:
    """What comes in, whole som: billed money × collection rate.

    :raises ValueError: if the money is below zero or the rate is no share.
    """
    not_negative("billed", billed)
    a_share("collection_rate", collection_rate)
    return _whole(billed * _exact(collection_rate))


def coverage(money: int, cost: int) -> float:
    """How much of the cost is covered: money that came in ÷ full cost.

    :raises ValueError: if the money is below zero or the cost is not above zero.
    """
    not_negative("money", money)
    above_zero("cost", cost)
    return money / cost


def gap_to_cost(cost: int, money: int) -> int:
    """What is missing to the cost, whole som: cost − money that comes in; 0 if nothing is missing.

    This is the line that must stand in the local budget, or the pump pays for it later.

    :raises ValueError: if either is below zero.
    """
    not_negative("cost", cost)
    not_negative("money", money)
    return max(0, cost - money)


def raised(price: float, coefficient: float) -> float:
    """The price for large commercial users, som: price × coefficient between 1 and 3.

    :raises ValueError: if the price is below zero or the coefficient outside its limits.
    """
    not_negative("price", price)
    if not LEAST_COEFFICIENT <= coefficient <= MOST_COEFFICIENT:
        raise ValueError(f"coefficient must lie between 1 and 3: {coefficient!r}")
    return price * coefficient


def _exact(value: float) -> Decimal:
    return Decimal(str(value))


def _whole(amount: Decimal) -> int:
    return int(amount.quantize(Decimal(1), rounding=ROUND_HALF_EVEN))
