"""How far each language is."""

from __future__ import annotations

from dataclasses import dataclass

from aimak.course.units import is_translated
from aimak.project import Project
from aimak.translation.extract import TARGETS, read_catalogs
from aimak.translation.message import unit_of_catalog


@dataclass(frozen=True, slots=True)
class Count:
    """One catalog in one language: how many texts it has, and how many of them are translated (guesses are not), are
    guesses, and await a native editor.

    :param declared: True if the catalog must be complete.
    """

    language: str
    catalog: str
    texts: int
    translated: int
    fuzzy: int
    awaiting: int
    declared: bool

    @property
    def is_complete(self) -> bool:
        """True if every text is translated and none is a guess."""
        return self.translated == self.texts


def count(project: Project) -> list[Count]:
    """All catalogs of all languages."""
    found = []
    for language in TARGETS:
        for name, catalog in read_catalogs(project, language).items():
            entries = catalog.entries.values()
            found.append(
                Count(
                    language,
                    name,
                    len(entries),
                    sum(one.is_translated and not one.fuzzy for one in entries),
                    sum(one.fuzzy for one in entries),
                    sum(one.awaits for one in entries),
                    is_translated(unit_of_catalog(name), language),
                )
            )
    return found
