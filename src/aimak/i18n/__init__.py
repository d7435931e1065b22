"""Texts in the reader's language. English is the source; catalogs hold the others.

Catalogs are gettext's: `locale/<language>/LC_MESSAGES/<domain>.po`, one domain for the kit (`aimak`) and one for each
unit, so that a unit comes with its own. A text that no catalog has is shown in English.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from aimak.i18n.catalogs import catalog

#: The languages of the course, English first: it is the source.
LANGUAGES = ("en", "ru", "ky")
#: Each language's name for itself, for those who look for it.
NAMES = {"en": "English", "ru": "Русский", "ky": "Кыргызча"}

#: The language that the process uses, if one was set.
_current: list[str] = []
#: The language spoken for a while, by this thread only: one that grades a hand-in in a trainee's language must not
#: change the language in which another one tells the trainer of its progress.
_spoken: ContextVar[str] = ContextVar("aimak_spoken", default="")


def language() -> str:
    """The language in force: the one set, else ``AIMAK_LANG``, else English."""
    asked = _spoken.get() or (_current[-1] if _current else os.environ.get("AIMAK_LANG", "en"))
    return asked if is_language(asked) else "en"


def is_language(code: object) -> bool:
    """True for a language of the course, and for the pseudo-language that finds texts which cannot be translated."""
    from aimak.i18n.pseudo import PSEUDO

    return code in LANGUAGES or code == PSEUDO


def use_language(code: str) -> None:
    """Use ``code`` (one of :data:`LANGUAGES`) from now on in this process; within :func:`speaking`, while that lasts.

    :raises ValueError: for an unknown language.
    """
    if not is_language(code):
        raise ValueError(f"unknown language {code!r}; known are {', '.join(LANGUAGES)}")
    if _spoken.get():
        _spoken.set(code)
    else:
        _current[:] = [code]


@contextmanager
def speaking(code: str) -> Iterator[None]:
    """While it lasts, ``code`` is the language in force, in this thread only; English if it is unknown."""
    before = _spoken.set(code if is_language(code) else "en")
    try:
        yield
    finally:
        _spoken.reset(before)


def translate(text: str) -> str:
    """``text`` in the language in force, or as it is where no catalog has it."""
    return catalog(language()).gettext(text) if text else ""


def plural(one: str, many: str, count: int) -> str:
    """The form of a text that goes with ``count``, in the language in force; ``{count}`` in it is left to the caller.

    Russian has three forms: 1 файл, 2 файла, 5 файлов.
    """
    return catalog(language()).ngettext(one, many, count)
