"""Grade a notebook with a trainee's code: the code runs fenced in; the checks run here, on captured plain records."""

from __future__ import annotations

import copy
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from nbformat import NotebookNode
from nbgrader.preprocessors import LimitOutput

from aimak.cohort.grading.clean import OwnCell, run_own
from aimak.course.cells import grade_id, plain_code_cell
from aimak.course.original import FOREIGN, Original, SourceCell
from aimak.course.preprocessors import RESTORE_CELL_ID, restore_cell
from aimak.course.source import KERNELSPEC
from aimak.course.tables import Asked, asked_tables, capturing
from aimak.execution import Limits, execute
from aimak.execution.asking import NOTHING
from aimak.execution.reasons import Reason
from aimak.execution.run import Run, not_run
from aimak.i18n import speaking
from aimak.lesson.answers import Record, records_in
from aimak.lesson.capture import TABLE_MIME, NotATableError, Rows, taken_over

Captured = dict[str, Rows | NotATableError]


def graded_code(
    original: Original, hand_in: NotebookNode, language: str, limits: Limits, *, fenced: bool
) -> tuple[NotebookNode, Reason]:
    """The notebook with its outputs, and why its run ended early (without a code if it did not).

    :param language: the trainee's.
    :raises NoFenceError: if the fence is asked for and cannot be had.
    """
    records = records_in(hand_in, original.assignment)
    nb = overwritten(original, hand_in)
    nb.cells.insert(0, restore_cell(original.assignment, records))
    steps = _steps(original, nb.cells)
    run = copy.copy(nb)
    run.cells = [step.cell for step in steps]
    # Without times, so that grading the same again gives the same file.
    ask = {place: capturing(step.asked) for place, step in enumerate(steps) if step.asked}
    done = execute(run, limits, fenced=fenced, record_timing=False, ask=ask, language=language)
    if done.reason.code:
        mark_unreached(nb.cells[steps[done.reached].first :], _told_to(language, done))
    captured: Captured = {}
    for place, step in enumerate(steps):
        captured.update(_captured(step.asked, done.answers.get(place, {})))
    _check(original, nb, records, language, captured)
    return _limited(nb), done.reason


@dataclass(frozen=True)
class _Step:
    """What runs in the fence as one cell.

    :param first: the place in the notebook of the first cell that it stands for.
    :param asked: the tables to capture, where it stands for a check.
    """

    cell: NotebookNode
    first: int
    asked: Asked = ()


def _steps(original: Original, cells: list[NotebookNode]) -> list[_Step]:
    """The trainee's cells as they are; a capture in the place of each check; and our own cells, which need no output
    here, joined, because every cell that is sent costs time."""
    known = original.by_id()
    steps: list[_Step] = []
    own: list[str] = []
    for place, cell in enumerate(cells):
        if cell.cell_type != "code":
            continue
        source = known.get(grade_id(cell))
        if cell.get("id") == RESTORE_CELL_ID or (source is not None and source.points is None and not source.solution):
            own.append(cell.source)
            continue
        if own:
            steps.append(_Step(_unkept("\n".join([*own, NOTHING])), place))
            own = []
        if _is_check(cell, original):
            steps.append(_Step(_unkept(NOTHING), place, asked_tables(cell.source)))
        else:
            steps.append(_Step(cell, place))
    return steps


def _unkept(source: str) -> NotebookNode:
    """A cell that never reaches a file."""
    return plain_code_cell(source, "aimak")


def graded_foreign(
    original: Original, hand_in: NotebookNode, language: str, limits: Limits, *, fenced: bool
) -> tuple[NotebookNode, Reason]:
    """A notebook whose checks call the trainee's functions: they run whole, in one process, inside the fence."""
    nb = overwritten(original, hand_in)
    done = execute(nb, limits, fenced=fenced, record_timing=False, language=language)
    if done.reason.code:
        mark_unreached(nb.cells[done.reached :], _told_to(language, done))
    return _limited(nb), done.reason


def _told_to(language: str, done: Run) -> str:
    """Why a run ended, in the language of the trainee, who meets it in the cells that did not run."""
    with speaking(language):
        return done.reason.words()


def overwritten(original: Original, hand_in: NotebookNode) -> NotebookNode:
    """The hand-in, changed in place: its known cells are the author's again, as after nbgrader's OverwriteCells."""
    nb = hand_in
    known = original.by_id()
    nb.cells = [cell for cell in nb.cells if cell.get("id") != RESTORE_CELL_ID]
    seen: set[str] = set()
    for cell in reversed(nb.cells):  # of a cell that stands twice nbgrader takes the last
        found = known.get(grade_id(cell)) if grade_id(cell) not in seen else None
        seen.add(grade_id(cell))
        if found is None:
            cell.metadata.pop("nbgrader", None)
        else:
            _overwrite(cell, found)
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None
    if original.kind != FOREIGN:
        nb.metadata["kernelspec"] = NotebookNode(KERNELSPEC)
    return nb


def _overwrite(cell: NotebookNode, source: SourceCell) -> None:
    cell.cell_type = source.cell_type
    cell.metadata["nbgrader"] = NotebookNode(source.metadata())
    if source.cell_type != "code":
        cell.pop("outputs", None)
        cell.pop("execution_count", None)
    if source.locked or (source.points is not None and not source.solution):
        cell.source = source.source


def _is_check(cell: NotebookNode, original: Original) -> bool:
    found = original.by_id().get(grade_id(cell))
    return found is not None and found.points is not None and not found.solution and found.cell_type == "code"


def _captured(asked: Asked, answers: Mapping[str, Mapping[str, Any]]) -> Captured:
    return {name: taken_over(name, dict(columns), answers.get(name, {}).get(TABLE_MIME)) for name, columns in asked}


def _check(original: Original, nb: NotebookNode, records: dict[str, Record], language: str, captured: Captured) -> None:
    """Run our own cells here, in the order of the hand-in, and put their outputs into ``nb``."""
    known = original.by_id()
    own = [known[grade_id(cell)] for cell in nb.cells if grade_id(cell) in known]
    cells = [OwnCell(one.grade_id, one.source) for one in own if one.cell_type == "code" and not one.solution]
    outputs = run_own(cells, original.assignment, records, language, captured)
    for cell in nb.cells:
        if grade_id(cell) in outputs:
            cell.outputs = outputs[grade_id(cell)]


def mark_unreached(cells: list[NotebookNode], why: str) -> None:
    """An error for every cell that did not run: nbgrader gives full points to a check that ends without one."""
    for cell in cells:
        if cell.cell_type == "code":
            cell.outputs.append(not_run(why))


def _limited(nb: NotebookNode) -> NotebookNode:
    made, _resources = LimitOutput().preprocess(nb, {})
    return made  # type: ignore[no-any-return]
