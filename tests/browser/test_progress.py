"""The front page in Chromium: doors, the picture of the game, and progress that stays on the device."""

import json
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from aimak.project import Project
from tests.browser.conftest import DESKTOP, PHONE, Watched, served
from tests.browser.trainee import Filled, Trainee, designed

pytestmark = pytest.mark.browser
FRONT = "en/book/intro.html"

DOORS = {"trainee": "how-to-use", "trainer": "trainers/guide", "forum": "forum", "course": "authors"}
SIZES = pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
Open = Callable[..., Watched]


@pytest.fixture
def reader(browser: Browser) -> Iterator[Callable[..., Page]]:
    """A page in a browser profile of its own; pages of one profile share what is kept."""
    opened: list[BrowserContext] = []

    def come(size: tuple[int, int] = DESKTOP) -> Page:
        context = browser.new_context(viewport={"width": size[0], "height": size[1]}, bypass_csp=True)
        opened.append(context)
        return context.new_page()

    yield come
    for context in opened:
        context.close()


def board(page: Page) -> str:
    """What the front page says of the reader's progress; empty while it is hidden."""
    place = page.locator(".aimak-progress")
    return place.inner_text() if place.is_visible() else ""


def parts(page: Page, unit: str = "budget") -> dict[str, str]:
    """What the card of a unit says, as a screen reader hears it: part -> state."""
    card = page.locator(".aimak-units > ul > li", has=page.locator(f"a[href$='chapters/{unit}.html']"))
    found = {}
    for item in card.locator(".aimak-parts li").all():
        state = item.get_by_role("img").get_attribute("aria-label") or ""
        found[item.inner_text().split()[-1]] = state.rstrip(":")
    return found


def read_to_the_end(page: Page) -> None:
    page.locator("p.aimak-actions").first.scroll_into_view_if_needed()
    page.wait_for_function("Object.keys(localStorage).some(key => key.endsWith(':progress'))")


def answer_the_quiz(page: Page) -> None:
    for question in page.locator(".aimak-question").all():
        question.locator("input").first.check()
        question.get_by_role("button").click()
    expect(page.locator(".aimak-quiz-score")).not_to_be_empty()


@SIZES
def test_each_door_leads_to_three_steps(reader: Callable[..., Page], site_url: str, size: tuple[int, int]) -> None:
    page = reader(size)
    for name, address in DOORS.items():
        page.goto(f"{site_url}/{FRONT}")
        door = page.locator(".aimak-doors").get_by_role("link", name=re.compile(rf"^I .*\b{name}\b"))
        box = door.bounding_box()
        assert box is not None
        assert box["y"] + box["height"] <= size[1] + 60, "the doors belong to the first screen"
        door.click()
        page.wait_for_url(f"**/en/book/{address}.html")
        steps = page.locator("section", has=page.get_by_role("heading", name="Start here")).last.locator("ol > li")
        assert steps.count() == 3


@SIZES
def test_the_picture_opens_the_game(reader: Callable[..., Page], site_url: str, size: tuple[int, int]) -> None:
    page = reader(size)
    page.goto(f"{site_url}/ky/book/intro.html")
    picture = page.locator("a.aimak-open")
    assert picture.locator("img").get_attribute("alt")
    address = picture.get_attribute("href") or ""
    assert address.endswith("lite/notebooks/index.html?lang=ky&path=budget.ipynb")
    picture.click()
    page.wait_for_url("**/lite/notebooks/index.html?lang=ky&path=budget.ipynb")
    assert page.title()


@SIZES
def test_a_newcomer_sees_no_progress_and_a_reader_does(
    reader: Callable[..., Page], site_url: str, size: tuple[int, int]
) -> None:
    page = reader(size)
    page.goto(f"{site_url}/{FRONT}")
    assert board(page) == ""
    assert parts(page) == {}
    page.goto(f"{site_url}/en/book/chapters/budget.html")
    page.wait_for_timeout(300)
    assert page.evaluate("Object.keys(localStorage).filter(key => key.endsWith(':progress'))") == []  # only opened
    read_to_the_end(page)
    page.goto(f"{site_url}/{FRONT}")
    assert parts(page) == {"Chapter": "done", "Questions": "not yet", "Lesson": "not yet", "Exercise": "not yet"}
    assert "Next: the questions at the end of “Budget”" in board(page)
    page.goto(f"{site_url}/en/book/chapters/budget.html")
    answer_the_quiz(page)
    page.goto(f"{site_url}/{FRONT}")
    page.reload()
    assert parts(page)["Questions"] == "done"
    page.get_by_role("link", name="Next: the lesson “Budget”").click()
    page.wait_for_url("**/en/notebooks/budget.html")
    page.go_back()
    page.wait_for_url(f"**/{FRONT}")
    expect(page.get_by_role("link", name="Next: the exercise “Budget”")).to_be_visible()
    assert parts(page)["Lesson"] == "done"
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


