"""The mean change of the same people, and its interval."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aimak.cohort.change import LEAST, paired_change, t_quantile

#: Student's t at 0.975 by degrees of freedom, as printed tables have it.
PRINTED = {4: 2.776, 5: 2.571, 6: 2.447, 8: 2.306, 10: 2.228, 15: 2.131, 20: 2.086, 30: 2.042, 60: 2.000, 120: 1.980}
PAIRS = st.lists(st.tuples(st.integers(0, 15), st.integers(0, 15)), min_size=LEAST, max_size=40)


@pytest.mark.parametrize(("freedom", "value"), PRINTED.items())
def test_the_quantile_is_that_of_printed_tables(freedom: int, value: float) -> None:
    assert t_quantile(0.975, freedom) == pytest.approx(value, rel=0.003)


def test_a_worked_example() -> None:
    change = paired_change([(4, 7), (6, 8), (5, 9), (7, 8), (3, 8)])
    assert change is not None
    assert (change.people, change.before, change.after, change.difference) == (5, 5.0, 8.0, 3.0)
    # The differences 3, 2, 4, 1, 5 have a standard deviation of 1.581; 2.776 × 1.581 ÷ √5 = 1.963.
    assert (change.low, change.high) == (pytest.approx(1.037, abs=0.01), pytest.approx(4.963, abs=0.01))


def test_few_people_have_means_and_no_interval() -> None:
    change = paired_change([(1, 2), (3, 5)])
    assert change is not None
    assert (change.before, change.after, change.low, change.high) == (2, 3.5, None, None)
    assert paired_change([]) is None
    with pytest.raises(ValueError, match="freedom is 3"):
        t_quantile(0.975, 3)


@given(PAIRS)
def test_the_interval_holds_the_mean_change_and_turns_with_it(pairs: list[tuple[int, int]]) -> None:
    there, back = paired_change(pairs), paired_change([(after, before) for before, after in pairs])
    assert there is not None and back is not None
    assert there.low is not None and there.high is not None and back.low is not None
    assert there.low <= there.difference + 1e-9
    assert there.difference <= there.high + 1e-9
    assert there.high == pytest.approx(-back.low)
