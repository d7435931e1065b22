"""A small class all the way: sample, collect, stock grades, feedback, report."""

import csv
import io
import re

import nbformat
import openpyxl
import pytest

from aimak.cohort.collect import collect
from aimak.cohort.feedback import feedback
from aimak.cohort.grading import How, grade
from aimak.cohort.ledger import FILE as LEDGER
from aimak.cohort.ledger import Ledger
from aimak.cohort.report import write_report
from aimak.cohort.results import results
from aimak.cohort.roster import FILE, read_roster
from aimak.cohort.sample import sample
from aimak.cohort.summary import summarise
from aimak.course import stock
from aimak.course.player import play, saved_answers
from aimak.course.source import read_source
from aimak.errors import UserError
from aimak.project import Project
from tests.conftest import copy_built


@pytest.fixture(scope="module")
def classroom(built: Project, tmp_path_factory: pytest.TempPathFactory) -> Project:
    """Six trainees, collected and graded once for all tests of this file."""
    root = tmp_path_factory.mktemp("classroom") / "kit"
    copy_built(built, root)
    made = Project(root)
    sample(made, "budget", 6, seed=3, awkward=2)
    course = made.exercises
    collect(course / "inbox", course, read_roster(course / FILE), ("budget",))
    assert all(one.state == "graded" for one in grade(course, ("budget",)))
    return made


def test_the_same_seed_gives_the_same_files(classroom: Project, class_project: Project) -> None:
    sample(class_project, "budget", 6, seed=3, awkward=2)
    for path in sorted((classroom.exercises / "inbox").iterdir()):
        assert (class_project.exercises / "inbox" / path.name).read_bytes() == path.read_bytes(), path.name


def test_names_are_in_kyrgyz_and_russian(classroom: Project) -> None:
    names = " ".join(one.name for one in read_roster(classroom.exercises / FILE).values())
    assert {one.language for one in read_roster(classroom.exercises / FILE).values()} == {"ky", "ru"}
    assert any(letter in names for letter in "ңөүӨҮ")


def test_stock_points_equal_those_of_the_forms_own_checks(classroom: Project) -> None:
    source = read_source(classroom, "budget")
    roster = read_roster(classroom.exercises / FILE)
    for result in results(classroom.exercises, ("budget",)):
        path = classroom.exercises / "submitted" / result.trainee / "budget" / "budget.ipynb"
        answers = saved_answers(nbformat.read(path, as_version=4), "budget")
        answers.pop("who")
        played = play(source, roster[result.trainee].municipality, answers)
        assert stock.points(classroom.exercises, "budget", result.trainee) | played.points == stock.points(
            classroom.exercises, "budget", result.trainee
        )


def test_the_class_has_several_kinds_of_skill(classroom: Project) -> None:
    points = {result.points for result in results(classroom.exercises, ("budget",))}
    assert len(points) >= 3


def test_a_second_run_grades_nothing_and_a_changed_hand_in_again(classroom: Project) -> None:
    course = classroom.exercises
    assert {one.state for one in grade(course, ("budget",))} == {"unchanged"}
    path = next(iter(sorted((course / "submitted").glob("*/budget/budget.ipynb"))))
    notebook = nbformat.read(path, as_version=4)
    notebook.metadata["touched"] = True
    path.write_text(nbformat.writes(notebook), encoding="utf-8")
    states = [one.state for one in grade(course, ("budget",))]
    assert states.count("graded") == 1


def test_a_hand_in_that_fails_does_not_stop_the_others(classroom: Project) -> None:
    path = next(iter(sorted((classroom.exercises / "submitted").glob("*/budget/budget.ipynb"))))
    kept = path.read_bytes()
    path.write_bytes(b"spoilt since it was collected")
    try:
        done = grade(classroom.exercises, ("budget",), How(force=True))
    finally:
        path.write_bytes(kept)
    assert [one.state for one in done].count("failed") == 1
    assert [one.state for one in done].count("graded") == 5
    assert "JSONDecodeError" in next(one.problem for one in done if one.problem)


