"""`aimak-law`: the legal acts of the course as a table that can be searched."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from urllib.parse import urlsplit

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from aimak.course.units import UNITS, unit_title
from aimak.i18n import speaking
from aimak.i18n import translate as _
from aimak.project import find_project
from aimak.site.filter import filter_box
from aimak.site.library.acts import Act, acts_path, read_acts
from aimak.site.library.pages import NO_LANGUAGE, note_texts, page_link
from aimak.site.library.words import AWAITS, CERTAIN, day, kind_label, read_label, status_label
from aimak.site.tables import cell, here, table


class Law(SphinxDirective):
    """All acts in the order of the file, with a box that finds one by number or word."""

    def run(self) -> list[nodes.Node]:
        """The box and the table."""
        project = find_project(Path(self.env.srcdir))
        self.env.note_dependency(str(acts_path(project)))
        note_texts(self.env)
        with speaking(self.env.config.language):
            box = filter_box(_("Find an act"), _("A number (67 or № 67), a word, or several words."))
            return [box, acts_table(read_acts(project), self.env.docname, self.env.found_docs)]


def acts_table(acts: Iterable[Act], page: str, pages: Sequence[str] | set[str]) -> nodes.table:
    """The acts as a table in the language in force.

    :param page: the page that shows it.
    :param pages: those that may be linked to.
    """
    heads = (_("Act"), _("Status"), _("What it settles"), _("Source of the row"))
    listed = list(acts)
    rows = [
        (
            cell("", *_name(act), _cited(act)),
            cell(heads[1], status_label(act.status), _mark(act)),
            cell(heads[2], _(act.settles), *([_(act.note)] if act.note else []), *_units(act, page, pages)),
            cell(heads[3], _source(act), _("As of {month}").format(month=day(act.as_of))),
        )
        for act in listed
    ]
    made = table(_("Legal acts of the course"), [(head, "") for head in heads], rows, (28, 20, 34, 18))
    made["classes"] += ["aimak-cards", "aimak-filtered"]
    for act, row in zip(listed, next(iter(made.findall(nodes.tbody))), strict=True):
        row["ids"].append(act.key)
    return made


def _name(act: Act) -> list[nodes.Node]:
    """The name in the reader's language; below it the Russian one, by which the official text is found."""
    code = here()
    sign = f"\u00a0{CERTAIN if act.is_name_confirmed else AWAITS}" if code == "ky" else ""
    lines: list[nodes.Node] = [nodes.strong("", f"{act.names[code]}{sign}", classes=[f"language-{code}"])]
    if code != "ru":
        lines.append(nodes.inline("", act.names["ru"], classes=["aimak-second-name", "language-ru"]))
    return lines


def _cited(act: Act) -> nodes.inline:
    made = nodes.inline("", f"{kind_label(act.kind)}, ")
    if act.number:
        made += nodes.inline("", f"№\u00a0{act.number}", classes=["aimak-number", NO_LANGUAGE])
        made += nodes.Text(", ")
    made += nodes.Text(day(act.date))
    return made


def _mark(act: Act) -> str:
    return f"{CERTAIN if act.read == 'read' else AWAITS} {read_label(act.read)}"


def _units(act: Act, page: str, pages: Sequence[str] | set[str]) -> list[nodes.Node]:
    """Links to the chapters that name the act, in the order of the course."""
    used = [unit.name for unit in UNITS if unit.name in act.units]
    if not used:
        return []
    made = nodes.inline("", _("Used in:") + " ", classes=["aimak-used"])
    for place, unit in enumerate(used):
        made += nodes.Text(", " if place else "")
        made += page_link(f"book/chapters/{unit}", unit_title(unit), page, pages)
    return [made]


def _source(act: Act) -> nodes.Node:
    if not act.source.startswith(("http:", "https:")):
        return nodes.inline("", act.source, classes=[NO_LANGUAGE])
    host = (urlsplit(act.source).hostname or act.source).removeprefix("www.")
    return nodes.reference("", host, refuri=act.source, internal=False, classes=[NO_LANGUAGE])
