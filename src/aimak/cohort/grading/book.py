"""Write marks into nbgrader's gradebook: its own models, one session, a batch at a time.

nbgrader's helpers commit each call, which costs most of the time of a fast grader. What ends in the tables is what its
``SaveAutoGrades`` writes: machine points and comments are new, whatever a person gave stays.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from nbgrader.api import (
    Comment,
    Grade,
    Gradebook,
    Student,
    SubmittedAssignment,
    SubmittedNotebook,
    new_uuid,
)
from nbgrader.utils import parse_utc
from sqlalchemy import insert, select, update

from aimak.cohort.grading.one import Marked


@dataclass(frozen=True, slots=True)
class Mark:
    """One graded hand-in on its way into the gradebook.

    :param handed_in: ISO 8601 with zone, or empty.
    """

    trainee: str
    handed_in: str
    marked: Marked


class Book:
    """The gradebook while hand-ins of one assignment are written."""

    def __init__(self, gradebook: Gradebook, assignment: str) -> None:
        self.db = gradebook.db
        found = gradebook.find_notebook(assignment, assignment)
        self._notebook: str = found.id
        self._assignment: str = found.assignment.id
        self._graded = {cell.name: cell.id for cell in [*found.grade_cells, *found.task_cells]}
        self._answered = {cell.name: cell.id for cell in [*found.solution_cells, *found.task_cells]}

    def known(self) -> set[str]:
        """The trainees who have a submission of this assignment in the gradebook."""
        asked = (
            select(SubmittedAssignment.student_id)
            .join(SubmittedNotebook, SubmittedNotebook.assignment_id == SubmittedAssignment.id)
            .where(SubmittedAssignment.assignment_id == self._assignment)
        )
        return set(self.db.execute(asked).scalars())

    def write(self, marks: Sequence[Mark]) -> None:
        """Write a batch and commit it; if that fails nothing of the batch is written.

        :raises sqlalchemy.exc.SQLAlchemyError: what the database says.
        """
        try:
            submitted = self._submissions(marks)
            self._write(Grade, self._graded, marks, submitted, _grade_values)
            self._write(Comment, self._answered, marks, submitted, _comment_values)
            self.db.commit()
        except BaseException:
            self.db.rollback()
            raise

    def _submissions(self, marks: Sequence[Mark]) -> dict[str, str]:
        """The id of each trainee's submitted notebook; students and submissions that are missing are made."""
        names = [mark.trainee for mark in marks]
        students = set(self.db.execute(select(Student.id).where(Student.id.in_(names))).scalars())
        self._insert(Student, [{"id": name} for name in names if name not in students])
        asked = select(SubmittedAssignment.student_id, SubmittedAssignment.id).where(
            SubmittedAssignment.assignment_id == self._assignment, SubmittedAssignment.student_id.in_(names)
        )
        there: dict[str, str] = dict(map(tuple, self.db.execute(asked)))
        times = {mark.trainee: _time(mark.handed_in) for mark in marks}
        new = {name: new_uuid() for name in names if name not in there}
        self._insert(
            SubmittedAssignment,
            [
                {"id": one, "assignment_id": self._assignment, "student_id": name, "timestamp": times[name]}
                for name, one in new.items()
            ],
        )
        self._update(
            SubmittedAssignment, [{"id": one, "timestamp": times[name]} for name, one in there.items() if times[name]]
        )
        both = {**there, **new}
        asked = select(SubmittedNotebook.assignment_id, SubmittedNotebook.id).where(
            SubmittedNotebook.notebook_id == self._notebook, SubmittedNotebook.assignment_id.in_(both.values())
        )
        notebooks: dict[str, str] = dict(map(tuple, self.db.execute(asked)))
        fresh = {one: new_uuid() for one in both.values() if one not in notebooks}
        self._insert(
            SubmittedNotebook,
            [
                {"id": one, "assignment_id": assignment, "notebook_id": self._notebook}
                for assignment, one in fresh.items()
            ],
        )
        return {name: {**notebooks, **fresh}[one] for name, one in both.items()}

    def _write(
        self, model: Any, cells: dict[str, str], marks: Sequence[Mark], submitted: dict[str, str], values: Any
    ) -> None:
        asked = select(model).where(model.notebook_id.in_(submitted.values()))
        there = {(row.notebook_id, row.cell_id): row for row in self.db.execute(asked).scalars()}
        new, changed = [], []
        for mark in marks:
            notebook = submitted[mark.trainee]
            for name, cell in cells.items():
                row = there.get((notebook, cell))
                made = values(mark.marked, name, row)
                if row is None:
                    new.append({"id": new_uuid(), "notebook_id": notebook, "cell_id": cell, **made})
                elif any(getattr(row, key) != value for key, value in made.items()):
                    changed.append({"id": row.id, **made})
        self._insert(model, new)
        self._update(model, changed)

    def _insert(self, model: Any, rows: list[dict[str, Any]]) -> None:
        if rows:
            self.db.execute(insert(model), rows)

    def _update(self, model: Any, rows: list[dict[str, Any]]) -> None:
        if rows:
            self.db.execute(update(model), rows)


def _grade_values(marked: Marked, cell: str, row: Any) -> dict[str, Any]:
    """A cell that is missing earns nothing; a cell marked by hand is to be looked at again, as in nbgrader."""
    score = marked.scores.get(cell, 0.0)
    by_hand = row is not None and row.manual_score is not None
    return {"auto_score": score, "needs_manual_grade": bool(by_hand or score is None)}


def _comment_values(marked: Marked, cell: str, _row: Any) -> dict[str, Any]:
    return {"auto_comment": marked.comments.get(cell)}


def _time(text: str) -> datetime | None:
    try:
        return parse_utc(text) if text else None
    except (ValueError, OverflowError):  # the clock of a trainee's device wrote it
        return None
