"""A group's share in the room beside its share of the population, and what so few people can tell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from aimak.municipal.newservice import Interval, Survey, wilson
from aimak.municipal.newservice.checks import whole

#: With fewer people in the room no verdict is given. A rule of caution of this course, not a norm.
FEW_PEOPLE = 30


class Verdict(StrEnum):
    """What a count in the room can tell."""

    FEWER = "fewer"
    MORE = "more"
    CANNOT_TELL = "cannot_tell"
    NOT_COUNTED = "not_counted"


@dataclass(frozen=True, slots=True)
class Presence:
    """A group in the population and in the room; counts are people.

    :param members: people of the group among all inhabitants.
    :param present: people of the group in the room; None where nobody wrote it down.
    :param room: people in the room.
    :param unknown: people in the room of whom nobody knows whether they belong to the group.
    :raises ValueError: if a count is negative or no whole number, a part is above its whole, or nobody lives here.
    """

    members: int
    population: int
    present: int | None
    room: int
    unknown: int = 0

    def __post_init__(self) -> None:
        whole(self.members, "members")
        whole(self.population, "population", 1)
        whole(self.room, "room")
        whole(self.unknown, "unknown")
        if self.members > self.population:
            raise ValueError(f"members must not be above population: {self.members} of {self.population}")
        if self.unknown > self.room:
            raise ValueError(f"unknown must not be above room: {self.unknown} of {self.room}")
        if self.present is not None:
            whole(self.present, "present")
            if self.present > self.known:
                raise ValueError(f"present must not be above those who are known: {self.present} of {self.known}")

    @property
    def known(self) -> int:
        """People in the room of whom it is known: ``room − unknown``."""
        return self.room - self.unknown

    @property
    def is_counted(self) -> bool:
        """Whether somebody wrote it down, of at least one person."""
        return self.present is not None and self.known > 0

    @property
    def share_of_people(self) -> float:
        """``members ÷ population``, a share."""
        return self.members / self.population

    @property
    def share_in_room(self) -> float:
        """``present ÷ known``, a share: those who were not asked count neither way.

        :raises ValueError: if nobody wrote it down.
        """
        return _counted(self) / self.known


@dataclass(frozen=True, slots=True)
class Ratio:
    """Share in the room by share of the population: 1 is as many as at home, 0.5 half as many.

    :param interval: where the ratio lies if the room is taken as a sample of those who come to such events.
    """

    value: float
    interval: Interval


def room_interval(group: Presence) -> Interval:
    """The Wilson range of the group's share in the room, from ``present`` of ``known``: 95 of 100 such rooms.

    It treats the room as a draw from everybody who might come to such an event; see `newservice.wilson`.

    :raises ValueError: if nobody wrote it down.
    """
    return wilson(Survey(group.known, _counted(group)))


def disparity_ratio(group: Presence) -> Ratio:
    """``(present ÷ known) ÷ (members ÷ population)``, and the same of both ends of the Wilson range.

    The population is counted, not sampled, so only the room is uncertain. Worked example (Chui 2016, vap.kg): 437 women
    of 1,237 people are 35.3 %; beside half of the population the ratio is 0.71, range 0.65 to 0.76.

    :raises ValueError: if nobody wrote it down, or the group has no members.
    """
    whole(group.members, "members", 1)
    ends, part = room_interval(group), group.share_of_people
    return Ratio(group.share_in_room / part, Interval(ends.low / part, ends.high / part))


def verdict(group: Presence, few: int = FEW_PEOPLE) -> Verdict:
    """Whether the group is fewer or more in the room than at home; only where the count can tell it.

    No count, or a group without members: not counted. Fewer than ``few`` people known, or 1 within the range of the
    ratio: cannot be told. “As many” is never said, because a small room cannot show it.

    :raises ValueError: if ``few`` is below 1.
    """
    whole(few, "few", 1)
    if not group.is_counted or not group.members:
        return Verdict.NOT_COUNTED
    ends = disparity_ratio(group).interval
    if group.known < few or ends.low <= 1 <= ends.high:
        return Verdict.CANNOT_TELL
    return Verdict.FEWER if ends.high < 1 else Verdict.MORE


def people_to_gain(group: Presence) -> int:
    """How many more of the group had to come, and nobody else, until its share is that of the population.

    ``(s × known − present) ÷ (1 − s)`` with ``s = members ÷ population``, rounded up; 0 where none is missing.

    :raises ValueError: if nobody wrote it down, or everybody is a member.
    """
    present = _counted(group)
    if group.members == group.population:
        raise ValueError("members: a group of everybody always has its share")
    wanted = Fraction(group.members * group.known - present * group.population, group.population - group.members)
    return max(0, -(-wanted.numerator // wanted.denominator))


def together(groups: Sequence[Presence]) -> Presence | None:
    """The same group at several events, or in several places, added up; None where no event counted it.

    Events that nobody counted are left out, with their room. The population is added once for each event, so places
    weigh as much as they meet.

    :raises ValueError: if there are no events.
    """
    if not groups:
        raise ValueError("groups: at least one event is needed")
    counted = [one for one in groups if one.is_counted]
    if not counted:
        return None
    return Presence(
        sum(one.members for one in counted),
        sum(one.population for one in counted),
        sum(_counted(one) for one in counted),
        sum(one.room for one in counted),
        sum(one.unknown for one in counted),
    )


def _counted(group: Presence) -> int:
    if group.present is None or group.known == 0:
        raise ValueError("present: nobody wrote down who belongs to the group")
    return group.present
