"""The gate must keep a test in that measures badly: each test breaks one thing and sees it named."""

from pathlib import Path

import pytest

from aimak.course.before_after_gate import test_problems as problems_of
from aimak.course.source import read_source
from aimak.project import Project
from tests.conftest import copy_project

CODES = ["M01", "M27"]


@pytest.fixture
def kit(tmp_path: Path) -> Project:
    made = copy_project(tmp_path / "kit", units=("budget", "before", "after"))
    for unit in ("planning", "waste", "water", "streets", "newservice", "control", "revenue", "hearing",
                 "participation", "feedback", "exchange"):  # fmt: skip
        (made.root / "book" / "chapters" / f"{unit}.md").write_text(f"# {unit}\n", encoding="utf-8")
    return made


def broken(kit: Project, old: str, new: str, name: str = "before") -> list[str]:
    path = kit.exercises / f"{name}.md"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return problems_of(kit, read_source(kit, "before"), CODES)


def test_both_tests_are_sound_and_leave_no_answer_to_remember(kit: Project) -> None:
    assert problems_of(kit, read_source(kit, "before"), CODES) == []
    assert problems_of(kit, read_source(kit, "after"), CODES) == []


def test_a_question_with_two_points_is_named(kit: Project) -> None:
    assert broken(kit, ":check: water\n:points: 1", ":check: water\n:points: 2") == [
        "a test has the questions of QUESTIONS in their order, each for one point"
    ]


def test_a_chapter_that_is_not_there_is_named(kit: Project) -> None:
    (kit.root / "book" / "chapters" / "water.md").unlink()
    assert problems_of(kit, read_source(kit, "before"), CODES) == ["there is no chapter that teaches water"]


def test_a_check_that_tells_right_from_wrong_is_named(kit: Project) -> None:
    said = broken(
        kit,
        'exercise.question("water", _("The price of water"), fields, intro=intro)',
        "from aimak.course import before_after_key as key\nfrom aimak.lesson import look_at, right\n\n\n"
        'def look(answers, case):\n    yield right("x") if key.earned("water", answers, case) else look_at("y")\n\n\n'
        'exercise.form("water", _("The price of water"), fields, intro=intro, look=look)',
    )
    assert said == ["the visible check of water tells a right answer from a wrong one"]


def test_a_question_without_i_do_not_know_is_named(kit: Project) -> None:
    said = broken(
        kit,
        'return to_choose(case, "planning",',
        "from aimak.lesson import Choice\n\n    def bare(_case, _question, label, some):\n"
        '        return [Choice("answer", label, some)]\n\n    return bare(case, "planning",',
    )
    assert said == ["the question planning has no “I do not know” that earns nothing"]


def test_the_same_words_in_both_tests_are_named(kit: Project) -> None:
    said = broken(
        kit,
        "Pay wages and contracts in full, and look for what can wait among the rest.",
        "With lines that can wait. Wages and signed contracts stay as they are.",
    )
    assert said == [f"budget_cut, {code}: the same answer is right in both tests" for code in CODES]


def test_a_question_that_is_asked_in_another_way_is_named(kit: Project) -> None:
    assert broken(kit, '("alike", ', '("all_alike", ', "after") == ["budget_cut: the two tests ask in different ways"]
