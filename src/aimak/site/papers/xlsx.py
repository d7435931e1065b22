"""A paper as a workbook: what is to be filled in is marked, words come from lists, sums are worked out."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Font

from aimak.cohort.tables import sheet_name
from aimak.i18n import language
from aimak.i18n import translate as _
from aimak.site.papers.formulas import Places
from aimak.site.papers.source import Paper
from aimak.site.papers.words import before_use
from aimak.site.papers.xlsx_sheet import FONT, Sheet, set_page


def workbook(paper: Paper, laws: Sequence[str]) -> bytes:
    """The bytes of the workbook in the language in force.

    :param laws: how each act behind it is cited.
    :raises KeyError: if a formula names what is not there.
    """
    book = Workbook()
    book.remove(book.active)
    book._named_styles["Normal"].font = Font(name=FONT, size=11)
    book.properties.title, book.properties.language = _(paper.title), language()
    book.properties.creator = None
    lists = {name: [_(word) for word in words] for name, words in paper.lists.items()}
    places = Places(lists)
    sheets = {name: Sheet(book.create_sheet(sheet_name(_(name))), name, paper, places) for name in paper.sheets}
    for sheet in sheets.values():
        sheet.write_title(_(paper.title))
    ranges = _write_lists(book, lists)
    for part in paper.parts:
        sheets[part.sheet or paper.sheets[0]].add(part, ranges)
    for sheet in sheets.values():
        sheet.work_out()
    sheets[paper.sheets[-1]].add_note(before_use(paper, laws))
    for one in book.worksheets:
        set_page(one, wide=paper.wide)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _write_lists(book: Any, lists: dict[str, list[str]]) -> dict[str, str]:
    """A last sheet with the words to choose from, where people can add their own; the place of each list."""
    if not lists:
        return {}
    title = sheet_name(_("Lists"))
    sheet = book.create_sheet(title)
    found = {}
    for column, (name, words) in enumerate(lists.items(), start=1):
        letter = chr(ord("A") + column - 1)
        sheet.column_dimensions[letter].width = 36
        for row, word in enumerate(words, start=1):
            sheet.cell(row, column, word).font = Font(name=FONT, size=11)
        found[name] = f"'{title}'!${letter}$1:${letter}${len(words)}"
    return found
