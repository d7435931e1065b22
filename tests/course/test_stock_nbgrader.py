"""Plain nbgrader grades what forms saved: its own converters, configured by exercises/nbgrader_config.py."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import nbformat
import pytest
from nbformat import NotebookNode

from aimak.course import stock
from aimak.course.build import source_path
from aimak.course.player import play_designed
from aimak.course.preprocessors import RESTORE_CELL_ID, records_of_restored
from aimak.course.source import read_source
from aimak.project import Project

Edit = Callable[[NotebookNode], None]


def solved(project: Project, code: str = "M07") -> NotebookNode:
    source = read_source(project, "budget")
    return play_designed(source, code, lambda designed, case: designed.solution(case)).notebook


def hand_in(project: Project, student: str, notebook: NotebookNode, name: str = "budget") -> Path:
    path = project.exercises / "submitted" / student / name / f"{name}.ipynb"
    path.parent.mkdir(parents=True)
    path.write_text(nbformat.writes(notebook), encoding="utf-8")
    return path


def graded(project: Project, notebook: NotebookNode, student: str = "s1", name: str = "budget") -> dict[str, float]:
    hand_in(project, student, notebook, name)
    outcome = stock.autograde(project.exercises, name, student)
    assert not outcome.problem, outcome.log
    return stock.points(project.exercises, name, student)


def test_the_nbgrader_command_grades_the_built_source_in_full(class_project: Project) -> None:
    """By nbgrader's own manual: the command, in the course folder, nothing of ours called."""
    hand_in(class_project, "s1", nbformat.read(source_path(class_project.exercises, "budget"), as_version=4))
    command = [sys.executable, "-m", "nbgrader", "autograde", "budget", "--create"]
    done = subprocess.run(command, cwd=class_project.exercises, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    points = stock.points(class_project.exercises, "budget", "s1")
    assert sum(points.values()) == 33
    assert "budget-by-hand-explain" not in points  # it waits for the trainer


def test_a_deleted_a_doubled_and_a_moved_cell_cost_nothing(class_project: Project) -> None:
    notebook = solved(class_project)
    cells = notebook.cells
    check = next(
        i for i, c in enumerate(cells) if c.metadata.get("nbgrader", {}).get("grade_id") == "budget-check-printed"
    )
    del cells[check]
    setup = next(i for i, c in enumerate(cells) if c.metadata.get("nbgrader", {}).get("grade_id") == "budget-setup")
    cells.append(cells.pop(setup))
    cells.insert(3, nbformat.from_dict({**cells[4], "id": "doubled"}))
    assert sum(graded(class_project, notebook).values()) == 33


def test_a_form_never_runs_the_trainees_code(class_project: Project, tmp_path: Path) -> None:
    notebook = solved(class_project)
    reached = tmp_path / "reached"
    evil = f"open({str(reached)!r}, 'w').write('x')"
    notebook.cells.insert(0, nbformat.v4.new_code_cell(evil))
    for cell in notebook.cells:
        if cell.metadata.get("nbgrader", {}).get("grade_id") == "budget-setup":
            cell.source += f"\n{evil}"
            cell.metadata.nbgrader.locked = False
    # A cell that looks like the one that puts answers back, with something more behind it.
    fake = nbformat.v4.new_code_cell("from aimak.lesson.answers import restore\n\nrestore('budget', '[]')\n" + evil)
    notebook.cells.insert(0, fake)
    assert sum(graded(class_project, notebook).values()) == 33
    assert not reached.exists()


def test_a_rewritten_check_earns_nothing_more(class_project: Project) -> None:
    release = nbformat.read(class_project.exercises / "release" / "budget" / "budget.ipynb", as_version=4)
    for cell in release.cells:
        if "-check-" in cell.metadata.get("nbgrader", {}).get("grade_id", ""):
            cell.source = "5.0"
            cell.metadata.nbgrader.points = 500
    assert sum(graded(class_project, release).values()) == 0


@pytest.mark.parametrize(
    "values",
    [{"own_share": "<script>"}, {"own_share": [1]}, {"own_share": 1e400}, {"commitment": {"a": 1}}, {}, {"free": None}],
)
def test_odd_answers_cost_their_own_points_only(class_project: Project, values: dict[str, object]) -> None:
    notebook = solved(class_project)
    for cell in notebook.cells:
        for output in cell.get("outputs", []):
            record = output.get("data", {}).get("application/vnd.aimak.answers+json")
            if record and record["form"] == "structure":
                record["values"] = json.loads(json.dumps(values)) if values else {}
    points = graded(class_project, notebook)
    assert points["budget-check-structure"] <= 5
    assert sum(points.values()) - points["budget-check-structure"] == 28


def test_the_hand_marked_text_stands_in_its_cell_and_waits(class_project: Project) -> None:
    graded(class_project, solved(class_project))
    path = class_project.exercises / "autograded" / "s1" / "budget" / "budget.ipynb"
    made = nbformat.read(path, as_version=4)
    cell = next(c for c in made.cells if c.metadata.get("nbgrader", {}).get("grade_id") == "budget-by-hand-explain")
    assert cell.source.startswith("The road repair waits")
    restore = made.cells[0]
    assert {record["form"] for record in records_of_restored(restore.source)} >= {"who", "structure", "explain"}
    assert restore.id == RESTORE_CELL_ID


def test_an_empty_hand_marked_text_gets_no_points_at_once(class_project: Project) -> None:
    release = nbformat.read(class_project.exercises / "release" / "budget" / "budget.ipynb", as_version=4)
    assert graded(class_project, release)["budget-by-hand-explain"] == 0


def test_marks_given_by_hand_survive_a_regrade(class_project: Project) -> None:
    from nbgrader.api import Gradebook

    graded(class_project, solved(class_project))
    with Gradebook(stock.db_url(class_project.exercises)) as book:
        grade = book.find_grade("budget-by-hand-explain", "budget", "budget", "s1")
        grade.manual_score = 3
        book.db.commit()
    assert not stock.autograde(class_project.exercises, "budget", "s1").problem
    with Gradebook(stock.db_url(class_project.exercises)) as book:
        assert book.find_grade("budget-by-hand-explain", "budget", "budget", "s1").manual_score == 3


def test_an_analysts_code_is_run_and_graded(class_project: Project) -> None:
    notebook = nbformat.read(source_path(class_project.exercises, "budget-analyst"), as_version=4)
    assert sum(graded(class_project, notebook, name="budget-analyst").values()) == 12


def test_nothing_hidden_stands_in_the_release(built: Project) -> None:
    for name in ("budget", "budget-analyst"):
        text = (built.exercises / "release" / name / f"{name}.ipynb").read_text(encoding="utf-8")
        for secret in ("HIDDEN", "def score", "BEGIN SOLUTION", "aimak.course", "misconception"):
            assert secret not in text
        assert all(not cell.get("outputs") for cell in nbformat.reads(text, as_version=4).cells)


def test_ctrl_c_stops_grading_although_nbgrader_swallows_it(
    class_project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    from nbgrader.preprocessors import Execute

    def interrupted(*_args: object, **_named: object) -> None:
        raise KeyboardInterrupt

    hand_in(class_project, "s1", solved(class_project))
    monkeypatch.setattr(Execute, "preprocess", interrupted)
    with pytest.raises(KeyboardInterrupt):
        stock.autograde(class_project.exercises, "budget", "s1")
    monkeypatch.undo()
    assert not stock.autograde(class_project.exercises, "budget", "s1").problem
    assert sum(stock.points(class_project.exercises, "budget", "s1").values()) == 33
