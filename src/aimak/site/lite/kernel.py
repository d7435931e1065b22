"""The kernel's folder: Pyodide's core, its library, the wheels, and the list that says what to load."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from aimak.errors import UserError
from aimak.files import write_whole
from aimak.i18n import translate as _
from aimak.site.lite import parts
from aimak.site.lite.compiled import compiled
from aimak.site.lite.large import large
from aimak.site.lite.wheels import (
    Wheel,
    catalog_languages,
    chosen,
    from_installed,
    from_ourselves,
    from_wheel,
    of_catalogs,
    packed,
    stand_in,
    unpacked,
)

_LIBRARY = "python_stdlib"
_FALLBACK = b"`https://cdn.jsdelivr.net/pyodide/v${U}/full/`"


@dataclass(frozen=True)
class Kernel:
    """The packages that are loaded when a kernel starts, by the names that the lock knows; and the one address outside
    the site that the lock names, empty if there is none."""

    packages: tuple[str, ...]
    address: str


def write_kernel(target: Path, pyodide: Path, brought: Path, kept: Path, source: str = "") -> Kernel:
    """Write the kernel into ``target``.

    :param pyodide: the npm package of that name.
    :param brought: the folder of wheels in the kernel's Jupyter extension.
    :param kept: folder of wheels compiled before.
    :param source: where the large libraries come from; see :func:`large`.
    :raises UserError: if a part is missing or cannot be compiled.
    """
    for name in (*parts.CORE, f"{_LIBRARY}.zip", "pyodide-lock.json"):
        if not (pyodide / name).is_file():
            raise UserError(
                _("{file} is missing.").format(file=f"node_modules/pyodide/{name}"),
                _("Run: {command}").format(command="npm ci"),
            )
    for name in parts.CORE:
        write_whole(target / name, _without_fallback((pyodide / name).read_bytes()))
    wheels = [_library(pyodide), *_wheels(brought)]
    library, *rest = compiled(wheels, pyodide, kept)
    write_whole(target / f"{_LIBRARY}.zip", packed(library.files))
    entries = {}
    for wheel in [*rest, *map(of_catalogs, catalog_languages())]:
        content = packed(wheel.files)
        write_whole(target / wheel.file_name, content)
        entries[_canonical(wheel.name)] = lock_entry(wheel, content)
    info = json.loads((pyodide / "pyodide-lock.json").read_text(encoding="utf-8"))["info"]
    more = large(source, pyodide, target)
    lock = {"info": info, "packages": {**more.entries, **entries}}
    write_whole(target / "pyodide-lock.json", json.dumps(lock, indent=1, sort_keys=True) + "\n")
    return Kernel(tuple(sorted(entries)), more.address)


def _without_fallback(script: bytes) -> bytes:
    """Without the address where the loader would look if it did not find its own folder."""
    return script.replace(_FALLBACK, b"`./`")


def _library(pyodide: Path) -> Wheel:
    files = unpacked((pyodide / f"{_LIBRARY}.zip").read_bytes())
    return Wheel(_LIBRARY, "0", {path: files[path] for path in chosen(files, parts.STDLIB_LEAVE_OUT)})


def _wheels(brought: Path) -> Sequence[Wheel]:
    made = [from_ourselves(), *map(from_installed, parts.PARTS), *map(stand_in, parts.STAND_INS)]
    for name in parts.BROUGHT:
        found = sorted(brought.glob(f"{name}-*.whl"))
        if not found:
            raise UserError(
                _("The kernel's extension brings no wheel '{name}'.").format(name=name),
                _("Run: {command}").format(command="make setup"),
            )
        made.append(from_wheel(found[-1]))
    return made


def _canonical(name: str) -> str:
    return name.lower().replace("_", "-").replace(".", "-")


def lock_entry(wheel: Wheel, content: bytes) -> dict[str, object]:
    """What the lock says of a wheel; what it depends on is loaded at the same time, so nothing is named."""
    return {
        "name": _canonical(wheel.name),
        "version": wheel.version,
        "file_name": wheel.file_name,
        "install_dir": "site",
        "sha256": hashlib.sha256(content).hexdigest(),
        "package_type": "package",
        "imports": wheel.imports,
        "depends": [],
        "unvendored_tests": False,
        "shared_library": False,
    }
