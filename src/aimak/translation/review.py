"""What no native editor of Kyrgyz has looked at."""

from __future__ import annotations

from dataclasses import dataclass

from aimak.project import Project
from aimak.translation.extract import read_catalogs
from aimak.translation.glossary import Term, read_glossary

#: The language that has been written without enough native editors so far.
REVIEWED = "ky"


@dataclass(frozen=True, slots=True)
class Awaiting:
    """How many texts of one catalog await a native editor, of how many."""

    catalog: str
    awaiting: int
    texts: int


def awaiting_texts(project: Project) -> tuple[Awaiting, ...]:
    """The catalogs that have such texts, those with most of them first."""
    found = []
    for name, catalog in read_catalogs(project, REVIEWED).items():
        waits = sum(entry.awaits for entry in catalog.entries.values())
        found.append(Awaiting(name, waits, len(catalog.entries)))
    return tuple(sorted((one for one in found if one.awaiting), key=lambda one: (-one.awaiting, one.catalog)))


def awaiting_terms(project: Project) -> tuple[Term, ...]:
    """The glossary's terms that were seen in no published source."""
    return tuple(term for term in read_glossary(project) if not term.is_confirmed)
