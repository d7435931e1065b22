"""Answers are data: the record that Save leaves in the notebook, and how it is read back.

A form cell's output carries one bundle: the record under :data:`MIME` and, beside it, a table for people. The
notebook file is therefore the whole hand-in. This module imports the standard library only.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from html import escape, unescape
from typing import Any

#: The MIME type of a record in a form cell's output.
MIME = "application/vnd.aimak.answers+json"
#: Raised when the shape of a record changes.
SCHEMA = 1
_IN_TABLE = re.compile(r'<table class="aimak-answers" data-aimak="([^"]*)">')
#: A record larger than this was not written by a form.
MAX_RECORD_CHARACTERS = 200_000


@dataclass(frozen=True, slots=True)
class Record:
    """What one form saved.

    :param unit: the assignment, such as ``budget``.
    :param form: the name of the form.
    :param municipality: the code of the municipality whose case was on the screen; empty for the first form.
    :param saved_at: the trainee's clock at Save, ISO 8601 with zone; for people, never for grading.
    :param values: plain JSON values by field.
    """

    unit: str
    form: str
    municipality: str = ""
    saved_at: str = ""
    values: Mapping[str, Any] = field(default_factory=dict)

    def as_json(self) -> dict[str, Any]:
        """The record as the JSON object that goes under :data:`MIME`."""
        return {
            "schema": SCHEMA,
            "unit": self.unit,
            "form": self.form,
            "municipality": self.municipality,
            "saved_at": self.saved_at,
            "values": dict(self.values),
        }


def read_record(data: object) -> Record | None:
    """The record in a JSON object, or None if it is none of ours. Never raises: hand-ins arrive in any state."""
    if isinstance(data, list):  # nbformat may store multi-line values as lists of lines
        data = "".join(str(part) for part in data)
    if isinstance(data, str):
        if len(data) > MAX_RECORD_CHARACTERS:
            return None
        try:
            data = json.loads(data)
        except ValueError:
            return None
    if not isinstance(data, Mapping) or data.get("schema") != SCHEMA:
        return None
    unit, form, place, saved = (data.get(key, "") for key in ("unit", "form", "municipality", "saved_at"))
    values = data.get("values")
    if not all(isinstance(text, str) for text in (unit, form, place, saved)):
        return None
    if not isinstance(values, Mapping) or not form:
        return None
    return Record(unit, form, place, saved, {str(key): value for key, value in values.items()})


def records_in(notebook: Mapping[str, Any], unit: str) -> dict[str, Record]:
    """The saved records of ``unit`` in a notebook, by form.

    If a form stands twice (a copied cell), the one with the later ``saved_at`` counts; on a tie the later cell.

    :param notebook: a notebook of format 4 as plain JSON.
    """
    found: dict[str, Record] = {}
    cells = notebook.get("cells")
    for cell in cells if isinstance(cells, list) else []:
        outputs = cell.get("outputs") if isinstance(cell, Mapping) else None
        for output in outputs if isinstance(outputs, list) else []:
            data = output.get("data") if isinstance(output, Mapping) else None
            record = _record_of(data) if isinstance(data, Mapping) else None
            if record is None or record.unit != unit:
                continue
            if record.form not in found or record.saved_at >= found[record.form].saved_at:
                found[record.form] = record
    return found


def _record_of(data: Mapping[str, Any]) -> Record | None:
    """The record of an output; some editors and old formats drop MIME types that they do not know, so its table holds
    the record too."""
    if MIME in data:
        return read_record(data[MIME])
    table = data.get("text/html", "")
    table = "".join(str(part) for part in table) if isinstance(table, list) else table
    found = _IN_TABLE.search(table) if isinstance(table, str) and len(table) < 4 * MAX_RECORD_CHARACTERS else None
    return read_record(unescape(found[1])) if found else None


def bundle(record: Record, rows: list[tuple[str, str]], caption: str) -> dict[str, Any]:
    """The MIME bundle that Save leaves in the output.

    :param rows: label and answer as people read them.
    """
    body = "".join(f'<tr><th scope="row">{escape(label)}</th><td>{escape(text)}</td></tr>' for label, text in rows)
    return {
        MIME: record.as_json(),
        "text/html": f"{_table_head(record)}<caption>{escape(caption)}</caption><tbody>{body}</tbody></table>",
        "text/plain": "\n".join([caption, *(f"{label}: {text}" for label, text in rows)]),
    }


def with_record(data: Mapping[str, Any], record: Record) -> dict[str, Any]:
    """An output's bundle with another record in it, under its MIME type and in the table."""
    table = _IN_TABLE.sub(lambda _found: _table_head(record), data["text/html"])
    return {**data, MIME: record.as_json(), "text/html": table}


def _table_head(record: Record) -> str:
    kept = escape(json.dumps(record.as_json(), ensure_ascii=False, default=str), quote=True)
    return f'<table class="aimak-answers" data-aimak="{kept}">'


_restored: dict[str, dict[str, Record]] = {}


def restore(unit: str, records: str) -> None:
    """Put recorded answers back before a grader runs the notebook; forms then show them and nothing else.

    :param records: a JSON list of records, as :func:`restoring_source` writes it.
    """
    read = [read_record(item) for item in json.loads(records)]
    _restored[unit] = {record.form: record for record in read if record is not None}


def restored(unit: str) -> dict[str, Record] | None:
    """The records that :func:`restore` put back; None when nobody is grading."""
    return _restored.get(unit)


def forget_restored(unit: str) -> None:
    """Undo :func:`restore`, for processes that grade more than one hand-in."""
    _restored.pop(unit, None)


def restoring_source(unit: str, records: Mapping[str, Record]) -> str:
    """Source of the cell that a grader puts first: it calls :func:`restore` with the records."""
    listed = json.dumps([record.as_json() for record in records.values()], ensure_ascii=False)
    return f"from aimak.lesson.answers import restore\n\nrestore({unit!r}, {listed!r})"
