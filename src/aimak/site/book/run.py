"""Run Sphinx: the pages of one language, or the messages for translators."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from aimak.errors import UserError
from aimak.files import write_whole
from aimak.i18n import LANGUAGES, plural
from aimak.i18n import translate as _
from aimak.i18n.pseudo import PSEUDO
from aimak.project import Project
from aimak.site.book.catalogs import write_pseudo_catalogs
from aimak.site.book.conf import write_conf
from aimak.site.book.frame import FRAME, write_frame_template
from aimak.site.book.stamp import made_from


def build_book(project: Project, language: str, html: Path, languages: Sequence[str] = LANGUAGES) -> None:
    """Build the pages of ``language`` into the folder ``html``; pages that would not change are left alone.

    The pseudo-language needs no catalogs: they are made from what translators would be given.

    :param languages: those of the whole site, which each page offers.
    :raises UserError: if the book has a warning, with the first one.
    """
    locales = None
    if language == PSEUDO:
        templates, locales = project.build / "pseudo" / "templates", project.build / "pseudo" / "locale"
        extract_book(project, templates)
        write_pseudo_catalogs(templates, locales, language)
    conf = write_conf(project, language, languages, locales)
    trees = project.build / "doctrees" / language
    stamp, now = html / ".made-from", made_from(project, conf, language)
    if not stamp.is_file() or stamp.read_text(encoding="utf-8") != now:
        stamp.unlink(missing_ok=True)
        _sphinx(project, "html", conf, trees, html, language)
        write_whole(stamp, now)


def draft_book(project: Project, language: str, html: Path) -> None:
    """Build the pages of ``language`` without running any lesson: quick, for an author who looks at what is printed.

    :raises UserError: if the book has a warning, with the first one.
    """
    conf = write_conf(project, language)
    trees = project.build / "doctrees" / f"draft-{language}"
    _sphinx(project, "html", conf, trees, html, language, "-D", "nb_execution_mode=off")


def extract_book(project: Project, folder: Path) -> None:
    """Write what a translator translates to ``folder``: `book/intro.pot` for the page `book/intro`, and `sphinx.pot`
    for what stands around each page.

    No lesson runs: what it shows comes from other catalogs.

    :raises UserError: if the book has a warning, with the first one.
    """
    shutil.rmtree(folder, ignore_errors=True)  # a page that is gone leaves no messages behind
    trees = project.build / "doctrees" / "gettext"
    _sphinx(project, "gettext", write_conf(project), trees, folder, "en", "-D", "nb_execution_mode=off")
    write_frame_template(folder / f"{FRAME}.pot")


def _sphinx(project: Project, builder: str, conf: Path, trees: Path, target: Path, language: str, *more: str) -> None:
    command = [sys.executable, "-m", "sphinx", "-b", builder, "-W", "--keep-going", "-n", "-q", "-c", str(conf)]
    command += ["-d", str(trees), *more, str(project.root), str(target)]
    env = {**os.environ, "PYTHONWARNINGS": "ignore", "AIMAK_LANG": language}
    done = subprocess.run(command, cwd=project.root, env=env, capture_output=True, text=True, check=False)
    if done.returncode:
        said = (done.stdout + done.stderr).splitlines()
        lines = [line for line in said if re.search(r"\b(WARNING|ERROR|CRITICAL): ", line)]
        first = lines[0] if lines else (done.stderr.strip().splitlines() or [_("no reason given")])[-1]
        what = plural(
            "The book has {count} warning; the first: {first}",
            "The book has {count} warnings; the first: {first}",
            max(1, len(lines)),
        )
        raise UserError(what.format(count=max(1, len(lines)), first=first), _("Mend it and build again."))
