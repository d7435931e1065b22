"""Slides as a trainer meets them: from a stick, with keys, with the speaker's window, on a phone."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.browser.conftest import DESKTOP, PHONE
from tests.site.print.conftest import Made, made

__all__ = ["made"]
pytestmark = pytest.mark.browser


def address(made: Made, language: str = "ky") -> str:
    return (made.site / language / "slides" / "budget.html").resolve().as_uri()


def test_slides_open_from_a_stick_and_ask_for_nothing_else(made: Made, open_page) -> None:  # type: ignore[no-untyped-def]
    watched = open_page(address(made))
    assert watched.strangers() == []
    assert watched.errors == []
    assert watched.overflow() == 0
    assert watched.page.evaluate("document.documentElement.lang") == "ky"
    assert watched.serious() == []


def test_keys_lead_through_every_slide_and_none_is_too_long(made: Made, open_page) -> None:  # type: ignore[no-untyped-def]
    page = open_page(address(made)).page
    page.wait_for_function("Reveal.isReady()")
    seen = []
    for _slide in range(page.evaluate("Reveal.getTotalSlides()")):
        seen.append(page.evaluate("Reveal.getCurrentSlide().querySelector('h1, h2').textContent"))
        assert page.evaluate("(s => s.scrollHeight - s.clientHeight)(Reveal.getCurrentSlide())") <= 1, seen[-1]
        page.keyboard.press("ArrowRight")
    assert len(set(seen)) == len(seen) >= 10


def test_the_speakers_window_opens_and_shows_the_note_of_the_slide(made: Made, browser: Browser) -> None:
    context = browser.new_context(viewport={"width": DESKTOP[0], "height": DESKTOP[1]})
    page = context.new_page()
    page.goto(address(made))
    page.wait_for_function("Reveal.isReady()")
    with context.expect_page() as opened:
        page.keyboard.press("s")
    notes = opened.value
    notes.wait_for_function("document.body.innerText.includes('90 мүнөт')")
    context.close()


def test_a_figure_is_large(made: Made, open_page) -> None:  # type: ignore[no-untyped-def]
    page = open_page(address(made)).page
    page.wait_for_function("Reveal.isReady()")
    page.evaluate("Reveal.slide(Reveal.getSlides().findIndex(one => one.querySelector('img')))")
    box = page.locator("section.present img").bounding_box()
    assert box is not None
    assert box["height"] > 0.5 * DESKTOP[1]


def test_on_a_phone_slides_are_one_page_with_the_notes_to_unfold(made: Made, open_page) -> None:  # type: ignore[no-untyped-def]
    watched = open_page(address(made), PHONE)
    assert watched.errors == []
    assert watched.overflow() == 0
    assert watched.page.locator("section").last.is_visible() or watched.page.locator("section").count() > 10
    watched.page.locator("details summary").first.click()
    assert watched.page.get_by_text("90 мүнөт").first.is_visible()
    assert watched.serious() == []
