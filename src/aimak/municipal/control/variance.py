"""Why a cost differs from its plan: price, quantity, and what belongs to both. The parts add up exactly."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PriceQuantity:
    """A difference of cost in three parts, whole som; above zero costs more than planned.

    :param quantity: ``(actual − planned quantity) × planned price``.
    :param price: ``(actual − planned price) × planned quantity``.
    :param joint: ``(actual − planned quantity) × (actual − planned price)``: it belongs to both.
    """

    quantity: int
    price: int
    joint: int

    @property
    def total(self) -> int:
        """Actual cost less planned cost."""
        return self.quantity + self.price + self.joint

    @property
    def price_with_joint(self) -> int:
        """The price part at the *actual* quantity. The course's convention: the joint part goes to price."""
        return self.price + self.joint


def price_quantity(plan_q: int, plan_p: int, actual_q: int, actual_p: int) -> PriceQuantity:
    """Split ``actual_q × actual_p − plan_q × plan_p`` into quantity, price and joint part.

    :param plan_q: planned quantity in a whole unit (litres); ``plan_p`` planned price, whole som for each.
    :returns: parts whose sum is the whole difference, to the som.
    :raises ValueError: if one of the four is negative or not a whole number.
    """
    _whole(plan_q=plan_q, plan_p=plan_p, actual_q=actual_q, actual_p=actual_p)
    more, dearer = actual_q - plan_q, actual_p - plan_p
    return PriceQuantity(more * plan_p, dearer * plan_q, more * dearer)


@dataclass(frozen=True, slots=True)
class CostVariance:
    """A difference of fuel cost in three parts that somebody can act on, whole som.

    :param trips: more or fewer trips than planned, each with its planned litres, at the planned price.
    :param use: more or fewer litres than these trips should take, at the planned price.
    :param price: what the litres that were used cost more or less than at the planned price (joint part included).
    """

    trips: int
    use: int
    price: int

    @property
    def total(self) -> int:
        """Actual cost less planned cost."""
        return self.trips + self.use + self.price

    @property
    def largest(self) -> str:
        """The part, ``trips``, ``use`` or ``price``, that is largest up or down; the first of equal ones."""
        sizes = {"trips": abs(self.trips), "use": abs(self.use), "price": abs(self.price)}
        return max(sizes, key=lambda part: sizes[part])

    def __add__(self, other: CostVariance) -> CostVariance:
        return CostVariance(self.trips + other.trips, self.use + other.use, self.price + other.price)


def cost_variance(
    planned_trips: int, litres_per_trip: int, planned_price: int, trips: int, litres: int, price: int
) -> CostVariance:
    """Split the fuel cost of a month against its plan.

    ``trips part = (trips − planned trips) × litres per trip × planned price``;
    ``use part = (litres − trips × litres per trip) × planned price``;
    ``price part = (price − planned price) × litres``. The sum is actual less planned cost, to the som.

    :param litres_per_trip: planned, whole litres. :param price: whole som for each litre.
    :raises ValueError: if one of the six is negative or not a whole number.
    """
    _whole(
        planned_trips=planned_trips, litres_per_trip=litres_per_trip, planned_price=planned_price,
        trips=trips, litres=litres, price=price,
    )  # fmt: skip
    return CostVariance(
        (trips - planned_trips) * litres_per_trip * planned_price,
        (litres - trips * litres_per_trip) * planned_price,
        (price - planned_price) * litres,
    )


def _whole(**given: int) -> None:
    for name, value in given.items():
        if isinstance(value, float) or value < 0:
            raise ValueError(f"{name} must be a whole number and not negative, not {value}")
