"""A Sphinx extension: `aimak-actions UNIT` puts the unit's buttons into a chapter; `aimak-print-list` leaves room for
what was printed."""

from __future__ import annotations

from html import escape
from typing import Any, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from aimak.i18n import language, speaking
from aimak.i18n import translate as _
from aimak.lesson.before_after import TESTS


class Actions(SphinxDirective):
    """The buttons of a unit: open its exercise and lesson, read the lesson, download both.

    Options: `lesson` and `analyst` are `true` or `false`: whether the unit has a lesson (yes unless told) and an
    exercise for those who program (no unless told).
    """

    required_arguments = 1
    option_spec: ClassVar[dict[str, Any]] = {"lesson": directives.unchanged, "analyst": directives.unchanged}

    def run(self) -> list[nodes.Node]:
        """The buttons as raw HTML: MyST takes links out of the book's own tree for anchors."""
        up = "../" * self.env.docname.count("/")
        with speaking(self.env.config.language):
            html = actions_html(
                self.arguments[0],
                up,
                language(),
                lesson=self.options.get("lesson", "true") == "true",
                analyst=self.options.get("analyst", "false") == "true",
            )
        return [nodes.raw("", html, format="html")]


def app_address(up: str, code: str, notebook: str) -> str:
    """Where the exercise app opens ``notebook`` in the language ``code``; ``up`` leads to the root of the language."""
    return f"{up}../lite/notebooks/index.html?lang={code}&path={notebook}.ipynb"


def actions_html(unit: str, up: str, code: str, *, lesson: bool, analyst: bool) -> str:
    """The buttons of ``unit``, or of a test, in the language in force; they open notebooks in the language ``code``.

    :param up: from the page to the root of its language, such as ``../../``; the site's root is one above.
    """
    opens, downloads = _("Open the exercise"), _("Download the exercise")
    if unit in TESTS:
        opens, downloads = _("Open the test"), _("Download the test")
    links = [(app_address(up, code, unit), opens, "aimak-button", "")]
    if lesson:
        links.append((f"{up}notebooks/{unit}.html", _("Read the lesson"), "aimak-button aimak-second", ""))
        links.append(
            (
                app_address(up, code, f"lesson-{unit}"),
                _("Open the lesson as a notebook"),
                "aimak-button aimak-second",
                "",
            )
        )
    if analyst:
        links.append(
            (app_address(up, code, f"{unit}-analyst"), _("Open the analyst\u2019s exercise"), "aimak-link", "")
        )
    links.append((f"{up}../downloads/{code}/{unit}.ipynb", downloads, "aimak-link", " download"))
    if lesson:
        downloaded = f"{up}../downloads/{code}/lesson-{unit}.ipynb"
        links.append((downloaded, _("Download the lesson as a notebook"), "aimak-link", " download"))
    made = [
        f'<a class="{look}" href="{escape(address)}"{more}>{escape(text)}</a>' for address, text, look, more in links
    ]
    # `aimak site build` puts links there to what was printed of the unit, if anything was.
    return f'<p class="aimak-actions">{" ".join(made)} <!--aimak-print {unit}--></p>'


class PrintList(SphinxDirective):
    """Room for the list of everything that was printed, which `aimak site build` fills."""

    def run(self) -> list[nodes.Node]:
        """The room as a comment of the page."""
        return [nodes.raw("", "<!--aimak-print-list-->", format="html")]


def setup(app: Sphinx) -> dict[str, bool]:
    """What Sphinx calls."""
    app.add_directive("aimak-actions", Actions)
    app.add_directive("aimak-print-list", PrintList)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
