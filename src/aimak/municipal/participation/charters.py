"""Clauses of two charters side by side, and amendments that a municipality may adopt."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from aimak.municipal.newservice.checks import whole


@dataclass(frozen=True, slots=True)
class Clause:
    """What a charter says on a topic.

    :param openness: how many people it lets in, for comparing two wordings: more is more open. A judgement of the case.
    :raises ValueError: if the topic is empty, or openness is negative or no whole number.
    """

    topic: str
    openness: int

    def __post_init__(self) -> None:
        if not self.topic:
            raise ValueError("topic must not be empty")
        whole(self.openness, "openness")


def differences(first: Iterable[Clause], second: Iterable[Clause]) -> dict[str, tuple[int | None, int | None]]:
    """Topics on which two charters differ, with the openness of each; None where a charter says nothing.

    :raises ValueError: if a charter has a topic twice.
    """
    one, other = _by_topic(first), _by_topic(second)
    return {
        topic: (one.get(topic), other.get(topic))
        for topic in dict.fromkeys((*one, *other))
        if one.get(topic) != other.get(topic)
    }


def more_open(first: Iterable[Clause], second: Iterable[Clause], topic: str) -> int:
    """Which charter lets more people in on a topic: 1, 2, or 0 for none. Saying nothing lets nobody in.

    :raises ValueError: if a charter has a topic twice.
    """
    one, other = (_by_topic(charter).get(topic, -1) for charter in (first, second))
    return 0 if one == other else 1 if one > other else 2


def _by_topic(charter: Iterable[Clause]) -> dict[str, int]:
    found: dict[str, int] = {}
    for clause in charter:
        if clause.topic in found:
            raise ValueError(f"topic stands twice: {clause.topic}")
        found[clause.topic] = clause.openness
    return found


@dataclass(frozen=True, slots=True)
class Amendment:
    """A change of the charter that somebody proposes.

    :param group: whom it brings in; empty for nobody in particular.
    :param cost: whole som a year.
    :param ours: False where a charter cannot decide it.
    :raises ValueError: if the cost is negative or no whole number.
    """

    key: str
    group: str
    cost: int
    ours: bool = True

    def __post_init__(self) -> None:
        whole(self.cost, "cost")


def worth_adopting(amendments: Sequence[Amendment], missing: Iterable[str], money: int) -> tuple[str, ...]:
    """Keys of the amendments that a charter may hold, that bring in a missing group, and that can be paid.

    :param missing: the groups that are fewer in the room than at home.
    :param money: whole som a year.
    :raises ValueError: if the money is negative.
    """
    whole(money, "money")
    groups = set(missing)
    return tuple(one.key for one in amendments if one.ours and one.group in groups and one.cost <= money)
