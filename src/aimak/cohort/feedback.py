"""Feedback: stock nbgrader's page for each graded hand-in, and a short text to paste into a messenger."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from aimak.cohort.grading import hand_ins
from aimak.cohort.results import Result, results
from aimak.cohort.summary import form_titles
from aimak.course import stock
from aimak.course.source import read_source
from aimak.files import write_whole
from aimak.i18n import translate as _
from aimak.i18n.numbers import number
from aimak.project import Project


@dataclass(frozen=True, slots=True)
class Feedback:
    """One page: where it lies, or why it could not be made."""

    trainee: str
    assignment: str
    page: Path | None
    problem: str = ""


def feedback(
    project: Project,
    assignments: Iterable[str],
    progress: Callable[[list[tuple[str, str]]], Iterable[tuple[str, str]]] = iter,
) -> list[Feedback]:
    """Write a page and a short text for every graded hand-in; pages that are newer than the grade are kept."""
    names, course = list(assignments), project.exercises
    titles = {name: form_titles(read_source(project, name)) for name in names}
    by_key = {(one.trainee, one.assignment): one for one in results(course, names)}
    made = []
    for trainee, name in progress(hand_ins(course, names)):
        result = by_key.get((trainee, name))
        graded = course / "autograded" / trainee / name / f"{name}.ipynb"
        if result is None or not graded.is_file():
            made.append(Feedback(trainee, name, None, "not graded yet"))
            continue
        page = course / "feedback" / trainee / name / f"{name}.html"
        gradebook = course / stock.GRADEBOOK
        # A mark given by hand changes the gradebook and not the graded file, so both count.
        newest = max(graded.stat().st_mtime, gradebook.stat().st_mtime)
        if not (page.is_file() and page.stat().st_mtime >= newest):
            outcome = stock.feedback(course, name, trainee)
            if outcome.problem:
                made.append(Feedback(trainee, name, None, outcome.problem))
                continue
        write_whole(page.with_suffix(".txt"), message(result, titles[name]))
        made.append(Feedback(trainee, name, page))
    return made


def message(result: Result, titles: Mapping[str, str]) -> str:
    """A few lines for a messenger: the points by task, and what to look at next.

    :param titles: the heading of each task, by the name of its form.
    """
    lines = [
        _("{assignment}: {points} of {most} points").format(
            assignment=result.assignment, points=number(result.points, 1), most=number(result.most, 1)
        )
    ]
    for task in result.tasks:
        points = _("waits for your trainer") if task.waiting else number(task.points, 1)
        lines.append(f"• {titles.get(task.name, task.name)}: {points} / {number(task.most, 1)}")
    weakest = min((t for t in result.tasks if not t.waiting), key=lambda t: t.points / t.most, default=None)
    if weakest is not None and weakest.points < weakest.most:
        lines.append(_("Look again at: {task}.").format(task=titles.get(weakest.name, weakest.name)))
    return "\n".join(lines) + "\n"
