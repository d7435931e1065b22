"""The built site in Chromium: nothing leaves it, nothing overflows, axe-core finds nothing serious, pages are light."""

import gzip
import shutil
from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from aimak.project import Project
from tests.browser.conftest import DESKTOP, PHONE, Watched

pytestmark = pytest.mark.browser
PAGES = (
    "en/book/intro.html",
    "en/book/how-to-use.html",
    "en/book/chapters/budget.html",
    "en/notebooks/budget.html",
    "en/book/trainers/budget.html",
    "en/book/library/glossary.html",
    "en/search.html",
    "en/genindex.html",
)
Open = Callable[..., Watched]


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_whole_quiet_and_accessible(open_page: Open, site_url: str, path: str, size: tuple[int, int]) -> None:
    watched = open_page(f"{site_url}/{path}", size)
    watched.page.wait_for_timeout(300)
    assert watched.strangers() == []
    assert watched.errors == []
    assert watched.overflow() <= 0
    assert watched.serious() == []


def weight(site: Path, watched: Watched) -> int:
    """Bytes of everything that a first visit loads, each file compressed with gzip."""
    paths = {unquote(urlsplit(url).path).lstrip("/") for url in watched.requests if url.startswith("http")}
    return sum(len(gzip.compress((site / path).read_bytes())) for path in paths)


@pytest.mark.parametrize("path", [page for page in PAGES if "notebooks" not in page])
def test_a_page_without_widget_weighs_less_than_200_kilobytes(
    open_page: Open, site: Project, site_url: str, path: str
) -> None:
    watched = open_page(f"{site_url}/{path}")
    watched.page.wait_for_timeout(300)
    assert weight(site.site, watched) < 200_000


def test_the_widget_script_is_loaded_only_when_somebody_comes_near(open_page: Open, site_url: str) -> None:
    watched = open_page(f"{site_url}/en/notebooks/budget.html")
    watched.page.wait_for_timeout(500)
    assert not any("embed.js" in url for url in watched.requests)
    watched.page.get_by_role("heading", name="Try it").scroll_into_view_if_needed()
    watched.page.get_by_role("slider").first.wait_for(timeout=30_000)
    assert any(url.startswith(site_url) and "embed.js" in url for url in watched.requests)
    assert watched.strangers() == []
    slider = watched.page.get_by_role("slider").first
    assert slider.get_attribute("aria-label") == "Change of the levelling transfer"
    # The outcome answers without any kernel.
    said = watched.page.locator(".widget-stack, .jupyter-widgets.widget-container").get_by_text("thousand som; ").first
    before = said.text_content()
    watched.page.get_by_label("Change of the levelling transfer").last.select_option(index=13)
    watched.page.get_by_text("own revenue").first.wait_for()
    assert watched.page.locator("p", has_text="thousand som; ").locator("visible=true").first.text_content() != before
    assert watched.serious() == []


def test_the_root_page_leads_to_the_book(open_page: Open, site_url: str) -> None:
    watched = open_page(f"{site_url}/")
    watched.page.wait_for_url("**/en/book/intro.html", timeout=10_000)


def test_search_finds_a_word(open_page: Open, site_url: str) -> None:
    watched = open_page(f"{site_url}/en/search.html?q=levelling")
    watched.page.get_by_role("link", name="A budget that holds").first.wait_for(timeout=20_000)
    assert watched.strangers() == []


def test_the_exercise_can_be_downloaded(open_page: Open, site_url: str) -> None:
    watched = open_page(f"{site_url}/en/book/chapters/budget.html")
    with watched.page.expect_download() as download:
        watched.page.get_by_role("link", name="Download the exercise").click()
    assert download.value.suggested_filename == "budget.ipynb"


def test_the_site_works_under_a_sub_path(open_page: Open, site: Project, tmp_path: Path) -> None:
    import threading

    from aimak.site.serve import server

    shutil.copytree(site.site, tmp_path / "host" / "some" / "path")
    (tmp_path / "host" / "index.html").write_text("host")
    running = server(tmp_path / "host", 0)
    threading.Thread(target=running.serve_forever, daemon=True).start()
    try:
        watched = open_page(f"http://127.0.0.1:{running.server_address[1]}/some/path/en/book/chapters/budget.html")
        assert watched.errors == []
        watched.page.get_by_role("link", name="Read the lesson").click()
        watched.page.get_by_role("heading", name="Lesson: reading a local budget").wait_for(timeout=10_000)
    finally:
        running.shutdown()
        running.server_close()


def test_the_unpacked_zip_works_without_a_server(open_page: Open, site: Project, tmp_path: Path) -> None:
    archive = shutil.make_archive(str(tmp_path / "site"), "zip", site.site)
    shutil.unpack_archive(archive, tmp_path / "unpacked")
    watched = open_page((tmp_path / "unpacked" / "en" / "book" / "chapters" / "budget.html").as_uri(), PHONE)
    assert watched.strangers() == []
    assert watched.errors == []
    assert watched.overflow() <= 0
