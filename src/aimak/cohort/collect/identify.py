"""Whose hand-in a notebook is, and of which exercise: read from what stands inside, never from the file's name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from aimak.cohort.codes import fits, same_code
from aimak.cohort.collect.read import Notebook, SetAsideError, plain
from aimak.cohort.roster import Trainee
from aimak.course.cells import grade_id
from aimak.lesson.answers import Record, records_in
from aimak.lesson.exercise import WHO


def assignment_of(notebook: Notebook, known: Iterable[str]) -> str:
    """The exercise: what its saved answers say, else its metadata, else its cells.

    :raises SetAsideError: if it is none of this course.
    """
    names = sorted(known)
    found = {name: records for name in names if (records := records_in(notebook, name))}
    about = notebook["metadata"].get("aimak")
    named = about.get("assignment") if isinstance(about, Mapping) else None
    if named in names and (named in found or not found):
        return str(named)
    if found:  # the answers of two exercises in one file: the one with more of them
        return max(found, key=lambda name: len(found[name]))
    by_cells = Counter(name for cell in notebook["cells"] for name in names if grade_id(cell).startswith(f"{name}-"))
    longest = sorted(by_cells, key=lambda name: (by_cells[name], len(name)))
    if longest:
        return longest[-1]
    raise SetAsideError("stranger")


def trainee_of(records: Mapping[str, Record], roster: Mapping[str, Trainee]) -> Trainee:
    """The trainee whose code was saved in the first form.

    :raises SetAsideError: if none was, or the roster does not know it, or no municipality or another one was chosen:
        answers without one cannot be marked, and must not take the place of an earlier try.
    """
    who = records.get(WHO)
    typed = str(who.values.get("trainee") or "").strip() if who else ""
    if not typed:
        raise SetAsideError("nobody")
    code = same_code(typed, roster)
    if code is None:
        raise SetAsideError("unknown" if fits(typed) else "mistyped", code=plain(typed[:40]))
    trainee = roster[code]
    chosen = who.values.get("municipality") if who else None
    if not chosen:
        raise SetAsideError("nowhere", code=code, place=trainee.municipality)
    if chosen != trainee.municipality:
        raise SetAsideError("elsewhere", code=code, chosen=plain(str(chosen)[:20]), place=trainee.municipality)
    return trainee
