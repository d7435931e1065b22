"""Run one notebook from plain Python."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellTimeoutError, DeadKernelError
from nbformat import NotebookNode

from aimak.execution.asking import Ask, Asking
from aimak.execution.limits import Limits
from aimak.execution.manager import WarmKernelManager, why_it_ended
from aimak.execution.reasons import UNSHOWABLE, Reason


@dataclass(frozen=True)
class Run:
    """What came of a run.

    :param notebook: with the outputs of every cell that ran.
    :param problem: why the run ended before its last cell, in the language in force then; empty if it did not.
    :param reached: the index of the cell in which it ended; the number of cells if it did not.
    :param reason: the same without words, to be said to whoever reads it later.
    :param answers: what came of ``ask``: cell -> name -> MIME type -> value. It is the notebook's word: believe none.
    """

    notebook: NotebookNode
    problem: str
    reached: int = 0
    answers: Mapping[int, Mapping[str, Mapping[str, Any]]] = field(default_factory=dict)
    reason: Reason = Reason()  # noqa: RUF009 (a frozen record)


def execute(
    notebook: NotebookNode,
    limits: Limits = Limits(),  # noqa: B008 (a frozen record)
    *,
    fenced: bool = True,
    allow_errors: bool = True,
    language: str = "en",
    ask: Ask = MappingProxyType({}),
    **options: Any,
) -> Run:
    """Run every code cell of ``notebook``, in place, in a child of the warm parent.

    :param allow_errors: go on after a cell that raised, as grading does.
    :param language: the language in force in the notebook until it sets another one itself.
    :param ask: expressions to evaluate in the place of a cell, by its index and a name of yours; the cell's source is
        not used.
    :param options: further traits of nbclient's ``NotebookClient``.
    :raises NoFenceError: if no fence can be had and ``fenced`` is True.
    :raises nbclient.exceptions.CellExecutionError: if a cell raised and ``allow_errors`` is False.
    """
    folder = "" if fenced else str(Path.cwd())
    manager = WarmKernelManager(limits=limits, fenced=fenced, folder=folder, language=language)
    options.setdefault("timeout", int(limits.cell))
    client = NotebookClient(notebook, km=manager, allow_errors=allow_errors, interrupt_on_timeout=True, **options)
    client.owns_km = True  # nbclient ends what it owns
    asking = Asking(client, ask)
    try:
        client.execute()
    except (DeadKernelError, CellTimeoutError) as error:
        why = why_it_ended(manager, error)
        return Run(notebook, why.words(), asking.started, asking.answers, why)
    except nbformat.ValidationError:
        # nbclient stops at it; what was earned before must not be lost with it.
        why = Reason(UNSHOWABLE)
        return Run(notebook, why.words(), asking.started, asking.answers, why)
    return Run(notebook, "", len(notebook.cells), asking.answers)


def not_run(why: str) -> NotebookNode:
    """The output of a cell that did not run: nbgrader gives full points to a check that ends without an error."""
    made: NotebookNode = nbformat.v4.new_output("error", ename="NotRun", evalue=why, traceback=[f"NotRun: {why}"])
    return made
