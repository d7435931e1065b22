"""What a pack consists of: one page for the oblast and one for each municipality, and what each is made from."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from aimak import __version__
from aimak.course.units import is_translated
from aimak.data import municipalities, municipality, package_path
from aimak.errors import UserError
from aimak.i18n import speaking
from aimak.i18n import translate as _
from aimak.i18n.catalogs import LOCALES
from aimak.i18n.order import sort_key
from aimak.lesson.subject import oblast_title

UNIT = "budget"


@dataclass(frozen=True, slots=True)
class PackPage:
    """One page of a pack. ``municipality`` is empty for the page of the whole oblast.

    :param name: stays the same in every language: `oblast`, or the code of the municipality.
    :param file: what people receive, named in their language: `M27-Нарын.html`.
    """

    name: str
    file: str
    oblast: str
    municipality: str
    year: int
    language: str

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
        return self.language if is_translated(UNIT, self.language) else "en"


def pages(oblast: str, chosen: tuple[str, ...], year: int, language: str) -> list[PackPage]:
    """The pages of an oblast's pack: the oblast first, then its municipalities (or the ``chosen`` ones) in the
    alphabetical order of ``language``.

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
        whole = PackPage("oblast", file_name(oblast_title(name)), name, "", year, language)
        files = {place.code: file_name(f"{place.code} {place.shown}") for place in wanted}
    return [whole, *(PackPage(code, file, name, code, year, language) for code, file in files.items())]


def file_name(text: str) -> str:
    """``text`` as the name of a page that every system, archive and messenger takes: letters, digits, hyphens."""
    words = re.findall(r"\w+", unicodedata.normalize("NFC", text))
    return f"{'-'.join(words)}.html"


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


def inputs_digest(page: PackPage, lesson: bytes) -> str:
    """A digest of everything that a page is made from: it changes when the page has to be made again."""
    digest = hashlib.sha256(repr(sorted(page.parameters.items())).encode())
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
