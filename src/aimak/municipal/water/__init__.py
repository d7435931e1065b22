"""The unit `water`: the water balance, the full cost, and tariffs that keep the pump running.

Sums of money are whole som; prices and charges are som with decimals; volumes are m³ unless a name says litres.
"""

from aimak.municipal.water.balance import (
    WaterBalance,
    non_revenue_share,
    paid_volume,
    payback_years,
    value_of_billed_water,
    value_of_collection,
    value_of_mended_leak,
    variable_cost,
)
from aimak.municipal.water.cost import (
    FullCost,
    break_even_rate,
    break_even_tariff,
    collection_rate,
    full_cost_tariff,
    replacement_reserve,
)
from aimak.municipal.water.tariff import (
    DAYS,
    LEAST_COEFFICIENT,
    MONTHS,
    MOST_COEFFICIENT,
    Tariff,
    UserGroup,
    affordability,
    billed_money,
    charge_by_norm,
    coverage,
    gap_to_cost,
    monthly_volume,
    raised,
    revenue,
)
from aimak.municipal.water.years import fund_path

__all__ = [
    "DAYS",
    "LEAST_COEFFICIENT",
    "MONTHS",
    "MOST_COEFFICIENT",
    "FullCost",
    "Tariff",
    "UserGroup",
    "WaterBalance",
    "affordability",
    "billed_money",
    "break_even_rate",
    "break_even_tariff",
    "charge_by_norm",
    "collection_rate",
    "coverage",
    "full_cost_tariff",
    "fund_path",
    "gap_to_cost",
    "monthly_volume",
    "non_revenue_share",
    "paid_volume",
    "payback_years",
    "raised",
    "replacement_reserve",
    "revenue",
    "value_of_billed_water",
    "value_of_collection",
    "value_of_mended_leak",
    "variable_cost",
]
