"""The text of a built page, without what only a screen has, in a page that needs no other file."""

from __future__ import annotations

import base64
import mimetypes
from html import escape
from pathlib import Path
from typing import Any

from aimak.errors import UserError
from aimak.i18n import translate as _

TEMPLATES = Path(__file__).parent / "templates"
#: What only a screen has.
_SCREEN = (
    "script, style, .headerlink, .aimak-actions, .copybtn, .prev-next-area, .tab-set > input, .aimak-untranslated, "
    ".caption-number"
)
#: A box to tick, which needs no bullet before it.
_BOX = "☐"


def article(page: Path) -> Any:
    """The article of a page that Sphinx built, as BeautifulSoup's tag; pictures stand in it, boxes are open.

    :raises UserError: if it is not built, or holds no article.
    """
    from bs4 import BeautifulSoup

    if not page.is_file():
        raise UserError(
            _("{file} is not among the built pages.").format(file=f"{page.parent.name}/{page.name}"),
            _("Add its line to {file}.").format(file="_toc.yml"),
        )
    found = BeautifulSoup(page.read_text(encoding="utf-8"), "html.parser").select_one("article.bd-article")
    if found is None:
        raise UserError(
            _("{file} has no text to print.").format(file=page.name),
            _("Run: {command}").format(command="aimak site build"),
        )
    _without_buttons(found)
    for gone in found.select(_SCREEN):
        gone.decompose()
    for box in found.select("details"):
        box["open"] = ""
    for item in found.select("li"):
        if item.get_text().lstrip().startswith(_BOX):
            item["class"] = "box"
    for picture in found.select("img[src]"):
        picture["src"] = _inlined(page, str(picture["src"]))
        picture.attrs.pop("srcset", None)
    return found


def _without_buttons(found: Any) -> None:
    """Take out the section that a chapter has for its buttons; the quiz's answers, which stand last, stay."""
    for buttons in found.select(".aimak-actions"):
        section = buttons.find_parent("section")
        if section is not None and section.select_one("h1") is None:
            for answers in section.select(".aimak-quiz-answers"):
                section.insert_after(answers.extract())
            section.decompose()


def without_links(found: Any) -> Any:
    """The article with its links as plain words: paper cannot be clicked."""
    for link in found.select("a[href]"):
        link.unwrap()
    return found


def printed(body: str, title: str, language: str, footer: tuple[str, str], kind: str, size: float) -> str:
    """A page for the printer.

    :param footer: what stands at the foot of each sheet, on the left and on the right.
    :param kind: `sheet` or `course`, which the style tells apart.
    :param size: of the letters, in points.
    """
    css = (TEMPLATES / "print.css").read_text(encoding="utf-8")
    foot = "".join(
        f"@bottom-{side} {{ content: {_css(text)}; }}" for side, text in zip(("left", "right"), footer, strict=True)
    )
    return (
        f'<!doctype html>\n<html lang="{language}" style="font-size:{size}pt"><head><meta charset="utf-8">\n'
        f"<title>{escape(title)}</title>\n<style>{css}\n@page {{ {foot} }}</style></head>\n"
        f'<body class="{kind}"><main>\n{body}\n</main></body></html>\n'
    )


def _css(text: str) -> str:
    """A text as CSS writes it; `counter(page)` counts the sheets."""
    parts = text.split("{page}")
    quoted = ['"' + part.replace("\\", "\\\\").replace('"', '\\"') + '"' for part in parts]
    return " counter(page) ".join(quoted)


def _inlined(page: Path, source: str) -> str:
    if source.startswith("data:"):
        return source
    path = (page.parent / source).resolve()
    kind = mimetypes.guess_type(path.name)[0] or "image/webp"
    return f"data:{kind};base64,{base64.b64encode(path.read_bytes()).decode()}"
