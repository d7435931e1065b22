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
    tools = [(name, version(name)) for name in _TOOLS]
    digest = hashlib.sha256(f"{tools} {_awaiting(project)}".encode())
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
    book = project.root / "book"
    yield conf / "conf.py"
    yield project.root / "_toc.yml"
    yield from (path for path in sources(book) if path.relative_to(book).parts[0] not in {"locale", "slides"})
    yield from sources(project.notebooks, package_path(), Path(aimak.__file__).resolve().parent)
    yield from sources(project.build / "locale" / language)


def _awaiting(project: Project) -> list[tuple[str, int, int]]:
    """What a page of every language says of the catalogs of one: their texts, and those that await a native editor."""
    from aimak.translation.pofile import AWAITS  # that room asks the book for its messages
    from aimak.translation.review import REVIEWED

    folder = project.root / "book" / "locale" / REVIEWED
    texts = [(path.name, path.read_text(encoding="utf-8")) for path in sorted(folder.rglob("*.po"))]
    return [(name, text.count("\nmsgid "), text.count(AWAITS)) for name, text in texts]