def test_nothing_can_be_graded_before_the_release_is_built(project: Project) -> None:
    with pytest.raises(UserError, match="Run: aimak exercises build"):
        grade(project.exercises, ("budget",))
    with pytest.raises(UserError, match="Run: aimak exercises build"):
        sample(project, "budget", 1, seed=1)


def test_feedback_shows_no_hidden_test_and_loads_nothing(classroom: Project) -> None:
    from aimak.site.strangers import loads_of_page

    made = feedback(classroom, ("budget",))
    assert all(one.page is not None for one in made)
    for one in made:
        assert one.page is not None
        html = one.page.read_text(encoding="utf-8")
        assert loads_of_page(html) == []
        for secret in ("HIDDEN", "def score", "open_exercise", "vnd.aimak", "<script"):
            assert secret not in html
        text = one.page.with_suffix(".txt").read_text(encoding="utf-8")
        assert "37,0" in text.splitlines()[0]  # the roster's people read Russian or Kyrgyz
        assert [int(n) for n in re.findall(r"^• \D{0,8}(\d)\D.*: ", text, re.MULTILINE)] == [1, 2, 3, 4, 5, 6, 7]


def test_feedback_that_is_up_to_date_is_kept(classroom: Project) -> None:
    before = {one.page: one.page.stat().st_mtime_ns for one in feedback(classroom, ("budget",)) if one.page}
    after = {one.page: one.page.stat().st_mtime_ns for one in feedback(classroom, ("budget",)) if one.page}
    assert before == after


def report(project: Project, shareable: bool = False):  # type: ignore[no-untyped-def]
    course = project.exercises
    roster = read_roster(course / FILE)
    with Ledger(course / LEDGER) as ledger:
        entries = list(ledger.entries.values())
    found = results(course, ("budget",))
    said = summarise(read_source(project, "budget"), course, roster, found, entries, shareable=shareable)
    return said, roster, write_report(said, roster, project.build / "report")


def test_the_report_counts_and_names(classroom: Project) -> None:
    said, roster, files = report(classroom)
    html = files.page.read_text(encoding="utf-8")
    assert sum(said.bands) == len(said.results) == 6
    assert len(said.set_aside) == 2
    for trainee in roster.values():
        assert trainee.name in html
    assert {task.title for task in said.tasks} >= {"Task 3. Build the budget", "Task 7. Explain it to people"}
    assert any(task.wrong for task in said.tasks)
    assert report(classroom)[0] == said
    assert "<script" not in html
    assert "http" not in html.replace("http-equiv", "")


def test_the_tables_open_in_excel_with_their_letters(classroom: Project) -> None:
    _said, roster, files = report(classroom)
    raw = files.table.read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(raw.decode("utf-8-sig")), delimiter=","))
    assert {row["Name"] for row in rows} == {one.name for one in roster.values()}
    sheet = openpyxl.load_workbook(files.workbook).active
    assert sheet.freeze_panes == "A2"
    assert {sheet.cell(row, 2).value for row in range(2, sheet.max_row + 1)} == {one.name for one in roster.values()}
    assert isinstance(sheet.cell(2, sheet.max_column - 1).value, int | float)


def test_a_shareable_report_names_nobody_and_hides_small_groups(classroom: Project) -> None:
    said, roster, files = report(classroom, shareable=True)
    for text in (files.page.read_text(encoding="utf-8"), files.table.read_text(encoding="utf-8-sig")):
        for trainee in roster.values():
            assert trainee.name not in text
            assert trainee.code not in text
    small = [group for groups in said.groups.values() for group in groups if group.handed_in < 5]
    assert small
    assert all(group.mean_share is None for group in small)


