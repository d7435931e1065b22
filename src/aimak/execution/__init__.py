"""Run notebooks warm and fenced: one engine, plugged into nbgrader, papermill and plain Python.

A parent process loads the heavy libraries once and forks a child for each notebook (:mod:`.warm`). The child is an
IPython kernel whose messages travel over a socket pair (:mod:`.kernel`, :mod:`.connection`); on our side nbclient
itself turns them into outputs (:mod:`.manager`), so they are those of a stock run. The fence (:mod:`.fence`,
:mod:`.isolate`) stands around the parent and around each child.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from aimak.execution.fence import can_fork
    from aimak.execution.limits import DEFENCES, Limits
    from aimak.execution.parent import Ended, NoFenceError, WarmParent
    from aimak.execution.run import Run, execute
    from aimak.execution.shared import warm_parent

#: Loaded when asked for: the warm parent needs none of nbclient and nbformat, and every child would pay for them.
_HOME = {
    "can_fork": "fence",
    "DEFENCES": "limits",
    "Limits": "limits",
    "Ended": "parent",
    "NoFenceError": "parent",
    "WarmParent": "parent",
    "warm_parent": "shared",
    "Run": "run",
    "execute": "run",
}

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


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(name)
    from importlib import import_module

    return getattr(import_module(f"{__name__}.{_HOME[name]}"), name)
