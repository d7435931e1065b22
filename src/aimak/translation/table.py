"""A table for translators who work in Excel: one row for each text, the translation beside it."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from aimak.errors import UserError
from aimak.files import write_whole
from aimak.i18n import LANGUAGES, speaking
from aimak.i18n import translate as _
from aimak.project import Project
from aimak.translation.extract import read_catalogs
from aimak.translation.pofile import AWAITS, Entry
from aimak.translation.review import REVIEWED

#: The columns in their order, and how wide they are in Excel.
COLUMNS = {
    "language": 10, "catalog": 22, "form": 8, "source": 60, "translation": 60, "place": 30, "note": 30, "state": 16,
    "native": 16,
}  # fmt: skip
#: What a translator changes; the rest is there to read.
EDITED = ("translation", "note", "state", "native")
YES = ("yes", "да", "ооба", "+", "x", "х", "1")


@dataclass(frozen=True, slots=True)
class Row:
    """One row.

    :param number: its row in the file; the first one below the head is 2.
    :param cells: texts by the names of :data:`COLUMNS`.
    """

    number: int
    cells: dict[str, str]


def head(column: str) -> str:
    """What stands above a column, in the language in force."""
    return {
        "language": _("Language"),
        "catalog": _("Catalog"),
        "form": _("Form"),
        "source": _("English"),
        "translation": _("Translation"),
        "place": _("Where it stands"),
        "note": _("Note"),
        "state": _("State"),
        "native": _("Looked at by a native editor"),
    }[column]


def state(entry: Entry) -> str:
    """What is to be done with a text, in the language in force."""
    if entry.fuzzy:
        return _("look again")
    return _("done") if entry.is_translated else _("to translate")


def rows(project: Project, language: str) -> Iterator[dict[str, str]]:
    """Every text of ``language``; one with a plural has a row for each form, numbered from 1."""
    for name, catalog in read_catalogs(project, language).items():
        for entry in catalog.entries.values():
            for form, translation in enumerate(entry.translation):
                notes = [*(one for one in entry.notes if one != AWAITS)]
                place = [*entry.places, *entry.hints]
                if entry.fuzzy:
                    place.append(_("Before, the text was: {text}").format(text=entry.previous[0]))
                yield {
                    "language": language,
                    "catalog": name,
                    "form": str(form + 1) if len(entry.texts) > 1 else "",
                    "source": entry.texts[0 if form == 0 else -1],
                    "translation": translation,
                    "place": "\n".join(place),
                    "note": "\n".join(notes),
                    "state": state(entry),
                    "native": "" if entry.awaits else _("yes"),
                }


def write_table(project: Project, language: str, path: Path) -> int:
    """Write the table of a language as ``.xlsx`` or ``.csv``, its head in that language.

    :returns: how many rows it has.
    :raises UserError: for another kind of file.
    """
    columns = [one for one in COLUMNS if one != "native" or language == REVIEWED]
    with speaking(language):
        made = [[row[column] for column in columns] for row in rows(project, language)]
        heads = [head(column) for column in columns]
    if path.suffix.lower() == ".xlsx":
        write_whole(path, _xlsx(columns, [heads, *made], language))
    elif path.suffix.lower() == ".csv":
        out = io.StringIO()
        # With this mark at its beginning and this separator Excel opens it right in our countries.
        csv.writer(out, delimiter=";", lineterminator="\r\n").writerows([heads, *made])
        write_whole(path, "\ufeff" + out.getvalue())
    else:
        raise UserError(
            _("{file}: a table is .xlsx or .csv.").format(file=path.name), _("Name it so, for example texts.xlsx.")
        )
    return len(made)


def _xlsx(columns: list[str], lines: Iterable[list[str]], language: str) -> bytes:
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font, PatternFill

    book = Workbook()
    sheet = book.active
    sheet.title = language
    edited = PatternFill("solid", fgColor="FFF7E0")
    for number, line in enumerate(lines, start=1):
        for place, text in enumerate(line, start=1):
            cell = sheet.cell(number, place)
            cell.value = text
            cell.data_type = "s"  # a text that begins with = is no formula
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            if number == 1:
                cell.font = Font(bold=True)
            elif columns[place - 1] in EDITED:
                cell.fill = edited
                cell.number_format = "@"
    for place, column in enumerate(columns):
        sheet.column_dimensions[chr(ord("A") + place)].width = COLUMNS[column]
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def read_rows(path: Path) -> list[Row]:
    """The rows of a table, whatever language its head is in.

    :raises UserError: if it cannot be read or lacks a column.
    """
    lines = _read_xlsx(path) if path.suffix.lower() == ".xlsx" else _read_csv(path)
    known: dict[str, str] = {}
    for language in LANGUAGES:
        with speaking(language):
            known |= {head(column): column for column in COLUMNS}
    names = [known.get(text.strip(), "") for text in lines[0]] if lines else []
    missing = [column for column in ("language", "catalog", "form", "source", "translation") if column not in names]
    if missing:
        raise UserError(
            _("{file} has no column “{column}”.").format(file=path.name, column=head(missing[0])),
            _("Take the head of the table as it was written."),
        )
    found = []
    for number, line in enumerate(lines[1:], start=2):
        cells = {name: text for name, text in zip(names, line, strict=False) if name}
        if any(cells.values()):
            found.append(Row(number, cells))
    return found


def _read_xlsx(path: Path) -> list[list[str]]:
    from openpyxl import load_workbook

    try:
        sheet = load_workbook(path, read_only=True, data_only=True).worksheets[0]
        return [["" if one is None else _text(one) for one in line] for line in sheet.iter_rows(values_only=True)]
    except Exception as error:  # openpyxl raises what zip and XML readers raise
        raise UserError(
            _("{file} cannot be read ({error}).").format(file=path.name, error=error), _("Save it in Excel as .xlsx.")
        ) from None


def _text(value: object) -> str:
    return str(value).replace("\r\n", "\n").replace("_x000D_", "")


def _read_csv(path: Path) -> list[list[str]]:
    data = path.read_bytes()
    try:
        text = data.decode("utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig")
    except UnicodeDecodeError:
        raise UserError(
            _("{file} is not UTF-8.").format(file=path.name), _("Save it in Excel as “CSV UTF-8”, or as .xlsx.")
        ) from None
    first = text.partition("\n")[0]
    separator = max(";,\t", key=first.count)
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    return [[cell.replace("\r\n", "\n") for cell in line] for line in lines]
