"""The case of the unit `hearing`: a notice, a page for citizens, a hall, a register and figures to compare.

Everything follows from the municipality's rows in the data package and its code, so the same code gives the same
case on every machine. Amounts are whole som, times minutes, counts people.
"""

from __future__ import annotations

import random
from dataclasses import dataclass

from aimak.data import Municipality, budget, municipality
from aimak.data.hearing import hearings, wishes
from aimak.i18n import translate as _
from aimak.lesson.cases.hearing_parts import (
    AskedProposal,
    Day,
    Figures,
    PageRow,
    a_day,
    asked_proposals,
    compared,
    notice,
    wrong_page,
)
from aimak.municipal.budget import Budget
from aimak.municipal.hearing import (
    CitizenBudget,
    Moderation,
    Notice,
    Outcome,
    Proposal,
    Speaker,
    citizen_budget,
    draw_hall,
    simulate,
)

#: The year whose draft is heard.
YEAR = 2025
#: Minutes of the hearing, and those that opening, closing and slips take.
EVENING, CLOSING = 90, 10
#: Women and far village: how far below their share of the hall their share of the time may lie.
LEEWAY = 0.05


@dataclass(frozen=True, slots=True)
class Meeting:
    """The hall of task 3.

    :param hall: those who want to speak.
    :param presentation: the least minutes in which the draft can be explained.
    :param leaders: people who can lead a table.
    :param heard: how many of the hall must be heard.
    """

    hall: tuple[Speaker, ...]
    presentation: int
    leaders: int
    heard: int

    @property
    def women(self) -> tuple[Speaker, ...]:
        """The women in the hall."""
        return tuple(one for one in self.hall if one.woman)

    @property
    def far(self) -> tuple[Speaker, ...]:
        """Those of the far village."""
        last = max(one.village for one in self.hall)
        return tuple(one for one in self.hall if one.village == last)

    def run(self, rule: Moderation, presentation: int, limit: int, talk: int) -> Outcome | None:
        """What the evening brings; None where no minute is left for people, or a time cannot be."""
        left = EVENING - CLOSING - presentation
        if left <= 0 or min(presentation, limit, talk) < 0:
            return None
        return simulate(self.hall, rule, left, limit, talk, self.leaders)

    def women_short(self, outcome: Outcome) -> bool:
        """Whether women speak clearly less than their share of the hall."""
        return outcome.time_share(self.women) < len(self.women) / len(self.hall) - LEEWAY

    def far_short(self, outcome: Outcome) -> bool:
        """Whether less than half of the far village is heard."""
        return 2 * outcome.heard_of(self.far) < len(self.far)

    def few(self, outcome: Outcome) -> bool:
        """Whether fewer are heard than must be."""
        return len(outcome.heard) < self.heard


@dataclass(frozen=True, slots=True)
class HearingCase:
    """What the trainee of one municipality sees.

    :param held: hearings of the municipality in the years before ``YEAR``, whose draft is still to be heard.
    :param present: what the draft of the notice says; ``day`` what the hour of the hearing depends on.
    :param page: the citizen budget as it should be; ``printed`` its rows of money out, one of them wrong.
    :param each_of: the row whose amount for each inhabitant is asked for.
    :param meeting: the hall of task 3.
    :param proposals: the register, and ``ceiling`` whole som for it.
    :param own: figures of the own hearing; ``neighbour`` those of a neighbour, ``tiny`` those of a hearing of three.
    """

    municipality: Municipality
    plan: Budget
    held: int
    present: frozenset[Notice]
    day: Day
    page: CitizenBudget
    printed: tuple[PageRow, ...]
    each_of: str
    meeting: Meeting
    proposals: tuple[AskedProposal, ...]
    ceiling: int
    own: Figures
    neighbour: Figures
    tiny: Figures

    @property
    def register(self) -> tuple[Proposal, ...]:
        """The proposals alone, in the order of their numbers."""
        return tuple(one.proposal for one in self.proposals)


def wish_labels() -> dict[str, str]:
    """The words of each wish in the reader's language."""
    return {one.wish: _(one.label) for one in wishes()}


def case(code: str) -> HearingCase:
    """The case of a municipality.

    :raises UserError: if there is no such municipality.
    """
    place = municipality(code)
    plan = budget(place.code, YEAR)
    draw = random.Random(f"hearing case {place.code}")
    page = citizen_budget(plan, place.population)
    printed, each_of = wrong_page(page, draw)
    held = [one for one in hearings(place.code) if one.hearing.year < YEAR]
    proposals, ceiling = asked_proposals(place, plan, draw)
    own, neighbour, tiny = compared(place, [one.hearing for one in held], draw)
    return HearingCase(
        municipality=place,
        plan=plan,
        held=len(held),
        present=notice(draw),
        day=a_day(draw, EVENING),
        page=page,
        printed=printed,
        each_of=each_of,
        meeting=_meeting(place, draw),
        proposals=proposals,
        ceiling=ceiling,
        own=own,
        neighbour=neighbour,
        tiny=tiny,
    )


def _meeting(place: Municipality, draw: random.Random) -> Meeting:
    """A hall in which the order of hands leaves out women and the far village, and one other rule reaches enough.

    Where nobody can lead tables it is a round with a short limit; where there are leaders, more must be heard than
    one round can reach, and it is small groups.
    """
    people = draw.randrange(34, 43)
    presentation = draw.choice((20, 22, 24, 25, 26, 28))
    in_one_round = (EVENING - CLOSING - presentation) // 2
    hall = draw_hall(f"hall {place.code}", people, place.villages, draw.uniform(0.36, 0.5), draw.uniform(0.2, 0.4))
    if draw.randrange(2):
        return Meeting(hall, presentation, draw.choice((1, 2)), in_one_round - draw.choice((1, 2, 3)))
    return Meeting(hall, presentation, draw.choice((7, 8, 9)), people - draw.choice((0, 1, 2)))
