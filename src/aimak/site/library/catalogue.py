"""The tables of the data package for people: what each holds, where it comes from, who uses it."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from aimak.course.units import UNITS
from aimak.errors import UserError
from aimak.i18n import translate as _

#: Where the figures of a table may come from.
ORIGINS = ("invented", "published", "both", "list")
#: What is counted in a table, by words in the descriptions of its columns.
MEASURES = {
    "thousand_som": r"\bthousand som\b",
    "som": r"(?<!thousand )\bsom\b",
    "people": r"\b(people|children|women|inhabitants)\b",
    "households": r"\bhouseholds\b",
    "cubic_metres": "m³|cubic metres",
    "litres": r"\blitres\b",
    "kilometres": r"\bkm\b|kilometres",
    "tonnes": r"\btonnes\b",
    "shares": "%|fraction|points",
}


@dataclass(frozen=True, slots=True)
class DataTable:
    """One table of the package.

    :param origin: one of :data:`ORIGINS`.
    :param units: the units of the course that use it, in their order.
    :param years: the first and the last year that its rows are about; None where they have none.
    :param measures: keys of :data:`MEASURES`.
    :param types: the type of each column, in their order.
    """

    name: str
    title: str
    description: str
    origin: str
    units: tuple[str, ...]
    rows: int
    years: tuple[int, int] | None
    measures: tuple[str, ...]
    types: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All tables, and the licence that holds for them: its name and address."""

    tables: tuple[DataTable, ...]
    licence: str
    licence_address: str


def read_catalogue(folder: Path) -> Catalogue:
    """What `datapackage.json` and the tables beside it say.

    :raises UserError: if a table does not say where it comes from, or which unit uses it.
    """
    description = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    licence = description["licenses"][0]
    tables = tuple(_table(folder, resource) for resource in description["resources"])
    return Catalogue(tables, licence["title"], licence["path"])


def table_texts(folder: Path) -> list[str]:
    """What translators need for the catalogue: titles and descriptions of the tables."""
    resources = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))["resources"]
    return [one[key] for one in resources for key in ("title", "description") if one.get(key)]


def _table(folder: Path, resource: Mapping[str, Any]) -> DataTable:
    with (folder / resource["path"]).open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    fields = resource["schema"]["fields"]
    return DataTable(
        name=resource["name"],
        title=resource["title"],
        description=resource.get("description", ""),
        origin=_origin(resource),
        units=_units(resource, rows),
        rows=len(rows),
        years=_years(rows),
        measures=_measures(resource["title"], fields),
        types={field["name"]: field["type"] for field in fields},
    )


def _origin(resource: Mapping[str, Any]) -> str:
    origin = str(resource.get("origin", ""))
    if origin not in ORIGINS:
        raise UserError(
            _("datapackage.json: the table “{name}” does not say where it comes from.").format(name=resource["name"]),
            _("Give it an “origin”, one of: {known}.").format(known=", ".join(ORIGINS)),
        )
    return origin


def _units(resource: Mapping[str, Any], rows: list[dict[str, str]]) -> tuple[str, ...]:
    """Those that the package names, else those of a column `unit`, else the one that the table is called after."""
    known = [unit.name for unit in UNITS]
    said = set(resource.get("units", ())) or {row["unit"] for row in rows if row.get("unit") in known}
    said = said or {name for name in known if re.match(rf"{name}(s\b|_)", resource["name"])}
    if not said or not said <= set(known):
        raise UserError(
            _("datapackage.json: no unit is known that uses the table “{name}”.").format(name=resource["name"]),
            _("Begin its name with the unit's, or give it “units”."),
        )
    return tuple(name for name in known if name in said)


def _years(rows: list[dict[str, str]]) -> tuple[int, int] | None:
    found = [int(row["year"]) for row in rows if re.fullmatch(r"\d{4}", row.get("year") or "")]
    return (min(found), max(found)) if found else None


def _measures(title: str, fields: list[dict[str, Any]]) -> tuple[str, ...]:
    said = " / ".join([title, *(field.get("description", "") for field in fields)])
    return tuple(key for key, pattern in MEASURES.items() if re.search(pattern, said))
