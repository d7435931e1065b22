"""One notebook per language from the same source: what readers read is translated, what is graded stays as it is."""

from __future__ import annotations

import copy
import gettext
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from nbformat import NotebookNode

from aimak.course.blocks import blocks, rewritten
from aimak.course.cells import grade_id
from aimak.course.source import new_cell, read_cells
from aimak.course.units import is_translated
from aimak.errors import UserError
from aimak.i18n import speaking
from aimak.i18n import translate as _
from aimak.i18n.catalogs import compile_catalogs
from aimak.i18n.pseudo import PSEUDO, pseudo
from aimak.lesson.cases import unit_of
from aimak.project import Project

#: The ids of the cells that only a translated notebook has.
LANGUAGE_CELL, NOTICE_CELL = "aimak-language", "aimak-notice"
_CATALOGS = Path("book", "locale")
_SPEAK = """from aimak.i18n import use_language

use_language({language!r})"""


@dataclass(frozen=True, slots=True)
class Message:
    """A text for translators.

    :param place: file and line, such as ``exercises/budget.md:12``.
    """

    text: str
    place: str


def messages(path: Path) -> list[Message]:
    """What a translator has to translate in the Markdown of a notebook's source, in its order; a text may stand twice.

    Code is left to Babel. A cell that is marked by hand is left out: nbgrader knows it, so it is the same in every
    language.

    :raises UserError: if the source cannot be read.
    """
    return [
        Message(block.text, f"{path.parent.name}/{path.name}:{line + block.line}")
        for cell, line in read_cells(path)
        if cell.cell_type == "markdown" and "by_hand" not in cell.metadata
        for block in blocks(cell.source)
    ]


def texts_of(project: Project, document: str, language: str) -> Callable[[str], str]:
    """What translates the messages of ``document`` (``exercises/budget``); a text that is not translated stays.

    The catalogs are those of the book, so that a page and its notebook say the same.
    """
    if language == PSEUDO:
        return pseudo
    path = project.root / _CATALOGS / language / "LC_MESSAGES" / f"{document}.po"
    compile_catalogs(path.parent)
    if not path.with_suffix(".mo").is_file():
        return str
    with path.with_suffix(".mo").open("rb") as file:
        return gettext.GNUTranslations(file).gettext


def in_language(project: Project, notebook: NotebookNode, document: str, language: str) -> NotebookNode:
    """A built notebook for readers of ``language``; English is the notebook itself.

    Cells that nbgrader knows stay as they are to the byte. A hidden cell sets the language in which the others speak.
    A unit that is not declared in the language stays English, below a line that says so.

    :param notebook: without outputs; left as it is.
    :param document: where its source lies, such as ``notebooks/budget``.
    :raises UserError: if a translation would change the kind of its block.
    """
    if language == "en":
        return notebook
    whole = is_translated(unit_of(Path(document).name), language)
    made = copy.deepcopy(notebook)
    made.metadata.setdefault("aimak", {})["language"] = language
    if whole:
        translate = texts_of(project, document, language)
        for cell in made.cells:
            if cell.cell_type == "markdown" and not grade_id(cell):
                cell.source = _rewritten(cell.source, translate, f"{_CATALOGS}/{language}/LC_MESSAGES/{document}.po")
    first = next(place for place, cell in enumerate(made.cells) if cell.cell_type == "code")
    made.cells.insert(first, _speaking_cell(language if whole else "en"))
    if not whole:
        made.cells.insert(0, _notice_cell(language))
    return made


def _rewritten(source: str, translate: Callable[[str], str], catalog: str) -> str:
    try:
        return rewritten(source, translate)
    except ValueError as error:
        raise UserError(
            _("{file}: the translation of “{text}” makes another kind of block of it.").format(
                file=catalog, text=error
            ),
            _("Let it begin as the English does: not with a number and a point, “#”, “-” or “>”."),
        ) from None


def _speaking_cell(language: str) -> NotebookNode:
    cell = new_cell("code", _SPEAK.format(language=language))
    cell.id = LANGUAGE_CELL
    cell.metadata.update(tags=["remove-input"], jupyter={"source_hidden": True})
    return cell


def _notice_cell(language: str) -> NotebookNode:
    with speaking(language):
        cell = new_cell("markdown", f"> {_('This unit is not translated yet. You read it in English.')}")
    cell.id = NOTICE_CELL
    return cell
