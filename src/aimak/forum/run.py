"""Run the lesson for one page with papermill, and turn it into a page without code."""

from __future__ import annotations

import re
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import nbformat
from nbconvert.exporters import HTMLExporter

from aimak.course.units import unit_title
from aimak.errors import UserError
from aimak.execution.parameterised import run_with_parameters
from aimak.files import write_whole
from aimak.forum.plan import PackPage
from aimak.i18n import speaking
from aimak.i18n import translate as _
from aimak.lesson.citizen_page import citizen_sheet
from aimak.lesson.subject import subject

TEMPLATES = Path(__file__).parent / "templates"


@dataclass(frozen=True)
class Ran:
    """What came of one page: the seconds it took, and why it failed (empty if it did not)."""

    seconds: float
    problem: str


def title_of(page: PackPage) -> str:
    """The first heading of a page, in the language in force."""
    place = subject(page.municipality, page.oblast)
    return _("{name}: {unit}, {year}").format(name=place.name, unit=unit_title(page.unit), year=page.year)


def run_page(page: PackPage, lesson: Path, out: Path, beside: Sequence[PackPage] = ()) -> Ran:
    """Run the lesson with papermill and write the page and `notebooks/<name>.ipynb`, each as a whole.

    :param beside: the pages of the same place, in their order, which this one leads to.
    :returns: a failing lesson is told in :class:`Ran`, never raised; nothing of it is written.
    """
    start = time.monotonic()
    try:
        with tempfile.TemporaryDirectory(prefix="aimak-pack-") as folder:
            done = Path(folder) / "page.ipynb"
            run_with_parameters(lesson, done, page.parameters)
            text = done.read_text(encoding="utf-8")
        with speaking(page.spoken):
            html = to_html(text, title_of(page), page.spoken, [(one.unit, one is page) for one in beside])
            sheet = citizen_sheet(subject(page.municipality, page.oblast), page.year) if page.sheet else ""
    except UserError as error:
        return Ran(time.monotonic() - start, str(error))
    write_whole(out / "notebooks" / f"{page.name}.ipynb", text)
    write_whole(out / page.file, html)
    if sheet:
        write_whole(out / page.sheet, sheet)
    return Ran(time.monotonic() - start, "")


def to_html(notebook: str, title: str, language: str, beside: Sequence[tuple[str, bool]] = ()) -> str:
    """A run lesson as a page that needs no other file: no code, no script, no address of another site.

    What the page itself says is in the language in force.

    :param beside: units whose pages lie beside this one, and whether it is this one.
    """
    exporter = HTMLExporter(
        template_name="aimak_pack", extra_template_basedirs=[str(TEMPLATES)], filters={"strip_h1": _strip_h1}
    )
    about = {
        "title": title,
        "language": language,
        "css": (TEMPLATES / "pack.css").read_text(encoding="utf-8"),
        "back": _("All municipalities of the pack"),
        "beside": [(f"{unit}.html", unit_title(unit), here) for unit, here in beside],
        "lessons": _("Lessons"),
    }
    node = nbformat.reads(notebook, as_version=4)
    html, _resources = exporter.from_notebook_node(node, resources={"aimak": about})
    return str(html)


def _strip_h1(html: str) -> str:
    """The page has its own first heading, so the lesson's is left out; anchors' signs go too."""
    html = re.sub(r"<h1.*?</h1>", "", html, flags=re.DOTALL)
    return re.sub(r'<a class="anchor-link".*?</a>', "", html, flags=re.DOTALL)
