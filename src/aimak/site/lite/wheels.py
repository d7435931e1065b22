"""Wheels for the browser, packed from what is installed here: the same files always give the same bytes."""

from __future__ import annotations

import hashlib
import importlib.metadata
import io
import re
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

import aimak
from aimak.data import package_path
from aimak.errors import UserError
from aimak.i18n import translate as _
from aimak.i18n.catalogs import CREATED, LOCALES, folder_language
from aimak.site.lite.parts import NEVER, OWN_LEAVE_OUT, OWN_ROOMS, Part, StandIn

#: The earliest time that a zip file can hold; a fixed one, so that the day of the build does not show.
_TIME = (1980, 1, 1, 0, 0, 0)
#: How the names of wheels with texts begin; the code of a language follows. `languages.js` and `kernel.js` know it too.
TEXTS = "aimak-texts"
#: Catalogs of what no notebook says: the library's pages, the words of a command line.
_NEVER_SHOWN = {"library", "click"}


@dataclass(frozen=True)
class Wheel:
    """A package for the browser: its name, its version and its files by path."""

    name: str
    version: str
    files: Mapping[str, bytes]

    @property
    def file_name(self) -> str:
        """As wheels are named."""
        return f"{re.sub(r'[-_.]+', '_', self.name)}-{self.version}-py3-none-any.whl"

    @property
    def imports(self) -> list[str]:
        """The names that a notebook imports it by."""
        tops = {
            path.split("/")[0] for path in self.files if ".dist-info" not in path and path.endswith((".py", ".pyc"))
        }
        return sorted(top.removesuffix(".pyc").removesuffix(".py") for top in tops)

    @property
    def digest(self) -> str:
        """SHA-256 over names and contents."""
        found = hashlib.sha256(f"{self.name} {self.version}".encode())
        for path, content in sorted(self.files.items()):
            found.update(path.encode() + b"\0" + hashlib.sha256(content).digest())
        return found.hexdigest()


def packed(files: Mapping[str, bytes], *, level: int = 9) -> bytes:
    """A zip archive of ``files`` in the order of their names, without times and without traces of a machine."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=level) as archive:
        for path, content in sorted(files.items()):
            entry = zipfile.ZipInfo(path, _TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3  # the same on every system
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, content, compresslevel=level)
    return made.getvalue()


def unpacked(archive: bytes) -> dict[str, bytes]:
    """The files of a zip archive by path."""
    with zipfile.ZipFile(io.BytesIO(archive)) as opened:
        return {name: opened.read(name) for name in opened.namelist() if not name.endswith("/")}


def chosen(paths: Iterable[str], leave_out: Iterable[str] = (), keep: Iterable[str] = ()) -> list[str]:
    """Paths without those that ``leave_out`` names, unless ``keep`` names them."""
    out, stay = tuple(leave_out), tuple(keep)
    return [
        path
        for path in sorted(paths)
        if any(fnmatch(path, one) for one in stay) or not any(fnmatch(path, one) for one in out)
    ]


def from_installed(part: Part) -> Wheel:
    """A wheel of a distribution as it is installed here.

    :raises UserError: if it is not installed.
    """
    try:
        found = importlib.metadata.distribution(part.name)
    except importlib.metadata.PackageNotFoundError:
        raise UserError(
            _("The Python package {name} is missing.").format(name=part.name),
            _("Run: {command}").format(command="make setup"),
        ) from None
    places = {str(path): Path(str(path.locate())) for path in found.files or []}
    paths = chosen(chosen(places, NEVER), part.leave_out, part.keep)
    files = {path: places[path].read_bytes() for path in paths if places[path].is_file()}
    return Wheel(found.metadata["Name"], found.version, files)


def from_wheel(path: Path) -> Wheel:
    """A wheel that lies on the disk."""
    name, version = path.name.split("-")[:2]
    files = unpacked(path.read_bytes())
    return Wheel(name, version, {one: files[one] for one in chosen(files, NEVER)})


def from_ourselves() -> Wheel:
    """The part of this library that a notebook imports, with the data package."""
    package = Path(aimak.__file__).parent
    files: dict[str, bytes] = {}
    for room in OWN_ROOMS:
        place = package / room
        for path in [place] if place.is_file() else sorted(one for one in place.rglob("*") if one.is_file()):
            files[f"aimak/{path.relative_to(package).as_posix()}"] = path.read_bytes()
    for path in sorted(package_path().iterdir()):
        if path.suffix in {".csv", ".json"}:
            files[f"aimak/datasets/{path.name}"] = path.read_bytes()
    left_out = (*NEVER, *(f"aimak/{one}" for one in OWN_LEAVE_OUT))
    kept = {path: files[path] for path in chosen(files, left_out)}
    return Wheel("aimak", aimak.__version__, {**kept, **_about("aimak", aimak.__version__)})


def catalog_languages() -> list[str]:
    """The languages that have catalogs."""
    return sorted(path.name for path in LOCALES.iterdir() if (path / "LC_MESSAGES").is_dir())


def of_catalogs(language: str) -> Wheel:
    """The catalogs of a language, in a wheel of their own: a reader fetches one language, and a changed sentence
    compiles no library anew.

    Of the kit's texts those are packed that a notebook can show; the units' are packed whole.
    """
    name = f"{TEXTS}-{language}"
    files: dict[str, bytes] = {}
    for path in sorted((LOCALES / language / "LC_MESSAGES").glob("*.po")):
        if path.stem in _NEVER_SHOWN:
            continue
        with path.open("rb") as file:
            texts = read_po(file, locale=folder_language(path))
        texts.creation_date = CREATED
        if path.stem == "aimak":
            for message in list(texts):
                if message.id and message.locations and not any(_is_ours(place) for place, _line in message.locations):
                    texts.delete(message.id)
        made = io.BytesIO()
        write_mo(made, texts)
        files[f"aimak/i18n/locale/{path.relative_to(LOCALES).with_suffix('.mo').as_posix()}"] = made.getvalue()
    return Wheel(name, aimak.__version__, {**files, **_about(name, aimak.__version__)})


def _is_ours(place: str) -> bool:
    """True for a source file, as a catalog names it, in a room that is packed, and for an exercise."""
    if place.startswith("exercises/"):  # the tests before and after the course belong to no unit
        return True
    room = place.removeprefix("src/aimak/")
    return any(room == one or room.startswith(f"{one}/") for one in OWN_ROOMS)


def stand_in(one: StandIn) -> Wheel:
    """A wheel that only bears a name, or says that it can do nothing."""
    files = {path: text.encode() for path, text in one.files.items()}
    return Wheel(one.name, "0", {**files, **_about(one.name, "0")})


def _about(name: str, version: str) -> dict[str, bytes]:
    folder = f"{name}-{version}.dist-info"
    return {
        f"{folder}/METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n".encode(),
        f"{folder}/WHEEL": b"Wheel-Version: 1.0\nGenerator: aimak\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
