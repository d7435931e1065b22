from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aimak.municipal.money import PRINTED_STEP, printed, round_keeping_total, share_out, som, thousand

totals = st.integers(-(10**12), 10**12)
weights = st.lists(st.floats(0, 1e9, allow_nan=False), min_size=1, max_size=30).filter(lambda w: any(x > 0 for x in w))


def test_thousand_som_become_whole_som() -> None:
    assert som("6597.0") == 6_597_000
    assert som(0.1) == 100


@pytest.mark.parametrize("amount", [float("nan"), float("inf")])
def test_an_amount_that_is_no_number_is_refused(amount: float) -> None:
    with pytest.raises(ValueError, match="not an amount"):
        som(amount)


def test_printing_rounds_to_one_decimal() -> None:
    assert thousand(6_597_049) == 6597.0


@given(totals, weights)
def test_sharing_out_never_loses_a_som(total: int, parts: list[float]) -> None:
    assert sum(share_out(total, parts)) == total


@given(totals, weights)
def test_each_share_is_within_a_som_of_its_exact_part(total: int, parts: list[float]) -> None:
    whole = sum(Fraction(p) for p in parts)
    for share, part in zip(share_out(total, parts), parts, strict=True):
        assert abs(share - total * Fraction(part) / whole) < 1


@pytest.mark.parametrize("parts", [[], [0.0, 0.0], [-1.0, 2.0], [float("nan")]])
def test_weights_that_cannot_share_are_refused(parts: list[float]) -> None:
    with pytest.raises(ValueError, match="weights"):
        share_out(100, parts)


@given(st.lists(st.integers(-(10**9), 10**9), max_size=40))
def test_rounding_keeps_the_rounded_total(amounts: list[int]) -> None:
    rounded = round_keeping_total(amounts)
    assert sum(rounded) == round(Fraction(sum(amounts), PRINTED_STEP)) * PRINTED_STEP


@given(st.lists(st.integers(-(10**9), 10**9), max_size=40))
def test_rounding_moves_no_amount_by_a_whole_step(amounts: list[int]) -> None:
    for before, after in zip(amounts, round_keeping_total(amounts), strict=True):
        assert abs(before - after) < PRINTED_STEP
        assert after % PRINTED_STEP == 0


def test_rounding_to_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="step"):
        round_keeping_total([1], 0)


def test_an_amount_is_printed_to_a_hundred_som() -> None:
    assert [printed(amount) for amount in (0, 49, 51, 1234.5, -160)] == [0, 0, 100, 1200, -200]
