"""Parts of the case of the unit `streets`: lamps with their bill, choices of lamps and switching, roads to keep."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from itertools import product

from aimak.data.streets import lamp_types
from aimak.municipal.streets import (
    Lamp,
    Policy,
    Prices,
    Road,
    RoadYear,
    Switching,
    lamp_amounts,
    lighting_hours,
    month_hours,
    present_value,
    regrade_below,
    regrade_every,
    road_years,
    total_cost,
    wait,
)

#: Where lamps hang.
PLACES = ("centre", "school", "far")
#: Years over which lamps and policies are compared.
YEARS = 8
#: Keys of what may be done with the lamps of a place; «keep» buys nothing.
KEEP = "keep"
#: Ways of switching that a place may have: the clinic of the centre works at night, children walk at dusk and dawn.
ALLOWED = {
    "centre": frozenset({Switching.DUSK_TO_DAWN}),
    "school": frozenset({Switching.DUSK_TO_DAWN, Switching.MIDDLE_OFF}),
    "far": frozenset(Switching),
}


@dataclass(frozen=True, slots=True)
class PlaceLamps:
    """The lamps of one place that burn: how many, of which kind, how they are switched, at which latitude."""

    place: str
    lamps: int
    lamp: Lamp
    switching: Switching
    latitude: float

    @property
    def kilowatts(self) -> float:
        """Power of all lamps, kW."""
        return self.lamps * self.lamp.watts / 1000

    @property
    def hours(self) -> int:
        """Hours that each lamp burns in a year, h."""
        return sum(month_hours(self.switching, self.latitude))

    @property
    def periods(self) -> tuple[int, int]:
        """Hours from January to April, and from May to December."""
        months = month_hours(self.switching, self.latitude)
        return sum(months[:4]), sum(months[4:])


@dataclass(frozen=True, slots=True)
class LampChoice:
    """Which lamps to buy: the money of this year (whole som), the discount rate, som for a kWh in every year."""

    ceiling: int
    rate: float
    price: Fraction


def offered() -> tuple[Lamp, ...]:
    """The lamps that can be bought, the cheapest first."""
    return tuple(sorted((one.lamp for one in lamp_types().values() if one.offered), key=lambda lamp: lamp.price))


def lamp_options() -> tuple[str, ...]:
    """What may be done with the lamps of a place."""
    return (KEEP, *(lamp.key for lamp in offered()))


@cache
def place_amounts(lamps: PlaceLamps, option: str, price: Fraction) -> tuple[int, ...]:
    """Whole som today and at the end of each of :data:`YEARS` years, if a place gets these lamps."""
    lamp = lamps.lamp if option == KEEP else lamp_types()[option].lamp
    return lamp_amounts(lamp, lamps.lamps, lamps.hours, [price] * YEARS, bought=option != KEEP)


def lamps_cost(lamps: tuple[PlaceLamps, ...], chosen: Mapping[str, str | None], choice: LampChoice) -> tuple[int, int]:
    """Whole som to pay today, and over all years in money of today; a place without a choice keeps its lamps."""
    amounts = [place_amounts(one, chosen.get(one.place) or KEEP, choice.price) for one in lamps]
    return sum(one[0] for one in amounts), sum(present_value(one, choice.rate) for one in amounts)


def best_lamps(lamps: tuple[PlaceLamps, ...], choice: LampChoice) -> dict[str, str]:
    """The choice that costs least over all years and fits the money of this year; every choice is tried."""
    every = (dict(zip(PLACES, options, strict=True)) for options in product(lamp_options(), repeat=len(PLACES)))
    costs = ((*lamps_cost(lamps, chosen, choice), chosen) for chosen in every)
    return min((one for one in costs if one[0] <= choice.ceiling), key=lambda one: (one[1], one[0]))[2]


def electricity(one: PlaceLamps, switching: Switching, price: Fraction) -> int:
    """A year's electricity of a place under a way of switching, whole som."""
    kwh = Fraction(one.lamps * one.lamp.watts * sum(month_hours(switching, one.latitude)), 1000)
    return round(kwh * price)


def switched(
    lamps: tuple[PlaceLamps, ...], chosen: Mapping[str, str | None], price: Fraction
) -> tuple[int, dict[str, int]]:
    """What a way of switching saves in a year against today (whole som), and dark hours without lamps by place.

    A place without a choice stays as it is.
    """
    saved, dark = 0, {}
    for one in lamps:
        way = Switching(chosen.get(one.place) or one.switching)
        saved += electricity(one, one.switching, price) - electricity(one, way, price)
        dark[one.place] = lighting_hours(way, one.latitude).unlit
    return saved, dark


def lamp_hours_in_the_dark(lamps: tuple[PlaceLamps, ...], dark: Mapping[str, int]) -> int:
    """Dark hours of all lamps together: an hour in a street of thirty lamps counts thirty."""
    return sum(one.lamps * dark[one.place] for one in lamps)


def allowed_switching() -> Iterator[dict[str, str]]:
    """Every way of switching the three places that leaves nobody's needed way dark."""
    for ways in product(*(sorted(ALLOWED[place]) for place in PLACES)):
        yield dict(zip(PLACES, (way.value for way in ways), strict=True))


def least_dark(lamps: tuple[PlaceLamps, ...], target: int, price: Fraction) -> int:
    """The fewest lamp-hours in the dark of any allowed way of switching that saves the target."""
    found = []
    for chosen in allowed_switching():
        saved, dark = switched(lamps, chosen, price)
        if saved >= target:
            found.append(lamp_hours_in_the_dark(lamps, dark))
    return min(found)


@dataclass(frozen=True, slots=True)
class Upkeep:
    """A road to be kept up under one of three policies: wait, below a threshold, every so many years."""

    road: Road
    prices: Prices
    threshold: int
    every: int

    def paths(self) -> dict[str, tuple[RoadYear, ...]]:
        """What becomes of the road under each policy."""
        policies: dict[str, Policy] = {
            "wait": wait,
            "below": regrade_below(self.threshold),
            "every": regrade_every(self.every),
        }
        return {key: road_years(self.road, policy, self.prices, YEARS) for key, policy in policies.items()}

    def best(self) -> str:
        """The cheapest policy under which people get through in every year."""
        open_always = {key: path for key, path in self.paths().items() if all(one.passable for one in path)}
        return min(open_always, key=lambda key: total_cost(open_always[key]))
