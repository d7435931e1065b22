"""Numbers and dates of a translation are those of the source, written as the language does."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from aimak.i18n import translate as _

#: What holds digits without being a number that people read.
_APART = re.compile(r"https?://\S+|\]\([^()]*\)|`[^`]*`|\{[^{}]*\}|<[^<>]*>|&#?\w+;|\[\^[^\]]+\]|[#$]\w+")
_DATE = re.compile(r"(?<![\d.])(\d{1,2})\.(\d{1,2})\.(\d{4})(?!\d)")
_ENGLISH = re.compile(r"(?<!\d)\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)|\d+(?:[.,]\d+)?")
#: Thousands stand apart by a space that breaks no line; decimals behind a comma.
_OTHERS = re.compile(r"(?<!\d)\d{1,3}(?:[\u00a0\u202f\u2009]\d{3})+(?:[,.]\d+)?|\d+(?:[,.]\d+)?")


def figures(source: str, translation: str, language: str) -> Iterator[str]:
    """Numbers that were lost, added or changed; a number in words need not become one in figures.

    A date may change between `20 December 2022` and `20.12.2022`: day and year are compared.
    """
    before, after = numbers(source, "en"), numbers(translation, language)
    lost, added = before - after, after - before
    if lost:
        text = _("The number {number} is missing. Thousands are parted by a no-break space, decimals by a comma.")
        yield from (text.format(number=one) for one in lost)
    yield from (_("There is no number {number} in English.").format(number=one) for one in added)


def numbers(text: str, language: str) -> Counter[str]:
    """The numbers of a text in one spelling: `6597.0` for `6,597.0` and `6 597,0`; of a date day and year."""
    rest = _APART.sub(" ", text)
    found: list[str] = []
    for date in _DATE.finditer(rest):
        found += [str(int(date[1])), date[3]]
    rest = _DATE.sub(" ", rest)
    if language == "en":
        found += [_plain(one) for one in _ENGLISH.findall(rest)]
    else:
        found += [re.sub(r"[\u00a0\u202f\u2009]", "", one).replace(",", ".") for one in _OTHERS.findall(rest)]
    return Counter(found)


def _plain(english: str) -> str:
    """`6597.0` for `6,597.0`; a comma that parts no thousands is one that a source has printed for a point."""
    if re.fullmatch(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?", english):
        return english.replace(",", "")
    return english.replace(",", ".")
