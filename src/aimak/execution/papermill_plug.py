"""The engine in papermill: ``papermill --engine aimak …``, registered as an entry point.

Papermill runs notebooks of the organiser's own, which read and write files; so they run with our rights, warm but not
fenced, unless ``fenced=True`` is given to the engine.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from papermill.clientwrap import PapermillNotebookClient
from papermill.engines import Engine, NBClientEngine
from papermill.log import logger

from aimak.execution.fence import can_fork
from aimak.execution.limits import DEFENCES, Limits
from aimak.execution.manager import WarmKernelManager
from aimak.i18n import language
from aimak.i18n import translate as _

#: No limit of ours on somebody's own notebook.
OPEN = Limits(without=tuple(sorted(DEFENCES)))


class WarmEngine(Engine):  # type: ignore[misc]
    """Runs a parameterised notebook in a child of the warm parent."""

    @classmethod
    def execute_managed_notebook(
        cls,
        nb_man: Any,
        kernel_name: str,
        *,
        fenced: bool = False,
        execution_timeout: int | None = None,
        **options: Any,
    ) -> Any:
        """What papermill calls. Where there is no fork, nbclient runs the notebook, and the log says so.

        :raises NoFenceError: if ``fenced`` and no fence can be had.
        """
        if not can_fork():
            logger.warning(_("The engine 'aimak' needs Linux; nbclient runs this notebook instead."))
            return NBClientEngine.execute_managed_notebook(
                nb_man, kernel_name, execution_timeout=execution_timeout, **options
            )
        kept = {key: options[key] for key in ("log_output", "stdout_file", "stderr_file") if key in options}
        limits = Limits() if fenced else OPEN
        folder = "" if fenced else str(Path.cwd())
        manager = WarmKernelManager(limits=limits, fenced=fenced, folder=folder, language=language())
        try:
            client = PapermillNotebookClient(nb_man, km=manager, timeout=execution_timeout, log=logger, **kept)
            return client.execute()
        finally:
            if manager.connection is not None:
                manager.connection.close()
