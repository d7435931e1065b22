"""Where hand-ins are graded: on this machine, or on a Dask cluster. Jobs go out as bytes, JSON comes back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Protocol

from aimak.cohort.grading.one import Marked, grade_one
from aimak.errors import UserError
from aimak.execution.shared import close_shared
from aimak.i18n import translate as _

#: Jobs under way for each worker: enough that none waits, few enough that memory does not grow with the class.
AHEAD = 4
#: Seconds without a result after which whoever waits is told so, and may write what it has.
BEAT = 1.0


@dataclass(frozen=True, slots=True)
class Job:
    """One hand-in to grade. ``hand_in`` is read when its turn comes.

    :param original: see :func:`aimak.cohort.grading.one.grade_one`, also for ``options``.
    :param tag: whatever the caller knows the job by.
    """

    original: str
    options: str
    hand_in: Callable[[], bytes]
    tag: Any


class Workers(Protocol):
    """Grades jobs, in any order."""

    def __call__(self, jobs: Iterable[Job], /) -> Iterator[tuple[Job, Marked] | None]:
        """Each job with what came of it, as soon as it is known; None after a while in which nothing was."""


@contextmanager
def local_workers(count: int) -> Iterator[Workers]:
    """Threads of this process: trainees' code runs in the warm parent's children, so threads keep every core busy.

    :param count: how many hand-ins at a time.
    """
    pool = ThreadPoolExecutor(count, thread_name_prefix="grade")
    try:
        yield lambda jobs: _ahead(
            jobs, count * AHEAD, lambda job, data: pool.submit(grade_one, job.original, job.options, data)
        )
    except BaseException:
        pool.shutdown(wait=False, cancel_futures=True)
        close_shared()  # whoever pressed Ctrl-C does not wait for running notebooks
        raise
    pool.shutdown()


@contextmanager
def cluster(address: str) -> Iterator[Workers]:
    """The workers of a running Dask cluster, which have aimak installed; no disk is shared with them.

    A hand-in whose worker is lost is graded by another one.

    :raises UserError: if there is no scheduler at the address, or no worker.
    """
    from distributed import Client

    try:
        client: Any = Client(address, timeout=15)  # type: ignore[no-untyped-call]
    except (OSError, ValueError, TimeoutError) as error:
        raise UserError(
            _("There is no Dask scheduler at {address} ({error}).").format(address=address, error=error),
            _("Start one with `dask scheduler`, or leave it out."),
        ) from None
    with client:
        cores = sum(client.ncores().values())
        if not cores:
            raise UserError(
                _("The Dask scheduler at {address} has no workers.").format(address=address),
                _("Start some: {command}").format(command=f"dask worker {address}"),
            )
        # A hand-in graded twice gives the same marks, so `pure=False` only keeps Dask from answering from memory.
        submit: Any = client.submit
        yield lambda jobs: _ahead(
            jobs, cores * AHEAD, lambda job, data: submit(grade_one, job.original, job.options, data, pure=False)
        )


def _ahead(jobs: Iterable[Job], most: int, submit: Callable[[Job, bytes], Any]) -> Iterator[tuple[Job, Marked] | None]:
    """Keep ``most`` jobs under way and give results as they come."""
    waiting = iter(jobs)
    under_way: dict[Any, Job] = {}

    def fill() -> None:
        while len(under_way) < most:
            job = next(waiting, None)
            if job is None:
                return
            under_way[submit(job, job.hand_in())] = job

    fill()
    while under_way:
        done = list(_finished(list(under_way)))
        for future in done:
            job = under_way.pop(future)
            yield job, _result(future)
        if not done:
            yield None
        fill()


def _finished(futures: list[Any]) -> Iterable[Any]:
    if isinstance(futures[0], Future):
        return wait(futures, BEAT, return_when=FIRST_COMPLETED).done
    from distributed import wait as wait_for

    try:
        done: Iterable[Any] = wait_for(futures, BEAT, return_when="FIRST_COMPLETED").done  # type: ignore[no-untyped-call]
    except TimeoutError:
        return ()
    return done


def _result(future: Any) -> Marked:
    try:
        return Marked.from_text(future.result())
    except Exception as error:  # a cluster that lost its workers again and again over one hand-in
        return Marked(problem=_("no worker could grade it ({error})").format(error=f"{type(error).__name__}: {error}"))
