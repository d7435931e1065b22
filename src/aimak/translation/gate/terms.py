"""The glossary is the authority: where a source has one of its terms, the translation has the agreed word."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

import snowballstemmer

from aimak.errors import UserError
from aimak.i18n import translate as _
from aimak.i18n.order import fold
from aimak.project import Project
from aimak.site.search.kyrgyz import kyrgyz_stem
from aimak.translation.glossary import Term, read_glossary

_WORD = re.compile(r"[^\W\d_]+")
_APART = re.compile(r"https?://\S+|\]\([^()]*\)|`[^`]*`|\{[^{}]*\}|<[^<>]*>")
#: How many other words may stand among the words of a term.
_APART_BY = 3


@dataclass(frozen=True, slots=True)
class Excuse:
    """A text that may say a term in another way, and why.

    :param language: the language, or ``*`` for all.
    :param text: the English text, or ``*`` for every text.
    """

    term: str
    language: str
    text: str
    reason: str

    def covers(self, term: Term, language: str, source: str) -> bool:
        """True if it is meant for this term in this text."""
        return self.term in term.forms("en") and self.language in ("*", language) and self.text in ("*", source)


def excuses_path(project: Project) -> Path:
    """The short list of excuses."""
    return project.root / "book" / "locale" / "term-exceptions.csv"


def read_excuses(project: Project) -> tuple[Excuse, ...]:
    """The excuses of the project.

    :raises UserError: naming a row without a reason.
    """
    found = []
    with excuses_path(project).open(encoding="utf-8", newline="") as file:
        for number, row in enumerate(csv.DictReader(file), start=2):
            one = Excuse(row["term"], row["language"], row["text"], (row["reason"] or "").strip())
            if not one.reason:
                raise UserError(
                    _("{file}, row {row}: there is no reason.").format(file=excuses_path(project), row=number),
                    _("Say why the term is not needed."),
                )
            found.append(one)
    return tuple(found)


@dataclass(frozen=True)
class Authority:
    """The glossary, ready to compare texts with."""

    glossary: Sequence[Term]
    excuses: Sequence[Excuse] = ()

    def __call__(self, source: str, translation: str, language: str) -> Iterator[str]:
        """Terms of the source whose agreed word, in whatever form, is not in the translation."""
        for term in self.terms_of(source):
            if any(one.covers(term, language, source) for one in self.excuses):
                continue
            if not any(has(translation, form, language) for form in term.forms(language)):
                text = _("The glossary says for “{term}”: {agreed}.")
                yield text.format(term=term.forms("en")[0], agreed=term.words[language])

    def terms_of(self, source: str) -> list[Term]:
        """The terms that stand in an English text; a longer one hides those within it."""
        rest = _APART.sub(" ", source)
        found = []
        for pattern, term in self._patterns:
            if pattern.search(rest):
                found.append(term)
                rest = pattern.sub(" ", rest)
        return found

    @cached_property
    def _patterns(self) -> list[tuple[re.Pattern[str], Term]]:
        forms = [(form, term) for term in self.glossary for form in term.forms("en")]
        return [(_pattern(form), term) for form, term in sorted(forms, key=lambda one: -len(one[0]))]


def read_authority(project: Project) -> Authority:
    """The project's glossary and excuses."""
    return Authority(read_glossary(project), read_excuses(project))


def _pattern(form: str) -> re.Pattern[str]:
    """The English words with their inflections: kenesh, keneshes, the kenesh's; levy, levies."""
    if form.isupper():
        return re.compile(rf"\b{re.escape(form)}s?\b")
    words = []
    for word in re.findall(r"[\w]+", form):
        base = word[:-1] if word.endswith("s") and not word.endswith("ss") else word
        stem = f"{re.escape(base[:-1])}(?:y|ies)" if base.endswith("y") else f"{re.escape(base)}(?:s|es)?"
        words.append(rf"{stem}(?:['’]s?)?")
    return re.compile(rf"\b{'[^a-zA-Z0-9]+'.join(words)}\b", re.IGNORECASE)


def has(translation: str, form: str, language: str) -> bool:
    """True if the words of ``form`` stand near each other in the translation, each with any ending."""
    said = [_stem(word, language) for word in _WORD.findall(_APART.sub(" ", translation))]
    wanted = [_stem(word, language) for word in _WORD.findall(form)]
    span = len(wanted) + _APART_BY
    for start, word in enumerate(said):
        if _same(word, wanted[0]):
            around = said[max(0, start - span) : start + span]
            if all(any(_same(one, other) for one in around) for other in wanted):
                return True
    return False


def _same(stem: str, wanted: str) -> bool:
    """True for one stem, or one that only has more behind it: a stemmer may leave a suffix."""
    return stem == wanted or (len(wanted) >= 3 and stem.startswith(wanted))


@lru_cache(maxsize=65536)
def _stem(word: str, language: str) -> str:
    small = fold(word.lower())
    if language == "ky":
        return kyrgyz_stem(small)
    return str(_snowball().stemWord(small))


@lru_cache(maxsize=1)
def _snowball() -> Any:
    return snowballstemmer.stemmer("russian")
