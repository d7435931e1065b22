"""Play an exercise in this process: fill its forms as a trainee would, press Save, run its checks.

The cells are those of our own built source, never of a hand-in. What Save leaves in the outputs is what a notebook
file of a trainee holds, so samples and the gate travel the same way as people's answers.
"""

from __future__ import annotations

import copy
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import nbformat
from nbformat import NotebookNode

from aimak.course.cells import grade_id, run_cell
from aimak.course.designed import Answers, Designed, collect
from aimak.course.source import Source
from aimak.lesson.answers import Record, records_in
from aimak.lesson.exercise import WHO, Exercise
from aimak.lesson.fields import Field
from aimak.lesson.opening import playing


@dataclass(frozen=True)
class Played:
    """What came of playing an exercise.

    :param notebook: the notebook with the forms' outputs, as a trainee's file would hold them.
    :param points: points by ``grade_id`` of the machine-marked cells (of a source with hidden parts).
    :param hints: what the visible checks said, by form.
    :param answers: all usable answers in the end: form or table -> field -> value.
    :param designed: what the gate cell declares, bound to this play's cells; None if not asked for.
    :param fields: the fields of every form for the case that was played.
    """

    notebook: NotebookNode
    points: dict[str, float]
    hints: dict[str, str]
    designed: Designed | None
    answers: Mapping[str, Mapping[str, Any]]
    fields: Mapping[str, tuple[Field, ...]]


class _Screen:
    """Takes the place of the notebook's display: bundles end in the outputs of the cell that showed them."""

    def __init__(self) -> None:
        self.cell: NotebookNode | None = None
        self.said: list[str] = []

    def __call__(self, bundle: dict[str, Any]) -> Callable[[dict[str, Any]], None]:
        self.said.append(bundle["text/plain"])
        output = nbformat.v4.new_output("display_data", data=bundle)
        if self.cell is not None:
            self.cell.outputs.append(output)

        def replace(later: dict[str, Any]) -> None:
            output["data"] = nbformat.from_dict(later)

        return replace


def play(source: Source, municipality: str, answers: Answers, trainee: str = "TRAINEE") -> Played:
    """Fill the forms named in ``answers`` for ``municipality`` and save them, then run every check.

    :param answers: form -> field -> value; the first form is filled from ``municipality`` and ``trainee``. An empty
        municipality leaves even that form alone.
    :raises Exception: what a check or a form raises; nothing is hidden from an author.
    """
    return _Play(source, municipality, trainee).run(lambda _designed, _case: answers)


def play_designed(
    source: Source,
    municipality: str,
    choose: Callable[[Designed, Any], Answers],
    trainee: str = "TRAINEE",
    *,
    recorded: bool = False,
) -> Played:
    """As :func:`play`, with answers chosen from what the gate cell declares, told the case.

    :param recorded: True puts the answers back as a grader does, without widgets: faster, and the outputs then hold
        what a graded notebook shows.
    """
    return _Play(source, municipality, trainee, recorded=recorded).run(choose, gate=True)


class _Play:
    def __init__(self, source: Source, municipality: str, trainee: str, *, recorded: bool = False) -> None:
        self.source = source
        self.recorded = recorded
        self.municipality = municipality
        self.trainee = trainee
        self.screen = _Screen()
        self.namespace: dict[str, Any] = {"__name__": "__main__"}

    def run(self, choose: Callable[[Designed, Any], Answers], *, gate: bool = False) -> Played:
        notebook = copy.deepcopy(self.source.notebook)
        code = [cell for cell in notebook.cells if cell.cell_type == "code"]
        for cell in code:
            cell.outputs = []
        with playing(self.source.name, {}, self.screen, grading=self.recorded) as exercise:
            for cell in code:
                if "-form-" in grade_id(cell) or "-setup" in grade_id(cell):
                    self._execute(cell)
                    if grade_id(cell).endswith(f"-form-{WHO}"):
                        self._introduce(exercise)
            designed = self._designed() if gate else None
            answers = choose(designed, exercise.case) if designed else choose(None, None)  # type: ignore[arg-type]
            for name, values in answers.items():
                if self.source.is_form:
                    self._save(exercise, name, values)
                else:
                    _write_code(code, f"{self.source.name}-task-{name}", str(values))
            points, said = self._checks(code)
            final = exercise.answers()
            fields = {form: tuple(exercise.fields_of(form)) for form in exercise.forms}
        return Played(notebook, points, said, designed, final, fields)

    def _introduce(self, exercise: Exercise) -> None:
        if self.municipality:
            self._save(exercise, WHO, {"trainee": self.trainee, "municipality": self.municipality})

    def _save(self, exercise: Exercise, form: str, values: Mapping[str, Any]) -> None:
        if self.recorded:
            place = "" if form == WHO else self.municipality
            exercise.records[form] = Record(self.source.name, form, place, "", dict(values))
        else:
            exercise.live[form].fill(values)
            exercise.live[form].save()

    def _designed(self) -> Designed:
        space = dict(self.namespace)
        before = set(space)
        exec(compile(self.source.gate, f"{self.source.path.name}: gate cell", "exec"), space)
        return collect({key: value for key, value in space.items() if key not in before}, self.source.name)

    def _checks(self, code: list[NotebookNode]) -> tuple[dict[str, float], dict[str, str]]:
        points: dict[str, float] = {}
        said: dict[str, str] = {}
        for cell in code:
            if "-task-" in grade_id(cell):
                self._execute(cell)
            if "-check-" in grade_id(cell):
                self.screen.said.clear()
                value = self._execute(cell)
                name = grade_id(cell).rpartition("-check-")[2]
                said[name] = "\n".join(self.screen.said)
                if isinstance(value, int | float):
                    points[grade_id(cell)] = float(value)
        return points, said

    def _execute(self, cell: NotebookNode) -> object:
        """Run a cell as a notebook does: the value of a last expression is the cell's value."""
        self.screen.cell = cell
        return run_cell(cell.source, grade_id(cell), self.namespace)


def _write_code(code: list[NotebookNode], name: str, text: str) -> None:
    """Put an analyst's code into a task cell; no code is what the release has there."""
    for cell in code:
        if grade_id(cell) == name:
            cell.source = text or "# ✎"


def saved_answers(notebook: Mapping[str, Any], assignment: str) -> dict[str, Mapping[str, Any]]:
    """What a notebook's records hold: form -> field -> value."""
    return {form: record.values for form, record in records_in(notebook, assignment).items()}
