"""The pseudo-language: long, accented, bracketed English. What shows without brackets cannot be translated; what shows
cut off has no room for a longer language."""

from __future__ import annotations

import gettext
import re

#: Its code, which Sphinx and Babel know as one of no country.
PSEUDO = "qps"
#: What is added breaks into lines as words do; «муниципалитеттердин» is longer than most English words.
_LONGEST_WORD = 19
_ACCENTS = str.maketrans("aeiouncAEIOUNC", "áéíöüñçÁÉÍÖÜÑÇ")
#: What has to stay as it is: names to fill in, marks of Markdown and HTML, addresses, entities.
_KEPT = re.compile(
    r"(\{[^{}]*\}|<[^<>]*>|&#?\w+;|`[^`]*`|\]\([^()]*\)|https?://\S+|%\([a-z_]+\)[sd]|%[sd]|\$[^$\n]*\$|\[\^[^\]]*\])"
)


def pseudo(text: str) -> str:
    """``text`` about a third longer, accented, in ⟦ ⟧; placeholders, markup and addresses stay.

    >>> pseudo("Save {name}")
    '⟦Sávé {name} ···⟧'
    """
    if not text.strip():
        return text
    parts = _KEPT.split(text)
    made = "".join(part if index % 2 else part.translate(_ACCENTS) for index, part in enumerate(parts))
    dots = "·" * max(1, len(text) // 3)
    words = [dots[start : start + _LONGEST_WORD] for start in range(0, len(dots), _LONGEST_WORD)]
    return f"⟦{made} {' '.join(words)}⟧"


class Pseudo(gettext.NullTranslations):
    """Stands in for a catalog in which every text is translated."""

    def gettext(self, message: str) -> str:
        """The pseudo text of ``message``."""
        return pseudo(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """The pseudo text of the form that English takes."""
        return pseudo(msgid1 if n == 1 else msgid2)
