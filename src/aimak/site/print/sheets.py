"""Handouts and group-work sheets: pages of the book on A4, made smaller step by step until they fit."""

from __future__ import annotations

import io
import math
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from aimak.course.units import UNITS, unit_title
from aimak.errors import UserError
from aimak.files import write_whole
from aimak.i18n import NAMES, plural, speaking
from aimak.i18n import translate as _
from aimak.project import Project
from aimak.site.book.units import shown_in
from aimak.site.print.article import article, printed, without_links
from aimak.site.print.chromium import Printer

#: The kinds of sheets: folder below `book/` -> how its file ends.
KINDS = {"handouts": "handout", "groupwork": "groupwork"}
#: Sizes of letters in points, the least last.
SIZES = (12.0, 11.5, 11.0, 10.5, 10.0, 9.5)
#: What of an A4 sheet is left between the margins of print.css, in CSS pixels.
_WIDTH, _HEIGHT = 680, 1005


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet.

    :param page: its page in the book, such as ``book/handouts/budget``.
    :param pages: on how many pages it must fit.
    """

    unit: str
    page: str
    name: str
    pages: int


def sheets(project: Project) -> list[Sheet]:
    """Every sheet that has a source, in the order of the course."""
    found = []
    for unit in UNITS:
        for folder, ending in KINDS.items():
            path = project.root / "book" / folder / f"{unit.name}.md"
            if path.is_file():
                said = re.search(r"\A---\n(?:.*\n)*?pages: *([12])\n", path.read_text(encoding="utf-8"))
                found.append(
                    Sheet(unit.name, f"book/{folder}/{unit.name}", f"{unit.name}-{ending}", int(said[1]) if said else 1)
                )
    return found


def sheet_page(sheet: Sheet, pages: Path, language: str) -> Callable[[float], str]:
    """What makes the sheet's page for the printer in letters of a size.

    :param pages: the built book in ``language``.
    :raises UserError: if the page is not built.
    """
    body = str(without_links(article(pages / f"{sheet.page}.html")))
    spoken = shown_in(sheet.page, language)
    with speaking(spoken):
        course, unit = _("Aimak course kit"), unit_title(sheet.unit)
        left = f"{course} · {unit} · {NAMES.get(spoken, spoken)}"
        right = _("Training municipalities and villages are invented. CC BY 4.0")
    title = re.search(r"<h1[^>]*>(.*?)</h1>", body, re.DOTALL)
    name = re.sub(r"<[^>]+>", "", title[1]).strip() if title else unit
    return lambda size: printed(body, name, spoken, (left, right), "sheet", size)


def print_sheet(printer: Printer, sheet: Sheet, make: Callable[[float], str], place: Path, language: str) -> bytes:
    """The sheet as a PDF, in the largest letters that fit.

    :param place: where the page for the printer is written.
    :raises UserError: naming page, language and the lines that are too many.
    """
    for size in SIZES:
        write_whole(place, make(size))
        printer.open(place)
        pdf = printer.pdf()
        if page_count(pdf) <= sheet.pages:
            return pdf
    raise UserError(
        plural(
            "{file} ({language}) is {count} line too long for its sheet in letters of {size} points.",
            "{file} ({language}) is {count} lines too long for its sheet in letters of {size} points.",
            lines := _lines_too_many(printer, sheet.pages),
        ).format(file=f"{sheet.page}.md", language=language, count=lines, size=SIZES[-1]),
        _("Shorten the text or its translation."),
    )


def page_count(pdf: bytes) -> int:
    """The number of pages of a PDF."""
    from pypdf import PdfReader

    return len(PdfReader(io.BytesIO(pdf)).pages)


def _lines_too_many(printer: Printer, pages: int) -> int:
    printer.set_size(_WIDTH, _HEIGHT)
    high, line = printer.evaluate(
        "[document.querySelector('main').getBoundingClientRect().height,"
        " parseFloat(getComputedStyle(document.querySelector('main')).lineHeight)]"
    )
    return max(1, math.ceil((float(high) - pages * _HEIGHT) / float(line)))
