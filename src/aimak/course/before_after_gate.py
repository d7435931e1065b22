"""The part of the release gate for tests: they measure, so they tell nothing, and a remembered answer is worth nothing.

See docs/adr/0018-before-and-after.md.
"""

from __future__ import annotations

from collections import Counter
from typing import Any

from aimak.course.designed import Answers, Designed
from aimak.course.player import Played, play_designed
from aimak.course.source import Source, read_source
from aimak.course.units import UNITS
from aimak.i18n import translate as _
from aimak.lesson.before_after import NOT_KNOWN, QUESTIONS, TESTS, UNKNOWN, state
from aimak.lesson.fields import Choice, Choices, Field
from aimak.project import Project

#: Points of each question.
POINTS = 1.0


def test_problems(project: Project, source: Source, codes: list[str]) -> list[str]:
    """What is wrong with a test, in words.

    :param codes: the municipalities whose cases are compared with those of the other test.
    """
    problems = _shape_problems(project, source)
    if not problems:
        problems += _telling_problems(source, codes[0])
        problems += _unknown_problems(source, codes[0])
    if not problems:
        (other,) = (name for name in TESTS if name != source.name)
        problems += _memory_problems(source, read_source(project, other), codes)
    return problems


test_problems.__test__ = False  # type: ignore[attr-defined]


def _shape_problems(project: Project, source: Source) -> list[str]:
    """One point for each question of the list, in its order; each unit is asked about, and has its page."""
    expected = {f"{source.name}-check-{question}": POINTS for question in QUESTIONS}
    problems = []
    if list(source.points.items()) != list(expected.items()):
        problems.append(_("a test has the questions of QUESTIONS in their order, each for one point"))
    missing = [unit.name for unit in UNITS if unit.name not in QUESTIONS.values()]
    problems += [_("no question asks about the unit {unit}").format(unit=unit) for unit in missing]
    for unit in sorted(set(QUESTIONS.values())):
        if not (project.root / "book" / "chapters" / f"{unit}.md").is_file():
            problems.append(_("there is no chapter that teaches {unit}").format(unit=unit))
    return problems


def _telling_problems(source: Source, code: str) -> list[str]:
    """The visible checks say the same to a right answer and to each wrong one; every question has a wrong one."""
    solved = play_designed(source, code, lambda d, case: d.solution(case))
    assert solved.designed is not None
    known = Counter(wrong.form for wrong in solved.designed.misconceptions)
    problems = [
        _("no misconception is designed for the question {question}").format(question=question)
        for question in QUESTIONS
        if not known[question]
    ]
    for turn in range(max(known.values(), default=0)):

        def choose(designed: Designed, case: Any, turn: int = turn) -> Answers:
            wrong: dict[str, list[Any]] = {}
            for one in designed.misconceptions:
                wrong.setdefault(one.form, []).append(one.answer(case, None))
            return {form: some[turn % len(some)] for form, some in wrong.items()}

        played = play_designed(source, code, choose)
        problems += [
            _("the visible check of {question} tells a right answer from a wrong one").format(question=question)
            for question in known
            if played.hints[question] != solved.hints[question]
        ]
    return list(dict.fromkeys(problems))


def _unknown_problems(source: Source, code: str) -> list[str]:
    """Every question can be answered with “I do not know”, which earns nothing and is kept apart from an answer."""
    fields = play_designed(source, code, lambda _d, _case: {}, recorded=True).fields
    answers = {question: _not_known(fields[question]) for question in QUESTIONS}
    played = play_designed(source, code, lambda _d, _case: answers, recorded=True)
    return [
        _("the question {question} has no “I do not know” that earns nothing").format(question=question)
        for question in QUESTIONS
        if state(played.answers[question]) != NOT_KNOWN or played.points[f"{source.name}-check-{question}"]
    ]


def _not_known(fields: tuple[Field, ...]) -> dict[str, Any]:
    options = {field.name: field for field in fields if isinstance(field, Choice | Choices)}
    found = {name: field for name, field in options.items() if UNKNOWN in dict(field.options)}
    return {name: UNKNOWN if isinstance(field, Choice) else [UNKNOWN] for name, field in found.items()}


def _memory_problems(source: Source, other: Source, codes: list[str]) -> list[str]:
    """The other test asks in the same way, and no right answer of one, as it reads, is that of the other."""
    problems = []
    for code in codes:
        here, there = (
            play_designed(one, code, lambda d, case: d.solution(case), recorded=True) for one in (source, other)
        )
        for question in QUESTIONS:
            if _kinds(here, question) != _kinds(there, question):
                problems.append(_("{question}: the two tests ask in different ways").format(question=question))
            elif _reads(here, question) == _reads(there, question):
                problems.append(
                    _("{question}, {code}: the same answer is right in both tests").format(question=question, code=code)
                )
    return list(dict.fromkeys(problems))


def _kinds(played: Played, question: str) -> list[tuple[str, str, list[str]]]:
    return [
        (
            field.name,
            type(field).__name__,
            sorted(dict(field.options)) if isinstance(field, Choice | Choices) else [],
        )
        for field in played.fields[question]
    ]


def _reads(played: Played, question: str) -> list[str]:
    return [field.show(played.answers[question][field.name]) for field in played.fields[question]]
