"""A Sphinx extension: what a trainer and an official look up. `aimak-law` shows the legal acts, `aimak-data` the tables
of the data package, `aimak-templates` the papers to download; a page with a box above a table gets its script.
"""

from __future__ import annotations

from sphinx.application import Sphinx

from aimak.site.filter import load_filter
from aimak.site.library.data import Data
from aimak.site.library.law import Law
from aimak.site.library.templates import Templates


def setup(app: Sphinx) -> dict[str, bool]:
    """What Sphinx calls."""
    app.add_directive("aimak-law", Law)
    app.add_directive("aimak-data", Data)
    app.add_directive("aimak-templates", Templates)
    app.connect("html-page-context", load_filter)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
