"""The ledger: every file that arrived and what became of it, and every hand-in that was graded. One SQLite file.

Files are keyed by the SHA-256 of their bytes, so that the same inbox can be collected again and again.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from aimak.cohort.said import Said, as_text, from_text, in_words, taken_up, told
from aimak.errors import UserError
from aimak.i18n import translate as _

FILE = "ledger.db"
ACCEPTED, OLDER, SAME, SET_ASIDE = "accepted", "older", "same", "set aside"
STATES = (ACCEPTED, OLDER, SAME, SET_ASIDE)
_SCHEMA = """
CREATE TABLE IF NOT EXISTS entry (
  sha256 TEXT PRIMARY KEY, name TEXT NOT NULL, state TEXT NOT NULL, reason TEXT NOT NULL, trainee TEXT NOT NULL,
  assignment TEXT NOT NULL, saved_at TEXT NOT NULL, content TEXT NOT NULL,
  changed TEXT NOT NULL, repairs TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS entry_of ON entry (trainee, assignment, state);
CREATE TABLE IF NOT EXISTS arrival (sha256 TEXT NOT NULL, name TEXT NOT NULL, PRIMARY KEY (sha256, name));
CREATE TABLE IF NOT EXISTS graded (
  trainee TEXT NOT NULL, assignment TEXT NOT NULL, digest TEXT NOT NULL, ran TEXT NOT NULL,
  same_process INTEGER NOT NULL, notes TEXT NOT NULL, PRIMARY KEY (trainee, assignment)
);
"""


@dataclass(frozen=True, slots=True)
class Entry:
    """What became of one file.

    :param sha256: of the file's bytes.
    :param name: the name under which it arrived first, with the archives that it lay in.
    :param state: one of :data:`STATES`.
    :param why: why it ended so, and what to do; nothing for accepted files.
    :param saved_at: the latest Save in the file, ISO 8601, by the trainee's clock.
    :param content: a digest of the answers, so that the same answers in other bytes are known again.
    :param changed: when the file was last changed, ISO 8601.
    :param mended: what was mended in the copy that is graded. The original stays as it is.
    """

    sha256: str
    name: str
    state: str
    why: Said = Said()  # noqa: RUF009 (a frozen record)
    trainee: str = ""
    assignment: str = ""
    saved_at: str = ""
    content: str = ""
    changed: str = ""
    mended: tuple[Said, ...] = ()

    @property
    def reason(self) -> str:
        """Why it ended so, and what to do, in the language in force."""
        return self.why.words()

    @property
    def repairs(self) -> tuple[str, ...]:
        """What was mended, in the language in force."""
        return in_words(self.mended)


@dataclass(frozen=True, slots=True)
class GradedMark:
    """That a hand-in was graded: by a digest of what went in, and how its code ran.

    :param ran: ``none``, ``fenced`` or ``unfenced``.
    :param same_process: True if the checks ran where the trainee's code did.
    """

    trainee: str
    assignment: str
    digest: str
    ran: str
    same_process: bool
    notes: tuple[Said, ...] = ()


class Ledger:
    """The ledger of a course folder. What :meth:`writing` holds together is written whole or not at all."""

    def __init__(self, path: Path) -> None:
        """:raises UserError: if the file is no ledger, or the disk takes nothing more."""
        self.path = path
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            self._db = sqlite3.connect(path, isolation_level=None, timeout=30)
            # Written through to the disk at every commit: a power cut in a village hall must lose nothing.
            self._db.executescript("PRAGMA synchronous = FULL;" + _SCHEMA)
        except sqlite3.Error as error:
            raise UserError(
                _("The ledger {path} cannot be opened: {error}.").format(path=path, error=error),
                _("If it is damaged, put it aside and collect the inbox again: it is made anew from the files."),
            ) from error

    def __enter__(self) -> Ledger:
        return self

    def __exit__(self, *_error: object) -> None:
        self._db.close()

    @contextmanager
    def writing(self) -> Iterator[None]:
        """One transaction."""
        self._db.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self._db.execute("ROLLBACK")
            raise
        self._db.execute("COMMIT")

    @property
    def entries(self) -> dict[str, Entry]:
        """Every entry by SHA-256, in the order of arrival."""
        rows = self._db.execute("SELECT * FROM entry ORDER BY rowid")
        return {entry.sha256: entry for entry in map(_entry, rows)}

    def get(self, sha256: str) -> Entry | None:
        """The entry of a file's bytes."""
        row = self._db.execute("SELECT * FROM entry WHERE sha256 = ?", (sha256,)).fetchone()
        return _entry(row) if row else None

    def put(self, entry: Entry) -> None:
        """Add or replace an entry."""
        values = list(_row(entry))
        marks = ", ".join("?" * len(values))
        keep = ", ".join(f"{name} = excluded.{name}" for name in _FIELDS[1:])
        self._db.execute(f"INSERT INTO entry VALUES ({marks}) ON CONFLICT (sha256) DO UPDATE SET {keep}", values)

    def arrived(self, sha256: str, name: str) -> bool:
        """Note under which name the bytes arrived; True if they had not arrived under it before."""
        done = self._db.execute("INSERT OR IGNORE INTO arrival VALUES (?, ?)", (sha256, name))
        return done.rowcount > 0

    def arrivals(self) -> int:
        """How many different places files arrived at."""
        return int(self._db.execute("SELECT count(*) FROM arrival").fetchone()[0])

    def accepted(self, trainee: str, assignment: str) -> Entry | None:
        """The accepted entry of a trainee for an assignment."""
        asked = "SELECT * FROM entry WHERE trainee = ? AND assignment = ? AND state = ?"
        row = self._db.execute(asked, (trainee, assignment, ACCEPTED)).fetchone()
        return _entry(row) if row else None

    def supersede(self, entry: Entry) -> None:
        """Mark an accepted entry as older."""
        self.put(replace(entry, state=OLDER, why=told("superseded")))

    def graded(self, assignments: Iterable[str]) -> dict[tuple[str, str], GradedMark]:
        """What was graded, by trainee and assignment."""
        names = list(assignments)
        asked = f"SELECT * FROM graded WHERE assignment IN ({', '.join('?' * len(names))})"
        rows = self._db.execute(asked, names)
        made = [
            GradedMark(t, a, d, ran, bool(same), tuple(map(taken_up, json.loads(notes))))
            for t, a, d, ran, same, notes in rows
        ]
        return {(one.trainee, one.assignment): one for one in made}

    def note_graded(self, marks: Iterable[GradedMark]) -> None:
        """Note hand-ins as graded, all of them or none."""
        with self.writing():
            self._db.executemany(
                "INSERT OR REPLACE INTO graded VALUES (?, ?, ?, ?, ?, ?)",
                [(m.trainee, m.assignment, m.digest, m.ran, int(m.same_process), _many(m.notes)) for m in marks],
            )


_FIELDS = ("sha256", "name", "state", "reason", "trainee", "assignment", "saved_at", "content", "changed", "repairs")


def _entry(row: tuple[str, ...]) -> Entry:
    values: dict[str, Any] = dict(zip(_FIELDS, row, strict=True))
    why, mended = from_text(values.pop("reason")), json.loads(values.pop("repairs"))
    return Entry(**values, why=why, mended=tuple(map(taken_up, mended)))


def _row(entry: Entry) -> tuple[str, ...]:
    others = (entry.trainee, entry.assignment, entry.saved_at, entry.content, entry.changed)
    return (entry.sha256, entry.name, entry.state, as_text(entry.why), *others, _many(entry.mended))


def _many(some: Iterable[Said]) -> str:
    return json.dumps([one.stored() for one in some], ensure_ascii=False)
