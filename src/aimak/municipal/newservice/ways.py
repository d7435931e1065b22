"""Ways to deliver a service: own staff, a municipal enterprise, a social order, a partnership."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from aimak.municipal.newservice.checks import whole


class Way(StrEnum):
    """Who runs the service. The values are the codes of the data package."""

    OWN_STAFF = "own_staff"
    MUNICIPAL_ENTERPRISE = "municipal_enterprise"
    SOCIAL_ORDER = "social_order"
    PARTNERSHIP = "partnership"


class Bearer(StrEnum):
    """Who pays first if fewer people come than planned."""

    BUDGET = "budget"
    ENTERPRISE = "enterprise"
    CONTRACTOR = "contractor"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class DeliveryWay:
    """One way to deliver, for a given number of users.

    :param setup: som, once.
    :param yearly: som a year from the local budget.
    :param months_to_start: months from the decision to the first day.
    :param possible: False if it cannot be had here, such as a social order without any contractor.
    :param bearer: who pays first if fewer come.
    :raises ValueError: if an amount or the months are negative or no whole number.
    """

    way: Way
    setup: int
    yearly: int
    months_to_start: int
    possible: bool
    bearer: Bearer

    def __post_init__(self) -> None:
        whole(self.setup, "setup")
        whole(self.yearly, "yearly")
        whole(self.months_to_start, "months_to_start")


@dataclass(frozen=True, slots=True)
class Conditions:
    """What the kenesh asks: money for the set-up (som), months until the first day, years over which to compare.

    :raises ValueError: if something is negative, or no year is compared.
    """

    setup_money: int
    months: int
    years: int

    def __post_init__(self) -> None:
        whole(self.setup_money, "setup_money")
        whole(self.months, "months")
        whole(self.years, "years", 1)


def cost_over(way: DeliveryWay, years: int) -> int:
    """Som from the local budget over some years: ``set-up + years × yearly cost``. Prices are held still.

    :raises ValueError: if years is not 1 or more.
    """
    whole(years, "years", 1)
    return way.setup + years * way.yearly


def obstacles(way: DeliveryWay, conditions: Conditions) -> tuple[str, ...]:
    """What speaks against a way under the conditions: ``possible``, ``setup``, ``months``; none means that it fits."""
    against = {
        "possible": not way.possible,
        "setup": way.setup > conditions.setup_money,
        "months": way.months_to_start > conditions.months,
    }
    return tuple(name for name, is_against in against.items() if is_against)


def cheapest(ways: Sequence[DeliveryWay], conditions: Conditions) -> DeliveryWay | None:
    """The way that fits the conditions and costs least over the years; None if none fits. Ties go to the earlier."""
    fitting = [way for way in ways if not obstacles(way, conditions)]
    return min(fitting, key=lambda way: cost_over(way, conditions.years)) if fitting else None
