"""A trainee is told in the trainee's language, a trainer in the trainer's, and the points are the same."""

from __future__ import annotations

import nbformat
import pytest

from aimak.cohort.exporter import FeedbackExporter
from aimak.cohort.grading import How, grade
from aimak.cohort.grading.run import LOG
from aimak.cohort.ledger import FILE, Ledger
from aimak.cohort.results import results
from aimak.i18n import language, speaking
from aimak.project import Project
from tests.cohort.conftest import ANALYST, solved, submit


def test_why_a_run_ended_is_told_to_the_trainee_and_to_each_trainer(class_project: Project) -> None:
    course = class_project.exercises
    notebook = solved(class_project)
    last = next(cell for cell in reversed(notebook.cells) if "-task-" in str(cell.metadata))
    last.source = "import os\nos._exit(3)"
    submit(class_project, "AB234", notebook, ANALYST)
    (done,) = grade(course, (ANALYST,), How(languages={"AB234": "qps"}))
    assert done.notes == ("The run ended before its last cell: the notebook ended its own interpreter (exit code 3).",)
    assert done.notes[0] in (course / LOG).read_text(encoding="utf-8")
    made = nbformat.read(course / "autograded" / "AB234" / ANALYST / f"{ANALYST}.ipynb", as_version=4)
    ended = [out.evalue for cell in made.cells for out in cell.get("outputs", []) if out.get("ename") == "NotRun"]
    assert ended
    assert all(why.startswith("⟦thé ñötéböök éñdéd íts öwñ íñtérprétér") for why in ended)
    with Ledger(course / FILE) as ledger, speaking("qps"):
        (mark,) = ledger.graded([ANALYST]).values()
        assert mark.notes[0].words().startswith("⟦Thé rüñ éñdéd")
    assert language() == "en"


def test_the_points_are_the_same_in_every_language(class_project: Project) -> None:
    earned = set()
    for code in ("en", "ru", "ky", "qps"):
        submit(class_project, "AB234", solved(class_project), ANALYST)
        grade(class_project.exercises, (ANALYST,), How(languages={"AB234": code}))
        (found,) = results(class_project.exercises, (ANALYST,))
        earned.add(tuple((task.cell, task.points) for task in found.tasks))
    assert len(earned) == 1


@pytest.mark.parametrize("about", [{"graded": {"language": "qps"}}, {"graded": {"language": "xx"}}, {}, "odd"])
def test_a_page_of_stock_nbgrader_speaks_as_the_checks_did(about: object) -> None:
    cell = nbformat.v4.new_markdown_cell("Because.")
    cell.metadata.nbgrader = {"grade": True, "solution": True, "score": 0, "points": 4, "comment": "No response."}
    notebook = nbformat.v4.new_notebook(cells=[cell])
    notebook.metadata["aimak"] = nbformat.from_dict(about)
    resources = {"nbgrader": {"notebook": "budget", "score": 2.5, "max_score": 4}}
    html, _resources = FeedbackExporter().from_notebook_node(notebook, resources)
    spoke = isinstance(about, dict) and about == {"graded": {"language": "qps"}}
    assert ('<html lang="qps">' in html) == spoke
    assert ("⟦2.5 öf 4.0 pöíñts" in html) == spoke
    assert ("⟦Ñö réspöñsé." in html) == spoke
    assert "Your answer" in html or "⟦Yöür áñswér" in html
