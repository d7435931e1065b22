"""Run Sphinx: the pages of one language, or the messages for translators."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

from aimak.errors import UserError
from aimak.project import Project
from aimak.site.book.conf import write_conf


def build_book(project: Project, language: str, html: Path) -> None:
    """Build the pages of ``language`` into the folder ``html``; pages that would not change are left alone.

    :raises UserError: if the book has a warning, with the first one.
    """
    _sphinx(project, "html", language, html)


def extract_book(project: Project, folder: Path) -> None:
    """Write what a translator translates of each page to ``folder``: `book/intro.pot` for `book/intro`.

    No lesson runs: what it shows comes from other catalogs.

    :raises UserError: if the book has a warning, with the first one.
    """
    shutil.rmtree(folder, ignore_errors=True)  # a page that is gone leaves no messages behind
    _sphinx(project, "gettext", "en", folder, "-D", "nb_execution_mode=off")


def _sphinx(project: Project, builder: str, language: str, target: Path, *more: str) -> None:
    conf = write_conf(project, language)
    trees = project.build / "doctrees" / (language if builder == "html" else builder)
    command = [sys.executable, "-m", "sphinx", "-b", builder, "-W", "--keep-going", "-n", "-q", "-c", str(conf)]
    command += ["-d", str(trees), *more, str(project.root), str(target)]
    env = {**os.environ, "PYTHONWARNINGS": "ignore", "AIMAK_LANG": language}
    done = subprocess.run(command, cwd=project.root, env=env, capture_output=True, text=True, check=False)
    if done.returncode:
        said = (done.stdout + done.stderr).splitlines()
        lines = [line for line in said if re.search(r"\b(WARNING|ERROR|CRITICAL): ", line)]
        first = lines[0] if lines else (done.stderr.strip().splitlines() or ["no reason given"])[-1]
        raise UserError(f"The book has {max(1, len(lines))} warnings; the first: {first}", "Mend it and build again.")
