"""From the register to the decision: which proposals enter the budget, and what each of them is answered."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from aimak.municipal.hearing.records import Proposal, Reason, checked_register

#: So many candidates are tried in every combination; a longer list is decided one after the other.
TRIED = 14


@dataclass(frozen=True, slots=True)
class Decision:
    """What becomes of one proposal: accepted, or declined with a reason. There is no third."""

    number: int
    reason: Reason | None

    @property
    def accepted(self) -> bool:
        """True if it enters the budget."""
        return self.reason is None


class Fault(StrEnum):
    """What can be wrong with a list of decisions."""

    UNANSWERED = "unanswered"
    ANSWERED_TWICE = "answered_twice"
    UNKNOWN = "unknown"
    NOT_OURS = "not_ours"
    PAID_TWICE = "paid_twice"
    WRONG_REASON = "wrong_reason"
    ABOVE_CEILING = "above_ceiling"


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault: the proposal's number (0 for the whole list) and the whole som at stake."""

    fault: Fault
    number: int
    amount: int = 0


def fixed_reason(proposal: Proposal) -> Reason | None:
    """The reason that holds whatever the money: not ours to decide, or in the draft already. None if neither."""
    if not proposal.ours:
        return Reason.NOT_OURS
    return Reason.PLANNED if proposal.planned else None


def best_choice(candidates: Sequence[Proposal], ceiling: int) -> frozenset[int]:
    """The numbers of the affordable choice that serves most people; of two such the cheaper, then the earlier one.

    Up to :data:`TRIED` candidates every combination is tried; of more, one after the other is taken by people for
    each som, which may serve fewer.

    :param ceiling: whole som.
    """
    if len(candidates) > TRIED:
        return _greedy(candidates, ceiling)
    best, chosen = (0, 0), 0
    for pattern in range(1 << len(candidates)):
        taken = [one for i, one in enumerate(candidates) if pattern >> i & 1]
        cost = sum(one.cost for one in taken)
        value = (sum(one.people for one in taken), -cost)
        if cost <= ceiling and value > best:
            best, chosen = value, pattern
    return frozenset(one.number for i, one in enumerate(candidates) if chosen >> i & 1)


def _greedy(candidates: Sequence[Proposal], ceiling: int) -> frozenset[int]:
    left, chosen = ceiling, set()
    for one in sorted(candidates, key=lambda p: (-p.people / max(1, p.cost), p.number)):
        if one.cost <= left:
            chosen.add(one.number)
            left -= one.cost
    return frozenset(chosen)


def decide(proposals: Iterable[Proposal], ceiling: int) -> tuple[Decision, ...]:
    """A decision for every proposal of the register, in the order of its numbers.

    What is not ours is passed on; what the draft holds already is not paid twice; among the rest the choice that
    serves most people under the ceiling enters, and the others are told that there is no money.

    :param ceiling: whole som for proposals.
    :raises ValueError: if the ceiling is negative, or a number stands twice.
    """
    if ceiling < 0:
        raise ValueError(f"ceiling: an amount cannot be negative ({ceiling} som)")
    listed = checked_register(proposals)
    chosen = best_choice([one for one in listed if fixed_reason(one) is None], ceiling)
    return tuple(
        Decision(one.number, None if one.number in chosen else fixed_reason(one) or Reason.NO_MONEY) for one in listed
    )


def faults(proposals: Iterable[Proposal], decisions: Collection[Decision], ceiling: int) -> tuple[Finding, ...]:
    """What is wrong with a list of decisions: every proposal must have exactly one, and its reason must be true.

    :raises ValueError: if the ceiling is negative, or a number stands twice in the register.
    """
    if ceiling < 0:
        raise ValueError(f"ceiling: an amount cannot be negative ({ceiling} som)")
    listed = checked_register(proposals)
    known = {one.number for one in listed}
    found = [Finding(Fault.UNKNOWN, one.number) for one in decisions if one.number not in known]
    cost = 0
    for one in listed:
        made = [decision for decision in decisions if decision.number == one.number]
        if len(made) != 1:
            found.append(Finding(Fault.ANSWERED_TWICE if made else Fault.UNANSWERED, one.number, one.cost))
        cost += one.cost if any(decision.accepted for decision in made) else 0
        found += [fault for decision in made if (fault := _fault(one, decision))]
    if cost > ceiling:
        found.append(Finding(Fault.ABOVE_CEILING, 0, cost - ceiling))
    return tuple(found)


def _fault(proposal: Proposal, decision: Decision) -> Finding | None:
    fixed = fixed_reason(proposal)
    if decision.accepted:
        if fixed is None:
            return None
        kind = Fault.NOT_OURS if fixed is Reason.NOT_OURS else Fault.PAID_TWICE
        return Finding(kind, proposal.number, proposal.cost)
    if decision.reason is (fixed or Reason.NO_MONEY):
        return None
    return Finding(Fault.WRONG_REASON, proposal.number, proposal.cost)
