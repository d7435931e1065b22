"""Run a notebook with papermill's parameters, warm where there is a fork."""

from __future__ import annotations

import warnings
from collections.abc import Mapping
from pathlib import Path

from aimak.errors import UserError


def run_with_parameters(notebook: Path, done: Path, parameters: Mapping[str, object]) -> None:
    """Run ``notebook`` and write it, with its outputs, to ``done``.

    :raises UserError: naming what a cell raised, or why the notebook could not be run.
    """
    import papermill
    from papermill.exceptions import PapermillExecutionError

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of papermill's libraries; ours are errors in tests
        try:
            # Warm, so that only the first page waits for pandas. Where there is no fork, nbclient runs it.
            papermill.execute_notebook(
                str(notebook),
                str(done),
                parameters=dict(parameters),
                progress_bar=False,
                log_output=False,
                cwd=done.parent,
                engine_name="aimak",
                extra_arguments=["--IPKernelApp.log_level=40"],  # else the kernel warns on the organiser's screen
            )
        except PapermillExecutionError as error:
            raise UserError(f"{error.ename}: {error.evalue}") from None
        except Exception as error:  # a dead kernel, a broken notebook: named, and the other pages are made
            raise UserError(f"{type(error).__name__}: {error}") from None
