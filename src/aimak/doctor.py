"""What is installed, what is missing for which part, and the command that mends it. Nothing is changed.

Each check is a pure function of a :class:`Probe`, so that a machine without something can be described in a test.
"""

from __future__ import annotations

import importlib.metadata
import os
import platform
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from aimak.i18n import translate as _
from aimak.i18n.numbers import number

#: Bytes that building everything takes, measured: environment 1.0 GB, node_modules 0.2 GB, built things 0.02 GB.
NEEDED_BYTES = 2 * 1024**3
#: What each part imports, by the names that pip knows. A part's name is a word for programs; see :func:`part_name`.
PACKAGES = {
    "do an exercise": ("ipywidgets", "jupyterlab", "notebook", "ipykernel"),
    "check the data": ("frictionless",),
    "grade": ("nbgrader", "nbconvert", "openpyxl", "pandas"),
    "forum pack": ("papermill", "matplotlib", "jupytext"),
    "build the site": ("jupyter-book", "fonttools", "brotli"),
    "print": ("playwright", "pypdf", "beautifulsoup4"),
    "develop": ("pytest", "hypothesis", "mypy", "ruff"),
}
#: Chromium and its kin, any of which prints. The tests drive the first one.
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome", "msedge")


@dataclass(frozen=True, slots=True)
class Probe:
    """How a machine is asked. Tests put another one in its place.

    :param version: the version of a Python package, or None.
    :param which: the path of a command, or None.
    :param run: the first line that a command prints, or None if it fails.
    """

    system: str
    python: tuple[int, int]
    version: Callable[[str], str | None]
    which: Callable[[str], str | None]
    run: Callable[[str], str | None]
    free_bytes: int
    writable: bool
    node_modules: bool


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that a part needs. ``mend`` is a command for this system; empty if all is well."""

    part: str
    name: str
    found: str
    mend: str = ""

    @property
    def well(self) -> bool:
        """True if nothing has to be mended."""
        return not self.mend


def part_name(part: str) -> str:
    """The name of a part for people."""
    return {
        "all": _("all"),
        "do an exercise": _("do an exercise"),
        "check the data": _("check the data"),
        "grade": _("grade"),
        "forum pack": _("forum pack"),
        "build the site": _("build the site"),
        "print": _("print slides and sheets"),
        "develop": _("develop"),
    }[part]


def this_machine(root: Path) -> Probe:
    """The probe of the machine that this runs on, for the checkout in ``root``."""
    return Probe(
        platform.system(),
        sys.version_info[:2],
        _version,
        shutil.which,
        _first_line,
        shutil.disk_usage(root).free,
        os.access(root, os.W_OK),
        (root / "node_modules").is_dir(),
    )


def _version(name: str) -> str | None:
    try:
        return importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return None


def _first_line(command: str) -> str | None:
    try:
        done = subprocess.run(command.split(), capture_output=True, text=True, timeout=20, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return None
    return (done.stdout.strip().splitlines() or [""])[0] if done.returncode == 0 else None


def examine(probe: Probe, pinned: dict[str, str]) -> list[Check]:
    """Every check, in the order of the parts.

    :param pinned: package -> version, as constraints.txt names them; empty if the file is not there.
    """
    return [
        _python(probe),
        _disk(probe),
        *(_package(probe, part, name, pinned) for part, names in PACKAGES.items() for name in names),
        _node(probe),
        _browser_parts(probe),
        _chromium(probe, "print", BROWSERS),
        _chromium(probe, "develop", BROWSERS[:1]),
        _fence(probe),
    ]


def _install(probe: Probe, debian: str, mac: str, windows: str) -> str:
    return {"Linux": f"sudo apt-get install {debian}", "Darwin": f"brew install {mac}"}.get(probe.system, windows)


def _python(probe: Probe) -> Check:
    found = ".".join(map(str, probe.python))
    if probe.python >= (3, 11):
        return Check("all", "Python", found)
    return Check(
        "all",
        "Python",
        found,
        _install(probe, "python3.11 python3.11-venv", "python@3.11", "winget install Python.Python.3.11"),
    )


def _disk(probe: Probe) -> Check:
    found = _("{count} GB").format(count=number(probe.free_bytes / 1024**3, 1))
    if not probe.writable:
        return Check("all", _("disk"), _("this folder cannot be written"), _("Copy the kit to a folder of your own."))
    if probe.free_bytes < NEEDED_BYTES:
        return Check("all", _("disk"), found, _("Free at least 2 GB."))
    return Check("all", _("disk"), found)


def _package(probe: Probe, part: str, name: str, pinned: dict[str, str]) -> Check:
    version = probe.version(name)
    extra = {"develop": "dev", "print": "print"}.get(part, "kit")
    mend = f"python -m pip install -c constraints.txt -e '.[{extra}]'"
    if version is None:
        return Check(part, name, _("missing"), mend)
    wanted = pinned.get(_normal(name))
    if wanted is not None and wanted != version:
        return Check(part, name, _("{found}, tested with {wanted}").format(found=version, wanted=wanted), mend)
    return Check(part, name, version)


def _node(probe: Probe) -> Check:
    version = probe.run("node --version") if probe.which("node") else None
    if version is None:
        mend = _install(probe, "nodejs npm", "node@20", "winget install OpenJS.NodeJS.LTS")
        return Check("build the site", "Node", _("missing"), mend)
    return Check("build the site", "Node", version)


def _browser_parts(probe: Probe) -> Check:
    if probe.node_modules:
        return Check("build the site", "node_modules", _("there"))
    return Check("build the site", "node_modules", _("missing"), "npm ci")


def _chromium(probe: Probe, part: str, names: tuple[str, ...]) -> Check:
    if any(probe.which(name) for name in names):
        return Check(part, "Chromium", _("there"))
    return Check(
        part, "Chromium", _("missing"), _install(probe, "chromium", "chromium", "winget install Hibbiki.Chromium")
    )


def _fence(probe: Probe) -> Check:
    """Whether bubblewrap is there; whether the kernel lets it work, grading itself says."""
    name = _("fence for analysts' code")
    if probe.system != "Linux":
        return Check("grade", name, _("needs Linux: here grade forms only"))
    if probe.which("bwrap"):
        return Check("grade", name, _("there"))
    return Check("grade", name, _("missing"), "sudo apt-get install bubblewrap")


def _normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def read_pins(path: Path) -> dict[str, str]:
    """package -> version from a constraints file; empty if there is none."""
    if not path.is_file():
        return {}
    lines = (line.partition("#")[0].strip() for line in path.read_text(encoding="utf-8").splitlines())
    return {_normal(line.split("==")[0]): line.split("==")[1] for line in lines if "==" in line}
