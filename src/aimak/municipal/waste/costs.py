"""The full cost of a year: what is paid, and what wears out without a bill."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from fractions import Fraction

from aimak.municipal.waste.checks import above_zero, not_negative, share
from aimak.municipal.waste.fees import MONTHS


@dataclass(frozen=True, slots=True)
class FullCost:
    """The parts of a year's full cost, whole som.

    :param contributions: what the employer pays on the wages, at the rate of the case.
    :param depreciation: a year's part of the truck and the bins, see :func:`depreciation`.
    :param disposal: what the landfill takes, or what its upkeep costs.
    :param overhead: the part of accounting, receipts and the office that the service uses.
    :raises ValueError: if a part is negative; it names the part.
    """

    fuel: int
    wages: int
    contributions: int
    repair: int
    depreciation: int
    disposal: int
    overhead: int

    def __post_init__(self) -> None:
        for name, amount in self.parts.items():
            not_negative(name, amount)

    @property
    def parts(self) -> dict[str, int]:
        """Whole som by part, in the order of :data:`PARTS`."""
        return {part.name: int(getattr(self, part.name)) for part in fields(self)}

    @property
    def total(self) -> int:
        """The full cost: all parts together, whole som."""
        return sum(self.parts.values())

    @property
    def cash(self) -> int:
        """What leaves the account in the year: the full cost without depreciation, whole som."""
        return self.total - self.depreciation

    def without(self, part: str) -> FullCost:
        """The same cost with one part forgotten.

        :raises ValueError: if there is no such part.
        """
        if part not in PARTS:
            raise ValueError(f"there is no part {part!r} of a full cost; the parts are {', '.join(PARTS)}")
        return replace(self, **{part: 0})


#: The parts of a full cost, in the order in which the course shows them.
PARTS = tuple(part.name for part in fields(FullCost))


def depreciation(price: int, residual: int, years: int) -> int:
    """What a thing loses in a year, by the straight line: (price − residual value) ÷ years of use, whole som.

    It has no bill. Whoever forgets it has no money for the next truck.

    :param residual: som that it still brings after its years of use.
    :raises ValueError: if an amount is negative, the residual value is above the price, or the years are not above
        zero.
    """
    not_negative("price", price)
    not_negative("residual value", residual)
    above_zero("years of use", years)
    if residual > price:
        raise ValueError(f"residual value cannot be above the price ({residual} > {price})")
    return round(Fraction(price - residual, years))


def contributions(wages: int, rate: float) -> int:
    """What the employer pays on wages: wages × rate, whole som.

    :param rate: a share between 0 and 1 that the case gives; look up the rate of your year.
    :raises ValueError: if the wages are negative or the rate is no share.
    """
    not_negative("wages", wages)
    share("rate of contributions", rate)
    return round(wages * rate)


def per_tonne(cost: int, tonnes: float) -> float:
    """Som for each tonne: cost ÷ tonnes.

    :raises ValueError: if the cost is negative or the tonnes are not above zero.
    """
    not_negative("cost", cost)
    above_zero("tonnes", tonnes)
    return cost / tonnes


def per_household_month(cost: int, households: int) -> float:
    """Som for each household and month: cost of a year ÷ households ÷ 12.

    :raises ValueError: if the cost is negative or the households are not above zero.
    """
    not_negative("cost", cost)
    above_zero("households", households)
    return cost / households / MONTHS
