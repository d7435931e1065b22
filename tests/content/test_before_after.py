"""The two tests as people find them: on a page of their own, with a row for each question."""

import re

from aimak.course.source import read_source
from aimak.course.units import UNITS
from aimak.lesson.before_after import QUESTIONS, TESTS
from aimak.project import Project
from tests.conftest import ROOT

PAGE = (ROOT / "book" / "before-after.md").read_text(encoding="utf-8")


def test_the_page_stands_at_the_start_and_opens_both_tests() -> None:
    start = (ROOT / "_toc.yml").read_text(encoding="utf-8").partition("caption: Course")[0]
    assert "- file: book/before-after\n" in start
    for name in TESTS:
        assert f"```{{aimak-actions}} {name}\n:lesson: false\n```" in PAGE


def test_the_page_leads_from_each_question_to_the_chapter_that_teaches_it() -> None:
    rows = re.findall(r"^\| (\d+) \|.*\(chapters/(\w+)\.md\) \|$", PAGE, re.MULTILINE)
    assert rows == [(str(place), unit) for place, unit in enumerate(QUESTIONS.values(), start=1)]


def test_the_questions_ask_about_all_twelve_units_and_are_no_unit() -> None:
    assert set(QUESTIONS.values()) == {unit.name for unit in UNITS}
    assert not {unit.name for unit in UNITS} & set(TESTS)


def test_both_tests_have_the_same_headings_and_differ_in_what_they_ask(checkout: Project) -> None:
    before, after = (read_source(checkout, name).path.read_text(encoding="utf-8") for name in TESTS)
    heads = [re.findall(r"^## .*$", text, re.MULTILINE) for text in (before, after)]
    assert heads[0] == heads[1]
    asked = [set(re.findall(r'_\("([^"]{40,})"\)', text)) for text in (before, after)]
    assert not asked[0] & asked[1]


def test_nothing_of_the_courses_own_words_is_needed_before_it(checkout: Project) -> None:
    text = read_source(checkout, "before").path.read_text(encoding="utf-8").lower()
    for word in ("break-even", "life-cycle", "payback", "earmarked", "levelling", "service passport", "collection rate",
                 "depreciation", "ratio", "indicator", "non-revenue", "citizen budget"):  # fmt: skip
        assert word not in text, word
