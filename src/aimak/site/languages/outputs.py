"""Lessons run in the language of their page, and their outputs are kept by language."""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import Any

from sphinx.application import Sphinx

from aimak.i18n import use_language
from aimak.site.book.units import is_lesson, shown_in, unit_of


def lessons_with_old_outputs(app: Sphinx, env: Any, *_changes: Any) -> Iterable[str]:
    """The lessons whose code, data or texts changed since they were read."""
    before = getattr(env, "aimak_outputs", {})
    lessons = [page for page in env.found_docs if is_lesson(page)]
    return [page for page in lessons if before.get(page) != app.config.aimak_outputs.get(unit_of(page))]


def speak_while_reading(app: Sphinx, page: str, _source: list[str]) -> None:
    """Before a page is read: its language for our own words, and for the kernel that runs its cells."""
    language = shown_in(page, app.config.language)
    use_language(language)
    os.environ["AIMAK_LANG"] = language
    folder = app.config.aimak_outputs.get(unit_of(page))
    if is_lesson(page) and folder:
        env: Any = app.env
        env.mystnb_config = env.mystnb_config.copy(
            execution_cache_path=folder,
            output_folder=str(app.doctreedir / "outputs"),  # beside the pages it would be one for all languages
        )
        env.aimak_outputs = {**getattr(env, "aimak_outputs", {}), page: folder}


def speak_while_writing(app: Sphinx, _doctree: Any, page: str) -> None:
    """Before a page is written: its language for our own words."""
    use_language(shown_in(page, app.config.language))
