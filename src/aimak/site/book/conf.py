"""Sphinx's configuration for one language, from `_config.yml` and `_toc.yml`."""

from __future__ import annotations

import hashlib
import pprint
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from aimak.errors import UserError
from aimak.files import write_whole
from aimak.i18n import LANGUAGES
from aimak.i18n import translate as _
from aimak.i18n.catalogs import LOCALES
from aimak.project import Project
from aimak.site.book.catalogs import texts_of, write_catalogs
from aimak.site.book.frame import FRAME, frame_config, search_text
from aimak.site.book.outputs import KIT, catalog_digest, output_caches
from aimak.site.book.units import lessons_shown_in

#: Extensions of Jupyter Book that put a dead script or style on every page.
_DEAD = ("sphinx_thebe", "sphinx_comments")

#: Rooms whose texts stand in pages: quizzes, buttons, the glossary's table.
_SAY = ("course", "site", "translation")


def write_conf(
    project: Project, language: str = "en", languages: Sequence[str] = LANGUAGES, locales: Path | None = None
) -> Path:
    """Write Sphinx's conf.py for ``language``, and the catalogs that it names; returns the folder that holds it.

    :param languages: those of the whole site, which each page offers.
    :param locales: the catalogs to take; `book/locale` unless given.
    :raises UserError: if Jupyter Book does not accept the configuration.
    """
    locales = locales or project.root / "book" / "locale"
    config = _jupyter_book(project)
    config["language"] = language
    config["extensions"] = [one for one in config["extensions"] if one not in _DEAD]
    config["external_toc_path"] = str(project.root / "_toc.yml")
    config["html_static_path"] = [str(project.root / "book" / "assets")]
    config["html_favicon"] = str(project.root / config["html_favicon"])
    config |= frame_config(language, texts_of(locales / language / "LC_MESSAGES" / f"{FRAME}.po"))
    config["html_theme_options"] = {**config["html_theme_options"], "search_bar_text": search_text(language)}
    # Sphinx copies scripts and styles only when some page is written anew; a changed configuration makes it do that.
    config["html_context"] = {**config.get("html_context", {}), "made_from": _look_digest(project)}
    # One catalog for each page, named like the page.
    config["locale_dirs"] = [str(write_catalogs(project, language, locales))]
    config["gettext_compact"] = False
    config["aimak_texts"] = catalog_digest(LOCALES / language / "LC_MESSAGES" / f"{KIT}.po", _SAY)
    config["aimak_languages"] = list(languages)
    config["aimak_outputs"] = output_caches(project, lessons_shown_in(project, language), language)
    lines = [f"{key} = {pprint.pformat(value)}" for key, value in sorted(config.items())]
    folder = project.build / "conf" / language
    write_whole(folder / "conf.py", "# Made by `aimak site build` from _config.yml.\n" + "\n".join(lines) + "\n")
    return folder


def _jupyter_book(project: Project) -> dict[str, Any]:
    from jupyter_book.config import get_final_config

    try:
        config, _meta = get_final_config(
            user_yaml=project.root / "_config.yml", sourcedir=project.root, cli_config={"latex_individualpages": False}
        )
    except Exception as error:  # Jupyter Book raises whatever its YAML and schema readers raise
        what = _("{one} or {other}: {error}").format(one="_config.yml", other="_toc.yml", error=error)
        raise UserError(what, _("Mend the file that is named.")) from None
    return dict(config)


def _look_digest(project: Project) -> str:
    """Stands for everything that pages are made with beside their own text."""
    digest = hashlib.sha256()
    for folder in (project.root / "book" / "assets", Path(__file__).resolve().parents[1]):
        for path in sorted(one for one in folder.rglob("*") if one.is_file() and one.suffix != ".pyc"):
            digest.update(path.read_bytes())
    return digest.hexdigest()
