"""The quiz of a chapter in Chromium: with a keyboard only, on a phone, without a script, and on paper."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.conftest import DESKTOP, PHONE, Watched
from tests.conftest import ROOT

pytestmark = pytest.mark.browser
CHAPTER = "en/book/chapters/budget.html"
SMALLEST = (360, 740)
Open = Callable[..., Watched]


def question(page: Page, number: int) -> Locator:
    return page.get_by_role("group", name=re.compile(rf"^{number}\. "))


def focused(page: Page) -> str:
    """The words that name what has the focus."""
    return str(page.evaluate("(document.activeElement.labels?.[0] ?? document.activeElement).textContent.trim()"))


def press_to(page: Page, name: str, key: str = "Tab", at_most: int = 150) -> None:
    """Press ``key`` until ``name`` has the focus, as somebody without a mouse does."""
    for _ in range(at_most):
        page.keyboard.press(key)
        if focused(page) == name:
            return
    pytest.fail(f"{key} does not lead to {name}")


def keys(page: Page, *names: str) -> None:
    for name in names:
        page.keyboard.press(name)


def test_the_whole_quiz_is_done_with_a_keyboard_and_its_score_is_said(open_page: Open, site_url: str) -> None:
    watched = open_page(f"{site_url}/{CHAPTER}")
    page = watched.page
    said = [question(page, number).get_by_role("status") for number in range(1, 5)]
    score = page.locator(".aimak-quiz-score")
    expect(score).to_have_attribute("aria-live", "polite")
    asked = len(watched.requests)

    press_to(page, "Land tax")
    keys(page, "Space")
    press_to(page, "Patents")
    keys(page, "Space", "Tab", "Tab")
    assert focused(page) == "Check answer 1"
    keys(page, "Enter")
    expect(said[0]).to_contain_text("✔ Right.")
    expect(said[0]).to_contain_text("They belong to own revenue, like the taxes.")
    assert focused(page) == "Check answer 1"  # what was pressed keeps the focus: nobody is thrown elsewhere

    keys(page, "Tab", "Tab", "ArrowDown", "Tab", "Enter")
    expect(said[1]).to_contain_text("✔ Right. Own revenue grew by 822.8 thousand som.")
    keys(page, "Tab", "Tab", "Space", "Tab", "Enter")
    expect(said[2]).to_contain_text("✘ Not right. This looks fair.")
    expect(score).to_be_empty()
    keys(page, "Tab", "Tab", "ArrowUp", "Tab", "Space")
    expect(said[3]).to_contain_text("✔ Right. The Budget Code makes hearings obligatory every year")
    expect(score).to_have_text(
        "You answered all questions. Right: 3 of 4. You may change an answer and check it again."
    )

    press_to(page, "Cut every line by ten per cent.", "Shift+Tab", 10)
    keys(page, "ArrowUp")
    expect(said[2]).to_be_empty()  # an answer that was changed has no verdict until it is checked
    expect(score).to_be_empty()
    keys(page, "Tab", "Enter")
    expect(said[2]).to_contain_text("✔ Right. Protected lines")
    expect(score).to_have_text("You answered all questions. Right: 4 of 4.")
    assert watched.requests[asked:] == []
    assert watched.errors == []


def test_the_focus_can_be_seen(open_page: Open, site_url: str) -> None:
    page = open_page(f"{site_url}/{CHAPTER}").page
    press_to(page, "Land tax")
    label = question(page, 1).locator("label", has_text="Land tax")
    assert label.evaluate("label => getComputedStyle(label).outlineStyle") == "solid"
    assert label.evaluate("label => parseFloat(getComputedStyle(label).outlineWidth)") >= 2


def test_an_answer_that_is_not_given_or_not_complete_is_told(open_page: Open, site_url: str) -> None:
    page = open_page(f"{site_url}/{CHAPTER}").page
    first = question(page, 1)
    check, said, answer = first.get_by_role("button"), first.get_by_role("status"), first.locator("details")
    expect(answer).to_be_hidden()
    check.click()
    expect(said).to_have_text("➜ Choose an answer first.")
    expect(answer).to_be_hidden()
    first.get_by_label("Land tax").check()
    expect(said).to_be_empty()
    check.click()
    expect(said).to_contain_text("➜ Not complete: something right is still missing.")
    expect(answer).to_be_visible()
    first.get_by_label("Parents’ fees").check()
    check.click()
    expect(said).to_contain_text("✘ Not right: Parents’ fees of the kindergarten")
    expect(said.get_by_role("listitem")).to_have_count(2)


def answer_everything(page: Page) -> None:
    for number, option in ((1, "Land tax"), (2, "Own revenue grew"), (3, "Cut every line"), (4, "LSG bodies")):
        question(page, number).get_by_label(option).check()
        question(page, number).get_by_role("button").click()
        question(page, number).locator("summary").click()
    expect(page.locator(".aimak-quiz-score")).to_contain_text("Right: 2 of 4.")


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("size", [DESKTOP, PHONE, SMALLEST], ids=["desktop", "phone", "smallest"])
def test_an_answered_quiz_fits_and_is_accessible(
    open_page: Open, site_url: str, size: tuple[int, int], theme: str
) -> None:
    watched = open_page(f"{site_url}/{CHAPTER}", size)
    page = watched.page
    page.evaluate("theme => Object.assign(document.documentElement.dataset, {theme, mode: theme})", theme)
    page.add_style_tag(content="* { transition: none !important; }")  # axe must not read a colour halfway
    answer_everything(page)
    assert watched.overflow() <= 0
    quiz = page.locator(".aimak-quiz")
    small = [
        box
        for one in quiz.locator("label, button, summary").all()
        if (box := one.bounding_box()) is None or box["height"] < 44 or box["width"] < 44
    ]
    assert small == []
    page.add_script_tag(path=str(ROOT / "node_modules" / "axe-core" / "axe.min.js"))
    found = page.evaluate("axe.run('.aimak-quiz', {resultTypes: ['violations']})")
    assert [f"{one['id']}: {one['nodes'][0]['html']}" for one in found["violations"]] == []


def test_without_a_script_the_answers_can_be_read(browser: Browser, site_url: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    try:
        page.goto(f"{site_url}/{CHAPTER}")
        expect(question(page, 2).get_by_role("button")).to_have_count(0)
        why = question(page, 2).get_by_text("Own revenue grew by 822.8 thousand som.")
        expect(why).to_be_hidden()
        question(page, 2).get_by_text("Answer 2", exact=True).click()
        expect(why).to_be_visible()
    finally:
        context.close()


def pages(pdf: bytes) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", pdf))


def test_paper_has_empty_boxes_and_the_answers_on_a_sheet_of_their_own_at_the_end(
    open_page: Open, site_url: str
) -> None:
    page = open_page(f"{site_url}/{CHAPTER}").page
    answer_everything(page)
    answers = page.locator(".aimak-quiz-answers")
    expect(answers).to_be_hidden()
    page.emulate_media(media="print")
    expect(answers).to_be_visible()
    expect(answers.get_by_role("listitem")).to_have_count(13)
    for hidden in ("button", "details", ".aimak-quiz-said", ".aimak-quiz-score"):
        assert not any(one.is_visible() for one in page.locator(f".aimak-quiz {hidden}").all()), hidden
    boxes = page.locator(".aimak-quiz input")
    expect(boxes).to_have_count(13)
    for box in boxes.all():
        look = box.evaluate(
            "box => { const s = getComputedStyle(box); return [s.appearance, s.borderTopStyle, s.backgroundColor]; }"
        )
        assert look == ["none", "solid", "rgb(255, 255, 255)"]
        assert box.is_visible()
    end = answers.bounding_box()
    last = page.get_by_text("Words you met here are in the").bounding_box()
    assert end is not None
    assert last is not None
    assert end["y"] >= last["y"] + last["height"]
    whole = pages(page.pdf(format="A4"))
    answers.evaluate("answers => answers.remove()")
    assert whole == pages(page.pdf(format="A4")) + 1
