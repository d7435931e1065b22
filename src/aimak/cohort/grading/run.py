"""Grade what was collected: workers grade, one writer puts batches into the gradebook, and a second run carries on.

A batch is written in an order that bears a cut at any moment: first the graded notebooks, then the gradebook, and last
the note that these hand-ins are done. What was cut off before that note is graded again, with the same result.
"""

from __future__ import annotations

import hashlib
import os
import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from pathlib import Path

from nbgrader.api import Gradebook
from sqlalchemy.exc import SQLAlchemyError

from aimak.cohort.grading.book import Book, Mark
from aimak.cohort.grading.one import NONE, UNFENCED, Marked, Options
from aimak.cohort.grading.pool import Job, Workers, local_workers
from aimak.cohort.ledger import FILE, GradedMark, Ledger
from aimak.cohort.roster import FILE as ROSTER
from aimak.cohort.roster import read_roster
from aimak.cohort.said import in_words, told
from aimak.course import stock
from aimak.course.original import FORM, Original, not_built, read_original
from aimak.course.source import exercise_names
from aimak.errors import UserError
from aimak.execution import Limits, fence
from aimak.files import forget_parts, write_whole
from aimak.i18n import language
from aimak.i18n import translate as _
from aimak.project import Project

#: Beside the gradebook: what a later reader of it must know.
LOG = "grading.log"
#: A batch is written when it has so many hand-ins, or when the oldest of them has waited so many seconds.
BATCH, BATCH_SECONDS = 64, 2.0
#: What a progress bar is told: the results as they come, and how many there will be.
Progress = Callable[[Iterator["Graded"], int], Iterable["Graded"]]


@dataclass(frozen=True, slots=True)
class Graded:
    """One hand-in after a run.

    :param state: ``graded``, ``unchanged`` or ``failed`` (then ``problem`` says why).
    :param ran: how its code ran: ``none``, ``fenced`` or ``unfenced``.
    :param notes: what a trainer should know, in the language in force while it was graded, as ``problem`` is.
    """

    trainee: str
    assignment: str
    state: str
    problem: str = ""
    ran: str = NONE
    same_process: bool = False
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class How:
    """How to grade.

    :param workers: hand-ins at a time on this machine.
    :param unfenced: run trainees' code with our own rights, on somebody's explicit word.
    :param force: grade again what is unchanged. Marks given by hand stay.
    :param languages: each trainee's language by code; English where there is none.
    :param ours: the assignments that follow the exercise contract; all if not given.
    """

    workers: int = 1
    unfenced: bool = False
    force: bool = False
    languages: Mapping[str, str] = field(default_factory=dict)
    ours: frozenset[str] | None = None
    limits: Limits = field(default_factory=Limits)


def how_to_grade(project: Project, workers: int | None = None, *, unfenced: bool = False, force: bool = False) -> How:
    """How to grade a project's class: each trainee's language from the roster, and every core unless told otherwise.

    :raises UserError: if the roster is wrong; a class without one is graded in English.
    """
    path = project.exercises / ROSTER
    roster = read_roster(path) if path.is_file() else {}
    return How(
        workers=workers or os.cpu_count() or 1,
        unfenced=unfenced,
        force=force,
        languages={code: trainee.language for code, trainee in roster.items()},
        ours=frozenset(exercise_names(project)),
    )


def hand_ins(course: Path, assignments: Iterable[str]) -> list[tuple[str, str]]:
    """Trainee and assignment of every collected hand-in, sorted."""
    return [
        (path.parent.parent.name, name)
        for name in assignments
        for path in sorted((course / "submitted").glob(f"*/{name}/{name}.ipynb"))
    ]


def grade(
    course: Path,
    assignments: Iterable[str],
    how: How = How(),
    *,
    workers: AbstractContextManager[Workers] | None = None,
    progress: Progress = lambda results, _total: results,
) -> list[Graded]:
    """Grade every hand-in that is new or changed since it was graded; one that fails does not stop the others.

    :param workers: where to grade instead of on this machine; see :func:`aimak.cohort.grading.pool.cluster`.
    :raises UserError: if an assignment was never built, or the disk or the database take nothing more. What was
        graded until then is kept.
    """
    names = list(dict.fromkeys(assignments))
    for name in names:  # before a gradebook is made where none can be of use
        if not (course / "release" / name / f"{name}.ipynb").is_file():
            raise not_built(name)
    with Ledger(course / FILE) as ledger, stock.open_gradebook(course) as gradebook:
        forget_parts(course / "autograded")
        run = _Run(course, names, how, ledger, gradebook)
        todo = run.todo(here=workers is None)
        with workers or local_workers(min(how.workers, max(len(todo), 1))) as grading:
            for one in progress(run.results(grading, todo), len(todo)):
                run.said.append(one)
    return sorted(run.said, key=lambda one: (names.index(one.assignment), one.trainee))


