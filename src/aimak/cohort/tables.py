"""A report's tables, as a workbook and as CSV: one row a hand-in, and in the workbook groups and tasks too.

People open them with Excel, so headings, names and numbers are those of the reader's language. A program reads the
gradebook or `--json` instead.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping
from typing import Any

from aimak.cohort.groups import SMALL
from aimak.cohort.results import Result
from aimak.cohort.roster import Trainee
from aimak.cohort.summary import Summary
from aimak.cohort.words import by_name, in_order, kind_name, sex_of, shown
from aimak.data import municipality
from aimak.i18n import language
from aimak.i18n import translate as _
from aimak.i18n.numbers import number

#: Excel's limit, and what a sheet's name may not hold.
SHEET_NAME = 31
_NOT_IN_SHEET_NAMES = re.compile(r"[\[\]:*?/\\]+")
Rows = list[list[object]]


class Share(float):
    """A share of one, which a workbook shows as per cent."""


def sorted_results(summary: Summary, roster: Mapping[str, Trainee]) -> list[Result]:
    """The hand-ins by name, in the alphabetical order of the language in force."""
    names = {code: one.name for code, one in roster.items()}
    return sorted(summary.results, key=lambda one: by_name(names.get(one.trainee, ""), one.trainee))


def hand_in_table(summary: Summary, roster: Mapping[str, Trainee]) -> Rows:
    """Headings, and one row a hand-in. In a shareable version codes, names, municipalities and ages are left out."""
    who = [] if summary.shareable else [_("Code"), _("Name"), _("Municipality"), _("Sex"), _("Age"), _("Role")]
    rows: Rows = []
    for result in sorted_results(summary, roster):
        first: list[object] = [] if summary.shareable else _who(result.trainee, roster)
        rows.append([*first, *_points(result, summary), result.points, _("yes") if result.waiting else _("no")])
    if summary.shareable and len(rows) < SMALL:
        rows.clear()  # so few that everybody in the room knows who is who
    if summary.shareable:  # in the order of the roster a reader could still tell who is who
        rows.sort(key=lambda row: -float(str(row[-2])))
    return [[*who, *(task.title for task in summary.tasks), _("Sum"), _("Waits for hand marking")], *rows]


def _who(code: str, roster: Mapping[str, Trainee]) -> list[object]:
    one = roster.get(code)
    if one is None:
        return [code, "", "", "", "", ""]
    age, role = (shown(kind, value) if value else "" for kind, value in (("age", one.age), ("role", one.role)))
    return [code, one.name, municipality(one.municipality).shown, sex_of(one), age, role]


def _points(result: Result, summary: Summary) -> list[object]:
    by_task = {task.name: task for task in result.tasks}
    return [by_task[t.name].points if t.name in by_task else None for t in summary.tasks]


def group_table(summary: Summary) -> Rows:
    """Headings, and one row for each group of each kind."""
    rows: Rows = [[_("Grouped by"), _("Group"), _("Invited"), _("Graded"), _("Passed"), _("Mean share")]]
    for kind, groups in summary.groups.items():
        for g in in_order(kind, groups):
            numbers = [_("not shown")] if g.hidden else [g.invited, g.handed_in, g.passed, _share(g.mean_share)]
            rows.append([kind_name(kind), shown(kind, g.name), *numbers])
    return rows


def task_table(summary: Summary) -> Rows:
    """Headings, and one row for each task: how hard it was, and what people were told and chose."""
    rows: Rows = [[_("Task"), _("Points"), _("Mean share"), _("People with full points"), _("Told"), _("Chosen")]]
    for task in summary.tasks:
        told, chosen = ("; ".join(f"{text} ({times})" for text, times in some) for some in (task.hints, task.wrong))
        rows.append([task.title, task.most, _share(task.mean_share), task.full, told, chosen])
    return rows


def _share(value: float | None) -> Share | None:
    return None if value is None else Share(value)


def workbook(sheets: Mapping[str, Rows], title: str = "") -> bytes:
    """The bytes of an XLSX file.

    :param sheets: the name of each sheet -> its rows, the first of which are headings.
    """
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.active)
    book.properties.title, book.properties.language = title, language()
    for name, rows in sheets.items():
        _fill(book.create_sheet(sheet_name(name)), rows)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def sheet_name(text: str) -> str:
    """A text as the name of a sheet: at most :data:`SHEET_NAME` characters, and none that Excel refuses."""
    bare = " ".join(_NOT_IN_SHEET_NAMES.sub(" ", text).split()).strip("'")
    return bare if len(bare) <= SHEET_NAME else bare[: SHEET_NAME - 1].rstrip() + "…"


def _fill(sheet: Any, rows: Rows) -> None:
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    for row in rows:
        sheet.append([float(v) if isinstance(v, Share) else _harmless(v) for v in row])
    for at, row in enumerate(rows, start=1):
        for number_of, value in enumerate(row, start=1):
            if isinstance(value, Share):
                sheet.cell(at, number_of).number_format = "0%"
    for cell in sheet[1]:
        cell.font, cell.alignment = Font(bold=True), Alignment(wrap_text=True, vertical="top")
    for number_of, name in enumerate(rows[0], start=1):
        longest = max((len(str(row[number_of - 1] or "")) for row in rows[1:] if len(row) >= number_of), default=0)
        sheet.column_dimensions[get_column_letter(number_of)].width = min(max(longest, len(str(name)) // 2, 8) + 2, 60)
    sheet.freeze_panes = "A2"


def _harmless(value: object) -> object:
    """A cell without what a workbook cannot hold. Text that begins like a formula is text: a name typed by a stranger
    must not run in Excel. A class's report must not fail over one trainee's odd character either."""
    if not isinstance(value, str):
        return value
    text = "".join(c if c.isprintable() or c == "\n" else "\ufffd" for c in value.replace("\u00a0", " "))
    return "'" + text if text[:1] in set("=+-@") else text


def csv_text(rows: Rows) -> str:
    """CSV that a double click opens right in Excel of the reader's language: a byte order mark for ң ө ү, and where
    the decimal sign is a comma, as in Russian and Kyrgyz, semicolons between fields."""
    comma = "," in number(0.5, 1)
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";" if comma else ",", lineterminator="\r\n")
    for row in rows:
        writer.writerow([_decimal(v, comma=comma) if isinstance(v, float) else _harmless(v) for v in row])
    return "\ufeff" + out.getvalue()


def _decimal(value: float, *, comma: bool) -> str:
    return str(value).replace(".", ",") if comma else str(value)
