"""A Sphinx extension for the front page: a picture that opens an exercise, and the reader's progress.

Progress is kept by the browser alone, under keys that know no language. What a page holds of it are the words that its
script `aimak-progress.js` says, and on the front page an empty place; without the script nothing is missing.
"""

from __future__ import annotations

import json
from html import escape
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from aimak.i18n import language, speaking
from aimak.i18n import translate as _
from aimak.site.directives import app_address


def progress_texts() -> dict[str, str]:
    """What the script of the progress says; it has no words of its own."""
    return {
        "chapter": _("Chapter"),
        "quiz": _("Questions"),
        "lesson": _("Lesson"),
        "exercise": _("Exercise"),
        "done": _("done"),
        "begun": _("begun"),
        "open": _("not yet"),
        "count": _("Units done: {done} of {all}."),
        # Translators: {unit} is the title of a unit, such as “Drinking water”.
        "next_chapter": _("Next: the chapter “{unit}”"),
        "next_quiz": _("Next: the questions at the end of “{unit}”"),
        "next_lesson": _("Next: the lesson “{unit}”"),
        "next_exercise": _("Next: the exercise “{unit}”"),
        "all_done": _("You have done all units."),
        "forget": _("Forget my progress"),
        "forgotten": _("Your progress is forgotten. Your answers in the exercises are still there."),
        "undo": _("Bring my progress back"),
        "kept": _("This is kept on this device only. Nobody else sees it."),
    }


class Open(SphinxDirective):
    """What stands in it opens the exercise of a unit: MyST takes a link out of the book's own tree for an anchor."""

    required_arguments = 1
    has_content = True

    def run(self) -> list[nodes.Node]:
        """The content between the two ends of a link."""
        up = "../" * self.env.docname.count("/")
        with speaking(self.env.config.language):
            address = escape(app_address(up, language(), self.arguments[0]))
        inside = self.parse_content_to_nodes()
        start = nodes.raw("", f'<a class="aimak-open" href="{address}">', format="html")
        return [start, *inside, nodes.raw("", "</a>", format="html")]


class Progress(SphinxDirective):
    """The place for the reader's progress; it stays hidden until something is done."""

    def run(self) -> list[nodes.Node]:
        """An empty place, said aloud when it changes."""
        with speaking(self.env.config.language):
            name = escape(_("Your progress"))
        return [nodes.raw("", f'<section class="aimak-progress" aria-label="{name}" hidden></section>', format="html")]


def say_progress(app: Sphinx, _page: str, _template: str, context: dict[str, Any], _doctree: Any) -> None:
    """Give each page the words of the script: marks stand beside the contents of every page."""
    with speaking(app.config.language):
        texts = json.dumps(progress_texts(), ensure_ascii=False).replace("<", "\\u003c")
    words = f'<script type="application/json" id="aimak-progress-texts">{texts}</script>'
    context["metatags"] = "\n".join([context.get("metatags", ""), words])


def setup(app: Sphinx) -> dict[str, bool]:
    """What Sphinx calls."""
    app.add_directive("aimak-open", Open)
    app.add_directive("aimak-progress", Progress)
    app.connect("html-page-context", say_progress)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
