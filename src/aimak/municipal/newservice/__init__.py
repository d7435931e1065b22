"""The unit `newservice`: launching a service, from a survey to the first year's cash.

Amounts are whole som (see :mod:`aimak.municipal.money`); shares are fractions of one; people are whole.
"""

from aimak.municipal.newservice.capacity import (
    Slot,
    TimetableLimits,
    best_timetable,
    broken_limits,
    chosen_slots,
    first_intake,
    groups_possible,
    places,
    visits_possible,
)
from aimak.municipal.newservice.cash import (
    CashPlan,
    balances,
    first_short_month,
    lowest,
    moved,
    start_money,
)
from aimak.municipal.newservice.demand import (
    FEW_ANSWERS,
    Demand,
    Interval,
    Survey,
    demand,
    together,
    weighted_share,
    wilson,
)
from aimak.municipal.newservice.fees import (
    ClubYear,
    break_even,
    break_even_with_free_places,
    covering_fee,
    cross_subsidy,
)
from aimak.municipal.newservice.reach import Group, Measure, Ratio, best_measures, coverage_ratio, reached
from aimak.municipal.newservice.risk import intake_result, least_regret, regret, safest, worst_case
from aimak.municipal.newservice.ways import Bearer, Conditions, DeliveryWay, Way, cheapest, cost_over, obstacles

__all__ = [
    "FEW_ANSWERS",
    "Bearer",
    "CashPlan",
    "ClubYear",
    "Conditions",
    "DeliveryWay",
    "Demand",
    "Group",
    "Interval",
    "Measure",
    "Ratio",
    "Slot",
    "Survey",
    "TimetableLimits",
    "Way",
    "balances",
    "best_measures",
    "best_timetable",
    "break_even",
    "break_even_with_free_places",
    "broken_limits",
    "cheapest",
    "chosen_slots",
    "cost_over",
    "coverage_ratio",
    "covering_fee",
    "cross_subsidy",
    "demand",
    "first_intake",
    "first_short_month",
    "groups_possible",
    "intake_result",
    "least_regret",
    "lowest",
    "moved",
    "obstacles",
    "places",
    "reached",
    "regret",
    "safest",
    "start_money",
    "together",
    "visits_possible",
    "weighted_share",
    "wilson",
    "worst_case",
]
