"""Write every page anew when the contents beside it changed: Sphinx itself looks at a page's own text only."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sphinx import addnodes
from sphinx.application import Sphinx


def pages_with_old_navigation(_app: Sphinx, env: Any) -> Iterable[str]:
    """All pages if a title, a caption or the order of pages is another than in the last build; else none."""
    titles = sorted((page, title.astext()) for page, title in env.titles.items())
    captions = [
        (page, contents.get("caption"), contents["includefiles"])
        for page, toc in sorted(env.tocs.items())
        for contents in toc.findall(addnodes.toctree)
    ]
    now = repr((titles, captions))
    before, env.aimak_navigation = getattr(env, "aimak_navigation", None), now
    return list(env.found_docs) if before not in (None, now) else []
