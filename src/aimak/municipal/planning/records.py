"""Focus groups of a joint needs assessment as frozen records."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

SEXES = ("women", "men", "all")
AGES = ("youth", "adult", "elderly", "all")


class Weight(StrEnum):
    """What a focus group counts for when lists are added up."""

    EACH_GROUP = "each_group"
    PRESENT = "present"
    STANDS_FOR = "stands_for"


@dataclass(frozen=True, slots=True)
class FocusGroup:
    """One focus group and the list that it made.

    :param sex: one of :data:`SEXES`; ``age`` one of :data:`AGES`; ``all`` where the group is mixed.
    :param place: the village or part of the municipality that it speaks for.
    :param present: people who came.
    :param stands_for: people of this sex, age and place, whether they came or not.
    :param ranking: all needs, the most pressing first; empty if the group made no list.
    :param approved: how many needs at the head of the list the group cannot go without this year.
    :raises ValueError: for a negative count, more people present than the group stands for, a need that stands
        twice, more approvals than needs, or a list that nobody was there to make.
    """

    key: str
    sex: str
    age: str
    place: str
    present: int
    stands_for: int
    ranking: tuple[str, ...]
    approved: int

    def __post_init__(self) -> None:
        if self.sex not in SEXES or self.age not in AGES:
            raise ValueError(f"{self.key}: sex or age is unknown: {self.sex!r}, {self.age!r}")
        if self.present < 0 or self.stands_for <= 0:
            raise ValueError(f"{self.key}: present must not be negative and stands_for must be above zero")
        if self.present > self.stands_for:
            raise ValueError(f"{self.key}: present ({self.present}) is more than stands_for ({self.stands_for})")
        if len(set(self.ranking)) != len(self.ranking):
            raise ValueError(f"{self.key}: ranking names a need twice")
        if not 0 <= self.approved <= len(self.ranking):
            raise ValueError(f"{self.key}: approved must be between 0 and the number of needs")
        if self.ranking and not self.present:
            raise ValueError(f"{self.key}: ranking needs people present, and nobody was")

    @property
    def approvals(self) -> tuple[str, ...]:
        """The needs that the group cannot go without this year, the most pressing first."""
        return self.ranking[: self.approved]

    def weight(self, weight: Weight) -> int:
        """1, the people present, or the people whom the group stands for."""
        return {Weight.EACH_GROUP: 1, Weight.PRESENT: self.present, Weight.STANDS_FOR: self.stands_for}[weight]


def heard(groups: Sequence[FocusGroup]) -> tuple[FocusGroup, ...]:
    """The groups that made a list.

    :raises ValueError: if there is none, if two have the same key, or if they ranked different needs.
    """
    if len({group.key for group in groups}) != len(groups):
        raise ValueError("groups: two groups have the same key")
    found = tuple(group for group in groups if group.ranking)
    if not found:
        raise ValueError("groups: no group made a list")
    if len({frozenset(group.ranking) for group in found}) != 1:
        raise ValueError("ranking: the groups did not rank the same needs")
    return found
