"""Parts of the planning case: further meetings, a draft passport with its costs, a draft joint action plan."""

from __future__ import annotations

import random
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations

from aimak.data import Municipality
from aimak.data.planning import FAR
from aimak.municipal.planning import (
    ActionStep,
    Entry,
    FocusGroup,
    JointActionPlan,
    Question,
    ServicePassport,
    Standard,
    after_meeting,
    check_plan,
    not_heard,
)

#: kind of service -> whole som for one visit (least, most), months in a year, visits a month that fit (least, most)
SERVICES = {
    "waste_rounds": ((2_400, 4_200), 12, (2, 4)),
    "club": ((400, 900), 9, (4, 8)),
    "vet": ((1_500, 3_000), 7, (2, 5)),
}
#: Months without outdoor work: in the mountains roads close early. Invented for training.
CLOSED = {"mountain": (1, 2, 3, 11, 12), "valley": (1, 2, 12)}


@dataclass(frozen=True, slots=True)
class Meeting:
    """A further meeting with a focus group: hours of work with the way there, and people who would come."""

    group: str
    hours: int
    people: int


def meetings(groups: tuple[FocusGroup, ...], part: Fraction, draw: random.Random) -> tuple[tuple[Meeting, ...], int]:
    """Meetings with every group, and hours that are enough for some of those that were not heard, but not for all."""
    low = not_heard(groups, part)
    while True:
        found = tuple(
            Meeting(
                g.key,
                draw.randrange(2, 5) + (2 if g.key == FAR else 0),
                min(draw.randrange(8, 21), g.stands_for - g.present),
            )
            for g in groups
        )
        # A meeting of a group that was hardly heard is worth holding: enough people come.
        need = {m.group: m.hours for m in found}
        hours = sum(need[key] for key in low) - 1
        before, after = len(low), _fewest(groups, found, hours, part)
        if hours > 0 and 0 < after < before:
            return found, hours


def _fewest(groups: tuple[FocusGroup, ...], found: tuple[Meeting, ...], hours: int, part: Fraction) -> int:
    sets = (chosen for count in range(len(found) + 1) for chosen in combinations(found, count))
    return min(
        len(not_heard(after_meeting(groups, {m.group: m.people for m in chosen}), part))
        for chosen in sets
        if sum(m.hours for m in chosen) <= hours
    )


@dataclass(frozen=True, slots=True)
class Service:
    """A service that the municipality prepares.

    :param kind: ``waste_rounds``, ``club`` or ``vet``.
    :param passport: the draft; the texts of its entries are keys.
    :param everywhere: the standard if it comes to every village; ``centre`` if to the main village only.
    :param ceiling: whole som a year.
    :param quarters: True where the places are quarters of a single village.
    """

    kind: str
    passport: ServicePassport
    everywhere: Standard
    centre: Standard
    ceiling: int
    quarters: bool


def service(place: Municipality, draw: random.Random) -> Service:
    """A draft passport with two or three entries that nobody could check, and money that sets how often it can come."""
    kind = draw.choice(sorted(SERVICES))
    (least, most), months, often = SERVICES[kind]
    per_visit = draw.randrange(least, most + 1, 100)
    areas = place.villages if place.villages > 1 else 3
    fixed = draw.randrange(40_000, 90_001, 1_000)
    everywhere = Standard(months, areas, per_visit, fixed)
    times = draw.randrange(often[0], often[1] + 1)
    one_more = months * areas * per_visit
    ceiling = (everywhere.yearly_cost(times) + round(one_more * draw.uniform(0.2, 0.8))) // 1_000 * 1_000
    return Service(
        kind, _passport(draw), everywhere, Standard(months, 1, per_visit, fixed), ceiling, place.villages == 1
    )


def _passport(draw: random.Random) -> ServicePassport:
    spoilable = [question for question in Question if question is not Question.WHAT]
    vague = set(draw.sample(spoilable, draw.choice((2, 2, 3))))
    entries = {
        question: Entry("vague" if question in vague else "clear", question not in vague, question not in vague)
        for question in Question
    }
    return ServicePassport(entries)


