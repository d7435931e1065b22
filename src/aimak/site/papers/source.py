"""What a paper consists of. Texts are English, and are translated where the paper is made."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

#: How a cell is filled in: words, a number, a share of one, a date, or one word of a list.
FORMATS = ("text", "number", "whole", "share", "date", "list")


@dataclass(frozen=True, slots=True)
class Field:
    """Something to fill in.

    :param key: its name in formulas; empty if none asks for it.
    :param hint: what belongs there, shown until it is filled in.
    :param lines: how many lines of writing it has room for on paper.
    """

    label: str
    hint: str = ""
    key: str = ""
    format: str = "text"
    lines: int = 1


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table.

    :param width: how wide it is, beside the others.
    :param list: the list whose words may stand in it; empty for free text.
    :param formula: what a workbook works out in each row, see :mod:`aimak.site.papers.formulas`.
    :param total: whether a last row adds it up.
    """

    key: str
    label: str
    width: int = 20
    format: str = "text"
    list: str = ""
    formula: str = ""
    total: bool = False


@dataclass(frozen=True, slots=True)
class Sum:
    """A line that a workbook works out; a document has none."""

    label: str
    formula: str
    format: str = "number"


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of the second level.

    :param new_page: whether it begins a page of a document.
    """

    text: str
    sheet: str = ""
    new_page: bool = False


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph."""

    text: str
    sheet: str = ""


@dataclass(frozen=True, slots=True)
class Fields:
    """Lines to fill in.

    :param workbook_only: True for what only a workbook asks, to compare its sums with.
    """

    fields: tuple[Field, ...]
    sheet: str = ""
    workbook_only: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Rows to fill in: first those with words, then empty ones.

    :param blank: empty rows of a document, ``blank_sheet`` those of a workbook.
    """

    key: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...] = ()
    blank: int = 0
    blank_sheet: int = 0
    sheet: str = ""


@dataclass(frozen=True, slots=True)
class Sums:
    """Lines of a workbook that follow from what was filled in."""

    sums: tuple[Sum, ...]
    sheet: str = ""


@dataclass(frozen=True, slots=True)
class Signatures:
    """Who signs: a post on each line."""

    people: tuple[str, ...]
    sheet: str = ""


Part: TypeAlias = Heading | Text | Fields | Table | Sums | Signatures


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper.

    :param name: of its files, such as ``minutes``.
    :param about: what it is for; ``who``: who fills it in, and when.
    :param check: what must be looked up at the place where it is used.
    :param laws: keys of acts that stand behind it.
    :param files: ``docx``, ``xlsx`` or both.
    :param wide: whether it lies across the page.
    :param sheets: names of the workbook's sheets in their order; a part without a sheet stands on the first.
    :param lists: words to choose from, by name.
    """

    name: str
    title: str
    about: str
    who: str
    check: str
    unit: str
    laws: tuple[str, ...]
    files: tuple[str, ...]
    wide: bool
    sheets: tuple[str, ...]
    lists: Mapping[str, tuple[str, ...]]
    parts: tuple[Part, ...]
