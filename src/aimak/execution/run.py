"""Run one notebook from plain Python."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellTimeoutError, DeadKernelError
from nbformat import NotebookNode

from aimak.execution.limits import Limits
from aimak.execution.manager import WarmKernelManager, why_it_ended


@dataclass(frozen=True)
class Run:
    """What came of a run.

    :param notebook: with the outputs of every cell that ran.
    :param problem: why the run ended before its last cell; empty if it did not.
    :param reached: the index of the cell in which it ended; the number of cells if it did not.
    """

    notebook: NotebookNode
    problem: str
    reached: int = 0


def execute(
    notebook: NotebookNode,
    limits: Limits = Limits(),  # noqa: B008 (a frozen record)
    *,
    fenced: bool = True,
    allow_errors: bool = True,
    **options: Any,
) -> Run:
    """Run every code cell of ``notebook``, in place, in a child of the warm parent.

    :param allow_errors: go on after a cell that raised, as grading does.
    :param options: further traits of nbclient's ``NotebookClient``.
    :raises NoFenceError: if no fence can be had and ``fenced`` is True.
    :raises nbclient.exceptions.CellExecutionError: if a cell raised and ``allow_errors`` is False.
    """
    manager = WarmKernelManager(limits=limits, fenced=fenced, folder="" if fenced else str(Path.cwd()))
    options.setdefault("timeout", int(limits.cell))
    client = NotebookClient(notebook, km=manager, allow_errors=allow_errors, interrupt_on_timeout=True, **options)
    client.owns_km = True  # nbclient ends what it owns
    started = [0]
    client.on_cell_start = lambda cell, cell_index: started.append(cell_index)
    try:
        client.execute()
    except (DeadKernelError, CellTimeoutError) as error:
        return Run(notebook, why_it_ended(manager, error), started[-1])
    except nbformat.ValidationError:
        # nbclient stops at it; what was earned before must not be lost with it.
        return Run(notebook, "a cell showed something that cannot be kept in a notebook", started[-1])
    return Run(notebook, "", len(notebook.cells))


def not_run(why: str) -> NotebookNode:
    """The output of a cell that did not run: nbgrader gives full points to a check that ends without an error."""
    made: NotebookNode = nbformat.v4.new_output("error", ename="NotRun", evalue=why, traceback=[f"NotRun: {why}"])
    return made
