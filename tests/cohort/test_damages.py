"""Three hundred damaged hand-ins: each is taken, and its mark is that of the undamaged one."""

from __future__ import annotations

import json
import random
from dataclasses import replace
from pathlib import Path

import nbformat
import pytest

from aimak.cohort.collect import collect
from aimak.cohort.grading import How, grade
from aimak.cohort.ledger import ACCEPTED
from aimak.cohort.roster import Trainee
from aimak.cohort.sample import SKILLS, hand_in
from aimak.course import stock
from aimak.course.player import play_designed
from aimak.course.source import read_source
from aimak.lesson.answers import MIME, read_record, with_record
from aimak.project import Project
from tests.cohort.damages import damaged

pytestmark = pytest.mark.fence
ANALYST = "budget-analyst"
FORMS, CODES = 220, 80


def trainee(number: int) -> Trainee:
    return Trainee(f"{10000 + number}", f"Trainee {number}", "f", "30-44", "head", f"M{number % 9 + 1:02}", "en")


def undamaged(project: Project) -> dict[tuple[str, int], nbformat.NotebookNode]:
    """Nine hand-ins of each exercise, of every kind of skill and half answer."""
    source = read_source(project, "budget")
    release = nbformat.read(project.exercises / "release" / "budget" / "budget.ipynb", as_version=4)
    made = {}
    skills = [skill for skill in SKILLS if skill != "untouched"]
    for number in range(9):
        draw = random.Random(number)
        made["budget", number] = hand_in(source, release, trainee(number), skills[number % len(skills)], draw)
    analyst = read_source(project, ANALYST)
    for number in range(9):
        played = play_designed(
            analyst, f"M{number + 1:02}",
            lambda d, case, n=number: d.halves[n % 4].answer(case) if n % 4 < 3 else {},  # type: ignore[misc]
            trainee=trainee(number).code,
        )  # fmt: skip
        made[ANALYST, number] = played.notebook
    return made


def of(notebook: nbformat.NotebookNode, who: Trainee) -> dict[str, object]:
    """The hand-in as another trainee's."""
    made = json.loads(json.dumps(notebook))
    for cell in made["cells"]:
        for output in cell.get("outputs", []):
            record = read_record(output.get("data", {}).get(MIME))
            if record and record.form == "who":
                values = {**record.values, "trainee": who.code}
                output["data"] = with_record(output["data"], replace(record, values=values))
    return made  # type: ignore[no-any-return]


def test_three_hundred_damaged_hand_ins_earn_what_the_undamaged_ones_do(class_project: Project, tmp_path: Path) -> None:
    course, inbox = class_project.exercises, tmp_path / "inbox"
    inbox.mkdir()
    originals = undamaged(class_project)
    roster = {trainee(n).code: trainee(n) for n in range(9 + FORMS + CODES)}
    for (name, number), notebook in originals.items():
        (inbox / f"{name} {number}.ipynb").write_text(json.dumps(notebook), encoding="utf-8")
    done, of_whom = {}, {}
    for number in range(9, 9 + FORMS + CODES):
        name = "budget" if number < 9 + FORMS else ANALYST
        who, draw = trainee(number), random.Random(number)
        label, data, what = damaged(of(originals[name, number % 9], who), draw)
        (inbox / label.format(f"{number:04}")).write_bytes(data)
        done[who.code], of_whom[who.code] = what, (name, trainee(number % 9).code)
    found = collect(inbox, course, roster, ("budget", ANALYST))
    lost = [f"{entry.name}: {entry.state}: {entry.reason}" for entry in found.entries if entry.state != ACCEPTED]
    assert not lost
    assert {one.state for one in grade(course, ("budget", ANALYST), How(workers=2))} == {"graded"}
    wrong = []
    for code, (name, other) in of_whom.items():
        got, expected = stock.points(course, name, code), stock.points(course, name, other)
        if got != expected:
            wrong.append(f"{code} {name} after {done[code]}: {got} instead of {expected}")
    assert not wrong
    assert len(of_whom) >= 300
    assert len(set(done.values())) > 150
