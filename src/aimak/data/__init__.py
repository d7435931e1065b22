"""The data package: invented municipalities with their budgets, and published figures with their sources."""

from aimak.data.reading import (
    STAGES,
    budget,
    budget_lines,
    causes,
    municipalities,
    municipality,
    package_path,
    published_budgets,
    published_figures,
    table_rows,
    years,
)
from aimak.data.records import OBLASTS, BudgetLine, Cause, Municipality, PublishedBudget, PublishedFigure, oblast_name

__all__ = [
    "OBLASTS",
    "STAGES",
    "BudgetLine",
    "Cause",
    "Municipality",
    "PublishedBudget",
    "PublishedFigure",
    "budget",
    "budget_lines",
    "causes",
    "municipalities",
    "municipality",
    "oblast_name",
    "package_path",
    "published_budgets",
    "published_figures",
    "table_rows",
    "years",
]
