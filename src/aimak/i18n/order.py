"""The alphabetical order of the reader's language, and letters that people write in two ways."""

from __future__ import annotations

import re

#: Kyrgyz has the letters of Russian and three more, each behind the letter it comes from. Ё stands with е in Russian,
#: in whose texts Kyrgyz names are sorted by their own letters.
_KYRGYZ = "абвгдеёжзийклмнңоөпрстуүфхцчшщъыьэюя"
_PLACES = {"ky": {letter: place for place, letter in enumerate(_KYRGYZ)}}
_PLACES["ru"] = _PLACES["ky"] | {"ё": _PLACES["ky"]["е"]}
_FOLDED = str.maketrans("өүңёӨҮҢЁ", "оунеОУНЕ")


def sort_key(text: str, code: str) -> tuple[tuple[int, int], ...]:
    """A key that puts texts into the alphabetical order of ``code``; digits first, then Latin, then Cyrillic letters.

    Spaces and signs count for nothing, as in a dictionary. Ң stands behind н, ө behind о, ү behind у.
    """
    places = _PLACES.get(code, _PLACES["ky"])
    letters = re.sub(r"[\W_]+", "", text.casefold())
    return tuple((1, places[letter]) if letter in places else (0, ord(letter)) for letter in letters)


def fold(text: str) -> str:
    """``text`` with ө, ү, ң, ё written о, у, н, е, as many people type them: өкмөтү and окмоту become one."""
    return text.translate(_FOLDED)
