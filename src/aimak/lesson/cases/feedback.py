"""The case of the unit `feedback`: a survey, five services, a telephone full of messages, a desk, a public page.

Everything follows from the municipality's rows in the data package and its code. Money is whole som.
"""

from __future__ import annotations

import random
from dataclasses import dataclass

from aimak.data import Municipality, municipality
from aimak.lesson.cases.feedback_parts import BoardSurvey, Desk, a_desk, board_survey, seen_and_run
from aimak.lesson.feedback_texts import MESSAGES, REQUESTS
from aimak.municipal.feedback import Repair, View

#: Messages to sort, and those among them with something that must be masked.
SORTED, PRIVATE = 7, 3


@dataclass(frozen=True, slots=True)
class FeedbackCase:
    """What the trainee of one municipality sees.

    :param views: five services as people see them and as they run; ``repairs`` what would mend each of them.
    :param ceiling: whole som for repairs.
    :param inbox: marks of the messages to sort; ``requests`` marks of three requests to answer.
    """

    municipality: Municipality
    survey: BoardSurvey
    views: tuple[View, ...]
    repairs: tuple[Repair, ...]
    ceiling: int
    inbox: tuple[str, ...]
    desk: Desk
    requests: tuple[str, ...]

    @property
    def badly(self) -> tuple[Repair, ...]:
        """Repairs of the services that run badly."""
        bad = {view.service for view in self.views if view.performance < 60}
        return tuple(one for one in self.repairs if one.service in bad)


def case(code: str) -> FeedbackCase:
    """The case of a municipality.

    :raises UserError: if there is no such municipality.
    """
    place = municipality(code)
    draw = random.Random(f"feedback case {place.code}")
    survey = board_survey(place, draw)
    views, repairs, ceiling = seen_and_run(place, draw)
    return FeedbackCase(place, survey, views, repairs, ceiling, _inbox(draw), a_desk(draw), _requests(draw))


def _inbox(draw: random.Random) -> tuple[str, ...]:
    """Seven messages, three with something private, of four topics or more."""
    while True:
        private = draw.sample([mark for mark, (_topic, kept) in MESSAGES.items() if kept], PRIVATE)
        plain = draw.sample([mark for mark, (_topic, kept) in MESSAGES.items() if not kept], SORTED - PRIVATE)
        chosen = [*private, *plain]
        draw.shuffle(chosen)
        topics = {MESSAGES[mark][0] for mark in chosen}
        if len(topics) >= 4 and "not_ours" in topics:
            return tuple(chosen)


def _requests(draw: random.Random) -> tuple[str, ...]:
    """One request of each kind, in any order."""
    chosen = [draw.choice([mark for mark, kind in REQUESTS.items() if kind == one]) for one in ("date", "no", "pass")]
    draw.shuffle(chosen)
    return tuple(chosen)
