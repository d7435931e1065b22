"""What was said in one language, said again in another: hints that checks gave trainees in theirs, for a trainer.

Only what our catalogs have can be said again. Everything else stays as it was said.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from aimak.i18n import LANGUAGES
from aimak.i18n.catalogs import texts
from aimak.i18n.pseudo import PSEUDO, pseudo

_PLACE = re.compile(r"(\{[^{}]*\})")
#: A text with fewer letters of its own beside its places would be found in everything.
LETTERS = 6


@lru_cache(maxsize=10_000)
def retold(text: str, said_in: str, code: str) -> str:
    """``text``, which a program said in the language ``said_in``, in the language ``code``; as it is if not known.

    What stands in the text's places is said again, too, where it is a text of ours itself: the name of a budget line.
    """
    if said_in == code:
        return text
    found = _meant(text, said_in)
    if found is None:
        return text
    source, values = found
    again = {place: retold(value, said_in, code) for place, value in values.items()}
    translated = pseudo(source) if code == PSEUDO else source if code == "en" else texts(code).get(source, source)
    return _PLACE.sub(lambda place: again.get(place[0], place[0]), translated)


def _meant(text: str, said_in: str) -> tuple[str, dict[str, str]] | None:
    """The English text that was said, with its places, and what stood in them."""
    # What had no translation when it was said was said in English.
    for code in dict.fromkeys((said_in, "en")):
        whole, patterns = _index(code)
        if text in whole:
            return whole[text], {}
        for pattern, places, source in patterns:
            if matched := pattern.fullmatch(text):
                return source, dict(zip(places, matched.groups(), strict=True))
    return None


@cache
def _index(said_in: str) -> tuple[dict[str, str], list[tuple[re.Pattern[str], list[str], str]]]:
    """The texts of a language without places, and patterns of those with some, the most telling one first."""
    known = {source for code in LANGUAGES for source in texts(code)}
    spoken = {source: source for source in known} if said_in == "en" else texts(said_in)
    whole: dict[str, str] = {}
    patterns = []
    for source, said in sorted(spoken.items()):
        parts = _PLACE.split(said)
        if len(parts) == 1:
            whole.setdefault(said, source)
        elif (letters := sum(c.isalpha() for part in parts[::2] for c in part)) >= LETTERS:
            pattern = "".join("(.+?)" if i % 2 else re.escape(part) for i, part in enumerate(parts))
            patterns.append((letters, (re.compile(pattern, re.DOTALL), parts[1::2], source)))
    patterns.sort(key=lambda one: -one[0])
    return whole, [one for _letters, one in patterns]
