"""What the course's own notebooks load; imported once by the warm parent."""

from __future__ import annotations

import aimak.lesson
import aimak.lesson.cases.budget
import aimak.lesson.charts
import aimak.lesson.tables
import aimak.municipal.budget
from aimak.data import budget_lines, municipalities, years

# Read the tables once; every child shares them.
municipalities()
years()
budget_lines()

__all__ = ["aimak"]
