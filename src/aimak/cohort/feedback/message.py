"""A few lines that a trainer pastes into a messenger."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from aimak.cohort.results import Result
from aimak.i18n import translate as _
from aimak.i18n.numbers import number


def message(result: Result, titles: Mapping[str, str], chapter: str = "") -> str:
    """The points by task, and what to look at next, in the language in force.

    :param titles: the heading of each task, by the name of its form.
    :param chapter: the title of the chapter that explains the exercise.
    """
    lines = [
        _("{exercise}: {points} of {most} points").format(
            exercise=chapter or result.assignment, points=number(result.points, 1), most=number(result.most, 1)
        )
    ]
    for task in result.tasks:
        points = f"{number(task.points, 1)} / {number(task.most, 1)}"
        told = _("waits for your trainer") if task.waiting else points
        lines.append(f"• {titles.get(task.name, task.name)}: {told}")
    weakest = min((t for t in result.tasks if not t.waiting and t.most), key=lambda t: t.points / t.most, default=None)
    if weakest is not None and weakest.points < weakest.most:
        lines.append(_("Look again at: {task}.").format(task=titles.get(weakest.name, weakest.name)))
    return "\n".join(lines) + "\n"


def message_of_test(result: Result, title: str, read: Iterable[str]) -> str:
    """The points of a test, and the chapters to read, in the language in force; no question by itself.

    :param read: titles of chapters.
    """
    points = _("{exercise}: {points} of {most} points").format(
        exercise=title, points=number(result.points, 1), most=number(result.most, 1)
    )
    chapters = [f"• {chapter}" for chapter in read]
    return "\n".join([points, *([_("What to read:"), *chapters] if chapters else [])]) + "\n"


def all_messages(messages: Iterable[tuple[str, str]]) -> str:
    """One file to copy from: each text below the name of whom it is for."""
    return "\n".join(f"── {name} ──\n\n{text}" for name, text in messages)
