"""What a report says, as plain records: counts, groups, tasks, people. No layout here.

Groups are named by their codes; titles and what people were told are in the language in force.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from statistics import mean
from typing import Any

from aimak.cohort.choices import choice_labels, commonest_choices, saved_records
from aimak.cohort.groups import (
    PASS_MARK,
    Group,
    grouped,
    passes,
    suppressed_below,
)
from aimak.cohort.ledger import SET_ASIDE, Entry
from aimak.cohort.results import Result, task_name
from aimak.cohort.retell import retold
from aimak.cohort.roster import Trainee
from aimak.cohort.titles import exercise_title, form_titles
from aimak.cohort.words import KINDS
from aimak.course.cells import grade_id
from aimak.course.source import Source
from aimak.data import municipality
from aimak.i18n import language

#: Bands of the score distribution, in per cent of the points.
BANDS = ((0, 20), (20, 40), (40, 60), (60, 80), (80, 101))


@dataclass(frozen=True, slots=True)
class TaskSummary:
    """One task over the class: the mean share of its points, and what people were told most often.

    :param mean_share: over all hand-ins; None while one of them waits for a trainer.
    :param hints: what the visible check said most often, and to how many.
    :param wrong: the choices made most often by those who did not get all points, and by how many.
    """

    name: str
    title: str
    most: float
    mean_share: float | None
    full: int
    hints: tuple[tuple[str, int], ...]
    wrong: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Summary:
    """Everything that the report of one assignment shows.

    :param title: the heading of the exercise.
    :param groups: by what they are made (see :data:`aimak.cohort.words.KINDS`) -> the groups, named by their codes.
    """

    assignment: str
    invited: int
    results: tuple[Result, ...]
    waiting: int
    bands: tuple[int, ...]
    tasks: tuple[TaskSummary, ...]
    groups: Mapping[str, tuple[Group, ...]]
    set_aside: tuple[Entry, ...]
    shareable: bool
    passed: int = 0
    unfenced: int = 0
    title: str = ""


def summarise(
    source: Source,
    course: Path,
    roster: Mapping[str, Trainee],
    results: Iterable[Result],
    entries: Iterable[Entry] = (),
    *,
    shareable: bool = False,
    pass_mark: float = PASS_MARK,
    unfenced: int = 0,
) -> Summary:
    """Summarise the graded hand-ins of one exercise.

    :param shareable: True hides groups of fewer than five people, and the layout leaves names out.
    :param pass_mark: the share of the points from which an exercise is passed.
    :param unfenced: how many hand-ins ran a trainee's code without the fence.
    """
    mine = tuple(result for result in results if result.assignment == source.name)
    shares = {result.trainee: result.points / result.most for result in mine if result.most}
    percents = [round(100 * share, 6) for share in shares.values()]
    bands = tuple(sum(low <= percent < high for percent in percents) for low, high in BANDS)
    groups = {kind: grouped(roster, shares, code_of(kind), pass_mark, shareable=shareable) for kind in KINDS}
    if shareable:
        place, oblast = code_of("municipality"), code_of("oblast")
        every_place = grouped(roster, shares, place, pass_mark, shareable=False)
        lies_in = {place(one): oblast(one) for one in roster.values()}
        groups["municipality"] = suppressed_below(every_place, groups["oblast"], lies_in)
    waiting = sum(result.waiting for result in mine)
    aside = tuple(entry for entry in entries if entry.state == SET_ASIDE)
    tasks = _tasks(source, course, mine)
    return Summary(
        source.name, len(roster), mine, waiting, bands, tasks, groups, aside, shareable,
        passed=sum(passes(share, pass_mark) for share in shares.values()),
        unfenced=unfenced,
        title=exercise_title(source),
    )  # fmt: skip


def code_of(kind: str) -> Callable[[Trainee], str]:
    """What makes somebody a member of a group of this kind."""
    if kind == "oblast":
        return lambda one: municipality(one.municipality).oblast
    if kind == "municipality":  # a roster may name it, or write its code in small letters
        return lambda one: municipality(one.municipality).code
    return lambda one: str(getattr(one, kind))


def _tasks(source: Source, course: Path, results: tuple[Result, ...]) -> tuple[TaskSummary, ...]:
    titles, hints = form_titles(source), _hints(source, course, results)
    records = saved_records(course, source.name, (result.trainee for result in results))
    labels = choice_labels(source) if source.is_form else {}
    made = []
    for cell, most in source.points.items():
        name = task_name(source.name, cell)
        mine = [(result.trainee, task) for result in results for task in result.tasks if task.cell == cell]
        # While some wait, only the empty answers are marked: their mean would say nothing.
        waiting = any(task.waiting for _trainee, task in mine)
        share = mean(task.points / most for _trainee, task in mine) if mine and not waiting else None
        full = sum(task.points >= most for _trainee, task in mine)
        short = [records.get(trainee, {}).get(name) for trainee, task in mine if task.points < most]
        right = [records.get(trainee, {}).get(name) for trainee, task in mine if task.points >= most]
        wrong = commonest_choices(short, labels, right)
        # Of hints that as many were told, always the same ones: two reports of one class must not differ.
        common = tuple(sorted(hints.get(name, {}).items(), key=lambda told: (-told[1], told[0]))[:3])
        made.append(TaskSummary(name, titles.get(name, name), most, share, full, common, wrong))
    return tuple(made)


def _hints(source: Source, course: Path, results: tuple[Result, ...]) -> dict[str, Counter[str]]:
    """What the visible checks told people to look at: task -> line -> how many were told so, in whatever language."""
    found: dict[str, Counter[str]] = {}
    for result in results:
        path = course / "autograded" / result.trainee / source.name / f"{source.name}.ipynb"
        try:
            told = _told(json.loads(path.read_text(encoding="utf-8")), source.name)
        except (OSError, ValueError, TypeError, KeyError, AttributeError):
            continue  # the points stand in the gradebook; feedback names the file, and grading makes it again
        for task, lines in told.items():
            found.setdefault(task, Counter()).update(lines)
    return found


def _told(notebook: Mapping[str, Any], assignment: str) -> dict[str, set[str]]:
    """What one notebook's checks told, in the language in force: task -> lines without their amounts."""
    found: dict[str, set[str]] = {}
    graded = notebook["metadata"].get("aimak", {}).get("graded", {})
    said_in = graded.get("language", "en")
    for cell in notebook["cells"]:
        if not grade_id(cell).startswith(f"{assignment}-check-"):
            continue
        lines = found.setdefault(task_name(assignment, grade_id(cell)), set())
        for output in cell.get("outputs", []):
            text = "".join(output.get("data", {}).get("text/plain", ""))  # a file keeps a text or its lines
            told = (line.partition(":")[2].strip() for line in text.splitlines() if line.startswith("➜"))
            lines.update(_without_numbers(retold(line, said_in, language())) for line in told)
    return found


def _without_numbers(line: str) -> str:
    """The hint without its amounts, so that the same hint of two municipalities counts as one."""
    return re.sub(r"\d[\d,\u00a0]*[.,]\d\b", "…", line)
