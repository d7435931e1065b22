"""Parts of the waste case: neighbours' fees, the planned service and its week, a colleague's cost, a shared truck."""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

from aimak.data import Municipality, municipalities, municipality
from aimak.data.waste import WasteService, waste_neighbour
from aimak.municipal.money import printed
from aimak.municipal.waste import (
    WEEKS,
    Every,
    Fee,
    Partner,
    Per,
    Round,
    SplitKey,
    both_gain,
    contributions,
    depreciation,
    hours_needed,
    household_month,
    shared_truck,
    tonnes_a_year,
    trips_a_day,
    trips_a_week,
    volume,
)

#: What a neighbour's fee pays for. Only `weekly` is the service that is planned here.
KINDS = ("weekly", "twice_a_year", "old", "town")
#: Kilometres to the next place for municipalities that no neighbour's truck reaches in a day.
FAR_KM = 96
#: Kilometres an hour between two municipalities, and how often a week the truck moves there and back.
MOVING_SPEED, MOVES = 30, 2
#: So little above a whole trip a week, or below a whole trip a day, is no clear case for rounding.
BARELY, NEARLY = 0.09, 0.94


@dataclass(frozen=True, slots=True)
class NeighbourFee:
    """The fee of another training municipality, as it is published.

    :param kind: what it pays for, one of :data:`KINDS`.
    """

    place: Municipality
    fee: Fee
    kind: str


@dataclass(frozen=True, slots=True)
class Plan:
    """The service that is planned.

    :param people: inhabitants; ``share_served`` the share of them whose waste is collected.
    :param households: households served.
    :param kg_a_day: kilograms a person and day; ``density`` tonnes of a cubic metre in the truck.
    :param round: one trip; ``hours_a_day`` hours that the crew works in a day.
    """

    people: int
    share_served: float
    households: int
    kg_a_day: float
    density: float
    truck_m3: float
    round: Round
    hours_a_day: float


@dataclass(frozen=True, slots=True)
class Schedule:
    """One way to spread the trips: working days a week, and trips on each of them."""

    key: str
    days: int
    trips: int


@dataclass(frozen=True, slots=True)
class Colleague:
    """A cost calculation with a part missing, and what is known about the service. Whole som a year.

    :param counted: the parts that the colleague added up.
    :param disposal_price: som a tonne that the upkeep of the landfill takes.
    """

    counted: Mapping[str, int]
    wages: int
    contribution_rate: float
    truck_price: int
    truck_residual: int
    truck_years: int
    disposal_price: int


@dataclass(frozen=True, slots=True)
class Sharing:
    """A truck for two: the own municipality first, then the neighbour.

    :param cost: full cost of the shared truck, whole som a year.
    :param km: kilometres between the two, one way; ``moving`` hours a week of driving between them.
    """

    partners: tuple[Partner, Partner]
    cost: int
    km: int
    moving: float


def _barely_more(count: float) -> bool:
    return 0 < count % 1 < BARELY


def neighbour_fees(place: Municipality, draw: random.Random) -> tuple[NeighbourFee, ...]:
    """Four fees in four units. The one that looks smallest is not the cheapest, and the cheapest is another service."""
    others = draw.sample([other for other in municipalities() if other != place], 4)
    size = place.population / place.households
    while True:
        made = (
            Fee(draw.randrange(14, 27), Per.PERSON, Every.MONTH),
            Fee(draw.randrange(84, 260, 12), Per.PERSON, Every.YEAR),
            Fee(draw.randrange(240, 620, 20), Per.HOUSEHOLD, Every.YEAR),
            Fee(draw.randrange(35, 85, 5), Per.HOUSEHOLD, Every.MONTH),
        )
        months = [household_month(fee, size) for fee in made]
        ordered = sorted(months)
        if all(later - earlier > 2.5 for earlier, later in pairwise(ordered)):
            break
    cheapest = months.index(min(months))
    weekly = draw.choice([i for i in range(4) if i != cheapest])
    rest = [kind for kind in KINDS if kind != "weekly"]
    draw.shuffle(rest)
    kinds = ["weekly" if i == weekly else rest.pop() for i in range(4)]
    fees = [NeighbourFee(other, fee, kind) for other, fee, kind in zip(others, made, kinds, strict=True)]
    draw.shuffle(fees)
    return tuple(fees)


def plan(place: Municipality, service: WasteService, draw: random.Random) -> Plan:
    """The planned service, with the smallest truck whose trips leave part of the week free."""
    share = draw.choice([0.55, 0.6, 0.65, 0.7])
    measured = service.kg_a_day or draw.choice([0.26, 0.28, 0.30])
    speed = draw.choice([25, 30])
    found = None
    for truck, density in ((4.0, 0.2), (8.0, 0.2), (14.0, 0.25), (16.0, 0.3)):
        kg = measured
        while _barely_more(volume(tonnes_a_year(place.population, kg, share), density) / WEEKS / truck):
            kg = round(kg + 0.01, 2)  # or one trip more would hang on how somebody rounds
        tonnes = tonnes_a_year(place.population, kg, share)
        count = trips_a_week(tonnes, density, truck)
        for loading in (1.5, 1.75, 2.0, 2.25):
            one = Round(service.km, speed, loading, 0.25)
            fit, once = trips_a_day(one, 8.0), trips_a_day(Round(service.km / 2, speed, loading, 0.25), 8.0)
            if 8.0 / one.hours % 1 > NEARLY:
                continue  # nobody stops the crew for a few minutes
            if fit >= 2 and count * one.hours <= 27 and count > fit:
                found = Plan(place.population, share, round(place.households * share), kg, density, truck, one, 8.0)
                if once > fit:  # then it matters that the truck also has to come back
                    return found
        if found:
            return found
    raise ValueError(f"no truck fits {place.code}")


