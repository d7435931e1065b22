"""Build the lessons: `notebooks/<unit>.md` -> `_build/notebooks/<unit>.ipynb`, from where papermill takes them."""

from __future__ import annotations

import hashlib
from pathlib import Path

import jupytext

from aimak.course.build import notebook_text
from aimak.course.source import KERNELSPEC
from aimak.errors import UserError
from aimak.files import write_whole
from aimak.i18n import translate as _
from aimak.project import Project


def lesson_names(project: Project) -> tuple[str, ...]:
    """The units that have a lesson."""
    return tuple(sorted(path.stem for path in project.notebooks.glob("*.md") if path.stem != "README"))


def lesson_text(source: Path) -> str:
    """A lesson's notebook as the text of its file: valid, without outputs, with ids that follow from its cells.

    :raises UserError: if the source cannot be read.
    """
    try:
        notebook = jupytext.read(source, fmt="md:myst")
    except Exception as error:  # jupytext raises what its YAML reader raises
        raise UserError(
            _("{file}: cannot be read as MyST Markdown ({error}).").format(file=source.name, error=error),
            _("Mend the cell's head."),
        ) from None
    notebook.metadata = {"kernelspec": KERNELSPEC, "language_info": {"name": "python"}}
    notebook.nbformat_minor = 5
    for number, cell in enumerate(notebook.cells):
        cell.id = hashlib.sha256(f"{source.stem}:{number}:{cell.source}".encode()).hexdigest()[:16]
    return notebook_text(notebook)


def build_lessons(project: Project) -> list[Path]:
    """Build every lesson; a file that would not change is left alone.

    :returns: the built notebooks, in the order of their names.
    """
    built = []
    for name in lesson_names(project):
        path = project.built_notebooks / f"{name}.ipynb"
        write_whole(path, lesson_text(project.notebooks / f"{name}.md"))
        built.append(path)
    return built
