"""Results as the gradebook holds them, one record a hand-in."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from nbgrader.api import Assignment, Comment, Grade, GradeCell, SolutionCell, SubmittedAssignment, SubmittedNotebook
from sqlalchemy import select

from aimak.course import stock


@dataclass(frozen=True, slots=True)
class Task:
    """Points of one graded cell. ``waiting`` is True while a trainer has to mark it by hand.

    :param comment: what a trainer wrote; empty if nothing.
    """

    cell: str
    name: str
    points: float
    most: float
    waiting: bool
    comment: str = ""


@dataclass(frozen=True, slots=True)
class Result:
    """The graded hand-in of one trainee for one assignment."""

    trainee: str
    assignment: str
    tasks: tuple[Task, ...]

    @property
    def points(self) -> float:
        """Points so far."""
        return sum(task.points for task in self.tasks)

    @property
    def most(self) -> float:
        """Points that can be had."""
        return sum(task.most for task in self.tasks)

    @property
    def waiting(self) -> bool:
        """True while something waits to be marked by hand."""
        return any(task.waiting for task in self.tasks)


def results(course: Path, assignments: Iterable[str]) -> list[Result]:
    """The results of every graded hand-in, by assignment and trainee. An empty gradebook gives none."""
    if stock.DB_VARIABLE not in os.environ and not (course / stock.GRADEBOOK).is_file():
        return []
    names = list(assignments)
    # Two queries for a whole course: asking for each submission costs more than grading it.
    key = (SubmittedAssignment.student_id, Assignment.name)
    path = (
        SubmittedNotebook.assignment_id == SubmittedAssignment.id,
        SubmittedAssignment.assignment_id == Assignment.id,
    )
    written = (
        select(*key, SolutionCell.name, Comment.manual_comment)
        .join(SolutionCell, Comment.cell_id == SolutionCell.id)
        .join(SubmittedNotebook, Comment.notebook_id == SubmittedNotebook.id)
        .join(SubmittedAssignment, path[0])
        .join(Assignment, path[1])
        .where(Assignment.name.in_(names), Comment.manual_comment.is_not(None))
    )
    marked = (
        select(*key, GradeCell.name, Grade.score, GradeCell.max_score, Grade.needs_manual_grade)
        .join(GradeCell, Grade.cell_id == GradeCell.id)
        .join(SubmittedNotebook, Grade.notebook_id == SubmittedNotebook.id)
        .join(SubmittedAssignment, path[0])
        .join(Assignment, path[1])
        .where(Assignment.name.in_(names))
    )
    tasks: dict[tuple[str, str], list[Task]] = {}
    with stock.open_gradebook(course) as gradebook:
        comments = {(t, a, cell): text for t, a, cell, text in gradebook.db.execute(written)}
        for trainee, name, cell, score, most, waiting in gradebook.db.execute(marked):
            comment = comments.get((trainee, name, cell)) or ""
            one = Task(cell, task_name(name, cell), float(score or 0), float(most), bool(waiting), comment)
            tasks.setdefault((name, trainee), []).append(one)
    return [
        Result(trainee, name, tuple(sorted(found, key=lambda task: task.cell)))
        for (name, trainee), found in sorted(tasks.items())
        if (course / "autograded" / trainee / name / f"{name}.ipynb").is_file()
    ]


def task_name(assignment: str, cell: str) -> str:
    """The short name of a graded cell: ``balance`` for ``budget-check-balance``."""
    return cell.removeprefix(f"{assignment}-").removeprefix("check-").removeprefix("by-hand-")
