"""Collect hand-ins from a folder: who sent what is read from the file, never from its name."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import nbformat

from aimak.cohort.ledger import ACCEPTED, FILE, OLDER, SET_ASIDE, Entry, Ledger
from aimak.cohort.roster import Trainee
from aimak.errors import UserError
from aimak.files import write_whole
from aimak.lesson.answers import Record, records_in
from aimak.lesson.exercise import WHO

#: A larger file is no exercise: one with every form filled is well under a megabyte.
MAX_BYTES = 20 * 1024 * 1024


@dataclass(frozen=True)
class Collected:
    """What came of one run: the entries of the files seen, in the order of their names, and how many were new."""

    entries: tuple[Entry, ...]
    new: int

    def with_state(self, state: str) -> tuple[Entry, ...]:
        """The entries in one state."""
        return tuple(entry for entry in self.entries if entry.state == state)


class _SetAsideError(Exception):
    """A file cannot be taken; the text says why and what to do."""


def collect(
    inbox: Path, course: Path, roster: dict[str, Trainee], assignments: Iterable[str], progress: Any = iter
) -> Collected:
    """Take every file below ``inbox`` that is a hand-in of a known trainee; set the others aside with a reason.

    Originals stay where they are. Accepted hand-ins are copied to ``submitted/CODE/ASSIGNMENT/``. A file seen
    before changes nothing.

    :raises UserError: if there is no such folder.
    """
    if not inbox.is_dir():
        raise UserError(f"There is no folder {inbox}.", "Name the folder with the trainees' files.")
    ledger = Ledger(course / FILE)
    known = set(assignments)
    files = sorted(path for path in inbox.rglob("*") if path.is_file() and not _is_ours(path))
    seen: dict[str, Entry] = {}
    new = 0
    for path in progress(files):
        data = b"" if path.is_symlink() else _bytes(path)
        key = hashlib.sha256(data).hexdigest()
        if key not in ledger.entries:
            new += 1
            _take(path.name, key, data, ledger, course, roster, known)
        seen[key] = ledger.entries[key]
    return Collected(tuple(ledger.entries[key] for key in seen), new)


def _is_ours(path: Path) -> bool:
    return path.name == "roster.csv" or path.name.startswith(".")


def _bytes(path: Path) -> bytes:
    return path.read_bytes() if path.stat().st_size <= MAX_BYTES else str(path.stat().st_size).encode()


def _take(
    name: str, key: str, data: bytes, ledger: Ledger, course: Path, roster: dict[str, Trainee], known: set[str]
) -> None:
    try:
        notebook = _notebook(data)
        assignment = _assignment(notebook, known)
        records = records_in(notebook, assignment)
        trainee = _trainee(records, roster)
    except _SetAsideError as why:
        ledger.put(Entry(key, name, SET_ASIDE, str(why)))
        return
    saved = max((record.saved_at for record in records.values()), default="")
    entry = Entry(key, name, ACCEPTED, "", trainee.code, assignment, saved)
    earlier = ledger.accepted(trainee.code, assignment)
    if earlier is not None and earlier.saved_at > saved:
        ledger.put(
            Entry(key, name, OLDER, "A later try of this trainee is accepted already.", trainee.code, assignment, saved)
        )
        return
    folder = course / "submitted" / trainee.code / assignment
    write_whole(folder / f"{assignment}.ipynb", nbformat.writes(nbformat.from_dict(notebook)) + "\n")
    if saved:
        write_whole(folder / "timestamp.txt", saved + "\n")
    if earlier is not None:
        ledger.supersede(earlier)
    ledger.put(entry)


def _notebook(data: bytes) -> dict[str, Any]:
    if not data:
        raise _SetAsideError("The file is empty. Ask the trainee to send it again.")
    try:
        notebook = json.loads(data.decode("utf-8-sig"))
    except (UnicodeDecodeError, ValueError, RecursionError):
        raise _SetAsideError(
            "This is no notebook, or it was cut off on the way. Ask for the .ipynb file again."
        ) from None
    if not isinstance(notebook, dict) or not isinstance(notebook.get("cells"), list):
        raise _SetAsideError("This is no notebook of format 4. Ask for the .ipynb file of the exercise.")
    try:
        nbformat.validate(notebook)
    except Exception:  # the validator itself stumbles over some damages with whatever they are
        raise _SetAsideError("The notebook is damaged. Ask the trainee to save it again and send it.") from None
    return notebook


def _assignment(notebook: dict[str, Any], known: set[str]) -> str:
    about = notebook.get("metadata", {}).get("aimak")
    named = about.get("assignment") if isinstance(about, dict) else None
    if named in known:
        return str(named)
    # Some editors drop metadata they do not know; the records still say what they answer.
    found = [name for name in sorted(known) if records_in(notebook, name)]
    if len(found) == 1:
        return found[0]
    raise _SetAsideError("This notebook is no exercise of this course. Ask for the file of the exercise.")


def _trainee(records: dict[str, Record], roster: dict[str, Trainee]) -> Trainee:
    who = records.get(WHO)
    code = str(who.values.get("trainee") or "").strip().upper() if who else ""
    if not code:
        raise _SetAsideError(
            "The form «Who are you?» is not saved. Ask the trainee to fill it in, save, and send again."
        )
    if code not in roster:
        raise _SetAsideError(
            f"The trainee code {code!r} is not in the roster. Correct the roster, or ask for the right code."
        )
    trainee = roster[code]
    chosen = who.values.get("municipality") if who else None
    if chosen and chosen != trainee.municipality:
        raise _SetAsideError(
            f"{code} worked on {chosen}, but the roster says {trainee.municipality}. "
            "Correct the roster, or ask the trainee to work on the right one."
        )
    return trainee
