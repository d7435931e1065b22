"""What a pack consists of: a page of every lesson for the oblast and each municipality, and what each is made from."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from aimak import __version__
from aimak.course.lessons import lesson_names
from aimak.course.units import UNITS, is_translated
from aimak.data import municipalities, municipality, package_path
from aimak.errors import UserError
from aimak.i18n import speaking
from aimak.i18n import translate as _
from aimak.i18n.catalogs import LOCALES
from aimak.i18n.order import sort_key
from aimak.lesson.subject import oblast_title
from aimak.project import Project


@dataclass(frozen=True, slots=True)
class PackPage:
    """One page of a pack. ``municipality`` is empty for a page of the whole oblast.

    :param unit: the lesson that the page shows.
    :param folder: what people receive, named in their language: `M27-Нарын`.
    """

    unit: str
    folder: str
    oblast: str
    municipality: str
    year: int
    language: str

    @property
    def name(self) -> str:
        """The same in every language: `oblast/waste`, `M27/waste`."""
        return f"{self.municipality or 'oblast'}/{self.unit}"

    @property
    def file(self) -> str:
        """The page, from the folder of the pack: `M27-Нарын/waste.html`."""
        return f"{self.folder}/{self.unit}.html"

    @property
    def sheet(self) -> str:
        """The citizen budget as a sheet to print, which comes with the lesson on the budget; empty for other pages."""
        return f"{self.folder}/citizen-budget.html" if self.unit == "budget" else ""

    @property
    def parameters(self) -> dict[str, object]:
        """The papermill parameters of the lesson."""
        return {
            "oblast": self.oblast,
            "municipality": self.municipality,
            "year": self.year,
            "language": self.spoken,
        }

    @property
    def spoken(self) -> str:
        """The language of the page: English where the unit is not complete in the one asked for."""
        return self.language if is_translated(self.unit, self.language) else "en"


def lessons_of(project: Project, chosen: tuple[str, ...]) -> tuple[str, ...]:
    """The units that have a lesson, in the order of the course; only the ``chosen`` ones if there are any.

    :raises UserError: if a chosen unit has no lesson.
    """
    known = lesson_names(project)
    ordered = tuple(unit.name for unit in UNITS if unit.name in known)
    for name in chosen:
        if name not in ordered:
            raise UserError(
                _("There is no lesson '{name}'.").format(name=name),
                _("Take one of: {known}.").format(known=", ".join(ordered)),
            )
    return tuple(name for name in ordered if not chosen or name in chosen)


def pages(
    oblast: str, chosen: tuple[str, ...], year: int, language: str, units: tuple[str, ...] = ("budget",)
) -> list[PackPage]:
    """The pages of an oblast's pack: the oblast first, then its municipalities (or the ``chosen`` ones) in the
    alphabetical order of ``language``; of each a page for every one of ``units``.

    :raises UserError: if the oblast or a municipality is unknown, or a municipality lies in another oblast.
    """
    places = municipalities(oblast)
    name = places[0].oblast
    wanted = [municipality(one) for one in chosen] or list(places)
    for place in wanted:
        if place not in places:
            command = f"aimak forum pack --oblast {place.oblast} --municipality {place.code} …"
            raise UserError(
                _("{place} ({code}) lies elsewhere: {oblast}, not {asked}.").format(
                    place=place.shown,
                    code=place.code,
                    oblast=oblast_title(place.oblast),
                    asked=oblast_title(name),
                ),
                _("Run: {command}").format(command=command),
            )
    with speaking(language):
        wanted = sorted(wanted, key=lambda place: (sort_key(place.shown, language), place.code))
        folders = {"": folder_name(oblast_title(name))}
        folders |= {place.code: folder_name(f"{place.code} {place.shown}") for place in wanted}
    return [PackPage(unit, folder, name, code, year, language) for code, folder in folders.items() for unit in units]


def folder_name(text: str) -> str:
    """``text`` as a name that every system, archive and messenger takes: letters, digits, hyphens."""
    return "-".join(re.findall(r"\w+", unicodedata.normalize("NFC", text)))


@cache
def _package_digest() -> str:
    """One digest over the library's own code and the data: what a page is made from besides its lesson."""
    digest = hashlib.sha256(__version__.encode())
    code = Path(__file__).resolve().parents[1]
    for folder, pattern in ((code, "*.py"), (code / "forum" / "templates", "*"), (package_path(), "*.csv")):
        for path in sorted(folder.rglob(pattern)):
            if path.is_file():
                digest.update(path.name.encode() + path.read_bytes())
    return digest.hexdigest()


def inputs_digest(page: PackPage, lesson: bytes, beside: list[str]) -> str:
    """A digest of everything that a page is made from: it changes when the page has to be made again.

    :param beside: the units whose pages it leads to.
    """
    digest = hashlib.sha256(repr((sorted(page.parameters.items()), page.unit, beside)).encode())
    digest.update(lesson)
    digest.update(_package_digest().encode())
    digest.update(_catalogs_digest(page.language).encode())
    return digest.hexdigest()


@cache
def _catalogs_digest(language: str) -> str:
    """One digest over what labels and tables say in a language."""
    digest = hashlib.sha256()
    folder = LOCALES / language
    for path in sorted([*folder.rglob("*.po")] or [*folder.rglob("*.mo")]):  # what is installed has no sources
        digest.update(path.name.encode() + path.read_bytes())
    return digest.hexdigest()
