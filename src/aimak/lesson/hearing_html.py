"""Small pieces of HTML for the forms of the unit `hearing`."""

from __future__ import annotations

from html import escape

GOOD, BAD = "#0b6e4f", "#b3261e"


def strong(text: str, colour: str) -> str:
    """A line in bold, in a colour that a word or sign beside it says too."""
    return f'<p style="margin:.2rem 0"><strong style="color:{colour}">{escape(text)}</strong></p>'