class _Run:
    def __init__(self, course: Path, names: list[str], how: How, ledger: Ledger, gradebook: Gradebook) -> None:
        self.course, self.how, self.ledger = course, how, ledger
        self.originals: dict[str, tuple[Original, str]] = {}
        self.books: dict[str, Book] = {}
        self.said: list[Graded] = []
        for name in names:
            original = read_original(gradebook, name, ours=how.ours is None or name in how.ours)
            self.originals[name] = (original, original.as_text())
            self.books[name] = Book(gradebook, name)

    def todo(self, *, here: bool) -> list[tuple[str, str, str]]:
        """Trainee, assignment and digest of what is to be graded; the rest is noted as unchanged, or as refused.

        :param here: True if this machine runs the code. Elsewhere each worker knows whether it has a fence.
        """
        done = self.ledger.graded(self.originals)
        known = {name: book.known() for name, book in self.books.items()}
        found = []
        for trainee, name in hand_ins(self.course, self.originals):
            digest = self._digest(trainee, name)
            mark = done.get((trainee, name))
            made = self._made(trainee, name)
            same = mark is not None and mark.digest == digest and trainee in known[name] and made.is_file()
            if same and not self.how.force:
                self.said.append(Graded(trainee, name, "unchanged"))
            elif here and self._refused(name):
                self.said.append(Graded(trainee, name, "failed", self._refused(name)))
            else:
                found.append((trainee, name, digest))
        return found

    def _refused(self, name: str) -> str:
        """Why a hand-in's code may not run; a form runs none of the trainee's."""
        needs = self.originals[name][0].kind != FORM and not self.how.unfenced
        return fence.obstacle() if needs else ""

    def _folder(self, kind: str, trainee: str, name: str) -> Path:
        return self.course / kind / trainee / name

    def _made(self, trainee: str, name: str) -> Path:
        return self._folder("autograded", trainee, name) / f"{name}.ipynb"

    def _digest(self, trainee: str, name: str) -> str:
        digest = hashlib.sha256((self._folder("submitted", trainee, name) / f"{name}.ipynb").read_bytes())
        digest.update(self.originals[name][1].encode())
        # What checks say stands in the graded notebook: a language corrected in the roster makes another one.
        digest.update(self._language(trainee).encode())
        return digest.hexdigest()

    def _language(self, trainee: str) -> str:
        return self.how.languages.get(trainee, "en")

    def results(self, grading: Workers, todo: list[tuple[str, str, str]]) -> Iterator[Graded]:
        """Grade and write; a hand-in is given back once it is written."""
        batch: list[tuple[Job, Marked]] = []
        since = time.monotonic()
        try:
            for got in grading(self._job(*one) for one in todo):
                if got is not None and got[1].problem:
                    trainee, name, _digest = got[0].tag
                    yield Graded(trainee, name, "failed", got[1].problem)
                    continue
                batch += [got] if got is not None else []
                if len(batch) >= BATCH or time.monotonic() - since > BATCH_SECONDS:
                    yield from self._written(batch)
                    batch, since = [], time.monotonic()
        except KeyboardInterrupt:
            list(self._written(batch))
            raise
        yield from self._written(batch)

    def _job(self, trainee: str, name: str, digest: str) -> Job:
        path = self._folder("submitted", trainee, name) / f"{name}.ipynb"
        options = Options(self._language(trainee), language(), not self.how.unfenced, self.how.limits)
        return Job(self.originals[name][1], options.as_text(), path.read_bytes, (trainee, name, digest))

    def _written(self, batch: list[tuple[Job, Marked]]) -> Iterator[Graded]:
        try:
            self._write(batch)
        except (OSError, SQLAlchemyError, sqlite3.Error) as error:
            raise UserError(
                _("The grades could not be written: {error}.").format(error=str(error).splitlines()[0]),
                _("What was graded before is kept. Make room on the disk, or mend the database, and run it again."),
            ) from error
        for job, marked in batch:
            trainee, name, _digest = job.tag
            yield Graded(trainee, name, "graded", "", marked.ran, marked.same_process, in_words(marked.notes))

    def _write(self, batch: list[tuple[Job, Marked]]) -> None:
        by_name: dict[str, list[Mark]] = {}
        for job, marked in batch:
            trainee, name, _digest = job.tag
            stamp = self._folder("submitted", trainee, name) / "timestamp.txt"
            handed_in = stamp.read_text(encoding="utf-8").strip() if stamp.is_file() else ""
            write_whole(self._made(trainee, name), marked.notebook)
            if handed_in:
                write_whole(self._made(trainee, name).with_name("timestamp.txt"), handed_in + "\n")
            by_name.setdefault(name, []).append(Mark(trainee, handed_in, marked))
        for name, marks in by_name.items():
            self.books[name].write(marks)
        self._log(batch)
        self.ledger.note_graded(
            GradedMark(*_tag(job), marked.ran, marked.same_process, marked.notes) for job, marked in batch
        )

    def _log(self, batch: list[tuple[Job, Marked]]) -> None:
        """What a later reader of the gradebook must know stands beside it: code that ran unfenced, runs that ended."""
        lines = []
        for job, marked in batch:
            known = [told("unfenced")] if marked.ran == UNFENCED else []
            known += [told("same process")] if marked.same_process and marked.ran != NONE else []
            known += marked.notes
            if known:
                trainee, name, _digest = job.tag
                lines.append(f"{time.strftime('%Y-%m-%d %H:%M:%S')} {name} {trainee}: {'; '.join(in_words(known))}\n")
        if lines:
            with (self.course / LOG).open("a", encoding="utf-8") as out:
                out.writelines(lines)


def _tag(job: Job) -> tuple[str, str, str]:
    trainee, name, digest = job.tag
    return trainee, name, digest
