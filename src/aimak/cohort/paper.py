"""The pages that trainers print and share: one look, one way to fill a template, nothing loaded from elsewhere."""

from __future__ import annotations

from functools import cache
from typing import Any

from aimak.i18n import language
from aimak.i18n import translate as _
from aimak.i18n.numbers import number, percent


def fill(template: str, **values: Any) -> str:
    """A template of this room, filled in, in the language in force; values are escaped unless marked as safe."""
    return str(_environment().get_template(template).render(lang=language(), **values))


@cache
def _environment() -> Any:
    from jinja2 import Environment, PackageLoader, select_autoescape

    environment = Environment(loader=PackageLoader("aimak.cohort"), autoescape=select_autoescape())
    environment.globals.update(_=_, number=number, percent=percent)
    return environment
