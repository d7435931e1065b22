"""A sample class: hand-ins of every kind of skill, made through the forms' own Save.

Answers come from the misconceptions that the exercise's author states, never from the solution with noise.
"""

from __future__ import annotations

import copy
import random
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import nbformat
from nbformat import NotebookNode

from aimak.cohort.people import TEXTS, people
from aimak.cohort.roster import FILE, Trainee, roster_text
from aimak.cohort.sample_tests import SAVED, file_name, takes, test_answers
from aimak.course.designed import Answers, Designed
from aimak.course.player import play_designed
from aimak.course.source import Source, exercise_names, read_source
from aimak.data import municipalities
from aimak.errors import UserError
from aimak.files import write_whole
from aimak.i18n import translate as _
from aimak.lesson.answers import MIME, read_record, with_record
from aimak.lesson.before_after import AFTER, BEFORE, TESTS
from aimak.lesson.exercise import WHO
from aimak.project import Project

#: Kinds of skill: how often, the least and the most misconceptions.
SKILLS = {
    "strong": (25, 0, 0),
    "usual": (40, 1, 2),
    "weak": (20, 3, 5),
    "stopped early": (10, 0, 2),
    "untouched": (5, 0, 0),
}
#: Saves of the sample happen in one evening in Bishkek's time.
START = datetime(2026, 11, 20, 15, 0, tzinfo=timezone(timedelta(hours=6)))
#: The exercise that the class hands in between the two tests.
SAMPLED = "budget"
_AWKWARD = ("no notebook", "cut off", "empty", "unknown trainee", "other notebook", "same twice")


@dataclass(frozen=True)
class Sampled:
    """What was written: the roster, the hand-in files with their skill, and the awkward ones."""

    roster: Path
    files: dict[str, str]
    awkward: tuple[str, ...]


def sample(
    project: Project,
    assignment: str,
    count: int,
    seed: int,
    *,
    awkward: int = 0,
    progress: Callable[[list[Trainee]], Iterable[Trainee]] = iter,
) -> Sampled:
    """Write a roster and one hand-in for each trainee into `exercises/inbox`. The same seed gives the same files.

    :raises UserError: if the release is not built, or the count is below one.
    """
    if count < 1:
        raise UserError(
            _("A class of {number} trainees cannot be made.").format(number=count),
            _("Give --trainees a number from 1 on."),
        )
    course = project.exercises
    release = course / "release" / assignment / f"{assignment}.ipynb"
    if not release.is_file():
        raise UserError(
            _("The exercise “{name}” is not built.").format(name=assignment), _("Run: aimak exercises build")
        )
    source, blank = read_source(project, assignment), nbformat.read(release, as_version=4)
    draw = random.Random(seed)
    places = [place for place in municipalities() if place.joined == "partner"]
    trainees = people(count, places, draw)
    write_whole(course / FILE, roster_text(trainees))
    skills = draw.choices(list(SKILLS), [weight for weight, _least, _most in SKILLS.values()], k=count)
    is_test = assignment in TESTS
    files = {}
    for number, trainee in enumerate(progress(list(trainees))):
        if is_test and not takes(assignment, trainee.code, seed):
            continue
        made = hand_in(source, blank, trainee, skills[number], draw)
        name = (file_name if is_test else _file_name)(assignment, trainee, draw)
        write_whole(course / "inbox" / name, nbformat.writes(made) + "\n")
        files[name] = skills[number]
    return Sampled(course / FILE, files, _write_awkward(course / "inbox", sorted(files), awkward))


def sample_course(
    project: Project,
    assignments: Sequence[str],
    count: int,
    seed: int,
    *,
    awkward: int = 0,
    progress: Callable[[list[Trainee]], Iterable[Trainee]] = iter,
) -> Sampled:
    """As :func:`sample` for several exercises of one class: everybody has the same skill in all of them.

    :param assignments: empty for one exercise and the two tests, as far as the course has them.
    :param awkward: bad files beside the hand-ins of the last exercise.
    :raises UserError: if a release is not built, or the count is below one.
    """
    known = exercise_names(project)
    names = list(assignments) or [name for name in (BEFORE, SAMPLED, AFTER) if name in known]
    made = [
        sample(project, name, count, seed, awkward=awkward if name == names[-1] else 0, progress=progress)
        for name in names
    ]
    return Sampled(
        made[-1].roster, {name: skill for one in made for name, skill in one.files.items()}, made[-1].awkward
    )


