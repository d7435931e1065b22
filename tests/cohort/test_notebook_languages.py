"""A hand-in earns the same whatever language its notebook is in, by every way of grading; what checks say is in the
language that the roster names."""

from __future__ import annotations

import csv
from pathlib import Path

import nbformat
import pytest
from nbformat import NotebookNode

from aimak.cohort.codes import check_digit
from aimak.cohort.collect import collect
from aimak.cohort.grading.one import Marked, Options, grade_one
from aimak.cohort.ledger import ACCEPTED
from aimak.cohort.roster import read_roster
from aimak.course import stock
from aimak.course.cells import grade_id
from aimak.course.gate import _answered
from aimak.course.language_gate import in_its_language
from aimak.course.original import read_original
from aimak.course.player import play_designed
from aimak.course.source import notebook_text, read_source
from aimak.i18n import LANGUAGES, speaking
from aimak.i18n.pseudo import PSEUDO, pseudo
from aimak.project import Project
from tests.cohort.conftest import submit

PLACE = "M27"
CODES = {code: number + check_digit(number) for code, number in zip(LANGUAGES, ("4821", "4822", "4823"), strict=True)}


def hand_in(project: Project, name: str, language: str, answer: str, trainee: str = "T") -> NotebookNode:
    """What a trainee hands in who works in this language and gives this designed answer."""
    source = read_source(project, name)
    spoken = in_its_language(project, source, language)
    with speaking(language):
        return play_designed(spoken, PLACE, _answered(source, PLACE)[answer], trainee=trainee).notebook


def graded(project: Project, name: str, notebook: NotebookNode, language: str) -> Marked:
    with stock.open_gradebook(project.exercises) as book:
        original = read_original(book, name, ours=True).as_text()
    marked = Marked.from_text(grade_one(original, Options(language).as_text(), notebook_text(notebook).encode()))
    assert marked.problem == ""
    return marked


@pytest.mark.parametrize("answer", ["the solution", "no_plan_for_bad_times", "an untouched notebook"])
def test_forms_earn_the_same_in_every_language(built: Project, answer: str) -> None:
    scores = [
        graded(built, "budget", hand_in(built, "budget", language, answer), "ky").scores
        for language in (*LANGUAGES, PSEUDO)
    ]
    assert all(one == scores[0] for one in scores)


@pytest.mark.fence
def test_code_behind_the_fence_earns_the_same_in_every_language(built: Project) -> None:
    source = read_source(built, "budget-analyst")
    halves = [name for name in _answered(source, PLACE) if name.isidentifier()]
    for answer in ("the solution", halves[0], "an untouched notebook"):
        scores = [
            graded(built, "budget-analyst", hand_in(built, "budget-analyst", language, answer), "ru").scores
            for language in (*LANGUAGES, PSEUDO)
        ]
        assert all(one == scores[0] for one in scores), answer


def said(marked: Marked, check: str) -> str:
    notebook = nbformat.reads(marked.notebook, as_version=4)
    (cell,) = [cell for cell in notebook.cells if grade_id(cell) == check]
    return "\n".join(output.get("data", {}).get("text/plain", "") for output in cell.outputs)


def test_checks_speak_the_language_of_the_roster_not_of_the_notebook(built: Project) -> None:
    russian = hand_in(built, "budget", "ru", "the solution")
    assert pseudo("The right amount.") in said(graded(built, "budget", russian, PSEUDO), "budget-check-printed")
    assert "The right amount." in said(graded(built, "budget", russian, "en"), "budget-check-printed")


@pytest.mark.fence
def test_why_a_table_cannot_be_read_is_said_in_the_language_of_the_roster(built: Project) -> None:
    notebook = hand_in(built, "budget-analyst", "ru", "the solution")
    for cell in notebook.cells:
        if grade_id(cell) == "budget-analyst-task-variance":
            cell.source = "variance = [1, 2]"
    expected = pseudo("{name} is a {kind}, not a DataFrame.").format(name="variance", kind="list")
    marked = graded(built, "budget-analyst", notebook, PSEUDO)
    assert expected in said(marked, "budget-analyst-check-variance")
    assert marked.scores["budget-analyst-check-variance"] == 0


@pytest.fixture
def course(class_project: Project) -> Project:
    with (class_project.exercises / "roster.csv").open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["code", "name", "sex", "age", "role", "municipality", "language"])
        rows.writerows([code, f"Trainee {code}", "f", 40, "accountant", PLACE, "ky"] for code in CODES.values())
    return class_project


def test_notebooks_of_every_language_are_collected_and_stock_nbgrader_gives_the_same(
    course: Project, tmp_path: Path
) -> None:
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    for language, code in CODES.items():
        notebook = hand_in(course, "budget", language, "no_plan_for_bad_times", trainee=code)
        (inbox / f"бюджет {language}.ipynb").write_text(notebook_text(notebook), encoding="utf-8")
    found = collect(inbox, course.exercises, read_roster(course.exercises / "roster.csv"), ("budget", "budget-analyst"))
    assert len(found.with_state(ACCEPTED)) == len(CODES)
    points = []
    for code in CODES.values():
        assert stock.autograde(course.exercises, "budget", code).problem == ""
        points.append(stock.points(course.exercises, "budget", code))
    assert all(one == points[0] for one in points)
    assert sum(points[0].values()) == 21


def test_stock_nbgrader_grades_an_analysts_notebook_of_another_language(course: Project) -> None:
    for language, code in CODES.items():
        submit(
            course, code, hand_in(course, "budget-analyst", language, "the solution", trainee=code), "budget-analyst"
        )
        assert stock.autograde(course.exercises, "budget-analyst", code).problem == ""
        assert sum(stock.points(course.exercises, "budget-analyst", code).values()) == 12
