"""A page whose unit is not complete in the reader's language: English text, said in one line above it."""

from __future__ import annotations

from html import escape
from typing import Any

from sphinx.application import Sphinx

from aimak.i18n import speaking
from aimak.i18n import translate as _
from aimak.site.book.units import shown_in


def say_shown_in(app: Sphinx, page: str, _template: str, context: dict[str, Any], _doctree: Any) -> None:
    """Put the line above the page, and mark what follows as English."""
    language = app.config.language
    shown = shown_in(page, language)
    if shown == language or "body" not in context:
        return
    with speaking(language):
        line = escape(_("This unit is not translated yet. You read it in English."))
    context["body"] = (
        f'<div class="admonition note aimak-untranslated"><p class="admonition-title">{line}</p></div>\n'
        f'<div lang="{shown}">\n{context["body"]}\n</div>'
    )
