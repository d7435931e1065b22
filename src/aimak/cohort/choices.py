"""The commonest wrong answers: what those chose who did not get all points of a task."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import takewhile
from pathlib import Path
from typing import Any

from aimak.course.cells import grade_id, run_cell
from aimak.course.source import Source
from aimak.data import municipalities
from aimak.lesson.answers import Record, records_in
from aimak.lesson.exercise import WHO
from aimak.lesson.fields import Choice, Choices
from aimak.lesson.opening import playing

#: Answers that are told of a task, and how many people make one common.
MOST, COMMON = 3, 2
#: Form, field, key.
Chosen = tuple[str, str, str]


def saved_records(course: Path, assignment: str, trainees: Iterable[str]) -> dict[str, dict[str, Record]]:
    """What each trainee's collected hand-in holds: trainee -> form -> record."""
    found = {}
    for trainee in trainees:
        path = course / "submitted" / trainee / assignment / f"{assignment}.ipynb"
        try:
            notebook: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            continue  # what was earned stands in the gradebook all the same
        if isinstance(notebook, dict):
            found[trainee] = records_in(notebook, assignment)
    return found


def commonest_choices(
    records: Iterable[Record | None], labels: Mapping[Chosen, str], right: Iterable[Record | None] = ()
) -> tuple[tuple[str, int], ...]:
    """Question and answer as people read them, and how many chose so; typed numbers differ by case and are left out.

    :param records: of one form, of the people whose answers count.
    :param labels: see :func:`choice_labels`.
    :param right: the same form of those who got all points. What most of them chose is not what went wrong: who loses
        points in one question may well have answered the next one right.
    """
    counted, sound = _counted(records, labels), [record for record in right if record is not None]
    usual = {one for one, count in _counted(sound, labels).items() if 2 * count > len(sound)}
    common = [(labels[one], count) for one, count in counted.items() if count >= COMMON and one not in usual]
    return tuple(sorted(common, key=lambda told: (-told[1], told[0]))[:MOST])


def _counted(records: Iterable[Record | None], labels: Mapping[Chosen, str]) -> Counter[Chosen]:
    counted: Counter[Chosen] = Counter()
    for record in records:
        for name, value in record.values.items() if record else ():
            for key in value if isinstance(value, list) else [value]:
                if record is not None and isinstance(key, str) and (record.form, name, key) in labels:
                    counted[record.form, name, key] += 1
    return counted


def choice_labels(source: Source) -> dict[Chosen, str]:
    """The words on the screen for every option of an exercise, in the language in force.

    Options carry figures of the trainee's own case; of a label that differs between two cases, what both begin with is
    taken, and an option that only one of them has is left out.
    """
    first, last = (_labels(source, municipalities()[place].code) for place in (0, -1))
    found = {}
    for chosen in first.keys() & last.keys():
        one, other = first[chosen], last[chosen]
        alike = list(takewhile(lambda pair: pair[0] == pair[1], zip(one.split(" "), other.split(" "), strict=False)))
        same = one if one == other else " ".join(word for word, _other in alike).rstrip(" :,;(—")
        if " — " in same:  # the question alone tells nothing
            found[chosen] = same
    return found


def _labels(source: Source, place: str) -> dict[Chosen, str]:
    who = Record(source.name, WHO, "", "", {"trainee": "1", "municipality": place})
    space: dict[str, Any] = {"__name__": "__main__"}
    found = {}
    with playing(source.name, {WHO: who}, lambda _bundle: lambda _later: None, grading=True) as exercise:
        for cell in source.notebook.cells:
            name = grade_id(cell)
            if cell.cell_type == "code" and ("-setup" in name or "-form-" in name):
                run_cell(cell.source, name, space)
        for form in exercise.forms:
            for field in exercise.fields_of(form):
                for key, text in field.options if isinstance(field, Choice | Choices) else ():
                    found[form, field.name, key] = f"{field.label} — {text}"
    return found
