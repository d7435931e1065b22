"""Run notebooks warm and fenced: one engine, plugged into nbgrader, papermill and plain Python.

A parent process loads the heavy libraries once and forks a child for each notebook (:mod:`.warm`). The child is an
IPython kernel whose messages travel over a socket pair (:mod:`.kernel`, :mod:`.connection`); on our side nbclient
itself turns them into outputs (:mod:`.manager`), so they are those of a stock run. The fence (:mod:`.fence`,
:mod:`.isolate`) stands around the parent and around each child.
"""

from aimak.execution.fence import can_fork
from aimak.execution.limits import DEFENCES, Limits
from aimak.execution.parent import Ended, NoFenceError, WarmParent, warm_parent
from aimak.execution.run import Run, execute

__all__ = [
    "DEFENCES",
    "Ended",
    "Limits",
    "NoFenceError",
    "Run",
    "WarmParent",
    "can_fork",
    "execute",
    "warm_parent",
]
