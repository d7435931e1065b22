"""Parts of the budget case: the printed budget with a mistake, the head's wishes, the hearing's proposals."""

from __future__ import annotations

import random
from dataclasses import dataclass, replace

from aimak.data import Municipality, budget_lines
from aimak.municipal.budget import Budget, Proposal
from aimak.municipal.money import PRINTED_STEP, printed


@dataclass(frozen=True, slots=True)
class PrintedRow:
    """One row of a printed budget: amounts as printed, which is not always what they should be.

    :param kind: ``line``, ``function`` (a subtotal) or ``total``.
    :param key: the line, the function's code, or ``total``.
    :param amount: the figure printed in the column «thousand som», times 1000.
    """

    kind: str
    key: str
    amount: int
    before: int


@dataclass(frozen=True, slots=True)
class Commitment:
    """Something that the head would like to take on this year: ``cost`` in whole som."""

    key: str
    cost: int


def printed_budget(plan: Budget, before: Budget, draw: random.Random) -> tuple[PrintedRow, ...]:
    """The plan as printed, with one mistake in one line: som for thousand som, two digits swapped, or a line twice.

    Subtotals and the total are those of the right figures, so that the mistake can be found by adding up.
    """
    rows: list[PrintedRow] = []
    functions = before.by_function()
    for function, amount in plan.by_function().items():
        rows += [
            PrintedRow("line", line.key, line.amount, before.line(line.key))
            for line in plan.spending
            if line.function == function
        ]
        rows.append(PrintedRow("function", function.value, amount, functions.get(function, 0)))
    rows.append(PrintedRow("total", "total", plan.total_spending, before.total_spending))
    return _with_mistake(rows, plan, draw)


def _with_mistake(rows: list[PrintedRow], plan: Budget, draw: random.Random) -> tuple[PrintedRow, ...]:
    # A line that is alone in its function is found by its subtotal, whatever the mistake.
    alone = [line.key for line in plan.spending if sum(o.function == line.function for o in plan.spending) == 1]
    key = draw.choice([k for k in alone if plan.line(k) >= 10_000])
    at = next(i for i, row in enumerate(rows) if row.key == key and row.kind == "line")
    kinds = ["unit", "twice"] + (["digits"] if _swapped(rows[at].amount) != rows[at].amount else [])
    kind = draw.choice(kinds)
    if kind == "unit":
        rows[at] = replace(rows[at], amount=rows[at].amount * 1000)
    elif kind == "digits":
        rows[at] = replace(rows[at], amount=_swapped(rows[at].amount))
    else:
        rows.insert(at + 1, rows[at])
    return tuple(rows)


def _swapped(amount: int) -> int:
    """The amount with its first two digits that differ swapped, as a typing mistake does."""
    digits = list(str(amount // PRINTED_STEP))
    for i in range(len(digits) - 1):
        if digits[i] != digits[i + 1] and digits[i + 1] != "0":
            digits[i], digits[i + 1] = digits[i + 1], digits[i]
            break
    return int("".join(digits)) * PRINTED_STEP


def commitments(room: int, draw: random.Random) -> tuple[Commitment, ...]:
    """Three wishes: one fits the room for new things, one is somewhat above it, one far above.

    :param room: whole som that are free for new things, above zero.
    """
    costs = [printed(room * draw.uniform(0.7, 0.92)), printed(room * draw.uniform(1.12, 1.35)), printed(room * 2.1)]
    keys = ["school_road", "culture_house_roof", "waste_truck"]
    draw.shuffle(keys)
    return tuple(sorted((Commitment(k, c) for k, c in zip(keys, costs, strict=True)), key=lambda c: c.key))


#: The hearing's proposals: key, spending line, whom it serves, and how many of them (a share).
_PROPOSALS = (
    ("lamps_far_village", "street_lighting", "village", 0.9),
    ("girls_sport_club", "culture_sport", "youth", 0.25),
    ("kindergarten_stove", "kindergarten_running", "children", 0.04),
    ("waste_bins", "waste", "everyone", 0.6),
    ("water_pump_spare", "water", "village", 1.1),
    ("library_books", "culture_sport", "youth", 0.15),
)


def proposals(place: Municipality, money: int, draw: random.Random) -> tuple[Proposal, ...]:
    """Six proposals, together about twice the money. One was promised at the hearing; it is not the cheapest.

    :param money: whole som that can fund proposals.
    """
    assert {line for _key, line, _whom, _share in _PROPOSALS} <= {line.line for line in budget_lines()}
    base = {"village": place.population / place.villages, "youth": place.youth, "children": place.population}
    made = []
    for key, line, whom, share in _PROPOSALS:
        people = max(10, round(base.get(whom, place.population) * share * draw.uniform(0.7, 1.2)))
        made.append(Proposal(key, line, printed(money * draw.uniform(0.18, 0.5)), people))
    by_cost = sorted(made, key=lambda p: p.cost)
    promised = draw.choice(by_cost[2:5]).key
    return tuple(replace(p, promised=p.key == promised) for p in made)
