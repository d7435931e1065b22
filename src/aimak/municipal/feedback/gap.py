"""What people say beside what is: four corners, and what each asks for."""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

#: From here on, on a scale of 0 to 100, a service runs well or is seen well. A rule of this course, not a norm.
LINE = 60


class Corner(StrEnum):
    """Where a service stands: how it runs, and whether people see it so."""

    WELL_SEEN = "well_seen"
    WELL_UNSEEN = "well_unseen"
    BADLY_SEEN = "badly_seen"
    BADLY_UNSEEN = "badly_unseen"


def _points(value: float, name: str) -> float:
    if isinstance(value, bool) or not math.isfinite(value) or not 0 <= value <= 100:
        raise ValueError(f"{name} must lie between 0 and 100, not {value!r}")
    return value


@dataclass(frozen=True, slots=True)
class View:
    """A service as people see it and as it runs, both from 0 to 100.

    :param perception: people who are satisfied, per cent. :param performance: its indicator, per cent of what was due.
    :raises ValueError: if either lies outside 0 to 100.
    """

    service: str
    perception: float
    performance: float

    def __post_init__(self) -> None:
        _points(self.perception, "perception")
        _points(self.performance, "performance")


def gap(view: View) -> float:
    """``perception − performance``, points. Below zero people think less of the service than it does."""
    return view.perception - view.performance


def corner(view: View, line: float = LINE) -> Corner:
    """The corner of a service; a value on the line counts as well.

    :raises ValueError: if the line lies outside 0 to 100.
    """
    _points(line, "line")
    seen = view.perception >= line
    if view.performance >= line:
        return Corner.WELL_SEEN if seen else Corner.WELL_UNSEEN
    return Corner.BADLY_UNSEEN if seen else Corner.BADLY_SEEN


@dataclass(frozen=True, slots=True)
class Repair:
    """What mends a service: whole som, and households that gain.

    :raises ValueError: if either is negative.
    """

    service: str
    cost: int
    households: int

    def __post_init__(self) -> None:
        for name in ("cost", "households"):
            if getattr(self, name) < 0:
                raise ValueError(f"{name} must not be negative, not {getattr(self, name)}")


def best_repairs(repairs: Sequence[Repair], ceiling: int) -> frozenset[str]:
    """The affordable choice by which most households gain; of two such the cheaper. Every choice is tried.

    :param ceiling: whole som.
    :raises ValueError: if the ceiling is negative, or there are more than fourteen repairs.
    """
    if ceiling < 0:
        raise ValueError(f"ceiling must not be negative, not {ceiling}")
    if len(repairs) > 14:
        raise ValueError(f"repairs: at most 14 can be tried in every choice, not {len(repairs)}")
    best, chosen = (0, 0), 0
    for pattern in range(1 << len(repairs)):
        taken = [one for i, one in enumerate(repairs) if pattern >> i & 1]
        cost = sum(one.cost for one in taken)
        value = (sum(one.households for one in taken), -cost)
        if cost <= ceiling and value > best:
            best, chosen = value, pattern
    return frozenset(one.service for i, one in enumerate(repairs) if chosen >> i & 1)


class Answer(StrEnum):
    """What a municipality does about a service."""

    LEAVE = "leave"
    TELL = "tell"
    MEND = "mend"
    WAIT = "wait"


def answers(views: Sequence[View], repairs: Collection[Repair], ceiling: int) -> Mapping[str, Answer]:
    """For each service: leave it, tell people, mend it, or say openly that it waits.

    A service that runs well is told about where people do not see it. Of those that run badly, seen or not, the money
    mends those by which most households gain; the others are told that they wait.

    :raises ValueError: if a service that runs badly has no repair, or the ceiling is negative.
    """
    badly = [view.service for view in views if view.performance < LINE]
    known = {one.service: one for one in repairs}
    for service in badly:
        if service not in known:
            raise ValueError(f"repairs: {service} runs badly and has none")
    mended = best_repairs([known[service] for service in badly], ceiling)
    made = {}
    for view in views:
        if view.service in badly:
            made[view.service] = Answer.MEND if view.service in mended else Answer.WAIT
        else:
            made[view.service] = Answer.TELL if corner(view) is Corner.WELL_UNSEEN else Answer.LEAVE
    return made
