"""The feedback page: what was right, what to look at and where in the book, task by task."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from markupsafe import Markup

from aimak.cohort.feedback.safe import safe_html, safe_outputs
from aimak.cohort.paper import fill
from aimak.cohort.results import Result, Task
from aimak.course.cells import grade_id, is_answer
from aimak.i18n import translate as _
from aimak.i18n.numbers import number

Cell = Mapping[str, Any]
#: Longest code that is shown of one task; somebody may have pasted a whole table into it.
MAX_CODE = 60_000
#: What a check says begins with the name of its form, which stands above it here.
_HEADING = re.compile(r"(?<=>)<p><strong>[^<]*</strong></p>")


@dataclass(frozen=True, slots=True)
class About:
    """What a page tells of its exercise.

    :param titles: the heading of each task, by the name of its form.
    :param chapter: the title of the chapter that explains it; empty if there is none.
    :param title: the heading of the exercise.
    :param chapters: for a test: the title of the chapter that teaches what a question asks, by the question.
    :param withheld: True if neither answers nor points of single questions are told: those who pass them on would
        spoil the test after the course.
    """

    assignment: str
    titles: Mapping[str, str]
    chapter: str = ""
    title: str = ""
    chapters: Mapping[str, str] = field(default_factory=dict)
    withheld: bool = False

    def to_read(self, result: Result) -> list[str]:
        """The chapters that teach what somebody did not answer right, in the order of the test."""
        missed = [task.name for task in result.tasks if task.points < task.most and task.name in self.chapters]
        return list(dict.fromkeys(self.chapters[name] for name in missed))


@dataclass(frozen=True, slots=True)
class Section:
    """One task on the page. ``shown`` are the answer and the outputs, ``said`` what the check said.

    :param read: the chapter to read; empty where all is right, and in an exercise, whose chapter is named above.
    """

    title: str
    task: Task
    code: str
    shown: tuple[Markup, ...]
    said: tuple[Markup, ...]
    read: str = ""


def page(result: Result, notebook: Mapping[str, Any], about: About, trainee: str) -> str:
    """The page as HTML in the language in force. It loads nothing, and nothing in it can run.

    :param notebook: the graded notebook. Its outputs may come from a trainee's code.
    :param trainee: how the trainee is addressed: name and code.
    """
    cells = {grade_id(cell): cell for cell in notebook.get("cells", [])}
    graded = notebook.get("metadata", {}).get("aimak", {}).get("graded", {})
    return fill(
        "feedback.html",
        about=about,
        result=result,
        trainee=trainee,
        early=bool(graded.get("notes")) if isinstance(graded, Mapping) else False,
        sections=[] if about.withheld else [_section(task, cells, about) for task in result.tasks],
        read=about.to_read(result),
        title=_("Feedback: {exercise}").format(exercise=about.chapter or about.title or about.assignment),
        sum=_("{points} of {most} points").format(points=number(result.points, 1), most=number(result.most, 1)),
    )


def _section(task: Task, cells: Mapping[str, Cell], about: About) -> Section:
    """The form or the code above a check, and what the check said. A check's own code is never shown."""
    title = about.titles.get(task.name, task.name)
    above = cells.get(f"{about.assignment}-form-{task.name}") or cells.get(f"{about.assignment}-task-{task.name}") or {}
    checked = cells.get(task.cell, {})
    code = str(above.get("source", "")) if is_answer(above) else ""
    if len(code) > MAX_CODE:
        code = code[:MAX_CODE] + " …"
    shown = safe_outputs(above.get("outputs", []))
    if checked.get("cell_type") == "markdown":
        # A hand-marked text stands in its own cell; the form above it shows the same.
        return Section(title, task, "", tuple(shown), ())
    said = [
        safe_html(_HEADING.sub("", output["data"]["text/html"], count=1))
        for output in checked.get("outputs", [])
        if output.get("output_type") == "display_data" and isinstance(output.get("data", {}).get("text/html"), str)
    ]
    read = about.chapters.get(task.name, "") if task.points < task.most else ""
    return Section(title, task, code, tuple(shown), tuple(said), read)
