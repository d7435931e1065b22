"""What a trainee's choices of the unit `water` lead to: pure functions of the case, for boards and checks alike."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from aimak.i18n import translate as _
from aimak.i18n.numbers import number, percent, thousands
from aimak.lesson.cases.water import WaterCase
from aimak.lesson.cases.water_limits import LEAST_COVERAGE, MOST_COVERAGE, START
from aimak.lesson.cases.water_parts import Step
from aimak.municipal.money import som
from aimak.municipal.water import (
    Tariff,
    billed_money,
    coverage,
    fund_path,
    gap_to_cost,
    revenue,
    value_of_billed_water,
    value_of_collection,
    value_of_mended_leak,
    variable_cost,
)

#: Years of the plan.
PLAN_YEARS = 3


@dataclass(frozen=True, slots=True)
class StepsOutcome:
    """Chosen steps together: whole som, and m³ that no longer leak away."""

    price: int
    freed: int
    gain: int


def step_gain(case: WaterCase, step: Step) -> int:
    """What a step brings in a year, whole som: saved cost of leaks, paid bills of new users, better collection."""
    one = variable_cost(case.cost.energy, case.cost.testing, case.balance.produced)
    after = min(1.0, round(case.collection + step.points / 100, 2))
    return (
        value_of_mended_leak(step.freed, one)
        + value_of_billed_water(step.added, case.tariff, case.collection)
        + value_of_collection(case.year.billed_money, case.collection, after)
    )


def steps_outcome(case: WaterCase, chosen: Collection[str]) -> StepsOutcome:
    """Price, freed water and yearly gain of the chosen steps."""
    taken = [step for step in case.steps if step.key in chosen]
    return StepsOutcome(
        sum(step.price for step in taken),
        sum(step.freed for step in taken),
        sum(step_gain(case, step) for step in taken),
    )


@dataclass(frozen=True, slots=True)
class TariffOutcome:
    """What a tariff brings in a year, whole som; ``line`` is the support from the budget."""

    tariff: Tariff
    collected: int
    line: int
    cost: int

    @property
    def missing(self) -> int:
        """What nobody pays, whole som."""
        return gap_to_cost(self.cost, self.collected + self.line)

    @property
    def covered(self) -> float:
        """The share of the cost that users and budget pay."""
        return coverage(self.collected + self.line, self.cost)

    @property
    def by_users(self) -> float:
        """The share of the cost that users pay."""
        return coverage(self.collected, self.cost)

    def charge(self, volume: float) -> float:
        """What a household pays for a month, som."""
        return self.tariff.charge(volume)

    def findings(self, case: WaterCase) -> list[tuple[str, bool]]:
        """Each demand in words, and whether it is kept."""
        limits = case.limits
        street, yard = (self.charge(case.group(kind).volume) for kind in ("street", "yard"))
        cost = _("The cost is covered: {share}").format(share=percent(self.covered, 0))
        return [
            (cost, 1 <= self.covered <= MOST_COVERAGE),
            (
                _("Users pay {share}; at least {least} is asked for").format(
                    share=percent(self.by_users, 0), least=percent(LEAST_COVERAGE, 0)
                ),
                self.by_users >= LEAST_COVERAGE,
            ),
            (
                _("Budget line {line} of {ceiling} thousand som").format(
                    line=thousands(self.line), ceiling=thousands(limits.ceiling)
                ),
                self.line <= limits.ceiling,
            ),
            (
                _("A family at a street tap pays {charge} of at most {limit} som a month").format(
                    charge=number(street, 1), limit=number(limits.poor)
                ),
                street <= limits.poor,
            ),
            (
                _("A family with a yard tap pays {charge} of at most {limit} som a month").format(
                    charge=number(yard, 1), limit=number(limits.yard)
                ),
                yard <= limits.yard,
            ),
            (
                _("Price for organisations: {price} of at most {limit} som for 1 m³").format(
                    price=number(self.tariff.organisations, 1), limit=number(limits.organisations, 1)
                ),
                self.tariff.organisations <= limits.organisations,
            ),
        ]


def tariff_outcome(case: WaterCase, amounts: Mapping[str, float]) -> TariffOutcome | None:
    """What the prices of a form bring; None if water above the lifeline is cheaper than inside it.

    :param amounts: ``lifeline`` m³, ``first``, ``second``, ``organisations`` som for one m³, ``line`` thousand som.
    """
    if amounts["second"] < amounts["first"]:
        return None
    tariff = Tariff(amounts["lifeline"], amounts["first"], amounts["second"], amounts["organisations"])
    collected = revenue(billed_money(tariff, case.groups, case.year.organisations), case.target)
    return TariffOutcome(tariff, collected, som(amounts["line"]), case.cost.total)


@dataclass(frozen=True, slots=True)
class PlanOutcome:
    """A plan of three years: shares of the cost, lines and the fund at the end of each year, whole som."""

    shares: tuple[float, ...]
    lines: tuple[int, ...]
    path: tuple[int, ...]

    @property
    def paid(self) -> bool:
        """True if no year leaves bills unpaid."""
        return min(self.path) >= 0

    def raises_kept(self, case: WaterCase) -> bool:
        """True if no raise is above the kenesh's step, and no share above the full cost."""
        steps = [later - before for before, later in zip(self.shares, self.shares[1:], strict=False)]
        return max(steps) <= case.plan.step + 1e-9 and max(self.shares) <= 1 + 1e-9

    def lines_kept(self, case: WaterCase) -> bool:
        """True if each line is within its ceiling, and all within the sum."""
        return max(self.lines) <= case.plan.ceiling and sum(self.lines) <= case.plan.together

    def findings(self, case: WaterCase) -> list[tuple[str, bool]]:
        """Each demand in words, and whether it is kept."""
        plan = case.plan
        return [
            (_("The bills of every year are paid"), self.paid),
            (
                _("Pump and electrics need {amount} thousand som at the end of year 3").format(
                    amount=thousands(plan.replacement)
                ),
                self.path[-1] >= plan.replacement,
            ),
            (_("A line is at most {amount} thousand som").format(amount=thousands(plan.ceiling)),
             max(self.lines) <= plan.ceiling),
            (
                _("The three lines together: {sum} of {most} thousand som").format(
                    sum=thousands(sum(self.lines)), most=thousands(plan.together)
                ),
                sum(self.lines) <= plan.together,
            ),
            (
                _("The share rises by at most {points} percentage points in a year").format(
                    points=number(100 * plan.step, 0)
                ),
                self.raises_kept(case),
            ),
        ]  # fmt: skip


def plan_of(case: WaterCase, amounts: Mapping[str, float]) -> PlanOutcome:
    """What a plan leads to.

    :param amounts: ``share2`` and ``share3`` in per cent of the cost, ``line1`` to ``line3`` in thousand som.
    """
    shares = (START, round(amounts["share2"] / 100, 4), round(amounts["share3"] / 100, 4))
    lines = tuple(som(amounts[f"line{year}"]) for year in range(1, PLAN_YEARS + 1))
    return PlanOutcome(shares, lines, fund_path(case.cost, shares, lines, case.target))
