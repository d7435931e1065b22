"""The key of the two tests: what earns a point, and what does not."""

import pytest

from aimak.course import before_after_key as key
from aimak.course.before_after_words import explained
from aimak.data import municipalities
from aimak.i18n import LANGUAGES, speaking
from aimak.i18n.numbers import number
from aimak.lesson.before_after import ANSWER, QUESTIONS, TESTS
from aimak.lesson.cases import case_maker
from aimak.lesson.cases.before_after import TestCase, test_case

CODES = [place.code for place in municipalities()]


@pytest.fixture(params=[(test, code) for test in TESTS for code in CODES], ids="-".join)
def one(request: pytest.FixtureRequest) -> TestCase:
    test, code = request.param
    made: TestCase = case_maker(test)(code)
    return made


def test_a_right_number_is_whole_so_that_nobody_loses_a_point_by_rounding(one: TestCase) -> None:
    for question in QUESTIONS:
        truth = key.right(question, one)
        assert isinstance(truth, str) or truth == int(truth) > 0


def test_right_answers_earn_a_point_and_no_misconception_does(one: TestCase) -> None:
    answers = key.solution(one)
    assert [key.earned(question, answers, one) for question in QUESTIONS] == [1.0] * 15
    for wrong in key.misconceptions():
        assert key.earned(wrong.form, {wrong.form: wrong.answer(one, None)}, one) == 0, wrong.name


def test_not_knowing_earns_nothing(one: TestCase) -> None:
    for question in QUESTIONS:
        assert key.earned(question, {question: key.not_known(question, one)}, one) == 0
        assert key.earned(question, {}, one) == 0


def test_the_figures_of_a_worked_example_lead_to_its_answer() -> None:
    figures = {
        "waste_cost": ({"running": 420, "price": 2400, "years": 8}, 720),
        "water": ({"costs": 400, "pump": 200, "billed": 40, "produced": 70}, 15),
        "streets": ({"cheap": 900, "cheap_year": 700, "dear": 2250, "dear_year": 250}, 3),
        "newservice": ({"fixed": 18000, "fee": 350, "extra": 50}, 60),
        "revenue": ({"all": 3000, "sale": 400, "debt": 100}, 2500),
        "budget_free": ({"own": 3000, "transfer": 5000, "parents": 400, "bridge": 900, "must": 7500}, 500),
        "participation": ({"people": 4000, "far": 1000, "room": 80, "came": 6, "fair": 20}, 20),
        "feedback_term": ({"in_time": 12, "late": 3, "open": 5}, 60),
    }
    place = municipalities()[0]
    for question, (some, answer) in figures.items():
        assert key.right(question, TestCase("before", place, {question: some})) == answer


def test_a_rounded_number_counts_and_one_that_is_off_does_not() -> None:
    one = test_case("before", "M07")
    truth = key.right("budget_free", one)
    assert isinstance(truth, int)
    for factor, points in ((1.0, 1), (1.009, 1), (0.991, 1), (1.02, 0), (0.98, 0)):
        assert key.earned("budget_free", {"budget_free": {ANSWER: truth * factor}}, one) == points


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_explanation_names_the_right_number_in_every_language(language: str) -> None:
    for code in CODES:
        one = test_case("after", code)
        with speaking(language):
            for question in QUESTIONS:
                text, truth = explained(question)(one), key.right(question, one)
                assert isinstance(truth, str) or number(truth) in text
                assert "{" not in text
