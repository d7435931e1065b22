"""Sphinx's configuration for one language, from `_config.yml` and `_toc.yml`."""

from __future__ import annotations

import hashlib
import pprint
from pathlib import Path

from aimak.errors import UserError
from aimak.files import write_whole
from aimak.project import Project
from aimak.site.book.outputs import lesson_cache

#: Extensions of Jupyter Book that put a dead script or style on every page.
_DEAD = ("sphinx_thebe", "sphinx_comments")


def write_conf(project: Project, language: str = "en") -> Path:
    """Write Sphinx's conf.py for ``language``; returns the folder that holds it.

    :raises UserError: if Jupyter Book does not accept the configuration.
    """
    from jupyter_book.config import get_final_config

    folder = project.build / "conf" / language
    try:
        config, _meta = get_final_config(
            user_yaml=project.root / "_config.yml", sourcedir=project.root, cli_config={"latex_individualpages": False}
        )
    except Exception as error:  # Jupyter Book raises whatever its YAML and schema readers raise
        raise UserError(f"_config.yml or _toc.yml: {error}", "Mend the file that is named.") from None
    config["language"] = language
    config["extensions"] = [one for one in config["extensions"] if one not in _DEAD]
    config["external_toc_path"] = str(project.root / "_toc.yml")
    config["html_static_path"] = [str(project.root / "book" / "assets")]
    config["html_favicon"] = str(project.root / config["html_favicon"])
    config["nb_execution_cache_path"] = str(lesson_cache(project))
    # Sphinx copies scripts and styles only when some page is written anew; a changed configuration makes it do that.
    config["html_context"] = {**config.get("html_context", {}), "made_from": _look_digest(project)}
    # One catalog for each page, named like the page; their order and content follow from the page alone.
    config["locale_dirs"] = [str(project.root / "book" / "locale")]
    config["gettext_compact"] = False
    lines = [f"{key} = {pprint.pformat(value)}" for key, value in sorted(config.items())]
    write_whole(folder / "conf.py", "# Made by `aimak site build` from _config.yml.\n" + "\n".join(lines) + "\n")
    return folder


def _look_digest(project: Project) -> str:
    """Stands for everything that pages are made with beside their own text."""
    digest = hashlib.sha256()
    for folder in (project.root / "book" / "assets", Path(__file__).resolve().parents[1]):
        for path in sorted(one for one in folder.rglob("*") if one.is_file() and one.suffix != ".pyc"):
            digest.update(path.read_bytes())
    return digest.hexdigest()
