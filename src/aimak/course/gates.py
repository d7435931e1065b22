"""The release gate of several exercises at a time, each in a process of its own.

Processes and not threads: plain nbgrader changes the folder and the variables of the process in which it grades.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import tempfile
import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager

from aimak.course.gate import Verdict, gate
from aimak.errors import UserError
from aimak.i18n import language, use_language
from aimak.i18n import translate as _
from aimak.project import Project


def gates(project: Project, names: Sequence[str], workers: int | None = None) -> Iterator[Verdict]:
    """The verdict of each exercise in ``names``, as soon as it is known, so in any order.

    :param workers: how many at a time; one for each core if not said.
    :raises UserError: if a source cannot be read at all, or a process was ended.
    """
    with _processes(max(1, min(workers or os.cpu_count() or 1, len(names)))) as pool:
        try:
            with _not_interrupted():  # a process starts with each
                under_way = [pool.submit(gate, project, name) for name in names]
            for done in as_completed(under_way):
                yield done.result()
        except BrokenProcessPool:
            raise UserError(
                _("A process that held an exercise to the gate was ended from outside, perhaps for want of memory."),
                _("Run it again with {option}.").format(option="--workers 1"),
            ) from None


@contextmanager
def _processes(count: int) -> Iterator[ProcessPoolExecutor]:
    """Processes that end at once when nobody waits for them any more, and leave no file behind."""
    # A new interpreter for each: a forked one would hold half of whatever threads this process runs.
    fresh = multiprocessing.get_context("spawn")
    others = set(multiprocessing.active_children())
    with tempfile.TemporaryDirectory(prefix="aimak-gates-", ignore_cleanup_errors=True) as folder:
        pool = ProcessPoolExecutor(count, mp_context=fresh, initializer=_begin, initargs=(language(), folder))
        try:
            yield pool
        except BaseException:  # Ctrl-C too: nbgrader takes it for a failure of the notebook and goes on
            pool.shutdown(wait=False, cancel_futures=True)
            for process in set(multiprocessing.active_children()) - others:
                process.terminate()
                process.join()
            raise
        pool.shutdown()


@contextmanager
def _not_interrupted() -> Iterator[None]:
    """Ctrl-C waits until it is over, and in processes started meanwhile until `_begin`: they would say where it hit."""
    if not hasattr(signal, "pthread_sigmask") or threading.current_thread() is not threading.main_thread():
        yield
        return
    pressed: list[int] = []
    # New processes take the mask over. Here it does not suffice, because another thread may be told.
    handler = signal.signal(signal.SIGINT, lambda number, _frame: pressed.append(number))
    mask = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, mask)
        signal.signal(signal.SIGINT, handler)
    if pressed:
        raise KeyboardInterrupt


def _begin(of_parent: str, folder: str) -> None:
    """What a new process takes over: the language, and where its files lie until the parent throws them away."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent ends it
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
    use_language(of_parent)
    os.environ["TMPDIR"] = tempfile.tempdir = folder
