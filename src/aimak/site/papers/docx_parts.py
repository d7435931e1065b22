"""The parts of a Word document: lines to fill in, tables, signatures, and a note to whoever fills it in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.shared import Cm, Emu, Pt, RGBColor

from aimak.i18n import translate as _
from aimak.site.papers.docx_xml import keep_whole, repeat_head, shade
from aimak.site.papers.source import Field, Table
from aimak.site.papers.words import NUMBER, signature_heads

#: The ground of what is to be filled in, and of heads.
TO_FILL, HEAD = "FFF7E0", "E4EEF4"
_BODY, _SMALL = Pt(11), Pt(10)
_HINT = RGBColor(0x46, 0x54, 0x5F)
#: Room for a line that is written by hand.
_LINE = Cm(0.65)
_FIELD_SHARES, _SIGNATURE_SHARES = (2, 3), (3, 3, 3)


def add_fields(made: Any, fields: Sequence[Field]) -> None:
    """A line for each, with its hint where the answer goes."""
    table = _table(made, len(fields), _FIELD_SHARES)
    for row, one in zip(table.rows, fields, strict=True):
        keep_whole(row)
        row.height = _LINE * one.lines
        _write(row.cells[0], _(one.label), bold=True)
        _to_fill(row.cells[1], _(one.hint))
    made.add_paragraph()


def add_table(made: Any, part: Table) -> None:
    """Rows with words, empty rows, and a last one for totals where a column has one."""
    has_total = any(column.total for column in part.columns)
    count = len(part.rows) + part.blank
    table = _table(made, 1 + count + has_total, [column.width for column in part.columns])
    repeat_head(table.rows[0])
    for cell, column in zip(table.rows[0].cells, part.columns, strict=True):
        _write(cell, _(column.label), bold=True, size=_SMALL)
        shade(cell, HEAD)
    for place, row in enumerate(list(table.rows)[1 : 1 + count]):
        keep_whole(row)
        row.height = _LINE
        said = part.rows[place] if place < len(part.rows) else ()
        for at, (cell, column) in enumerate(zip(row.cells, part.columns, strict=True)):
            if column.key == NUMBER:
                _write(cell, str(place + 1))
            elif at < len(said) and said[at]:
                _write(cell, _(said[at]))
            else:
                _to_fill(cell, "")
    if has_total:
        _add_total(table.rows[-1].cells, [column.total for column in part.columns])
    made.add_paragraph()


def _add_total(cells: Sequence[Any], totals: Sequence[bool]) -> None:
    """The word stands across all columns before the first one that is added up."""
    _write(cells[0], _("Total"), bold=True)
    for cell, total in zip(cells, totals, strict=True):
        if total:
            _to_fill(cell, "")
    if totals.index(True) > 1:
        cells[0].merge(cells[totals.index(True) - 1])


def add_signatures(made: Any, people: Sequence[str]) -> None:
    """A line for each who signs."""
    table = _table(made, 1 + len(people), _SIGNATURE_SHARES)
    repeat_head(table.rows[0])
    for cell, text in zip(table.rows[0].cells, signature_heads(), strict=True):
        _write(cell, text, bold=True)
        shade(cell, HEAD)
    for row, post in zip(list(table.rows)[1:], people, strict=True):
        keep_whole(row)
        row.height = Pt(28)
        _write(row.cells[0], post)
        for cell in row.cells[1:]:
            shade(cell, TO_FILL)
    made.add_paragraph()


def add_note(made: Any, lines: Sequence[str]) -> None:
    """A box on a page of its own, which nobody prints."""
    made.add_heading(_("Before you use this paper"), level=1).paragraph_format.page_break_before = True
    cell = _table(made, 1, (1,)).rows[0].cells[0]
    for place, line in enumerate(lines):
        paragraph = cell.paragraphs[0] if place == 0 else cell.add_paragraph()
        paragraph.add_run(line).font.size = _SMALL


def _table(made: Any, rows: int, shares: Sequence[int]) -> Any:
    """An empty table as wide as the page's text; columns by their shares of it."""
    section = made.sections[0]
    width = section.page_width - section.left_margin - section.right_margin
    table = made.add_table(rows=rows, cols=len(shares), style="Table Grid")
    table.alignment = WD_TABLE_ALIGNMENT.LEFT
    table.autofit = False
    for column, share in zip(table.columns, shares, strict=True):
        column.width = Emu(width * share // sum(shares))
        for cell in column.cells:
            cell.width = column.width
    return table


def _to_fill(cell: Any, hint: str) -> None:
    shade(cell, TO_FILL)
    paragraph = _plain(cell)
    if hint:
        run = paragraph.add_run(f"[{hint}]")
        run.italic = True
        run.font.size = _BODY
        run.font.color.rgb = _HINT


def _write(cell: Any, text: str, *, bold: bool = False, size: Pt = _BODY) -> None:
    run = _plain(cell).add_run(text)
    run.bold = bold
    run.font.size = size


def _plain(cell: Any) -> Any:
    paragraph = cell.paragraphs[0]
    paragraph.paragraph_format.space_after = Pt(2)
    return paragraph
