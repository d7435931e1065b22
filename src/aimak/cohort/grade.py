"""Grade what was collected. The grader is a small protocol, so that a faster one can take the place of stock."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from aimak.course import stock
from aimak.errors import UserError
from aimak.execution import can_fork, fence
from aimak.files import write_whole
from aimak.lesson.cases import ANALYST


class Grader(Protocol):
    """Grades one hand-in into the gradebook of a course folder."""

    def __call__(self, course: Path, assignment: str, trainee: str, /) -> stock.Outcome:
        """Grade it; a problem is in the outcome and never raised."""


@dataclass(frozen=True, slots=True)
class Graded:
    """One hand-in after a run: ``state`` is ``graded``, ``unchanged`` or ``failed`` (then ``problem`` says why)."""

    trainee: str
    assignment: str
    state: str
    problem: str = ""


def warm_grader(*, unfenced: bool = False) -> Grader:
    """nbgrader with our engine: warm on Linux, and fenced in wherever a trainee's code runs.

    A form never runs a trainee's code, so it needs no fence and is graded on every system. An analyst's notebook is not
    graded where no fence can be had; its outcome then says what to do.

    :param unfenced: run analysts' code without a fence, on somebody's explicit word.
    """

    def grader(course: Path, assignment: str, trainee: str, /) -> stock.Outcome:
        fence_needed = assignment.endswith(ANALYST) and not unfenced
        if fence_needed and fence.obstacle():
            return stock.Outcome(fence.obstacle(), "")
        if not can_fork():
            return stock.autograde(course, assignment, trainee)
        from aimak.execution.nbgrader_plug import UnfencedExecute, WarmExecute

        return stock.autograde(course, assignment, trainee, execute=WarmExecute if fence_needed else UnfencedExecute)

    return grader


def hand_ins(course: Path, assignments: Iterable[str]) -> list[tuple[str, str]]:
    """Trainee and assignment of every collected hand-in, sorted."""
    found = []
    for name in assignments:
        for path in sorted((course / "submitted").glob(f"*/{name}/{name}.ipynb")):
            found.append((path.parent.parent.name, name))
    return found


def grade(
    course: Path,
    assignments: Iterable[str],
    grader: Grader | None = None,
    *,
    force: bool = False,
    progress: Callable[[list[tuple[str, str]]], Iterable[tuple[str, str]]] = iter,
) -> list[Graded]:
    """Grade every hand-in that is new or changed since it was graded; one that fails does not stop the others.

    A run that was interrupted is carried on by the next: what is done is noted after each hand-in.

    :param grader: the engine of :func:`warm_grader` if not given.
    :param force: grade again what is unchanged. Marks given by hand stay.
    :raises UserError: if the release of an assignment was never built.
    """
    names = list(assignments)
    for name in names:
        if not (course / "release" / name / f"{name}.ipynb").is_file():
            raise UserError(
                f"The exercise {name!r} is not built, so nothing can be graded.", "Run: aimak exercises build"
            )
    grader = grader or warm_grader()
    done = _Done(course)
    results = []
    for trainee, name in progress(hand_ins(course, names)):
        key = done.key(trainee, name)
        if not force and done.is_done(trainee, name, key):
            results.append(Graded(trainee, name, "unchanged"))
            continue
        outcome = grader(course, name, trainee)
        if outcome.problem:
            results.append(Graded(trainee, name, "failed", outcome.problem))
            continue
        done.note(trainee, name, key)
        results.append(Graded(trainee, name, "graded"))
    return results


class _Done:
    """What was graded: the hand-in's and the source's digest by trainee and assignment."""

    def __init__(self, course: Path) -> None:
        self.course = course
        self.path = course / "autograded" / "graded.json"
        self.keys: dict[str, str] = json.loads(self.path.read_text()) if self.path.is_file() else {}

    def key(self, trainee: str, name: str) -> str:
        digest = hashlib.sha256((self.course / "submitted" / trainee / name / f"{name}.ipynb").read_bytes())
        digest.update((self.course / "release" / name / f"{name}.ipynb").read_bytes())
        return digest.hexdigest()

    def is_done(self, trainee: str, name: str, key: str) -> bool:
        made = self.course / "autograded" / trainee / name / f"{name}.ipynb"
        return self.keys.get(f"{trainee}/{name}") == key and made.is_file()

    def note(self, trainee: str, name: str, key: str) -> None:
        self.keys[f"{trainee}/{name}"] = key
        write_whole(self.path, json.dumps(self.keys, indent=1, sort_keys=True) + "\n")
