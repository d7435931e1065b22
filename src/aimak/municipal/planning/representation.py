"""Who was heard: the people present beside the people whom they stand for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from aimak.municipal.planning.records import FocusGroup

#: A group with less than this part of its fair share is named as not heard. A choice of the course, no norm.
HALF = Fraction(1, 2)


@dataclass(frozen=True, slots=True)
class Presence:
    """A group's share of those present and of all people, both between 0 and 1.

    :param ratio: the first divided by the second: 1 is a fair share, 0 is nobody.
    """

    key: str
    share_present: float
    share_people: float
    ratio: float


def representation(groups: Sequence[FocusGroup]) -> tuple[Presence, ...]:
    """Each group's share present beside its share of the people, in the order given.

    ``ratio = (present ÷ all present) ÷ (stands for ÷ all people)``

    :raises ValueError: if there is no group, or nobody was present.
    """
    present, people = _totals(groups)
    return tuple(
        Presence(
            group.key,
            group.present / present,
            group.stands_for / people,
            float(Fraction(group.present * people, present * group.stands_for)),
        )
        for group in groups
    )


def least_heard(groups: Sequence[FocusGroup]) -> tuple[str, ...]:
    """The keys of the groups with the smallest ratio; more than one if several are equal.

    :raises ValueError: if there is no group, or nobody was present.
    """
    _totals(groups)
    ratios = {group.key: Fraction(group.present, group.stands_for) for group in groups}
    return tuple(key for key, ratio in ratios.items() if ratio == min(ratios.values()))


def not_heard(groups: Sequence[FocusGroup], part: Fraction = HALF) -> tuple[str, ...]:
    """The keys of the groups that have less than ``part`` of their fair share.

    :raises ValueError: if there is no group, or nobody was present.
    """
    present, people = _totals(groups)
    return tuple(g.key for g in groups if Fraction(g.present * people, present * g.stands_for) < part)


def people_to_meet(groups: Sequence[FocusGroup], key: str) -> int:
    """How many more people of a group must be met until it has its fair share, if no others are met.

    With ``s`` the group's share of the people and ``o`` the others present, ``x = s × o ÷ (1 − s)`` people must have
    been present; what is missing is rounded up to whole people.

    :raises ValueError: if there is no such group, it is the only one, or nobody was present.
    """
    _present, people = _totals(groups)
    group = next((one for one in groups if one.key == key), None)
    if group is None:
        raise ValueError(f"key: there is no group {key!r}")
    if len(groups) == 1:
        raise ValueError("groups: one group alone always has its fair share")
    others = sum(one.present for one in groups if one.key != key)
    wanted = Fraction(group.stands_for * others, people - group.stands_for)
    return max(0, -(-(wanted.numerator - group.present * wanted.denominator) // wanted.denominator))


def after_meeting(groups: Sequence[FocusGroup], more: Mapping[str, int]) -> tuple[FocusGroup, ...]:
    """The groups after further meetings. Their lists stay as they were until they are made again.

    :param more: key -> people who come to a further meeting.
    :raises ValueError: if a count is negative or more people come than the group stands for.
    """
    if any(count < 0 for count in more.values()):
        raise ValueError("more: the people who come cannot be fewer than none")
    return tuple(replace(group, present=group.present + more.get(group.key, 0)) for group in groups)


def _totals(groups: Sequence[FocusGroup]) -> tuple[int, int]:
    present = sum(group.present for group in groups)
    if present == 0:
        raise ValueError("present: nobody was present")
    return present, sum(group.stands_for for group in groups)
