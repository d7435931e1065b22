"""What people type finds the page it stands on, in each language, in whatever form and spelling."""

import csv
from collections.abc import Callable

import pytest

from aimak.i18n import LANGUAGES
from tests.browser.conftest import Watched
from tests.conftest import ROOT

pytestmark = pytest.mark.browser
#: So far down a reader looks.
LOOKED_AT = 3
#: Sphinx puts the best hit last, and one page may be hit by several headings.
SEARCH = """(queries) => queries.map((query) => {
  const parsed = Search._parseQuery(query);
  const pages = Search._performSearch(...parsed).map((hit) => hit[0]).reverse();
  return [...new Set(pages)];
})"""


def pairs(name: str) -> list[tuple[str, str]]:
    text = (ROOT / "tests" / "site" / "search" / "pairs" / f"{name}.csv").read_text(encoding="utf-8")
    return [(row["query"], row["page"]) for row in csv.DictReader(text.splitlines())]


def missed(watched: Watched, asked: list[tuple[str, str]]) -> list[tuple[str, str, list[str]]]:
    """Queries whose page is not among the first, with what was found in its place."""
    watched.page.wait_for_function("() => Search.hasIndex()", timeout=20_000)
    found = watched.page.evaluate(SEARCH, [query for query, _page in asked])
    return [
        (query, page, hits) for (query, page), hits in zip(asked, found, strict=True) if page not in hits[:LOOKED_AT]
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_query_finds_its_page_among_the_first(
    open_page: Callable[..., Watched], site_url: str, language: str
) -> None:
    asked = pairs(language)
    assert len({query for query, _page in asked}) >= 60
    assert missed(open_page(f"{site_url}/{language}/search.html"), asked) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_word_that_stands_nowhere_finds_nothing(
    open_page: Callable[..., Watched], site_url: str, language: str
) -> None:
    watched = open_page(f"{site_url}/{language}/search.html")
    watched.page.wait_for_function("() => Search.hasIndex()", timeout=20_000)
    assert watched.page.evaluate(SEARCH, ["zzyzx", "щщъъ"]) == [[], []]


@pytest.mark.parametrize(("language", "typed", "stands"), [("ky", "окмоту", "өкмөтү"), ("ru", "кенешом", "кенеш")])
def test_the_excerpt_and_the_opened_page_mark_the_word_in_the_form_in_which_it_stands(
    open_page: Callable[..., Watched], site_url: str, language: str, typed: str, stands: str
) -> None:
    watched = open_page(f"{site_url}/{language}/search.html?q={typed}")
    page = watched.page
    page.locator("ul.search .highlighted", has_text=stands).first.wait_for(timeout=20_000)
    page.locator("ul.search a").first.click()
    page.locator("article .highlighted", has_text=stands).first.wait_for(timeout=20_000)
    assert watched.errors == []
