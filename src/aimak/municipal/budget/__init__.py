"""The unit `budget`: a local budget as frozen records, its rules and its indicators.

Amounts are whole som (see :mod:`aimak.municipal.money`); functions are GFS/COFOG 701–710, classes GFS 21–31.
"""

from aimak.municipal.budget.indicators import (
    change,
    execution_rate,
    free_to_decide,
    in_real_terms,
    own_revenue_share,
    per_capita,
    source_share,
    transfer_dependence,
    variance,
)
from aimak.municipal.budget.outlook import Outlook, carried, grown
from aimak.municipal.budget.records import (
    EARMARKED,
    OWN_REVENUE,
    TRANSFERS,
    Budget,
    EconomicClass,
    Function,
    Limits,
    MediumTermBudget,
    Proposal,
    RevenueSource,
    SpendingLine,
)
from aimak.municipal.budget.rules import (
    Finding,
    Rule,
    balanced,
    check,
    deficit_within_opening_balance,
    earmarked_on_purpose,
    promises_funded,
    protected_lines_funded,
    reserve_within_limits,
    within_ceiling,
)

__all__ = [
    "EARMARKED",
    "OWN_REVENUE",
    "TRANSFERS",
    "Budget",
    "EconomicClass",
    "Finding",
    "Function",
    "Limits",
    "MediumTermBudget",
    "Outlook",
    "Proposal",
    "RevenueSource",
    "Rule",
    "SpendingLine",
    "balanced",
    "carried",
    "change",
    "check",
    "deficit_within_opening_balance",
    "earmarked_on_purpose",
    "execution_rate",
    "free_to_decide",
    "grown",
    "in_real_terms",
    "own_revenue_share",
    "per_capita",
    "promises_funded",
    "protected_lines_funded",
    "reserve_within_limits",
    "source_share",
    "transfer_dependence",
    "variance",
    "within_ceiling",
]
