"""Letters that do not belong: Latin look-alikes in Cyrillic words and the reverse, letters of another language."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from itertools import groupby

from aimak.i18n import translate as _
from aimak.i18n.order import fold

_LATIN = frozenset("aceopxyABCEHKMOPTXhi")
_CYRILLIC = frozenset("асеорхуАВСЕНКМОРТХһі")
_RUSSIAN = frozenset("абвгдеёжзийклмнопрстуфхцчшщъыьэюя")
_ALPHABETS = {"ru": _RUSSIAN, "ky": _RUSSIAN | frozenset("өүң")}
_WORD = re.compile(r"[^\W\d_]+")
_APART = re.compile(r"https?://\S+|\]\([^()]*\)|`[^`]*`|\{[^{}]*\}|<[^<>]*>|&#?\w+;|%\([a-z_]+\)[sd]|%[sd]")
#: Shorter stems are left alone: «уй» (cow) is a word of its own beside «үй» (house).
_LEAST = 4


def letters(source: str, translation: str, language: str) -> Iterator[str]:
    """Words with letters of the other alphabet that look the same, and letters that the language does not have."""
    known = set(_words(source))
    alphabet = _ALPHABETS.get(language, frozenset())
    for word in dict.fromkeys(_words(translation)):
        if word in known:
            continue
        wrong = _look_alikes(word)
        if wrong:
            yield _("In “{word}” the letters “{letters}” are of the other alphabet: type the word anew.").format(
                word=word, letters=wrong
            )
        foreign = [one for one in word if _is_cyrillic(one) and one.lower() not in alphabet and one not in source]
        if foreign and not wrong:
            yield _("“{word}” has “{letters}”, which the language does not write.").format(
                word=word, letters="".join(foreign)
            )


def kyrgyz_letters(translation: str, stems: Set[str]) -> Iterator[str]:
    """Kyrgyz words that a known word with ө, ү or ң becomes when о, у or н is typed in its place.

    :param stems: beginnings of words, in small letters, that have such letters.
    """
    wanted = {fold(stem): stem for stem in stems if len(stem) >= _LEAST and fold(stem) != stem}
    for word in dict.fromkeys(_words(translation.lower())):
        for typed, stem in wanted.items():
            if fold(word).startswith(typed) and not word.startswith(stem):
                yield _("“{word}” is written with ө, ү, ң: {right}…").format(word=word, right=stem)
                break


def _words(text: str) -> list[str]:
    return _WORD.findall(_APART.sub(" ", text))


def _is_cyrillic(letter: str) -> bool:
    return "\u0400" <= letter <= "\u052f"


def _look_alikes(word: str) -> str:
    """The letters of a word that stand in for look-alikes of the other alphabet; empty if there are none.

    A suffix behind a Latin name, as in «Excelде», is Kyrgyz spelling.
    """
    parts = [(cyrillic, "".join(group)) for cyrillic, group in groupby(word, _is_cyrillic)]
    if len(parts) == 1:
        cyrillic, text = parts[0]
        return text if not cyrillic and set(text) <= _LATIN else ""
    for place, (cyrillic, text) in enumerate(parts):
        is_suffix = cyrillic and place == len(parts) - 1 and len(text) > 1
        if not is_suffix and set(text) <= (_CYRILLIC if cyrillic else _LATIN):
            return text
    return ""
