"""The case of the unit `water`: a price list, a water balance, a calculation with holes, limits of a tariff and a plan.

Everything follows from the municipality's rows in the data package and its code. Where it has no system of its own, the
figures are those of a plan: a system of the same kind, scaled to its people.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, replace

from aimak.data import Municipality, budget, municipalities, municipality
from aimak.data.water import WaterSystem, WaterYear, water_system, water_year
from aimak.lesson.cases.water_limits import PlanLimits, TariffLimits, plan_limits, tariff_limits
from aimak.lesson.cases.water_parts import Calculation, PriceList, Step, calculation, price_list, steps
from aimak.municipal.money import PRINTED_STEP
from aimak.municipal.water import FullCost, UserGroup, WaterBalance, monthly_volume, replacement_reserve

#: The year of the figures.
YEAR = 2025
#: What the case takes where nothing was measured (share lost) or nothing collected: for training, and said so.
ASSUMED_LOSS, ASSUMED_COLLECTION = 0.4, 0.6


@dataclass(frozen=True, slots=True)
class WaterCase:
    """What the trainee of one municipality sees. Volumes are m³ in a year, amounts whole som.

    :param planned_from: the municipality whose system was scaled, if this one has none; else None.
    :param estimated: True where the produced water is an assumption, because nothing is measured.
    :param trial: True where the collection rate is an assumption, because nobody collects.
    :param collection: the collection rate of the year; ``target`` the rate that a collector is to reach.
    :param steps: what can be done about lost water, with ``repair_money`` and the m³ that the far village needs.
    :param limits: what a tariff has to keep to; ``plan`` what a plan of three years has to, with the rate ``target``.
    """

    municipality: Municipality
    system: WaterSystem
    year: WaterYear
    planned_from: Municipality | None
    estimated: bool
    trial: bool
    balance: WaterBalance
    cost: FullCost
    collection: float
    target: float
    prices: PriceList
    steps: tuple[Step, ...]
    repair_money: int
    village_needs: int
    calculation: Calculation
    groups: tuple[UserGroup, ...]
    limits: TariffLimits
    plan: PlanLimits

    @property
    def tariff(self) -> float:
        """The tariff in force, som for one m³."""
        return self.year.tariff

    def group(self, key: str) -> UserGroup:
        """A group of households.

        :raises StopIteration: if there is none of that key.
        """
        return next(group for group in self.groups if group.key == key)


def case(code: str) -> WaterCase:
    """The case of a municipality.

    :raises UserError: if there is no such municipality.
    """
    place = municipality(code)
    draw = random.Random(f"water case {place.code}")
    system, year, model = _figures(place)
    heads = place.population / place.households
    collection = round(year.collected / year.billed_money, 2)
    trial, collection = collection == 0, collection or ASSUMED_COLLECTION
    target = round(draw.uniform(0.88, 0.95), 2)
    produced = round(year.billed / (1 - ASSUMED_LOSS) / 100) * 100
    balance = year.balance or WaterBalance(produced, year.metered, year.by_norm, year.organisations)
    people = (round(year.households[0] * heads), round(year.households[1] * heads))
    groups = _groups(year, heads)
    line = budget(place.code, YEAR).line("water")
    made, money, needs = steps(balance, year.billed_money, draw)
    return WaterCase(
        municipality=place,
        system=system,
        year=year,
        planned_from=model,
        estimated=year.balance is None,
        trial=trial,
        balance=balance,
        cost=year.cost,
        collection=collection,
        target=target,
        prices=price_list(year, people, draw),
        steps=made,
        repair_money=money,
        village_needs=needs,
        calculation=calculation(year.cost, balance, draw),
        groups=groups,
        limits=tariff_limits(year.cost, groups, year.organisations, target, line, draw),
        plan=plan_limits(year.cost, target, system.pump_price, draw),
    )


def _figures(place: Municipality) -> tuple[WaterSystem, WaterYear, Municipality | None]:
    """System and year of the municipality, or of the one that is most like it, scaled to its people."""
    year = water_year(place.code, YEAR)
    if year is not None:
        return water_system(place.code), year, None
    alike = [other for other in municipalities() if other.kind == place.kind and _whole(other.code)]
    model = min(alike, key=lambda other: (abs(other.population - place.population), other.code))
    factor = place.population / model.population
    found, theirs = water_year(model.code, YEAR), water_system(model.code)
    assert found is not None
    system = replace(
        theirs,
        municipality=place.code,
        asset_value=_scaled(theirs.asset_value, factor),
        pump_price=_scaled(theirs.pump_price, factor),
        income=water_system(place.code).income,
    )
    return system, _scaled_year(found, place, factor, system), model


def _whole(code: str) -> bool:
    """True where the year has everything: measured, and collected."""
    year = water_year(code, YEAR)
    return year is not None and year.balance is not None and year.collected > 0


def _scaled(amount: int, factor: float) -> int:
    return round(amount * factor / PRINTED_STEP) * PRINTED_STEP


def _scaled_year(year: WaterYear, place: Municipality, factor: float, system: WaterSystem) -> WaterYear:
    parts = {name: _scaled(amount, factor) for name, amount in year.cost.parts().items() if name != "reserve"}
    cost = FullCost(**parts, reserve=replacement_reserve(system.asset_value, system.asset_life))
    street, yard, metered = (round(count * factor) for count in year.households)
    heads = place.population / place.households
    by_norm = 12 * monthly_volume(1, year.litres[0] * street * heads + year.litres[1] * yard * heads)
    return replace(
        year,
        municipality=place.code,
        produced=None if year.produced is None else round(year.produced * factor),
        metered=round(year.metered * factor),
        by_norm=round(by_norm),
        organisations=round(year.organisations * factor),
        households=(street, yard, metered),
        cost=cost,
        set_aside=0,
        collected=_scaled(year.collected, factor),
    )


def _groups(year: WaterYear, heads: float) -> tuple[UserGroup, ...]:
    """Households by use: at the street tap, with a yard tap, with a meter and little use, with a meter and a garden."""
    street, yard, metered = year.households
    made = [
        UserGroup("street", street, round(monthly_volume(year.litres[0], heads), 1)),
        UserGroup("yard", yard, round(monthly_volume(year.litres[1], heads), 1)),
    ]
    if metered:
        mean, large = year.metered / metered / 12, round(0.3 * metered)
        made += [
            UserGroup("meter", metered - large, round(0.75 * mean, 1)),
            UserGroup("garden", large, round(1.58 * mean, 1)),
        ]
    return tuple(made)