def hand_in(source: Source, release: NotebookNode, trainee: Trainee, skill: str, draw: random.Random) -> NotebookNode:
    """The release with the outputs that a trainee of this skill leaves in it."""
    if source.name in TESTS:
        return _test(source, release, trainee, skill, draw)
    chosen: list[str] = []

    def choose(designed: Designed, case: Any) -> Answers:
        if case is None:
            return {}
        answers = {form: dict(values) for form, values in designed.solution(case).items()}
        _least, _most = SKILLS[skill][1:]
        # One misconception a task: somebody who thinks two things of one task answers only once.
        by_form: dict[str, Any] = {}
        for wrong in draw.sample(designed.misconceptions, len(designed.misconceptions)):
            by_form.setdefault(wrong.form, wrong)
        for wrong in list(by_form.values())[: draw.randint(_least, _most)]:
            chosen.append(wrong.name)
            answers[wrong.form] = dict(wrong.answer(case, answers[wrong.form]))
        for values in answers.values():
            if "text" in values:
                values["text"] = TEXTS[trainee.language, "vague" if len(chosen) > 1 else "cares"]
        keep = len(answers) if skill not in {"stopped early", "untouched"} else draw.randint(1, 3)
        return {} if skill == "untouched" else dict(list(answers.items())[:keep])

    played = play_designed(source, trainee.municipality, choose, trainee=trainee.code)
    return _with_outputs(release, played.notebook, START + timedelta(minutes=draw.randrange(180)))


def _test(source: Source, release: NotebookNode, trainee: Trainee, skill: str, draw: random.Random) -> NotebookNode:
    def choose(_designed: Designed, case: Any) -> Answers:
        return test_answers(source.name, case, skill, draw) if case is not None else {}

    played = play_designed(source, trainee.municipality, choose, trainee=trainee.code)
    return _with_outputs(release, played.notebook, START + SAVED[source.name] + timedelta(minutes=draw.randrange(180)))


def _with_outputs(release: NotebookNode, played: NotebookNode, saved: datetime) -> NotebookNode:
    """The release with the outputs of a played notebook, saved at a given time instead of now."""
    outputs = {c.metadata.nbgrader.grade_id: c.outputs for c in played.cells if c.cell_type == "code"}
    made = copy.deepcopy(release)
    for cell in made.cells:
        if cell.cell_type != "code":
            continue
        cell.outputs = copy.deepcopy(outputs.get(cell.metadata.nbgrader.grade_id, []))
        for output in cell.outputs:
            record = read_record(output.get("data", {}).get(MIME))
            if record is not None:
                at = saved + timedelta(minutes=0 if record.form == WHO else 20)
                record = replace(record, saved_at=at.isoformat(timespec="seconds"))
                output["data"] = nbformat.from_dict(with_record(output["data"], record))
    return made


def _file_name(assignment: str, trainee: Trainee, draw: random.Random) -> str:
    """A name as messengers and people leave it; it says nothing that collecting relies on."""
    first = trainee.name.split()[0]
    return draw.choice(
        (
            f"{assignment}_{trainee.code}.ipynb",
            f"{assignment} ({draw.randrange(1, 9)}) {trainee.code}.ipynb",
            f"{first} {trainee.code}.ipynb",
            f"бюджет {first} {trainee.code}.ipynb",
        )
    )


def _write_awkward(inbox: Path, names: list[str], count: int) -> tuple[str, ...]:
    """Files such as arrive beside good ones; each shows one reason to be set aside."""
    some = (inbox / names[0]).read_text(encoding="utf-8")
    stranger = nbformat.v4.new_notebook(cells=[nbformat.v4.new_markdown_cell("My notes")])
    for cell in stranger.cells:
        cell.id = "notes"
    contents = {
        "no notebook": "Good evening! I send the exercise.",
        "cut off": some[: len(some) // 2],
        "empty": "",
        "unknown trainee": some.replace('"trainee": "', '"trainee": "0'),
        "other notebook": nbformat.writes(stranger),
        "same twice": some,
    }
    made = []
    for kind in _AWKWARD[:count]:
        name = f"awkward - {kind}.ipynb"
        write_whole(inbox / name, contents[kind])
        made.append(name)
    return tuple(made)
