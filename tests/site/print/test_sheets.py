"""A sheet takes the largest letters that fit, and says by how much it is too long."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from aimak.errors import UserError
from aimak.project import Project
from aimak.site.print.article import article, printed, without_links
from aimak.site.print.chromium import Printer
from aimak.site.print.sheets import SIZES, Sheet, page_count, print_sheet, sheets

ONE = Sheet("budget", "book/handouts/budget", "budget-handout", 1)


@pytest.fixture(scope="module")
def printer() -> Iterator[Printer]:
    with Printer() as running:
        yield running


def page_of(lines: int) -> object:
    body = "<h1>Handout</h1>" + "<p>A line.</p>" * lines
    return lambda size: printed(body, "Handout", "en", ("Aimak", "CC BY 4.0"), "sheet", size)


def size_of(place: Path) -> float:
    found = re.search(r"font-size:([\d.]+)pt", place.read_text(encoding="utf-8"))
    assert found
    return float(found[1])


@pytest.mark.browser
def test_a_short_sheet_has_the_largest_letters_and_a_longer_one_smaller_ones(printer: Printer, tmp_path: Path) -> None:
    place = tmp_path / "sheet.html"
    assert page_count(print_sheet(printer, ONE, page_of(10), place, "en")) == 1  # type: ignore[arg-type]
    assert size_of(place) == SIZES[0]
    assert page_count(print_sheet(printer, ONE, page_of(40), place, "en")) == 1  # type: ignore[arg-type]
    assert SIZES[-1] <= size_of(place) < SIZES[0]


@pytest.mark.browser
def test_a_sheet_that_never_fits_is_told_with_its_lines(printer: Printer, tmp_path: Path) -> None:
    with pytest.raises(UserError) as told:
        print_sheet(printer, ONE, page_of(60), tmp_path / "sheet.html", "ru")  # type: ignore[arg-type]
    found = re.match(r"book/handouts/budget.md \(ru\) is (\d+) lines too long .* 9.5 points", told.value.what)
    assert found
    assert 20 <= int(found[1]) <= 32


def test_a_sheet_may_ask_for_two_pages(project: Project) -> None:
    path = project.root / "book" / "groupwork" / "budget.md"
    path.write_text("---\npages: 2\n---\n" + path.read_text(encoding="utf-8"), encoding="utf-8")
    assert {one.name: one.pages for one in sheets(project)} == {"budget-handout": 1, "budget-groupwork": 2}


PAGE = """<html><body><article class="bd-article"><h1>T<a class="headerlink" href="#t">¶</a></h1>
<p><a href="other.html">words</a></p><ul><li>☐ done?</li><li>plain</li></ul><details><summary>s</summary>in</details>
<section id="now"><h2>Now you</h2><p class="aimak-actions"><a href="x">Open</a></p>
<div class="aimak-quiz-answers">answers</div></section></article></body></html>"""


def test_paper_has_no_buttons_signs_or_links_and_open_boxes(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(PAGE, encoding="utf-8")
    found = without_links(article(page))
    assert not found.select("a, .aimak-actions, .headerlink")
    assert "words" in found.get_text()
    assert "Now you" not in found.get_text()
    assert "answers" in found.get_text()
    assert [box.has_attr("open") for box in found.select("details")] == [True]
    assert [item.get("class") for item in found.select("li")] == ["box", None]


def test_a_page_that_is_not_in_the_contents_is_told(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="is not among the built pages. Add its line to _toc.yml"):
        article(tmp_path / "handouts" / "budget.html")
