"""The glossary as data: one row for one thing, in each language of the course."""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from aimak.errors import UserError
from aimak.i18n import translate as _
from aimak.project import Project

#: The column of each language.
COLUMNS = {"en": "english", "ru": "russian", "ky": "kyrgyz"}
SOURCE_COLUMN = "kyrgyz_source"
_SOURCES = {"confirmed": True, "awaits": False}
_SYNONYMS = " / "


@dataclass(frozen=True, slots=True)
class Term:
    """One thing and its words.

    :param words: by language, as the glossary shows them. `` / `` stands between words that may both be used;
        parentheses hold an abbreviation that may be used too, a word that may be left out, or an explanation.
    :param is_confirmed: True if the Kyrgyz words were seen in a published source.
    """

    words: Mapping[str, str]
    is_confirmed: bool

    def forms(self, language: str) -> tuple[str, ...]:
        """Every wording that the glossary allows in ``language``.

        >>> Term({"ru": "уличная (водная) колонка / айылный кенеш (АК)"}, True).forms("ru")
        ('уличная колонка', 'уличная водная колонка', 'водная колонка', 'айылный кенеш', 'АК')
        """
        found: list[str] = []
        for wording in self.words[language].split(_SYNONYMS):
            found += _variants(wording, language)
        return tuple(dict.fromkeys(found))


def _variants(wording: str, language: str) -> list[str]:
    inside = re.search(r"\s*\(([^()]*)\)", wording)
    if not inside:
        return [wording]
    without = re.sub(r"\s+", " ", wording.replace(inside[0], "", 1)).strip()
    if re.search(r"[A-ZА-ЯЁӨҮҢ]{2}", inside[1]):
        return [without, inside[1]]
    if language == "en":  # there it is an explanation
        return [without]
    before = wording[: inside.start()].rpartition(" ")[0]
    instead = f"{before} {inside[1]}{wording[inside.end() :]}".strip()
    return [without, re.sub(r"[()]", "", wording), instead]


def read_glossary(project: Project) -> tuple[Term, ...]:
    """All terms, in the order of the file.

    :raises UserError: naming the row that lacks a language, or whose source is neither ``confirmed`` nor ``awaits``.
    """
    path = glossary_path(project)
    terms = []
    with path.open(encoding="utf-8", newline="") as file:
        for number, row in enumerate(csv.DictReader(file), start=2):
            words = {code: (row.get(column) or "").strip() for code, column in COLUMNS.items()}
            empty = [code for code, text in words.items() if not text]
            if empty:
                raise UserError(
                    _("{file}, row {row}: the column {column} is empty.").format(
                        file=path, row=number, column=COLUMNS[empty[0]]
                    ),
                    _("Write the word."),
                )
            source = (row.get(SOURCE_COLUMN) or "").strip()
            if source not in _SOURCES:
                raise UserError(
                    _("{file}, row {row}: in the column {column} stands '{value}'.").format(
                        file=path, row=number, column=SOURCE_COLUMN, value=source
                    ),
                    _("Write «confirmed» or «awaits»."),
                )
            terms.append(Term(words, _SOURCES[source]))
    return tuple(terms)


def glossary_path(project: Project) -> Path:
    """The file that is the authority."""
    return project.root / "book" / "library" / "glossary.csv"
