"""Numbers and dates as the reader's language writes them. The space that groups thousands never breaks a line."""

from __future__ import annotations

import datetime

from aimak.i18n import language

_NO_BREAK = "\u00a0"


def number(value: float, decimals: int = 0) -> str:
    """``1,234.5`` in English, ``1 234,5`` in Russian and Kyrgyz; a minus sign that reads as one."""
    text = f"{abs(value):,.{decimals}f}"
    if language() in ("ru", "ky"):
        text = text.replace(",", _NO_BREAK).replace(".", ",")
    return f"\u2212{text}" if value < 0 and float(f"{abs(value):.{decimals}f}") else text


def short(value: float) -> str:
    """A number with no more decimals than it has, at most two: points, such as ``27`` or ``2,5``."""
    return number(value, next(places for places in (0, 1, 2) if places == 2 or value == round(value, places)))


def percent(share: float, decimals: int = 1) -> str:
    """A share (0.295) as per cent: ``29.5 %``, with a space that does not break."""
    return f"{number(share * 100, decimals)}{_NO_BREAK}%"


def thousands(som: int, decimals: int = 1) -> str:
    """Whole som as thousand som, without the unit: ``6,597.0``."""
    return number(som / 1000, decimals)


def date(day: datetime.date) -> str:
    """A day as ``24.11.2026``, which all three languages of the course write."""
    return f"{day:%d.%m.%Y}"
