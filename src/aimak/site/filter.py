"""A box above a table that keeps only the rows in which all typed words stand, in whatever form and spelling.

Without a script there is no box and the table is whole. Words are compared by the stems of the site's search.
"""

from __future__ import annotations

import json
from html import escape
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx

from aimak.i18n import translate as _

#: What a page with a box loads; the theme has brought the stems of the search along (`language_data.js`).
SCRIPT = "aimak-filter.js"
BOX = "aimak-filter"
#: By which a page with a box is known.
_HAS_BOX = f"{BOX}-place"


def filter_box(label: str, hint: str = "") -> nodes.raw:
    """The place of a box for the table that follows.

    :param label: what is typed here, such as “Find an act”.
    :param hint: an example, shown below the box.
    """
    # Translators: {shown} and {all} are numbers of rows of a table.
    texts = {"count": _("Shown: {shown} of {all}"), "none": _("Nothing found. Try fewer words or fewer letters.")}
    said = {"label": label, "hint": hint, **texts}
    data = escape(json.dumps(said, ensure_ascii=False, sort_keys=True))
    return nodes.raw("", f'<div class="{BOX}" data-texts="{data}"></div>', format="html", classes=[_HAS_BOX])


def load_filter(app: Sphinx, _page: str, _template: str, _context: dict[str, Any], doctree: Any) -> None:
    """Give the scripts to a page that has a box; other pages do without."""
    if doctree is not None and any(_HAS_BOX in one["classes"] for one in doctree.findall(nodes.raw)):
        app.add_js_file(SCRIPT, loading_method="defer")
