"""Links lead to what was printed, and to nothing else."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from aimak.site.print import put_links

CHAPTER = '<h1>Budget</h1><p class="aimak-actions"><a href="x">Open</a> <!--aimak-print budget--></p>'


@pytest.fixture
def site(tmp_path: Path) -> Path:
    pages = {
        "book/chapters/budget.html": CHAPTER,
        "book/handouts/budget.html": "<h1>Handout</h1><p>text</p>",
        "book/print.html": "<h1>Print</h1><!--aimak-print-list-->",
    }
    for name, text in pages.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def put(site: Path, *names: str) -> None:
    for name in names:
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_bytes(b"x" * 1_500_000)


def links(site: Path, name: str) -> list[str]:
    return re.findall(r'href="([^"]+)"', (site / name).read_text(encoding="utf-8"))


def test_without_anything_printed_no_page_has_a_link_and_the_list_says_why(site: Path) -> None:
    put_links(site, "en")
    assert links(site, "book/chapters/budget.html") == ["x"]
    assert links(site, "book/handouts/budget.html") == []
    assert "aimak site build --print" in (site / "book" / "print.html").read_text(encoding="utf-8")
    assert "<!--aimak-print" not in (site / "book" / "chapters" / "budget.html").read_text(encoding="utf-8")


def test_a_chapter_and_a_sheets_page_lead_to_what_is_there(site: Path) -> None:
    put(site, "slides/budget.html", "print/budget-handout.pdf")
    put_links(site, "ru")
    wanted = ["../../slides/budget.html", "../../print/budget-handout.pdf"]
    assert links(site, "book/chapters/budget.html") == ["x", *wanted]
    assert links(site, "book/handouts/budget.html") == wanted
    assert "Раздаточный лист (PDF)" in (site / "book" / "chapters" / "budget.html").read_text(encoding="utf-8")


def test_the_list_has_the_course_the_archive_and_their_sizes(site: Path) -> None:
    put(site, "print/course.pdf", "print/aimak-ky.zip", "print/budget-slides.pdf")
    put_links(site, "ky")
    assert links(site, "book/print.html") == [
        "../print/course.pdf",
        "../print/aimak-ky.zip",
        "../print/budget-slides.pdf",
    ]
    assert "1,5 МБ" in (site / "book" / "print.html").read_text(encoding="utf-8")
