"""What a shareable report may tell."""

import random

from hypothesis import given
from hypothesis import strategies as st

from aimak.cohort.groups import SMALL, Group, before_after, suppressed
from aimak.cohort.results import Result, Task

SIZES = st.lists(st.integers(0, 12), min_size=1, max_size=8)


@given(SIZES)
def test_no_small_group_is_shown_nor_can_one_be_worked_out_from_the_total(sizes: list[int]) -> None:
    groups = [Group(str(i), size, size, 0.5 if size else None, size // 2) for i, size in enumerate(sizes)]
    shown = suppressed(groups)
    for before, after in zip(groups, shown, strict=True):
        if after.hidden:
            assert (after.invited, after.handed_in, after.mean_share, after.passed) == (0, 0, None, 0)
        else:
            assert after == before
            assert after.handed_in >= SMALL or after.handed_in == after.invited == 0
    hidden = [before for before, after in zip(groups, shown, strict=True) if after.hidden]
    if any(not group.hidden and group.handed_in for group in shown) and hidden:
        assert len(hidden) > 1
        assert sum(group.handed_in for group in hidden) >= SMALL


def result(trainee: int, name: str, share: float) -> Result:
    return Result(str(trainee), name, (Task(f"{name}-check-a", "a", 10 * share, 10, False),))


def test_before_and_after_count_those_who_did_both() -> None:
    some = [result(n, "budget-pre", 0.2) for n in range(6)] + [result(n, "budget", 0.7) for n in range(3, 9)]
    random.Random(1).shuffle(some)
    found = before_after(some, "budget")
    assert found is not None
    assert (found.people, round(found.before, 3), round(found.after, 3)) == (3, 0.2, 0.7)
    assert before_after(some, "budget", least=SMALL) is None
    assert before_after(some, "revenue") is None
