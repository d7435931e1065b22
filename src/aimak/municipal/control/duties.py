"""Who does what: each duty has exactly one who answers for it, and nobody can do harm alone.

A duties matrix: duties down, people across. Which duties must lie in different hands is data, not law: it comes from
the municipality's own rules.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import combinations


class Duty(StrEnum):
    """The steps of a purchase: order it, receive it, pay it, and compare the three each month."""

    ORDER = "order"
    RECEIVE = "receive"
    PAY = "pay"
    CHECK = "check"


#: Pairs that one person must not hold alone, with the harm that would need nobody else.
SEPARATE: frozenset[frozenset[Duty]] = frozenset(
    {
        frozenset({Duty.ORDER, Duty.RECEIVE}),
        frozenset({Duty.ORDER, Duty.PAY}),
        frozenset({Duty.RECEIVE, Duty.PAY}),
        frozenset({Duty.PAY, Duty.CHECK}),
    }
)


class DutyFault(StrEnum):
    """What is wrong with a matrix."""

    NOBODY = "nobody"
    SEVERAL = "several"
    NOT_ALLOWED = "not_allowed"
    ALONE = "alone"
    TOO_MANY = "too_many"


@dataclass(frozen=True, slots=True)
class DutyFinding:
    """One finding: the duties that it is about, and the person (empty where it is about a duty only)."""

    fault: DutyFault
    duties: frozenset[Duty]
    person: str = ""


@dataclass(frozen=True, slots=True)
class DutyRules:
    """What a matrix has to keep to.

    :param may: for each person the duties that he or she may hold.
    :param separate: pairs of duties that must lie in different hands.
    :param most: duties that one person can carry.
    :raises ValueError: if nobody is there, or ``most`` is below one.
    """

    may: Mapping[str, frozenset[Duty]]
    separate: frozenset[frozenset[Duty]] = field(default=SEPARATE)
    most: int = 2

    def __post_init__(self) -> None:
        if not self.may:
            raise ValueError("may: there is nobody to hold a duty")
        if self.most < 1:
            raise ValueError(f"most must be at least one duty, not {self.most}")


def harm_alone(held: Collection[tuple[Duty, str]], rules: DutyRules) -> list[DutyFinding]:
    """People who hold a pair of duties that must lie in different hands."""
    found = []
    for person in rules.may:
        duties = {duty for duty, one in held if one == person}
        pairs = (frozenset(pair) for pair in combinations(sorted(duties), 2))
        found += [DutyFinding(DutyFault.ALONE, pair, person) for pair in pairs if pair in rules.separate]
    return found


def check_duties(held: Iterable[tuple[Duty, str]], rules: DutyRules) -> list[DutyFinding]:
    """Every fault of a matrix, duties first, then people.

    :param held: pairs of a duty and a person.
    :raises ValueError: if a person is not known to the rules.
    """
    pairs = list(dict.fromkeys(held))
    for _duty, person in pairs:
        if person not in rules.may:
            raise ValueError(f"person {person!r} is not in the rules")
    found = []
    for duty in Duty:
        people = [person for one, person in pairs if one is duty]
        if not people:
            found.append(DutyFinding(DutyFault.NOBODY, frozenset({duty})))
        elif len(people) > 1:
            found.append(DutyFinding(DutyFault.SEVERAL, frozenset({duty})))
        found += [
            DutyFinding(DutyFault.NOT_ALLOWED, frozenset({duty}), person)
            for person in people
            if duty not in rules.may[person]
        ]
    found += harm_alone(pairs, rules)
    for person in rules.may:
        duties = frozenset(duty for duty, one in pairs if one == person)
        if len(duties) > rules.most:
            found.append(DutyFinding(DutyFault.TOO_MANY, duties, person))
    return found
