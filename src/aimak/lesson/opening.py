"""Open an exercise: in a notebook with the answers saved so far, or for a program that fills its forms."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar

from aimak.lesson import answers as record_of
from aimak.lesson.answers import Record
from aimak.lesson.capture import NotATableError, Rows
from aimak.lesson.exercise import Exercise
from aimak.lesson.own_file import saved_records
from aimak.lesson.screen import Display

_open: dict[str, Exercise] = {}
_played: ContextVar[Exercise | None] = ContextVar("played", default=None)


@contextmanager
def playing(
    unit: str,
    records: Mapping[str, Record],
    display: Display,
    *,
    grading: bool = False,
    captured: Mapping[str, Rows | NotATableError] | None = None,
) -> Iterator[Exercise]:
    """While it lasts, :func:`open_exercise` gives the exercise made here, so that a program can fill its forms.

    :param display: receives every bundle; what it returns receives the bundles that replace it.
    :param captured: tables taken elsewhere; see :class:`Exercise`.
    """
    from aimak.lesson.cases import case_maker

    exercise = Exercise(unit, case_maker(unit), records, grading=grading, display=display, captured=captured)
    token = _played.set(exercise)
    try:
        yield exercise
    finally:
        _played.reset(token)


def open_exercise(unit: str) -> Exercise:
    """The exercise of ``unit``, with the answers that were saved so far.

    Answers come from a grader if one put them back, else from this session, else from the notebook's own file.

    :raises UserError: if there is no exercise of that name.
    """
    from aimak.lesson.cases import case_maker

    played = _played.get()
    if played is not None:
        return played
    make_case = case_maker(unit)
    names = dict(sys._getframe(1).f_globals)  # what the author's setup imported, before a trainee's code ran
    restored = record_of.restored(unit)
    if restored is not None:
        return Exercise(unit, make_case, restored, grading=True, names=names)
    earlier = _open.get(unit)
    records = {**saved_records(unit), **(earlier.records if earlier else {})}
    _open[unit] = Exercise(unit, make_case, records, names=names)
    return _open[unit]
