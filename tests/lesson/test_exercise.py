import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from aimak.errors import UserError
from aimak.lesson import Choice, Number, look_at, open_exercise, right
from aimak.lesson.answers import MIME, Record
from aimak.lesson.exercise import Exercise
from aimak.lesson.own_file import saved_records


class Screen:
    """What the cells showed, each with what replaced it."""

    def __init__(self) -> None:
        self.shown: list[dict[str, Any]] = []

    def __call__(self, bundle: dict[str, Any]) -> Callable[[dict[str, Any]], None]:
        self.shown.append(bundle)
        place = len(self.shown) - 1

        def replace(later: dict[str, Any]) -> None:
            self.shown[place] = later

        return replace


def case_of(code: str) -> str:
    if code not in {"M01", "M02"}:
        raise UserError("unknown")
    return code


def who(exercise: Exercise) -> None:
    exercise.form(
        "who", "Who?", lambda case: [Choice("municipality", "M", (("M01", "a"), ("M02", "b")))], needs_case=False
    )


def sums(exercise: Exercise, **more: Any) -> None:
    def look(answers: Any, case: str) -> Any:
        yield right("yes") if answers["sums"]["n"] == 4 else look_at(f"no, {case}")

    exercise.form("sums", "Sums", lambda case: [Number("n", "Two and two")], look=look, **more)


@pytest.fixture
def screen() -> Screen:
    return Screen()


@pytest.fixture
def exercise(screen: Screen) -> Exercise:
    made = Exercise("demo", case_of, {}, display=screen)
    who(made)
    sums(made)
    made.check("sums")
    return made


def choose(exercise: Exercise, code: str) -> None:
    exercise.live["who"].fill({"municipality": code})
    exercise.live["who"].save()


def test_before_a_municipality_is_chosen_nothing_can_be_filled_and_nothing_breaks(
    exercise: Exercise, screen: Screen
) -> None:
    assert exercise.live["sums"].controls == {}
    assert "First choose your municipality" in screen.shown[-1]["text/plain"]
    assert exercise.score("sums", lambda answers, case: 1.0) == 0.0


def test_save_leaves_the_record_and_refreshes_the_check_below(exercise: Exercise, screen: Screen) -> None:
    choose(exercise, "M01")
    exercise.live["sums"].fill({"n": 4})
    exercise.live["sums"].save()
    record = screen.shown[1][MIME]
    assert (record["form"], record["municipality"], record["values"]) == ("sums", "M01", {"n": 4.0})
    assert "Right: yes" in screen.shown[2]["text/plain"]
    assert "Right:" in exercise.live["sums"].result.value
    assert 'role="status"' in exercise.live["sums"].result.value


def test_a_change_after_save_says_that_it_is_not_saved(exercise: Exercise) -> None:
    choose(exercise, "M01")
    exercise.live["sums"].fill({"n": 4})
    exercise.live["sums"].save()
    exercise.live["sums"].fill({"n": 5})
    assert "Changed since the last save" in exercise.live["sums"].result.value
    assert exercise.answers()["sums"]["n"] == 4


def test_answers_for_another_municipality_do_not_count(exercise: Exercise) -> None:
    choose(exercise, "M01")
    exercise.live["sums"].fill({"n": 4})
    exercise.live["sums"].save()
    choose(exercise, "M02")
    assert exercise.answers()["sums"] == {}
    assert exercise.score("sums", lambda answers, case: 1.0) == 0.0
    choose(exercise, "M01")
    assert exercise.answers()["sums"] == {"n": 4.0}


def test_a_form_comes_back_with_its_last_answers(screen: Screen) -> None:
    records = {
        "who": Record("demo", "who", "", "1", {"municipality": "M01"}),
        "sums": Record("demo", "sums", "M01", "1", {"n": 7}),
    }
    exercise = Exercise("demo", case_of, records, display=screen)
    who(exercise)
    sums(exercise)
    assert exercise.live["sums"].values() == {"n": 7.0}


def test_a_form_not_saved_yet_starts_from_earlier_answers(screen: Screen) -> None:
    exercise = Exercise("demo", case_of, {}, display=screen)
    who(exercise)
    sums(exercise)
    exercise.form("next", "Next", lambda case: [Number("n", "N")], start=lambda a, case: {"n": a["sums"].get("n")})
    choose(exercise, "M01")
    assert exercise.live["next"].values() == {"n": None}
    exercise.live["sums"].fill({"n": 4})
    exercise.live["sums"].save()
    assert exercise.live["next"].values() == {"n": 4.0}


def test_a_look_that_breaks_says_so_without_a_traceback(screen: Screen) -> None:
    records = {"who": Record("demo", "who", "", "1", {"municipality": "M01"}), "f": Record("demo", "f", "M01", "1", {})}
    exercise = Exercise("demo", case_of, records, grading=True, display=screen)
    who(exercise)

    def look(answers: Any, case: str) -> Any:
        yield right(1 / 0)  # type: ignore[arg-type]

    exercise.form("f", "F", lambda case: [], look=look)
    exercise.check("f")
    assert "could not be checked" in screen.shown[-1]["text/plain"]


def test_a_graded_check_without_an_answer_asks_for_nothing_that_the_page_lacks(screen: Screen) -> None:
    records = {"who": Record("demo", "who", "", "1", {"municipality": "M01"})}
    exercise = Exercise("demo", case_of, records, grading=True, display=screen)
    who(exercise)
    sums(exercise)
    exercise.check("sums")
    assert "No answer was saved here." in screen.shown[-1]["text/plain"]


@pytest.mark.parametrize("points", [-1.0, float("nan"), float("inf")])
def test_a_score_that_is_no_number_of_points_is_refused(exercise: Exercise, points: float) -> None:
    choose(exercise, "M01")
    exercise.live["sums"].save()
    with pytest.raises(ValueError, match="points"):
        exercise.score("sums", lambda answers, case: points)


def test_there_is_no_exercise_of_an_unknown_name() -> None:
    with pytest.raises(UserError, match="no exercise 'nothing'"):
        open_exercise("nothing")


@pytest.mark.parametrize("content", ["", "{", "[]", '{"cells": 5}', "\ufeff{}"])
def test_an_own_file_that_cannot_be_read_leaves_the_form_empty(
    content: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "demo.ipynb").write_text(content, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("JPY_SESSION_NAME", raising=False)
    assert saved_records("demo") == {}


def test_answers_are_read_from_the_file_that_the_session_names(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    record = Record("demo", "sums", "M01", "1", {"n": 7})
    cell = {"outputs": [{"data": {MIME: record.as_json()}}]}
    (tmp_path / "demo (2).ipynb").write_text(json.dumps({"cells": [cell]}), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("JPY_SESSION_NAME", "somewhere/demo (2).ipynb")
    assert saved_records("demo") == {"sums": record}
