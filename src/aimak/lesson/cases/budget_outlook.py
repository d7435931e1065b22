"""The part of the budget case that looks ahead: an outlook on the two forecast years, and three offers."""

from __future__ import annotations

import random
from dataclasses import dataclass

from aimak.municipal.budget import Outlook
from aimak.municipal.money import printed

#: What somebody offers to the municipality. Each can be the one that holds, or one of those that do not.
OFFERS = ("sports_hall", "kindergarten_group", "street_lamps")


@dataclass(frozen=True, slots=True)
class Offer:
    """Something new that costs in more than one year.

    :param costs: whole som of the local budget in the year and in the two forecast years.
    """

    key: str
    costs: tuple[int, int, int]


def outlook(free_now: int, own: int, levelling: int, must: int, draw: random.Random) -> Outlook:
    """What is expected: own revenue grows slowly, what must be paid grows faster, the transfer falls a little.

    So less is free in each year than in the year before, and something in all of them: a test holds that for all cases.

    :param free_now: whole som that are free for new things in the year, above zero; ``own``, ``levelling`` and
        ``must`` as in :class:`aimak.municipal.budget.Outlook`.
    """
    own_growth, must_growth = draw.choice([0.03, 0.04, 0.05]), draw.choice([0.06, 0.07, 0.08])
    first = printed(levelling * draw.uniform(0.94, 0.99))
    second = printed(first * draw.uniform(0.94, 0.99))
    return Outlook(free_now, own, own_growth, (first, second), must, must_growth)


def offers(ahead: Outlook, draw: random.Random) -> tuple[Offer, ...]:
    """Three offers: one holds in all three years; two cost little at once and too much in a forecast year."""
    now, first, second = ahead.free
    holds = (0.85 * now, draw.uniform(0.5, 0.8) * second, draw.uniform(0.7, 0.95) * second)
    late = (0.0, draw.uniform(0.5, 0.8) * first, draw.uniform(1.2, 1.5) * second)
    soon = (draw.uniform(0.05, 0.2) * now, draw.uniform(1.1, 1.3) * first, draw.uniform(1.3, 1.8) * second)
    keys = list(OFFERS)
    draw.shuffle(keys)
    made = [
        Offer(key, (printed(a), printed(b), printed(c)))
        for key, (a, b, c) in zip(keys, (holds, late, soon), strict=True)
    ]
    return tuple(sorted(made, key=lambda offer: offer.key))
