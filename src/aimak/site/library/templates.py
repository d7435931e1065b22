"""`aimak-templates`: papers to download, each with who uses it, what stands behind it and what to look up."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from pathlib import Path

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from aimak.course.units import unit_title
from aimak.i18n import speaking
from aimak.i18n import translate as _
from aimak.project import find_project
from aimak.site.library.acts import Act, acts_path, read_acts
from aimak.site.library.pages import file_link, note_texts, page_link
from aimak.site.library.words import cited
from aimak.site.papers import Paper, papers_folder, read_papers
from aimak.site.tables import cell, here, table

#: The page that has the acts; it lies beside the one that has the papers.
LAW = "law.html"


class Templates(SphinxDirective):
    """A card for each paper."""

    def run(self) -> list[nodes.Node]:
        """The table."""
        project = find_project(Path(self.env.srcdir))
        for path in (acts_path(project), *sorted(papers_folder(project).glob("*.toml"))):
            self.env.note_dependency(str(path))
        note_texts(self.env)
        acts = {act.key: act for act in read_acts(project)}
        with speaking(self.env.config.language):
            return [papers_table(read_papers(project), acts, self.env.docname, self.env.found_docs)]


def papers_table(papers: Iterable[Paper], acts: Mapping[str, Act], page: str, pages: Collection[str]) -> nodes.table:
    """The papers as a table in the language in force.

    :param page: the page that shows it.
    :param pages: those that may be linked to.
    """
    heads = (_("Template"), _("Who uses it, and when"), _("What stands behind it, and what to look up"), _("Files"))
    rows = [
        (
            cell("", nodes.strong("", _(paper.title)), _(paper.about), _unit(paper, page, pages)),
            cell(heads[1], _(paper.who)),
            cell(heads[2], *_laws(paper, acts), _(paper.check)),
            cell(heads[3], *(_link(paper, kind, page) for kind in paper.files)),
        )
        for paper in papers
    ]
    made = table(_("Templates of the course"), [(head, "") for head in heads], rows, (30, 20, 32, 18))
    made["classes"].append("aimak-cards")
    return made


def _unit(paper: Paper, page: str, pages: Collection[str]) -> nodes.Node:
    made = nodes.inline("", _("Used in:") + " ")
    made += page_link(f"book/chapters/{paper.unit}", unit_title(paper.unit), page, pages)
    return made


def _laws(paper: Paper, acts: Mapping[str, Act]) -> list[nodes.Node]:
    """Links to the rows of the acts, on the page beside this one."""
    marked = [f"language-{here()}"]  # names of acts are data, as words of the glossary are
    return [
        nodes.reference("", cited(acts[key]), refuri=f"{LAW}#{key}", internal=True, classes=marked)
        for key in paper.laws
    ]


def _link(paper: Paper, kind: str, page: str) -> nodes.Node:
    said = {"docx": _("Document for Word (.docx)"), "xlsx": _("Workbook for Excel (.xlsx)")}[kind]
    return file_link(page, f"{here()}/templates/{paper.name}.{kind}", said)
