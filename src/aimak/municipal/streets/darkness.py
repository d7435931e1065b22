"""How long it is dark, from latitude alone, and what each way of switching lamps makes of the night.

An estimate: mountains, clouds and trees make a street darker than astronomy says.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from aimak.municipal.streets.refuse import whole

MONTH_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
#: Height of the sun, in degrees, at which street lamps are needed: the end of civil twilight.
LAMPS_NEEDED = -6.0
DAY_MINUTES = 1440


@cache
def dark_minutes(latitude: float, day: int, altitude: float = LAMPS_NEEDED) -> int:
    """Minutes of a night in which the sun stands lower than ``altitude``, rounded to whole minutes.

    ``declination = 23.45° × sin(360° × (284 + day) ÷ 365)`` (Cooper 1969);
    ``cos w = (sin altitude − sin latitude × sin declination) ÷ (cos latitude × cos declination)``;
    the sun is above ``altitude`` for ``2 w ÷ 360°`` of the day.

    :param latitude: degrees north, between 0 and 60: nearer to the pole some nights never get dark.
    :param day: of the year, 1 to 365.
    :raises ValueError: if latitude or day is out of range.
    """
    if not 0 <= latitude <= 60:
        raise ValueError(f"latitude must be between 0 and 60 degrees north, not {latitude!r}")
    whole("day", day, 1, 365)
    tilt = math.radians(23.45 * math.sin(math.radians(360 * (284 + day) / 365)))
    north, low = math.radians(latitude), math.radians(altitude)
    cosine = (math.sin(low) - math.sin(north) * math.sin(tilt)) / (math.cos(north) * math.cos(tilt))
    light = 2 * math.degrees(math.acos(max(-1.0, min(1.0, cosine)))) / 360
    return round(DAY_MINUTES * (1 - light))


def dark_hours(latitude: float) -> tuple[int, ...]:
    """Hours of darkness by month, January first, each rounded to whole hours.

    :raises ValueError: if the latitude is out of range.
    """
    nights = iter(range(1, 366))
    return tuple(round(sum(dark_minutes(latitude, next(nights)) for _day in range(days)) / 60) for days in MONTH_DAYS)


class Switching(StrEnum):
    """How lamps are switched. The values are the codes of the data package."""

    TIMER = "timer"  # the same hours every night, around the middle of the night
    DUSK_TO_DAWN = "dusk_to_dawn"  # a photo-relay
    MIDDLE_OFF = "middle_off"  # a photo-relay, and off in the middle of the night
    EVENING = "evening"  # on at dusk, off after some hours


#: Hours that go with each way: length of the timer's window, the pause, the evening. Figures for training.
SWITCHING_HOURS = {
    Switching.TIMER: 13,
    Switching.DUSK_TO_DAWN: 0,
    Switching.MIDDLE_OFF: 4,
    Switching.EVENING: 5,
}


@dataclass(frozen=True, slots=True)
class LightingHours:
    """Hours of a year for one lamp: ``burning``, of these ``wasted`` in daylight; ``unlit`` are dark hours."""

    burning: int
    wasted: int
    unlit: int


@cache
def month_hours(switching: Switching, latitude: float) -> tuple[int, ...]:
    """Hours that a lamp burns by month, January first, whole hours.

    :raises ValueError: if the latitude is out of range.
    """
    days = iter(range(1, 366))
    return tuple(
        round(sum(_night(switching, dark_minutes(latitude, next(days))) for _day in range(count)) / 60)
        for count in MONTH_DAYS
    )


@cache
def lighting_hours(switching: Switching, latitude: float) -> LightingHours:
    """What a way of switching makes of a year.

    Of each night: burning − dark if above zero is wasted, dark − burning if above zero stays unlit. The year's burning
    hours are the sum of :func:`month_hours`.

    :raises ValueError: if the latitude is out of range.
    """
    nights = [dark_minutes(latitude, day) for day in range(1, 366)]
    burning = [_night(switching, night) for night in nights]
    wasted = sum(max(0, on - night) for on, night in zip(burning, nights, strict=True))
    unlit = sum(max(0, night - on) for on, night in zip(burning, nights, strict=True))
    return LightingHours(sum(month_hours(switching, latitude)), round(wasted / 60), round(unlit / 60))


def _night(switching: Switching, dark: int) -> int:
    """Minutes that a lamp burns in a night of ``dark`` minutes."""
    minutes = 60 * SWITCHING_HOURS[switching]
    if switching is Switching.TIMER:
        return minutes
    if switching is Switching.EVENING:
        return min(dark, minutes)
    return dark - min(dark, minutes)
