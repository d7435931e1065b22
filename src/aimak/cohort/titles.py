"""What an exercise, its tasks and its chapter are called in the reader's language.

The headings stand in the sources in English; their translations stand in the book's catalogs.
"""

from __future__ import annotations

import re
from functools import lru_cache
from gettext import NullTranslations
from pathlib import Path

from aimak.course.cells import grade_id
from aimak.course.source import Source
from aimak.course.units import is_translated
from aimak.i18n import language
from aimak.i18n.catalogs import catalog, read_catalogs
from aimak.i18n.pseudo import PSEUDO
from aimak.lesson.cases import unit_of

#: What stands before the first point of «Task 3. Build the budget», if it holds the number of the task.
_NUMBER = re.compile(r"^[^.]{0,18}\d[^.]{0,18}(?=\. )")


def exercise_title(source: Source) -> str:
    """The heading of the whole exercise, in the language in force; its name if it has none."""
    heading = next((found[1] for cell in source.notebook.cells if (found := _h1(cell.source))), "")
    return _translated(_root(source), "exercises", source.name, heading) if heading else source.name


def form_titles(source: Source) -> dict[str, str]:
    """The heading above each form in the language in force, by the form's name, in the order of the exercise."""
    titles, heading = {}, ""
    for cell in source.notebook.cells:
        if cell.cell_type == "markdown" and "nbgrader" not in cell.metadata and cell.source.lstrip().startswith("#"):
            heading = cell.source.strip().splitlines()[0].lstrip("# ")
        for kind in ("check", "by-hand"):
            if grade_id(cell).startswith(f"{source.name}-{kind}-"):
                name = grade_id(cell).removeprefix(f"{source.name}-{kind}-")
                titles[name] = _translated(_root(source), "exercises", source.name, heading) if heading else name
    return titles


def chapter_title(root: Path, exercise: str) -> str:
    """The title of the chapter that explains an exercise, in the language in force; empty if there is none.

    :param root: of the project.
    """
    unit = unit_of(exercise)
    path = root / "book" / "chapters" / f"{unit}.md"
    found = _h1(path.read_text(encoding="utf-8")) if path.is_file() else None
    return _translated(root, "book/chapters", exercise, found[1].strip()) if found else ""


def short(title: str) -> str:
    """The number of a task as people call it, to stand above a column: “Task 3”; the whole title if it has none."""
    found = _NUMBER.match(title)
    return found[0] if found else title


def _h1(text: str) -> re.Match[str] | None:
    return re.search(r"^# (.+)$", text, re.MULTILINE)


def _root(source: Source) -> Path:
    return source.path.parent.parent


def _translated(root: Path, folder: str, exercise: str, text: str) -> str:
    """A text of the book or of an exercise; in English while its unit is not complete in the language in force."""
    code = language()
    if code == "en" or not is_translated(unit_of(exercise), code):
        return text
    if code == PSEUDO:
        return catalog(PSEUDO).gettext(text)
    return _catalog(root / "book" / "locale" / code / "LC_MESSAGES" / folder).gettext(text)


@lru_cache(maxsize=64)
def _catalog(folder: Path) -> NullTranslations:
    return read_catalogs(folder)
