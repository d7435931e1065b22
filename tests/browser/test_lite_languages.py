"""One work in every language: begun in Kyrgyz on a phone, looked at in Russian, handed in, graded."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from aimak.course.translate import texts_of
from aimak.project import Project
from tests.browser.conftest import PHONE
from tests.browser.test_lite_work import EXERCISE, grade, machine_marked
from tests.browser.trainee import CODE, Trainee, designed, records_of

#: How long a busy machine may take to show what is there.
SOON_MS = 30_000
pytestmark = [pytest.mark.browser, pytest.mark.slow]


def heading(project: Project, language: str) -> str:
    return texts_of(project, "exercises/budget", language)("Who are you?")


def in_language(one: Trainee, project: Project, language: str) -> None:
    """The page, the notebook's text and the app's own buttons are in this language."""
    assert one.page.evaluate("document.documentElement.lang") == language
    expect(one.page.get_by_role("heading", name=heading(project, language), exact=True)).to_be_visible(timeout=SOON_MS)
    expect(one.page.get_by_role("button", name=one.word("Hand in"), exact=True)).to_be_visible(timeout=SOON_MS)
    expect(one.page.get_by_role("button", name=one.word("Run everything"), exact=True)).to_be_visible(timeout=SOON_MS)
    (current,) = one.page.locator("#aimak-languages [aria-current]").all()
    assert current.get_attribute("lang") == language
    title = texts_of(project, "exercises/budget", language)("A budget that holds")
    expect(one.page).to_have_title(title, timeout=SOON_MS)


def test_work_begun_in_one_language_goes_on_in_another_and_counts_the_same(
    browser: Browser, built: Project, class_project: Project, site_url: str, tmp_path: Path
) -> None:
    context = browser.new_context(viewport={"width": PHONE[0], "height": PHONE[1]})
    one = Trainee(context.new_page(), "ky")
    one.open(f"{site_url}/{EXERCISE.replace('lang=en', 'lang=ky')}")
    in_language(one, built, "ky")
    solution = designed(built, lambda exercise, case: exercise.solution(case), "ky")
    one.answer({name: solution[name] for name in ("who", "structure")})
    one.page.get_by_role("link", name="Русский").click()
    one.language = "ru"
    one.page.wait_for_url("**lang=ru**")
    one.wait()
    in_language(one, built, "ru")
    assert set(one.kept()) == {"who", "structure"}
    assert one.form("who").get_by_label(one.word("Your trainee code")).input_value() == CODE
    solution = designed(built, lambda exercise, case: exercise.solution(case), "ru")
    one.answer({"printed": solution["printed"]})
    path = one.hand_in(tmp_path / "inbox")
    assert set(records_of(path)) == {"who", "structure", "printed"}
    assert machine_marked(grade(class_project, tmp_path / "inbox")) == 9
    context.close()
