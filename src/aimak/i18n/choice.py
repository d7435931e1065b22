"""The language that a command speaks: the one asked for, else that of a variable, else the system's, else English."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Mapping, Sequence

from aimak.i18n import is_language

OPTION, VARIABLE = "--language", "AIMAK_LANG"
#: Where a system says its language, the first that is set; macOS sets LANG in its terminal.
_LOCALE = ("LC_ALL", "LC_MESSAGES", "LANG")


def _of_windows() -> str:
    if sys.platform == "win32":
        import ctypes
        import locale

        return locale.windows_locale.get(ctypes.windll.kernel32.GetUserDefaultUILanguage(), "")
    return ""


def chosen(arguments: Sequence[str], environment: Mapping[str, str], of_system: Callable[[], str] = _of_windows) -> str:
    """The language for a command line.

    A value of ``--language`` that is no language of the course is left for the command itself to refuse.

    :param arguments: the words behind the command's name.
    :param of_system: a locale such as ``ky_KG``, or empty; asked where no variable says anything.
    :returns: a language of the course, or the pseudo-language.
    """
    asked = asked_for(arguments)
    if is_language(asked):
        return asked
    if environment.get(VARIABLE):
        return environment[VARIABLE] if is_language(environment[VARIABLE]) else "en"
    return of_locale(next((environment[name] for name in _LOCALE if environment.get(name)), "") or of_system())


def asked_for(arguments: Sequence[str]) -> str:
    """The value of the last ``--language`` among the words of a command, before or behind its noun; empty if none."""
    asked = ""
    for place, word in enumerate(arguments):
        if word == "--":
            break
        if word == OPTION:
            asked = arguments[place + 1] if place + 1 < len(arguments) else ""
        elif word.startswith(f"{OPTION}="):
            asked = word.partition("=")[2]
    return asked


def of_locale(name: str) -> str:
    """The language of a locale: ``ru_RU.UTF-8`` speaks ``ru``; English for one that the course has not."""
    code = re.split(r"[_.@-]", name, maxsplit=1)[0].casefold()
    return code if is_language(code) else "en"
