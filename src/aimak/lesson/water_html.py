"""Small pieces of HTML and SVG that the boards and introductions of the unit `water` are made of."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

GOOD, BAD, MAIN, SOFT = "#0b6e4f", "#b3261e", "#2f6f9f", "#e4e9ef"


def paragraphs(texts: Sequence[str]) -> str:
    """Each text as a paragraph."""
    return "".join(f"<p>{escape(text)}</p>" for text in texts)


def state(text: str, *, good: bool) -> str:
    """A line that says in words and colour whether something is kept."""
    sign = "✔" if good else "✘"
    return f'<strong style="color:{GOOD if good else BAD}">{sign} {escape(text)}</strong>'


def states(lines: Sequence[tuple[str, bool]]) -> str:
    """Several such lines, one under the other."""
    items = "".join(f"<li>{state(text, good=good)}</li>" for text, good in lines)
    return f'<ul style="list-style:none;padding-left:0;margin:.3rem 0">{items}</ul>'


def bar(label: str, value: float, limit: float, *, good: bool, whole: float = 0.0) -> str:
    """A bar with a mark at its limit, a text above it; ``value`` and ``limit`` have one unit, above or equal zero.

    :param whole: what the bar has room for at least, so that several bars share one scale.
    """
    most = max(value, limit, whole, 1e-9) * 1.08
    width, mark = 300 * value / most, 300 * limit / most
    fill = MAIN if good else BAD
    return (
        f'<div style="margin-top:.35rem;font-size:.92em;line-height:1.25">{escape(label)}</div>'
        f'<svg viewBox="0 0 304 16" width="100%" style="display:block;max-width:28rem" role="img" '
        f'aria-label="{escape(label)}"><rect x="1" y="1" width="302" height="13" fill="{SOFT}"/>'
        f'<rect x="1" y="1" width="{width:.1f}" height="13" fill="{fill}"/>'
        f'<line x1="{mark + 1:.1f}" x2="{mark + 1:.1f}" y1="0" y2="16" stroke="#1b2733" stroke-width="2.5"/></svg>'
    )


def stack(label: str, parts: Sequence[tuple[str, float, str]]) -> str:
    """One bar of several parts that follow each other: name with its figure, size, colour."""
    whole = sum(size for _name, size, _colour in parts) or 1.0
    left, pieces, keys = 0.0, [], []
    for name, size, colour in parts:
        width = 300 * size / whole
        pieces.append(f'<rect x="{left + 1:.1f}" y="1" width="{width:.1f}" height="18" fill="{colour}"/>')
        keys.append(
            f'<span style="display:inline-block;margin-right:.8rem"><span aria-hidden="true" '
            f'style="display:inline-block;width:.8em;height:.8em;background:{colour}"></span> {escape(name)}</span>'
        )
        left += width
    words = escape("; ".join(name for name, _size, _colour in parts))
    return (
        f'<div style="margin-top:.35rem;font-weight:600">{escape(label)}</div>'
        f'<svg viewBox="0 0 302 20" width="100%" style="display:block;max-width:28rem" role="img" '
        f'aria-label="{escape(label)}: {words}">{"".join(pieces)}</svg>'
        f'<div style="font-size:.92em;line-height:1.4">{"".join(keys)}</div>'
    )
