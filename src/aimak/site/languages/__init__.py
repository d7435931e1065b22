"""A Sphinx extension for a book in several languages: what Sphinx and the theme leave untranslated, the links from each
page to the same page in another language, and pages whose unit is still English.

`aimak site build` sets its values in the configuration; without them a book in English is built as before.
"""

from __future__ import annotations

from typing import Any

from sphinx.application import Sphinx

from aimak.site.languages.captions import TranslateCaptions
from aimak.site.languages.footnotes import keep_footnotes
from aimak.site.languages.frame import adopt_catalogs, offer_languages, say_copy
from aimak.site.languages.navigation import pages_with_old_navigation
from aimak.site.languages.outputs import lessons_with_old_outputs, speak_while_reading, speak_while_writing
from aimak.site.languages.shown import say_shown_in


def setup(app: Sphinx) -> dict[str, Any]:
    """What Sphinx calls."""
    # The languages of the site, what stands for our own texts in pages, and the folder that keeps the outputs of each
    # unit's lesson.
    app.add_config_value("aimak_languages", [], "env", list)
    app.add_config_value("aimak_texts", "", "env", str)
    app.add_config_value("aimak_outputs", {}, "", dict)
    # Early: other extensions take texts when they hear of the configuration.
    app.connect("config-inited", adopt_catalogs, priority=1)
    app.add_transform(TranslateCaptions)
    keep_footnotes()
    app.connect("env-get-outdated", lessons_with_old_outputs)
    app.connect("source-read", speak_while_reading)
    app.connect("env-updated", pages_with_old_navigation)
    app.connect("doctree-resolved", speak_while_writing)
    app.connect("html-page-context", offer_languages)
    app.connect("html-page-context", say_shown_in)
    app.connect("build-finished", say_copy)
    return {"version": "1", "env_version": 1, "parallel_read_safe": False, "parallel_write_safe": True}
