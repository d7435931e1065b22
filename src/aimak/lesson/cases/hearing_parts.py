"""Parts of the hearing case: notice and hour, the printed page, the register, figures to compare."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace

from aimak.data import Municipality
from aimak.data.hearing import GROUPS, wishes
from aimak.municipal.budget import Budget
from aimak.municipal.hearing import (
    PAGE_STEP,
    SMALL,
    CitizenBudget,
    Hearing,
    Notice,
    Proposal,
    best_choice,
    fits_the_day,
    fixed_reason,
)

#: How many of each kind stand in the register of the case.
_OPEN, _PLANNED, _NOT_OURS = 5, 1, 2
#: A swapped figure is off by this part of the total at least: its share, printed with one decimal, then does not fit.
_SEEN = 0.005


@dataclass(frozen=True, slots=True)
class Day:
    """What the hour of the hearing depends on, in minutes after midnight; ``length`` in minutes.

    :param starts: the hours that are proposed; one of them suits the far village.
    """

    length: int
    arrives: int
    leaves: int
    busy_from: int
    starts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class PageRow:
    """A row of the printed page: ``amount`` whole som as printed, which is not always what it should be."""

    key: str
    amount: int


@dataclass(frozen=True, slots=True)
class AskedProposal:
    """A proposal of the register, and the wish that it is about."""

    wish: str
    proposal: Proposal


@dataclass(frozen=True, slots=True)
class Figures:
    """Figures of one hearing.

    :param real: True if people were counted at a hearing of the register, False if the figure is for practice.
    """

    population: int
    households: int
    people: int
    proposals: int
    accepted: int
    answered: int
    real: bool


def notice(draw: random.Random) -> frozenset[Notice]:
    """What the draft of the notice says: three things are missing. Day and hour are not among them."""
    left_out = draw.sample([item for item in Notice if item is not Notice.WHEN], 3)
    return frozenset(item for item in Notice if item not in left_out)


def a_day(draw: random.Random, length: int) -> Day:
    """An afternoon with five hours to choose from, one of which fits the bus and the evening milking.

    :param length: minutes of the hearing.
    """
    arrives = draw.randrange(14 * 60, 17 * 60, 5)
    start = arrives + draw.choice((10, 20, 30))
    leaves = start + length + draw.choice((15, 25, 40, 60))
    busy_from = start + length + draw.choice((5, 15, 25, 45))
    starts = sorted({start, start - 90, start - 45, start + 60, start + 120})
    starts = [one for one in starts if one == start or not fits_the_day(one, length, arrives, leaves, busy_from)]
    return Day(length, arrives, leaves, busy_from, tuple(starts))


def _swapped(amount: int, step: int = PAGE_STEP) -> int:
    """The amount with its first two digits that differ swapped, as a typing mistake does; itself if none differ."""
    digits = list(str(amount // step))
    for at in range(len(digits) - 1):
        if digits[at] != digits[at + 1] and digits[at + 1] != "0":
            digits[at], digits[at + 1] = digits[at + 1], digits[at]
            break
    return int("".join(digits)) * step


def wrong_page(page: CitizenBudget, draw: random.Random) -> tuple[tuple[PageRow, ...], str]:
    """The rows of money out as printed, one of them wrong, and the row whose amount for each inhabitant is asked for.

    Which row is wrong cannot be seen by adding up alone: each row also has its share, and one does not match.
    """
    rows = [PageRow(row.key, row.amount) for row in page.money_out]
    seen = _SEEN * page.total_out
    able = [at for at, row in enumerate(rows) if row.key != "other" and abs(_swapped(row.amount) - row.amount) >= seen]
    kind = draw.choice(("unit", "digits")) if able else "unit"
    at = draw.choice(able) if kind == "digits" else draw.randrange(len(rows) - 1)
    wrong = rows[at].amount * 1000 if kind == "unit" else _swapped(rows[at].amount)
    rows[at] = replace(rows[at], amount=wrong)
    asked = draw.choice([row.key for i, row in enumerate(rows) if i != at and row.key != "other"])
    return tuple(rows), asked


def asked_proposals(place: Municipality, plan: Budget, draw: random.Random) -> tuple[tuple[AskedProposal, ...], int]:
    """Eight proposals and the money for them, whole som; the best choice is not to take the cheapest first.

    :param plan: its revenue sets how large the proposals are.
    """
    small = min(1.0, plan.total_revenue / 20_000_000)
    while True:
        drawn = draw.sample([one for one in wishes() if one.ours], _OPEN + _PLANNED)
        planned = drawn[_OPEN]
        drawn += draw.sample([one for one in wishes() if not one.ours], _NOT_OURS)
        draw.shuffle(drawn)
        made = []
        for number, wish in enumerate(drawn, start=1):
            cost = max(10, round(small * draw.uniform(*wish.costs) / 5) * 5) * 1000
            people = wish.people(place, draw.choice((0.8, 0.9, 1.0, 1.1)))
            asked_by = draw.choice(GROUPS)
            proposal = Proposal(number, wish.topic, cost, people, asked_by, ours=wish.ours, planned=wish is planned)
            made.append(AskedProposal(wish.wish, proposal))
        open_ones = [one.proposal for one in made if fixed_reason(one.proposal) is None]
        ceiling = round(sum(one.cost for one in open_ones) * draw.uniform(0.4, 0.55) / 5000) * 5000
        if is_a_decision(open_ones, ceiling):
            return tuple(made), ceiling


def is_a_decision(open_ones: Sequence[Proposal], ceiling: int) -> bool:
    """Whether thinking helps: the best choice holds two or three; taking the cheapest first serves clearly fewer."""
    best = best_choice(open_ones, ceiling)
    gain = sum(one.people for one in open_ones if one.number in best)
    left, cheapest = ceiling, 0
    for one in sorted(open_ones, key=lambda each: each.cost):
        if one.cost <= left:
            left -= one.cost
            cheapest += one.people
    return 2 <= len(best) <= 3 and cheapest < 0.95 * gain


def compared(place: Municipality, held: Sequence[Hearing], draw: random.Random) -> tuple[Figures, Figures, Figures]:
    """The own hearing, a neighbour's, and one of three people. The larger place has more people, and reaches fewer.

    :param held: hearings of the register; the last one with enough people is taken.
    """
    usable = [one for one in held if one.people >= SMALL and one.minutes]
    people = usable[-1].people if usable else draw.randrange(32, 96)
    own = _figures(place.population, place.households, people, draw, real=bool(usable))
    rate = people / place.population
    larger = place.population < 12_000 or draw.random() < 0.3
    times = draw.uniform(1.7, 2.6)
    other = round(place.population * times if larger else place.population / times)
    came = round(other * rate * (draw.uniform(0.66, 0.8) if larger else draw.uniform(1.25, 1.45)))
    neighbour = _figures(other, round(other / draw.uniform(4.4, 5.2)), came, draw, real=False)
    tiny = Figures(draw.randrange(2500, 9000), 900, 3, 2, 2, 2, real=False)
    return own, neighbour, tiny


def _figures(population: int, households: int, people: int, draw: random.Random, *, real: bool) -> Figures:
    proposals = draw.randrange(11, 24)
    answered = draw.randrange(proposals // 2, proposals - 1)
    return Figures(population, households, people, proposals, draw.randrange(3, answered - 1), answered, real)
