"""A finding of the gate, and the shape that every check of one text has."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from aimak.translation.pofile import Entry

_SHOWN = 70


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to mend.

    :param language: of the catalog or page.
    :param place: the catalog's name, such as ``book/intro``, or a built page.
    :param text: the English text, or the words found on the page.
    :param what: what is wrong and what mends it, in words.
    """

    language: str
    place: str
    text: str
    what: str

    def __str__(self) -> str:
        short = self.text if len(self.text) <= _SHOWN else f"{self.text[: _SHOWN - 1]}…"
        return f"{self.language} {self.place}: “{short}”: {self.what}"


#: A check of one translated text: English text, translation, language -> what is wrong, in words.
TextCheck = Callable[[str, str, str], Iterator[str]]


def fewest(entry: Entry, translation: str, language: str, checks: Iterable[TextCheck]) -> list[str]:
    """What is wrong with one translated form of an entry.

    A form stands for the English text that it is closest to: in Russian «1 файл» is also said of 21, so the form for
    one may need the number that English leaves out there.
    """
    checks = list(checks)
    found = ([what for check in checks for what in check(text, translation, language)] for text in entry.texts)
    return min(found, key=len)
