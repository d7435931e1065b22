"""Compile wheels for the browser's Python, so that a phone need not: done once, kept under `_build/`."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from aimak.errors import UserError
from aimak.files import write_whole
from aimak.i18n import translate as _
from aimak.site.lite.wheels import Wheel, packed, unpacked

_SCRIPT = Path(__file__).with_name("compile.mjs")
#: Compiling Python's whole library and all packages takes half a minute on a slow machine.
_LIMIT = 600


def compiled(wheels: Sequence[Wheel], pyodide: Path, kept: Path) -> list[Wheel]:
    """The wheels with `.pyc` in place of `.py`; what does not compile stays as it is.

    :param pyodide: the npm package of that name; its Python compiles.
    :param kept: folder of what was compiled before.
    :raises UserError: if node is missing or fails.
    """
    mark = (pyodide / "package.json").read_bytes() + _SCRIPT.read_bytes()
    places = {wheel.name: kept / f"{replace(wheel, version=_key(wheel, mark)).file_name}" for wheel in wheels}
    missing = [wheel for wheel in wheels if not places[wheel.name].is_file()]
    if missing:
        for wheel in _compile(missing, pyodide):
            write_whole(places[wheel.name], packed(wheel.files))
    return [replace(wheel, files=unpacked(places[wheel.name].read_bytes())) for wheel in wheels]


def _key(wheel: Wheel, mark: bytes) -> str:
    return replace(wheel, files={**wheel.files, "\0": mark}).digest[:20]


def _compile(wheels: Sequence[Wheel], pyodide: Path) -> list[Wheel]:
    with tempfile.TemporaryDirectory(prefix="aimak-wheels-") as name:
        folder = Path(name)
        for wheel in wheels:
            for path, content in wheel.files.items():
                target = folder / wheel.name / path
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(content)
        _run_node(pyodide.resolve(), folder)
        done = []
        for wheel in wheels:
            root = folder / wheel.name
            paths = sorted(path for path in root.rglob("*") if path.is_file())
            done.append(replace(wheel, files={one.relative_to(root).as_posix(): one.read_bytes() for one in paths}))
        return done


def _run_node(pyodide: Path, folder: Path) -> None:
    node = shutil.which("node")
    if node is None:
        raise UserError(
            _("node is missing, which packs the exercises for the browser."), _("Install Node 20 or later.")
        )
    try:
        ran = subprocess.run(
            [node, str(_SCRIPT), str(pyodide), str(folder)], capture_output=True, text=True, timeout=_LIMIT, check=False
        )
    except subprocess.TimeoutExpired:
        raise UserError(
            _("Compiling for the browser did not end."), _("Run: {command}").format(command="aimak site build")
        ) from None
    if ran.returncode:
        reason = (ran.stderr.strip().splitlines() or [_("no reason given")])[-1]
        raise UserError(
            _("Compiling for the browser failed: {reason}").format(reason=reason),
            _("Run: {command}").format(command="npm ci"),
        )