def schedules(planned: Plan, draw: random.Random) -> tuple[Schedule, ...]:
    """Four weeks: one that carries all in days that are not too long, one too short, one too long a day, one idle."""
    tonnes = tonnes_a_year(planned.people, planned.kg_a_day, planned.share_served)
    needed = trips_a_week(tonnes, planned.density, planned.truck_m3)
    fit = trips_a_day(planned.round, planned.hours_a_day)
    days = -(-needed // fit)
    pairs = {(days, fit), (days - 1, fit), (-(-needed // (fit + 1)), fit + 1), (days + 1, fit)}
    pairs |= {(days + 2, fit)} if len(pairs) < 4 else set()
    ordered = sorted(pair for pair in pairs if pair[0] > 0)
    draw.shuffle(ordered)
    return tuple(Schedule(f"d{days}t{count}", days, count) for days, count in ordered)


def colleague(planned: Plan, draw: random.Random) -> Colleague:
    """A year's cost in which depreciation, contributions or disposal were forgotten."""
    tonnes = tonnes_a_year(planned.people, planned.kg_a_day, planned.share_served)
    driven = 52 * trips_a_week(tonnes, planned.density, planned.truck_m3)
    small = planned.truck_m3 <= 4
    price = draw.randrange(820, 1100, 20) * 1000 if small else draw.randrange(2600, 3400, 50) * 1000
    price = price if planned.truck_m3 <= 8 else draw.randrange(4800, 6200, 100) * 1000
    residual, years = printed(price * 0.1), draw.choice([8, 10, 12])
    week = driven / 52 * planned.round.hours / 40
    wages = printed((2 if small else 3) * draw.uniform(15_500, 19_500) * 12 * max(0.25, week))
    rate, disposal = 0.17, draw.randrange(60, 130, 5)
    parts = {
        "fuel": printed(driven * (2 * planned.round.km + 8) * (17 if small else 24) * draw.uniform(0.9, 1.1)),
        "wages": wages,
        "contributions": contributions(wages, rate),
        "repair": printed(price * draw.uniform(0.03, 0.06)),
        "depreciation": depreciation(price, residual, years),
        "disposal": disposal * round(tonnes),
        "overhead": printed(wages * draw.uniform(0.15, 0.25)),
    }
    forgotten = draw.choice(["depreciation", "contributions", "disposal"])
    counted = {part: amount for part, amount in parts.items() if part != forgotten}
    return Colleague(counted, wages, rate, price, residual, years, disposal)


def _partner(name: str, hours: float, planned: Plan, cost_an_hour: float, draw: random.Random) -> Partner:
    """A neighbour whose trips take about so many hours a week: its way is a little shorter or longer."""
    trip = planned.round.hours * draw.uniform(0.8, 1.35)
    count = max(1, round(hours / trip))
    tonnes = round(count * 52 * planned.truck_m3 * planned.density * draw.uniform(0.8, 0.98))
    people = round(tonnes * 1000 / 365 / (planned.kg_a_day * draw.uniform(0.8, 1.25)), -1)
    return Partner(name, tonnes, count, int(people), round(count * trip, 1), printed(cost_an_hour * count * trip))


def sharing(place: Municipality, planned: Plan, cost: int, week: float, draw: random.Random) -> Sharing:
    """A neighbour, and a shared truck that fits the week or does not. Some splits leave both better off, not all."""
    near = waste_neighbour(place.code)
    other = municipality(near.code) if near else _next_in_oblast(place)
    km = near.road_km if near else FAR_KM
    moving = round(MOVES * 2 * km / MOVING_SPEED, 1)
    tonnes = tonnes_a_year(planned.people, planned.kg_a_day, planned.share_served)
    count = trips_a_week(tonnes, planned.density, planned.truck_m3)
    own_hours = round(count * planned.round.hours, 1)
    own = Partner(place.code, round(tonnes), count, round(planned.people * planned.share_served), own_hours, cost)
    wanted = near is not None and draw.random() < 0.65
    for _attempt in range(2_000):
        total = draw.uniform(own_hours + moving + 5, week - 2) if wanted else draw.uniform(week + 4, week + 12)
        hours = max(5.0, total - own_hours - moving)
        pair = (own, _partner(other.code, hours, planned, cost / own_hours * draw.uniform(0.8, 1.5), draw))
        shared = printed((own.alone + pair[1].alone) * draw.uniform(0.74, 0.88))
        gains = [both_gain(shared_truck(shared, pair, key), pair) for key in SplitKey]
        needed = hours_needed(pair, moving)
        room = needed <= week - 1 if wanted else needed >= week + 3
        if room and any(gains) and not all(gains):
            return Sharing(pair, shared, km, moving)
    raise ValueError(f"no neighbour's figures fit {place.code}")


def _next_in_oblast(place: Municipality) -> Municipality:
    codes = [other for other in municipalities(place.oblast) if other != place]
    return min(codes, key=lambda other: (abs(int(other.code[1:]) - int(place.code[1:])), other.code))
