"""What is free in the two forecast years."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aimak.municipal.budget import Outlook, carried, grown

WORKED = Outlook(500_000, 4_000_000, 0.05, (6_000_000, 6_000_000), 9_500_000, 0.04)


def test_the_worked_example_of_the_chapter() -> None:
    assert WORKED.free == (500_000, 320_000, 134_800)


def test_the_second_year_grows_from_the_first_and_not_from_today() -> None:
    assert grown(1_000_000, 0.05) == (1_050_000, 1_102_500)


def test_what_must_be_paid_can_be_more_than_there_is() -> None:
    assert Outlook(0, 100_000, 0.0, (100_000, 0), 150_000, 0.0).free == (0, 50_000, -50_000)


def test_an_offer_is_carried_only_if_every_year_can_pay_for_it() -> None:
    assert carried((500_000, 320_000, 134_800), WORKED.free)
    assert not carried((0, 200_000, 200_000), WORKED.free)
    assert not carried((0, 400_000, 0), WORKED.free), "money of one year does not wait for another"
    with pytest.raises(ValueError, match="zip"):
        carried((1, 2), WORKED.free)


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"own": -1}, "own"),
        ({"must": -1}, "must"),
        ({"levelling": (1, -1)}, "levelling"),
        ({"own_growth": -1.0}, "own_growth"),
        ({"must_growth": -2.0}, "must_growth"),
    ],
)
def test_impossible_input_is_refused_by_the_name_of_its_field(changes: dict[str, object], field: str) -> None:
    good: dict[str, object] = {
        "free_now": 0, "own": 1, "own_growth": 0.0, "levelling": (1, 1), "must": 1, "must_growth": 0.0
    }  # fmt: skip
    with pytest.raises(ValueError, match=rf"^{field}:"):
        Outlook(**{**good, **changes})  # type: ignore[arg-type]


@given(st.integers(0, 50_000_000), st.floats(0.0, 0.2))
def test_growth_never_shrinks_and_stays_printable(amount: int, growth: float) -> None:
    first, second = grown(amount - amount % 100, growth)
    assert amount - amount % 100 <= first <= second
    assert first % 100 == second % 100 == 0
