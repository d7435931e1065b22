"""The look of a feedback page. Stock nbgrader makes it; this names another template than its own, and the language.

nbgrader's template loads MathJax from another site and shows cells as a programmer sees them.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from nbconvert.exporters import HTMLExporter
from traitlets import List, Unicode

from aimak.i18n import is_language, language, speaking, translate
from aimak.i18n.numbers import number


class FeedbackExporter(HTMLExporter):
    """Notebook to feedback page. It asks nothing of any other site, and prints well."""

    # Without the `config` tag nbgrader's setting for all HTML exporters does not reach these two.
    template_name = Unicode("aimak_feedback")
    extra_template_basedirs = List(Unicode(), default_value=[str(Path(__file__).parent / "templates")])

    def from_notebook_node(self, nb: Any, resources: Any = None, **kw: Any) -> Any:
        """The page in the language that the checks spoke when it was graded, else in that of the command."""
        about = nb.metadata.get("aimak", {})
        graded = about.get("graded", {}) if isinstance(about, dict) else {}
        spoke = graded.get("language") if isinstance(graded, dict) else None
        with speaking(str(spoke) if is_language(spoke) else language()):
            return super().from_notebook_node(nb, resources, **kw)

    def _create_environment(self) -> Any:
        environment = super()._create_environment()  # type: ignore[no-untyped-call]
        environment.globals.update(_=translate, _lang=language, _number=lambda value: number(float(value or 0), 1))
        return environment
