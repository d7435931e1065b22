"""Build an exercise: text source -> `source/<name>/<name>.ipynb` -> the release that trainees get."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import nbformat
from nbformat import NotebookNode

from aimak.course import stock
from aimak.course.player import play_designed
from aimak.course.source import Source, read_source
from aimak.data import municipalities
from aimak.errors import UserError
from aimak.files import write_whole
from aimak.i18n import translate as _
from aimak.project import Project


@dataclass(frozen=True)
class Built:
    """Where one exercise was built to."""

    name: str
    source: Path
    release: Path


def notebook_text(notebook: NotebookNode) -> str:
    """A valid notebook as the text of its file; the same notebook always gives the same text.

    :raises UserError: if it is not valid.
    """
    try:
        nbformat.validate(notebook)
    except nbformat.ValidationError as error:
        raise UserError(
            _("The built notebook is not valid: {error}.").format(error=error.message),
            _("Mend the source of this cell."),
        ) from None
    return str(nbformat.writes(notebook)) + "\n"


def solved_notebook(source: Source, municipality: str | None = None) -> NotebookNode:
    """The source notebook as somebody who solved it would hand it in: the solution stands in the forms' outputs.

    :param municipality: whose case; the first of the data package if not given.
    """
    code = municipality or municipalities()[0].code
    played = play_designed(source, code, lambda designed, case: designed.solution(case), trainee="SOLUTION")
    return played.notebook


def source_path(course: Path, name: str) -> Path:
    """Where nbgrader looks for the source of an assignment."""
    return course / "source" / name / f"{name}.ipynb"


def build(project: Project, name: str, course: Path | None = None) -> Built:
    """Build the source with its solution, and from it the release with nbgrader itself.

    :param course: the nbgrader course folder; the project's own if not given.
    :raises UserError: if the source cannot be built or nbgrader refuses it.
    """
    course = course or project.exercises
    source = read_source(project, name)
    path = source_path(course, name)
    write_whole(path, notebook_text(solved_notebook(source)))
    outcome = stock.release(course, name)
    if outcome.problem:
        raise UserError(
            _("nbgrader could not make the release of '{name}': {problem}.").format(name=name, problem=outcome.problem),
            _("If the gradebook holds hand-ins of an earlier version, move {file} away and run again.").format(
                file="exercises/gradebook.db"
            ),
        )
    return Built(name, path, course / "release" / name / f"{name}.ipynb")
