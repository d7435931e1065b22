"""Before and after as a figure: for each unit a ring, an arrow and a disc on a line from 0 to 100 per cent.

It reads in black and white: the ring is empty, the disc full, and the arrow points the way that the share went.
"""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from aimak.cohort.learning import UnitChange
from aimak.course.units import unit_title
from aimak.i18n import translate as _
from aimak.i18n.numbers import percent

_LEFT, _WIDTH, _ROW, _TOP = 14, 400, 46, 30
_INK = "#1b2733"


def chart(units: Iterable[UnitChange]) -> str:
    """The figure as SVG with its caption."""
    listed = list(units)
    height = _TOP + _ROW * len(listed)
    rows = "".join(_row(one, _TOP + _ROW * place) for place, one in enumerate(listed))
    ticks = "".join(
        f'<text x="{_x(part)}" y="14" text-anchor="{anchor}" font-size="13">{escape(percent(part, 0))}</text>'
        f'<line x1="{_x(part)}" x2="{_x(part)}" y1="20" y2="{height}" stroke="#c9d1da"/>'
        for part, anchor in ((0.0, "start"), (0.5, "middle"), (1.0, "end"))
    )
    alt = escape(_("Right answers before and after by unit. {units}.").format(units="; ".join(map(_said, listed))))
    caption = escape(_("Part of the questions answered right. Ring: before the course. Disc: after it."))
    width = _WIDTH + 2 * _LEFT
    return (
        f'<figure><svg viewBox="0 0 {width} {height}" width="{width}" height="{height}" role="img" '
        f'aria-label="{alt}"><g fill="{_INK}">{ticks}{rows}</g></svg><figcaption>{caption}</figcaption></figure>'
    )


def _x(part: float) -> float:
    return round(_LEFT + _WIDTH * part, 1)


def _said(one: UnitChange) -> str:
    return f"{unit_title(one.unit)}: {_values(one)}"


def _values(one: UnitChange) -> str:
    told = [percent(value, 0) for value in (one.before, one.after) if value is not None]
    return " → ".join(told) or "—"


def _row(one: UnitChange, top: int) -> str:
    line, marks = top + 30, ""
    if one.before is not None and one.after is not None:
        marks += _arrow(_x(one.before), _x(one.after), line)
    if one.before is not None:
        marks += f'<circle cx="{_x(one.before)}" cy="{line}" r="9" fill="#fff" stroke="{_INK}" stroke-width="2.5"/>'
    if one.after is not None:
        marks += f'<circle cx="{_x(one.after)}" cy="{line}" r="6"/>'
    words = f'<tspan font-weight="600">{escape(unit_title(one.unit))}</tspan> {escape(_values(one))}'
    return (
        f'<text x="{_LEFT}" y="{top + 14}" font-size="15" paint-order="stroke" stroke="#fff" stroke-width="5">'
        f"{words}</text>"
        f'<line x1="{_LEFT}" x2="{_x(1)}" y1="{line}" y2="{line}" stroke="#c9d1da"/>{marks}'
    )


def _arrow(start: float, end: float, line: int) -> str:
    """A line from the ring to the disc, and a head where there is room between them."""
    way = 1 if end >= start else -1
    made = f'<line x1="{start}" x2="{end}" y1="{line}" y2="{line}" stroke="{_INK}" stroke-width="2.5"/>'
    if abs(end - start) < 26:
        return made
    tip = end - 8 * way
    return made + f'<path d="M{tip} {line}l{-9 * way} -5v10z"/>'
