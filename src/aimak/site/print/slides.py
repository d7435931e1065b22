"""Slides run once for each language that they speak, and are kept until their text, the library or the data changes."""

from __future__ import annotations

import hashlib
import tempfile
from pathlib import Path

import nbformat
from nbformat import NotebookNode

from aimak.course.source import notebook_text
from aimak.errors import UserError
from aimak.execution.parameterised import run_with_parameters
from aimak.files import write_whole
from aimak.i18n import translate as _
from aimak.i18n.catalogs import LOCALES
from aimak.project import Project
from aimak.site.book.outputs import code_digest, texts_digest
from aimak.site.print.deck import SLIDES, deck

#: The municipality of the slides: the one that the lesson reads, too.
_PARAMETERS = {"municipality": "M27", "oblast": "Naryn"}


def run_slides(project: Project, unit: str, language: str) -> NotebookNode:
    """The slides' notebook in ``language`` with its outputs; it runs only if something changed since it ran last.

    :raises UserError: if the slides cannot be used, or a cell raises.
    """
    text = notebook_text(deck(project, unit, language))
    made_from = hashlib.sha256(f"{text} {code_digest()} {texts_digest(LOCALES, unit, language)}".encode()).hexdigest()
    kept = project.build / "slides" / language / f"{unit}.ipynb"
    if kept.is_file():
        ran: NotebookNode = nbformat.read(kept, as_version=4)
        if ran.metadata.get("made_from") == made_from:
            return ran
    with tempfile.TemporaryDirectory(prefix="aimak-slides-") as folder:
        source, done = Path(folder) / f"{unit}.ipynb", Path(folder) / "done.ipynb"
        source.write_text(text, encoding="utf-8")
        try:
            run_with_parameters(source, done, {**_PARAMETERS, "language": language})
        except UserError as error:
            what = _("{file} cannot be run: {error}.").format(file=f"{SLIDES}/{unit}.md", error=str(error).rstrip("."))
            raise UserError(what, _("Mend the cell.")) from None
        ran = nbformat.read(done, as_version=4)
    ran.metadata["made_from"] = made_from
    write_whole(kept, nbformat.writes(ran))
    return ran
