"""Collect an inbox: each file ends as accepted, older, same or set aside, and its original is kept."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from aimak.cohort.collect.identify import assignment_of, trainee_of
from aimak.cohort.collect.mend import content_of, form_damages, mended_code, mended_form
from aimak.cohort.collect.read import Notebook, SetAsideError, plain, read_notebook
from aimak.cohort.collect.unpack import Arrived, arrived, paths_below
from aimak.cohort.ledger import ACCEPTED, FILE, OLDER, SAME, SET_ASIDE, Entry, Ledger
from aimak.cohort.roster import Trainee
from aimak.cohort.said import told
from aimak.errors import UserError
from aimak.files import forget_parts, write_whole
from aimak.i18n import translate as _
from aimak.lesson.answers import records_in
from aimak.lesson.cases import ANALYST

#: Where the bytes of every file are kept as they came, by their SHA-256.
ORIGINALS = "originals"
#: A clock that runs ahead of ours by more says nothing about which try is the later one.
AHEAD = timedelta(days=1)


@dataclass(frozen=True)
class Collected:
    """What came of one run.

    :param entries: one for each file with bytes of its own, in the order of their names.
    :param new: how many of them no earlier run has seen.
    :param copies: files with the same bytes as another file of this run; they have no entry of their own.
    """

    entries: tuple[Entry, ...]
    new: int
    copies: int = 0

    def with_state(self, state: str) -> tuple[Entry, ...]:
        """The entries in one state."""
        return tuple(entry for entry in self.entries if entry.state == state)


def collect(
    inbox: Path,
    course: Path,
    roster: Mapping[str, Trainee],
    assignments: Iterable[str],
    progress: Callable[[list[Path]], Iterable[Path]] = iter,
) -> Collected:
    """Take every file below ``inbox`` that is a hand-in of a known trainee; set the others aside with a reason.

    Originals stay where they are, and a copy of their bytes is kept in the course folder. Accepted hand-ins go to
    ``submitted/CODE/ASSIGNMENT/``, mended where they were damaged. A file seen before changes nothing, but for one that
    was set aside: the roster may have been corrected since.

    :param inbox: a folder, an archive or a single file.
    :raises UserError: if there is no such inbox, an exercise is not built, or the disk takes nothing more.
    """
    if not inbox.exists():
        raise UserError(
            _("There is no folder {folder}.").format(folder=inbox), _("Name the folder with the trainees' files.")
        )
    releases = {name: _release(course, name) for name in assignments}
    with Ledger(course / FILE) as ledger:
        run = _Run(course, roster, releases, ledger)
        try:
            for folder in ("submitted", ORIGINALS):
                forget_parts(course / folder)
            for path in progress(paths_below(inbox)):
                for one in arrived(path, inbox):
                    run.take(one)
        except (OSError, sqlite3.Error) as error:
            raise UserError(
                _("Collecting stopped: {error}.").format(error=getattr(error, "strerror", None) or error),
                _("Nothing that was collected is lost. Make room on the disk, and run it again."),
            ) from error
        return Collected(tuple(entry for key in run.seen if (entry := ledger.get(key))), run.new, run.copies)


def _release(course: Path, name: str) -> Notebook:
    path = course / "release" / name / f"{name}.ipynb"
    if not path.is_file():
        raise UserError(_("The exercise “{name}” is not built.").format(name=name), _("Run: aimak exercises build"))
    return read_notebook(path.read_bytes())[0] | {"metadata": json.loads(path.read_text(encoding="utf-8"))["metadata"]}


class _Run:
    def __init__(
        self, course: Path, roster: Mapping[str, Trainee], releases: Mapping[str, Notebook], ledger: Ledger
    ) -> None:
        self.course, self.roster, self.releases, self.ledger = course, roster, releases, ledger
        self.seen: dict[str, None] = {}
        self.new = self.copies = 0

    def take(self, one: Arrived) -> None:
        """Decide on one file, write what follows from it, and only then the ledger."""
        key = hashlib.sha256(one.data).hexdigest()
        self.copies += key in self.seen
        self.seen[key] = None
        known = self.ledger.get(key)
        self.ledger.arrived(key, one.name)
        if known is not None and known.state != SET_ASIDE:
            return
        self.new += known is None
        write_whole(self.course / ORIGINALS / key[:2] / f"{key}.ipynb", one.data)
        try:
            if one.problem is None:
                entry, notebook = self._understood(key, one)
        except SetAsideError as error:
            one = replace(one, problem=error.why)
        if one.problem is None:
            self._decide(entry, notebook)
        elif known is None or known.why != one.problem:
            self.ledger.put(Entry(key, one.name, SET_ASIDE, one.problem))

    def _understood(self, key: str, one: Arrived) -> tuple[Entry, Notebook]:
        """Whose it is, and the whole notebook made of it.

        :raises SetAsideError: if it cannot be taken.
        """
        try:
            notebook, repairs = read_notebook(one.data)
            assignment = assignment_of(notebook, self.releases)
            records = records_in(notebook, assignment)
            trainee = trainee_of(records, self.roster)
            release = self.releases[assignment]
            if assignment.endswith(ANALYST):
                made, more = mended_code(release, notebook, records)
                repairs += more
            else:
                made = mended_form(release, records)
                repairs += form_damages(release, notebook)
        except (RecursionError, MemoryError):
            raise SetAsideError("nested") from None
        saved = max((record.saved_at for record in records.values()), key=_sortable, default="")
        content = content_of(made, records)
        entry = Entry(
            key,
            one.name,
            ACCEPTED,
            trainee=trainee.code,
            assignment=assignment,
            saved_at=plain(saved)[:40],
            content=content,
            changed=one.changed,
            mended=tuple(repairs),
        )
        return entry, made

    def _decide(self, entry: Entry, notebook: Notebook) -> None:
        earlier = self.ledger.accepted(entry.trainee, entry.assignment)
        if earlier is not None and earlier.content == entry.content:
            self.ledger.put(replace(entry, state=SAME, why=told("same", name=earlier.name)))
        elif earlier is not None and _moment(earlier) >= _moment(entry):
            self.ledger.put(replace(entry, state=OLDER, why=told("later")))
        else:
            self._accept(entry, notebook)
            with self.ledger.writing():
                if earlier is not None:
                    self.ledger.supersede(earlier)
                self.ledger.put(entry)

    def _accept(self, entry: Entry, notebook: Notebook) -> None:
        folder = self.course / "submitted" / entry.trainee / entry.assignment
        text = json.dumps(notebook, ensure_ascii=False, indent=1, sort_keys=True)
        write_whole(folder / f"{entry.assignment}.ipynb", plain(text) + "\n")
        stamp = folder / "timestamp.txt"
        if entry.saved_at and _time(entry.saved_at) is not None:
            write_whole(stamp, entry.saved_at + "\n")
        else:
            stamp.unlink(missing_ok=True)


def _time(text: str) -> datetime | None:
    try:
        read = datetime.fromisoformat(text)
    except ValueError:
        return None
    return read if read.tzinfo else read.replace(tzinfo=UTC)


def _sortable(text: str) -> float:
    read = _time(text)
    return read.timestamp() if read else 0.0


def _moment(entry: Entry) -> tuple[float, float, str]:
    """What tells which of two tries is the later one: the trainee's clock, the file's date, and, that the order of the
    files in the inbox decides nothing, their bytes."""
    saved = _time(entry.saved_at)
    if saved is not None and saved > datetime.now(UTC) + AHEAD:
        saved = None
    changed = _sortable(entry.changed)
    return (saved.timestamp() if saved else changed, changed, entry.sha256)
