"""The unit `revenue`: where money comes from over years, simple forecasts and their errors, arrears, and who pays most.

Amounts are whole som (see :mod:`aimak.municipal.money`); shares and rates are fractions of one.
"""

from aimak.municipal.revenue.arrears import Action, Arrears, best_actions, chained, effort, out_of_order
from aimak.municipal.revenue.forecast import (
    Errors,
    Method,
    Tried,
    backtest,
    base_rate_collection,
    forecast,
    growth,
    last_year,
    mean_growth,
    prediction_range,
)
from aimak.municipal.revenue.levers import GfsRevenue, Lever, by_lever, gfs_class, influenced_share, lever
from aimak.municipal.revenue.series import RevenueSeries
from aimak.municipal.revenue.shared import Change, at_share, shared_tax, split_change
from aimak.municipal.revenue.stress import OwnPlan, StressCase, Weakness, largest_share, loss_if_closed, weaknesses

__all__ = [
    "Action",
    "Arrears",
    "Change",
    "Errors",
    "GfsRevenue",
    "Lever",
    "Method",
    "OwnPlan",
    "RevenueSeries",
    "StressCase",
    "Tried",
    "Weakness",
    "at_share",
    "backtest",
    "base_rate_collection",
    "best_actions",
    "by_lever",
    "chained",
    "effort",
    "forecast",
    "gfs_class",
    "growth",
    "influenced_share",
    "largest_share",
    "last_year",
    "lever",
    "loss_if_closed",
    "mean_growth",
    "out_of_order",
    "prediction_range",
    "shared_tax",
    "split_change",
    "weaknesses",
]
