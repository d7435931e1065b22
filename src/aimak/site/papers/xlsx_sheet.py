"""One sheet of a workbook, written from the top down; sums are worked out when everything has its place."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter

from aimak.i18n import translate as _
from aimak.site.papers.formulas import Places
from aimak.site.papers.source import Field, Fields, Heading, Paper, Part, Signatures, Sums, Table, Text
from aimak.site.papers.words import NUMBER
from aimak.site.papers.xlsx_limits import ask, limit

#: On every computer and phone, with ң, ө and ү.
FONT = "Arial"
#: How each format shows; what is below zero is red.
NUMBERS = {
    "number": "#,##0.0;[Red]-#,##0.0", "whole": "#,##0", "share": "0.0%", "date": "dd.mm.yyyy", "text": "@",
    "list": "@",
}  # fmt: skip
_LINE = Side(style="thin", color="8A97A3")
_BOX = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
_TO_FILL, _HEAD = PatternFill("solid", fgColor="FFF7E0"), PatternFill("solid", fgColor="E4EEF4")
_WRAP = Alignment(wrap_text=True, vertical="top")
#: How wide a label, and what stands behind it, must be at least.
_LABEL, _VALUE = 34, 30
_PLAIN_WIDTHS = (44, 40)
#: A letter in bold takes more than a column's unit.
_WIDER = 1.2
#: A head further down is not frozen, nor repeated: on a phone nothing would be left to scroll.
_FREEZE = 4


class Sheet:
    """A sheet that grows downwards; the widths of its columns are those of its first table."""

    def __init__(self, sheet: Any, name: str, paper: Paper, places: Places) -> None:
        self.sheet, self.places, self.row = sheet, places, 1
        self._later: list[Callable[[], None]] = []
        self._has_table = False
        tables = [one for one in paper.parts if isinstance(one, Table) and (one.sheet or paper.sheets[0]) == name]
        widths = [column.width for column in tables[0].columns] if tables else list(_PLAIN_WIDTHS)
        for number, width in enumerate(widths, start=1):
            sheet.column_dimensions[get_column_letter(number)].width = width
        self._columns = len(widths)
        self._label = _reach(widths, 0, _LABEL)
        self._label_width = sum(widths[: self._label])
        self._value = _reach(widths, self._label, _VALUE)

    def add(self, part: Part, ranges: Mapping[str, str]) -> None:
        """Write a part below the others.

        :param ranges: where the words of each list stand.
        """
        match part:
            case Heading():
                self._write_line(_(part.text), Font(name=FONT, size=12, bold=True))
            case Text():
                self._write_line(_(part.text), Font(name=FONT, size=11))
            case Fields():
                for one in part.fields:
                    self._add_field(one)
            case Sums():
                for line in part.sums:
                    value = self._add_line(_(line.label), line.format, to_fill=False)
                    self._work_out_later(value, line.formula, {})
            case Signatures():
                for post in part.people:
                    self._add_line(_(post), "text", to_fill=True)
            case Table():
                self._add_table(part, ranges)
        self.row += 1 if not isinstance(part, Heading) else 0

    def write_title(self, title: str) -> None:
        """The first line."""
        self._write_line(title, Font(name=FONT, size=14, bold=True))

    def add_note(self, lines: Sequence[str]) -> None:
        """What whoever fills it in should know."""
        self._write_line(_("Before you use this paper"), Font(name=FONT, size=11, bold=True))
        for line in lines:
            self._write_line(line, Font(name=FONT, size=10))

    def work_out(self) -> None:
        """Write the formulas: every place is known by now."""
        for one in self._later:
            one()

    def _write_line(self, text: str, font: Font) -> None:
        cell = self._cell(self.row, 1, text, font)
        self.sheet.merge_cells(start_row=self.row, start_column=1, end_row=self.row, end_column=self._columns)
        width = sum(self.sheet.column_dimensions[get_column_letter(i + 1)].width for i in range(self._columns))
        self.sheet.row_dimensions[self.row].height = (font.size + 5) * (1 + int(len(text) * font.size / 11 / width))
        cell.alignment = _WRAP
        self.row += 1

    def _add_field(self, one: Field) -> None:
        value = self._add_line(_(one.label), one.format, to_fill=True)
        if one.hint:
            ask(self.sheet, value.coordinate, _(one.label), _(one.hint))
        if one.key:
            self.places.put(one.key, self.sheet.title, _absolute(value.coordinate))

    def _add_line(self, label: str, kind: str, *, to_fill: bool) -> Any:
        self._cell(self.row, 1, label, Font(name=FONT, size=11, bold=True))
        first = self._label + 1
        value = self._cell(self.row, first, None, Font(name=FONT, size=11))
        value.number_format = NUMBERS[kind]
        value.alignment = Alignment(wrap_text=True, vertical="top", horizontal="left")
        for column in range(1, self._value + 1):
            cell = self.sheet.cell(self.row, column)
            cell.border = _BOX
            if to_fill and column >= first:
                cell.fill = _TO_FILL
        for start, end in ((1, self._label), (first, self._value)):
            if end > start:
                self.sheet.merge_cells(start_row=self.row, start_column=start, end_row=self.row, end_column=end)
        self.sheet.row_dimensions[self.row].height = _height([(label, self._label_width)])
        self.row += 1
        return value

    def _add_table(self, part: Table, ranges: Mapping[str, str]) -> None:
        head = self.row
        for number, column in enumerate(part.columns, start=1):
            cell = self._cell(head, number, _(column.label), Font(name=FONT, size=11, bold=True))
            cell.fill, cell.border = _HEAD, _BOX
        self.sheet.row_dimensions[head].height = _height([(_(one.label), one.width) for one in part.columns])
        if not self._has_table:
            self._has_table = True
            if head <= _FREEZE:
                self.sheet.print_title_rows = f"{head}:{head}"
                self.sheet.freeze_panes = self.sheet.cell(head + 1, 1)
        first, last = head + 1, head + len(part.rows) + part.blank_sheet
        for place, row in enumerate(range(first, last + 1)):
            self._add_row(part, row, place)
        for number, column in enumerate(part.columns, start=1):
            letter = get_column_letter(number)
            cells = f"${letter}${first}:${letter}${last}"
            self.places.put(f"{part.key}.{column.key}", self.sheet.title, cells)
            limit(self.sheet, column, cells.replace("$", ""), ranges)
        self.row = last + 1
        if any(column.total for column in part.columns):
            self._add_total(part, first, last)

    def _add_row(self, part: Table, row: int, place: int) -> None:
        said = part.rows[place] if place < len(part.rows) else ()
        here = {column.key: f"{get_column_letter(i)}{row}" for i, column in enumerate(part.columns, start=1)}
        if said:
            words = [(_(text), column.width) for text, column in zip(said, part.columns, strict=False)]
            self.sheet.row_dimensions[row].height = _height(words)
        for number, column in enumerate(part.columns, start=1):
            text = _(said[number - 1]) if number <= len(said) and said[number - 1] else None
            cell = self._cell(row, number, place + 1 if column.key == NUMBER else text, Font(name=FONT, size=11))
            cell.border, cell.number_format = _BOX, NUMBERS["whole" if column.key == NUMBER else column.format]
            if column.formula:
                self._work_out_later(cell, column.formula, here)
            elif cell.value is None:
                cell.fill = _TO_FILL

    def _add_total(self, part: Table, first: int, last: int) -> None:
        for number, column in enumerate(part.columns, start=1):
            letter = get_column_letter(number)
            text = _("Total") if number == 1 else None
            cell = self._cell(self.row, number, text, Font(name=FONT, size=11, bold=True))
            cell.fill, cell.border, cell.number_format = _HEAD, _BOX, NUMBERS[column.format]
            if column.total:
                cell.value = f"=SUM({letter}{first}:{letter}{last})"
                self.places.put(f"{part.key}.{column.key}.total", self.sheet.title, f"${letter}${self.row}")
        before = [column.total for column in part.columns].index(True)
        if before > 1:
            self.sheet.merge_cells(start_row=self.row, start_column=1, end_row=self.row, end_column=before)
        self.row += 1

    def _work_out_later(self, cell: Any, formula: str, here: Mapping[str, str]) -> None:
        def write() -> None:
            cell.value = self.places.resolve(formula, here)

        self._later.append(write)

    def _cell(self, row: int, column: int, value: object, font: Font) -> Any:
        cell = self.sheet.cell(row, column, value)
        cell.font, cell.alignment = font, _WRAP
        return cell


def set_page(sheet: Any, *, wide: bool) -> None:
    """A4, as wide as the page; a long table takes as many pages as it needs, anything else one."""
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.orientation = "landscape" if wide else "portrait"
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0 if sheet.freeze_panes else 1
    sheet.page_margins.left = sheet.page_margins.right = 0.5
    sheet.oddFooter.center.text = "&P / &N"


def _reach(widths: Sequence[int], start: int, least: int) -> int:
    """The last of the columns behind ``start`` that are ``least`` wide together, or of all columns."""
    reached = start
    while reached < len(widths) and sum(widths[start:reached]) < least:
        reached += 1
    return max(reached, start + 1)


def _height(cells: Sequence[tuple[str, int]]) -> float:
    """How high a row must be for texts in columns of a width: no program asks the font before it is opened."""
    lines = [sum(1 + int(len(word) * _WIDER / width) for word in text.split("\n")) for text, width in cells]
    return 15.0 * max([1, *lines]) + 2


def _absolute(coordinate: str) -> str:
    letters = coordinate.rstrip("0123456789")
    return f"${letters}${coordinate.removeprefix(letters)}"
