"""Papers of the unit `control`: a register of complaints, and a ledger with mistakes planted in it."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

#: Calendar days from registering to the answer, by the habit of an office: least and most.
_HABITS = {"quick": (3, 15), "mixed": (5, 26), "slow": (10, 38)}
_LATE_REGISTER = {"quick": (0, 1), "mixed": (0, 3), "slow": (0, 5)}
_ABOUT = ("missed_stop", "missed_stop", "missed_stop", "late", "spilled", "other")
#: From this sum on a purchase needs more than the simplest way, whole som; see the README.
LIMIT = 50_000


def register_rows(
    code: str, year: int, counts: Mapping[int, int], habit: str, draw: random.Random
) -> Iterator[tuple[object, ...]]:
    """The register of a year; what was not answered in the year stays open."""
    number = 0
    for month, count in counts.items():
        days = sorted(draw.randrange(1, 25) for _ in range(count))
        for day in days:
            number += 1
            received = date(year, month, day)
            registered = received + timedelta(days=draw.randrange(*_LATE_REGISTER[habit]) if habit != "quick" else 0)
            answered = registered + timedelta(days=draw.randrange(*_HABITS[habit]))
            about = draw.choice(_ABOUT)
            still_open = answered.year > year or draw.random() < 0.06
            yield code, number, received, registered, "" if still_open else answered, about


@dataclass(frozen=True, slots=True)
class _Row:
    booked: date
    delivered: date
    supplier: str
    invoice: str
    item: str
    amount: int
    signed: str = "true"


def _honest(year: int, costs: Mapping[int, int], draw: random.Random) -> list[_Row]:
    """Fuel twice a month, rent once, a purchase here and there; some look alike and are honest."""
    rows: list[_Row] = []
    next_invoice = dict.fromkeys("ABCDE", 0)
    for letter in next_invoice:
        next_invoice[letter] = draw.randrange(11, 300)

    def add(supplier: str, item: str, amount: int, month: int, day: int) -> None:
        next_invoice[supplier] += draw.randrange(1, 6)
        delivered = date(year, month, day)
        booked = delivered + timedelta(days=draw.randrange(0, 3))
        rows.append(_Row(booked, delivered, supplier, f"{supplier}-{next_invoice[supplier]}", item, amount))

    rent = draw.randrange(40, 90) * 100
    for month, cost in costs.items():
        first = cost * draw.randrange(40, 49) // 100
        add("A", "fuel", first, month, draw.randrange(2, 8))
        add("A", "fuel", cost - first, month, draw.randrange(15, 22))
        add("E", "rent", rent, month, draw.randrange(3, 6))
    # The same garage in one week, but two different things: honest.
    start, month = draw.randrange(8, 13), draw.choice((7, 8))
    add("B", "repair", draw.randrange(265, 330) * 100, month, start)
    add("B", "spare_parts", draw.randrange(240, 298) * 100, month, start + draw.randrange(2, 5))
    # Just below the limit, alone: honest.
    add("C", "tyres", draw.randrange(465, 496) * 100, draw.choice((7, 9)), draw.randrange(9, 24))
    add("D", "clothes", draw.randrange(60, 140) * 100, draw.choice((8, 9)), draw.randrange(9, 24))
    return rows


def _split(year: int, draw: random.Random) -> list[_Row]:
    """One purchase in two or three slices, each below the limit, together above it."""
    month, day, slices = draw.choice((7, 8, 9)), draw.randrange(10, 17), draw.choice((2, 3))
    total = LIMIT + draw.randrange(30, 260) * 100
    # Equal slices would look like a doubled invoice, so each differs from the others.
    offsets = {2: (1900, -1900), 3: (2300, -700, -1600)}[slices]
    rows = []
    for i, offset in enumerate(offsets):
        delivered = date(year, month, day + 2 * i)
        amount = total // slices // 100 * 100 + offset
        invoice = f"C-{700 + draw.randrange(1, 9) + 10 * i}"
        rows.append(_Row(delivered, delivered, "C", invoice, "containers", amount))
    return rows


def ledger_rows(
    code: str, year: int, costs: Mapping[int, int], number: int, draw: random.Random
) -> Iterator[tuple[object, ...]]:
    """Three months of a ledger with one doubled invoice, one row in the wrong month, one purchase in slices and one
    row that nobody signed; in every fifth municipality a voucher number is missing."""
    rows = _honest(year, costs, draw)
    early = [
        i for i, row in enumerate(rows) if row.delivered.day <= 18 and row.item in {"fuel", "repair", "spare_parts"}
    ]
    first = rows[draw.choice(early)]
    again = first.delivered + timedelta(days=draw.randrange(3, 8))
    doubled = replace(first, delivered=again, booked=again + timedelta(days=draw.randrange(0, 3)))
    free = [i for i, row in enumerate(rows) if row is not first and row.item in {"clothes", "tyres"}]
    at = draw.choice(free)
    moved = rows[at]
    if draw.random() < 0.5:  # it came at the end of a month and stands in the next
        came = date(year, 8, draw.randrange(26, 30))
        rows[at] = replace(moved, delivered=came, booked=date(year, 9, draw.randrange(2, 6)))
    else:  # it stands in the ledger before it came
        rows[at] = replace(
            moved, booked=date(year, 8, draw.randrange(26, 29)), delivered=date(year, 9, draw.randrange(3, 9))
        )
    other = [i for i, row in enumerate(rows) if row is not first and i != at and row.item != "rent"]
    blank = draw.choice(other)
    rows[blank] = replace(rows[blank], signed="false")
    rows += [doubled, *_split(year, draw)]
    rows.sort(key=lambda row: (row.booked, row.supplier, row.invoice, row.delivered))
    voucher = draw.randrange(41, 180)
    missing = draw.randrange(4, 12) if number % 5 == 0 else -1
    for place, row in enumerate(rows):
        voucher += 2 if place == missing else 1
        yield (
            code, voucher, row.booked, row.delivered, row.supplier, row.invoice, row.item, row.amount, row.signed,
        )  # fmt: skip
