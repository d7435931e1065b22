"""The gate on all catalogs of a language, and on its built pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from aimak.course.units import UNITS, Unit, is_translated
from aimak.i18n import translate as _
from aimak.project import Project
from aimak.translation.extract import extract, read_catalogs
from aimak.translation.gate.address import address
from aimak.translation.gate.figures import figures
from aimak.translation.gate.leftover import english_left, read_allowed
from aimak.translation.gate.letters import kyrgyz_letters, letters
from aimak.translation.gate.marks import frame, marks
from aimak.translation.gate.problem import Problem, TextCheck, fewest
from aimak.translation.gate.terms import read_authority
from aimak.translation.message import unit_of_catalog
from aimak.translation.pofile import Catalog

#: What is checked in every translated text; terms come with the project's glossary.
CHECKS: Mapping[str, TextCheck] = {"marks": marks, "figures": figures, "letters": letters, "address": address}


def fresh(project: Project) -> list[Problem]:
    """Catalogs that do not have exactly the texts of the sources."""
    what = _("The sources have other texts than the catalog. Run: aimak i18n extract")
    changed = extract(project, write=False).changed
    return [Problem(path.parts[path.parts.index("LC_MESSAGES") - 1], path.stem, "", what) for path in changed]


def complete(project: Project, language: str, units: Iterable[Unit] = UNITS) -> list[Problem]:
    """Texts without a translation, and guesses, in every catalog that must be complete: the kit's and the book's own,
    and those of the units that are declared in ``language``."""
    units = tuple(units)
    found = []
    for name, catalog in declared(project, language, units).items():
        for text, entry in catalog.entries.items():
            if not entry.is_translated:
                found.append(Problem(language, name, text, _("Not translated.")))
            elif entry.fuzzy:
                what = _("A guess from an earlier text: look at it, and take the mark “fuzzy” away.")
                found.append(Problem(language, name, text, what))
    return found


def declared(project: Project, language: str, units: Iterable[Unit] = UNITS) -> dict[str, Catalog]:
    """The catalogs that must be complete in ``language``."""
    units = tuple(units)
    catalogs = read_catalogs(project, language)
    return {name: one for name, one in catalogs.items() if is_translated(unit_of_catalog(name, units), language)}


def checks(project: Project, language: str) -> dict[str, TextCheck]:
    """The checks of a translated text, by name."""
    authority = read_authority(project)
    found: dict[str, TextCheck] = {**CHECKS, "terms": authority}
    if language == "ky":
        words = (word for term in authority.glossary for form in term.forms("ky") for word in form.lower().split())
        stems = frozenset(word[:-2] if len(word) > 6 else word for word in words)
        found["spelling"] = lambda _source, translation, _language: kyrgyz_letters(translation, stems)
    return found


def texts(project: Project, language: str, only: Iterable[str] = ()) -> list[Problem]:
    """What is wrong with translated texts of all catalogs, guesses left out.

    :param only: names of checks; all of them unless told.
    """
    chosen = {name: check for name, check in checks(project, language).items() if not only or name in set(only)}
    found = []
    for name, catalog in read_catalogs(project, language).items():
        here = {**chosen, "frame": frame} if "/" in name and "marks" in chosen else chosen
        for text, entry in catalog.entries.items():
            if entry.fuzzy:
                continue
            for translation in filter(None, entry.translation):
                problems = fewest(entry, translation, language, here.values())
                found += [Problem(language, name, text, what) for what in problems]
    return list(dict.fromkeys(found))


def check_text(source: str, translation: str, language: str, chosen: Mapping[str, TextCheck] = CHECKS) -> Iterator[str]:
    """What is wrong with one translated text, in words."""
    for check in chosen.values():
        yield from check(source, translation, language)


def pages(project: Project, language: str, folder: Path) -> list[Problem]:
    """English that was left on the built pages in ``folder``."""
    allowed = read_allowed(project)
    what = _("English on a page of another language: translate it, or add the name to allowed-english.txt.")
    found = []
    for path in sorted(folder.rglob("*.html")):
        for run in english_left(path.read_text(encoding="utf-8"), allowed):
            found.append(Problem(language, path.relative_to(folder).as_posix(), run, what))
    return found
