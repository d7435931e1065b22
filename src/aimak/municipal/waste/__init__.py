"""The unit `waste`: what waste collection costs, and who pays.

Money is whole som a year unless a name says otherwise; fees and prices that people pay may have decimals. Shares are
fractions of one. How much waste a village makes, how dense it is and how many people pay are given by whoever
calculates: this package holds no such figure, because none could be read in a source for rural municipalities.
"""

from aimak.municipal.waste.amounts import (
    WEEKS,
    Round,
    kg_a_day,
    tonnes_a_year,
    trips,
    trips_a_day,
    trips_a_week,
    volume,
)
from aimak.municipal.waste.bags import Group, bag_price_for, flat_income, pays_more, waste_kept_back
from aimak.municipal.waste.costs import PARTS, FullCost, contributions, depreciation, per_household_month, per_tonne
from aimak.municipal.waste.fees import Every, Fee, Per, convert, household_month
from aimak.municipal.waste.sharing import Partner, SplitKey, both_gain, hours_needed, shared_truck
from aimak.municipal.waste.tariffs import break_even_collection_rate, gap, income, tariff

__all__ = [
    "PARTS",
    "WEEKS",
    "Every",
    "Fee",
    "FullCost",
    "Group",
    "Partner",
    "Per",
    "Round",
    "SplitKey",
    "bag_price_for",
    "both_gain",
    "break_even_collection_rate",
    "contributions",
    "convert",
    "depreciation",
    "flat_income",
    "gap",
    "hours_needed",
    "household_month",
    "income",
    "kg_a_day",
    "pays_more",
    "per_household_month",
    "per_tonne",
    "shared_truck",
    "tariff",
    "tonnes_a_year",
    "trips",
    "trips_a_day",
    "trips_a_week",
    "volume",
    "waste_kept_back",
]
