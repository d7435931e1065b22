"""What several tests of grading share: submitting a hand-in, and what a run leaves behind."""

from __future__ import annotations

import shutil
from pathlib import Path

import nbformat
from nbformat import NotebookNode

from aimak.course import stock
from aimak.course.build import solved_notebook
from aimak.course.source import read_source
from aimak.project import Project

ANALYST, FOREIGN = "budget-analyst", "doubling"


def submit(project: Project, trainee: str, notebook: NotebookNode | Path, name: str = "budget") -> Path:
    """Put a hand-in where collecting puts it."""
    place = project.exercises / "submitted" / trainee / name / f"{name}.ipynb"
    place.parent.mkdir(parents=True, exist_ok=True)
    if isinstance(notebook, Path):
        shutil.copyfile(notebook, place)
    else:
        nbformat.write(notebook, place)
    return place


def solved(project: Project, name: str = ANALYST) -> NotebookNode:
    """The solution as somebody's hand-in."""
    return solved_notebook(read_source(project, name))


def left_behind(course: Path, names: tuple[str, ...]) -> dict[str, object]:
    """Everything that a run leaves behind, in a form that two runs can be compared by."""
    found: dict[str, object] = {}
    with stock.open_gradebook(course) as book:
        for name in names:
            for submission in book.assignment_submissions(name):
                key = f"{submission.student.id}/{name}"
                found[f"{key}: time"] = submission.timestamp
                for notebook in submission.notebooks:
                    grades = [(g.name, g.auto_score, g.manual_score, g.needs_manual_grade) for g in notebook.grades]
                    found[key] = sorted(grades)
                    found[f"{key}: comments"] = sorted((c.name, c.auto_comment) for c in notebook.comments)
    for path in sorted((course / "autograded").rglob("*")):
        if path.is_file():
            found[str(path.relative_to(course))] = path.read_bytes()
    return found


def build_foreign(project: Project, check: str = "assert double(4) == 8") -> None:
    """A course of somebody else's in the same folder: its check calls a function of the trainee's."""
    about = {"schema_version": 3, "task": False}
    answer = nbformat.v4.new_code_cell("def double(x):\n    ### BEGIN SOLUTION\n    return 2 * x\n    ### END SOLUTION")
    answer.metadata.nbgrader = {**about, "grade_id": "double", "grade": False, "locked": False, "solution": True}
    test = nbformat.v4.new_code_cell(check)
    test.metadata.nbgrader = {
        **about, "grade_id": "check", "grade": True, "locked": True, "solution": False, "points": 3,
    }  # fmt: skip
    place = project.exercises / "source" / FOREIGN / f"{FOREIGN}.ipynb"
    place.parent.mkdir(parents=True)
    nbformat.write(nbformat.v4.new_notebook(cells=[answer, test]), place)
    said = stock.release(project.exercises, FOREIGN)
    assert said.problem == "", said.log
