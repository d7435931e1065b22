"""Read the sources of papers, `book/library/templates/*.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from aimak.errors import UserError
from aimak.i18n import translate as _
from aimak.project import Project
from aimak.site.papers.source import (
    FORMATS,
    Column,
    Field,
    Fields,
    Heading,
    Paper,
    Part,
    Signatures,
    Sum,
    Sums,
    Table,
    Text,
)

#: Keys whose texts are for programs; every other text is for people.
_NOT_SAID = ("kind", "key", "format", "list", "formula", "unit", "laws", "files", "sheet")
FILES = ("docx", "xlsx")


def papers_folder(project: Project) -> Path:
    """Where the sources lie."""
    return project.root / "book" / "library" / "templates"


def read_papers(project: Project) -> tuple[Paper, ...]:
    """All papers, in the order of their places.

    :raises UserError: naming the file that cannot be read and what is wrong in it.
    """
    found = [(source.get("place", 0), _paper(path, source)) for path, source in _sources(project)]
    return tuple(paper for _place, paper in sorted(found, key=lambda one: one[0]))


def paper_texts(project: Project) -> Iterator[tuple[Path, str]]:
    """Every text for people with its file, in the order in which it stands there."""
    for path, source in _sources(project):
        for text in _said(source):
            yield path, text


def _sources(project: Project) -> Iterator[tuple[Path, dict[str, Any]]]:
    for path in sorted(papers_folder(project).glob("*.toml")):
        try:
            yield path, tomllib.loads(path.read_text(encoding="utf-8"))
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            raise _at(path, str(error), _("Mend the line that is named.")) from None


def _said(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield from (value,) if value else ()
    elif isinstance(value, dict):
        for key, inside in value.items():
            yield from _said(inside) if key not in _NOT_SAID else ()
    elif isinstance(value, list):
        for inside in value:
            yield from _said(inside)


def _paper(path: Path, source: Mapping[str, Any]) -> Paper:
    try:
        paper = Paper(
            name=path.stem,
            title=source["title"],
            about=source["about"],
            who=source["who"],
            check=source["check"],
            unit=source["unit"],
            laws=tuple(source.get("laws", ())),
            files=tuple(source["files"]),
            wide=source.get("wide", False),
            sheets=tuple(source.get("sheets", (source["title"],))),
            lists={name: tuple(words) for name, words in source.get("lists", {}).items()},
            parts=tuple(_PARTS[part["kind"]](part) for part in source["part"]),
        )
    except (KeyError, TypeError) as error:
        what = _("the part {name} is missing, or is not known").format(name=error)
        raise _at(path, what, _("Compare with another file of this folder.")) from None
    for what in _faults(paper):
        raise _at(path, what, _("Compare with another file of this folder."))
    return paper


def _faults(paper: Paper) -> Iterator[str]:
    """What would not show before somebody fills the paper in."""
    fields = [one for part in paper.parts if isinstance(part, Fields) for one in part.fields]
    columns = [one for part in paper.parts if isinstance(part, Table) for one in part.columns]
    sums = [one for part in paper.parts if isinstance(part, Sums) for one in part.sums]
    formats = [*(one.format for one in fields), *(one.format for one in columns), *(one.format for one in sums)]
    for name in formats:
        if name not in FORMATS:
            yield _("“{name}” is no format").format(name=name)
    for column in columns:
        if column.list and column.list not in paper.lists:
            yield _("there is no list “{name}”").format(name=column.list)
    for part in paper.parts:
        if part.sheet and part.sheet not in paper.sheets:
            yield _("there is no sheet “{name}”").format(name=part.sheet)
        if isinstance(part, Table) and any(len(row) > len(part.columns) for row in part.rows):
            yield _("a row of the table “{name}” has more cells than there are columns").format(name=part.key)
    if not paper.files or set(paper.files) - set(FILES):
        yield _("its files must be docx, xlsx or both")


def _table(part: Mapping[str, Any]) -> Table:
    return Table(
        key=part["key"],
        columns=tuple(Column(**one) for one in part["column"]),
        rows=tuple(tuple(row) for row in part.get("rows", ())),
        blank=part.get("blank", 0),
        blank_sheet=part.get("blank_sheet", part.get("blank", 0)),
        sheet=part.get("sheet", ""),
    )


_PARTS: Mapping[str, Callable[[Mapping[str, Any]], Part]] = {
    "heading": lambda part: Heading(part["text"], part.get("sheet", ""), part.get("new_page", False)),
    "text": lambda part: Text(part["text"], part.get("sheet", "")),
    "fields": lambda part: Fields(
        tuple(Field(**one) for one in part["field"]), part.get("sheet", ""), part.get("workbook_only", False)
    ),
    "table": _table,
    "sums": lambda part: Sums(tuple(Sum(**one) for one in part["sum"]), part.get("sheet", "")),
    "signatures": lambda part: Signatures(tuple(part["people"]), part.get("sheet", "")),
}


def _at(path: Path, what: str, mend: str) -> UserError:
    return UserError(_("{file}: {what}.").format(file=f"{path.parent.name}/{path.name}", what=what), mend)
