"""What notebooks load; imported once by the warm parent."""

from __future__ import annotations

import IPython.display
import ipywidgets
import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
import tornado.platform.asyncio

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
aimak.lesson.tables.budgets_frame()

__all__ = ["IPython", "aimak", "ipywidgets", "np", "pd", "plt", "tornado"]
