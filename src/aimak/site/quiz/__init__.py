"""Quizzes in the page: a Sphinx extension with one directive, `{quiz}`.

`_config.yml` names this module, so `aimak site build` and plain `jupyter-book build .` both have it. The chapter holds
the text, gettext takes it out piece by piece, and the page answers by itself: no kernel, nothing sent.
The device keeps that all questions of a chapter were answered, and nothing of the answers.
"""

from __future__ import annotations

from typing import Any

from sphinx.application import Sphinx

from aimak.i18n import LANGUAGES, use_language
from aimak.site.quiz.directive import QuizDirective
from aimak.site.quiz.nodes import AnswersForThePage, Quiz
from aimak.site.quiz.page import HTML, LATEX

#: What a page with a quiz loads from the site's own static folder; other pages do without.
SCRIPT, STYLE = "aimak-quiz.js", "aimak-quiz.css"


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the directive, its nodes and what pages with a quiz load."""
    for node, visits in HTML.items():
        app.add_node(node, html=visits, latex=LATEX)
    app.add_directive("quiz", QuizDirective)
    app.add_post_transform(AnswersForThePage)
    app.connect("builder-inited", _speak)
    app.connect("html-page-context", _load)
    return {"version": "1", "env_version": 1, "parallel_read_safe": True, "parallel_write_safe": True}


def _speak(app: Sphinx) -> None:
    """Our own words on the page are in the language of the book."""
    if app.config.language in LANGUAGES:
        use_language(app.config.language)


def _load(app: Sphinx, _page: str, _template: str, _context: dict[str, Any], doctree: Any) -> None:
    if doctree is not None and next(iter(doctree.findall(Quiz)), None) is not None:
        app.add_js_file(SCRIPT, loading_method="defer")
        app.add_css_file(STYLE)
