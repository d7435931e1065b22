"""A Sphinx extension: search that finds whatever form or spelling of a word a reader types, the same in the index and
in the page.

Sphinx stems Russian, knows no Kyrgyz, and takes ө and о for different letters. Here every word is folded, brought to
one spelling and stemmed by the rules of its script and of the page's language.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sphinx.application import Sphinx

from aimak.site.search.languages import SEARCH_LANGUAGES, PageSearch

#: Shows the passage where a word was found, and marks the word on the page that a reader opens, whatever its form.
EXCERPTS = "aimak-excerpts.js"


def setup(app: Sphinx) -> dict[str, bool]:
    """What Sphinx calls."""
    for language in SEARCH_LANGUAGES:
        app.add_search_language(language)
    app.connect("config-inited", _add_script)
    app.add_js_file(EXCERPTS)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def _add_script(_app: Sphinx, config: Any) -> None:
    config.html_static_path.append(str(Path(__file__).parent / "static"))


__all__ = ["EXCERPTS", "SEARCH_LANGUAGES", "PageSearch", "setup"]
