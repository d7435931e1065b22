"""A question of a test keeps an answer and judges nothing."""

from typing import Any

import pytest

from aimak.lesson import before_after
from aimak.lesson.answers import Record
from aimak.lesson.before_after import ANSWER, NOT_KNOWN, OPEN, QUESTIONS, UNKNOWN, saved, state, still_open, to_work_out
from aimak.lesson.cases import case_maker
from aimak.lesson.exercise import Exercise
from tests.lesson.test_exercise import Screen


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        (None, OPEN),
        ({}, OPEN),
        ({ANSWER: None, UNKNOWN: ()}, OPEN),
        ({ANSWER: UNKNOWN}, NOT_KNOWN),
        ({ANSWER: None, UNKNOWN: [UNKNOWN]}, NOT_KNOWN),
        ({ANSWER: 0.0, UNKNOWN: (UNKNOWN,)}, ""),
        ({ANSWER: "line_1"}, ""),
        ({ANSWER: None, UNKNOWN: 7}, OPEN),
    ],
)
def test_not_known_is_told_from_open_and_from_an_answer(values: dict[str, Any] | None, expected: str) -> None:
    assert state(values) == expected


def test_what_is_saved_is_said_in_the_same_words_for_every_answer() -> None:
    said = {saved("water", {"water": {ANSWER: value}}).text for value in (1.0, 14.0)}
    assert said == {"Your answer is saved."}
    assert "I do not know" in saved("water", {"water": {ANSWER: None, UNKNOWN: (UNKNOWN,)}}).text


def test_open_questions_are_named_by_their_numbers() -> None:
    answers = {name: {ANSWER: UNKNOWN} for name in QUESTIONS}
    assert "can hand in" in still_open(answers).text
    del answers["waste_cost"], answers["exchange"]
    assert still_open(answers).text == "2 questions are still open: 3, 15."


@pytest.fixture
def exercise() -> Exercise:
    records = {"who": Record("before", "who", "", "", {"municipality": "M07"})}
    made = Exercise("before", case_maker("before"), records, display=Screen())
    for name in ("water", "revenue"):
        made.question(name, name.title(), lambda _case: to_work_out("How much?", "som"))
    return made


def test_save_tells_no_verdict_and_clears_what_it_told_elsewhere(exercise: Exercise) -> None:
    first, second = exercise.live["water"], exercise.live["revenue"]
    said = []
    for value in (1.0, 11.0):
        first.fill({ANSWER: value, UNKNOWN: ()})
        first.save()
        said.append(first.result.value)
    assert said[0] == said[1]
    assert "14 questions are still open" in said[0]
    second.fill({UNKNOWN: (UNKNOWN,)})
    second.save()
    assert first.result.value == ""
    assert "13 questions are still open" in second.result.value


def test_the_button_of_a_question_says_save_and_nothing_of_a_check(exercise: Exercise) -> None:
    form = exercise.live["water"]
    assert form.box.children[-2].description == "Save"
    form.fill({ANSWER: 1.0})
    form.save()
    form.fill({ANSWER: 2.0})
    assert "Press “Save” again" in form.result.value


def test_an_explanation_shows_only_where_a_notebook_is_graded() -> None:
    for grading in (False, True):
        screen = Screen()
        records = {"who": Record("after", "who", "", "", {"municipality": "M07"})}
        made = Exercise("after", case_maker("after"), records, grading=grading, display=screen)
        made.question("water", "Water", lambda _case: to_work_out("How much?", "som"))
        made.explain("water", lambda case: f"told of {case.municipality.code}")
        assert ("told of M07" in str(screen.shown)) == grading


def test_every_question_belongs_to_a_unit_and_says_so_in_its_name() -> None:
    assert all(name.partition("_")[0] == unit for name, unit in before_after.QUESTIONS.items())
    assert len(QUESTIONS) == 15
