"""Slides and sheets of a few units, for an author who wants to look at them: quick, without the rest of the site."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from aimak.course.units import UNITS
from aimak.errors import UserError
from aimak.i18n import translate as _
from aimak.project import Project
from aimak.site.book import draft_book
from aimak.site.print.make import Printed, Task, print_course


def look(
    project: Project,
    units: Sequence[str],
    languages: Sequence[str],
    progress: Callable[[list[Task]], Iterable[Task]] = iter,
) -> tuple[Path, Printed]:
    """Make what is printed of ``units``; returns the folder, `_build/print/look`, and what came of it.

    :raises UserError: if there is no such unit, or as :func:`print_course`.
    """
    known = [unit.name for unit in UNITS]
    for name in units:
        if name not in known:
            raise UserError(
                _("There is no unit '{name}'.").format(name=name),
                _("Take one of: {known}.").format(known=", ".join(known)),
            )
    pages = {}
    for language in languages:
        pages[language] = project.build / "draft" / language
        draft_book(project, language, pages[language])
    folder = project.build / "print" / "look"
    return folder, print_course(project, pages, folder, units=units, progress=progress)
