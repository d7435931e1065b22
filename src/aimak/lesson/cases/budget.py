"""The case of the unit `budget`: a draft budget, its limits, a printed copy with a mistake, a hearing's proposals.

Everything follows from the municipality's rows in the data package and its code, so the same code gives the same
case on every machine. Amounts are whole som, in steps of 100 som, so that a printed 0.1 thousand som is exact.
"""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import dataclass

from aimak.data import Municipality, budget, budget_lines, municipality
from aimak.i18n import translate as _
from aimak.lesson.cases.budget_outlook import Offer, offers, outlook
from aimak.lesson.cases.budget_parts import Commitment, PrintedRow, commitments, printed_budget, proposals
from aimak.municipal.budget import OWN_REVENUE, Budget, Limits, Outlook, Proposal, RevenueSource
from aimak.municipal.money import printed

#: The year that the exercise plans, and the year before it.
YEAR, BEFORE = 2025, 2024
#: How much of the levelling transfer falls away in the task «defend».
FALL = 0.15
#: What a service line must keep of last year's plan, so that the service does not stop.
KEEP, KEEP_AFTER_FALL = 0.7, 0.4


@dataclass(frozen=True, slots=True)
class BudgetCase:
    """What the trainee of one municipality sees.

    :param plan: the approved shape of the year: revenue and the lines as the data package has them.
    :param before: the plan of the year before.
    :param requests: what the departments ask for, whole som by line; together more than there is money.
    :param limits: what a budget of the year has to keep to (protected lines, purposes, reserve, ceiling).
    :param after_fall: the same limits once the levelling transfer has fallen.
    :param floors: whole som by line below which a service stops; ``floors_after_fall`` in the bad year.
    :param printed: rows of a printed budget that holds one mistake.
    :param commitments: three things that the head would like to take on, with their cost.
    :param proposals: the hearing's proposals, and ``proposal_money`` whole som to fund them with.
    :param ahead: what is expected in the two forecast years, and ``offers`` that cost in all three.
    """

    municipality: Municipality
    plan: Budget
    before: Budget
    requests: Mapping[str, int]
    limits: Limits
    after_fall: Limits
    floors: Mapping[str, int]
    floors_after_fall: Mapping[str, int]
    printed: tuple[PrintedRow, ...]
    commitments: tuple[Commitment, ...]
    proposals: tuple[Proposal, ...]
    proposal_money: int
    ahead: Outlook
    offers: tuple[Offer, ...]

    @property
    def poorer(self) -> Budget:
        """The plan of the year with the levelling transfer after its fall."""
        return self.plan.with_revenue({RevenueSource.LEVELLING_TRANSFER: self.levelling - self.loss})

    @property
    def limits_of_hearing(self) -> Limits:
        """Limits that hold the hearing's proposals only, for the rule on promises."""
        return Limits(proposals=self.proposals)

    @property
    def levelling(self) -> int:
        """The levelling transfer of the year, whole som."""
        return self.plan.revenue[RevenueSource.LEVELLING_TRANSFER]

    @property
    def loss(self) -> int:
        """What the fall takes away, whole som."""
        return printed(self.levelling * FALL)


def line_labels() -> dict[str, str]:
    """The name of each spending line in the reader's language."""
    return {line.line: _(line.label) for line in budget_lines()}


def case(code: str) -> BudgetCase:
    """The case of a municipality.

    :raises UserError: if there is no such municipality.
    """
    place = municipality(code)
    plan, before = budget(place.code, YEAR), budget(place.code, BEFORE)
    draw = random.Random(f"budget case {place.code}")
    limits = _limits(plan, draw)
    after_fall = Limits(
        limits.protected, limits.purposes, limits.reserve_line, (0.0, limits.reserve_shares[1]), limits.ceiling
    )
    money = printed(plan.total_revenue * draw.uniform(0.025, 0.05))
    floors = _floors(plan, before, limits, KEEP)
    later = random.Random(f"budget outlook {place.code}")
    ahead = _ahead(plan, room_for_new(plan, limits, floors), later)
    return BudgetCase(
        municipality=place,
        plan=plan,
        before=before,
        requests=_requests(plan, limits, draw),
        limits=limits,
        after_fall=after_fall,
        floors=floors,
        floors_after_fall=_floors(plan, before, limits, KEEP_AFTER_FALL),
        printed=printed_budget(plan, before, draw),
        commitments=commitments(room_for_new(plan, limits, floors), draw),
        proposals=proposals(place, money, draw),
        proposal_money=money,
        ahead=ahead,
        offers=offers(ahead, later),
    )


