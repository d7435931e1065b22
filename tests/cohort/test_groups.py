"""What a shareable report may tell."""

from hypothesis import given
from hypothesis import strategies as st

from aimak.cohort.groups import SMALL, Group, passes, suppressed, suppressed_below

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


@given(st.lists(SIZES, min_size=1, max_size=5))
def test_no_small_municipality_can_be_worked_out_from_its_oblasts_number(sizes: list[list[int]]) -> None:
    def group(name: str, size: int) -> Group:
        return Group(name, size, size, None, 0)

    above = suppressed([group(str(i), sum(inner)) for i, inner in enumerate(sizes)])
    places = {f"{i}.{k}": str(i) for i, inner in enumerate(sizes) for k in range(len(inner))}
    below = [group(f"{i}.{k}", size) for i, inner in enumerate(sizes) for k, size in enumerate(inner)]
    shown = suppressed_below(below, above, places)
    assert [one.name for one in shown] == [one.name for one in below]
    for oblast in above:
        pairs = [(b, a) for b, a in zip(below, shown, strict=True) if places[b.name] == oblast.name]
        hidden = [before for before, after in pairs if after.hidden]
        if oblast.hidden:
            assert len(hidden) == len(pairs)
        elif hidden and len(hidden) < len([b for b, _after in pairs if b.handed_in]):
            assert len(hidden) > 1
            assert sum(one.handed_in for one in hidden) >= SMALL
        assert all(after.handed_in >= SMALL or after.handed_in == after.invited for _b, after in pairs)


def test_exactly_the_pass_mark_passes_whatever_its_points_add_up_to() -> None:
    assert 0.1 + 0.7 < 0.8  # what a computer makes of it
    assert passes((0.1 + 0.7) / 1, 0.8)
    assert not passes(0.7999, 0.8)
