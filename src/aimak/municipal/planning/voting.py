"""Three ways to add up the lists of focus groups. Ties are told and never broken silently."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from aimak.municipal.planning.records import FocusGroup, Weight, heard


@dataclass(frozen=True, slots=True)
class Tally:
    """Points of each need (people or groups, by the weight) and the needs with most points."""

    scores: Mapping[str, int]

    @property
    def leaders(self) -> tuple[str, ...]:
        """The needs with most points; more than one if there is a tie."""
        most = max(self.scores.values())
        return tuple(need for need, points in self.scores.items() if points == most)

    @property
    def winner(self) -> str | None:
        """The need with most points; None if several have as many."""
        return self.leaders[0] if len(self.leaders) == 1 else None

    def share(self, need: str) -> float:
        """The part of all points that a need has, between 0 and 1.

        :raises ValueError: if nobody gave a point.
        """
        total = sum(self.scores.values())
        if total == 0:
            raise ValueError("scores: there are no points to share")
        return self.scores[need] / total


@dataclass(frozen=True, slots=True)
class Pairwise:
    """Each need against each other one.

    :param support: (a, b) -> weight of the groups that put a before b.
    :param winner: the need that beats every other one (Condorcet's winner); None if there is none.
    :param cycle: needs each of which beats the next, and the last the first; empty if there is no such circle, or
        if there is a winner.
    """

    support: Mapping[tuple[str, str], int]
    winner: str | None
    cycle: tuple[str, ...]


def needs_of(groups: Sequence[FocusGroup]) -> tuple[str, ...]:
    """The needs that the groups ranked, in alphabetical order, so that no list comes first by chance."""
    return tuple(sorted(heard(groups)[0].ranking))


def borda(groups: Sequence[FocusGroup], weight: Weight = Weight.EACH_GROUP) -> Tally:
    """Borda's count: of n needs the first on a list gets n − 1 points, the next n − 2, the last none.

    ``points of a need = sum over groups of weight × (n − its place on the list)``

    :raises ValueError: if no group made a list, or they ranked different needs.
    """
    lists = heard(groups)
    scores = dict.fromkeys(needs_of(groups), 0)
    for group in lists:
        for place, need in enumerate(group.ranking, start=1):
            scores[need] += group.weight(weight) * (len(group.ranking) - place)
    return Tally(scores)


def approval(groups: Sequence[FocusGroup], weight: Weight = Weight.EACH_GROUP) -> Tally:
    """Approval: a need gets the weight of every group that cannot go without it this year.

    :raises ValueError: if no group made a list, or they ranked different needs.
    """
    lists = heard(groups)
    return Tally({need: sum(g.weight(weight) for g in lists if need in g.approvals) for need in needs_of(groups)})


def pairwise(groups: Sequence[FocusGroup], weight: Weight = Weight.EACH_GROUP) -> Pairwise:
    """Each pair of needs is put to the vote: the one that more weight puts first beats the other.

    :raises ValueError: if no group made a list, or they ranked different needs.
    """
    lists, needs = heard(groups), needs_of(groups)
    support = {
        (a, b): sum(g.weight(weight) for g in lists if g.ranking.index(a) < g.ranking.index(b))
        for a in needs
        for b in needs
        if a != b
    }
    beats = {a: {b for b in needs if b != a and support[a, b] > support[b, a]} for a in needs}
    winner = next((a for a in needs if len(beats[a]) == len(needs) - 1), None)
    return Pairwise(support, winner, () if winner else _shortest_cycle(beats))


def _shortest_cycle(beats: Mapping[str, set[str]]) -> tuple[str, ...]:
    """The shortest circle; of several the one that starts first in the order of the needs."""
    best: tuple[str, ...] = ()
    for first in beats:
        paths: list[tuple[str, ...]] = [(first,)]
        seen = {first}
        while paths and not (best and len(paths[0]) >= len(best)):
            path = paths.pop(0)
            if first in beats[path[-1]]:
                best = path
                break
            fresh = sorted(beats[path[-1]] - seen)
            seen.update(fresh)
            paths += [(*path, one) for one in fresh]
    return best


def people_with_a_need(groups: Sequence[FocusGroup], chosen: Sequence[str]) -> int:
    """People for whom at least one of the chosen needs is among those that their group cannot go without.

    :raises ValueError: if no group made a list, or they ranked different needs.
    """
    return sum(group.stands_for for group in heard(groups) if set(chosen) & set(group.approvals))


def asked_share(groups: Sequence[FocusGroup], need: str) -> float:
    """The share of people (0 to 1) whose group cannot go without a need; groups that were not heard do not count.

    :raises ValueError: if no group made a list, or the need is not on it.
    """
    lists = heard(groups)
    if need not in lists[0].ranking:
        raise ValueError(f"need: {need!r} is not on the lists")
    return people_with_a_need(groups, (need,)) / sum(group.stands_for for group in lists)
