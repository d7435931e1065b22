import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aimak.i18n import use_language
from aimak.lesson.fields import (
    MAX_TEXT,
    AmountLine,
    Amounts,
    Choice,
    Choices,
    Number,
    PickLine,
    Picks,
    Text,
    parse_number,
)

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=4),
    max_leaves=8,
)
FIELDS = (
    Number("n", "N"),
    Choice("c", "C", (("a", "A"), ("b", "B"))),
    Choices("cs", "CS", (("a", "A"), ("b", "B"))),
    Text("t", "T"),
    Amounts("am", "AM", (AmountLine("x", "X", 1.0, 2.0),)),
    Picks("p", "P", (PickLine("x", "X", (("a", "A"),)), PickLine("y", "Y", (("a", "A"),)))),
)


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("29.5", 29.5), ("29,5 %", 29.5), ("1 176,8", 1176.8), ("1\u00a0176,8", 1176.8), ("1,176.8", 1176.8),
        ("1.176,8", 1176.8), ("−3", -3.0), (".5", 0.5),
    ],
)  # fmt: skip
def test_numbers_are_read_as_people_type_them(typed: str, number: float) -> None:
    assert parse_number(typed) == number


@pytest.mark.parametrize("typed", ["", "abc", "1e9", "nan", "inf", "1.2.3", "--1", "9" * 40])
def test_what_is_no_number_is_none(typed: str) -> None:
    assert parse_number(typed) is None


@given(JSON)
def test_no_field_ever_raises_and_cleaning_twice_changes_nothing(value: object) -> None:
    for field in FIELDS:
        clean = field.clean(value)
        assert field.clean(clean) == clean
        assert isinstance(field.show(clean), str)


def test_a_truth_value_is_no_number() -> None:
    assert Number("n", "N").clean(True) is None
    assert Number("n", "N").clean(math.nan) is None


def test_an_allocation_needs_an_amount_on_every_line() -> None:
    field = Amounts("a", "A", (AmountLine("x", "X", 0, 9), AmountLine("y", "Y", 0, 9)))
    assert field.clean({"x": 1.26, "y": 2}) == {"x": 1.3, "y": 2.0}
    assert field.clean({"x": 1}) is None
    assert field.clean({"x": 1, "y": -1}) is None


def test_a_plan_keeps_what_is_an_option_of_its_line() -> None:
    field = Picks("p", "P", (PickLine("x", "X", (("a", "A"),)), PickLine("y", "Y", (("b", "B"),))))
    assert field.clean({"x": "a", "y": "a", "z": "a"}) == {"x": "a", "y": None}
    assert field.clean({"x": None}) is None
    assert field.clean("x") is None
    assert field.show({"x": "a", "y": None}) == "X: A; Y: —"


def test_a_text_is_kept_in_one_normal_form_and_never_too_long() -> None:
    field = Text("t", "T")
    assert field.clean(" й ") == "й"
    assert len(field.clean("ң" * 5000) or "") == MAX_TEXT
    assert field.clean("  ") is None


def test_answers_are_shown_with_the_readers_decimal_mark() -> None:
    use_language("ru")
    assert Number("n", "N", "тыс. сом").show(1234.5) == "1\u00a0234,5 тыс. сом"


def test_a_whole_number_of_four_hundred_digits_is_no_answer_and_raises_nothing() -> None:
    assert Number("n", "n").clean(10**400) is None
    lines = (AmountLine("a", "a", 0, 9),)
    assert Amounts("n", "n", lines).clean({"a": 10**400}) is None
    assert Number("n", "n").clean(7) == 7.0
