"""Build the lessons: `notebooks/<unit>.md` -> `_build/notebooks/<language>/<unit>.ipynb`, which papermill takes."""

from __future__ import annotations

import hashlib
from pathlib import Path

from nbformat import NotebookNode
from nbformat.v4 import new_notebook

from aimak.course.source import KERNELSPEC, notebook_text, read_cells
from aimak.course.translate import in_language
from aimak.files import write_whole
from aimak.project import Project


def lesson_names(project: Project) -> tuple[str, ...]:
    """The units that have a lesson."""
    return tuple(sorted(path.stem for path in project.notebooks.glob("*.md") if path.stem != "README"))


def lesson(source: Path) -> NotebookNode:
    """A lesson's notebook: without outputs, with ids that follow from its cells.

    :raises UserError: if the source cannot be read.
    """
    cells = [cell for cell, _line in read_cells(source)]
    about = {"unit": source.stem, "language": "en"}
    metadata = {"kernelspec": KERNELSPEC, "language_info": {"name": "python"}, "aimak": about}
    for number, cell in enumerate(cells):
        cell.id = hashlib.sha256(f"{source.stem}:{number}:{cell.source}".encode()).hexdigest()[:16]
    notebook: NotebookNode = new_notebook(cells=cells, metadata=metadata)
    notebook.nbformat_minor = 5
    return notebook


def build_lessons(project: Project, language: str = "en") -> list[Path]:
    """Build every lesson for readers of ``language``; a file that would not change is left alone.

    :returns: the built notebooks, in the order of their names.
    :raises UserError: if a source cannot be read, or a translation cannot be used.
    """
    built = []
    for name in lesson_names(project):
        path = project.built_notebooks / language / f"{name}.ipynb"
        notebook = lesson(project.notebooks / f"{name}.md")
        write_whole(path, notebook_text(in_language(project, notebook, f"notebooks/{name}", language)))
        built.append(path)
    return built
