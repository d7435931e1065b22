"""What a lesson's outputs follow from, and where they are kept between two builds."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import aimak
from aimak.data import package_path
from aimak.i18n.catalogs import LOCALES
from aimak.project import Project

#: The catalog of the kit.
KIT = "aimak"
#: Rooms whose code runs in a lesson. A text of the kit that stands elsewhere is no part of a lesson.
_ROOMS = ("data", "i18n", "lesson", "municipal")


def output_caches(project: Project, languages: dict[str, str], reader: str) -> dict[str, str]:
    """Where the outputs of each lesson are kept.

    A folder stands for one library, data and texts, since the cache itself knows only the lesson's own code. A changed
    sentence of the book is no part of that: it runs no lesson.

    The books of all languages are built at the same time, and a cache takes one writer only: so each has folders of
    its own, also for a unit that speaks English in all of them.

    :param languages: the language that each unit speaks on these pages.
    :param reader: the language of the book.
    :returns: the folder of each unit, for the units in ``languages``. Older ones of the same unit are removed.
    """
    caches = project.build / ".jupyter_cache"
    found = {}
    for unit, language in languages.items():
        made_from = f"{code_digest()} {language} {texts_digest(LOCALES, unit, language)}"
        folder = caches / f"{reader}-{unit}-{hashlib.sha256(made_from.encode()).hexdigest()[:16]}"
        for old in caches.glob(f"{reader}-{unit}-*"):
            if old != folder:
                shutil.rmtree(old, ignore_errors=True)
        found[unit] = str(folder)
    return found


def texts_digest(locales: Path, unit: str, language: str) -> str:
    """Stands for all texts that a lesson of ``unit`` may say in ``language``: its own, and the library's."""
    folder = locales / language / "LC_MESSAGES"
    return f"{catalog_digest(folder / f'{unit}.po')} {catalog_digest(folder / f'{KIT}.po', _ROOMS)}"


def catalog_digest(path: Path, rooms: Sequence[str] = ()) -> str:
    """Stands for the texts of a catalog; empty where there is none.

    :param rooms: count only texts that stand in these rooms of the library; all texts unless given.
    """
    from babel.messages.pofile import read_po

    if not path.is_file():
        return ""
    prefixes = tuple(f"src/aimak/{room}/" for room in rooms)
    digest = hashlib.sha256()
    with path.open("rb") as file:
        for message in read_po(file):
            if message.id and (not rooms or any(place.startswith(prefixes) for place, _line in message.locations)):
                digest.update(f"{message.id} {'' if message.fuzzy else message.string}\n".encode())
    return digest.hexdigest()


@cache
def code_digest() -> str:
    """Stands for the library and the data that a lesson's cells run with."""
    digest = hashlib.sha256()
    package = Path(aimak.__file__).resolve().parent
    folders = [(package / room, "*.py") for room in _ROOMS]
    for folder, pattern in [*folders, (package_path(), "*.csv")]:
        for path in sorted(folder.rglob(pattern)):
            digest.update(path.read_bytes())
    return digest.hexdigest()
