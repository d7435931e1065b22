"""The legal acts of the course as data: one row for one act, with what was read of it, where and when."""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from aimak.course.units import UNITS
from aimak.errors import UserError
from aimak.i18n import translate as _
from aimak.project import Project

#: The column of an act's name in each language.
NAMES = {"en": "english", "ru": "russian", "ky": "kyrgyz"}
#: What may stand in a column. A day may be known by its month or year only.
ALLOWED = {
    "id": r"[a-z0-9]+(-[a-z0-9]+)*",
    "kind": "constitution|law|code|government|cabinet|finance|agency|decree|method|rules|classifier",
    "date": r"\d{4}(-\d{2}(-\d{2})?)?",
    "status": "in_force|changing|adopted|replaced|ended",
    "read": "read|heading|unverified",
    "english": ".+",
    "russian": ".+",
    "kyrgyz": ".+",
    "kyrgyz_source": "confirmed|awaits",
    "settles": ".+",
    "units": rf"(({'|'.join(unit.name for unit in UNITS)})( |$))*",
    "source": r"\S+",
    "as_of": r"\d{4}-\d{2}",
}


@dataclass(frozen=True, slots=True)
class Act:
    """One act.

    :param key: its mark in links, such as ``law-123-2021``.
    :param number: as it is cited; empty where none was read.
    :param date: ``2021-10-20``, or only its month or year.
    :param read: ``read`` if a page with its content was read, ``heading`` for its title only, ``unverified`` if number
        and day were not read in a source.
    :param names: by language.
    :param is_name_confirmed: True if the Kyrgyz name was seen in a published source.
    :param settles: in English, to be translated; so is ``note``.
    :param as_of: the month in which all of this was looked up, such as ``2026-03``.
    """

    key: str
    kind: str
    number: str
    date: str
    status: str
    read: str
    names: Mapping[str, str]
    is_name_confirmed: bool
    settles: str
    note: str
    units: tuple[str, ...]
    source: str
    as_of: str


def acts_path(project: Project) -> Path:
    """The file that is the authority."""
    return project.root / "book" / "library" / "legal-acts.csv"


def read_acts(project: Project) -> tuple[Act, ...]:
    """All acts, in the order of the file.

    :raises UserError: naming the row and the column that cannot be used.
    """
    path = acts_path(project)
    found: dict[str, Act] = {}
    with path.open(encoding="utf-8", newline="") as file:
        for number, row in enumerate(csv.DictReader(file), start=2):
            _refuse(path, number, row)
            act = _act(row)
            if act.key in found:
                raise _at(path, number, "id", act.key, _("Give each act an id of its own."))
            found[act.key] = act
    return tuple(found.values())


def _refuse(path: Path, number: int, row: Mapping[str, str | None]) -> None:
    for column, pattern in ALLOWED.items():
        value = row.get(column) or ""
        if not re.fullmatch(pattern, value):
            mend = _("It must match: {pattern}").format(pattern=pattern)
            raise _at(path, number, column, value, mend)


def _act(row: Mapping[str, str]) -> Act:
    return Act(
        key=row["id"],
        kind=row["kind"],
        number=row["number"],
        date=row["date"],
        status=row["status"],
        read=row["read"],
        names={code: row[column] for code, column in NAMES.items()},
        is_name_confirmed=row["kyrgyz_source"] == "confirmed",
        settles=row["settles"],
        note=row["note"],
        units=tuple(row["units"].split()),
        source=row["source"],
        as_of=row["as_of"],
    )


def _at(path: Path, number: int, column: str, value: str, mend: str) -> UserError:
    text = _("{file}, row {row}: in the column {column} stands '{value}'.")
    return UserError(text.format(file=path, row=number, column=column, value=value), mend)
