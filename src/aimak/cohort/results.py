"""Results as the gradebook holds them, one record a hand-in."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from aimak.course import stock


@dataclass(frozen=True, slots=True)
class Task:
    """Points of one graded cell. ``waiting`` is True while a trainer has to mark it by hand."""

    cell: str
    name: str
    points: float
    most: float
    waiting: bool


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
    found = []
    with stock.open_gradebook(course) as gradebook:
        known = {assignment.name for assignment in gradebook.assignments}
        for name in assignments:
            if name not in known:
                continue
            for submission in gradebook.assignment_submissions(name):
                student = submission.student.id
                if not (course / "autograded" / student / name / f"{name}.ipynb").is_file():
                    continue
                grades = [grade for notebook in submission.notebooks for grade in notebook.grades]
                tasks = tuple(_task(name, grade) for grade in grades)
                found.append(Result(student, name, tuple(sorted(tasks, key=lambda task: task.cell))))
    return sorted(found, key=lambda result: (result.assignment, result.trainee))


def task_name(assignment: str, cell: str) -> str:
    """The short name of a graded cell: ``balance`` for ``budget-check-balance``."""
    return cell.removeprefix(f"{assignment}-").removeprefix("check-").removeprefix("by-hand-")


def _task(assignment: str, grade: object) -> Task:
    cell = str(grade.name)  # type: ignore[attr-defined]
    points = grade.score or 0.0  # type: ignore[attr-defined]
    waiting = bool(grade.needs_manual_grade)  # type: ignore[attr-defined]
    return Task(cell, task_name(assignment, cell), float(points), float(grade.max_score), waiting)  # type: ignore[attr-defined]
