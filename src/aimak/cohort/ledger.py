"""The ledger of files that arrived: each ends as accepted, older, same or set aside, and is never lost.

It is an append-only file of JSON lines, keyed by the SHA-256 of a file's bytes, so that the same inbox can be
collected again and again.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from aimak.files import write_whole

FILE = "ledger.jsonl"
ACCEPTED, OLDER, SET_ASIDE = "accepted", "older", "set aside"


@dataclass(frozen=True, slots=True)
class Entry:
    """What became of one file.

    :param sha256: of the file's bytes.
    :param name: the name under which it arrived first.
    :param state: ``accepted``, ``older`` (a later try of the same trainee is accepted) or ``set aside``.
    :param reason: in plain words, with what to do; empty for accepted files.
    :param saved_at: the latest Save in the file, ISO 8601, by the trainee's clock.
    """

    sha256: str
    name: str
    state: str
    reason: str = ""
    trainee: str = ""
    assignment: str = ""
    saved_at: str = ""


class Ledger:
    """The entries by SHA-256. Every change is written whole."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.entries: dict[str, Entry] = {}
        if path.is_file():
            for line in path.read_text(encoding="utf-8").splitlines():
                if line.strip():
                    entry = Entry(**json.loads(line))
                    self.entries[entry.sha256] = entry

    def put(self, entry: Entry) -> None:
        """Add or replace an entry and write the ledger."""
        self.entries[entry.sha256] = entry
        lines = [json.dumps(asdict(one), ensure_ascii=False) for one in self.entries.values()]
        write_whole(self.path, "\n".join(lines) + "\n")

    def accepted(self, trainee: str, assignment: str) -> Entry | None:
        """The accepted entry of a trainee for an assignment."""
        for entry in self.entries.values():
            if (entry.trainee, entry.assignment, entry.state) == (trainee, assignment, ACCEPTED):
                return entry
        return None

    def supersede(self, entry: Entry) -> None:
        """Mark an accepted entry as older."""
        self.put(replace(entry, state=OLDER, reason="A later try of the same trainee was accepted."))
