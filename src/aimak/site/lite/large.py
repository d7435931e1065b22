"""The large libraries that only an analyst's cells import: where a browser fetches them from, and copies of our own."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from aimak.errors import UserError
from aimak.files import write_whole
from aimak.i18n import translate as _

#: What cells may import beyond the kernel's own packages.
WANTED = ("numpy", "pandas", "matplotlib")
#: Pyodide's public address; the version follows.
PUBLIC = "https://cdn.jsdelivr.net/pyodide/v{version}/full/"
#: Copies of our own lie here, below the kernel's folder.
FOLDER = "large"


@dataclass(frozen=True)
class Large:
    """Entries for the lock, and the address that they may name (empty if all lie in the site itself)."""

    address: str
    entries: Mapping[str, dict[str, Any]] = field(default_factory=dict)


def large(source: str, pyodide: Path, target: Path) -> Large:
    """The lock's entries for the large libraries and all that they depend on.

    :param source: an address that begins with ``https://`` or ``http://``, a folder with the files, or empty for
        Pyodide's public address.
    :param pyodide: the npm package, whose lock knows names and hashes.
    :param target: the kernel's folder, for copies.
    :raises UserError: if the folder lacks a file, or a file is not the one that the lock names.
    """
    version = json.loads((pyodide / "package.json").read_text(encoding="utf-8"))["version"]
    known = json.loads((pyodide / "pyodide-lock.json").read_text(encoding="utf-8"))["packages"]
    names = _closure(known)
    if not source or source.startswith(("https://", "http://")):
        address = (source or PUBLIC.format(version=version)).rstrip("/") + "/"
        return Large(address, {name: _entry(known[name], address) for name in names})
    for name in names:
        _copy(known[name], Path(source), target / FOLDER)
    return Large("", {name: _entry(known[name], f"{FOLDER}/") for name in names})


def _closure(known: Mapping[str, Any]) -> list[str]:
    found: list[str] = []
    waiting = list(WANTED)
    while waiting:
        name = waiting.pop(0)
        if name not in found:
            found.append(name)
            waiting += known[name]["depends"]
    return sorted(found)


def _entry(entry: Mapping[str, Any], before: str) -> dict[str, Any]:
    return {**entry, "file_name": before + entry["file_name"]}


def _copy(entry: Mapping[str, Any], source: Path, target: Path) -> None:
    path = source / entry["file_name"]
    if not path.is_file():
        raise UserError(
            _("{folder} has no {file}.").format(folder=source, file=path.name),
            _("Unpack Pyodide's full distribution of this version there."),
        )
    content = path.read_bytes()
    if hashlib.sha256(content).hexdigest() != entry["sha256"]:
        raise UserError(
            _("{file} is another file than Pyodide's own.").format(file=path),
            _("Take the distribution of this version."),
        )
    write_whole(target / path.name, content)
