"""The browser app as it was built last, for as long as nothing that it is made from changes: building it takes longer
than everything that a changed sentence asks for."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable, Iterable
from importlib.metadata import version
from pathlib import Path

import aimak
from aimak.data import package_path
from aimak.files import write_whole
from aimak.project import Project
from aimak.site.book.stamp import sources

#: What the app is built with, beside the kit itself.
_TOOLS = ("jupyterlite-core", "jupyterlite-pyodide-kernel", "jupyterlab-widgets", "ipywidgets")
#: Stands beside a kept app: the address outside the site that it may ask.
_ADDRESS = "address.txt"


def kept_app(
    project: Project, target: Path, notebooks: Iterable[Path], pyodide: str, build: Callable[[Path], str]
) -> str:
    """Put the app into ``target``: the one that is kept if it is made from the same, else a new one.

    :param notebooks: the notebooks in it.
    :param pyodide: where an analyst's libraries come from; with a folder nothing is kept, it may be anything.
    :param build: builds the app into a folder that does not exist; returns the address outside the site that it may
        ask, empty if none.
    :returns: that address.
    """
    if pyodide and Path(pyodide).is_dir():
        return build(target)
    place = project.build / "lite"
    kept = place / _made_from(project, notebooks, pyodide)
    if not (kept / _ADDRESS).is_file():
        shutil.rmtree(place, ignore_errors=True)
        write_whole(kept / _ADDRESS, build(kept / "app"))  # last: an interrupted build is not taken for a whole one
    shutil.copytree(kept / "app", target)
    return (kept / _ADDRESS).read_text(encoding="utf-8")


def _made_from(project: Project, notebooks: Iterable[Path], pyodide: str) -> str:
    digest = hashlib.sha256(f"{pyodide} {[(name, version(name)) for name in _TOOLS]}".encode())
    kit = sources(Path(aimak.__file__).resolve().parent, package_path())
    kernel = (project.root / "node_modules" / "pyodide").glob("package.json")
    for path in [*kernel, *kit, *sorted(notebooks)]:
        digest.update(f"{path.parent.name}/{path.name}\n".encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]
