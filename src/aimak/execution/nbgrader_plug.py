"""The engine in nbgrader: :class:`WarmExecute` takes the place of ``Execute`` in its list of preprocessors."""

from __future__ import annotations

from typing import Any

from nbclient.exceptions import CellTimeoutError, DeadKernelError
from nbformat import NotebookNode
from nbgrader.preprocessors import Execute
from traitlets import Bool, Instance

from aimak.execution.limits import Limits
from aimak.execution.manager import WarmKernelManager, why_it_ended
from aimak.execution.run import not_run
from aimak.i18n import translate as _


class WarmExecute(Execute):  # type: ignore[misc]
    """nbgrader's ``Execute`` with a forked kernel.

    A notebook that ends its kernel, or is ended for using too much, does not stop the batch: cells that did not run get
    an error in their outputs, for nbgrader gives full points to a check without one.
    """

    fenced = Bool(True, help="Fence the notebook in; False only for notebooks without a trainee's code.").tag(
        config=True
    )
    limits = Instance(Limits, ())

    def preprocess(self, nb: NotebookNode, resources: Any = None, km: Any = None) -> tuple[NotebookNode, Any]:
        """Run the notebook; never raises for what the notebook does.

        :raises NoFenceError: if the fence is asked for and cannot be had.
        """
        manager = WarmKernelManager(limits=self.limits, fenced=self.fenced)
        self._reached = 0
        try:
            nb, resources = super().preprocess(nb, resources, manager)
        except (DeadKernelError, CellTimeoutError) as error:
            why = why_it_ended(manager, error).words()
            self.log.warning(_("The run ended before its last cell: {reason}.").format(reason=why))
            for cell in nb.cells[self._reached :]:
                if cell.cell_type == "code":
                    cell.outputs.append(not_run(why))
        finally:
            if manager.connection is not None:
                manager.connection.close()
        return nb, resources

    def preprocess_cell(self, cell: NotebookNode, resources: Any, index: int) -> tuple[NotebookNode, Any]:
        """Run one cell and note how far we came."""
        self._reached = index
        return super().preprocess_cell(cell, resources, index)  # type: ignore[no-any-return]
