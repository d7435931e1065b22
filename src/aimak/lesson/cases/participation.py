"""The case of the unit `participation`: who was in the room, what could bring the others, a group to draw, a charter.

Everything follows from the municipality's rows in the data package and its code, so the same code gives the same
case on every machine. Amounts are whole som, counts people. What a measure brings is an assumption for training.
"""

from __future__ import annotations

import random
from dataclasses import dataclass

from aimak.data import Municipality, municipality
from aimak.data.participation import Event, events
from aimak.lesson.cases.participation_charter import Charters, Planned, charters, planned
from aimak.lesson.cases.participation_draw import Lot, lot
from aimak.lesson.cases.participation_parts import measures, room_of
from aimak.municipal.newservice import Measure
from aimak.municipal.participation import Presence, Verdict, people_to_gain, verdict

#: Seats of invented keneshes, such that the nearest whole number is less than 30 % of them.
KENESH_SEATS = (14, 17, 18, 21, 24, 27, 28, 31)


@dataclass(frozen=True, slots=True)
class ParticipationCase:
    """What the trainee of one municipality sees.

    :param held: the municipality's meetings in the training data, the oldest first.
    :param groups: group -> its presence at the meeting of the case.
    :param asked: the group whose ratio is asked for.
    :param tiny: people at a second meeting, and ``tiny_women`` women among them.
    :param measures: what could bring people, and ``money`` whole som for it.
    :param kenesh: seats of an invented aiyl kenesh.
    :param lot: the citizens' group; ``plans`` two planned events; ``charters`` clauses and amendments.
    """

    municipality: Municipality
    held: tuple[Event, ...]
    groups: dict[str, Presence]
    asked: str
    tiny: int
    tiny_women: int
    measures: tuple[Measure, ...]
    money: int
    kenesh: int
    lot: Lot
    plans: Planned
    charters: Charters

    @property
    def has_one_village(self) -> bool:
        """Whether nobody lives in a far village: the far streets stand for it."""
        return self.municipality.villages == 1

    @property
    def room(self) -> int:
        """People at the meeting of the case."""
        return next(iter(self.groups.values())).room


def fewer(case: ParticipationCase) -> tuple[str, ...]:
    """The groups that are fewer in the room than at home, as far as the count can tell."""
    return tuple(key for key, one in case.groups.items() if verdict(one) is Verdict.FEWER)


def left_out(case: ParticipationCase) -> dict[str, int]:
    """For each of these groups: people who would have to come until it has its share."""
    return {key: people_to_gain(case.groups[key]) for key in fewer(case)}


def case(code: str) -> ParticipationCase:
    """The case of a municipality.

    :raises UserError: if there is no such municipality.
    """
    place = municipality(code)
    draw = random.Random(f"participation case {place.code}")
    groups, low = room_of(place, draw)
    choices, money = measures({key: people_to_gain(groups[key]) for key in low}, draw)
    tiny = draw.randrange(5, 10)
    return ParticipationCase(
        municipality=place,
        held=events(place.code),
        groups=groups,
        asked=low[0],
        tiny=tiny,
        tiny_women=tiny - draw.choice((0, 1)),
        measures=choices,
        money=money,
        kenesh=random.Random(f"participation kenesh {place.code}").choice(KENESH_SEATS),
        lot=lot(place, draw),
        plans=planned(draw),
        charters=charters(low, draw),
    )
