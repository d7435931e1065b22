"""The gate must fail on a broken exercise: each test breaks one thing and sees it named."""

import os
from pathlib import Path

import nbformat
import pytest

from aimak.course import stock
from aimak.course.gate import gate
from aimak.course.source import exercise_names, read_source
from aimak.course.static_gate import release_problems
from aimak.project import Project
from tests.conftest import ROOT


def broken(project: Project, old: str, new: str, times: int = 1, name: str = "budget") -> list[str]:
    path = project.exercises / f"{name}.md"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, times), encoding="utf-8")
    return list(gate(project, name).problems)


@pytest.mark.slow
@pytest.mark.parametrize("name", exercise_names(Project(ROOT)))
def test_the_exercises_of_the_course_may_go_out(checkout: Project, name: str) -> None:
    verdict = gate(checkout, name)
    assert verdict.problems == ()
    assert verdict.cases == 50


def test_a_wrong_solution_is_named(project: Project) -> None:
    said = broken(project, '"loss": thousand(case.loss),', '"loss": thousand(case.loss) + 5,')
    assert any("the solution earns 32 of 33 points" in one for one in said)


def test_points_for_nothing_are_named(project: Project) -> None:
    said = broken(project, 'exercise.score("balance", score)', "8.0")
    assert any("an untouched notebook earns 8 points" in one for one in said)


def test_a_check_that_only_runs_is_named(project: Project) -> None:
    said = broken(project, 'exercise.score("balance", score)', "score")
    assert any("budget-check-balance ended in no number" in one for one in said)


def test_a_half_answer_that_earns_something_else_is_named(project: Project) -> None:
    said = broken(project, "@half(points=9.0,", "@half(points=10.0,")
    assert said == ["half answer 'stopped_early' earns 9 points, not 10 as it says"]


def test_a_misconception_without_its_hint_is_named(project: Project) -> None:
    said = broken(project, 'hint="special means")', 'hint="pasture fees")')
    assert any("is not met by its hint 'pasture fees'" in one for one in said)


def test_a_misconception_that_costs_nothing_is_named(project: Project) -> None:
    said = broken(project, 'return {**answer, "own_share": round(100 * own, 1)}', "return answer")
    assert any("'counts special means as own revenue' costs nothing" in one for one in said)


def test_an_id_that_stands_twice_is_named(project: Project) -> None:
    said = broken(project, ":form: printed", ":form: structure")
    assert "the id 'budget-form-structure' stands twice" in said


def test_a_check_without_a_hidden_part_is_named(project: Project) -> None:
    said = broken(project, "### BEGIN HIDDEN TESTS", "# visible")
    assert any("has no hidden part" in one for one in said)


def test_a_check_that_gives_too_much_is_named(project: Project) -> None:
    said = broken(project, '+ 1.5 * (mine["commitment"] in affordable)', '+ 9.5 * (mine["commitment"] in affordable)')
    assert any("gives 13 of 5 points" in one for one in said)


def test_cases_with_the_same_right_answers_are_named(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    from aimak.course import gate as gate_module

    places = gate_module.municipalities()
    monkeypatch.setattr(gate_module, "municipalities", lambda: (*places[:49], places[0]))
    assert "M01 and M01 have the same right answers" in gate(project, "budget").problems


def test_too_few_cases_are_named(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    from aimak.course import gate as gate_module

    places = gate_module.municipalities()
    monkeypatch.setattr(gate_module, "municipalities", lambda: places[:3])
    assert "there are 3 cases; 50 are needed" in gate(project, "budget").problems


def test_what_may_not_stand_in_a_release_is_named(built: Project) -> None:
    source = read_source(built, "budget")
    path = built.exercises / "release" / "budget" / "budget.ipynb"
    assert release_problems(source, nbformat.read(path, as_version=4)) == []
    for secret in (
        "affordable = {w.key for w in case.commitments if w.cost <= room_for_new(plan, case.limits, case.floors)}",
        "### END HIDDEN TESTS",
        "from aimak.course.designed import half",
    ):
        release = nbformat.read(path, as_version=4)
        release.cells[-1].source += f"\n{secret}"
        assert release_problems(source, release), secret
    release = nbformat.read(path, as_version=4)
    next(cell for cell in release.cells if cell.cell_type == "code").outputs = [
        nbformat.v4.new_output("stream", text="4")
    ]
    assert release_problems(source, release) == ["the release has outputs"]


def test_an_exercise_without_a_gate_cell_is_named(project: Project) -> None:
    path = project.exercises / "budget.md"
    text = path.read_text(encoding="utf-8")
    path.write_text(text[: text.index("```{code-cell} ipython3\n:gate:")], encoding="utf-8")
    assert any("there is no gate cell" in one for one in gate(project, "budget").problems)


def test_a_cell_that_raises_shuts_the_gate(project: Project) -> None:
    said = broken(
        project, "    own, transfers = 100 * own", "    raise KeyError('oops')\n    own, transfers = 100 * own"
    )
    assert said  # visible checks never raise for trainees, so the hint of a misconception goes missing


def test_the_gate_leaves_the_course_folder_alone(project: Project) -> None:
    before = set(project.exercises.rglob("*"))
    broken(project, "@half(points=9.0,", "@half(points=10.0,")
    assert set(project.exercises.rglob("*")) == before


def test_the_gate_never_opens_the_gradebook_of_a_course(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    theirs = tmp_path / "theirs.db"
    monkeypatch.setenv(stock.DB_VARIABLE, f"sqlite:///{theirs}")
    assert gate(project, "budget").problems == ()
    assert not theirs.exists()
    assert os.environ[stock.DB_VARIABLE].endswith("theirs.db")
