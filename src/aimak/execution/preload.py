"""What notebooks load; imported once by the warm parent, so that every child shares it."""

from __future__ import annotations

import importlib
import pkgutil

import IPython.display
import ipywidgets
import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
import tornado.platform.asyncio

import aimak.lesson
import aimak.lesson.cases
import aimak.municipal
from aimak.data import municipalities, package_path
from aimak.i18n import LANGUAGES, speaking
from aimak.lesson.tables import budgets_frame, table_frame
from aimak.lesson.who import who_fields


def load_units() -> None:
    """Import what the lessons and exercises of all units import, and read the tables, a case and the texts once."""
    for package in (aimak.municipal, aimak.lesson):
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            importlib.import_module(module.name)
    for module in pkgutil.iter_modules(aimak.lesson.cases.__path__):
        if hasattr(importlib.import_module(f"aimak.lesson.cases.{module.name}"), "case"):
            aimak.lesson.cases.case_maker(module.name)(municipalities()[0].code)
    for table in package_path().glob("*.csv"):
        table_frame(table.stem)
    budgets_frame()
    for language in LANGUAGES:
        with speaking(language):
            who_fields(None)


load_units()

__all__ = ["IPython", "aimak", "ipywidgets", "load_units", "np", "pd", "plt", "tornado"]
