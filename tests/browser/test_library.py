"""The library in a browser: boxes find rows by number, word and spelling; cards on a phone; files that are there."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from aimak.i18n import LANGUAGES
from aimak.project import Project
from tests.browser.conftest import DESKTOP, PHONE, Watched

pytestmark = pytest.mark.browser
SIZES = pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
ACTS = 35


def shown(watched: Watched) -> list[str]:
    return watched.page.locator("table.aimak-filtered tbody tr:visible").all_inner_texts()


def find(watched: Watched, typed: str) -> list[str]:
    watched.page.get_by_role("searchbox", name="").and_(watched.page.locator(".aimak-filter input")).fill(typed)
    return shown(watched)


@SIZES
@pytest.mark.parametrize(
    ("language", "typed", "stands", "most"),
    [
        ("en", "№ 67", "citizens’ appeals", 1),
        ("en", "No. 67", "citizens’ appeals", 1),
        ("en", "67", "citizens’ appeals", 3),
        ("en", "44-П", "hearings on local budgets", 2),
        ("ru", "закупка", "О государственных закупках", 6),
        ("ky", "жергиликтуу оз алдынча башкаруу", "Жергиликтүү мамлекеттик администрация", 9),
        ("ky", "онуктуруу", "өнүктүрүү", 6),
        ("ky", "бюджеттин", "Бюджеттик кодекси", 20),
    ],
)
def test_an_act_is_found_by_number_word_and_without_the_kyrgyz_letters(
    open_page: Callable[..., Watched], site_url: str, size: tuple[int, int], language: str, typed: str, stands: str,
    most: int,
) -> None:  # fmt: skip
    watched = open_page(f"{site_url}/{language}/book/library/law.html", size)
    assert len(shown(watched)) == ACTS
    found = find(watched, typed)
    assert any(stands in row for row in found)
    assert len(found) <= most
    said = watched.page.locator(".aimak-filter-said")
    assert said.get_attribute("role") == "status"
    assert str(len(found)) in said.inner_text()
    assert watched.errors == []


@SIZES
def test_what_stands_nowhere_is_said_and_an_emptied_box_shows_everything(
    open_page: Callable[..., Watched], site_url: str, size: tuple[int, int]
) -> None:
    watched = open_page(f"{site_url}/ky/book/library/law.html", size)
    assert find(watched, "zzyzx") == []
    assert watched.page.locator(".aimak-filter-said").inner_text().strip()
    assert len(find(watched, "")) == ACTS


@SIZES
def test_the_glossary_is_searched_in_any_of_its_languages(
    open_page: Callable[..., Watched], site_url: str, size: tuple[int, int]
) -> None:
    for typed in ("окмоту", "өкмөтү", "okmotu"):
        watched = open_page(f"{site_url}/ru/book/library/glossary.html", size)
        assert any("айыл өкмөтү" in row for row in find(watched, typed)), typed


@pytest.mark.parametrize("page", ["law", "templates", "data", "glossary"])
@SIZES
def test_a_page_of_the_library_fits_and_can_be_used_by_everybody(
    open_page: Callable[..., Watched], site_url: str, size: tuple[int, int], page: str
) -> None:
    watched = open_page(f"{site_url}/ky/book/library/{page}.html", size)
    assert watched.overflow() <= 0
    assert watched.serious() == []
    assert watched.strangers() == []
    assert watched.errors == []
    if size == PHONE and page != "glossary":
        row = watched.page.locator("table.aimak-cards tbody tr").first
        cells = row.locator("td").all()
        tops = [(cell.bounding_box() or {})["y"] for cell in cells]
        assert tops == sorted(set(tops))  # one below the other
        assert row.locator(".aimak-label:visible").count() == len(cells) - 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_file_that_a_page_offers_is_there(
    open_page: Callable[..., Watched], site: Project, site_url: str, language: str
) -> None:
    for name in ("templates", "data"):
        watched = open_page(f"{site_url}/{language}/book/library/{name}.html")
        links = watched.page.eval_on_selector_all("a[download]", "some => some.map((one) => one.href)")
        assert links
        for link in links:
            assert (site.site / link.removeprefix(f"{site_url}/")).is_file(), link


def test_without_a_script_the_table_is_whole_and_no_box_is_there(browser: object, site_url: str) -> None:
    page = browser.new_page(java_script_enabled=False)  # type: ignore[attr-defined]
    page.goto(f"{site_url}/en/book/library/law.html")
    assert page.locator("table.aimak-filtered tbody tr").count() == ACTS
    assert page.locator(".aimak-filter input").count() == 0
    page.close()
