"""Parts of the case `participation`: planned events with their levels, who sits where, and two invented charters."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass

from aimak.municipal.participation import Amendment, Clause, PlannedEvent, worth_adopting

#: What an event really gives; its words stand in `aimak.lesson.participation_words`.
EVENTS = {
    "tariff_known": PlannedEvent(False),
    "road_closed": PlannedEvent(False),
    "work_begins": PlannedEvent(False),
    "budget_draft": PlannedEvent(True, asks=True),
    "bus_hours": PlannedEvent(True, asks=True),
    "waste_fee": PlannedEvent(True, asks=True),
    "needs_groups": PlannedEvent(True, asks=True, works=True),
    "school_way": PlannedEvent(True, asks=True, works=True),
    "joint_plan": PlannedEvent(True, asks=True, works=True, agrees=True),
    "joint_monitoring": PlannedEvent(True, asks=True, works=True, agrees=True),
    "village_money": PlannedEvent(True, asks=True, works=True, agrees=True, decides=True),
    "park_vote": PlannedEvent(True, asks=True, decides=True),
}
#: Questions for meetings of stakeholders, and the level at which everybody concerned can sit.
QUESTIONS = {
    "street_lamps": "village",
    "village_well": "village",
    "club_room": "village",
    "split_budget": "aimak",
    "waste_days": "aimak",
    "sports_ground": "aimak",
    "bus_line": "rayon",
    "shared_landfill": "rayon",
    "road_between": "rayon",
}
#: Topics of a charter, each with three wordings: 0 lets in the fewest.
TOPICS = ("notice", "hour", "language", "agenda", "answer", "monitoring")
#: A clause that a charter may hold for each group; then one that costs too much.
CHEAP = {"women": "hour_rule", "youth": "youth_item", "minorities": "two_languages", "far": "in_turn"}
COSTLY = {"women": "evening_garden", "youth": "youth_secretary", "minorities": "all_papers", "far": "every_bus"}
#: What a charter cannot decide: the lawyer's note in the case says so.
NOT_OURS = ("fine", "school_lessons", "new_tax")
FOR_NOBODY = "guests_first"


@dataclass(frozen=True, slots=True)
class Planned:
    """Two planned events and three questions for stakeholders: keys of :data:`EVENTS` and :data:`QUESTIONS`."""

    first: str
    second: str
    questions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Charters:
    """Two invented charters, and amendments to the own one.

    :param money: whole som a year that an amendment may cost.
    """

    first: tuple[Clause, ...]
    second: tuple[Clause, ...]
    amendments: tuple[Amendment, ...]
    money: int


def planned(draw: random.Random) -> Planned:
    """Two events of different levels; on the second, at least two promises must not be given."""
    second = draw.choice([key for key, event in EVENTS.items() if not event.agrees and not event.decides])
    level = EVENTS[second]
    first = draw.choice([key for key, event in EVENTS.items() if event != level])
    asked = []
    for where in ("village", "aimak", "rayon"):
        asked.append(draw.choice([key for key, fits in QUESTIONS.items() if fits == where]))
    draw.shuffle(asked)
    return Planned(first, second, tuple(asked))


def charters(low: Sequence[str], draw: random.Random) -> Charters:
    """Charters of which neither is more open in everything; exactly one amendment is worth adopting."""
    topics = draw.sample(TOPICS, 4)
    first, second = [], []
    order = ["first", "second", "same", draw.choice(("first", "second"))]
    draw.shuffle(order)
    for topic, more in zip(topics, order, strict=True):
        less = draw.choice((0, 1)) if more != "same" else draw.choice((0, 1, 2))
        high = less if more == "same" else draw.choice([one for one in (1, 2) if one > less])
        first.append(Clause(topic, high if more != "second" else less))
        second.append(Clause(topic, high if more != "first" else less))
    money = 1000 * draw.randrange(18, 31)
    helped = draw.choice(list(low))
    others = [group for group in CHEAP if group not in low]
    amendments = [
        Amendment(CHEAP[helped], helped, 1000 * draw.randrange(6, 16)),
        Amendment(CHEAP[other := draw.choice(others)], other, 1000 * draw.randrange(4, 12)),
        Amendment(COSTLY[costly := draw.choice(list(low))], costly, money + 1000 * draw.randrange(15, 60)),
        Amendment(draw.choice(NOT_OURS), draw.choice(list(low)), 0, ours=False),
        Amendment(FOR_NOBODY, "", 1000 * draw.randrange(0, 4)),
    ]
    draw.shuffle(amendments)
    made = Charters(tuple(first), tuple(second), tuple(amendments), money)
    assert len(worth_adopting(made.amendments, low, money)) == 1
    return made
