"""A joint action plan: steps with dates, money and somebody who answers, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

MONTHS = range(1, 13)


@dataclass(frozen=True, slots=True)
class ActionStep:
    """One step of a plan for one year.

    :param start: first month, 1 to 12; ``end`` last month, 1 to 12.
    :param money: whole som, paid in the last month of the step.
    :param responsible: the post that answers for it; empty if nobody was named.
    :param after: keys of steps that must have ended before this one starts.
    :param outdoors: True if it cannot be done in months in which roads are closed or the ground is frozen.
    :raises ValueError: if a month is not 1 to 12 or the money is negative.
    """

    key: str
    start: int
    end: int
    money: int
    responsible: str
    after: tuple[str, ...] = ()
    outdoors: bool = False

    def __post_init__(self) -> None:
        for name, month in (("start", self.start), ("end", self.end)):
            if month not in MONTHS:
                raise ValueError(f"{self.key}: {name} must be a month from 1 to 12, not {month}")
        if self.money < 0:
            raise ValueError(f"{self.key}: money must not be negative, but is {self.money}")


class PlanRule(StrEnum):
    """What can be wrong with a plan."""

    NO_RESPONSIBLE = "no_responsible"
    ENDS_BEFORE_START = "ends_before_start"
    AFTER_UNKNOWN = "after_unknown"
    TOO_EARLY = "too_early"
    CLOSED_MONTH = "closed_month"
    OVER_CEILING = "over_ceiling"
    OVER_QUARTER = "over_quarter"


@dataclass(frozen=True, slots=True)
class PlanFinding:
    """Something that is wrong.

    :param about: the key of a step; the number of a quarter (1 to 4) for :attr:`PlanRule.OVER_QUARTER`.
    :param other: the step that is waited for; empty where there is none.
    :param amount: months too early or in closed months; whole som that are missing.
    """

    rule: PlanRule
    about: str
    other: str = ""
    amount: int = 0


@dataclass(frozen=True, slots=True)
class JointActionPlan:
    """Steps, and the money that comes for them.

    :param money_by_quarter: whole som that arrive at the start of each quarter; what is left stays for the next.
    :param closed_months: months without outdoor work.
    :raises ValueError: if a step stands twice, a month is none, or there are not four quarters of money.
    """

    steps: tuple[ActionStep, ...]
    money_by_quarter: tuple[int, int, int, int]
    closed_months: frozenset[int] = frozenset()

    def __post_init__(self) -> None:
        if len({step.key for step in self.steps}) != len(self.steps):
            raise ValueError("steps: a step stands twice")
        if len(self.money_by_quarter) != 4 or min(self.money_by_quarter) < 0:
            raise ValueError("money_by_quarter must be four amounts, none negative")
        if not self.closed_months <= set(MONTHS):
            raise ValueError("closed_months must be months from 1 to 12")


def quarter(month: int) -> int:
    """The quarter of a month: January to March are 1.

    :raises ValueError: if the month is not 1 to 12.
    """
    if month not in MONTHS:
        raise ValueError(f"month must be from 1 to 12, not {month}")
    return (month - 1) // 3 + 1


def spent_by_quarter(plan: JointActionPlan) -> tuple[int, int, int, int]:
    """Whole som that are paid in each quarter; a step is paid in its last month."""
    spent = [0, 0, 0, 0]
    for step in plan.steps:
        spent[quarter(step.end) - 1] += step.money
    return (spent[0], spent[1], spent[2], spent[3])


def check_plan(plan: JointActionPlan) -> tuple[PlanFinding, ...]:
    """Everything that is wrong with a plan; nothing if it holds."""
    return (*(found for step in plan.steps for found in _check_step(plan, step)), *_check_money(plan))


def _check_step(plan: JointActionPlan, step: ActionStep) -> Iterator[PlanFinding]:
    if not step.responsible.strip():
        yield PlanFinding(PlanRule.NO_RESPONSIBLE, step.key)
    if step.end < step.start:
        yield PlanFinding(PlanRule.ENDS_BEFORE_START, step.key, amount=step.start - step.end)
    known = {other.key: other for other in plan.steps}
    for key in step.after:
        if key not in known:
            yield PlanFinding(PlanRule.AFTER_UNKNOWN, step.key, key)
        elif step.start <= known[key].end:
            yield PlanFinding(PlanRule.TOO_EARLY, step.key, key, known[key].end - step.start + 1)
    closed = len(plan.closed_months & set(range(step.start, step.end + 1)))
    if step.outdoors and closed:
        yield PlanFinding(PlanRule.CLOSED_MONTH, step.key, amount=closed)


def _check_money(plan: JointActionPlan) -> Iterator[PlanFinding]:
    over = sum(step.money for step in plan.steps) - sum(plan.money_by_quarter)
    if over > 0:
        yield PlanFinding(PlanRule.OVER_CEILING, "", amount=over)
    came = paid = 0
    for number, (money, spent) in enumerate(zip(plan.money_by_quarter, spent_by_quarter(plan), strict=True), start=1):
        came, paid = came + money, paid + spent
        if paid > came:
            yield PlanFinding(PlanRule.OVER_QUARTER, str(number), amount=paid - came)
