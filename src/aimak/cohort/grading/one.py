"""Grade one hand-in, anywhere: bytes in, JSON text out. The same function runs here, in a pool, and on a cluster."""

from __future__ import annotations

import json
import traceback
from dataclasses import dataclass, field, fields
from typing import Any

import nbformat
from nbformat import NotebookNode
from nbgrader.utils import compute_checksum, determine_grade, is_grade, is_solution

from aimak.cohort.grading.code import graded_code, graded_foreign
from aimak.cohort.grading.form import graded_form
from aimak.cohort.grading.text import notebook_text
from aimak.cohort.said import Said, taken_up, told
from aimak.course.original import CODE, FORM, Original, original_from
from aimak.errors import UserError
from aimak.execution import Limits
from aimak.execution.reasons import Reason
from aimak.i18n import speaking

#: A run that came to its end.
NOTHING = Reason()
#: How a notebook's code ran; ``none``: only our own cells did.
NONE, FENCED, UNFENCED = "none", "fenced", "unfenced"


@dataclass(frozen=True, slots=True)
class Options:
    """How to grade one hand-in.

    :param language: the trainee's, for what checks say.
    :param trainer: the language of whoever grades, for what is wrong with a hand-in; a worker may stand elsewhere.
    :param fenced: False runs a trainee's code with the rights of this process, on somebody's explicit word.
    """

    language: str = "en"
    trainer: str = "en"
    fenced: bool = True
    limits: Limits = field(default_factory=Limits)

    def as_text(self) -> str:
        """As JSON text."""
        return json.dumps(
            {
                "language": self.language, "trainer": self.trainer, "fenced": self.fenced,
                "limits": self.limits.as_json(),
            }
        )  # fmt: skip

    @classmethod
    def from_text(cls, text: str) -> Options:
        """The options that :meth:`as_text` wrote."""
        data = json.loads(text)
        return cls(data["language"], data["trainer"], data["fenced"], Limits.from_json(data["limits"]))


@dataclass(frozen=True, slots=True)
class Marked:
    """What came of one hand-in.

    :param notebook: the text of the graded notebook.
    :param scores: points by ``grade_id``; None waits for a person.
    :param comments: nbgrader's own comment by ``grade_id`` of each solution cell, or None.
    :param ran: how code ran: ``none``, ``fenced`` or ``unfenced``.
    :param same_process: True if the checks ran where the trainee's code did.
    :param notes: what a trainer should know, such as why a run ended early.
    :param problem: why nothing could be graded; then the rest is empty.
    """

    notebook: str = ""
    scores: dict[str, float | None] = field(default_factory=dict)
    comments: dict[str, str | None] = field(default_factory=dict)
    ran: str = NONE
    same_process: bool = False
    notes: tuple[Said, ...] = ()
    problem: str = ""

    def as_text(self) -> str:
        """As JSON text."""
        whole = {one.name: getattr(self, one.name) for one in fields(self)}
        return json.dumps({**whole, "notes": [one.stored() for one in self.notes]}, ensure_ascii=False)

    @classmethod
    def from_text(cls, text: str) -> Marked:
        """What :meth:`as_text` wrote."""
        data = json.loads(text)
        return cls(**{**data, "notes": tuple(map(taken_up, data["notes"]))})


def grade_one(original: str, options: str, hand_in: bytes) -> str:
    """Grade one hand-in; never raises, so that one file cannot stop a batch.

    :param original: :meth:`Original.as_text`; ``options``: :meth:`Options.as_text`.
    :param hand_in: the notebook file.
    :returns: a :class:`Marked` as JSON text.
    """
    asked = Options.from_text(options)
    try:
        with speaking(asked.trainer):
            marked = _graded(original_from(original), asked, hand_in)
    except UserError as error:
        marked = Marked(problem=f"{error.what} {error.mend}")
    except Exception as error:  # whatever a file brings about is its own and nobody else's trouble
        last = traceback.extract_tb(error.__traceback__)[-1]
        marked = Marked(problem=f"{type(error).__name__}: {error} ({last.name}, line {last.lineno})")
    return marked.as_text()


def _graded(original: Original, options: Options, hand_in: bytes) -> Marked:
    text = hand_in.decode("utf-8")
    if original.kind == FORM:
        return _marked(graded_form(original, json.loads(text), options.language), NONE, options.language)
    # nbformat's own reader upgrades what is old, and refuses what is no notebook.
    notebook = nbformat.reads(text, as_version=4)
    if original.kind == CODE:
        nb, early = graded_code(original, notebook, options.language, options.limits, fenced=options.fenced)
    else:
        nb, early = graded_foreign(original, notebook, options.language, options.limits, fenced=options.fenced)
    ran = FENCED if options.fenced else UNFENCED
    return _marked(nb, ran, options.language, same_process=original.kind != CODE, early=early)


def _marked(
    nb: NotebookNode, ran: str, language: str, *, same_process: bool = False, early: Reason = NOTHING
) -> Marked:
    notes = [told("early", why=[early.code, early.value, early.told])] if early.code else []
    scores: dict[str, float | None] = {}
    comments: dict[str, str | None] = {}
    for cell in nb.cells:
        if is_grade(cell):
            scores[cell.metadata.nbgrader.grade_id] = _score(cell, notes)
        if is_solution(cell):
            untouched = cell.metadata.nbgrader.get("checksum") == compute_checksum(cell)
            comments[cell.metadata.nbgrader.grade_id] = "No response." if untouched else None
    about: dict[str, Any] = {"by": "aimak", "ran": ran, "same_process": same_process, "language": language}
    about["notes"] = [one.stored() for one in notes]
    kept = nb.metadata.get("aimak")
    nb.metadata["aimak"] = NotebookNode({**(kept if isinstance(kept, dict) else {}), "graded": about})
    return Marked(notebook_text(nb) + "\n", scores, comments, ran, same_process, tuple(notes))


def _score(cell: NotebookNode, notes: list[Said]) -> float | None:
    try:
        score, _most = determine_grade(cell)
    except (ValueError, KeyError) as error:  # nbgrader raises for more points than there are
        notes.append(told("no number", cell=cell.metadata.nbgrader.grade_id, error=str(error)))
        return 0.0
    return None if score is None else float(score)
