"""Whose hand-in a notebook is, and of which exercise: read from what stands inside, never from the file's name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from aimak.cohort.codes import fits, same_code
from aimak.cohort.collect.read import Notebook, SetAsideError
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
    raise SetAsideError("This notebook is no exercise of this course. Ask for the file of the exercise.")


def trainee_of(records: Mapping[str, Record], roster: Mapping[str, Trainee]) -> Trainee:
    """The trainee whose code was saved in the first form.

    :raises SetAsideError: if none was, or the roster does not know it, or no municipality or another one was chosen:
        answers without one cannot be marked, and must not take the place of an earlier try.
    """
    who = records.get(WHO)
    typed = str(who.values.get("trainee") or "").strip() if who else ""
    if not typed:
        raise SetAsideError(
            "The form «Who are you?» is not saved. Ask the trainee to fill it in, save, and send again."
        )
    code = same_code(typed, roster)
    if code is None:
        why = "" if fits(typed) else " Its last digit does not fit the others, so something was typed wrong."
        raise SetAsideError(
            f"The trainee code {typed[:40]!r} is not in the roster.{why} "
            "Correct the roster, or ask for the right code, and collect again."
        )
    trainee = roster[code]
    chosen = who.values.get("municipality") if who else None
    if not chosen:
        raise SetAsideError(
            f"{code} has chosen no municipality in the form «Who are you?», so nothing can be marked. "
            f"Ask the trainee to choose {trainee.municipality}, save every form again, and send the file."
        )
    if chosen != trainee.municipality:
        raise SetAsideError(
            f"{code} worked on {str(chosen)[:20]}, but the roster says {trainee.municipality}. "
            "Correct the roster, or ask the trainee to work on the right one."
        )
    return trainee
