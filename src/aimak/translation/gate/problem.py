"""A finding of the gate, and the shape that every check of one text has."""

from __future__ import annotations

from collections.abc import Callable, Iterator
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


def pairs(entry: Entry) -> Iterator[tuple[str, str]]:
    """Each translated form of an entry with the English text that it stands for."""
    for place, translation in enumerate(entry.translation):
        if translation:
            yield entry.texts[0 if place == 0 else -1], translation
