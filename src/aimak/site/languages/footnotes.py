"""Footnotes in translated texts: a translation is read by itself, where the notes of its page are not known."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from sphinx.transforms import i18n

_REFERENCE = re.compile(r"\[\^([^\]\s]+)\]")


def keep_footnotes() -> None:
    """Let Sphinx read a translation together with an empty note for each reference in it."""
    if not getattr(i18n.publish_msgstr, "keeps_footnotes", False):
        i18n.publish_msgstr = _with_notes(i18n.publish_msgstr)


def _with_notes(read: Callable[..., Any]) -> Callable[..., Any]:
    def reading(app: Any, source: str, *more: Any) -> Any:
        # Without a note Markdown takes a reference for plain text; only the first block of what is read is used.
        notes = [f"[^{name}]: -" for name in dict.fromkeys(_REFERENCE.findall(source))]
        return read(app, "\n\n".join([source, *notes]), *more)

    reading.keeps_footnotes = True  # type: ignore[attr-defined]
    return reading
