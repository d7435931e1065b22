"""Which tables a check asks for, read from its source: what a grader captures in the check's place."""

from __future__ import annotations

import ast
from functools import lru_cache

from aimak.i18n import translate as _

#: Name of the table -> column -> ``int``, ``float`` or ``str``.
Asked = tuple[tuple[str, tuple[tuple[str, str], ...]], ...]


@lru_cache(maxsize=512)
def asked_tables(source: str) -> Asked:
    """The ``exercise.table(name, columns, …)`` calls of a check cell, whose name and columns are literals.

    :raises ValueError: if a call's name or columns are no literals; the release gate keeps such a check in.
    """
    found = []
    for node in ast.walk(ast.parse(source)):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "table"):
            continue
        if not (isinstance(node.func.value, ast.Name) and node.func.value.id == "exercise"):
            continue
        try:
            name, columns = (ast.literal_eval(argument) for argument in node.args[:2])
            found.append((str(name), tuple((str(column), str(kind)) for column, kind in columns.items())))
        except (ValueError, AttributeError):
            raise ValueError(
                _(
                    "exercise.table(…) must name its table and columns as literals, so that a grader can take the "
                    "table where the check stands"
                )
            ) from None
    return tuple(found)


def capturing(asked: Asked) -> dict[str, str]:
    """Expressions for the check's place in the fenced process, by the name of the table that each hands over.

    They know nothing of the check, and use no name of the notebook's: a trainee may have given it to something else.
    """
    return {
        name: f'__import__("aimak.lesson.capture", fromlist=["hand_over"]).hand_over({name!r}, {dict(columns)!r})'
        for name, columns in asked
    }
