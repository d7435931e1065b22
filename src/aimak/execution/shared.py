"""The warm parents of this process: one with the fence and one without, each started when first asked for."""

from __future__ import annotations

import atexit
import contextlib
import threading
import time

from aimak.execution.parent import NotStartedError, WarmParent

_parents: dict[bool, WarmParent] = {}
#: Why one did not start, and when: the next hand-in of a class need not wait for the same again.
_not_started: dict[bool, tuple[NotStartedError, float]] = {}
#: Seconds after which another start is tried: a worker of a cluster lives long, and a full memory may not.
AGAIN = 60.0
_lock = threading.Lock()


def warm_parent(*, fenced: bool = True) -> WarmParent:
    """This process's warm parent, started at the first call and ended with the process.

    :raises NoFenceError: as :class:`WarmParent` does.
    :raises NotStartedError: if it did not start; not tried again before ``AGAIN`` seconds or :func:`close_shared`.
    """
    with _lock:
        failed, since = _not_started.get(fenced, (None, 0.0))
        if failed is not None and time.monotonic() - since < AGAIN:
            raise failed
        found = _parents.get(fenced)
        if found is None or not found.alive:
            try:
                found = _parents[fenced] = WarmParent(fenced=fenced)
            except NotStartedError as error:
                _not_started[fenced] = error, time.monotonic()
                raise
            atexit.register(found.close)
        return found


def start_early(*, fenced: bool = True) -> None:
    """Let the warm parent start in the background while the caller gets ready; errors come at first use."""

    def start() -> None:
        with contextlib.suppress(Exception):
            warm_parent(fenced=fenced)

    threading.Thread(target=start, name="aimak-warm-start", daemon=True).start()


def close_shared() -> None:
    """End this process's warm parents and every notebook that they run; the next call starts a new one."""
    with _lock:
        for found in _parents.values():
            found.close()
        _parents.clear()
        _not_started.clear()
