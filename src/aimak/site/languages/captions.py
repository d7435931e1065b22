"""The captions of `_toc.yml` in the reader's language: they reach a page after Sphinx has translated it."""

from __future__ import annotations

from typing import Any

from sphinx import addnodes
from sphinx.locale import init as read_catalog
from sphinx.transforms import SphinxTransform
from sphinx.util.i18n import docname_to_domain


class TranslateCaptions(SphinxTransform):
    """Translate the captions of the contents that a page holds, from that page's own catalog."""

    default_priority = 101  # right behind the extension that makes the contents from `_toc.yml`

    def apply(self, **_kwargs: Any) -> None:
        """Change the document in place."""
        domain = docname_to_domain(self.env.docname, self.config.gettext_compact)
        catalog, found = read_catalog(self.config.locale_dirs, self.config.language, domain)
        if not found:
            return
        for contents in self.document.findall(addnodes.toctree):
            contents.preserve_original_messages()
            for text in filter(None, contents.extract_original_messages()):  # for "" a catalog gives its head
                contents.apply_translated_message(text, catalog.gettext(text))
