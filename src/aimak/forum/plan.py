"""What a pack consists of: one page for the oblast and one for each municipality, and what each is made from."""

from __future__ import annotations

import hashlib
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path

from aimak import __version__
from aimak.data import municipalities, municipality, oblast_name, package_path
from aimak.errors import UserError
from aimak.i18n import translate as _


@dataclass(frozen=True, slots=True)
class PackPage:
    """One page of a pack. ``municipality`` is empty for the page of the whole oblast."""

    name: str
    oblast: str
    municipality: str
    year: int
    language: str

    @property
    def parameters(self) -> dict[str, object]:
        """The papermill parameters of the lesson."""
        return {key: value for key, value in asdict(self).items() if key != "name"}


def pages(oblast: str, chosen: tuple[str, ...], year: int, language: str) -> list[PackPage]:
    """The pages of an oblast's pack: the oblast first, then its municipalities (or the ``chosen`` ones).

    :raises UserError: if the oblast or a municipality is unknown, or a municipality lies in another oblast.
    """
    places = municipalities(oblast)
    name = places[0].oblast
    wanted = [municipality(one) for one in chosen] or list(places)
    for place in wanted:
        if place not in places:
            raise UserError(
                _("{place} ({code}) lies elsewhere: {oblast}, not {asked}.").format(
                    place=place.shown,
                    code=place.code,
                    oblast=oblast_name(place.oblast),
                    asked=oblast_name(name),
                ),
                _("Run: {command}").format(
                    command=f"aimak forum pack --oblast {place.oblast} --municipality {place.code} …"
                ),
            )
    whole = PackPage("oblast", name, "", year, language)
    return [whole, *(PackPage(place.code, name, place.code, year, language) for place in wanted)]


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
    return digest.hexdigest()
