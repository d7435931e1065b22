"""The site in Chromium with its own service worker: what it fetches, keeps and does without a network; updates."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, Playwright

from aimak.project import Project
from aimak.site.offline import write_offline
from tests.browser.conftest import DESKTOP, PHONE, Watched
from tests.browser.lite import KEPT, CountingServer, boot, exercise_url, profile, run_all

pytestmark = [pytest.mark.browser, pytest.mark.slow]
CHAPTER = "en/book/chapters/budget.html"
#: The browser itself asks for the worker again, to see whether there is a newer one.
UPDATE_CHECK = {"/sw.js"}
SMALL_PHONE = (360, 740)
#: Twice: the browser looks by itself after a page is opened, and answers a call that falls into that look with what it
#: had fetched before the new build.
LOOK_FOR_UPDATE = """() => navigator.serviceWorker.getRegistration()
    .then(one => one.update().then(() => one.update())).then(() => true)"""


@pytest.fixture
def counting(site: Project) -> Iterator[CountingServer]:
    running = CountingServer(site.site)
    running.start()
    yield running
    running.stop()


def watched(context: BrowserContext) -> Watched:
    page = context.new_page()
    seen = Watched(page)
    page.on("request", lambda request: seen.requests.append(request.url))
    page.on("pageerror", lambda error: seen.errors.append(str(error)))
    return seen


def stored_line(page: Page) -> str:
    page.locator(".aimak-stored").wait_for(timeout=60_000)
    return page.locator(".aimak-stored").inner_text()


def test_an_exercise_boots_from_own_files_once_and_then_without_a_server(
    counting: CountingServer, playwright: Playwright, tmp_path: Path
) -> None:
    with profile(playwright, tmp_path / "profile") as context:
        seen = watched(context)
        boot(seen.page, exercise_url(counting.url))
        assert counting.bytes <= 11_000_000
        assert run_all(seen.page).count("First choose your municipality") > 3
        assert seen.strangers() == []
        assert seen.errors == []
        assert seen.page.evaluate(KEPT, ["pages", "pages-en", "exercise", "exercise-en"]) == "done"
        counting.forget()
        boot(seen.page, exercise_url(counting.url))
        assert set(counting.sent) <= UPDATE_CHECK
        counting.forget()
        seen.page.goto(f"{counting.url}/{CHAPTER}")
        assert "Stored on this device" in stored_line(seen.page)
        assert set(counting.sent) <= UPDATE_CHECK
    counting.stop()
    with profile(playwright, tmp_path / "profile") as context:  # the browser was closed and opened again
        seen = watched(context)
        seen.page.goto(f"{counting.url}/")
        seen.page.get_by_role("link", name="English").click()
        seen.page.wait_for_url("**/en/book/intro.html", timeout=20_000)
        seen.page.goto(f"{counting.url}/en/search.html?q=levelling")
        seen.page.get_by_role("link", name="A budget that holds").first.wait_for(timeout=20_000)
        seen.page.goto(f"{counting.url}/{CHAPTER}")
        seen.page.get_by_role("link", name="Open the exercise").click()
        text = run_all(seen.page)
        assert "First choose your municipality" in text
        assert "Traceback" not in text


@pytest.mark.parametrize("size", [DESKTOP, PHONE, SMALL_PHONE], ids=["desktop", "phone", "small phone"])
def test_a_fresh_notebook_runs_with_friendly_lines_and_fits_the_screen(
    open_page, site_url: str, size: tuple[int, int]
) -> None:  # type: ignore[no-untyped-def]
    seen = open_page("about:blank", size)
    boot(seen.page, exercise_url(site_url))
    text = run_all(seen.page)
    assert "Run the form above first" not in text
    assert "Nothing saved yet." in text
    assert "Traceback" not in text
    assert "Error" not in text
    assert seen.overflow() <= 0
    assert seen.strangers() == []
    for name in ("Run everything", "Download"):
        assert seen.page.get_by_role("button", name=name).first.is_visible()
    assert not seen.page.get_by_text("Kernel", exact=True).is_visible()


def test_a_missing_kernel_file_is_told_plainly(
    counting: CountingServer, playwright: Playwright, tmp_path: Path
) -> None:
    counting.broken = {"pyodide.asm.wasm"}
    with profile(playwright, tmp_path / "profile") as context:
        page = context.new_page()
        page.goto(exercise_url(counting.url))
        page.get_by_text("The exercise could not start").wait_for(timeout=90_000)


def test_an_interrupted_first_visit_carries_on(
    counting: CountingServer, playwright: Playwright, tmp_path: Path
) -> None:
    with profile(playwright, tmp_path / "profile") as context:
        page = context.new_page()
        counting.broken = {"searchindex.js"}  # here the line breaks
        page.goto(f"{counting.url}/{CHAPTER}")
        page.wait_for_function("() => navigator.serviceWorker.controller")
        assert "Being stored" in stored_line(page)
        page.wait_for_timeout(1000)
        counting.stop()
        first = set(counting.sent)
        counting.forget()
        counting.broken = set()
        counting.start()
        page.goto(f"{counting.url}/{CHAPTER}")
        assert page.evaluate(KEPT, ["pages", "pages-en"]) == "done"
        assert "/en/searchindex.js" in counting.sent
        again = {name for name in counting.sent if name in first} - UPDATE_CHECK
        assert len(again) <= 4, again  # what was under way when the line broke


def newer(site: Path, text: str) -> None:
    """Another build of the site, with another heading in a chapter."""
    page = site / CHAPTER
    page.write_text(page.read_text(encoding="utf-8").replace("The idea", text), encoding="utf-8")
    for packed in ("br", "gz"):
        for name in (CHAPTER, "sw.js"):
            (site / f"{name}.{packed}").unlink(missing_ok=True)
    write_offline(site)


def test_an_update_is_offered_and_an_open_page_keeps_its_version(
    site: Project, playwright: Playwright, tmp_path: Path
) -> None:
    shutil.copytree(site.site, tmp_path / "site", ignore=shutil.ignore_patterns("lite"))
    server = CountingServer(tmp_path / "site")
    server.start()
    address = f"{server.url}/{CHAPTER}"
    read = "() => fetch(location.href).then(got => got.text()).then(text => text.includes('Second edition'))"
    contents = """() => caches.keys().then(all => caches.open(all.find(one => one.endsWith(":content"))))
        .then(cache => cache.keys()).then(keys => keys.length)"""
    try:
        with profile(playwright, tmp_path / "profile") as context:
            first, other = context.new_page(), context.new_page()
            first.goto(address)
            assert first.evaluate(KEPT, ["pages", "pages-en"]) == "done"
            other.goto(address)
            before = other.evaluate(contents)
            newer(tmp_path / "site", "Second edition")
            first.evaluate(LOOK_FOR_UPDATE)
            first.get_by_text("A new version of the course is there.").wait_for(timeout=30_000)
            # Later: the page goes on in its version, also when it is loaded again.
            first.get_by_role("button", name="Later").click()
            first.reload()
            assert "Second edition" not in first.inner_text("main")
            server.stop()  # what is new was fetched before it was offered
            first.get_by_role("button", name="Use it now").click()
            first.get_by_role("heading", name="Second edition").wait_for(timeout=30_000)
            assert not other.evaluate(read)
            assert first.evaluate(read)
            assert other.evaluate(contents) > before
            other.reload()
            other.get_by_role("heading", name="Second edition").wait_for(timeout=30_000)
    finally:
        server.stop()


def test_an_analysts_cell_says_in_words_that_it_needs_the_internet(
    counting: CountingServer, playwright: Playwright, tmp_path: Path
) -> None:
    with profile(playwright, tmp_path / "profile", PHONE) as context:
        seen = watched(context)
        context.route("https://**", lambda route: route.abort())  # no internet
        boot(seen.page, exercise_url(counting.url, "budget-analyst"))
        assert seen.strangers() == []
        text = run_all(seen.page)
        assert "This cell needs “pandas”" in text
        assert "Traceback" not in text
        assert {url.split("/full/")[0] for url in seen.strangers()} == {"https://cdn.jsdelivr.net/pyodide/v314.0.7"}
        assert seen.overflow() <= 0


def test_a_lesson_that_somebody_runs_asks_no_other_site_and_says_where_its_charts_stand(
    counting: CountingServer, playwright: Playwright, tmp_path: Path
) -> None:
    with profile(playwright, tmp_path / "profile") as context:
        seen = watched(context)
        boot(seen.page, exercise_url(counting.url, "lesson-budget"))
        text = run_all(seen.page)
        assert text.count("It stands on the page of the lesson") >= 4
        assert "Traceback" not in text
        assert seen.strangers() == []
