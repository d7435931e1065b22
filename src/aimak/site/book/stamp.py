"""What the pages of a language are made from: if that is the same as last time, Sphinx need not even look."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from importlib.metadata import version
from pathlib import Path

import aimak
from aimak.data import package_path
from aimak.project import Project

_TOOLS = ("sphinx", "docutils", "jupyter-book", "myst-nb", "myst-parser", "sphinx-book-theme", "pydata-sphinx-theme")


def made_from(project: Project, conf: Path, language: str) -> str:
    """Stands for every file that has a part in the pages of ``language``, and for the tools.

    :param conf: the folder that holds Sphinx's configuration; it names the catalogs in use.
    """
    digest = hashlib.sha256(repr([(name, version(name)) for name in _TOOLS]).encode())
    for path in _files(project, conf, language):
        digest.update(f"{path.name}\n".encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def sources(*folders: Path) -> Iterator[Path]:
    """Every file below ``folders`` that is not made from another one, in the order of their names."""
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            if path.is_file() and path.suffix not in {".pyc", ".mo"}:
                yield path


def _files(project: Project, conf: Path, language: str) -> Iterable[Path]:
    from aimak.translation.review import REVIEWED  # which itself asks the book for its messages

    book = project.root / "book"
    yield conf / "conf.py"
    yield project.root / "_toc.yml"
    yield from (path for path in sources(book) if path.relative_to(book).parts[0] != "locale")
    yield from sources(project.notebooks, package_path(), Path(aimak.__file__).resolve().parent)
    # A page of every language counts what awaits a native editor.
    yield from sources(project.build / "locale" / language, book / "locale" / REVIEWED)
