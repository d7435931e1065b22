"""A Sphinx extension: `aimak-glossary` shows the glossary, `aimak-awaiting` what awaits a native editor.

The nodes have no source, so that Sphinx leaves them out of the catalogs: words of the glossary are data, and the rest
comes from the kit's catalog.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from aimak.course.units import UNITS
from aimak.i18n import LANGUAGES, speaking
from aimak.i18n import translate as _
from aimak.i18n.numbers import number
from aimak.i18n.order import sort_key
from aimak.project import Project, find_project
from aimak.site.book.frame import FRAME
from aimak.site.filter import filter_box
from aimak.site.library.pages import DOMAIN
from aimak.site.tables import here, table
from aimak.translation.extract import catalog_names
from aimak.translation.glossary import Term, glossary_path, read_glossary
from aimak.translation.message import KIT, catalog_path
from aimak.translation.review import REVIEWED, awaiting_terms, awaiting_texts

_CONFIRMED, _AWAITS = "✔", "◌"


class Glossary(SphinxDirective):
    """The whole glossary, the reader's language first, in the reader's alphabetical order."""

    def run(self) -> list[nodes.Node]:
        """One table."""
        project = find_project(Path(self.env.srcdir))
        self.env.note_dependency(str(glossary_path(project)))
        with speaking(self.env.config.language):
            box = filter_box(_("Find a word"), _("In any of the three languages, also without ң, ө and ү."))
            terms = terms_table(read_glossary(project), _("Terms of the course"))
            terms["classes"].append("aimak-filtered")
            return [box, terms]


class Awaiting(SphinxDirective):
    """What awaits a native editor: `texts` counts by page, `terms` lists words of the glossary."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """One table, or a sentence where nothing awaits."""
        asked = directives.choice(self.arguments[0], ("texts", "terms"))
        project = find_project(Path(self.env.srcdir))
        self.env.note_dependency(str(glossary_path(project)))
        for name in catalog_names(project, REVIEWED):
            self.env.note_dependency(str(catalog_path(project, REVIEWED, name)))
        with speaking(self.env.config.language):
            if asked == "terms":
                terms = awaiting_terms(project)
                return [terms_table(terms, _("Terms that await a native editor")) if terms else _nothing()]
            return [self._texts(project)]

    def _texts(self, project: Project) -> nodes.Node:
        found = awaiting_texts(project)
        if not found:
            return _nothing()
        head = [(_("Page"), ""), (_("Texts that await"), ""), (_("All texts"), "")]
        rows = [
            [self._page(one.catalog), nodes.Text(number(one.awaiting)), nodes.Text(number(one.texts))] for one in found
        ]
        return table(_("Texts that await a native editor"), head, rows, (60, 20, 20))

    def _page(self, catalog: str) -> nodes.Node:
        """A link with the page's own title; a sentence for what is no page."""
        if catalog in self.env.found_docs:
            about = {"refdomain": "std", "reftype": "doc", "refexplicit": False, "refwarn": True}
            link = addnodes.pending_xref("", reftarget=f"/{catalog}", refdoc=self.env.docname, **about)
            link += nodes.inline("", catalog, classes=["std", "std-doc"])
            return link
        name = catalog.rpartition("/")[2]
        if catalog.startswith("book/slides/"):
            text = _("Slides “{name}”: their text").format(name=name)
        elif "/" in catalog:
            text = _("Exercise “{name}”: its text").format(name=name)
        elif catalog in {unit.name for unit in UNITS}:
            text = _("Unit “{name}”: forms, checks and hints").format(name=name)
        elif catalog == FRAME:
            text = _("What stands around every page")
        elif catalog == KIT:
            text = _("Buttons, messages and reports of the programs")
        elif catalog == DOMAIN:
            text = _("Library: legal acts, templates, tables of data")
        else:
            text = _("Words of the command line")
        return nodes.Text(text)


def terms_table(terms: Iterable[Term], title: str) -> nodes.table:
    """Terms as a table in the language in force, which comes first and gives the order."""
    first = here()
    codes = [first, *(code for code in LANGUAGES if code != first)]
    names = {"en": _("English"), "ru": _("Russian"), "ky": _("Kyrgyz")}
    rows = []
    for term in sorted(terms, key=lambda term: sort_key(term.words[first], first)):
        sign = _CONFIRMED if term.is_confirmed else _AWAITS
        rows.append(
            [nodes.Text(f"{term.words[code]}\u00a0{sign}" if code == "ky" else term.words[code]) for code in codes]
        )
    heads = [(names[code][:1].upper() + names[code][1:], code) for code in codes]
    made = table(title, heads, rows, (34, 33, 33))
    made["classes"].append("aimak-terms")  # a phone has no room for three columns: there a term's words stand as a list
    return made


def _nothing() -> nodes.Node:
    return nodes.paragraph("", _("Nothing: native editors have looked at everything."))


def setup(app: Sphinx) -> dict[str, Any]:
    """What Sphinx calls."""
    app.add_directive("aimak-glossary", Glossary)
    app.add_directive("aimak-awaiting", Awaiting)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
