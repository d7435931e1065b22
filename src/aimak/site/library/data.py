"""`aimak-data`: the catalogue of the data package, made from its description so that it cannot fall behind."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from aimak.course.units import UNITS, unit_title
from aimak.i18n import speaking
from aimak.i18n import translate as _
from aimak.i18n.numbers import number
from aimak.project import find_project
from aimak.site.filter import filter_box
from aimak.site.library.catalogue import Catalogue, DataTable, read_catalogue
from aimak.site.library.pages import file_link, note_texts, page_link
from aimak.site.tables import cell, here, table


class Data(SphinxDirective):
    """All tables, the licence below them, and a box that finds one."""

    def run(self) -> list[nodes.Node]:
        """The box, the table, the licence."""
        folder = find_project(Path(self.env.srcdir)).datasets
        for path in sorted(folder.glob("*.*")):
            self.env.note_dependency(str(path))
        note_texts(self.env)
        catalogue = read_catalogue(folder)
        with speaking(self.env.config.language):
            box = filter_box(_("Find a table"), _("For example a unit of the course, a service, or a year."))
            return [box, tables_table(catalogue, self.env.docname, self.env.found_docs), _licence(catalogue)]


def tables_table(catalogue: Catalogue, page: str, pages: Collection[str]) -> nodes.table:
    """The tables as a table in the language in force.

    :param page: the page that shows it.
    :param pages: those that may be linked to.
    """
    heads = (_("Table"), _("Where the figures come from"), _("What it counts"), _("File"))
    rows = [
        (
            cell("", nodes.strong("", _(one.title)), *([_(one.description)] if one.description else [])),
            cell(heads[1], origin_label(one.origin), _units(one, page, pages)),
            cell(heads[2], *_size(one)),
            cell(heads[3], file_link(page, f"{here()}/data/{one.name}.csv")),
        )
        for one in catalogue.tables
    ]
    made = table(_("Tables of the course"), [(head, "") for head in heads], rows, (34, 22, 22, 22))
    made["classes"] += ["aimak-cards", "aimak-filtered"]
    return made


def origin_label(origin: str) -> str:
    """Where the figures of a table come from."""
    return {
        "invented": _("Invented for training"),
        "published": _("Published, with sources"),
        "both": _("Published where a source is named, else for training"),
        "list": _("A list of the course"),
    }[origin]


def measure_label(measure: str) -> str:
    """What is counted."""
    return {
        "thousand_som": _("thousand som"),
        "som": _("som"),
        "people": _("people"),
        "households": _("households"),
        "cubic_metres": _("cubic metres"),
        "litres": _("litres"),
        "kilometres": _("kilometres"),
        "tonnes": _("tonnes"),
        "shares": _("shares and points"),
    }[measure]


def _units(one: DataTable, page: str, pages: Collection[str]) -> nodes.Node:
    if len(one.units) == len(UNITS):
        return nodes.inline("", _("Used in all units"))
    made = nodes.inline("", _("Used in:") + " ")
    for place, unit in enumerate(one.units):
        made += nodes.Text(", " if place else "")
        made += page_link(f"book/chapters/{unit}", unit_title(unit), page, pages)
    return made


def _size(one: DataTable) -> list[str]:
    lines = [_("Rows: {count}").format(count=number(one.rows))]
    if one.years:
        first, last = one.years
        # Translators: years of a table, such as 2023 to 2025
        lines.append(str(first) if first == last else _("{first} to {last}").format(first=first, last=last))
    if one.measures:
        lines.append(", ".join(measure_label(key) for key in one.measures))
    return lines


def _licence(catalogue: Catalogue) -> nodes.container:
    link = nodes.reference("", catalogue.licence, refuri=catalogue.licence_address, classes=["language-en"])
    # Sphinx gives a paragraph that stands alone a source, and would ask translators for it.
    return nodes.container(
        "", nodes.paragraph("", "", nodes.Text(_("Licence of all tables:") + " "), link, translatable=False)
    )
