"""Refusals that all of the unit's functions share: each names the field and the reason."""

from __future__ import annotations

import math


def not_negative(name: str, value: float) -> None:
    """Refuse a value that cannot be.

    :raises ValueError: if ``value`` is below zero or no finite number.
    """
    if not math.isfinite(value) or value < 0:
        raise ValueError(f"{name} must be a finite number, not below zero: {value!r}")


def above_zero(name: str, value: float) -> None:
    """Refuse what nothing can be divided by.

    :raises ValueError: if ``value`` is not a finite number above zero.
    """
    if not math.isfinite(value) or value <= 0:
        raise ValueError(f"{name} must be a finite number above zero: {value!r}")


def a_share(name: str, value: float) -> None:
    """Refuse what is no share.

    :raises ValueError: if ``value`` is not between 0 and 1.
    """
    if not math.isfinite(value) or not 0 <= value <= 1:
        raise ValueError(f"{name} must be a share between 0 and 1: {value!r}")
