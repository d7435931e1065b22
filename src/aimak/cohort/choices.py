"""The commonest wrong answers: what those chose who did not get all points of a task."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from aimak.course.source import Source
from aimak.lesson.answers import Record, records_in
from aimak.lesson.exercise import WHO, playing
from aimak.lesson.fields import Choice, Choices

#: Answers that are told of a task, and how many people make one common.
MOST, COMMON = 3, 2


def commonest_choices(course: Path, source: Source, form: str, trainees: Iterable[str]) -> list[tuple[str, int]]:
    """Question and answer as people read them, and how many chose so; typed numbers differ by case and are left out.

    :param trainees: whose answers count.
    """
    counted: Counter[tuple[str, str]] = Counter()
    labels: dict[tuple[str, str], str] = {}
    for trainee in trainees:
        record = _record(course, source.name, trainee, form)
        for name, value in record.values.items() if record else ():
            for key in value if isinstance(value, list) else [value]:
                if isinstance(key, str) and key and len(key) < 60:
                    counted[name, key] += 1
    if not counted:
        return []
    labels = _labels(source, form)
    known = [(labels[pair], count) for pair, count in counted.most_common() if pair in labels and count >= COMMON]
    return known[:MOST]


def _record(course: Path, assignment: str, trainee: str, form: str) -> Record | None:
    path = course / "submitted" / trainee / assignment / f"{assignment}.ipynb"
    if not path.is_file():
        return None
    notebook: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return records_in(notebook, assignment).get(form)


def _labels(source: Source, form: str) -> dict[tuple[str, str], str]:
    """Field and key -> the words on the screen, in the language in force; options that differ by case are left out."""
    from aimak.data import municipalities

    place = municipalities()[0].code
    who = Record(source.name, WHO, "", "", {"trainee": "1", "municipality": place})
    space: dict[str, Any] = {"__name__": "__main__"}
    with playing(source.name, {WHO: who}, lambda _bundle: lambda _later: None, grading=True) as exercise:
        for cell in source.notebook.cells:
            grade_id = cell.metadata.get("nbgrader", {}).get("grade_id", "")
            if cell.cell_type == "code" and ("-setup" in grade_id or "-form-" in grade_id):
                exec(compile(cell.source, grade_id, "exec"), space)
        fields = exercise.fields_of(form)
    found = {}
    for field in fields:
        for key, text in field.options if isinstance(field, Choice | Choices) else ():
            found[field.name, key] = f"{field.label} — {text}"
    return found
