"""The case of the unit `waste`: neighbours' fees, a planned service, a colleague's cost, a tariff, a shared truck.

Everything follows from the municipality's rows in the data package and its code. Kilograms, density, prices and hours
are figures for training. Amounts are whole som unless a name says otherwise.
"""

from __future__ import annotations

import random
from dataclasses import dataclass

from aimak.data import Municipality, municipality
from aimak.data.waste import WasteService, waste_service
from aimak.lesson.cases.waste_parts import (
    Colleague,
    NeighbourFee,
    Plan,
    Schedule,
    Sharing,
    colleague,
    neighbour_fees,
    plan,
    schedules,
    sharing,
)
from aimak.municipal.waste import (
    FullCost,
    break_even_collection_rate,
    contributions,
    depreciation,
    gap,
    hours_needed,
    income,
    tonnes_a_year,
    trips_a_day,
    trips_a_week,
)

#: The year that the exercise plans with.
YEAR = 2025
#: Hours of a crew's week that can be planned: a truck also has to be washed and mended.
WEEK_HOURS = 40.0
#: Where nothing is billed yet, this share is expected to pay at first: a figure for training.
FIRST_RATE = 0.4
#: More income than the cost and this share of it is more than the service may ask for.
SURPLUS = 0.05
#: If more than this share of the cost is missing or left over, it is no tariff.
HOPELESS = 0.2


@dataclass(frozen=True, slots=True)
class Tariff:
    """What the kenesh has to decide on.

    :param cost: full cost of the coming year, whole som, without the effort of collecting better.
    :param payers: households that are billed; ``exempt`` households that the kenesh has freed from the fee.
    :param fee_now: today's fee, som a household and month; None if there is none.
    :param rate_now: collection rate today, a share; ``rate_limit`` the highest one that can be believed in.
    :param point_cost: whole som a year for each point above today's rate: receipts, a collector's time.
    :param fee_limit: som a household and month that the assembly can bear; ``subsidy_limit`` whole som a year.
    """

    cost: int
    payers: int
    exempt: int
    fee_now: int | None
    rate_now: float
    rate_limit: float
    point_cost: int
    fee_limit: int
    subsidy_limit: int

    def cost_at(self, rate: float) -> int:
        """The cost with the effort that a collection rate (a share) takes, whole som."""
        return self.cost + round(max(0.0, 100 * (rate - self.rate_now)) * self.point_cost)

    def missing(self, fee: float, rate: float, subsidy: int, reached: float | None = None) -> int:
        """What is missing, whole som; below zero it is left over.

        :param rate: the share that is planned and paid for; ``reached`` the share that really pays.
        """
        return gap(self.cost_at(rate), fee, self.payers, rate if reached is None else reached, subsidy)

    def break_even(self, fee: float, rate: float, subsidy: int) -> float | None:
        """The collection rate at which nothing is missing, a share; None without a fee."""
        return break_even_collection_rate(self.cost_at(rate), fee, self.payers, subsidy) if fee > 0 else None

    def received(self, fee: float, rate: float) -> int:
        """What the fees bring, whole som a year."""
        return income(fee, self.payers, rate)


@dataclass(frozen=True, slots=True)
class WasteCase:
    """What the trainee of one municipality sees.

    :param service: the service of the year as the data package has it; it may not run.
    :param household_size: people in a household, one decimal.
    :param fees: four neighbours' fees in four units.
    :param plan: the planned service; ``schedules`` four ways to spread it over the week.
    :param colleague: a cost calculation in which one part is missing.
    """

    municipality: Municipality
    service: WasteService
    household_size: float
    fees: tuple[NeighbourFee, ...]
    plan: Plan
    schedules: tuple[Schedule, ...]
    colleague: Colleague
    tariff: Tariff
    sharing: Sharing


def case(code: str) -> WasteCase:
    """The case of a municipality.

    :raises UserError: if there is no such municipality.
    """
    place = municipality(code)
    service = waste_service(place.code, YEAR)
    draw = random.Random(f"waste case {place.code}")
    planned = plan(place, service, draw)
    made = colleague(planned, draw)
    cost = full_cost_of(planned, made).total
    return WasteCase(
        municipality=place,
        service=service,
        household_size=round(place.population / place.households, 1),
        fees=neighbour_fees(place, draw),
        plan=planned,
        schedules=schedules(planned, draw),
        colleague=made,
        tariff=_tariff(planned, service, cost, draw),
        sharing=sharing(place, planned, cost, WEEK_HOURS, draw),
    )


def _tariff(planned: Plan, service: WasteService, cost: int, draw: random.Random) -> Tariff:
    """Tight on purpose: at today's collection rate nothing allowed covers the cost, at a better one something does."""
    rate = service.collection_rate
    now = round(min(FIRST_RATE if rate is None else rate, 0.68), 2)
    limit = round(max(now + draw.choice([0.14, 0.16, 0.18]), 0.55), 2)
    exempt = max(5, round(planned.households * draw.uniform(0.04, 0.10)))
    payers = planned.households - exempt
    full = round(cost * draw.uniform(1.12, 1.30) / 10_000) * 10_000
    # Where a service is dear, the budget carries more of it, or no fee could be borne.
    low, high = (0.42, 0.55) if full / planned.households / 12 < 95 else (0.58, 0.70)
    part, dear = draw.uniform(low, high), draw.uniform(0.2, 0.4)
    while True:
        subsidy = round(full * part / 10_000) * 10_000
        point = round((full - subsidy) / limit / 100 * dear / 100) * 100
        effort = round(100 * (limit - now) * point)
        fee = (full + effort - subsidy) / (payers * 12 * limit)
        if fee >= 1.1 * (service.fee or 0):  # no assembly is asked to bear less than today
            break
        part -= 0.02
    return Tariff(
        cost=full,
        payers=payers,
        exempt=exempt,
        fee_now=service.fee,
        rate_now=now,
        rate_limit=limit,
        point_cost=point,
        fee_limit=int(fee * draw.uniform(1.05, 1.09)) + 1,
        subsidy_limit=subsidy,
    )


def tonnes_of(planned: Plan) -> float:
    """Tonnes a year that the planned service carries."""
    return tonnes_a_year(planned.people, planned.kg_a_day, planned.share_served)


def weekly_trips(planned: Plan) -> int:
    """Trips a week that the planned service needs."""
    return trips_a_week(tonnes_of(planned), planned.density, planned.truck_m3)


def daily_trips(planned: Plan) -> int:
    """Trips that fit into a day of the crew."""
    return trips_a_day(planned.round, planned.hours_a_day)


def full_cost_of(planned: Plan, given: Colleague) -> FullCost:
    """The full cost of a year by part: what the colleague added up, and the part that is missing."""
    parts = dict(given.counted)
    truth = {
        "contributions": contributions(given.wages, given.contribution_rate),
        "depreciation": depreciation(given.truck_price, given.truck_residual, given.truck_years),
        "disposal": round(given.disposal_price * round(tonnes_of(planned))),
    }
    return FullCost(**{**truth, **parts})


def missing_part(one: WasteCase) -> str:
    """The part that the colleague forgot."""
    return next(part for part in ("contributions", "depreciation", "disposal") if part not in one.colleague.counted)


def full_cost(one: WasteCase) -> FullCost:
    """The full cost of the case by part, whole som."""
    return full_cost_of(one.plan, one.colleague)


def shared_hours(one: WasteCase) -> float:
    """Hours a week that a shared truck would be under way."""
    return round(hours_needed(one.sharing.partners, one.sharing.moving), 1)
