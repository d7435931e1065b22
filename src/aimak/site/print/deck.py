"""A unit's slides as one notebook: `book/slides/<unit>.md` in a language, with the trainer's page as speaker's notes.

A slide begins with a Markdown cell, its heading. `"notes": "Questions to ask"` (or a list) in that cell's head puts the
section of the trainer's page with that heading into the speaker's view; a cell of the type ``notes`` is one of its own.
"""

from __future__ import annotations

import re
from pathlib import Path

from nbformat import NotebookNode

from aimak.course.blocks import rewritten
from aimak.course.lessons import lesson
from aimak.course.source import new_cell, read_cells
from aimak.course.translate import in_language, texts_of
from aimak.errors import UserError
from aimak.i18n import translate as _
from aimak.project import Project

#: Below the root: the slides' sources, and the pages that their notes come from. Both are pages' names, too.
SLIDES, TRAINERS = "book/slides", "book/trainers"
#: What a cell may be: the first of a slide, more of it, a note.
_KINDS = ("slide", "-", "notes")
_MARKED = re.compile(r'^\+\+\+.*"slide_type":\s*"slide"', re.MULTILINE)
_HEADING = re.compile(r"^(#{2,})\s+(.+?)\s*$", re.MULTILINE)


def deck_names(project: Project) -> tuple[str, ...]:
    """The units that have slides."""
    return tuple(sorted(path.stem for path in (project.root / SLIDES).glob("*.md")))


def deck(project: Project, unit: str, language: str) -> NotebookNode:
    """The slides of ``unit`` as a notebook without outputs, in ``language``.

    :raises UserError: naming the file and the slide that cannot be used.
    """
    path = project.root / SLIDES / f"{unit}.md"
    _check(path)
    made = in_language(project, lesson(path), f"{SLIDES}/{unit}", language)
    notes = speaker_notes(project, unit, language)
    cells = []
    for cell in made.cells:
        cells.append(cell)
        asked = cell.metadata.get("notes", [])
        for number, heading in enumerate([asked] if isinstance(asked, str) else asked):
            if heading not in notes:
                raise _no_such_section(unit, _title(cell), heading, list(notes))
            note = new_cell("markdown", notes[heading])
            note.id = f"{cell.id}-{number}"
            note.metadata["slideshow"] = {"slide_type": "notes"}
            cells.append(note)
    made.cells = cells
    return made


def speaker_notes(project: Project, unit: str, language: str) -> dict[str, str]:
    """The sections of the unit's trainer's page by their English heading, as Markdown in ``language``.

    :raises UserError: if there is no such page.
    """
    path = project.root / TRAINERS / f"{unit}.md"
    if not path.is_file():
        raise UserError(
            _("{file} is missing.").format(file=f"{TRAINERS}/{unit}.md"), _("Write the page, or take out the notes.")
        )
    text = path.read_text(encoding="utf-8")
    translate = str if language == "en" else texts_of(project, f"{TRAINERS}/{unit}", language)
    found = {}
    headings = list(_HEADING.finditer(text))
    for heading in headings:
        level = len(heading[1])
        later = (one.start() for one in headings if one.start() > heading.start() and len(one[1]) <= level)
        section = text[heading.start() : next(later, len(text))]
        # A fence is a box of the book; in a note its text is enough.
        section = re.sub(r"^(```|:::).*\n?", "", section, flags=re.MULTILINE)
        found[heading[2]] = rewritten(section.strip(), translate)
    return found


def _check(path: Path) -> None:
    cells = [cell for cell, _line in read_cells(path)]
    for cell in cells:
        kind = cell.metadata.get("slideshow", {}).get("slide_type", "-")
        if kind not in _KINDS:
            raise UserError(
                _("{file}: “{kind}” is no kind of a slide's cell.").format(file=_place(path), kind=kind),
                _("Take one of: {known}.").format(known=", ".join(_KINDS)),
            )
    begun = [cell for cell in cells if cell.metadata.get("slideshow", {}).get("slide_type") == "slide"]
    marked = len(_MARKED.findall(path.read_text(encoding="utf-8")))
    if len([cell for cell in begun if cell.cell_type == "markdown"]) != max(marked, len(begun)):
        raise UserError(
            _("{file}: a slide begins with a code cell.").format(file=_place(path)),
            _("Begin each slide with its heading."),
        )


def _place(path: Path) -> str:
    return f"{SLIDES}/{path.name}"


def _title(cell: NotebookNode) -> str:
    return next((line.lstrip("# ") for line in cell.source.splitlines() if line.strip()), "")


def _no_such_section(unit: str, slide: str, heading: str, known: list[str]) -> UserError:
    return UserError(
        _("{file}, slide “{slide}”: {page} has no section “{heading}”.").format(
            file=f"{SLIDES}/{unit}.md", slide=slide, page=f"{TRAINERS}/{unit}.md", heading=heading
        ),
        _("Take one of: {known}.").format(known=", ".join(known)),
    )
