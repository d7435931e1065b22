"""Check a data package: first that it is readable, then with `frictionless`, then by the rules of the field."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

from aimak.data.problems import Problem
from aimak.data.rules import rule_problems
from aimak.data.tables import Tables
from aimak.errors import UserError
from aimak.i18n import translate as _


def check_package(folder: Path) -> list[Problem]:
    """Every problem of the package in ``folder``, in the order of files and rows. Nothing is changed.

    :raises UserError: if the folder holds no readable datapackage.json.
    """
    description = _description(folder)
    problems: list[Problem] = []
    tables: Tables = {}
    for resource in description["resources"]:
        name, path = resource["path"], folder / resource["path"]
        names = [field["name"] for field in resource["schema"]["fields"]]
        found = _readable(path, names)
        if not found:
            found = _frictionless(folder, resource)
        problems += found
        if not found:
            tables[name] = list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8"))))
    if not problems:
        problems = _reference_problems(description, tables)
    if not problems:
        problems = rule_problems(tables)
    return sorted(problems, key=lambda one: (one.file, one.row))


def _description(folder: Path) -> dict[str, Any]:
    path = folder / "datapackage.json"
    try:
        read = json.loads(path.read_text(encoding="utf-8"))
        assert all({"path", "schema"} <= set(resource) for resource in read["resources"])
    except FileNotFoundError:
        raise UserError(
            _("{folder} holds no datapackage.json.").format(folder=folder), _("Name the folder of a data package.")
        ) from None
    except (ValueError, KeyError, TypeError, AssertionError):
        raise UserError(
            _("{file} is no data package description.").format(file=path), _("Take the file from the kit again.")
        ) from None
    return dict(read)


def _readable(path: Path, names: list[str]) -> list[Problem]:
    """What keeps a table from being read at all: one problem, because everything after it would be noise."""
    if not path.is_file():
        return [Problem(path.name, 0, "", _("The file is missing."), _("Take it from the kit again."))]
    data = path.read_bytes()
    if data.startswith(b"\xef\xbb\xbf"):
        return [
            Problem(path.name, 1, "", _("The file begins with a byte order mark."), _("Save it as UTF-8 without BOM."))
        ]
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        row = data[: error.start].count(b"\n") + 1
        return [Problem(path.name, row, "", _("The text is not UTF-8 (Windows-1251?)."), _("Save it as CSV UTF-8."))]
    return _header_problems(path.name, next(csv.reader(io.StringIO(text)), []), names)


def _header_problems(file: str, header: list[str], names: list[str]) -> list[Problem]:
    if len(header) == 1 and ";" in header[0]:
        return [Problem(file, 1, "", _("Fields are separated by semicolons."), _("Save it with commas."))]
    missing = [name for name in names if name not in header]
    if missing:
        mend = _("The columns are: {names}.").format(names=", ".join(names))
        return [Problem(file, 1, missing[0], _("The column is missing."), mend)]
    if header != names:
        what = _("The columns are in another order, or there are more.")
        return [Problem(file, 1, "", what, _("Expected: {names}.").format(names=", ".join(names)))]
    return []


def _frictionless(folder: Path, resource: dict[str, Any]) -> list[Problem]:
    from frictionless import Resource

    # Alone, a resource cannot look into the one that its foreign keys point to; :func:`_reference_problems` does.
    schema = {key: value for key, value in resource["schema"].items() if key != "foreignKeys"}
    report = Resource.from_descriptor({**resource, "schema": schema}, basepath=str(folder)).validate()
    return [_translated(resource, error) for task in report.tasks for error in task.errors]


def _reference_problems(description: dict[str, Any], tables: Tables) -> list[Problem]:
    """Codes that are not in the table that a foreign key points to; an empty one points nowhere."""
    paths = {resource["name"]: resource["path"] for resource in description["resources"]}
    problems = []
    for resource in description["resources"]:
        for key in resource["schema"].get("foreignKeys", []):
            here, there = _names(key["fields"]), paths[key["reference"]["resource"]]
            known = {tuple(row[name] for name in _names(key["reference"]["fields"])) for row in tables[there]}
            for number, row in enumerate(tables[resource["path"]], start=2):
                code = tuple(row[name] for name in here)
                if any(code) and code not in known:
                    what = _("{code} is not in {file}.").format(code=", ".join(code), file=there)
                    problems.append(Problem(resource["path"], number, here[0], what, _("Correct the code.")))
    return problems


def _names(fields: str | list[str]) -> list[str]:
    """The columns of a key: a schema may name a single one without a list."""
    return [fields] if isinstance(fields, str) else fields


def _words(kind: str) -> tuple[str, str] | None:
    """Words of ours for the errors of frictionless that people meet: what is wrong, and the mend."""
    return {
        "constraint-error": (
            _("“{cell}” is not allowed here."),
            _("See datapackage.json for what may stand in this field."),
        ),
        "missing-cell": (
            _("The row ends too early."),
            _("Fill in every field, or leave it empty between commas."),
        ),
        "extra-cell": (_("The row has too many fields."), _("Put text that holds a comma into double quotes.")),
        "blank-row": (_("The row is empty."), _("Delete it.")),
        "primary-key": (_("The same key stands twice."), _("Delete one of the rows.")),
        "foreign-key": (_("A code is not in the table that it points to."), _("Correct the code.")),
    }.get(kind)


def _type_words(kind: str) -> str:
    return {
        "integer": _("“{cell}” is not a whole number."),
        "year": _("“{cell}” is not a year."),
        "number": _("“{cell}” is not a number."),
        "boolean": _("“{cell}” is neither true nor false."),
    }.get(kind, _("“{cell}” is not of the type {type}."))


def _translated(resource: dict[str, Any], error: Any) -> Problem:
    field = str(getattr(error, "field_name", "") or "")
    cell = str(getattr(error, "cell", "") or "")
    row = int(getattr(error, "row_number", 0) or 0)
    types = {one["name"]: one.get("type", "value") for one in resource["schema"]["fields"]}
    if error.type == "type-error" and types.get(field) in {"number", "integer"} and "," in cell:
        what = _("“{cell}” has a comma for a decimal point.").format(cell=cell)
        return Problem(resource["path"], row, field, what, _("Write {value}.").format(value=cell.replace(",", ".")))
    kind = types.get(field, "value")
    if error.type == "type-error":
        what, mend = _type_words(kind), _("Write a plain value of this type.")
    elif (known := _words(error.type)) is not None:
        what, mend = known
    else:  # a rare one: frictionless names it in English only
        what = _("The check of tables says, in English: {message}").format(message=error.message)
        return Problem(resource["path"], row, field, what, _("See datapackage.json."))
    return Problem(resource["path"], row, field, what.format(cell=cell, type=kind), mend)
