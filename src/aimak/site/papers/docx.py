"""A paper as a Word document: A4, styles for headings, heads of tables that repeat, the language of its text."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.shared import Cm, Pt

from aimak.i18n import language
from aimak.i18n import translate as _
from aimak.site.papers.docx_parts import add_fields, add_note, add_signatures, add_table
from aimak.site.papers.docx_xml import set_font, set_language, without_thumbnail
from aimak.site.papers.source import Fields, Heading, Paper, Part, Signatures, Table, Text
from aimak.site.papers.words import before_use

#: On every computer of an office, with ң, ө and ү.
FONT = "Times New Roman"
LOCALES = {"en": "en-GB", "ru": "ru-RU", "ky": "ky-KG"}
_LONG, _SHORT, _MARGIN, _INNER = Cm(29.7), Cm(21.0), Cm(2.0), Cm(2.5)


def document(paper: Paper, laws: Sequence[str]) -> bytes:
    """The bytes of the document in the language in force.

    :param laws: how each act behind it is cited.
    """
    made = Document()
    _set_page(made, wide=paper.wide)
    _set_styles(made)
    _set_properties(made, _(paper.title))
    made.add_heading(_(paper.title), level=0)
    for part in paper.parts:
        _add(made, part)
    add_note(made, before_use(paper, laws))
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def _add(made: Any, part: Part) -> None:
    match part:
        case Heading():
            made.add_heading(_(part.text), level=1).paragraph_format.page_break_before = part.new_page
        case Text():
            made.add_paragraph(_(part.text))
        case Fields(workbook_only=False):
            add_fields(made, part.fields)
        case Table():
            add_table(made, part)
        case Signatures():
            add_signatures(made, [_(one) for one in part.people])


def _set_page(made: Any, *, wide: bool) -> None:
    section = made.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE if wide else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = (_LONG, _SHORT) if wide else (_SHORT, _LONG)
    section.left_margin, section.right_margin = _INNER, _MARGIN
    section.top_margin = section.bottom_margin = _MARGIN


def _set_styles(made: Any) -> None:
    sizes = {"Normal": 12, "Title": 18, "Heading 1": 14}
    for name, size in sizes.items():
        style = made.styles[name]
        set_font(style, FONT)
        style.font.size = Pt(size)
        style.font.bold = name != "Normal"
        style.paragraph_format.space_after = Pt(6)
        style.paragraph_format.keep_with_next = name != "Normal"
    for name in ("Title", "Heading 1"):
        made.styles[name].font.color.rgb = made.styles["Normal"].font.color.rgb
    made.styles["Heading 1"].paragraph_format.space_before = Pt(12)


def _set_properties(made: Any, title: str) -> None:
    about = made.core_properties
    about.title, about.language = title, language()
    about.author = about.last_modified_by = about.comments = about.keywords = ""
    about.revision = 1
    set_language(made, LOCALES.get(language(), LOCALES["en"]))
    without_thumbnail(made)
