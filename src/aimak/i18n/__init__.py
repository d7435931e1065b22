"""Texts in the reader's language. English is the source; catalogs come with the translations."""

from __future__ import annotations

import gettext as _gettext
import os
from functools import cache
from pathlib import Path

#: The languages of the course, English first: it is the source.
LANGUAGES = ("en", "ru", "ky")

_LOCALES = Path(__file__).parent / "locale"
_current: list[str] = []


def language() -> str:
    """The language in force: the one set, else ``AIMAK_LANG``, else English."""
    asked = _current[-1] if _current else os.environ.get("AIMAK_LANG", "en")
    return asked if asked in LANGUAGES else "en"


def use_language(code: str) -> None:
    """Use ``code`` (one of :data:`LANGUAGES`) from now on in this process."""
    if code not in LANGUAGES:
        raise ValueError(f"unknown language {code!r}; known are {', '.join(LANGUAGES)}")
    _current[:] = [code]


@cache
def _catalog(code: str) -> _gettext.NullTranslations:
    return _gettext.translation("aimak", _LOCALES, languages=[code], fallback=True)


def translate(text: str) -> str:
    """``text`` in the language in force, or as it is where no catalog has it."""
    return _catalog(language()).gettext(text) if text else ""
