"""Rules of the field for the tables of the unit `participation`."""

from __future__ import annotations

from aimak.data.problems import Problem
from aimak.data.tables import Tables


def problems(tables: Tables) -> list[Problem]:
    """Every broken rule in the unit's tables, which a package that its schema accepts has."""
    return []
