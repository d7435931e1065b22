"""A class takes both tests: collected, graded, told what to read, and reported with care."""

import csv
import io
from pathlib import Path

import openpyxl
import pytest

from aimak.cohort.collect import collect
from aimak.cohort.feedback import feedback
from aimak.cohort.grading import grade
from aimak.cohort.groups import SMALL
from aimak.cohort.learning import Learned, learned
from aimak.cohort.learning_report import headline, page, write_learning
from aimak.cohort.overview import trained_people, write_overview
from aimak.cohort.programme import summaries
from aimak.cohort.roster import FILE, Trainee, read_roster
from aimak.cohort.sample import sample_course
from aimak.course import stock
from aimak.course.build import build
from aimak.i18n import speaking
from aimak.lesson.before_after import NOT_KNOWN, OPEN, QUESTIONS, RIGHT, TESTS, WRONG
from aimak.project import Project
from tests.conftest import copy_project

PEOPLE = 14


@pytest.fixture(scope="module")
def school(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """Fourteen trainees; some took one test only."""
    made = copy_project(tmp_path_factory.mktemp("tests") / "kit", units=("budget", *TESTS))
    for name in TESTS:
        build(made, name)
    sample_course(made, TESTS, PEOPLE, seed=4)
    course = made.exercises
    collect(course / "inbox", course, read_roster(course / FILE), TESTS)
    assert {one.state for one in grade(course, TESTS)} == {"graded"}
    return made


@pytest.fixture(scope="module")
def roster(school: Project) -> dict[str, Trainee]:
    return dict(read_roster(school.exercises / FILE))


@pytest.fixture(scope="module")
def told(school: Project, roster: dict[str, Trainee]) -> Learned:
    found = learned(school, roster)
    assert found is not None
    return found


def test_those_who_did_both_are_counted_and_the_others_named(told: Learned) -> None:
    assert told.both is not None
    both = [one for one in told.people.values() if None not in one]
    assert told.both.people == told.told == len(both)
    assert told.only_before == sum(after is None for _before, after in told.people.values())
    assert told.only_after == sum(before is None for before, _after in told.people.values())
    assert told.only_before + told.only_after > 0
    assert told.both.after > told.both.before


def test_every_answer_of_a_question_is_in_one_of_four_states(told: Learned) -> None:
    for one in told.questions:
        for states in (one.before, one.after):
            assert states is not None
            assert set(states) <= {RIGHT, WRONG, NOT_KNOWN, OPEN}
            assert sum(states.values()) == told.told
    for state in (RIGHT, WRONG, NOT_KNOWN, OPEN):
        assert any(one.before is not None and one.before.get(state) for one in told.questions)


def test_states_agree_with_the_points_of_the_gradebook(told: Learned) -> None:
    right = sum((one.before or {}).get(RIGHT, 0) for one in told.questions)
    assert told.both is not None
    assert right == pytest.approx(told.both.before * told.told)


def test_the_page_says_what_changed_and_not_why(told: Learned, roster: dict[str, Trainee]) -> None:
    html = page(told, roster)
    assert "compared with nobody" in html
    assert "<script" not in html
    assert "http" not in html.replace("http-equiv", "")
    assert all(one.title in html for one in told.questions)
    assert html.count("<circle") == 24
    assert all(one.name in html for code, one in roster.items() if code in told.people)


def test_a_shareable_page_names_nobody_and_no_small_group(school: Project, roster: dict[str, Trainee]) -> None:
    found = learned(school, roster, shareable=True)
    assert found is not None and found.may_be_shared
    files = write_learning(found, roster, school.build / "report")
    assert files.page.name == "before-after-shareable.html"
    for text in (files.page.read_text(encoding="utf-8"), files.table.read_text(encoding="utf-8-sig")):
        assert not any(one.name in text or code in text for code, one in roster.items())
    assert "Trainees" not in openpyxl.load_workbook(files.workbook).sheetnames
    shown = [one.change.people for one in found.groups if one.change is not None]
    assert min(shown, default=SMALL) >= SMALL
    hidden = [one for one in found.groups if one.change is None]
    assert hidden


def test_so_few_that_they_could_be_recognised_are_not_shared(school: Project, roster: dict[str, Trainee]) -> None:
    course = school.exercises
    taken = sorted((course / "autograded").glob("*/after/after.ipynb"))
    kept = {path: path.read_bytes() for path in taken[3:]}
    try:
        for path in kept:
            path.unlink()
        found = learned(school, roster, shareable=True)
    finally:
        for path, content in kept.items():
            path.write_bytes(content)
    assert found is not None
    assert not found.may_be_shared


def test_before_the_course_is_over_the_page_tells_of_the_first_test(
    school: Project, roster: dict[str, Trainee]
) -> None:
    course = school.exercises
    kept = {path: path.read_bytes() for path in (course / "autograded").glob("*/after/after.ipynb")}
    try:
        for path in kept:
            path.unlink()
        found = learned(school, roster)
    finally:
        for path, content in kept.items():
            path.write_bytes(content)
    assert found is not None
    assert found.both is None
    assert "Nobody did both" in headline(found)
    assert all(one.after is None and one.before is not None for one in found.questions)
    assert all(one.after is None and one.before is not None for one in found.units)
    assert page(found, roster).count("<circle") == 12


def test_the_tables_open_in_excel(told: Learned, roster: dict[str, Trainee], tmp_path: Path) -> None:
    with speaking("ru"):
        files = write_learning(told, roster, tmp_path)
    book = openpyxl.load_workbook(files.workbook)
    assert book.sheetnames == ["Темы", "Вопросы", "Категории", "Участники"]
    rows = list(csv.reader(io.StringIO(files.table.read_text(encoding="utf-8-sig")), delimiter=";"))
    assert len(rows) == 1 + len(QUESTIONS)
    assert rows[0][2] == "До: верно"


def test_a_test_trains_nobody(school: Project, told: Learned, tmp_path: Path) -> None:
    assert summaries(school, TESTS)  # they have results
    assert trained_people(summaries(school, TESTS)) == 0
    overview = write_overview([], 0, tmp_path, told).read_text(encoding="utf-8")
    assert "0 of 1,126 people" in overview
    assert 'href="before-after.html"' in overview
    assert headline(told) in overview


def test_feedback_before_names_chapters_and_no_answer_and_after_explains_every_question(school: Project) -> None:
    made = feedback(school, TESTS)
    assert all(one.page is not None for one in made)
    for one in made:
        assert one.page is not None
        html = one.page.read_text(encoding="utf-8")
        points = sum(stock.points(school.exercises, one.assignment, one.trainee).values())
        assert html.count("<section>") == (0 if one.assignment == "before" else 15)
        assert ("÷" in html) == (one.assignment == "after")
        text = one.page.with_suffix(".txt").read_text(encoding="utf-8")
        # Of this copy the chapter on the budget is there; it teaches two of the fifteen questions.
        assert len(text.splitlines()) in (1, 3)
        assert points == 15 or points < 15


def test_the_sample_is_the_same_for_the_same_seed_and_keeps_two_files_apart(school: Project, tmp_path: Path) -> None:
    twin = Project(tmp_path / "kit")
    import shutil

    shutil.copytree(school.exercises / "release", twin.exercises / "release")
    for name in TESTS:
        shutil.copyfile(school.exercises / f"{name}.md", twin.exercises / f"{name}.md")
    again = sample_course(twin, (), PEOPLE, seed=4)
    inbox = {path.name: path.read_bytes() for path in (school.exercises / "inbox").iterdir()}
    assert set(again.files) == set(inbox)
    assert all((twin.exercises / "inbox" / name).read_bytes() == content for name, content in inbox.items())


def test_stock_nbgrader_agrees_cell_by_cell_and_withholds_the_first_test(school: Project, tmp_path: Path) -> None:
    import shutil

    course = tmp_path / "stock"
    shutil.copytree(school.exercises, course, ignore=shutil.ignore_patterns("autograded", "feedback", "inbox"))
    both = [
        path.name
        for path in sorted((course / "submitted").iterdir())
        if (path / "before").is_dir() and (path / "after").is_dir()
    ]
    for name in TESTS:
        ours = stock.points(school.exercises, name, both[0])
        assert stock.autograde(course, name, both[0]).problem == ""
        assert stock.points(course, name, both[0]) == ours
        assert stock.feedback(course, name, both[0]).problem == ""
        html = (course / "feedback" / both[0] / name / f"{name}.html").read_text(encoding="utf-8")
        assert ("÷" in html) == (name == "after")
        assert ("aimak-answers" in html) == (name == "after")