@SIZES
def test_marks_speak_the_readers_language_and_are_accessible(
    open_page: Open, site_url: str, size: tuple[int, int]
) -> None:
    watched = open_page(f"{site_url}/en/notebooks/budget.html", size)
    page = watched.page
    for language, words in (("ky", "Бүткөн темалар"), ("ru", "Пройдено тем"), ("en", "Units done: 0 of")):
        page.goto(f"{site_url}/{language}/book/intro.html")
        assert words in board(page)
        assert page.locator(".bd-sidebar-primary .aimak-sign").count() == 1
        assert watched.overflow() <= 0
    assert page.locator(".bd-sidebar-primary .aimak-sign").get_attribute("aria-label") == "begun"
    assert watched.serious() == []
    assert watched.errors == []
    assert watched.strangers() == []


def test_progress_is_forgotten_and_can_be_brought_back(reader: Callable[..., Page], site_url: str) -> None:
    page = reader()
    page.goto(f"{site_url}/en/notebooks/budget.html")
    page.goto(f"{site_url}/{FRONT}")
    page.get_by_role("button", name="Forget my progress").click()
    assert "Your progress is forgotten." in board(page)
    assert parts(page) == {}
    page.get_by_role("button", name="Bring my progress back").click()
    assert parts(page)["Lesson"] == "done"
    page.get_by_role("button", name="Forget my progress").click()
    page.reload()
    assert board(page) == ""


def test_another_site_on_the_same_host_has_its_own_progress(
    reader: Callable[..., Page], site: Project, tmp_path: Path
) -> None:
    for name in ("one", "two"):
        shutil.copytree(site.site, tmp_path / "host" / name, ignore=shutil.ignore_patterns("lite"))
    (tmp_path / "host" / "index.html").write_text("host")
    page = reader()
    with served(tmp_path / "host") as address:
        page.goto(f"{address}/one/en/notebooks/budget.html")
        page.goto(f"{address}/two/{FRONT}")
        assert board(page) == ""
        page.goto(f"{address}/one/{FRONT}")
        assert "Next: the chapter “Budget”" in board(page)


@pytest.mark.parametrize("kept", ["spoilt", '{"units": 7}', "null", "[]"])
def test_spoilt_progress_is_no_progress(reader: Callable[..., Page], site_url: str, kept: str) -> None:
    page = reader()
    page.goto(f"{site_url}/{FRONT}")
    page.evaluate("kept => localStorage.setItem('aimak:/:progress', kept)", kept)
    page.reload()
    assert board(page) == ""
    page.goto(f"{site_url}/en/notebooks/budget.html")
    page.goto(f"{site_url}/{FRONT}")
    assert parts(page)["Lesson"] == "done"


def test_a_window_that_stores_nothing_shows_whole_pages(reader: Callable[..., Page], site_url: str) -> None:
    page = reader()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(error.stack or str(error)))
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } });"
    )
    page.goto(f"{site_url}/en/book/chapters/budget.html")
    answer_the_quiz(page)
    page.goto(f"{site_url}/{FRONT}")
    assert board(page) == ""
    expect(page.locator(".aimak-units a").first).to_be_visible()
    assert [one for one in errors if "aimak-" in one] == []  # the theme's own scripts complain


def test_without_a_script_the_front_page_is_whole(browser: Browser, site_url: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    try:
        page.goto(f"{site_url}/{FRONT}")
        expect(page.locator(".aimak-progress")).to_be_hidden()
        assert page.locator(".aimak-doors a").count() == 4
        page.locator(".aimak-units a").first.click()
        page.wait_for_url("**/en/book/chapters/*.html")
    finally:
        context.close()


@pytest.fixture(scope="module")
def solution(built: Project) -> dict[str, Filled]:
    return designed(built, lambda exercise, case: exercise.solution(case))


@pytest.mark.slow
def test_an_exercise_is_marked_when_it_is_opened_saved_and_handed_in(
    reader: Callable[..., Page], site_url: str, solution: dict[str, Filled]
) -> None:
    one = Trainee(reader())
    front = one.page.context.new_page()
    front.goto(f"{site_url}/{FRONT}")
    one.open(f"{site_url}/lite/notebooks/index.html?path=budget.ipynb&lang=en")
    expect(front.get_by_role("link", name="Next: the chapter “Budget”")).to_be_visible()  # told by the other tab
    assert parts(front)["Exercise"] == "begun"
    level = "() => JSON.parse(localStorage.getItem('aimak:/:progress')).units.budget.exercise"
    assert one.page.evaluate(level) == 1
    one.answer({"who": solution["who"]})
    one.page.wait_for_function(f"({level})() === 2")
    with one.page.expect_download() as download:
        one.page.get_by_role("button", name="Hand in").click()
    assert json.loads(download.value.path().read_text())["metadata"]["aimak"]["unit"] == "budget"
    one.page.wait_for_function(f"({level})() === 3")
    assert parts(front)["Exercise"] == "done"
    one.open(f"{site_url}/lite/notebooks/index.html?path=budget.ipynb&lang=en")
    assert one.page.evaluate(level) == 3  # what was reached is not lost when it is opened again
