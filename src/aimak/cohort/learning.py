"""What the two tests tell of a class, as plain records: people, units, questions, groups. No layout here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from aimak.cohort.change import Change, paired_change
from aimak.cohort.choices import saved_records
from aimak.cohort.groups import SMALL, Group, suppressed
from aimak.cohort.results import Result, results
from aimak.cohort.roster import Trainee
from aimak.cohort.summary import code_of
from aimak.cohort.titles import form_titles
from aimak.course.source import read_source
from aimak.lesson.answers import Record
from aimak.lesson.before_after import AFTER, BEFORE, OPEN, QUESTIONS, RIGHT, TESTS, WRONG, state
from aimak.lesson.exercise import WHO
from aimak.project import Project

#: By what the change is told of groups; each of a size that a course has.
KINDS = ("sex", "oblast")
#: What became of one question in a class: state -> people.
States = Mapping[str, int]


@dataclass(frozen=True, slots=True)
class QuestionChange:
    """One question: what became of it in each test; None for a test that nobody told of here took."""

    name: str
    title: str
    unit: str
    before: States | None
    after: States | None


@dataclass(frozen=True, slots=True)
class UnitChange:
    """The part of the questions about a unit that was answered right, of those told of here."""

    unit: str
    before: float | None
    after: float | None


@dataclass(frozen=True, slots=True)
class GroupChange:
    """People who share something and did both tests.

    :param change: None where it is hidden.
    """

    kind: str
    name: str
    change: Change | None


@dataclass(frozen=True, slots=True)
class Learned:
    """Everything that the report on the tests shows.

    :param both: right answers of those who did both tests; None if nobody did.
    :param only_before: how many did the first test only; ``only_after`` the second only.
    :param told: of how many people ``units`` and ``questions`` tell: those who did both; if nobody did, those of the
        test that fewer did.
    :param people: right answers by trainee in each test, for the trainer.
    """

    both: Change | None
    only_before: int
    only_after: int
    told: int
    units: tuple[UnitChange, ...]
    questions: tuple[QuestionChange, ...]
    groups: tuple[GroupChange, ...]
    people: Mapping[str, tuple[float | None, float | None]]
    shareable: bool

    @property
    def may_be_shared(self) -> bool:
        """False if so few people are told of that they could be recognised."""
        return self.told >= SMALL


def learned(project: Project, roster: Mapping[str, Trainee], *, shareable: bool = False) -> Learned | None:
    """What the tests tell; None while none is graded.

    :param shareable: True hides groups of fewer than :data:`SMALL`.
    """
    course = project.exercises
    by_test: dict[str, dict[str, Result]] = {name: {} for name in TESTS}
    for one in results(course, TESTS):
        by_test[one.assignment][one.trainee] = one
    before, after = by_test[BEFORE], by_test[AFTER]
    if not before and not after:
        return None
    both = sorted(before.keys() & after.keys())
    told = {name: {code: some[code] for code in both or sorted(some)} for name, some in by_test.items()}
    seen = {name: _states(saved_records(course, name, some), some) if some else None for name, some in told.items()}
    titles = form_titles(read_source(project, BEFORE if before else AFTER))
    pairs = {code: (before[code].points, after[code].points) for code in both}
    everybody = sorted(before.keys() | after.keys())
    return Learned(
        both=paired_change(list(pairs.values())),
        only_before=len(before.keys() - after.keys()),
        only_after=len(after.keys() - before.keys()),
        told=min(len(some) for some in told.values() if some),
        units=_units(seen),
        questions=tuple(
            QuestionChange(
                name, titles.get(name, name), unit, _counted(seen[BEFORE], name), _counted(seen[AFTER], name)
            )
            for name, unit in QUESTIONS.items()
        ),
        groups=_groups(roster, pairs, shareable=shareable),
        people={code: (_points(before, code), _points(after, code)) for code in everybody},
        shareable=shareable,
    )


def _points(some: Mapping[str, Result], code: str) -> float | None:
    return some[code].points if code in some else None


#: Trainee -> question -> state.
_Seen = Mapping[str, Mapping[str, str]]


def _states(records: Mapping[str, Mapping[str, Record]], some: Mapping[str, Result]) -> _Seen:
    """What became of each question for each trainee: the points say what is right, the record says the rest."""
    found: dict[str, dict[str, str]] = {}
    for code, result in some.items():
        mine, earned = records.get(code, {}), {task.name: task.points >= task.most for task in result.tasks}
        found[code] = {name: RIGHT if earned.get(name) else _not_right(mine, name) for name in QUESTIONS}
    return found


def _not_right(records: Mapping[str, Record], question: str) -> str:
    record, who = records.get(question), records.get(WHO)
    if record is None or who is None or record.municipality != who.values.get("municipality"):
        return OPEN  # an answer about another municipality's figures is none
    return state(record.values) or WRONG


def _counted(seen: _Seen | None, question: str) -> States | None:
    return None if seen is None else Counter(mine[question] for mine in seen.values())


def _units(seen: Mapping[str, _Seen | None]) -> tuple[UnitChange, ...]:
    return tuple(
        UnitChange(unit, _share(seen[BEFORE], unit), _share(seen[AFTER], unit))
        for unit in dict.fromkeys(QUESTIONS.values())
    )


def _share(seen: _Seen | None, unit: str) -> float | None:
    if not seen:
        return None
    asked = [mine[name] for mine in seen.values() for name, of in QUESTIONS.items() if of == unit]
    return asked.count(RIGHT) / len(asked)


def _groups(
    roster: Mapping[str, Trainee], pairs: Mapping[str, tuple[float, float]], *, shareable: bool
) -> tuple[GroupChange, ...]:
    made: list[GroupChange] = []
    for kind in KINDS:
        key, codes = code_of(kind), dict[str, list[str]]()
        for code in pairs:
            if code in roster:
                codes.setdefault(key(roster[code]), []).append(code)
        sizes = [Group(name, len(mine), len(mine), None) for name, mine in sorted(codes.items())]
        hidden = {one.name for one in suppressed(sizes) if one.hidden} if shareable else set()
        for name, mine in sorted(codes.items()):
            change = None if name in hidden else paired_change([pairs[code] for code in mine])
            made.append(GroupChange(kind, name, change))
    return tuple(made)
