"""What a lamp costs over its life: price today, electricity and new lamps later, in money of today."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from aimak.municipal.streets.refuse import exact_share, whole


@dataclass(frozen=True, slots=True)
class Lamp:
    """A kind of lamp.

    :param watts: with its ballast, W.
    :param price: of one lamp put up, whole som.
    :param life_hours: burning hours after which it is replaced, h.
    :param lumens: light, lm.
    """

    key: str
    watts: int
    price: int
    life_hours: int
    lumens: int

    def __post_init__(self) -> None:
        whole("watts", self.watts, 1)
        whole("price", self.price)
        whole("life_hours", self.life_hours, 1)
        whole("lumens", self.lumens, 1)


def present_value(amounts: Sequence[int], rate: float) -> int:
    """Amounts of later years in money of today: ``sum of amount_t ÷ (1 + rate)^t``, rounded once to whole som.

    :param amounts: whole som; the first is paid today, the next at the end of year 1, and so on.
    :param rate: discount rate a year as a share: 0.08 is 8 %.
    :raises ValueError: if the rate is not between 0 and 1.
    """
    factor = 1 + exact_share("rate", rate)
    return round(sum((Fraction(amount) / factor**year for year, amount in enumerate(amounts)), Fraction(0)))


def lamp_amounts(
    lamp: Lamp, lamps: int, hours: int, prices: Sequence[Fraction], *, bought: bool = True
) -> tuple[int, ...]:
    """What lamps cost year by year, whole som: bought today, then electricity and replacements at each year's end.

    A lamp is replaced at the end of the year in which its burning hours reach a multiple of ``life_hours``; at the end
    of the last year nothing is replaced any more.

    :param hours: that each lamp burns in a year, h.
    :param prices: som for a kWh, one for each year.
    :param bought: False if the lamps hang already.
    :raises ValueError: if a count is negative.
    """
    whole("lamps", lamps)
    whole("hours", hours, 0, 8784)
    amounts = [lamps * lamp.price if bought else 0]
    for year, price in enumerate(prices, start=1):
        electricity = round(Fraction(lamps * lamp.watts * hours, 1000) * price)
        worn = hours * year // lamp.life_hours - hours * (year - 1) // lamp.life_hours
        amounts.append(electricity + (lamps * lamp.price * worn if year < len(prices) else 0))
    return tuple(amounts)


def life_cycle_cost(
    lamp: Lamp, lamps: int, hours: int, prices: Sequence[Fraction], rate: float, *, bought: bool = True
) -> int:
    """The present value of :func:`lamp_amounts`, whole som.

    :raises ValueError: if a count is negative, or the rate is no share.
    """
    return present_value(lamp_amounts(lamp, lamps, hours, prices, bought=bought), rate)


def simple_payback(extra: int, saved_a_year: int) -> float | None:
    """Years after which a higher price has come back: ``extra ÷ saved in a year``. None if nothing is saved.

    :param extra: whole som more today. Zero or less has come back at once: 0.0.
    """
    if extra <= 0:
        return 0.0
    return extra / saved_a_year if saved_a_year > 0 else None


def payback_years(extra: int, saved: Sequence[int], rate: float = 0.0) -> int | None:
    """The first year at whose end what was saved, in money of today, covers ``extra``. None if no year does.

    :param saved: whole som saved in year 1, 2, …; below zero where a year costs more.
    :param rate: discount rate; 0 counts a som of every year alike.
    :raises ValueError: if the rate is no share.
    """
    if extra <= 0:
        return 0
    factor, together = 1 + exact_share("rate", rate), Fraction(0)
    for year, amount in enumerate(saved, start=1):
        together += Fraction(amount) / factor**year
        if together >= extra:
            return year
    return None
