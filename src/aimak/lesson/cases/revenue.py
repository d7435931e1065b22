"""The case of the unit `revenue`: a municipality's revenue over years, and a plan for the year that follows the data.

Everything follows from the municipality's rows in the data package and its code, so the same code gives the same case
on every machine. Amounts are whole som.
"""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import dataclass

from aimak.data import Municipality, budget, municipality
from aimak.data.revenue import (
    Debtors,
    Economy,
    debtors,
    economy,
    income_tax_shares,
    revenue_by_year,
    revenue_series,
    tax_bases,
)
from aimak.lesson.cases.revenue_parts import Step, Wish, actions, steps, stress, wishes
from aimak.municipal.budget import OWN_REVENUE, RevenueSource
from aimak.municipal.money import printed
from aimak.municipal.revenue import (
    Action,
    Arrears,
    Change,
    Errors,
    Method,
    OwnPlan,
    RevenueSeries,
    StressCase,
    backtest,
    split_change,
)

#: The last year of the data, the year before it, and the year that is planned.
YEAR, BEFORE, PLANNED = 2025, 2024, 2026
#: The years that the methods are tried on.
TRIED = (2023, 2024, 2025)


@dataclass(frozen=True, slots=True)
class RevenueCase:
    """What the trainee of one municipality sees.

    :param revenue: what came in in the last year, whole som by source.
    :param steps: four steps that could bring more, one of which is not the municipality's own.
    :param series: own revenue without income tax, over the years.
    :param tax: income tax by year, whole som; ``shares`` what stayed in the local budget, by year.
    :param wishes: permanent wishes of the head.
    :param arrears: property and land tax of the last year; ``groups`` who owes it.
    :param actions: what staff can do, and ``days`` how many staff days there are.
    :param stress: what a plan of own revenue must bear; ``draft`` what the departments ask for.
    """

    municipality: Municipality
    economy: Economy
    revenue: Mapping[RevenueSource, int]
    steps: tuple[Step, ...]
    series: RevenueSeries
    tax: Mapping[int, int]
    shares: Mapping[int, float]
    wishes: tuple[Wish, ...]
    arrears: Arrears
    groups: tuple[Debtors, ...]
    actions: tuple[Action, ...]
    days: int
    stress: StressCase
    draft: OwnPlan


def case(code: str) -> RevenueCase:
    """The case of a municipality.

    :raises UserError: if there is no such municipality.
    """
    place = municipality(code)
    draw = random.Random(f"revenue case {place.code}")
    revenue = budget(place.code, YEAR, "actual").revenue
    bases, here = tax_bases(place.code, YEAR), economy(place.code, YEAR)
    by_year = revenue_by_year(place.code)
    tax = {year: by_year[year][RevenueSource.INCOME_TAX] for year in (BEFORE, YEAR)}
    shares = {year: income_tax_shares()[year] for year in (BEFORE, YEAR)}
    change = split_change(tax[BEFORE], shares[BEFORE], tax[YEAR], shares[YEAR])
    groups = debtors(place.code)
    possible, days = actions(groups, draw)
    expected = sum(revenue.get(source, 0) for source in OWN_REVENUE)
    bear, draft = stress(expected, printed(tax[YEAR] * here.largest_share), draw)
    return RevenueCase(
        municipality=place,
        economy=here,
        revenue=revenue,
        steps=steps(bases, here, revenue.get(RevenueSource.LEVELLING_TRANSFER, 0), draw),
        series=revenue_series([place.code]),
        tax=tax,
        shares=shares,
        wishes=wishes(change, room(change), draw),
        arrears=bases[RevenueSource.PROPERTY_AND_LAND_TAX].arrears,
        groups=groups,
        actions=possible,
        days=days,
        stress=bear,
        draft=draft,
    )


def tax_change(case: RevenueCase) -> Change:
    """The change of income tax from the year before to the last year, split into base and share."""
    return split_change(case.tax[BEFORE], case.shares[BEFORE], case.tax[YEAR], case.shares[YEAR])


def room(change: Change) -> int:
    """By how much the income tax may be planned to grow when only the base goes on growing, whole som.

    ``income tax of the last year × growth of the base``; below zero when the base shrank.
    """
    return round(change.after * change.base_growth)


def errors(case: RevenueCase) -> dict[Method, Errors]:
    """How the two methods did on the years that they had not seen."""
    return {method: backtest(case.series, method, TRIED) for method in Method}
