"""Groups of trainees, and what may be told of them where nobody is to be recognised."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from statistics import mean

from aimak.cohort.roster import Trainee

#: Groups with fewer people are not shown in a version that leaves the trainer's hands.
SMALL = 5
#: The share of the points from which an exercise counts as passed, unless a course sets another.
PASS_MARK = 0.6


@dataclass(frozen=True, slots=True)
class Group:
    """People who share something: how many were invited, handed in and passed, and their mean share of the points.

    :param hidden: True if its numbers are not to be shown; they are zero then.
    """

    name: str
    invited: int
    handed_in: int
    mean_share: float | None
    passed: int = 0
    hidden: bool = False


def grouped(
    roster: Mapping[str, Trainee],
    shares: Mapping[str, float],
    key: Callable[[Trainee], str],
    pass_mark: float,
    *,
    shareable: bool,
) -> tuple[Group, ...]:
    """The groups that ``key`` makes of the roster.

    :param shares: trainee code -> share of the points (0..1).
    :param shareable: True hides groups of fewer than :data:`SMALL`, and so many others that no hidden number can be
        worked out from a total.
    """
    codes: dict[str, list[str]] = {}
    for code, trainee in roster.items():
        codes.setdefault(key(trainee), []).append(code)
    made = []
    for name, mine in sorted(codes.items()):
        have = [shares[code] for code in mine if code in shares]
        passed = sum(passes(share, pass_mark) for share in have)
        made.append(Group(name, len(mine), len(have), mean(have) if have else None, passed))
    return suppressed(made) if shareable else tuple(made)


def passes(share: float, pass_mark: float) -> bool:
    """True if a share reaches the mark; points such as 0.1 and 0.7 do not add up to the last digit."""
    return share >= pass_mark - 1e-9


def suppressed_below(groups: Iterable[Group], above: Iterable[Group], place_of: Mapping[str, str]) -> tuple[Group, ...]:
    """Hide small groups of which each lies in a larger one that is told too: within each, as :func:`suppressed` does,
    because the larger one's number less those shown gives away the one that is missing.

    :param above: the larger groups, suppressed already. In one that is hidden, all are.
    :param place_of: name of a group -> name of the larger one.
    """
    listed, hidden_above = list(groups), {one.name for one in above if one.hidden}
    made: dict[str, Group] = {}
    for place in set(place_of.values()):
        mine = [one for one in listed if place_of[one.name] == place]
        told = [_hidden(one) for one in mine] if place in hidden_above else suppressed(mine)
        made.update((one.name, one) for one in told)
    return tuple(made[one.name] for one in listed)


def _hidden(group: Group) -> Group:
    return replace(group, invited=0, handed_in=0, mean_share=None, passed=0, hidden=True)


def suppressed(groups: Iterable[Group]) -> tuple[Group, ...]:
    """Hide small groups; where only one is hidden, or all hidden together are fewer than :data:`SMALL`, the next
    smallest is hidden too, because the total gives the missing number away."""
    listed = list(groups)
    by_size = sorted((g for g in listed if g.handed_in or g.invited), key=lambda g: (g.handed_in, g.name))
    hidden = [g for g in by_size if g.handed_in < SMALL or g.invited < SMALL]
    others = [g for g in by_size if g not in hidden]
    while hidden and others and (len(hidden) == 1 or sum(g.handed_in for g in hidden) < SMALL):
        hidden.append(others.pop(0))
    return tuple(_hidden(g) if g in hidden else g for g in listed)
