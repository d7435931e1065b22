"""Parts of a case of the unit `revenue`: steps that bring money, wishes, actions on arrears, what a plan must bear."""

from __future__ import annotations

import math
import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from aimak.data.revenue import Debtors, Economy, TaxBase
from aimak.municipal.budget import RevenueSource
from aimak.municipal.money import printed
from aimak.municipal.revenue import Action, Change, OwnPlan, StressCase, base_rate_collection, best_actions, effort


@dataclass(frozen=True, slots=True)
class Step:
    """A step that could bring more revenue next year: ``count × each × collection``.

    :param count: plots, contracts, or som that are due; ``each`` som for one (1 where som are counted).
    :param collection: the share that comes in; for “points” the points by which collection would rise.
    :param own: whether the municipality can take it by itself.
    """

    key: str
    count: float
    each: float
    collection: float
    own: bool = True


@dataclass(frozen=True, slots=True)
class Wish:
    """Something permanent that the head would like to pay from now on: ``cost`` whole som a year."""

    key: str
    cost: int


def brings(step: Step) -> int:
    """What a step brings in a year, whole som."""
    return base_rate_collection(step.count, step.each, step.collection)


def steps(
    bases: Mapping[RevenueSource, TaxBase], economy: Economy, levelling: int, draw: random.Random
) -> tuple[Step, ...]:
    """Four steps. One of the three own ones brings clearly most; a letter about the transfer asks for more still."""
    land, other = bases[RevenueSource.PROPERTY_AND_LAND_TAX], bases[RevenueSource.NON_TAX]
    rate = round(land.arrears.collection_rate, 3)
    while True:
        unlisted = max(10, round(economy.unlisted_plots * draw.uniform(0.3, 1.0)))
        own = (
            Step("list", unlisted, round(land.rate), rate),
            Step("lease", draw.randint(1, min(6, economy.free_plots)), round(other.rate), 0.9),
            Step("collection", land.arrears.accrued, 1, draw.choice((0.01, 0.02, 0.03, 0.04))),
        )
        first, second = sorted(map(brings, own), reverse=True)[:2]
        if second < 0.85 * first:
            break
    asked = printed(max(1.5 * first, 0.04 * levelling))
    return (*own, Step("transfer", asked, 1, 1.0, own=False))


def wishes(change: Change, room: int, draw: random.Random) -> tuple[Wish, ...]:
    """Three permanent wishes. One fits the growth of the base, if there is any; the others need the share's part too.

    :param room: whole som by which the income tax may be planned to grow; below zero when the base shrank.
    """
    share = change.share_effect
    small = 0.75 * room if room > 0.12 * share else max(room, 0) + 0.3 * share
    costs = [small, max(room, 0) + 0.5 * share, max(room, 0) + 0.85 * share]
    keys = ["lamp_keeper", "club_leader", "night_guard"]
    draw.shuffle(keys)
    made = (Wish(key, printed(cost)) for key, cost in zip(keys, costs, strict=True))
    return tuple(sorted(made, key=lambda wish: wish.key))


#: Action, the group that it reaches, debtors a staff day, the share that it brings (least, most), its first step.
_ACTIONS = (
    ("list", "wrong_list", 25, (0.25, 0.40), ""),
    ("reminder", "forgot", 60, (0.45, 0.65), "list"),
    ("instalments", "short_of_money", 15, (0.35, 0.55), ""),
    ("visits", "enterprise", 0.34, (0.35, 0.60), ""),
    ("court", "old_debt", 4, (0.08, 0.16), ""),
)


def actions(groups: Sequence[Debtors], draw: random.Random) -> tuple[tuple[Action, ...], int]:
    """Five actions, and staff days that are not enough for all of them. One choice is clearly best.

    How much an action brings is an assumption of the invented case.
    """
    by_name = {group.group: group for group in groups}
    while True:
        made = tuple(
            Action(
                key,
                max(1, math.ceil(by_name[group].debtors / a_day)),
                printed(by_name[group].amount * draw.uniform(*share)),
                after,
            )
            for key, group, a_day, share, after in _ACTIONS
        )
        days = math.floor(sum(action.days for action in made) * draw.uniform(0.45, 0.75))
        best = best_actions(made, days)
        # Who takes the largest sum first must not hit upon the best choice by chance.
        if len(best) >= 2 and set(best) != set(largest_first(made, days)):
            money = effort(made, best)[1]
            if effort(made, largest_first(made, days))[1] < 0.97 * money:
                return made, days


def largest_first(made: Sequence[Action], days: int) -> tuple[str, ...]:
    """What somebody chooses who takes the largest sum first, whatever time it takes."""
    chosen, left = [], days
    for action in sorted(made, key=lambda one: -one.brings):
        if action.days <= left and (not action.after or action.after in chosen):
            chosen.append(action.key)
            left -= action.days
    return tuple(chosen)


def stress(expected: int, loss: int, draw: random.Random) -> tuple[StressCase, OwnPlan]:
    """What a plan must bear, and the draft, which builds nearly everything into permanent costs."""
    safe = expected - loss
    case = StressCase(
        expected=expected,
        loss=loss,
        running=printed(safe * draw.uniform(0.86, 0.95)),
        works=printed(loss * draw.uniform(0.35, 0.6)),
        reserve=printed(loss / 4),
        idle=printed(0.02 * expected),
    )
    draft = OwnPlan(printed(safe + 0.6 * loss), printed(case.works * 1.5), 0)
    return case, draft
