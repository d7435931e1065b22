"""Read a ledger as an auditor does: what stands twice, in the wrong month, in slices, unsigned, or is missing.

A finding is a question to ask, not a proof: rows that look alike can be honest.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Wrong(StrEnum):
    """What a finding says."""

    DOUBLED = "doubled"
    WRONG_MONTH = "wrong_month"
    SPLIT = "split"
    UNSIGNED = "unsigned"


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of a ledger.

    :param voucher: its running number; ``invoice`` the supplier's own number.
    :param booked: the day it stands in the ledger; ``delivered`` the day on the delivery note.
    :param amount: whole som, above zero.
    :param signed: whether the one who answers for it has signed.
    :raises ValueError: if the amount is not above zero.
    """

    voucher: int
    booked: date
    delivered: date
    supplier: str
    invoice: str
    item: str
    amount: int
    signed: bool = True

    def __post_init__(self) -> None:
        if isinstance(self.amount, float) or self.amount <= 0:
            raise ValueError(f"amount of voucher {self.voucher} must be whole som above zero, not {self.amount}")


@dataclass(frozen=True, slots=True)
class AuditFinding:
    """A finding with the vouchers that it is about; for a doubled invoice the later one stands last."""

    wrong: Wrong
    vouchers: tuple[int, ...]
    amount: int


def doubled(entries: Sequence[Entry], days: int = 10) -> list[AuditFinding]:
    """The same invoice booked again: same supplier and invoice number, or same supplier, item and amount within
    ``days`` days of delivery. ``amount`` is what was paid too much."""
    found = []
    for i, later in enumerate(entries):
        theirs = [one for one in entries[:i] if one.supplier == later.supplier]
        invoiced = [one for one in theirs if one.invoice == later.invoice]
        alike = [
            one
            for one in theirs
            if (one.item, one.amount) == (later.item, later.amount)
            and abs((later.delivered - one.delivered).days) <= days
        ]
        for first in (invoiced or alike)[:1]:  # the same number says more than the same sum
            found.append(AuditFinding(Wrong.DOUBLED, (first.voucher, later.voucher), later.amount))
    return found


def wrong_month(entries: Sequence[Entry]) -> list[AuditFinding]:
    """Rows booked in another month than the one in which the goods came."""
    return [
        AuditFinding(Wrong.WRONG_MONTH, (one.voucher,), one.amount)
        for one in entries
        if (one.booked.year, one.booked.month) != (one.delivered.year, one.delivered.month)
    ]


def split_purchases(entries: Sequence[Entry], limit: int, days: int = 7) -> list[AuditFinding]:
    """Purchases in slices: at least two of the same supplier and item, each below ``limit``, within ``days`` days of
    the first, together at ``limit`` or above. The same invoice booked again is no slice; equal slices with invoices of
    their own are.

    :raises ValueError: if the limit is not above zero.
    """
    if limit <= 0:
        raise ValueError(f"limit must be above zero, not {limit}")
    firsts = {(one.supplier, one.invoice): one.voucher for one in reversed(entries)}
    rest = [one for one in entries if one.amount < limit and firsts[one.supplier, one.invoice] == one.voucher]
    found: list[AuditFinding] = []
    taken: set[int] = set()
    for first in sorted(rest, key=lambda one: (one.delivered, one.voucher)):
        slices = [
            one
            for one in rest
            if (one.supplier, one.item) == (first.supplier, first.item)
            and 0 <= (one.delivered - first.delivered).days <= days
            and one.voucher not in taken
        ]
        total = sum(one.amount for one in slices)
        if first.voucher not in taken and len(slices) > 1 and total >= limit:
            taken |= {one.voucher for one in slices}
            found.append(AuditFinding(Wrong.SPLIT, tuple(sorted(one.voucher for one in slices)), total))
    return found


def audit(entries: Sequence[Entry], limit: int, days: int = 7) -> list[AuditFinding]:
    """All findings on a ledger: doubled, wrong month, split, unsigned.

    :param limit: whole som from which a purchase needs more than the simplest way. :param days: for slices.
    :raises ValueError: if the limit is not above zero, or a voucher number stands twice.
    """
    numbers = [one.voucher for one in entries]
    twice = sorted({number for number in numbers if numbers.count(number) > 1})
    if twice:
        raise ValueError(f"voucher numbers stand twice: {', '.join(map(str, twice))}")
    unsigned = [AuditFinding(Wrong.UNSIGNED, (one.voucher,), one.amount) for one in entries if not one.signed]
    return [*doubled(entries), *wrong_month(entries), *split_purchases(entries, limit, days), *unsigned]


def number_gaps(numbers: Sequence[int]) -> tuple[int, ...]:
    """Voucher numbers that are missing between the first and the last: where is that paper?"""
    return tuple(sorted(set(range(min(numbers), max(numbers) + 1)) - set(numbers))) if numbers else ()


def wrong_carries(pages: Sequence[tuple[int, Sequence[int], int]]) -> tuple[int, ...]:
    """Pages (0 is the first) whose sums do not carry: brought forward + amounts must be the page's total, and the next
    page must bring forward that total.

    :param pages: for each page what is brought forward, its amounts, and its printed total, whole som.
    """
    wrong = []
    for place, (brought, amounts, total) in enumerate(pages):
        carried = place == 0 or brought == pages[place - 1][2]
        if brought + sum(amounts) != total or not carried:
            wrong.append(place)
    return tuple(wrong)