def _ahead(plan: Budget, room: int, draw: random.Random) -> Outlook:
    """The outlook: what must be paid is all money without strings that is not free for new things."""
    own, levelling = plan.received(OWN_REVENUE), plan.revenue[RevenueSource.LEVELLING_TRANSFER]
    return outlook(room, own, levelling, own + levelling + plan.opening_balance - room, draw)


def _limits(plan: Budget, draw: random.Random) -> Limits:
    lines = budget_lines()
    purposes = {line.earmarked_source: frozenset({line.line}) for line in lines if line.earmarked_source}
    protected = {line.line: plan.line(line.line) for line in lines if line.protected}
    # One contract a case runs through the year, so its line is protected too.
    contract = draw.choice(["waste", "street_lighting", "water", "health_post"])
    protected[contract] = printed(plan.line(contract) * 0.95)
    least, most = draw.choice([(0.01, 0.04), (0.015, 0.04), (0.02, 0.05), (0.01, 0.05)])
    return Limits(protected, purposes, "reserve", (least, most))


def free_money(plan: Budget, limits: Limits) -> int:
    """Money without strings that is left once the protected lines are paid, whole som.

    A protected line that an earmarked source pays for needs money without strings for the rest only.
    """
    paid_for = {line: plan.revenue.get(source, 0) for source, lines in limits.purposes.items() for line in lines}
    needed = sum(max(0, amount - paid_for.get(line, 0)) for line, amount in limits.protected.items())
    without_strings = plan.received({*OWN_REVENUE, RevenueSource.LEVELLING_TRANSFER})
    return without_strings + plan.opening_balance - needed


def room_for_new(plan: Budget, limits: Limits, floors: Mapping[str, int]) -> int:
    """Free money that is left once services keep running and the least reserve is set aside, whole som."""
    given = _earmarked_to(plan, limits)
    running = sum(floor - given.get(line, 0) for line, floor in floors.items())
    reserve = round(limits.reserve_shares[0] * (plan.total_revenue + plan.opening_balance))
    return free_money(plan, limits) - running - reserve


def _earmarked_to(plan: Budget, limits: Limits) -> dict[str, int]:
    given: dict[str, int] = {}
    for source, lines in limits.purposes.items():
        for line in lines:
            given[line] = given.get(line, 0) + plan.revenue.get(source, 0)
    return given


def _requests(plan: Budget, limits: Limits, draw: random.Random) -> dict[str, int]:
    """Departments ask for more than there is, forget the reserve, and one forgets the strings on its money."""
    asked = {line.key: printed(line.amount * draw.uniform(1.06, 1.22)) for line in plan.spending}
    asked |= dict(limits.protected)
    asked["reserve"] = 0
    # Whatever the draw: together they ask for 5 to 10 % more than there is.
    fixed = sum(limits.protected.values())
    wanted = (plan.total_revenue + plan.opening_balance) * draw.uniform(1.05, 1.10) - fixed
    free = [key for key in asked if key not in limits.protected]
    factor = wanted / sum(asked[key] for key in free)
    asked |= {key: printed(asked[key] * factor) for key in free}
    given = _earmarked_to(plan, limits)
    short = draw.choice(sorted(key for key, amount in given.items() if amount > 0 and key not in limits.protected))
    kept_back = asked[short] - printed(given[short] * draw.uniform(0.6, 0.8))
    asked[short] -= kept_back
    asked["admin_running"] += max(0, kept_back)
    return asked


def _floors(plan: Budget, before: Budget, limits: Limits, keep: float) -> dict[str, int]:
    given = _earmarked_to(plan, limits)
    floors = {}
    for line in plan.spending:
        # Investment may be put off and the reserve has limits of its own; what earmarked money pays is not cut.
        if line.key in {"reserve", "roads"} or line.key in limits.protected:
            continue
        general = max(0, min(line.amount, before.line(line.key)) - given.get(line.key, 0))
        floors[line.key] = printed(given.get(line.key, 0) + keep * general)
    return floors
