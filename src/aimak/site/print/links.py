"""Links to what is printed, put into a site's finished pages: only to files that are there, so none is ever dead."""

from __future__ import annotations

import re
from html import escape
from pathlib import Path

from aimak.course.units import UNITS, unit_title
from aimak.files import write_whole
from aimak.i18n import NAMES, speaking
from aimak.i18n import translate as _
from aimak.i18n.numbers import number

#: Where the buttons of a chapter leave room, and where the list of everything stands.
PLACE, LIST_PLACE = "<!--aimak-print {unit}-->", "<!--aimak-print-list-->"
#: Folders of a language's pages that hold what is printed, and the slides; the file of the whole course.
PRINT, SHOWN, WHOLE = "print", "slides", "course"
_PLACES = re.compile(r"<!--aimak-print(-list|(?P<unit> [a-z]+))-->")
#: Pages of a unit that get the links below their heading, beside its chapter.
_SHEETS = ("trainers", "handouts", "groupwork")
_HEADING_ENDS = "</h1>"


def archive_name(language: str) -> str:
    """The archive of all PDFs of a language."""
    return f"aimak-{language}.zip"


def put_links(site: Path, language: str) -> int:
    """Fill the places for links in the pages of a language; returns the number of links.

    :param site: the folder of the language, with what was printed, if anything was.
    """
    count = 0
    with speaking(language):
        for page in sorted((site / "book").rglob("*.html")):
            text = page.read_text(encoding="utf-8")
            up = "../" * len(page.relative_to(site).parts[:-1])
            filled = _PLACES.sub(lambda place, up=up: _filled(place, site, up, language), text)  # type: ignore[misc]
            if page.parent.name in _SHEETS and _HEADING_ENDS in filled:
                links = unit_links(site, page.stem, up)
                if links:
                    line = f'{_HEADING_ENDS}\n<p class="aimak-actions">{links}</p>'
                    filled = filled.replace(_HEADING_ENDS, line, 1)
            if filled != text:
                count += filled.count('href="') - text.count('href="')
                write_whole(page, filled)
    return count


def _filled(place: re.Match[str], site: Path, up: str, language: str) -> str:
    return unit_links(site, place["unit"].strip(), up) if place["unit"] else everything(site, up, language)


def unit_links(site: Path, unit: str, up: str) -> str:
    """Links to what there is of ``unit``, in the language in force.

    :param up: from the page to the folder of its language, such as ``../../``.
    """
    offered = [(path, name) for path, name in _offered(unit) if (site / path).is_file()]
    return " ".join(f'<a class="aimak-link" href="{up}{path}">{escape(name)}</a>' for path, name in offered)


def _offered(unit: str) -> list[tuple[str, str]]:
    return [
        (f"{SHOWN}/{unit}.html", _("Slides")),
        (f"{PRINT}/{unit}-slides.pdf", _("Slides (PDF)")),
        (f"{PRINT}/{unit}-handout.pdf", _("Handout (PDF)")),
        (f"{PRINT}/{unit}-groupwork.pdf", _("Group-work sheet (PDF)")),
    ]


def everything(site: Path, up: str, language: str) -> str:
    """All that was printed in ``language``: the archive and the whole course with their sizes, then unit by unit."""
    archive, whole = f"{PRINT}/{archive_name(language)}", f"{PRINT}/{WHOLE}.pdf"
    if not (site / archive).is_file():
        what = _("This copy of the site was made without slides and PDFs.")
        how = _("Whoever builds it adds them: {command}").format(command="aimak site build --print")
        return f"<p>{escape(what)} {escape(how)}</p>"
    first = [
        (whole, _("The whole course as one PDF, {size} MB")),
        (archive, _("Everything for a stick, one archive in {language}, {size} MB")),
    ]
    spoken = NAMES.get(language, language)
    items = [
        f'<li><a href="{up}{path}">{escape(name.format(size=_size(site / path), language=spoken))}</a></li>'
        for path, name in first
        if (site / path).is_file()
    ]
    rows = [
        f'<tr><th scope="row">{escape(unit_title(unit.name))}</th><td>{links}</td></tr>'
        for unit in UNITS
        if (links := unit_links(site, unit.name, up))
    ]
    head = f'<tr><th scope="col">{escape(_("Unit"))}</th><th scope="col">{escape(_("To show and to print"))}</th></tr>'
    table = f'<table class="table aimak-print-list"><thead>{head}</thead><tbody>{"".join(rows)}</tbody></table>'
    return f"<ul>{''.join(items)}</ul>\n{table}"


def _size(path: Path) -> str:
    return number(path.stat().st_size / 1e6, 1)
