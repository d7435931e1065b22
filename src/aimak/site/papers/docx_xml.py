"""What python-docx has no call for: attributes of OOXML that a paper needs."""

from __future__ import annotations

from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn


def set_font(style: Any, name: str) -> None:
    """One font for every alphabet; a style of the template names others for some."""
    style.font.name = name
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for attribute in list(fonts.attrib):
        if attribute.endswith("Theme"):
            del fonts.attrib[attribute]
    for kind in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{kind}"), name)


def set_language(made: Any, locale: str) -> None:
    """The language that a program checks the spelling in, and a screen reader speaks."""
    defaults = made.styles.element.find(qn("w:docDefaults"))
    for one in defaults.iter(qn("w:lang")):
        for kind in ("val", "eastAsia", "bidi"):
            one.set(qn(f"w:{kind}"), locale)


def without_thumbnail(made: Any) -> None:
    """Take out the picture of an empty page that python-docx brings along."""
    package = made.part.package
    for key, one in list(package.rels.items()):
        if one.reltype == RELATIONSHIP_TYPE.THUMBNAIL:
            del package.rels[key]


def repeat_head(row: Any) -> None:
    """Have a row stand at the top of each page that its table reaches."""
    row._tr.get_or_add_trPr().append(_flag("w:tblHeader"))


def keep_whole(row: Any) -> None:
    """No page ends within a row."""
    row._tr.get_or_add_trPr().append(_flag("w:cantSplit"))


def shade(cell: Any, colour: str) -> None:
    """Give a cell a ground."""
    ground = OxmlElement("w:shd")
    ground.set(qn("w:val"), "clear")
    ground.set(qn("w:color"), "auto")
    ground.set(qn("w:fill"), colour)
    cell._tc.get_or_add_tcPr().append(ground)


def _flag(name: str) -> Any:
    made = OxmlElement(name)
    made.set(qn("w:val"), "true")
    return made
