"""Which pages belong to a unit, and in which language they are shown."""

from __future__ import annotations

from aimak.course.units import is_translated
from aimak.project import Project

#: Pages of a unit lie here, under the unit's name.
_FOLDERS = (
    "book/chapters/",
    _LESSONS := "notebooks/",
    "book/trainers/",
    "book/slides/",
    "book/handouts/",
    "book/groupwork/",
)


def unit_of(page: str) -> str:
    """The unit that ``page`` (such as ``book/chapters/budget``) belongs to; empty for a page of the book itself."""
    for folder in _FOLDERS:
        if page.startswith(folder):
            return page.removeprefix(folder)
    return ""


def is_lesson(page: str) -> bool:
    """True for a page whose cells are run."""
    return page.startswith(_LESSONS)


def shown_in(page: str, language: str) -> str:
    """The language that a reader of ``language`` meets on ``page``: English where its unit is not complete."""
    unit = unit_of(page)
    return language if not unit or is_translated(unit, language) else "en"


def lessons_shown_in(project: Project, language: str) -> dict[str, str]:
    """For each unit that has a lesson: the language of that page for a reader of ``language``."""
    names = sorted(path.stem for path in project.notebooks.glob("*.md") if path.stem != "README")
    return {name: shown_in(f"{_LESSONS}{name}", language) for name in names}
