"""The rules of the units, one module a unit: ``rules_<unit>.problems(tables)``."""

from __future__ import annotations

from aimak.data import (
    rules_control,
    rules_exchange,
    rules_feedback,
    rules_hearing,
    rules_newservice,
    rules_participation,
    rules_planning,
    rules_revenue,
    rules_streets,
    rules_waste,
    rules_water,
)
from aimak.data.problems import Problem
from aimak.data.tables import Tables

#: In the order of the course.
UNITS = (
    rules_planning,
    rules_waste,
    rules_water,
    rules_streets,
    rules_newservice,
    rules_control,
    rules_revenue,
    rules_hearing,
    rules_participation,
    rules_feedback,
    rules_exchange,
)


def problems(tables: Tables) -> list[Problem]:
    """Every broken rule in the tables of the units."""
    return [problem for unit in UNITS for problem in unit.problems(tables)]
