"""One English text of the programs is said in one way: their catalogs are read as one, and the first by name wins."""

from __future__ import annotations

from aimak.i18n import translate as _
from aimak.project import Project
from aimak.translation.extract import read_catalogs
from aimak.translation.gate.problem import Problem


def alike(project: Project, language: str) -> list[Problem]:
    """Texts that a later catalog translates in another way than the first: no reader would ever see it there.

    Pages have a catalog each, which only they read, so they may differ.
    """
    what = _("{catalog} says “{translation}”, and the first catalog wins. Say it alike, or give one another English.")
    first: dict[tuple[str, ...], tuple[str, tuple[str, ...]]] = {}
    found = []
    for name, catalog in sorted(read_catalogs(project, language).items()):
        if "/" in name:
            continue
        for text, entry in catalog.entries.items():
            if entry.fuzzy or not entry.is_translated:
                continue
            winner, said = first.setdefault(entry.texts, (name, entry.translation))
            if said != entry.translation:
                told = what.format(catalog=winner, translation=said[0])
                found.append(Problem(language, name, text, told))
    return found
