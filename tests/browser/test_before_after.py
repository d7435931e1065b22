"""Somebody takes both tests on a telephone: told nothing, handed in, collected, graded."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from aimak.course import before_after_key as key
from aimak.course import stock
from aimak.course.build import build
from aimak.course.source import exercise_names
from aimak.lesson.before_after import QUESTIONS, TESTS
from aimak.project import Project
from aimak.site.build import build_site
from tests.browser.conftest import PHONE, served
from tests.browser.trainee import CODE, PLACE, Trainee, designed
from tests.cli.test_cli import aimak
from tests.conftest import ROOT, copy_project

pytestmark = [pytest.mark.browser, pytest.mark.slow]
FORMS = ("who", *QUESTIONS)


@pytest.fixture(scope="module")
def school(tmp_path_factory: pytest.TempPathFactory) -> Project:
    made = copy_project(tmp_path_factory.mktemp("school") / "kit", units=("budget", *TESTS))
    (made.root / "node_modules").symlink_to(ROOT / "node_modules")
    for name in exercise_names(made):
        build(made, name)
    build_site(made)
    return made


@pytest.fixture(scope="module")
def school_url(school: Project) -> Iterator[str]:
    with served(school.site) as address:
        yield address


@pytest.mark.parametrize(("name", "language"), [("before", "ru"), ("after", "ky")])
def test_a_test_is_taken_handed_in_and_graded(
    browser: Browser, school: Project, school_url: str, tmp_path: Path, name: str, language: str
) -> None:
    def some(_designed: object, case: object) -> dict[str, dict[str, object]]:
        answers = key.solution(case)  # type: ignore[arg-type]
        answers["water"] = key.not_known("water", case)  # type: ignore[arg-type]
        wrong = next(one for one in key.misconceptions() if one.form == "control")
        answers["control"] = wrong.answer(case, None)
        return answers

    context = browser.new_context(viewport={"width": PHONE[0], "height": PHONE[1]}, bypass_csp=True)
    one = Trainee(context.new_page(), language, FORMS)
    one.open(f"{school_url}/lite/notebooks/index.html?path={name}.ipynb&lang={language}")
    one.answer(designed(school, some, language, name))
    right, wrong = (one.form(form).locator(".aimak-check") for form in ("exchange", "control"))
    expect(right).to_contain_text(one.word("All questions have an answer. You can hand in."))
    expect(wrong).to_have_count(0)  # what an earlier Save told is out of date and gone
    assert one.page.evaluate("document.documentElement.scrollWidth") <= PHONE[0]
    assert one.page.get_by_text(one.word("Look again:")).count() == 0
    one.hand_in(tmp_path / "inbox")
    context.close()
    row = f"{CODE},Aigul,f,40,accountant,{PLACE},{language}"
    (school.exercises / "roster.csv").write_text(f"code,name,sex,age,role,municipality,language\n{row}\n")
    for words in (("collect", str(tmp_path / "inbox")), ("grade", name), ("feedback", name), ("report",)):
        done = aimak("cohort", *words, cwd=school.root)
        assert done.returncode == 0, done.stdout + done.stderr
    assert sum(stock.points(school.exercises, name, CODE).values()) == 13
    assert (school.build / "report" / "before-after.html").is_file()
