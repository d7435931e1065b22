"""The engine in the place of nbgrader's own ``Execute``."""

from __future__ import annotations

import pytest

from aimak.course import stock
from aimak.execution.nbgrader_plug import WarmExecute
from aimak.project import Project
from tests.cohort.conftest import ANALYST, solved, submit

pytestmark = pytest.mark.fence


def test_nbgrader_gives_the_same_marks_with_it(class_project: Project) -> None:
    course = class_project.exercises
    submit(class_project, "T0", solved(class_project), ANALYST)
    marks = []
    for execute in (None, WarmExecute):
        assert stock.autograde(course, ANALYST, "T0", execute=execute).problem == ""
        marks.append(stock.points(course, ANALYST, "T0"))
    assert marks[0] == marks[1]
    assert sum(marks[1].values()) == pytest.approx(12.0)


def test_a_notebook_that_ends_its_kernel_does_not_end_nbgrader(class_project: Project) -> None:
    notebook = solved(class_project)
    for cell in notebook.cells:
        if cell.metadata.get("nbgrader", {}).get("grade_id") == f"{ANALYST}-task-variance":
            cell.source = "import os\nos._exit(0)"
    submit(class_project, "T0", notebook, ANALYST)
    assert stock.autograde(class_project.exercises, ANALYST, "T0", execute=WarmExecute).problem == ""
    points = stock.points(class_project.exercises, ANALYST, "T0")
    assert points[f"{ANALYST}-check-own_share"] == pytest.approx(4.0)
    assert points[f"{ANALYST}-check-variance"] == points[f"{ANALYST}-check-peers"] == 0
