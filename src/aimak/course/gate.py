"""The release gate: an exercise goes out only if its solution, its half answers and nothing else earn points.

Every check is a function that returns problems in words; none means that the gate is open. `gate` runs all of them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path
from typing import Any

import nbformat
from nbformat import NotebookNode

from aimak.course import stock
from aimak.course.before_after_gate import test_problems
from aimak.course.build import build, solved_notebook
from aimak.course.designed import Answers, Designed
from aimak.course.language_gate import in_its_language, language_problems
from aimak.course.player import Played, play_designed
from aimak.course.source import Source, notebook_text, read_source
from aimak.course.static_gate import release_problems, source_problems
from aimak.data import municipalities
from aimak.i18n import LANGUAGES, plural, speaking
from aimak.i18n import translate as _
from aimak.i18n.numbers import short
from aimak.lesson.before_after import TESTS
from aimak.lesson.exercise import WHO
from aimak.project import Project

#: Points that differ by less are the same.
SAME = 0.005
#: Half answers and misconceptions that an exercise needs at least.
LEAST_HALVES, LEAST_MISCONCEPTIONS = 3, 3
#: Cases with different right answers that an exercise needs at least.
LEAST_CASES = 50


@dataclass(frozen=True)
class Verdict:
    """What the gate says of one exercise: no problems means that it may go out."""

    name: str
    problems: tuple[str, ...]
    cases: int
    machine_points: float
    hand_points: float


def gate(project: Project, name: str) -> Verdict:
    """Run the whole gate for one exercise, on a course folder of its own that is thrown away.

    :raises UserError: if the source cannot be read at all.
    """
    source = read_source(project, name)
    problems: list[str] = []
    problems += source_problems(source)
    codes = [place.code for place in municipalities()]
    try:
        if not problems:
            problems += designed_problems(source, codes[0])
            problems += case_problems(source, codes)
            problems += test_problems(project, source, codes) if name in TESTS else []
            problems += language_problems(project, source, codes[0], _answered(source, codes[0]))
    except Exception as error:  # an author's cell may raise anything; the gate names it and stays shut
        problems.append(_("a cell raised {kind}: {error}").format(kind=type(error).__name__, error=error))
    if not problems:
        with stock.new_course(like=project.exercises) as course:
            problems += stock_problems(project, source, course, codes[0])
    hand = sum(source.points.values()) - sum(source.machine_points.values())
    return Verdict(name, tuple(problems), len(codes), sum(source.machine_points.values()), hand)


def _total(played: Played) -> float:
    return sum(played.points.values())


def designed_problems(source: Source, code: str) -> list[str]:
    """Solution full, empty nothing, each half what it says, each misconception less than full and rightly hinted."""
    full = sum(source.machine_points.values())
    solved = play_designed(source, code, lambda d, case: d.solution(case))
    assert solved.designed is not None
    designed = solved.designed
    problems = _point_problems(source, solved.points, _("the solution"))
    if len(designed.halves) < LEAST_HALVES:
        problems.append(
            plural(
                "{count} half answer is designed; at least {least} are needed",
                "{count} half answers are designed; at least {least} are needed",
                len(designed.halves),
            ).format(count=len(designed.halves), least=LEAST_HALVES)
        )
    if len(designed.misconceptions) < LEAST_MISCONCEPTIONS:
        problems.append(
            plural(
                "{count} misconception is designed; {least} are needed",
                "{count} misconceptions are designed; {least} are needed",
                len(designed.misconceptions),
            ).format(count=len(designed.misconceptions), least=LEAST_MISCONCEPTIONS)
        )
    if abs(_total(solved) - full) > SAME:
        problems.append(
            _("the solution earns {earned} of {full} points ({points})").format(
                earned=short(_total(solved)), full=short(full), points=solved.points
            )
        )
    for label, place in ((_("an untouched notebook"), ""), (_("a notebook with a municipality only"), code)):
        empty = _total(play_designed(source, place, lambda _d, _case: source.untouched))
        if empty > SAME:
            problems.append(
                _("{notebook} earns {points} points; it must earn 0").format(notebook=label, points=short(empty))
            )
    for half in designed.halves:
        earned = _total(play_designed(source, code, _half(half.name)))
        if abs(earned - half.points) > SAME:
            problems.append(
                _("half answer '{name}' earns {earned} points, not {points} as it says").format(
                    name=half.name, earned=short(earned), points=short(half.points)
                )
            )
        if not 0 < half.points < full:
            problems.append(
                _("half answer '{name}': {points} is not between 0 and {full}").format(
                    name=half.name, points=short(half.points), full=short(full)
                )
            )
    return problems + _misconception_problems(source, designed, code)


def _answered(source: Source, code: str) -> dict[str, Callable[[Designed, Any], Answers]]:
    """By name: what the solution, an untouched notebook, half answers and misconceptions answer."""
    designed = play_designed(source, code, lambda d, case: d.solution(case)).designed
    assert designed is not None
    return {
        "the solution": lambda d, case: d.solution(case),
        "an untouched notebook": lambda _d, _case: source.untouched,
        **{half.name: _half(half.name) for half in designed.halves},
        **{wrong.name: with_misconception(wrong.name) for wrong in designed.misconceptions},
    }


def _half(name: str) -> Callable[[Designed, Any], Answers]:
    def choose(designed: Designed, case: Any) -> Answers:
        return next(half.answer(case) for half in designed.halves if half.name == name)

    return choose


def with_misconception(name: str) -> Callable[[Designed, Any], Answers]:
    """Chooses right answers but for one task, where the misconception answers."""

    def choose(designed: Designed, case: Any) -> Answers:
        answers = designed.solution(case)
        wrong = next(m for m in designed.misconceptions if m.name == name)
        return {**answers, wrong.form: wrong.answer(case, answers.get(wrong.form))}

    return choose


def _misconception_problems(source: Source, designed: Designed, code: str) -> list[str]:
    problems = []
    for wrong in designed.misconceptions:
        played = play_designed(source, code, with_misconception(wrong.name))
        cell = f"{source.name}-check-{wrong.form}"
        if played.points.get(cell, 0.0) >= source.points[cell] - SAME:
            problems.append(_("misconception '{name}' costs nothing").format(name=wrong.name))
        if wrong.hint not in played.hints.get(wrong.form, ""):
            problems.append(
                _("misconception '{name}' is not met by its hint '{hint}'").format(name=wrong.name, hint=wrong.hint)
            )
    return problems


def _point_problems(source: Source, points: dict[str, float], what: str) -> list[str]:
    problems = [
        _("{what}: the check {cell} ended in no number: its hidden part must end in exercise.score(...)").format(
            what=what, cell=cell
        )
        for cell in source.machine_points
        if cell not in points
    ]
    problems += [
        _("{what}: the check {cell} gives {earned} of {full} points").format(
            what=what, cell=cell, earned=short(earned), full=short(source.points[cell])
        )
        for cell, earned in points.items()
        if earned > source.points[cell] + SAME
    ]
    return problems


def case_problems(source: Source, codes: list[str]) -> list[str]:
    """The solution earns all in every municipality, and no two municipalities share their right answers."""
    full = sum(source.machine_points.values())
    problems: list[str] = []
    seen: dict[str, str] = {}
    if len(codes) < LEAST_CASES:
        problems.append(
            plural(
                "there is {count} case; {least} are needed", "there are {count} cases; {least} are needed", len(codes)
            ).format(count=len(codes), least=LEAST_CASES)
        )
    for code in codes:
        played = play_designed(source, code, lambda d, case: d.solution(case), recorded=True)
        earned = _total(played)
        if abs(earned - full) > SAME:
            problems.append(
                _("{code}: the solution earns {earned} of {full} points").format(
                    code=code, earned=short(earned), full=short(full)
                )
            )
        key = repr(sorted((name, sorted(values.items())) for name, values in played.answers.items() if name != WHO))
        if key in seen:
            problems.append(_("{one} and {other} have the same right answers").format(one=code, other=seen[key]))
        seen[key] = code
    return problems


def stock_problems(project: Project, source: Source, course: Path, code: str) -> list[str]:
    """What plain nbgrader gives: the source as it is all points, the release none, halves what they say.

    :param course: an empty course folder.
    """
    built = build(project, source.name, course)
    problems = release_problems(source, nbformat.read(built.release, as_version=4))
    hand_ins = {"source": (nbformat.read(built.source, as_version=4), sum(source.machine_points.values()))}
    hand_ins["release"] = (nbformat.read(built.release, as_version=4), 0.0)
    designed = play_designed(source, code, lambda d, case: d.solution(case)).designed
    assert designed is not None
    for half in designed.halves:
        hand_ins[half.name] = (play_designed(source, code, _half(half.name)).notebook, half.points)
    # Languages and half answers in turn: what a notebook of another language earns is compared cell by cell elsewhere.
    for language, half in zip(LANGUAGES[1:], cycle(designed.halves), strict=False):
        spoken = in_its_language(project, source, language)
        with speaking(language):
            hand_ins[f"{half.name}-{language}"] = (play_designed(spoken, code, _half(half.name)).notebook, half.points)
    for student, (notebook, expected) in hand_ins.items():
        problems += _stock_grade(course, source, student, notebook, expected)
    return problems


def _stock_grade(course: Path, source: Source, student: str, notebook: NotebookNode, expected: float) -> list[str]:
    path = course / "submitted" / student / source.name / f"{source.name}.ipynb"
    path.parent.mkdir(parents=True)
    path.write_text(notebook_text(notebook), encoding="utf-8")
    outcome = stock.autograde(course, source.name, student)
    if outcome.problem:
        return [_("stock nbgrader cannot grade '{name}': {problem}").format(name=student, problem=outcome.problem)]
    earned = stock.points(course, source.name, student)
    total = sum(points for cell, points in earned.items() if cell in source.machine_points)
    if abs(total - expected) > SAME:
        return [
            _("stock nbgrader gives '{name}' {earned} points, not {expected} ({points})").format(
                name=student, earned=short(total), expected=short(expected), points=earned
            )
        ]
    return []


__all__ = ["Verdict", "gate", "solved_notebook", "with_misconception"]
