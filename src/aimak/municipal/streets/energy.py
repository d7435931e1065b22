"""Electricity of street lamps: kilowatt-hours, and what they cost in a year in which the tariff changes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from aimak.municipal.streets.refuse import whole

#: Hours of a year that is no leap year.
YEAR_HOURS = 8760


def energy_kwh(lamps: int, watts: int, hours: int) -> float:
    """Electricity of lamps: ``lamps × watts × hours ÷ 1000``, in kWh.

    :param watts: of one lamp with its ballast, W.
    :param hours: that each lamp burns, h; at most 8,760 if a year is meant.
    :raises ValueError: if a count is negative or not whole.

    Source: definition of the kilowatt-hour. Uch-Terek's 132 lamps of 100 W at 4,000 h use 52,800 kWh.
    """
    return whole("lamps", lamps) * whole("watts", watts) * whole("hours", hours) / 1000


@dataclass(frozen=True, slots=True)
class Step:
    """A price of electricity from the first day of a month on, in tyiyn (0.01 som) for a kWh."""

    year: int
    month: int
    tyiyn: int

    def __post_init__(self) -> None:
        whole("month", self.month, 1, 12)
        whole("tyiyn", self.tyiyn, 1)


@dataclass(frozen=True, slots=True)
class Tariff:
    """The tariff of one group of consumers over time.

    :param group: the group's name.
    :param steps: its prices in the order of time; each holds until the next, the last one until further notice.
    :raises ValueError: if there is no step, or steps are out of order or stand twice.
    """

    group: str
    steps: tuple[Step, ...]

    def __post_init__(self) -> None:
        when = [(step.year, step.month) for step in self.steps]
        if not when:
            raise ValueError(f"tariff {self.group!r}: it needs at least one step")
        if when != sorted(set(when)):
            raise ValueError(f"tariff {self.group!r}: its steps must follow one another, each month once")

    def tyiyn(self, year: int, month: int) -> int:
        """The price in a month, tyiyn for a kWh.

        :raises ValueError: if the month is none, or lies before the first price that is known.
        """
        whole("month", month, 1, 12)
        known = [step.tyiyn for step in self.steps if (step.year, step.month) <= (year, month)]
        if not known:
            raise ValueError(f"tariff {self.group!r}: no price is known for {year}-{month:02}")
        return known[-1]


def energy_cost(kwh_by_month: Sequence[float], tariff: Tariff, year: int) -> int:
    """What a year's electricity costs: the sum over months of ``kWh × price of the month``, rounded once to whole som.

    :param kwh_by_month: twelve amounts in kWh, January first.
    :raises ValueError: if there are not twelve, one is negative or not finite, or a price is not known.
    """
    if len(kwh_by_month) != 12:
        raise ValueError(f"kwh_by_month must hold twelve months, not {len(kwh_by_month)}")
    if not all(0 <= kwh < float("inf") for kwh in kwh_by_month):
        raise ValueError(f"kwh_by_month must be finite and not negative: {list(kwh_by_month)!r}")
    parts = (Fraction(str(kwh)) * tariff.tyiyn(year, month) for month, kwh in enumerate(kwh_by_month, start=1))
    return round(sum(parts, Fraction(0)) / 100)


def mean_price(tariff: Tariff, year: int, weights: Sequence[int] = (1,) * 12) -> Fraction:
    """The price of a year: the mean of its months, weighted, in som for a kWh; exact.

    :param weights: twelve whole numbers, such as hours of darkness; equal months unless given. A plain mean of the
        old and the new price is right only if the tariff changes in July and every month is alike.
    :raises ValueError: if there are not twelve weights, one is negative, or all are zero.
    """
    if len(weights) != 12:
        raise ValueError(f"weights must hold twelve months, not {len(weights)}")
    total = sum(whole("weights", weight) for weight in weights)
    if not total:
        raise ValueError("weights must not all be zero")
    priced = sum(weight * tariff.tyiyn(year, month) for month, weight in enumerate(weights, start=1))
    return Fraction(priced, 100 * total)
