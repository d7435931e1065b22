"""How much waste there is, how many trips it takes, and how long they last."""

from __future__ import annotations

import math
from dataclasses import dataclass

from aimak.municipal.waste.checks import above_zero, not_negative, share

#: Days and weeks of a year, and kilograms of a tonne.
DAYS, WEEKS, KG = 365, 52, 1000
#: A count of trips this little above a whole number is that number: 3.0000000000000004 trips are three.
_NOISE = 1e-9


def tonnes_a_year(people: int, kg_a_day: float, share_served: float) -> float:
    """Tonnes of waste that the service carries in a year.

    Formula: people × kilograms a person and day × 365 × share served ÷ 1000.

    :param kg_a_day: kilograms that a person hands over each day, measured by whoever calculates.
    :param share_served: share of the people whose waste is collected, 0 to 1.
    :raises ValueError: if people or kilograms are negative, or the share is not between 0 and 1.
    """
    not_negative("people", people)
    not_negative("kilograms a day", kg_a_day)
    share("share served", share_served)
    return people * kg_a_day * DAYS * share_served / KG


def kg_a_day(tonnes: float, people: float) -> float:
    """Kilograms a person and day, from tonnes a year.

    Formula: tonnes × 1000 ÷ people ÷ 365. Worked example: 228 kg a person in 2024 in the whole country is 0.62 kg a
    day (National Statistical Committee by 24.kg). That is waste that was hauled, most of it in Bishkek and Osh (dv.kg).

    :raises ValueError: if the tonnes are negative or the people are not above zero.
    """
    not_negative("tonnes", tonnes)
    above_zero("people", people)
    return tonnes * KG / people / DAYS


def volume(tonnes: float, density: float) -> float:
    """Cubic metres that the waste fills: tonnes ÷ density.

    :param density: tonnes of a cubic metre as it lies in the truck, weighed by whoever calculates.
    :raises ValueError: if the tonnes are negative or the density is not above zero.
    """
    not_negative("tonnes", tonnes)
    above_zero("density", density)
    return tonnes / density


def trips(volume_m3: float, truck_m3: float) -> int:
    """Whole trips: volume ÷ volume of the truck, rounded up, because a trip cannot be driven by half.

    :raises ValueError: if the volume is negative or the truck's volume is not above zero.
    """
    not_negative("volume", volume_m3)
    above_zero("volume of the truck", truck_m3)
    return math.ceil(volume_m3 / truck_m3 - _NOISE)


def trips_a_week(tonnes: float, density: float, truck_m3: float) -> int:
    """Trips in a week: a week's volume (a year's ÷ 52) ÷ volume of the truck, rounded up.

    :raises ValueError: as :func:`volume` and :func:`trips`.
    """
    return trips(volume(tonnes, density) / WEEKS, truck_m3)


@dataclass(frozen=True, slots=True)
class Round:
    """One trip: collecting through the streets, out to the landfill and back.

    :param km: kilometres to the landfill, one way.
    :param speed: kilometres an hour on that road.
    :param loading: hours of collecting through the streets until the truck is full.
    :param unloading: hours at the landfill.
    :raises ValueError: if kilometres or hours are negative, or the speed is not above zero.
    """

    km: float
    speed: float
    loading: float
    unloading: float

    def __post_init__(self) -> None:
        not_negative("kilometres", self.km)
        above_zero("speed", self.speed)
        not_negative("hours of loading", self.loading)
        not_negative("hours of unloading", self.unloading)

    @property
    def hours(self) -> float:
        """Hours of one trip: 2 × kilometres ÷ speed + loading + unloading."""
        return 2 * self.km / self.speed + self.loading + self.unloading


def trips_a_day(one: Round, hours_a_day: float) -> int:
    """Whole trips that fit into a working day: hours of the day ÷ hours of a trip, rounded down.

    :raises ValueError: if the day or the trip is not above zero hours.
    """
    above_zero("hours a day", hours_a_day)
    above_zero("hours of a trip", one.hours)
    return math.floor(hours_a_day / one.hours + _NOISE)
