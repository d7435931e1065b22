"""Values asked for between the cells of a running notebook."""

from typing import Any

import nbformat
import pytest

from aimak.execution import Run, execute

pytestmark = pytest.mark.fence
THERE = "'x' in globals() and x"


def run(sources: list[str], ask: dict[int, dict[str, str]]) -> tuple[Run, list[Any]]:
    cells = [nbformat.v4.new_code_cell(source, id=f"c{i}") for i, source in enumerate(sources)]
    done = execute(nbformat.v4.new_notebook(cells=cells), ask=ask)
    assert done.problem == ""
    return done, [cell.outputs for cell in done.notebook.cells]


def said(done: Run, place: int, name: str = "x") -> str:
    return str(done.answers[place][name]["text/plain"])


def test_a_value_is_as_it_stands_behind_the_cell_before() -> None:
    done, outputs = run(["x = 1", "", "x = 2", "", "x = 3"], {1: {"x": "x"}, 3: {"x": "x"}})
    assert (said(done, 1), said(done, 3)) == ("1", "2")
    assert outputs == [[]] * 5


def test_a_cell_that_raises_does_not_keep_what_it_made_from_us() -> None:
    done, outputs = run(["x = 1\n1 / 0", ""], {1: {"x": "x"}})
    assert said(done, 1) == "1"
    assert outputs[0][0].ename == "ZeroDivisionError"
    assert outputs[1] == []


@pytest.mark.parametrize("first", [[], ["   "], ["import sys\nsys.exit()"]])
def test_it_is_asked_where_no_cell_ended_well_before(first: list[str]) -> None:
    place = len(first)
    done, _outputs = run([*first, "", "x = 1"], {place: {"x": THERE}})
    assert said(done, place) == "False"


def test_questions_side_by_side_are_all_answered() -> None:
    done, _outputs = run(["x = 1", "", "", "x = 2"], {1: {"x": "x", "y": "x + 1"}, 2: {"x": "x * 10"}})
    assert (said(done, 1), said(done, 1, "y"), said(done, 2)) == ("1", "2", "10")


def test_a_question_that_raises_has_no_answer_and_stops_nothing() -> None:
    done, outputs = run(["x = 1", "", "print('on')"], {1: {"x": "nowhere", "y": "x"}})
    assert done.answers[1]["x"] == {}
    assert said(done, 1, "y") == "1"
    assert outputs[2][0].text == "on\n"


def test_a_reply_that_a_notebook_forged_is_no_more_than_data() -> None:
    forged = "get_ipython().user_expressions = lambda asked: ['no', 'dict']"
    done, _outputs = run([forged, ""], {1: {"x": "1"}})
    assert done.answers.get(1, {}).get("x", {}) == {}
