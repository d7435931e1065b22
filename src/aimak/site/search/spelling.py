"""One spelling for words that people write in several ways. The rules go into the page's script as they stand here."""

from __future__ import annotations

import re

from aimak.i18n.order import fold

#: What a folded word may begin with, or be -> its one spelling. Regular expressions that Python and JavaScript read
#: alike. Published Russian texts have айылный, айыльный and аильный; Джалал-Абад and Жалал-Абад; Иссык-Куль and
#: Ысык-Көл.
SPELLINGS = (
    ("^(?:айыл|аил)ьн", "айылн"),
    ("^аилн", "айылн"),
    ("^джалал", "жалал"),
    ("^иссык", "ысык"),
    ("^кул[ьяю]$", "кол"),
)
_RULES = tuple((re.compile(pattern), spelling) for pattern, spelling in SPELLINGS)


def one_spelling(word: str) -> str:
    """``word`` in small letters, folded, in its one spelling: «Аильного» and «айылного» become one."""
    folded = fold(word.lower())
    for pattern, spelling in _RULES:
        folded = pattern.sub(spelling, folded)
    return folded
