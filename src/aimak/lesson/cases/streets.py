"""The case of the unit `streets`: lamps and their bill, lamps to buy, hours to save, a road to keep, a plan of roads.

Everything follows from the municipality's rows in the data package and its code. Amounts are whole som.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import product

from aimak.data import Municipality, municipality
from aimak.data.streets import (
    LATITUDES,
    PLAN_YEARS,
    SURVEYS,
    TARIFF_GROUPS,
    lamp_types,
    road_sections,
    roads_at_start,
    street_lamps,
    street_limits,
    tariff,
)
from aimak.lesson.cases.streets_parts import (
    PLACES,
    LampChoice,
    PlaceLamps,
    Upkeep,
    allowed_switching,
    best_lamps,
    lamp_hours_in_the_dark,
    lamp_options,
    lamps_cost,
    switched,
)
from aimak.municipal.streets import (
    Plan,
    Prices,
    Project,
    Road,
    Switching,
    Tariff,
    best_plan,
    energy_cost,
    month_hours,
    road_project,
    total_cost,
    worst_first,
)

#: The year of the bill: its tariff changes in May.
YEAR, MAY = 2026, 5
#: Years over which a plan's gain is counted.
HORIZON = 6
#: The road that the kenesh promised to the school.
PROMISED = "school_road"


@dataclass(frozen=True, slots=True)
class StreetsCase:
    """What the trainee of one municipality sees.

    :param lent: True if the municipality has no lamps of its own; the lamps were then handed over to it.
    :param group: the group of consumers that the contract on electricity names, one of ``TARIFF_GROUPS``.
    :param lamps: the lamps of the three places.
    :param draft: whole som that the draft budget has for electricity of lamps: the price of January all year.
    :param choice: what limits the choice of new lamps; ``target`` whole som to be saved in a year by switching.
    :param upkeep: a road and three policies for it.
    :param roads: all roads at the start of the plan, with their ``prices`` and the ``ceilings`` of three years.
    :param serves: road -> ``school``, ``clinic`` or ``none``.
    :param granted: True if the only money for roads is a grant.
    """

    municipality: Municipality
    lent: bool
    group: str
    lamps: tuple[PlaceLamps, ...]
    draft: int
    choice: LampChoice
    target: int
    upkeep: Upkeep
    roads: tuple[Road, ...]
    prices: Prices
    ceilings: tuple[int, int, int]
    serves: dict[str, str]
    granted: bool

    @property
    def tariff(self) -> Tariff:
        """The tariff of the contract's group."""
        return tariff(self.group)

    @property
    def kwh(self) -> float:
        """Electricity of all lamps in a year, kWh."""
        return round(sum(one.kilowatts * one.hours for one in self.lamps), 3)

    def bill(self, group: str) -> int:
        """What the electricity of :data:`YEAR` costs by the tariff of a group, whole som."""
        months = [
            round(sum(one.kilowatts * month_hours(one.switching, one.latitude)[m] for one in self.lamps), 3)
            for m in range(12)
        ]
        return energy_cost(months, tariff(group), YEAR)

    @property
    def projects(self) -> tuple[Project, ...]:
        """Each road as something that can be done in one of the years."""
        return tuple(road_project(road, self.prices, len(PLAN_YEARS), HORIZON) for road in self.roads)

    def best_roads(self) -> Plan:
        """The plan with the most household-years in which the promise is kept."""
        plan = best_plan(self.projects, self.ceilings, {PROMISED})
        assert plan is not None
        return plan

    def worst_first(self) -> Plan:
        """What the rule «the worst road first» gives."""
        return worst_first(self.roads, self.projects, self.ceilings)


def case(code: str) -> StreetsCase:
    """The case of a municipality.

    :raises UserError: if there is no such municipality.
    """
    place = municipality(code)
    draw = random.Random(f"streets case {place.code}")
    lamps, lent = _lamps(place, draw)
    group = draw.choice(["tariff_budget", "tariff_budget", "tariff_social"])
    price = Fraction(tariff(group).tyiyn(YEAR, 12), 100)
    limits = street_limits(place.code)
    roads = roads_at_start(place.code)
    ceilings, granted = _ceilings(roads, limits.prices, limits.ceilings)
    made = StreetsCase(
        municipality=place,
        lent=lent,
        group=group,
        lamps=lamps,
        draft=0,
        choice=_choice(lamps, price, draw),
        target=_target(lamps, price, draw),
        upkeep=_upkeep(roads, limits.prices, draw),
        roads=roads,
        prices=limits.prices,
        ceilings=ceilings,
        serves={one.road: one.serves for one in road_sections(place.code)},
        granted=granted,
    )
    january = Fraction(tariff(group).tyiyn(YEAR, 1), 100)
    return replace(made, draft=round(Fraction(str(made.kwh)) * january / 100) * 100)


