"""The whole course as one document: contents with page numbers, chapters with their quizzes, handouts, glossary."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from html import escape
from pathlib import Path
from typing import Any

from aimak import __version__
from aimak.course.units import UNITS
from aimak.files import write_whole
from aimak.i18n import NAMES, speaking
from aimak.i18n import translate as _
from aimak.project import Project
from aimak.site.book.units import shown_in
from aimak.site.print.article import article, printed
from aimak.site.print.chromium import Printer

#: The pages of the book before and behind those of the units.
_BEFORE, _BEHIND = ("book/how-to-use",), ("book/library/glossary",)
_SIZE = 10.5
#: Attributes that name the id of another element.
_NAMING = ("for", "aria-labelledby", "aria-describedby")


def course_parts(project: Project, pages: Path) -> list[str]:
    """The pages of the course in their order, such as ``book/chapters/budget``; those that are built in ``pages``."""
    wanted = list(_BEFORE)
    for unit in UNITS:
        wanted += [f"book/chapters/{unit.name}", f"book/handouts/{unit.name}"]
    wanted += _BEHIND
    return [page for page in wanted if (pages / f"{page}.html").is_file() and (project.root / f"{page}.md").is_file()]


def course_page(project: Project, pages: Path, language: str) -> Callable[[Mapping[str, int]], str]:
    """What makes the document for the printer, given the number of the page on which each part begins.

    :raises UserError: if a page is not built.
    """
    parts = course_parts(project, pages)
    articles = {page: _part(page, pages, parts, language) for page in parts}
    titles = {page: _title(found) for page, found in articles.items()}
    body = "\n".join(
        f'<section class="part" lang="{shown_in(p, language)}">{found}</section>' for p, found in articles.items()
    )
    quiz = (project.root / "book" / "assets" / "aimak-quiz.css").read_text(encoding="utf-8")
    with speaking(language):
        course = _("Aimak course kit")
        invented = _("Training municipalities and villages are invented. CC BY 4.0")
        front = _front(course, language, invented)

        def make(numbers: Mapping[str, int]) -> str:
            whole = f"<style>{quiz}</style>\n{front}\n{_contents(titles, numbers, language)}\n{body}"
            return printed(whole, course, language, (f"{course} · {invented}", "{page}"), "course", _SIZE)

        return make


def print_whole(printer: Printer, make: Callable[[Mapping[str, int]], str], place: Path) -> bytes:
    """The document as a PDF. It is printed twice: the first time to learn on which page each part begins.

    :param place: where the page for the printer is written.
    """
    pdf = b""
    numbers: dict[str, int] = {}
    for _turn in range(2):
        write_whole(place, make(numbers))
        printer.open(place)
        pdf = printer.pdf()
        numbers = begins(pdf)
    return pdf


def begins(pdf: bytes) -> dict[str, int]:
    """The page number, from 1, of each place in a PDF that a link leads to."""
    from pypdf import PdfReader

    reader = PdfReader(io.BytesIO(pdf))
    found = {}
    for name, place in reader.named_destinations.items():
        number = reader.get_destination_page_number(place)
        if number is not None:
            found[name.removeprefix("/")] = number + 1
    return found


def _mark(page: str) -> str:
    return page.removeprefix("book/").replace("/", "-")


def _part(page: str, pages: Path, parts: list[str], language: str) -> Any:
    """A page's article with ids that no other page has; a link leads to another part, or becomes plain words."""
    found = article(pages / f"{page}.html")
    mark = _mark(page)
    for element in found.select("[id]"):
        element["id"] = f"{mark}-{element['id']}"
    for name in _NAMING:
        for element in found.select(f"[{name}]"):
            element[name] = " ".join(f"{mark}-{one}" for one in str(element[name]).split())
    for link in found.select("a[href]"):
        target = _target(page, str(link["href"]), parts)
        if target:
            link["href"] = target
        else:
            link.unwrap()
    found["id"] = mark
    found.name = "div"
    if shown_in(page, language) != language:
        with speaking(language):
            notice = _("This unit is not translated yet. You read it in English.")
        heading = found.select_one("h1")
        if heading is not None:
            heading.insert_after(_paragraph(notice, language))
    return found


def _paragraph(text: str, language: str) -> Any:
    from bs4 import BeautifulSoup

    return BeautifulSoup(f'<p class="notice" lang="{language}">{escape(text)}</p>', "html.parser")


def _target(page: str, address: str, parts: list[str]) -> str:
    """Where a link of ``page`` leads within the document; empty if that is not in it."""
    path, _sign, place = address.partition("#")
    if not path:
        return f"#{_mark(page)}-{place}" if place else ""
    if ":" in path:
        return ""
    steps = page.split("/")[:-1]
    for step in path.removesuffix(".html").split("/"):
        if step == "..":
            steps = steps[:-1]
        elif step != ".":
            steps.append(step)
    wanted = "/".join(steps)
    if wanted not in parts:
        return ""
    return f"#{_mark(wanted)}-{place}" if place else f"#{_mark(wanted)}"


def _title(found: Any) -> str:
    heading = found.select_one("h1")
    return heading.get_text().strip() if heading is not None else ""


def _front(course: str, language: str, invented: str) -> str:
    about = [
        _("The whole course: chapters with their questions and answers, handouts, glossary"),
        NAMES.get(language, language),
        _("Version {version}").format(version=__version__),
        invented,
    ]
    lines = "\n".join(f"<p>{escape(text)}</p>" for text in about)
    return f'<section class="front"><p class="name">{escape(course)}</p>\n{lines}</section>'


def _contents(titles: Mapping[str, str], numbers: Mapping[str, int], language: str) -> str:
    lines = []
    for page, title in titles.items():
        mark = _mark(page)
        look = "under" if page.startswith("book/handouts/") else "over"
        lines.append(
            f'<li class="{look}"><a href="#{mark}"><span lang="{shown_in(page, language)}">{escape(title)}</span>'
            f'<span class="number">{numbers.get(mark, 0)}</span></a></li>'
        )
    head = escape(_("Contents"))
    return f'<nav class="contents" aria-label="{head}"><h1>{head}</h1>\n<ol>{chr(10).join(lines)}</ol></nav>'
