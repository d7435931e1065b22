"""What the pages of the library share: links to other pages, and the catalog that they follow from."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from docutils import nodes
from sphinx import addnodes

from aimak.i18n.catalogs import LOCALES

#: The catalog of the library: names and columns of tables, texts of templates.
DOMAIN = "library"
#: Marks what is in no language, such as the name of a file or of a site.
NO_LANGUAGE = "language-zxx"


def page_link(target: str, text: str, page: str, pages: Collection[str]) -> nodes.Node:
    """A link to another page of the book; plain text where there is no such page."""
    if target not in pages:
        return nodes.Text(text)
    about = {"refdomain": "std", "reftype": "doc", "refexplicit": True, "refwarn": True}
    link = addnodes.pending_xref("", reftarget=f"/{target}", refdoc=page, **about)
    link += nodes.inline("", text, classes=["std", "std-doc"])
    return link


def file_link(page: str, path: str, text: str = "") -> nodes.raw:
    """A link to a file that the site offers below `downloads/`. MyST and Sphinx take such a link for an anchor.

    :param page: the page that has it.
    :param path: such as ``ru/templates/minutes.docx``.
    :param text: the name of the file unless given.
    """
    from html import escape

    up = "../" * (page.count("/") + 1)
    said = escape(text) if text else f'<span lang="zxx">{escape(path.rpartition("/")[2])}</span>'
    return nodes.raw("", f'<a href="{up}downloads/{escape(path)}" download>{said}</a>', format="html")


def note_texts(env: Any) -> None:
    """Have the page that is read made anew when the library's translations change."""
    path = LOCALES / env.config.language / "LC_MESSAGES" / f"{DOMAIN}.po"
    if path.is_file():
        env.note_dependency(str(path))
