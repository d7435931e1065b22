"""Slides as a page: nbconvert's slides with reveal.js from the site itself, and a plain page for phones and paper."""

from __future__ import annotations

import re
from html import escape
from pathlib import Path
from typing import Any

from nbformat import NotebookNode

from aimak.course.units import unit_title
from aimak.i18n import speaking
from aimak.i18n import translate as _

TEMPLATES = Path(__file__).parent / "templates"
#: What the slides of a language load, by its name in their folder `reveal`: from npm, or ours.
REVEAL = {"reveal.js": "dist/reveal.js", "reveal.css": "dist/reveal.css", "notes.js": "dist/plugin/notes.js"}
OURS = ("slides.css", "slides.js")
#: Types of output that a slide shows, best first. For a widget the table beside it stands.
_SHOWN = ("text/html", "text/plain")
_WIDGET = "application/vnd.jupyter.widget-view+json"


def slides_page(notebook: NotebookNode, unit: str, spoken: str, reader: str, pdf: str = "") -> str:
    """The run notebook of a unit's slides as a page.

    :param spoken: the language of the slides.
    :param reader: the language of the site that they stand in; where it is another one, the page says so.
    :param pdf: address of the same as a PDF, if there is one.
    """
    from nbconvert.exporters import SlidesExporter

    exporter = SlidesExporter(
        template_name="aimak_slides", extra_template_basedirs=[str(TEMPLATES)], filters={"plain": _plain}
    )
    notebook = NotebookNode({**notebook, "cells": _with_content(notebook.cells)})
    with speaking(reader):
        notice = "" if spoken == reader else _("This unit is not translated yet. You read it in English.")
    with speaking(spoken):
        about = {
            "title": _("Slides: {unit}").format(unit=unit_title(unit)),
            "unit": unit,
            "language": spoken,
            "reader": reader,
            "notice": notice,
            "pdf": pdf,
            "texts": _texts(),
        }
        html, _resources = exporter.from_notebook_node(notebook, resources={"aimak": about})
    return str(html)


def _texts() -> dict[str, str]:
    return {
        "hint": _("Keys: → next, ← back, S speaker's notes, F full screen, O all slides"),
        "chapter": _("To the chapter"),
        "pdf": _("These slides as a PDF"),
        "note": _("Speaker's note"),
        "licence": _("Municipalities and villages of the exercises are invented. Texts: CC BY 4.0."),
    }


def _with_content(cells: list[NotebookNode]) -> list[NotebookNode]:
    """The cells that show something; what a cell without an output says about its slide goes to the next one."""
    kept: list[NotebookNode] = []
    carried = ""
    for cell in cells:
        if cell.cell_type == "code":
            cell["shown"] = [text for output in cell.get("outputs", []) if (text := _shown(output))]
        elif cell.cell_type == "markdown":
            cell["shown"] = [cell.source]
        kind = cell.metadata.get("slideshow", {}).get("slide_type", "-")
        carried = "slide" if "slide" in (carried, kind) else ""
        if cell.get("shown"):
            if carried:
                cell.metadata["slideshow"] = {"slide_type": "slide"}
            kept.append(cell)
            carried = ""
    return kept


def _shown(output: dict[str, Any]) -> str:
    if output["output_type"] == "stream":
        return f"<p>{escape(output['text'])}</p>"
    data = output.get("data", {})
    if _WIDGET in data:
        return ""
    kind = next((one for one in _SHOWN if one in data), "")
    text = str(data.get(kind, ""))
    return text if kind == "text/html" else f"<pre>{escape(text)}</pre>" if text else ""


def _plain(html: str) -> str:
    """Without anchors' signs, and without links that lead from the trainer's page to other pages of the book."""
    html = re.sub(r'<a class="anchor-link".*?</a>', "", html, flags=re.DOTALL)
    return re.sub(r'<a href="(?!https?:)[^"]*"[^>]*>(.*?)</a>', r"\1", html, flags=re.DOTALL)
