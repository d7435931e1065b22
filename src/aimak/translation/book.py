"""Texts of the book and of the Markdown of exercises and slides, one catalog for each page."""

from __future__ import annotations

from collections.abc import Iterator

from babel.messages.pofile import read_po

from aimak.course.source import exercise_names
from aimak.course.translate import messages
from aimak.project import Project
from aimak.site.book.frame import FRAME
from aimak.site.book.run import extract_book
from aimak.site.print.deck import SLIDES, deck_names
from aimak.translation.message import Message

_FRAME_PLACE = "src/aimak/site/book/frame.py"


def book_messages(project: Project) -> Iterator[tuple[str, Message]]:
    """Each text of the book with the name of its page, such as ``book/intro``; what stands around every page comes
    with the name ``sphinx``.

    :raises UserError: if Sphinx has a warning about the book.
    """
    folder = project.build / "gettext"
    extract_book(project, folder)
    for path in sorted(folder.rglob("*.pot")):
        name = path.relative_to(folder).with_suffix("").as_posix()
        with path.open("rb") as file:
            for found in read_po(file):
                place = _FRAME_PLACE if name == FRAME else f"{name}.md"
                if found.id and (project.root / place).is_file():
                    yield name, Message((str(found.id),), (place,))


def exercise_messages(project: Project) -> Iterator[tuple[str, Message]]:
    """Each text of the exercises' Markdown cells with the name of its catalog, such as ``exercises/budget``.

    :raises UserError: if a source cannot be read.
    """
    for name in exercise_names(project):
        for found in messages(project.exercises / f"{name}.md"):
            yield f"exercises/{name}", Message((found.text,), (f"exercises/{name}.md",))


def slide_messages(project: Project) -> Iterator[tuple[str, Message]]:
    """Each text of the slides' Markdown cells with the name of its catalog, such as ``book/slides/budget``.

    :raises UserError: if a source cannot be read.
    """
    for unit in deck_names(project):
        for found in messages(project.root / SLIDES / f"{unit}.md"):
            yield f"{SLIDES}/{unit}", Message((found.text,), (f"{SLIDES}/{unit}.md",))
