import nbformat
import pytest

from aimak.course.source import exercise_names, place_of, read_source
from aimak.errors import UserError
from aimak.project import Project


def test_both_exercises_are_found_and_known_as_form_or_code(checkout: Project) -> None:
    assert {"budget", "budget-analyst"} <= set(exercise_names(checkout))
    assert read_source(checkout, "budget").is_form
    assert not read_source(checkout, "budget-analyst").is_form


def test_the_built_source_is_valid_and_the_same_each_time(checkout: Project) -> None:
    first, second = read_source(checkout, "budget"), read_source(checkout, "budget")
    nbformat.validate(first.notebook)
    assert first.notebook == second.notebook


def test_the_gate_cell_stays_with_the_author(checkout: Project) -> None:
    source = read_source(checkout, "budget")
    assert "@solution" in source.gate
    assert all("@solution" not in cell.source for cell in source.notebook.cells)


def test_cells_say_in_one_word_what_they_are(checkout: Project) -> None:
    source = read_source(checkout, "budget")
    assert source.points == {
        "budget-check-structure": 5, "budget-check-printed": 4, "budget-check-balance": 8, "budget-check-defend": 6,
        "budget-check-proposals": 5, "budget-check-years": 5, "budget-by-hand-explain": 4,
    }  # fmt: skip
    assert sum(source.machine_points.values()) == 33


def test_locked_cells_carry_their_place(checkout: Project) -> None:
    locked = [
        cell.source
        for cell in read_source(checkout, "budget").notebook.cells
        if cell.cell_type == "code" and cell.metadata.nbgrader.locked
    ]
    assert [place_of(text) for text in locked] == list(range(1, len(locked) + 1))
    assert place_of("print(1)") > 1000


def test_an_unknown_exercise_is_told_with_the_known_ones(checkout: Project) -> None:
    with pytest.raises(UserError, match="no exercise 'nothing'.*Known are: .*budget, budget-analyst"):
        read_source(checkout, "nothing")


def test_a_check_without_points_is_refused(project: Project) -> None:
    path = project.exercises / "budget.md"
    path.write_text(path.read_text(encoding="utf-8").replace(":points: 5\n", "", 1), encoding="utf-8")
    with pytest.raises(UserError, match=r"budget.md: the check cell 'structure' has no points"):
        read_source(project, "budget")
