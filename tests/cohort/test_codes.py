"""Codes survive being typed on a phone."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aimak.cohort.codes import check_digit, fits, new_codes, same_code

FRONT = st.integers(1000, 9999).map(str)


def test_the_check_digit_is_that_of_the_paper() -> None:
    assert check_digit("572") == "4"  # the worked example of Damm's dissertation


@given(FRONT, st.integers(0, 4), st.integers(1, 9))
def test_every_single_wrong_digit_is_found(front: str, place: int, by: int) -> None:
    code = front + check_digit(front)
    wrong = code[:place] + str((int(code[place]) + by) % 10) + code[place + 1 :]
    assert fits(code)
    assert not fits(wrong)


@given(FRONT, st.integers(0, 3))
def test_two_neighbours_exchanged_are_found(front: str, place: int) -> None:
    code = front + check_digit(front)
    swapped = code[:place] + code[place + 1] + code[place] + code[place + 2 :]
    assert swapped == code or not fits(swapped)


def test_new_codes_are_all_different_and_begin_with_no_zero() -> None:
    draw = new_codes(random.Random(3), taken={"10006"})
    codes = [next(draw) for _ in range(3000)]
    assert len(set(codes)) == 3000
    assert all(len(code) == 5 and code[0] != "0" and fits(code) for code in codes)
    assert "10006" not in codes


@pytest.mark.parametrize(
    "typed",
    ["40213", " 40 213 ", "40-213", "４０２１３", "4O213", "4О2l3", "№ 40213", "код 40213", "40213.0"],
)
def test_what_fingers_and_spreadsheets_do_to_a_code_is_undone(typed: str) -> None:
    assert same_code(typed, {"40213"}) == "40213"


def test_letters_of_both_alphabets_are_the_same() -> None:
    assert same_code("ав234", {"AB234"}) == "AB234"
    assert same_code("99999", {"AB234"}) is None
