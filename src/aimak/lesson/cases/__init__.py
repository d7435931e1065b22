"""A case for each municipality, one module a unit: figures like the trainee's own, made from the data package.

A case holds what a trainee may see. It holds no answers: checks work those out from the case.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable
from functools import cache
from typing import Any

from aimak.errors import UserError
from aimak.i18n import translate as _

#: An assignment for those who program shares the case of its unit.
ANALYST = "-analyst"


def unit_of(assignment: str) -> str:
    """The unit of an assignment: ``budget`` for ``budget`` and for ``budget-analyst``."""
    return assignment.removesuffix(ANALYST)


@cache
def case_maker(assignment: str) -> Callable[[str], Any]:
    """The function that makes the case of a municipality code for an assignment.

    :raises UserError: if there is no case module of the unit's name.
    """
    unit = unit_of(assignment)
    try:
        module = importlib.import_module(f"aimak.lesson.cases.{unit}")
    except ModuleNotFoundError:
        raise UserError(
            _("There is no exercise {name!r}.").format(name=assignment), _("The units are listed in the course book.")
        ) from None
    return cache(module.case)
