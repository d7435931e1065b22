"""Capacity: how many people a hall, a coach or a veterinary point can serve."""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from aimak.municipal.newservice.checks import above_zero, whole


def groups_possible(free_hours: float, coach_hours: float, hours_each: float) -> int:
    """Groups that a week has room for: ``⌊least of (hours of the hall, hours of the coach) ÷ hours of a group⌋``.

    :param free_hours: hours a week in which the hall is free; several halls added up.
    :param coach_hours: hours a week that the coaches may work with groups.
    :param hours_each: hours a week that one group needs.
    :raises ValueError: if one of them is not above zero.
    """
    above_zero(free_hours, "free_hours")
    above_zero(coach_hours, "coach_hours")
    above_zero(hours_each, "hours_each")
    return math.floor(min(free_hours, coach_hours) / hours_each + 1e-9)


def places(groups: int, size: int) -> int:
    """Places of a club: ``groups × children of a group``.

    :raises ValueError: if groups is negative or a group has no places.
    """
    whole(groups, "groups")
    whole(size, "size", 1)
    return groups * size


def first_intake(low: int, bearable: int, size: int) -> int:
    """Groups to open so that, if few come, no more than ``bearable`` places stay empty.

    ``⌊(low + bearable) ÷ size⌋``; as many groups as that allows, so that few are turned away if many come.

    :param low: people who come if few come.
    :param bearable: empty places that the money can bear.
    :param size: places of one group.
    :raises ValueError: if a count is negative or a group has no places.
    """
    whole(low, "low")
    whole(bearable, "bearable")
    whole(size, "size", 1)
    return (low + bearable) // size


def visits_possible(days: int, hours: float, travel: float, minutes_each: float) -> int:
    """Visits that a veterinary point can make in a period.

    ``days × ⌊(hours − travel) × 60 ÷ minutes of a visit⌋``: what is left of a visit at the end of a day is lost.

    :param hours: working hours a day; ``travel`` hours of them are spent on the road.
    :raises ValueError: if days is negative, or there is no time left for visits.
    """
    whole(days, "days")
    above_zero(hours, "hours")
    above_zero(minutes_each, "minutes_each")
    if not 0 <= travel < hours:
        raise ValueError(f"travel must be from 0 to below the hours of a day, not {travel}")
    return days * math.floor((hours - travel) * 60 / minutes_each + 1e-9)


@dataclass(frozen=True, slots=True)
class Slot:
    """A time of the week that the hall is free, and who would come then.

    :param coach_hours: hours a week of the coach, all its meetings together.
    :param girls: girls who said that they can come then; ``boys`` likewise. Together no more than a group takes.
    :param before_bus: True if it ends before the bus to the far village leaves.
    :raises ValueError: if a count is negative or the hours are not above zero.
    """

    key: str
    coach_hours: float
    girls: int
    boys: int
    before_bus: bool

    def __post_init__(self) -> None:
        whole(self.girls, "girls")
        whole(self.boys, "boys")
        above_zero(self.coach_hours, "coach_hours")

    @property
    def children(self) -> int:
        """Girls and boys together."""
        return self.girls + self.boys


@dataclass(frozen=True, slots=True)
class TimetableLimits:
    """What a timetable has to keep to: hours of the coach, a least share of girls, a group before the bus leaves.

    :raises ValueError: if the hours are not above zero or the share is none.
    """

    coach_hours: float
    girls_share: float
    needs_bus: bool

    def __post_init__(self) -> None:
        above_zero(self.coach_hours, "coach_hours")
        if not 0 <= self.girls_share <= 1:
            raise ValueError(f"girls_share must be a share between 0 and 1, not {self.girls_share}")


def chosen_slots(slots: Sequence[Slot], keys: Collection[str]) -> tuple[Slot, ...]:
    """The slots of these keys, in the order of the timetable."""
    return tuple(slot for slot in slots if slot.key in keys)


def broken_limits(chosen: Sequence[Slot], limits: TimetableLimits) -> tuple[str, ...]:
    """The limits that a timetable breaks: ``coach_hours``, ``girls_share``, ``bus``; none means that it holds."""
    children, girls = sum(slot.children for slot in chosen), sum(slot.girls for slot in chosen)
    broken: Mapping[str, bool] = {
        "coach_hours": sum(slot.coach_hours for slot in chosen) > limits.coach_hours + 1e-9,
        "girls_share": girls < limits.girls_share * children - 1e-9,
        "bus": limits.needs_bus and not any(slot.before_bus for slot in chosen),
    }
    return tuple(name for name, is_broken in broken.items() if is_broken)


def best_timetable(slots: Sequence[Slot], limits: TimetableLimits) -> tuple[Slot, ...]:
    """The timetable that keeps every limit and serves most children; every combination is tried.

    Of several that serve as many, the one with fewer hours of the coach; then the one that stands first.

    :raises ValueError: if there are more than 12 slots: trying them all would take too long on a phone.
    """
    if len(slots) > 12:
        raise ValueError(f"slots must be 12 or fewer, not {len(slots)}")
    best: tuple[Slot, ...] = ()
    for number in range(2 ** len(slots)):
        chosen = tuple(slot for i, slot in enumerate(slots) if number >> i & 1)
        if chosen and not broken_limits(chosen, limits) and _worth(chosen) > _worth(best):
            best = chosen
    return best


def _worth(chosen: Sequence[Slot]) -> tuple[int, float]:
    return sum(slot.children for slot in chosen), -sum(slot.coach_hours for slot in chosen)