def _lamps(place: Municipality, draw: random.Random) -> tuple[tuple[PlaceLamps, ...], bool]:
    latitude, kinds = LATITUDES[place.oblast], lamp_types()
    hang = street_lamps(place.code, SURVEYS[-1])
    if hang:
        return tuple(PlaceLamps(o.place, o.working, kinds[o.type].lamp, o.switching, latitude) for o in hang), False
    # A municipality without lamps is handed the old lamps of an enterprise, and with them the bill.
    old = kinds["mercury_250"].lamp
    return tuple(PlaceLamps(p, draw.randrange(14, 40), old, Switching.TIMER, latitude) for p in PLACES), True


def _choice(lamps: tuple[PlaceLamps, ...], price: Fraction, draw: random.Random) -> LampChoice:
    """Money that is not enough for the best lamp everywhere, so that one place must wait or take another lamp."""
    rate = draw.choice([0.06, 0.08, 0.10])
    free = LampChoice(10**12, rate, price)
    wanted = lamps_cost(lamps, best_lamps(lamps, free), free)[0]
    options = [dict(zip(PLACES, one, strict=True)) for one in product(lamp_options(), repeat=len(PLACES))]
    for _attempt in range(200):
        choice = LampChoice(round(wanted * draw.uniform(0.4, 0.9) / 1000) * 1000, rate, price)
        best = best_lamps(lamps, choice)
        today, least = lamps_cost(lamps, best, choice)
        others = [lamps_cost(lamps, one, choice) for one in options if one != best]
        clear = all(total > 1.002 * least for paid, total in others if paid <= choice.ceiling)
        if clear and 0 < today <= choice.ceiling:
            return choice
    raise AssertionError("no ceiling makes the choice of lamps clear")


def _target(lamps: tuple[PlaceLamps, ...], price: Fraction, draw: random.Random) -> int:
    """A saving that one of the allowed ways of switching reaches, and not the one with the least darkness."""
    ways = []
    for chosen in allowed_switching():
        saved, dark = switched(lamps, chosen, price)
        ways.append((lamp_hours_in_the_dark(lamps, dark), saved))
    ways.sort()
    lightest = ways[0][1]
    reached = sorted({saved for _dark, saved in ways if saved > max(0, lightest)})
    aim = draw.choice(reached[: max(1, len(reached) - 1)])
    before = max([0, lightest, *(one for one in reached if one < aim)])
    return round((before + (aim - before) * draw.uniform(0.5, 0.95)) / 100) * 100


def _upkeep(roads: tuple[Road, ...], prices: Prices, draw: random.Random) -> Upkeep:
    """A road that is still passable, and policies of which waiting closes the road and one is clearly the cheapest."""
    fit = [road for road in roads if 42 <= road.condition <= 75]
    for _attempt in range(500):
        upkeep = Upkeep(draw.choice(fit), prices, draw.choice([50, 55, 60, 65, 70, 75]), draw.choice([2, 3, 4, 5]))
        paths = upkeep.paths()
        costs = {key: total_cost(path) for key, path in paths.items()}
        kept = [key for key, path in paths.items() if all(one.passable for one in path)]
        if "wait" not in kept and len(kept) == 2 and len(set(costs.values())) == len(costs):
            return upkeep
    raise AssertionError("no policy can be chosen")


def _ceilings(
    roads: tuple[Road, ...], prices: Prices, given: tuple[int, int, int]
) -> tuple[tuple[int, int, int], bool]:
    """The ceilings of the data; where there is no money at all, a grant in the second year that pays for a part."""
    if any(given):
        return given, False
    projects = {road.key: road_project(road, prices, len(PLAN_YEARS), HORIZON) for road in roads}
    costs = {key: next(o.cost for o in project.options if o.year == 1) for key, project in projects.items()}
    grant = max(costs[PROMISED], round(0.45 * sum(costs.values()) / 10_000) * 10_000)
    return (0, grant, 0), True


__all__ = ["HORIZON", "MAY", "PROMISED", "TARIFF_GROUPS", "YEAR", "StreetsCase", "case"]
