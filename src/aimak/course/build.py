"""Build an exercise: text source -> `source/<name>/<name>.ipynb` -> the release -> a notebook in each language."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from nbformat import NotebookNode

from aimak.course import stock
from aimak.course.downloads import exercise_in
from aimak.course.player import play_designed
from aimak.course.source import Source, notebook_text, read_source
from aimak.data import municipalities
from aimak.errors import UserError
from aimak.files import write_whole
from aimak.i18n import LANGUAGES
from aimak.i18n import translate as _
from aimak.project import Project


@dataclass(frozen=True)
class Built:
    """Where one exercise was built to."""

    name: str
    source: Path
    release: Path


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
    """Build the source with its solution, from it the release with nbgrader itself, and from that one in each language.

    :param course: another nbgrader course folder than the project's own; it gets source and release only.
    :raises UserError: if the source cannot be built, nbgrader refuses it, or a translation cannot be used.
    """
    own, course = course is None, course or project.exercises
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
    if own:
        for language in LANGUAGES:
            exercise_in(project, name, language)
    return Built(name, path, course / "release" / name / f"{name}.ipynb")
