"""Who is left out: the share of a group that comes beside that of another, and what reaches those who do not."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from aimak.municipal.newservice.checks import whole
from aimak.municipal.newservice.demand import Interval, Z


@dataclass(frozen=True, slots=True)
class Group:
    """A group of people, and how many of them use the service.

    :raises ValueError: if a count is negative, nobody is in the group, or more use it than are in it.
    """

    people: int
    users: int

    def __post_init__(self) -> None:
        whole(self.people, "people", 1)
        whole(self.users, "users")
        if self.users > self.people:
            raise ValueError(f"users must not be above people: {self.users} of {self.people}")

    @property
    def coverage(self) -> float:
        """``users ÷ people``, a share."""
        return self.users / self.people


@dataclass(frozen=True, slots=True)
class Ratio:
    """How the coverage of a group stands to that of another: 0.5 means half as likely to come.

    :param interval: where the ratio lies in 95 of 100 cases; None where one group has no users.
    """

    value: float
    interval: Interval | None


def coverage_ratio(group: Group, other: Group, z: float = Z) -> Ratio:
    """``(users ÷ people) ÷ (users ÷ people of the other group)``, with its range (Katz's log interval).

    ``ratio × e^(±z × √(1/a − 1/n + 1/b − 1/m))`` with a of n users here and b of m there. It is for samples: where
    everybody was counted, the ratio itself holds and the range says what chance alone can do.

    Source: D. Katz and others, 1978. Worked example: 30 of 100 girls, 60 of 100 boys: 0.50, range 0.36 to 0.70.

    :raises ValueError: if nobody of the other group comes: there is nothing to compare with.
    """
    if other.users == 0:
        raise ValueError("users of the other group must be above 0: there is nothing to compare with")
    value = group.coverage / other.coverage
    if group.users == 0:
        return Ratio(0.0, None)
    spread = 1 / group.users - 1 / group.people + 1 / other.users - 1 / other.people
    factor = math.exp(z * math.sqrt(max(0.0, spread)))
    return Ratio(value, Interval(value / factor, value * factor))


@dataclass(frozen=True, slots=True)
class Measure:
    """Something that brings people of left-out groups into the service.

    :param cost: som a year.
    :param reaches: people by group whom it would reach.
    :raises ValueError: if the cost or a number of people is negative or no whole number.
    """

    key: str
    cost: int
    reaches: Mapping[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        whole(self.cost, "cost")
        for group, people in self.reaches.items():
            whole(people, f"reaches {group}")
        object.__setattr__(self, "reaches", MappingProxyType(dict(self.reaches)))


def reached(measures: Sequence[Measure], left_out: Mapping[str, int]) -> dict[str, int]:
    """People of each group whom the measures reach together: their sum, but never more than the group has.

    :param left_out: people by group who do not come yet.
    """
    return {
        group: min(people, sum(measure.reaches.get(group, 0) for measure in measures))
        for group, people in left_out.items()
    }


def best_measures(measures: Sequence[Measure], left_out: Mapping[str, int], money: int) -> tuple[Measure, ...]:
    """The measures that reach most people for the money and leave no group with nothing; every combination is tried.

    Of several that reach as many, the cheapest; then the one that stands first. Empty if none reaches every group.

    :param money: som a year.
    :raises ValueError: if there are more than 12 measures, or the money is negative.
    """
    whole(money, "money")
    if len(measures) > 12:
        raise ValueError(f"measures must be 12 or fewer, not {len(measures)}")
    best: tuple[Measure, ...] = ()
    most = (0, 0)
    for number in range(2 ** len(measures)):
        chosen = tuple(one for i, one in enumerate(measures) if number >> i & 1)
        cost, people = sum(one.cost for one in chosen), reached(chosen, left_out)
        if cost > money or any(left_out[group] and not count for group, count in people.items()):
            continue
        if (sum(people.values()), -cost) > most:
            best, most = chosen, (sum(people.values()), -cost)
    return best