def test_a_name_cannot_run_as_a_formula() -> None:
    from aimak.cohort.tables import workbook

    book = openpyxl.load_workbook(io.BytesIO(workbook({"Report": [["Name"], ["=1+1"]]})))
    assert book.active.cell(2, 1).value == "'=1+1"


def test_no_character_of_a_trainees_stops_the_report_of_a_class() -> None:
    from aimak.cohort.tables import csv_text, workbook

    rows: list[list[object]] = [["Told", "n"], ["variance is a \x07\ud800x", 1.5], ["=HYPERLINK(1)", None]]
    book = openpyxl.load_workbook(io.BytesIO(workbook({"Report": rows})))
    assert book.active.cell(2, 1).value == "variance is a \ufffd\ufffdx"
    assert csv_text(rows).encode().decode().splitlines()[1:] == [
        "variance is a \ufffd\ufffdx,1.5",
        "'=HYPERLINK(1),",
    ]


@pytest.mark.parametrize("damage", ["[1]", "{", '{"cells": 3}', '{"cells": [1]}'])
def test_a_damaged_graded_notebook_costs_its_own_page_only(classroom: Project, damage: str) -> None:
    path = sorted(classroom.exercises.glob("autograded/*/budget/budget.ipynb"))[0]
    collected = classroom.exercises / "submitted" / path.relative_to(classroom.exercises / "autograded")
    before = {one: one.read_text(encoding="utf-8") for one in (path, collected)}
    try:
        for one in before:
            one.write_text(damage, encoding="utf-8")
        (failed,) = [one for one in feedback(classroom, ["budget"]) if one.page is None]
        assert "cannot be read" in failed.problem
        assert len(report(classroom)[0].results) == 6
    finally:
        for one, text in before.items():
            one.write_text(text, encoding="utf-8")


def test_feedback_stays_a_page_whatever_was_pasted_into_a_task(classroom: Project) -> None:
    from aimak.cohort.feedback.page import MAX_CODE, About, page
    from aimak.cohort.results import Result, Task

    about = {"grade_id": "x-task-a", "solution": True, "grade": False, "locked": False, "task": False}
    cell = {"cell_type": "code", "metadata": {"nbgrader": about}, "source": "#" * (MAX_CODE * 9), "outputs": []}
    html = page(Result("1", "x", (Task("x-check-a", "a", 0, 1, False),)), {"cells": [cell]}, About("x", {}), "1")
    assert MAX_CODE < len(html) < 2 * MAX_CODE


def test_a_language_corrected_in_the_roster_reaches_the_words_of_the_checks(classroom: Project) -> None:
    course = classroom.exercises
    grade(course, ("budget",))
    code = sorted(path.name for path in (course / "submitted").iterdir())[0]
    changed = How(languages={code: "ru"})
    said = grade(course, ("budget",), changed)
    assert [one.trainee for one in said if one.state == "graded"] == [code]
    assert {one.state for one in grade(course, ("budget",), changed)} == {"unchanged"}
    grade(course, ("budget",))


def test_half_written_files_of_a_killed_run_are_gone_after_the_next(classroom: Project) -> None:
    course = classroom.exercises
    graded = next(course.glob("autograded/*/budget")) / ".budget.ipynb.abc.part"
    kept = next(course.glob("originals/*")) / ".x.ipynb.abc.part"
    for part in (graded, kept):
        part.write_text("half", encoding="utf-8")
    grade(course, ("budget",))
    collect(course / "inbox", course, read_roster(course / FILE), ("budget",))
    assert not graded.exists()
    assert not kept.exists()


def test_feedback_of_one_exercise_keeps_the_texts_of_the_others(classroom: Project) -> None:
    feedback(classroom, ["budget"])
    messages = classroom.exercises / "feedback" / "messages.txt"
    before = messages.read_text(encoding="utf-8")
    assert before.count("──\n") == 6
    feedback(classroom, ["budget-analyst"])
    assert messages.read_text(encoding="utf-8") == before
