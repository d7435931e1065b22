"""Take an analyst's table as plain records, where the check stands. Checks see nothing else of the trainee's code."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

from aimak.i18n import translate as _

#: More rows than any task asks for; a larger table is refused instead of copied.
MAX_ROWS = 10_000


class NotATableError(Exception):
    """What a trainee made cannot be read as the table that the task asks for; the text says why."""


def plain_rows(name: str, columns: Mapping[str, str], value: object) -> list[dict[str, Any]]:
    """The rows of a pandas frame as dicts of plain values.

    :param columns: column -> ``int``, ``float`` or ``str``; other columns are left out.
    :returns: one dict a row; a value that is missing or of another kind is None.
    :raises NotATableError: if ``value`` is no frame, lacks a column, or has too many rows.
    """
    if value is None:
        raise NotATableError(_("There is no table {name} yet.").format(name=name))
    import pandas as pd

    # The exact type: an object that only pretends to be a frame could answer every question with yes.
    if type(value) is not pd.DataFrame:
        kind = type(value).__name__
        raise NotATableError(_("{name} is a {kind}, not a DataFrame.").format(name=name, kind=kind))
    missing = [column for column in columns if column not in value.columns]
    if missing:
        raise NotATableError(_("{name} has no column {column!r}.").format(name=name, column=missing[0]))
    if len(value) > MAX_ROWS:
        raise NotATableError(_("{name} has {count} rows.").format(name=name, count=len(value)))
    series = {column: value[column] for column in columns}
    if any(getattr(one, "ndim", 1) != 1 for one in series.values()):
        raise NotATableError(_("{name} has a column twice.").format(name=name))
    listed = {column: [_plain(cell, columns[column]) for cell in one.tolist()] for column, one in series.items()}
    return [dict(zip(listed, row, strict=True)) for row in zip(*listed.values(), strict=True)]


def _plain(cell: object, kind: str) -> int | float | str | None:
    if kind == "str":
        return cell if type(cell) is str else None
    if type(cell) not in (int, float) or not math.isfinite(cell):  # type: ignore[arg-type]
        return None
    number = float(cell)  # type: ignore[arg-type]
    if kind == "int":
        return int(number) if number.is_integer() else None
    return number
