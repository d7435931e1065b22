"""Refusals in one form: the field and the reason."""

from __future__ import annotations

import math
from fractions import Fraction


def whole(name: str, value: int, least: int = 0, most: int | None = None) -> int:
    """The value, if it is a whole number between ``least`` and ``most``.

    :raises ValueError: naming the field, if it is not.
    """
    if isinstance(value, bool) or not isinstance(value, int):
        raise ValueError(f"{name} must be a whole number, not {value!r}")
    if value < least:
        raise ValueError(f"{name} must be at least {least}, not {value}")
    if most is not None and value > most:
        raise ValueError(f"{name} must be at most {most}, not {value}")
    return value


def exact_share(name: str, value: float) -> Fraction:
    """A share from 0 to 1 as the exact number that people typed: 0.08 is 8/100, not its nearest float.

    :raises ValueError: naming the field, if it is no share.
    """
    if not math.isfinite(value) or not 0 <= value <= 1:
        raise ValueError(f"{name} must be a share from 0 to 1, not {value!r}")
    return Fraction(str(value))
