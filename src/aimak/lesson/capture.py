"""Take an analyst's table as plain records, where the check stands. Checks see nothing else of the trainee's code."""

from __future__ import annotations

import builtins
import math
import sys
from collections.abc import Callable, Mapping
from types import FunctionType
from typing import Any, TypeAlias, TypeVar, cast

from aimak.i18n import plural
from aimak.i18n import translate as _
from aimak.i18n.numbers import number

#: The MIME type under which a table leaves the process that made it.
TABLE_MIME = "application/vnd.aimak.table+json"
#: The rows of a table: column -> plain value.
Rows: TypeAlias = list[dict[str, Any]]
F = TypeVar("F", bound=Callable[..., Any])
#: Longest text of a cell, and longest reason, that is taken from another process.
MAX_CELL, MAX_REASON = 2000, 300
#: More rows than any task asks for; a larger table is refused instead of copied.
MAX_ROWS = 10_000


class NotATableError(Exception):
    """What a trainee made cannot be read as the table that the task asks for.

    It holds a reason and its values, and says it in the language of whoever reads it: the process that made the table
    may speak another one than the grader.

    :param why: one of the reasons that :func:`_sentence` knows.
    :param values: the names and counts in its sentence.
    """

    def __init__(self, why: str, **values: object) -> None:
        super().__init__(why, values)
        self.why, self.values = why, values

    def __str__(self) -> str:
        return _sentence(self.why, self.values)


def _sentence(why: str, values: Mapping[str, object]) -> str:
    count = values.get("count")
    whole = count if type(count) is int else 0
    sentences = {
        "none": _("There is no table {name} yet."),
        "kind": _("{name} is a {kind}, not a DataFrame."),
        "column": _("{name} has no column {column!r}."),
        "rows": plural(
            "{name} has {count} row, which is too many.", "{name} has {count} rows, which is too many.", whole
        ),
        "twice": _("{name} has a column twice."),
        "text": _("{name} has a text that is too long."),
        "odd": _("{name} could not be read ({error})."),
    }
    told = {"name": "", "kind": "", "column": "", "error": "", **values, "count": number(whole)}
    return sentences[why if why in sentences else "none"].format(**told)


def plain_rows(name: str, columns: Mapping[str, str], value: object) -> Rows:
    """The rows of a pandas frame as dicts of plain values.

    :param columns: column -> ``int``, ``float`` or ``str``; other columns are left out.
    :returns: one dict a row; a value that is missing or of another kind is None.
    :raises NotATableError: if ``value`` is no frame, lacks a column, or has too many rows.
    """
    if value is None:
        raise NotATableError("none", name=name)
    import pandas as pd

    # The exact type: an object that only pretends to be a frame could answer every question with yes.
    if type(value) is not pd.DataFrame:
        raise NotATableError("kind", name=name, kind=type(value).__name__)
    missing = [column for column in columns if column not in value.columns]
    if missing:
        raise NotATableError("column", name=name, column=missing[0])
    if len(value) > MAX_ROWS:
        raise NotATableError("rows", name=name, count=len(value))
    series = {column: value[column] for column in columns}
    if any(getattr(one, "ndim", 1) != 1 for one in series.values()):
        raise NotATableError("twice", name=name)
    listed = {column: [_plain(cell, columns[column]) for cell in one.tolist()] for column, one in series.items()}
    return [dict(zip(listed, row, strict=True)) for row in zip(*listed.values(), strict=True)]


def _plain(cell: object, kind: str) -> int | float | str | None:
    if kind == "str":
        return cell if type(cell) is str else None
    if type(cell) not in (int, float):
        return None
    try:
        number = float(cell)  # type: ignore[arg-type]
    except OverflowError:  # a whole number of hundreds of digits
        return None
    if not math.isfinite(number):
        return None
    if kind == "int":
        return int(number) if number.is_integer() else None
    return number


class HandedOver:
    """A table on its way to a grader, as a notebook shows it."""

    def __init__(self, bundle: Mapping[str, Any]) -> None:
        self._bundle = dict(bundle)

    def _repr_mimebundle_(self, **_options: object) -> dict[str, Any]:
        return self._bundle


def hand_over(name: str, columns: Mapping[str, str]) -> HandedOver:
    """In a grader's fenced process: the table under ``name`` as plain records, as it is where this is called.

    The grader asks for it in the place of a check; the check itself then runs elsewhere, on these records only.
    """
    try:
        said: dict[str, Any] = {"rows": plain_rows(name, columns, sys._getframe(1).f_globals.get(name))}
    except NotATableError as error:
        said = {"reason": error.why, "values": error.values}
    except Exception as error:
        said = {"reason": "odd", "values": {"name": name, "error": f"{type(error).__name__}: {error}"[:MAX_REASON]}}
    return HandedOver({TABLE_MIME: {"name": name, **said}, "text/plain": name})


def taken_over(name: str, columns: Mapping[str, str], data: object) -> Rows | NotATableError:
    """What :func:`hand_over` showed, read on the grader's side, where nothing in it is believed.

    :param data: the JSON value under :data:`TABLE_MIME`.
    :returns: rows that hold the asked columns, in their order, each value plain and of its kind or None.
    """
    if not isinstance(data, Mapping) or data.get("name") != name:
        return NotATableError("none", name=name)
    if "reason" in data:
        return NotATableError(str(data["reason"])[:MAX_REASON], **{**_told_values(data.get("values")), "name": name})
    rows = data.get("rows")
    if not isinstance(rows, list) or len(rows) > MAX_ROWS or not all(isinstance(row, dict) for row in rows):
        return NotATableError("none", name=name)
    taken = [{column: _plain(row.get(column), kind) for column, kind in columns.items()} for row in rows]
    if any(type(cell) is str and len(cell) > MAX_CELL for row in taken for cell in row.values()):
        return NotATableError("text", name=name)
    return taken


def _told_values(values: object) -> dict[str, object]:
    """The values of a reason from another process: short texts, and a count that can be one."""
    if not isinstance(values, Mapping):
        return {}
    told: dict[str, object] = {
        key: str(values[key])[:MAX_REASON] for key in ("kind", "column", "error") if key in values
    }
    count = values.get("count")
    return {**told, "count": count} if type(count) is int and 0 <= count < 10**9 else told


def as_meant(function: F, names: Mapping[str, Any]) -> F:
    """A check's function with the names of the author's setup and of Python itself, whatever a trainee named alike."""
    if not names or type(function) is not FunctionType:
        return function
    both = {**function.__globals__, **names}
    seen = {key: value for key, value in both.items() if not hasattr(builtins, key)} | {"__builtins__": builtins}
    made = FunctionType(function.__code__, seen, function.__name__, function.__defaults__, function.__closure__)
    made.__kwdefaults__ = function.__kwdefaults__
    return cast("F", made)
