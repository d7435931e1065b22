"""Slides run once for what they are made from, and a failing cell is told."""

from __future__ import annotations

import re

import pytest

from aimak.errors import UserError
from aimak.project import Project
from aimak.site.print.shown import slides_page
from aimak.site.print.slides import run_slides
from tests.site.print.conftest import Made


def test_slides_run_once(made: Made, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("aimak.site.print.slides.run_with_parameters", lambda *_all: pytest.fail("a cell ran"))
    assert run_slides(made.project, "budget", "ky").cells


def test_a_cell_that_fails_is_told(project: Project) -> None:
    path = project.root / "book" / "slides" / "budget.md"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("year = checked_year(int(year))", "year = 1 / 0"), encoding="utf-8")
    with pytest.raises(UserError, match=r"book/slides/budget.md cannot be run: ZeroDivisionError: division by zero"):
        run_slides(project, "budget", "en")


def test_a_page_of_slides_shows_no_code_and_speaks_one_language(made: Made) -> None:
    page = slides_page(run_slides(made.project, "budget", "ky"), "budget", "ky", "ky")
    assert '<html lang="ky">' in page
    assert "import" not in page
    assert "source_label" not in page
    assert "Баскычтар" in page
    assert page.count("<section") == page.count("</section>")


def test_slides_of_a_unit_that_is_not_translated_say_so_in_the_readers_language(made: Made) -> None:
    page = slides_page(run_slides(made.project, "budget", "en"), "budget", "en", "ru")
    assert '<html lang="en">' in page
    assert re.search(r'<p class="notice" lang="ru">Эта тема пока не переведена', page)
