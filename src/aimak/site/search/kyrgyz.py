"""The stem of a Kyrgyz word, by taking off suffixes as long as enough of the word is left.

Kyrgyz puts suffix behind suffix: шаар-лар-ыбыз-дын. A suffix changes with the vowel and the consonant before it, which
tells бюджет-и (his budget) from кеңеш-ти (the council, as an object). Words come folded (ө ү ң as о у н), so a suffix
has fewer forms here than in a grammar. The rules go into the page's script as they stand here.
"""

from __future__ import annotations

import re

VOWELS = "аеоуыиэюя"
_VOICELESS = "кпстфхцчшщ"
_VOICED = "бвгджзйлмнр"

#: Before the colon what a suffix stands behind: a vowel, a voiced or a voiceless consonant, some sonorants, any letter.
#: In a suffix A is one of а е о, I one of ы и у.
_WRITTEN = """
any: сIз
consonant: IнIз IнIзчI IбIз IнA IнAн IндA IндAгI Iн I уу оо Iп
vowel: нIз нIзчI бIз сIнA сIнAн сIндA сIндAгI сIн сI нIн нI
vowel+р+й: лAр лIк луу
vowel+voiced: гA дA дAн дAгI гAн
лмнзж: дAр
voiced: дIн дI дIк дуу
voiceless: тAр тIн тI тA тAн тAгI кA кAн тIк туу
"""
_BEHIND = {
    "any": f"{VOWELS}{_VOICELESS}{_VOICED}",
    "consonant": f"{_VOICELESS}{_VOICED}",
    "vowel": VOWELS,
    "vowel+р+й": f"{VOWELS}рй",
    "vowel+voiced": f"{VOWELS}{_VOICED}",
    "лмнзж": "лмнзж",
    "voiced": _VOICED,
    "voiceless": _VOICELESS,
}
#: Field words that look like a shorter word with a suffix: таштанды is waste and has nothing to do with таш, a stone.
KEPT = ("таштанды", "жыйын", "кенеш", "салык", "айлык", "башчы", "катчы", "сунуш", "облус", "нарын")
#: This many letters stay, one of them a vowel.
LEAST = 3
#: A last consonant that a vowel behind it made soft: китеп, китеби.
HARD = {"г": "к", "б": "п"}


def _patterns() -> tuple[str, ...]:
    """Regular expressions that Python and JavaScript read alike; the longest suffix first."""
    found = []
    for line in _WRITTEN.strip().splitlines():
        behind, _colon, suffixes = line.partition(": ")
        found += [(suffix, _BEHIND[behind]) for suffix in suffixes.split()]
    ordered = sorted(found, key=lambda one: (-len(one[0]), one))
    return tuple(f"^(.*[{b}]){s.replace('A', '[аео]').replace('I', '[ыиу]')}$" for s, b in ordered)


PATTERNS = _patterns()
_RULES = tuple(re.compile(pattern) for pattern in PATTERNS)


def kyrgyz_stem(word: str) -> str:
    """The stem of a folded word in small letters: «шаарлардын» and «шаарга» become «шаар».

    It need not be a word; what counts is that the forms of one word share it.
    """
    while word not in KEPT:
        left = [one for rule in _RULES if (one := _without(rule, word))]
        if not left:
            break
        word = next((one for one in left if one in KEPT), left[0])
    return word


def _without(rule: re.Pattern[str], word: str) -> str:
    """``word`` without the suffix; empty if it has none, or too little would be left."""
    found = rule.match(word)
    left = found[1] if found else ""
    if len(left) < LEAST or not any(vowel in left for vowel in VOWELS):
        return ""
    return left[:-1] + HARD.get(left[-1], left[-1])
