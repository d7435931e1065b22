"""What every function of the unit refuses: numbers that cannot be, with the field and the reason."""

from __future__ import annotations

import math


def not_negative(field: str, value: float) -> None:
    """Refuse what is below zero or no finite number.

    :raises ValueError: with the field's name and the reason.
    """
    if not math.isfinite(value):
        raise ValueError(f"{field} must be a finite number, not {value}")
    if value < 0:
        raise ValueError(f"{field} cannot be negative ({value})")


def above_zero(field: str, value: float) -> None:
    """Refuse what is not above zero or no finite number.

    :raises ValueError: with the field's name and the reason.
    """
    not_negative(field, value)
    if value == 0:
        raise ValueError(f"{field} must be above zero")


def share(field: str, value: float) -> None:
    """Refuse what is no share between 0 and 1.

    :raises ValueError: with the field's name and the reason.
    """
    not_negative(field, value)
    if value > 1:
        raise ValueError(f"{field} is a share and cannot be above 1 ({value}); 60 per cent is 0.6")
