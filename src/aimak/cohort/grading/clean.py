"""Run our own cells in this process: setup, forms and checks, on records and captured tables. No trainee's code."""

from __future__ import annotations

import contextlib
import io
import threading
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from nbformat import NotebookNode

from aimak.course.cells import run_cell
from aimak.i18n import speaking
from aimak.lesson.answers import Record
from aimak.lesson.capture import NotATableError, Rows
from aimak.lesson.opening import playing

#: What a check prints belongs to the process, so one hand-in has it at a time.
_alone = threading.Lock()


@dataclass(frozen=True, slots=True)
class OwnCell:
    """A cell of our own source: its id and its code."""

    grade_id: str
    source: str


class _Outputs:
    """Takes the place of the notebook's display; bundles end in the outputs of the cell that showed them."""

    def __init__(self) -> None:
        self.here: list[NotebookNode] = []

    def __call__(self, bundle: dict[str, Any]) -> Callable[[dict[str, Any]], None]:
        output = _node(output_type="display_data", data=bundle, metadata={})
        self.here.append(output)

        def replace(later: dict[str, Any]) -> None:
            output["data"] = NotebookNode(later)

        return replace


def run_own(
    cells: Iterable[OwnCell],
    assignment: str,
    records: Mapping[str, Record],
    speak: str,
    captured: Mapping[str, Rows | NotATableError] | None = None,
) -> dict[str, list[NotebookNode]]:
    """Run cells in a fresh namespace, one after the other, as a notebook with these answers would.

    :param speak: the language of what the checks say.
    :returns: the outputs of each cell by ``grade_id``. A cell that raises has an error in its outputs.
    """
    show = _Outputs()
    namespace: dict[str, Any] = {"__name__": "__main__"}
    found: dict[str, list[NotebookNode]] = {}
    with _alone, speaking(speak), playing(assignment, records, show, grading=True, captured=captured):
        for cell in cells:
            show.here = found[cell.grade_id] = []
            _run(cell, namespace, show.here)
    return found


def _run(cell: OwnCell, namespace: dict[str, Any], outputs: list[NotebookNode]) -> None:
    out, err = io.StringIO(), io.StringIO()
    value = problem = None
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try:
            value = run_cell(cell.source, cell.grade_id, namespace)
        except Exception as error:
            problem = error
    for name, stream in (("stdout", out), ("stderr", err)):
        if stream.getvalue():
            outputs.append(_node(output_type="stream", name=name, text=stream.getvalue()))
    if problem is not None:
        said = f"{type(problem).__name__}: {problem}"
        outputs.append(_node(output_type="error", ename=type(problem).__name__, evalue=str(problem), traceback=[said]))
    elif value is not None:
        data = {"text/plain": repr(value)}
        outputs.append(_node(output_type="execute_result", data=data, metadata={}, execution_count=None))


def _node(**parts: Any) -> NotebookNode:
    """An output; nbformat's own maker validates each one, which costs more than a check."""
    return NotebookNode({key: NotebookNode(value) if type(value) is dict else value for key, value in parts.items()})
