"""Every file below a folder, those in archives too, one at a time and never larger than a limit.

Nothing is unpacked to the disk, so a member's name, whatever it says, is only a label.
"""

from __future__ import annotations

import io
import stat
import unicodedata
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import IO

from aimak.cohort.said import Said, told

MIB = 1024 * 1024
#: A larger file is no exercise, whatever its outputs hold.
MAX_FILE = 96 * MIB
#: What one archive may hold together, and how many archives deep.
MAX_ARCHIVE, MAX_MEMBERS, MAX_DEPTH = 1024 * MIB, 20_000, 4
#: The bit of a member's flags that says so.
ENCRYPTED = 1
_PARTS_OF_DOCUMENTS = frozenset({"[Content_Types].xml", "mimetype", "AndroidManifest.xml"})
#: Files that computers add by themselves; nobody sent them.
_OF_THE_SYSTEM = {"thumbs.db", "desktop.ini", "__macosx"}


@dataclass(frozen=True, slots=True)
class Arrived:
    """One file: its label, its bytes, and when it was last changed (ISO 8601, empty if unknown).

    :param problem: why its bytes cannot be read, and what to do; then ``data`` is what is known of it.
    """

    name: str
    data: bytes
    changed: str = ""
    problem: Said | None = None


def paths_below(inbox: Path) -> list[Path]:
    """The files below a folder, or the file itself, sorted by name; links and devices too, to be set aside."""
    if not inbox.is_dir():
        return [inbox]
    return sorted(
        path for path in inbox.rglob("*") if (path.is_symlink() or not path.is_dir()) and not _skip(path, inbox)
    )


def _skip(path: Path, inbox: Path) -> bool:
    parts = path.relative_to(inbox).parts
    return parts[-1].lower() == "roster.csv" or any(_of_the_system(part) for part in parts)


def _of_the_system(part: str) -> bool:
    # A name that lost all but its ending is a trainee's file; `._x` is what a Mac puts beside each file.
    hidden = part.startswith(".") and not (part.lower().endswith(".ipynb") and not part.startswith("._"))
    return hidden or part.lower() in _OF_THE_SYSTEM


def arrived(path: Path, inbox: Path) -> Iterator[Arrived]:
    """The file at ``path``, or what it holds if it is an archive."""
    name = label(str(path.relative_to(inbox)) if inbox.is_dir() else path.name)
    if path.is_symlink():
        yield Arrived(name, f"{name}: a link".encode(), "", told("link"))
        return
    if not path.is_file():
        yield Arrived(name, f"{name}: no file".encode(), "", told("no file"))
        return
    about = path.stat()
    changed = datetime.fromtimestamp(about.st_mtime, UTC).isoformat(timespec="seconds")
    try:
        with path.open("rb") as opened:
            if _is_archive(opened.read(4)):
                yield from _members(name, opened, changed, 1, _Room())
            elif about.st_size > MAX_FILE:
                yield _too_large(name, about.st_size, changed)
            else:
                yield Arrived(name, path.read_bytes(), changed)
    except OSError as error:
        yield Arrived(name, name.encode(), changed, told("unreadable", error=str(error.strerror)))


def _is_archive(start: bytes) -> bool:
    return start[:4] in (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")


@dataclass(slots=True)
class _Room:
    """What an archive may still unpack to, together with all archives in it: each of its own would be a bomb."""

    left: int = field(default_factory=lambda: MAX_ARCHIVE)


def _members(name: str, opened: IO[bytes], changed: str, depth: int, room: _Room) -> Iterator[Arrived]:
    try:
        archive = zipfile.ZipFile(opened)
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
        opened.seek(0)
        yield Arrived(name, opened.read(MAX_FILE), changed, told("archive damaged"))
        return
    with archive:
        members = [one for one in archive.infolist() if not one.is_dir() and not _member_skipped(one.filename)]
        if len(members) > MAX_MEMBERS:
            opened.seek(0)
            yield Arrived(name, opened.read(MAX_FILE), changed, told("too many", number=len(members)))
            return
        if _is_document([one.filename for one in members]):
            opened.seek(0)
            yield Arrived(name, opened.read(MAX_FILE), changed, told("document"))
            return
        for member in members:
            yield from _member(archive, name, member, depth, room)


def _is_document(names: list[str]) -> bool:
    """True for what is an archive only inside: files of Word and Excel, OpenDocument, Android. Their parts are nobody's
    hand-in, and one line for each of them would hide what matters."""
    parts = _PARTS_OF_DOCUMENTS.intersection(names)
    return bool(parts) and not any(name.lower().endswith((".ipynb", ".zip")) for name in names)


def _member_skipped(name: str) -> bool:
    return any(_of_the_system(part) and part not in {".", ".."} for part in name.replace("\\", "/").split("/"))


def _member(
    archive: zipfile.ZipFile, outer: str, member: zipfile.ZipInfo, depth: int, room: _Room
) -> Iterator[Arrived]:
    name = f"{outer}/{label(_member_name(member))}"
    year, month, day, hour, minute, second = member.date_time
    changed = f"{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}"
    known = f"{name} {member.CRC} {member.file_size}".encode()
    if stat.S_ISLNK(member.external_attr >> 16):
        yield Arrived(name, known, changed, told("link inside"))
        return
    if member.flag_bits & ENCRYPTED:
        yield Arrived(name, known, changed, told("locked"))
        return
    most = min(MAX_FILE, room.left)
    try:
        with archive.open(member) as opened:
            data = opened.read(most + 1)  # what the archive says of its size is not believed
    except Exception as error:  # a damaged member raises what its kind of compression raises
        yield Arrived(name, known, changed, told("member damaged", error=type(error).__name__))
        return
    if len(data) > most:
        yield _too_large(name, member.file_size, changed) if most == MAX_FILE else _no_room(name, known, changed)
    elif _is_archive(data) and depth >= MAX_DEPTH:
        yield Arrived(name, known, changed, told("too deep"))
    elif _is_archive(data):
        yield from _members(name, io.BytesIO(data), changed, depth + 1, room)
    else:
        room.left -= len(data)
        yield Arrived(name, data, changed)


def _too_large(name: str, size: int, changed: str) -> Arrived:
    return Arrived(name, f"{name} {size}".encode(), changed, told("too large", most=MAX_FILE // MIB))


def _no_room(name: str, known: bytes, changed: str) -> Arrived:
    return Arrived(name, known, changed, told("no room", most=MAX_ARCHIVE // MIB))


def _member_name(member: zipfile.ZipInfo) -> str:
    """The name as it was meant: old Windows archives keep Cyrillic names in CP866 without saying so."""
    if member.flag_bits & 0x800:
        return member.filename
    try:
        return member.filename.encode("cp437").decode("utf-8")
    except (UnicodeEncodeError, UnicodeDecodeError):
        pass
    try:
        return member.filename.encode("cp437").decode("cp866")
    except (UnicodeEncodeError, UnicodeDecodeError):
        return member.filename


def label(name: str) -> str:
    """A name for people: one normal form, no step out of a folder, nothing that a terminal would obey."""
    parts = [part for part in name.replace("\\", "/").split("/") if part not in {"", ".", ".."}]
    plain = "".join(c if c.isprintable() else "�" for c in unicodedata.normalize("NFC", "/".join(parts)))
    return plain.encode("utf-8", "replace").decode()[-200:] or "?"
