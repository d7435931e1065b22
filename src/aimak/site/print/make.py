"""Make everything that is printed, for a site whose pages are built; what would not change is kept."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from aimak.course.units import UNITS
from aimak.errors import UserError
from aimak.files import write_whole
from aimak.i18n import translate as _
from aimak.project import Project
from aimak.site.book.units import shown_in
from aimak.site.print.archive import write_archive
from aimak.site.print.chromium import Printer
from aimak.site.print.course import course_page, print_whole
from aimak.site.print.deck import SLIDES, deck_names
from aimak.site.print.links import PRINT, SHOWN, WHOLE, archive_name
from aimak.site.print.sheets import Sheet, print_sheet, sheet_page, sheets
from aimak.site.print.shown import OURS, REVEAL, TEMPLATES, slides_page
from aimak.site.print.slides import run_slides


@dataclass(frozen=True, slots=True)
class Task:
    """One thing to make: slides or a sheet of a unit, or the whole course, in a language."""

    name: str
    language: str
    make: Callable[[], bool]


@dataclass(frozen=True, slots=True)
class Printed:
    """What came of it.

    :param made: PDFs that were made; the others were ``kept``.
    :param sizes: bytes of all PDFs, by language.
    """

    made: int
    kept: int
    sizes: Mapping[str, int]


def print_course(
    project: Project,
    pages: Mapping[str, Path],
    site: Path,
    *,
    units: Sequence[str] = (),
    progress: Callable[[list[Task]], Iterable[Task]] = iter,
) -> Printed:
    """Make slides and PDFs into ``site``. It may be stopped at any time: what is made by then is kept.

    :param pages: the folder of the built pages of each language.
    :param site: gets `<language>/slides/` and `<language>/print/`.
    :param units: whose; of all of them unless given, and then the whole course, too.
    :raises UserError: if Chromium is missing, or a source cannot be printed.
    """
    with Printer() as printer:
        tasks: list[Task] = []
        for language, built in pages.items():
            tasks += _tasks(project, language, built, site / language, printer, units)
        made = [task.make() for task in progress(tasks)]
    if not units:
        for language in pages:
            write_archive(site / language / PRINT, site / language / PRINT / archive_name(language))
    sizes = {
        language: sum(path.stat().st_size for path in (site / language / PRINT).glob("*.pdf")) for language in pages
    }
    return Printed(sum(made), len(made) - sum(made), sizes)


def _tasks(
    project: Project, language: str, pages: Path, site: Path, printer: Printer, units: Sequence[str]
) -> Iterable[Task]:
    decks = [unit.name for unit in UNITS if unit.name in deck_names(project) and (not units or unit.name in units)]
    if decks:
        _put_reveal(project, site / SHOWN / "reveal")
    kept = project.build / "print" / language
    for unit in decks:
        yield Task(f"{unit}-slides", language, partial(_slides, project, unit, language, site, kept, printer))
    for sheet in sheets(project):
        if not units or sheet.unit in units:
            yield Task(sheet.name, language, partial(_sheet, sheet, language, pages, site, kept, printer))
    if not units:
        yield Task(WHOLE, language, partial(_whole, project, language, pages, site, kept, printer))


def _slides(project: Project, unit: str, language: str, site: Path, kept: Path, printer: Printer) -> bool:
    spoken = shown_in(f"{SLIDES}/{unit}", language)
    name = f"{unit}-slides"
    page = slides_page(run_slides(project, unit, spoken), unit, spoken, language, f"../{PRINT}/{name}.pdf")
    place = site / SHOWN / f"{unit}.html"
    write_whole(place, page)

    def make() -> bytes:
        printer.open(place, "?print-pdf")
        too_long = printer.evaluate("aimakFit()")
        if too_long:
            raise UserError(
                _("{file} ({language}): the slide “{slide}” is too long.").format(
                    file=f"{SLIDES}/{unit}.md", language=spoken, slide=too_long[0]
                ),
                _("Shorten the text or its translation."),
            )
        return printer.pdf()

    look = "".join((TEMPLATES / one).read_text(encoding="utf-8") for one in OURS)
    return _keep(kept / f"{name}.pdf", site / PRINT / f"{name}.pdf", page + look, make)


def _sheet(sheet: Sheet, language: str, pages: Path, site: Path, kept: Path, printer: Printer) -> bool:
    make = sheet_page(sheet, pages, language)
    place = kept / f"{sheet.name}.html"
    pdf = partial(print_sheet, printer, sheet, make, place, language)
    return _keep(kept / f"{sheet.name}.pdf", site / PRINT / f"{sheet.name}.pdf", f"{sheet.pages} {make(0)}", pdf)


def _whole(project: Project, language: str, pages: Path, site: Path, kept: Path, printer: Printer) -> bool:
    make = course_page(project, pages, language)
    pdf = partial(print_whole, printer, make, kept / f"{WHOLE}.html")
    return _keep(kept / f"{WHOLE}.pdf", site / PRINT / f"{WHOLE}.pdf", make({}), pdf)


def _keep(kept: Path, target: Path, made_from: str, make: Callable[[], bytes]) -> bool:
    """Put a PDF into its place: the one that is kept if it is made from the same, else a new one; True if it is new."""
    mark = kept.with_suffix(".made-from")
    now = hashlib.sha256(made_from.encode()).hexdigest()
    is_new = not kept.is_file() or not mark.is_file() or mark.read_text(encoding="utf-8") != now
    if is_new:
        mark.unlink(missing_ok=True)
        write_whole(kept, make())
        write_whole(mark, now)  # last: an interrupted run is not taken for a whole one
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(kept, target)
    return is_new


def _put_reveal(project: Project, folder: Path) -> None:
    for name, path in REVEAL.items():
        source = project.root / "node_modules" / "reveal.js" / path
        if not source.is_file():
            raise UserError(
                _("{file} is missing.").format(file=source.relative_to(project.root)),
                _("Run: {command}").format(command="npm ci"),
            )
        write_whole(folder / name, source.read_bytes())
    for name in OURS:
        write_whole(folder / name, (TEMPLATES / name).read_bytes())
