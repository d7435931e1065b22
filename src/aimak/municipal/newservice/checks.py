"""What every record of the unit asks of its numbers: a refusal names the field and the reason."""

from __future__ import annotations

import math


def whole(value: object, name: str, least: int = 0) -> None:
    """Refuse what is no whole number from ``least`` on.

    :raises ValueError: if it is none, or below ``least``.
    """
    if isinstance(value, bool) or not isinstance(value, int):
        raise ValueError(f"{name} must be a whole number, not {value!r}")
    if value < least:
        raise ValueError(f"{name} must be {least} or more, not {value}")


def share(value: object, name: str) -> None:
    """Refuse what is no share between 0 and 1.

    :raises ValueError: if it is none, NaN included.
    """
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1:
        raise ValueError(f"{name} must be a share between 0 and 1, not {value!r}")


def above_zero(value: object, name: str) -> None:
    """Refuse what is no finite number above zero.

    :raises ValueError: if it is none, NaN and infinity included.
    """
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value) or value <= 0:
        raise ValueError(f"{name} must be a number above zero, not {value!r}")
