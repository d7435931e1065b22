"""A small book in Russian and in the pseudo-language: no text stays behind, and only what changed is built."""

import re
from html import unescape
from pathlib import Path

import pytest

from aimak.project import Project
from aimak.site.book import build_book
from tests.site.book.conftest import RUSSIAN, write_catalog


def page(html: Path, name: str) -> str:
    return (html / "book" / f"{name}.html").read_text(encoding="utf-8")


def times(html: Path) -> dict[str, int]:
    return {path.stem: path.stat().st_mtime_ns for path in (html / "book").glob("*.html")}


@pytest.fixture(scope="module")
def russian(small: Project) -> Path:
    html = small.build / "html" / "ru"
    build_book(small, "ru", html)
    return html


def test_every_kind_of_block_is_translated(russian: Path) -> None:
    text = page(russian, "page")
    for said in ("Абзац с <strong>жирным</strong> текстом.", "<p>Люди</p>", "3\u00a0298", "Кто утверждает бюджет?"):
        assert said in text
    for english in ("A paragraph", "People", "3,298", "Who approves"):
        assert english not in text


def test_a_footnote_keeps_its_reference_and_its_note(russian: Path) -> None:
    text = page(russian, "page")
    assert "[^" not in text
    note = re.search(r'Кто так говорит\?<a class="footnote-reference[^>]*href="#([^"]+)"', text)
    assert note
    assert f'id="{note[1]}"' in text
    assert "Так говорит закон." in text


def test_captions_titles_and_links_are_translated(russian: Path) -> None:
    text = page(russian, "page")
    assert '<span class="caption-text">Библиотека</span>' in text
    assert text.count("Другая страница") >= 2  # beside the page, and below it
    assert 'href="other.html"><span class="std std-doc">на другой странице</span></a>' in text


def test_the_frame_speaks_the_language(russian: Path) -> None:
    text = unescape(page(russian, "page"))
    assert '<html lang="ru"' in text
    for said in ("Перейти к содержанию страницы", "Поиск", "Содержание", "Примечание", 'title="следующая страница"'):
        assert said in text
    assert re.search(r"Обновлено \d\d\.\d\d\.\d{4}", text)
    for english in ("Skip to", "Contents", ">Note<", "Last updated", "Copyright", 'aria-label="Page"', "Toggle"):
        assert english not in text
    script = (russian / "_static" / "translations.js").read_text(encoding="utf-8")
    assert "Найдено страниц: ${resultCount}" in script


def test_each_page_leads_to_itself_in_the_other_languages(russian: Path) -> None:
    text = page(russian, "page")
    assert '<link rel="alternate" hreflang="ky" href="../../ky/book/page.html" />' in text
    assert '<a href="../../ky/book/page.html" lang="ky" hreflang="ky">Кыргызча</a>' in text
    assert '<a href="../../ru/book/page.html" lang="ru" hreflang="ru" aria-current="true">Русский</a>' in text
    assert 'href="../ky/search.html"' in (russian / "search.html").read_text(encoding="utf-8")


def test_only_what_changed_is_built(small: Project, russian: Path) -> None:
    before = times(russian)
    build_book(small, "ru", russian)
    assert times(russian) == before
    write_catalog(small.root, "ru", "book/other", {**RUSSIAN["book/other"], "Nothing here.": "Здесь пусто."})
    build_book(small, "ru", russian)
    assert "Здесь пусто." in page(russian, "other")
    assert times(russian)["third"] == before["third"]
    write_catalog(small.root, "ru", "book/other", {"The other page": "Иная страница"})
    build_book(small, "ru", russian)
    assert "Иная страница" in page(russian, "third")  # in the contents beside it
    assert "Nothing here." in page(russian, "other")  # what is not translated shows in English


def test_the_pseudo_language_needs_no_translator(small: Project) -> None:
    html = small.build / "html" / "qps"
    build_book(small, "qps", html)
    text = page(html, "page")
    shown = [one.strip() for one in re.findall(r">([^<>]+)<", re.sub(r"(?s)<(script|style).*?</\1>", "", text))]
    plain = [one for one in shown if re.search(r"[a-z]{3}", one) and not re.search("[⟦⟧áéíöüñç]", one)]
    assert set(plain) == {"English", "Ctrl"}
    assert not [one for one in re.findall(r' (?:title|aria-label|placeholder)="([^"]+)"', text) if "⟦" not in one]
