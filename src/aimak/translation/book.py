"""Texts of the book and of the exercises' Markdown, one catalog for each page."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import jupytext
from babel.messages.pofile import read_po
from markdown_it import MarkdownIt

from aimak.course.source import exercise_names
from aimak.errors import UserError
from aimak.project import Project
from aimak.site.build import write_conf
from aimak.translation.message import Message


def book_messages(project: Project) -> Iterator[tuple[str, Message]]:
    """Each text of the book with the name of its page, such as ``book/intro``.

    :raises UserError: if Sphinx cannot read the book.
    """
    folder = project.build / "gettext"
    _extract_book(project, folder)
    for path in sorted(folder.rglob("*.pot")):
        name = path.relative_to(folder).with_suffix("").as_posix()
        with path.open("rb") as file:
            for found in read_po(file):
                if found.id and (project.root / f"{name}.md").is_file():
                    yield name, Message((str(found.id),), (f"{name}.md",))


def _extract_book(project: Project, folder: Path) -> None:
    conf = write_conf(project)
    command = [sys.executable, "-m", "sphinx", "-b", "gettext", "-q", "-c", str(conf)]
    command += ["-d", str(project.build / "doctrees" / "gettext"), "-D", "nb_execution_mode=off"]
    command += ["-D", "gettext_compact=0", "-D", "gettext_uuid=0", str(project.root), str(folder)]
    env = {**os.environ, "PYTHONWARNINGS": "ignore", "AIMAK_LANG": "en"}
    done = subprocess.run(command, cwd=project.root, env=env, capture_output=True, text=True, check=False)
    if done.returncode:
        raise UserError(f"The book cannot be read: {done.stderr.strip().splitlines()[-1]}", "Mend it and run again.")


def exercise_messages(project: Project) -> Iterator[tuple[str, Message]]:
    """Each text of the exercises' Markdown cells with the name of its catalog, such as ``exercises/budget``."""
    for name in exercise_names(project):
        place = f"exercises/{name}.md"
        for text in _blocks(project.root / place):
            yield f"exercises/{name}", Message((text,), (place,))


def _blocks(path: Path) -> Iterator[str]:
    reader = MarkdownIt("commonmark").enable("table")
    for cell in jupytext.read(path, fmt="md:myst").cells:
        if cell.cell_type == "markdown":
            for token in reader.parse(cell.source):
                if token.type == "inline" and token.content.strip():
                    yield re.sub(r"\s*\n\s*", " ", token.content).strip()
