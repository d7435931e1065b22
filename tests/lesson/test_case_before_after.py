"""The figures of the two tests: in every municipality another answer is right in each."""

import pytest

from aimak.data import municipalities
from aimak.errors import UserError
from aimak.lesson.before_after import QUESTIONS, TESTS
from aimak.lesson.cases import case_maker
from aimak.lesson.cases.before_after import TestCase, test_case

CODES = [place.code for place in municipalities()]


@pytest.fixture(params=CODES)
def both(request: pytest.FixtureRequest) -> tuple[TestCase, ...]:
    return tuple(case_maker(test)(request.param) for test in TESTS)


def test_every_question_has_figures_above_zero(both: tuple[TestCase, ...]) -> None:
    for one in both:
        assert set(one.figures) == set(QUESTIONS)
        # Places of lines, and where an own share stays as it is, may be 0.
        sizes = {name: value for f in one.figures.values() for name, value in f.items() if value < 0}
        assert not sizes


def test_the_lowest_fee_is_not_the_smallest_number_that_is_printed(both: tuple[TestCase, ...]) -> None:
    for one in both:
        f = one.figures["waste_fee"]
        kinds = ("person_month", "person_year", "household_year")
        months = {f["person_month"] * 5: "person_month", f["person_year"] * 5 / 12: "person_year"}
        months[f["household_year"] / 12] = "household_year"
        assert f[f"line_{months[min(months)]}"] == f["right"]
        assert min(kinds, key=lambda kind: f[kind]) != months[min(months)]


def test_one_paper_only_stands_twice_in_the_ledger(both: tuple[TestCase, ...]) -> None:
    for one in both:
        f = one.figures["control"]
        assert sorted(f[name] for name in ("first", "again", "twin_1", "twin_2", "other")) == [0, 1, 2, 3, 4]
        assert f["first"] < f["again"]
        assert len({f["coal_no"], f["fuel_no"], f["fuel_no_2"], f["paper_no"]}) == 4


def test_one_share_only_is_wrong_on_the_page_for_citizens(both: tuple[TestCase, ...]) -> None:
    for one in both:
        f = one.figures["hearing"]
        assert sum(f[f"amount_{line}"] for line in range(4)) == f["whole"]
        wrong = [line for line in range(4) if f[f"amount_{line}"] * 100 != f[f"share_{line}"] * f["whole"]]
        assert wrong == [f["wrong"]]


def test_the_place_with_the_most_readers_is_not_the_one_that_reaches_most(both: tuple[TestCase, ...]) -> None:
    for one in both:
        f = one.figures["exchange"]
        assert max(range(3), key=lambda place: f[f"readers_{place}"]) == f["most"] != f["best"]
        assert max(range(3), key=lambda place: f[f"readers_{place}"] / f[f"people_{place}"]) == f["best"]


def test_options_stand_in_another_order_for_a_neighbour() -> None:
    orders = {test_case("before", code).mixed("planning", "abc") for code in CODES}
    assert len(orders) == 6
    assert test_case("before", "M07").mixed("planning", "abc") == test_case("before", "M07").mixed("planning", "abc")


def test_a_place_that_is_not_there_is_named() -> None:
    with pytest.raises(UserError, match="M99"):
        test_case("after", "M99")
