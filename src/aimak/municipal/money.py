"""Whole som inside, thousand som with one decimal outside, and rounding that keeps totals."""

from __future__ import annotations

import math
from collections.abc import Sequence
from decimal import ROUND_HALF_EVEN, Decimal
from fractions import Fraction

#: Som in the smallest step that a municipal budget prints: 0.1 thousand som.
PRINTED_STEP = 100


def som(thousand: Decimal | float | int | str) -> int:
    """Turn thousand som into whole som.

    :param thousand: an amount in thousand som, as people type it.
    :returns: whole som, halves rounded to even.
    :raises ValueError: if the amount is not a finite number.
    """
    amount = Decimal(str(thousand))
    if not amount.is_finite():
        raise ValueError(f"not an amount of money: {thousand!r}")
    return int((amount * 1000).quantize(Decimal(1), rounding=ROUND_HALF_EVEN))


def thousand(amount: int) -> float:
    """Whole som as thousand som with one decimal, as a budget prints it (halves to even)."""
    return float((Decimal(amount) / 1000).quantize(Decimal("0.1"), rounding=ROUND_HALF_EVEN))


def printed(amount: float) -> int:
    """``amount`` (som) to the nearest 100 som, so that a printed 0.1 thousand som is exact."""
    return round(amount / PRINTED_STEP) * PRINTED_STEP


def share_out(total: int, weights: Sequence[float]) -> list[int]:
    """Split ``total`` som by ``weights`` without losing or making a som (largest remainder, Hamilton's method).

    :param total: whole som; may be negative (a cut is shared like an income).
    :param weights: finite, none negative, at least one above zero.
    :returns: one whole amount for each weight; they sum to ``total``. Ties go to the earlier weight.
    :raises ValueError: if no weight is above zero, or one is negative or not finite.
    """
    if any(w < 0 or not math.isfinite(w) for w in weights) or not any(w > 0 for w in weights):
        raise ValueError(f"weights must be finite, not negative, and not all zero: {list(weights)!r}")
    sign = -1 if total < 0 else 1
    whole = sum(Fraction(w) for w in weights)
    quotas = [abs(total) * Fraction(w) / whole for w in weights]
    parts = [math.floor(quota) for quota in quotas]
    order = sorted(range(len(parts)), key=lambda i: (parts[i] - quotas[i], i))
    for i in order[: abs(total) - sum(parts)]:
        parts[i] += 1
    return [sign * part for part in parts]


def round_keeping_total(amounts: Sequence[int], step: int = PRINTED_STEP) -> list[int]:
    """Round each amount to ``step`` som so that the rounded amounts sum to the rounded total.

    Each printed amount differs from its exact amount by less than one step. This is what makes a printed
    table add up: plain rounding is why the published sums of Zhazy (2022) differ by 0.1 to 0.4 thousand som.

    :param amounts: whole som, in any sign.
    :param step: whole som, above zero; 100 for 0.1 thousand som.
    :returns: multiples of ``step``, in the same order.
    :raises ValueError: if ``step`` is not above zero.
    """
    if step <= 0:
        raise ValueError(f"step must be above zero, not {step}")
    floors = [a // step for a in amounts]
    target = round(Decimal(sum(amounts)) / step)
    missing = int(target) - sum(floors)
    order = sorted(range(len(floors)), key=lambda i: (-(amounts[i] % step), i))
    for i in order[:missing]:
        floors[i] += 1
    return [f * step for f in floors]
