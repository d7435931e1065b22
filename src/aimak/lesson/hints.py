"""What a visible check tells the trainee: lines that are right, or that say what to look at."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from typing import Any

from aimak.i18n import translate as _


@dataclass(frozen=True, slots=True)
class Hint:
    """One line of a check. ``right`` is True, False, or None for a line that only informs."""

    right: bool | None
    text: str


def right(text: str) -> Hint:
    """A line for something that is right."""
    return Hint(True, text)


def look_at(text: str) -> Hint:
    """A line that says what to look at."""
    return Hint(False, text)


def note(text: str) -> Hint:
    """A line that only informs."""
    return Hint(None, text)


# The sign and the word say it too: colour alone tells nothing to many readers, nor in print.
_SIGN = {True: "✔", False: "➜", None: "•"}


def _word(state: bool | None) -> str:
    return {True: _("Right:"), False: _("Look again:"), None: _("Note:")}[state]


def bundle(title: str, hints: Iterable[Hint]) -> dict[str, Any]:
    """The hints as HTML and plain text.

    :param title: stands above them; empty for none.
    """
    listed = list(hints)
    items = "".join(
        f'<li class="aimak-{"right" if h.right else "look" if h.right is False else "note"}">'
        f'<span aria-hidden="true">{_SIGN[h.right]}</span> <strong>{_word(h.right)}</strong> {escape(h.text)}</li>'
        for h in listed
    )
    plain = [f"{_SIGN[h.right]} {_word(h.right)} {h.text}" for h in listed]
    head = f"<p><strong>{escape(title)}</strong></p>" if title else ""
    return {
        "text/html": f'<div class="aimak-check">{head}<ul style="list-style:none;padding-left:0">{items}</ul></div>',
        "text/plain": "\n".join([title, *plain]),
    }