@dataclass(frozen=True, slots=True)
class StepKind:
    """A step without its months: how long it takes, whole som, what it waits for, whether it is outdoor work."""

    key: str
    months: int
    money: int
    after: tuple[str, ...]
    outdoors: bool


@dataclass(frozen=True, slots=True)
class Draft:
    """The draft of a joint action plan.

    :param starts: first month of each step, as somebody wrote it down.
    :param deadline: the last step must have ended in this month.
    :param nobody: the step that nobody answers for.
    """

    steps: tuple[StepKind, ...]
    starts: dict[str, int]
    money_by_quarter: tuple[int, int, int, int]
    closed: frozenset[int]
    deadline: int
    nobody: str

    def plan(self, starts: dict[str, int], responsible: str = "") -> JointActionPlan:
        """The plan with other first months; steps that would end after December end in it (see :meth:`over`).

        :param responsible: who answers for the step that nobody answered for.
        """
        steps = tuple(
            ActionStep(
                kind.key,
                starts[kind.key],
                min(12, starts[kind.key] + kind.months - 1),
                kind.money,
                responsible if kind.key == self.nobody else "post",
                kind.after,
                kind.outdoors,
            )
            for kind in self.steps
        )
        return JointActionPlan(steps, self.money_by_quarter, self.closed)

    def over(self, starts: dict[str, int]) -> tuple[str, ...]:
        """Steps that do not end in the year."""
        return tuple(kind.key for kind in self.steps if starts[kind.key] + kind.months - 1 > 12)

    def late(self, starts: dict[str, int]) -> int:
        """Months by which the last step misses the deadline; 0 if it keeps to it."""
        last = self.steps[-1]
        return max(0, starts[last.key] + last.months - 1 - self.deadline)


def draft_plan(place: Municipality, draw: random.Random) -> Draft:
    """Seven steps; the money for the purchase comes late, the ground work has its season, the assembly its date."""
    buy_months, site_months = draw.choice((1, 2)), draw.choice((2, 3))
    buy, site = draw.randrange(180, 421, 5) * 1000, draw.randrange(60, 161, 5) * 1000
    small = {key: draw.randrange(4, 16) * 1000 for key in ("count", "train", "trial")}
    steps = (
        StepKind("count", 1, small["count"], (), False),
        StepKind("rules", 1, 0, ("count",), False),
        StepKind("buy", buy_months, buy, ("rules",), False),
        StepKind("site", site_months, site, ("count",), True),
        StepKind("train", 1, small["train"], ("buy",), False),
        StepKind("trial", 1, small["trial"], ("site", "train"), False),
        StepKind("report", 1, 0, ("trial",), False),
    )
    bought = draw.choice((7, 8))
    report = bought + 3
    spare = draw.randrange(2, 9) * 1000
    first = small["count"] + spare
    # Half of the cases get the money for the ground work in spring, the others only with the third quarter.
    spring = draw.choice((site, site // 2000 * 1000)) + spare
    third = buy + site + sum(small.values()) - first - spring + spare
    closed = frozenset(CLOSED[place.kind])
    starts = {"count": 1, "rules": 2, "buy": 2, "site": draw.choice((1, 2)), "train": 2, "trial": 3, "report": 3}
    nobody = draw.choice(("buy", "site", "train", "trial"))
    return Draft(steps, starts, (first, spring, third, spare), closed, min(12, report + draw.choice((0, 1))), nobody)


def a_plan_that_holds(draft: Draft) -> dict[str, int]:
    """First months with which nothing is wrong: the latest purchase and ground work that the deadline allows.

    :raises ValueError: if there are none.
    """
    length = {kind.key: kind.months for kind in draft.steps}
    for report in range(draft.deadline, 4, -1):
        trial, train = report - 1, report - 2
        buy = train - length["buy"]
        for site in range(trial - length["site"], 1, -1):
            starts = {
                "count": 1,
                "rules": 2,
                "buy": buy,
                "site": site,
                "train": train,
                "trial": trial,
                "report": report,
            }
            if buy > 2 and not check_plan(draft.plan(starts, "post")):
                return starts
    raise ValueError("draft: no months make this plan hold")
