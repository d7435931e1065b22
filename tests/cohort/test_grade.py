"""Grading with the engine: the marks of stock nbgrader, and what happens where no fence can be had."""

from __future__ import annotations

import shutil
from pathlib import Path

import nbformat
import pytest

from aimak.cohort.grade import grade, warm_grader
from aimak.cohort.sample import sample
from aimak.course import stock
from aimak.course.build import solved_notebook
from aimak.course.source import read_source
from aimak.execution import fence
from aimak.project import Project

pytestmark = pytest.mark.fence


def test_marks_are_those_of_stock_nbgrader(class_project: Project, tmp_path: Path) -> None:
    sample(class_project, "budget", 4, seed=5)
    course = class_project.exercises
    inbox = sorted((course / "inbox").glob("*.ipynb"))
    analyst = solved_notebook(read_source(class_project, "budget-analyst"))
    given: list[tuple[str, str]] = []
    for number, path in enumerate(inbox):
        place = course / "submitted" / f"T{number}" / "budget" / "budget.ipynb"
        place.parent.mkdir(parents=True)
        shutil.copyfile(path, place)
        given.append((f"T{number}", "budget"))
    place = course / "submitted" / "T0" / "budget-analyst" / "budget-analyst.ipynb"
    place.parent.mkdir(parents=True)
    nbformat.write(analyst, place)
    given.append(("T0", "budget-analyst"))
    marks = []
    for grader in (stock.autograde, warm_grader()):
        for trainee, name in given:
            assert grader(course, name, trainee).problem == ""
        marks.append([stock.points(course, name, trainee) for trainee, name in given])
    assert marks[0] == marks[1]
    assert sum(marks[1][-1].values()) == pytest.approx(12.0)


def test_a_notebook_that_ends_its_kernel_earns_nothing_and_is_graded(class_project: Project) -> None:
    course = class_project.exercises
    analyst = solved_notebook(read_source(class_project, "budget-analyst"))
    for cell in analyst.cells:
        if cell.metadata.get("nbgrader", {}).get("grade_id") == "budget-analyst-task-variance":
            cell.source = "import os\nos._exit(0)"
    place = course / "submitted" / "T0" / "budget-analyst" / "budget-analyst.ipynb"
    place.parent.mkdir(parents=True)
    nbformat.write(analyst, place)
    assert warm_grader()(course, "budget-analyst", "T0").problem == ""
    points = stock.points(course, "budget-analyst", "T0")
    assert points["budget-analyst-check-own_share"] == pytest.approx(4.0)
    assert points["budget-analyst-check-variance"] == points["budget-analyst-check-peers"] == 0


def test_without_a_fence_code_is_not_run_and_forms_are_graded(
    class_project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fence, "obstacle", lambda: "bubblewrap is missing. Install it: sudo apt install bubblewrap")
    course = class_project.exercises
    for name in ("budget", "budget-analyst"):
        place = course / "submitted" / "T0" / name / f"{name}.ipynb"
        place.parent.mkdir(parents=True)
        nbformat.write(solved_notebook(read_source(class_project, name)), place)
    done = grade(course, ("budget-analyst", "budget"))
    assert [(one.assignment, one.state) for one in done] == [("budget-analyst", "failed"), ("budget", "graded")]
    assert "sudo apt install bubblewrap" in done[0].problem
    assert not (course / "autograded" / "T0" / "budget-analyst").exists()
