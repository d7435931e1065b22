"""The built site in Chromium: nothing leaves it, nothing overflows, axe-core finds nothing serious, pages are light."""

import gzip
import json
import shutil
from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import Browser

from aimak.project import Project
from tests.browser.conftest import DESKTOP, PHONE, Watched
from tests.browser.lite import KEPT

pytestmark = pytest.mark.browser
PAGES = (
    "en/book/intro.html",
    "en/book/how-to-use.html",
    "en/book/chapters/budget.html",
    "en/notebooks/budget.html",
    "en/book/trainers/budget.html",
    "en/book/library/glossary.html",
    "en/search.html",
    "ru/book/chapters/budget.html",
    "ru/book/library/glossary.html",
    "ky/book/intro.html",
    "ky/book/chapters/budget.html",
    "ky/notebooks/budget.html",
    "ky/search.html",
    "index.html",
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


def test_a_page_has_the_letters_of_kyrgyz_and_prints_in_its_language(open_page: Open, site_url: str) -> None:
    watched = open_page(f"{site_url}/ky/book/chapters/budget.html")
    assert watched.page.evaluate("document.documentElement.lang") == "ky"
    # A letter that the font lacks is drawn by another font, or as the same empty box as any other one.
    widths = watched.page.evaluate("""() => {
        const pen = document.createElement("canvas").getContext("2d");
        pen.font = getComputedStyle(document.body).font;
        return [..."ңөүҢӨҮ\\u{10FFFD}"].map(one => pen.measureText(one).width); }""")
    assert widths[-1] not in widths[:-1]
    printed = watched.page.pdf(tagged=True, outline=True)
    assert b"/Lang (ky)" in printed
    assert b"DejaVuSans" in printed or b"NotoSans" in printed


def test_the_language_is_changed_by_keyboard_and_keeps_the_place(open_page: Open, site_url: str) -> None:
    watched = open_page(f"{site_url}/en/book/chapters/budget.html#plan-and-actual", PHONE)
    link = watched.page.get_by_role("navigation", name="Language").get_by_role("link", name="Кыргызча")
    box = link.bounding_box()
    assert box is not None
    assert min(box["width"], box["height"]) >= 44
    link.focus()
    watched.page.keyboard.press("Enter")
    watched.page.wait_for_url("**/ky/book/chapters/budget.html#plan-and-actual")
    here = watched.page.locator(".aimak-languages [aria-current]")
    assert (here.count(), here.get_attribute("lang")) == (1, "ky")
    # The first page offers what was chosen, whatever the browser says.
    watched.page.goto(f"{site_url}/")
    assert watched.page.locator("li a").first.get_attribute("lang") == "ky"


@pytest.mark.parametrize(
    ("locale", "first"), [("ru-RU", "ru"), ("ky", "ky"), ("de", "en")], ids=["russian", "kyrgyz", "another"]
)
def test_the_root_page_offers_the_browsers_language_first(
    browser: Browser, site_url: str, locale: str, first: str
) -> None:
    page = browser.new_page(locale=locale)
    page.goto(f"{site_url}/")
    links = page.locator("li a")
    assert links.first.get_attribute("lang") == page.evaluate("document.documentElement.lang") == first
    assert {links.nth(place).get_attribute("lang") for place in range(3)} == {"en", "ru", "ky"}
    links.first.click()
    page.wait_for_url(f"**/{first}/book/intro.html")
    page.close()


def test_languages_are_changed_without_scripts(browser: Browser, site: Project) -> None:
    page = browser.new_page(java_script_enabled=False)
    page.goto((site.site / "index.html").as_uri())
    page.get_by_role("link", name="Русский").click()
    page.wait_for_url("**/ru/book/intro.html")
    page.get_by_role("link", name="Кыргызча", exact=True).click()
    page.wait_for_url("**/ky/book/intro.html")
    page.close()


def test_a_reader_stores_the_pages_of_one_language(browser: Browser, site: Project, site_url: str) -> None:
    page = browser.new_page(locale="ru")
    page.goto(f"{site_url}/ru/book/intro.html")
    assert page.evaluate(KEPT, ["pages", "pages-ru"]) == "done"
    page.context.set_offline(True)
    page.goto(f"{site_url}/ru/book/library/glossary.html")
    assert page.evaluate("document.documentElement.lang") == "ru"
    stored = page.evaluate("""async () => {
        const name = (await caches.keys()).find(one => one.endsWith(":content"));
        return (await (await caches.open(name)).keys()).map(one => one.url.split("/content/")[1]); }""")
    files = json.loads(next(site.site.glob("files-*.json")).read_text(encoding="utf-8"))["files"]
    pages = {name: digest for name, (digest, _size, _set) in files.items() if name.endswith("intro.html")}
    assert len(pages) == 3
    assert [name for name, digest in pages.items() if digest in stored] == ["ru/book/intro.html"]
    page.close()


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
