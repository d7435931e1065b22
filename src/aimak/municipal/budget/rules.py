"""Rules of a local budget. Each returns findings with a name and the amount at stake, never a text.

Texts are for readers in three languages and belong to the lesson. A rule that finds nothing returns ``()``.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

from aimak.municipal.budget.records import EARMARKED, Budget, Limits, RevenueSource


class Rule(StrEnum):
    """The names of the findings."""

    DEFICIT = "deficit"
    DEFICIT_BEYOND_OPENING_BALANCE = "deficit_beyond_opening_balance"
    ABOVE_CEILING = "above_ceiling"
    PROTECTED_LINE_SHORT = "protected_line_short"
    EARMARKED_OFF_PURPOSE = "earmarked_off_purpose"
    RESERVE_TOO_SMALL = "reserve_too_small"
    RESERVE_TOO_LARGE = "reserve_too_large"
    PROMISE_NOT_FUNDED = "promise_not_funded"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong: the rule, the line, source or proposal it names, and the amount in whole som.

    The amount is what is missing or too much, always above zero.
    """

    rule: Rule
    amount: int
    about: str = ""


def balanced(budget: Budget) -> tuple[Finding, ...]:
    """A budget is balanced when spending is not above revenue."""
    return () if budget.balance >= 0 else (Finding(Rule.DEFICIT, -budget.balance),)


def deficit_within_opening_balance(budget: Budget) -> tuple[Finding, ...]:
    """A deficit may be paid from the opening balance and from nothing else."""
    gap = -budget.balance - budget.opening_balance
    return () if gap <= 0 else (Finding(Rule.DEFICIT_BEYOND_OPENING_BALANCE, gap),)


def within_ceiling(budget: Budget, limits: Limits) -> tuple[Finding, ...]:
    """Spending keeps to the ceiling of the case, where there is one."""
    if limits.ceiling is None or budget.total_spending <= limits.ceiling:
        return ()
    return (Finding(Rule.ABOVE_CEILING, budget.total_spending - limits.ceiling),)


def protected_lines_funded(budget: Budget, limits: Limits) -> tuple[Finding, ...]:
    """Protected lines are funded in full; one finding for each that is short."""
    return tuple(
        Finding(Rule.PROTECTED_LINE_SHORT, needed - budget.line(key), key)
        for key, needed in limits.protected.items()
        if budget.line(key) < needed
    )


def earmarked_on_purpose(budget: Budget, limits: Limits) -> tuple[Finding, ...]:
    """Earmarked money is spent only on its purpose.

    Money is not painted: what shows is that the lines of a purpose together get less than the money given for
    it, so the rest went elsewhere. Where purposes share a line, the same is asked of every group of sources
    together (Hall's condition); the smallest group that falls short is named.
    """
    sources = sorted(s for s in EARMARKED if budget.revenue.get(s, 0) > 0)
    findings: list[Finding] = []
    named: set[RevenueSource] = set()
    for size in range(1, len(sources) + 1):
        for group in combinations(sources, size):
            if named.intersection(group):
                continue
            lines = frozenset().union(*(limits.purposes.get(s, frozenset()) for s in group))
            missing = budget.received(group) - _spent_on(budget, lines)
            if missing > 0:
                findings.append(Finding(Rule.EARMARKED_OFF_PURPOSE, missing, "+".join(group)))
                named.update(group)
    return tuple(findings)


def _spent_on(budget: Budget, lines: Collection[str]) -> int:
    return sum(budget.line(key) for key in lines)


def reserve_within_limits(budget: Budget, limits: Limits) -> tuple[Finding, ...]:
    """The reserve is between the least and the most share of all spending that the case allows.

    The shares are the case's own: no share is taught as law.
    """
    least, most = (round(share * budget.total_spending) for share in limits.reserve_shares)
    reserve = budget.line(limits.reserve_line)
    if reserve < least:
        return (Finding(Rule.RESERVE_TOO_SMALL, least - reserve, limits.reserve_line),)
    if reserve > most:
        return (Finding(Rule.RESERVE_TOO_LARGE, reserve - most, limits.reserve_line),)
    return ()


def promises_funded(funded: Collection[str], limits: Limits) -> tuple[Finding, ...]:
    """Proposals of the hearing that were promised are among the ``funded`` keys."""
    return tuple(
        Finding(Rule.PROMISE_NOT_FUNDED, proposal.cost, proposal.key)
        for proposal in limits.proposals
        if proposal.promised and proposal.key not in funded
    )


def check(budget: Budget, limits: Limits) -> tuple[Finding, ...]:
    """Every rule that a budget alone can break, in the order in which people mend them."""
    return (
        *deficit_within_opening_balance(budget),
        *within_ceiling(budget, limits),
        *protected_lines_funded(budget, limits),
        *earmarked_on_purpose(budget, limits),
        *reserve_within_limits(budget, limits),
    )
