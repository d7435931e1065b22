"""Fees as they are published: for a person or a household, each month or each year. First bring them to one unit."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from aimak.municipal.waste.checks import above_zero, not_negative

#: Months of a year.
MONTHS = 12


class Per(StrEnum):
    """For whom a fee is."""

    PERSON = "person"
    HOUSEHOLD = "household"


class Every(StrEnum):
    """For what time a fee is."""

    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Fee:
    """A fee as it is published.

    :param amount: som for each ``per`` and ``every``; published fees have decimals (22.5).
    :raises ValueError: if the amount is negative or no finite number.
    """

    amount: float
    per: Per
    every: Every

    def __post_init__(self) -> None:
        not_negative("amount of the fee", self.amount)


def convert(fee: Fee, per: Per, every: Every, household_size: float) -> Fee:
    """The same fee in another unit.

    Formula: person to household × people in a household, and back by dividing; month to year × 12, and back by
    dividing. Unit: som for each ``per`` and ``every``. Nothing is rounded.

    Worked example: Min-Bulak 2023, 20 som for a person and year, is with five people in a household 100 som for a
    household and year, which is 8.33 som a month (minbulak.org.kg).

    :param household_size: people in a household, on average.
    :raises ValueError: if the household size is not above zero.
    """
    above_zero("household size", household_size)
    amount = fee.amount
    if (fee.per, per) == (Per.PERSON, Per.HOUSEHOLD):
        amount *= household_size
    elif (fee.per, per) == (Per.HOUSEHOLD, Per.PERSON):
        amount /= household_size
    if (fee.every, every) == (Every.MONTH, Every.YEAR):
        amount *= MONTHS
    elif (fee.every, every) == (Every.YEAR, Every.MONTH):
        amount /= MONTHS
    return Fee(amount, per, every)


def household_month(fee: Fee, household_size: float) -> float:
    """The fee in som for a household and month, the unit in which the course compares fees.

    Worked example: Dostuk 2023, 120 som for a household and year, is 10 som a month (dostuk.naryn-region.kg).

    :raises ValueError: if the household size is not above zero.
    """
    return convert(fee, Per.HOUSEHOLD, Every.MONTH, household_size).amount
