"""Feedback against its worked examples (see docs/arithmetic.md) and against its own promises."""

import math
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aimak.data import published_figures
from aimak.municipal.control import ANSWER_TERM, working_days
from aimak.municipal.feedback import (
    Answer,
    Corner,
    Group,
    Message,
    Open,
    Repair,
    View,
    answer_times,
    answers,
    best_repairs,
    best_week,
    changed,
    corner,
    counted,
    days_waited,
    effective_size,
    gap,
    last_day,
    margin_of_error,
    month_end,
    month_page,
    quick_margin,
    read_survey,
    undated,
    weights,
)

CENTRE, FAR = Group("centre", 3000, 80, 60), Group("far", 1000, 20, 5)
DAY = date(2025, 6, 2)


def figure(item: str) -> float:
    return next(one.amount for one in published_figures("feedback") if one.item == item)


def test_terms_and_appeals_as_published() -> None:
    assert figure("answer_term") == ANSWER_TERM == 14
    assert figure("register_term") == 1
    assert figure("answer_term_approved") == 10
    assert round(figure("appeals") / 52, 1) == 4.8


def test_the_worked_survey() -> None:
    assert weights([CENTRE, FAR]) == pytest.approx((0.9375, 1.25))
    reading = read_survey([CENTRE, FAR])
    assert (reading.raw, reading.share) == pytest.approx((0.65, 0.625))
    assert round(reading.effective, 1) == 98.5
    assert reading.margin is not None
    assert (round(100 * reading.low), round(100 * reading.high)) == (53, 72)


@pytest.mark.parametrize(("answered", "points"), [(100, 9.8), (400, 4.9), (1000, 3.1)])
def test_margins_of_the_table(answered: int, points: float) -> None:
    assert round(quick_margin(answered), 1) == points
    assert round(100 * margin_of_error(0.5, answered, 10_000_000), 1) == points


def test_a_small_place_has_a_smaller_margin() -> None:
    assert round(100 * margin_of_error(0.5, 400, 2000), 1) == 4.4
    assert margin_of_error(0.5, 2000, 2000) == 0
    assert margin_of_error(0.5, 1, 1) == 0


def test_so_few_answers_have_a_range_and_no_margin() -> None:
    twelve = read_survey([Group("all", 2000, 12, 5)])
    assert twelve.margin is None
    assert (round(100 * twelve.low, 1), round(100 * twelve.high, 1)) == (19.3, 68.0)
    assert read_survey([Group("all", 2000, 100, 100)]).margin is None
    assert read_survey([Group("all", 2000, 100, 100)]).high == 1


GROUPS = st.lists(
    st.tuples(st.integers(100, 5000), st.integers(1, 100), st.floats(0, 1)).map(
        lambda row: Group("g", row[0], row[1], round(row[1] * row[2]))
    ),
    min_size=1,
    max_size=5,
)


@given(GROUPS)
def test_weights_keep_the_number_of_answers_and_never_add_certainty(groups: list[Group]) -> None:
    asked = sum(one.asked for one in groups)
    assert math.isclose(sum(w * one.asked for w, one in zip(weights(groups), groups, strict=True)), asked)
    assert effective_size(groups) <= asked * (1 + 1e-12)


@given(GROUPS)
def test_a_share_lies_in_its_range_and_between_its_groups(groups: list[Group]) -> None:
    reading = read_survey(groups)
    shares = [one.satisfied / one.asked for one in groups]
    assert min(shares) - 1e-9 <= reading.share <= max(shares) + 1e-9
    assert 0 <= reading.low <= reading.share <= reading.high <= 1


@given(st.floats(0, 1), st.integers(1, 999), st.integers(1000, 100_000))
def test_the_quick_margin_is_never_too_small(share: float, answered: int, people: int) -> None:
    assert 100 * margin_of_error(share, answered, people) <= quick_margin(answered) + 1e-9


def test_a_change_needs_more_than_both_margins() -> None:
    assert not changed((62.5, 9.8), (58.0, 6.0))
    assert changed((62.5, 9.8), (50.0, 6.0))
    with pytest.raises(ValueError, match="margin must not be negative"):
        changed((1, -1), (2, 1))


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda: Group("g", -1, 0, 0), "people must be 0 or more"),
        (lambda: Group("g", 9, 5, 6), "satisfied must not be above asked"),
        (lambda: Group("g", 4, 5, 5), "asked must not be above people"),
        (lambda: weights([CENTRE, Group("far", 10, 0, 0)]), "asked is 0 in far"),
        (lambda: weights([Group("far", 0, 0, 0)]), "asked in all groups"),
        (lambda: margin_of_error(1.1, 10, 100), "share must be a share"),
        (lambda: margin_of_error(math.nan, 10, 100), "share must be a share"),
        (lambda: margin_of_error(0.5, 101, 100), "answers must be above 0"),
        (lambda: margin_of_error(0.5, math.nan, 100), "answers must be above 0"),
        (lambda: quick_margin(0), "answers must be above 0"),
        (lambda: quick_margin(math.nan), "answers must be above 0"),
        (lambda: View("water", 101, 5), "perception must lie between"),
        (lambda: View("water", 5, math.nan), "performance must lie between"),
        (lambda: corner(View("water", 5, 5), 120), "line must lie between"),
        (lambda: Repair("water", -1, 5), "cost must not be negative"),
        (lambda: best_repairs([], -1), "ceiling must not be negative"),
        (lambda: best_repairs([Repair("r", 1, 1)] * 15, 1), "at most 14"),
        (lambda: answers([View("water", 5, 5)], [], 10), "water runs badly and has none"),
        (lambda: Message(1, "water", "near", DAY, DAY - timedelta(days=1)), "lies before received"),
        (lambda: last_day(DAY, term=-1), "term must not be negative"),
        (lambda: Open(1, -1, 3), "hours must not be negative"),
        (lambda: Open(1, 1, -3), "waited must not be negative"),
        (lambda: month_end(2025, 13), "month must be 1 to 12, not 13"),
        (lambda: month_page([], DAY, term=-1), "term must not be negative"),
        (lambda: best_week([], -1), "hours must not be negative"),
        (lambda: best_week([Open(n, 1, 1) for n in range(15)], 4), "at most 14"),
    ],
)
def test_what_cannot_be_is_refused(make, words: str) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(ValueError, match=words):
        make()


def test_the_worked_gaps() -> None:
    waste, kindergarten = View("waste", 40, 85), View("kindergarten", 70, 50)
    assert (gap(waste), gap(kindergarten)) == (-45, 20)
    assert corner(waste) is Corner.WELL_UNSEEN
    assert corner(kindergarten) is Corner.BADLY_UNSEEN
    assert corner(View("water", 60, 60)) is Corner.WELL_SEEN
    assert corner(View("water", 59.9, 59.9)) is Corner.BADLY_SEEN
    repairs = [Repair("kindergarten", 100_000, 40)]
    assert answers([waste, kindergarten], repairs, 100_000) == {"waste": Answer.TELL, "kindergarten": Answer.MEND}
    assert answers([waste, kindergarten], repairs, 99_999)["kindergarten"] is Answer.WAIT


@given(st.lists(st.tuples(st.integers(1, 500), st.integers(0, 300)), max_size=7), st.integers(0, 1500))
def test_no_single_repair_more_fits(rows: list[tuple[int, int]], ceiling: int) -> None:
    repairs = [Repair(str(at), 1000 * cost, gains) for at, (cost, gains) in enumerate(rows)]
    chosen = best_repairs(repairs, 1000 * ceiling)
    left = 1000 * ceiling - sum(one.cost for one in repairs if one.service in chosen)
    assert left >= 0
    assert not [one for one in repairs if one.service not in chosen and one.households and one.cost <= left]


def test_the_worked_days() -> None:
    assert working_days(DAY, date(2025, 6, 10)) == 6
    assert last_day(DAY) == date(2025, 6, 20)
    assert days_waited(Message(1, "water", "near", DAY, date(2025, 6, 10)), date(2025, 7, 1)) == 6
    assert days_waited(Message(1, "water", "near", None), DAY) is None


@given(st.integers(0, 300), st.integers(0, 20))
def test_the_last_day_of_a_term_is_its_last_working_day(offset: int, term: int) -> None:
    received = DAY + timedelta(days=offset)
    assert working_days(received, last_day(received, term=term)) == term


def test_the_worked_register_counts_those_who_wait() -> None:
    register = [Message(n, "water", "near", DAY, DAY + timedelta(days=3)) for n in range(4)]
    register.append(Message(5, "water", "near", DAY, DAY + timedelta(days=40)))
    register += [Message(n, "water", "far", DAY) for n in (6, 7)]
    register += [Message(n, "water", "far", date(2025, 7, 18)) for n in (8, 9, 10)]
    register.append(Message(11, "water", "far", None))
    found = answer_times(register, date(2025, 7, 21))
    assert found.share_in_time == pytest.approx(4 / 7)
    assert (found.open_late, found.open_waiting) == (2, 3)
    assert [one.number for one in undated(register)] == [11]
    assert counted(one.village for one in register) == (("far", 6), ("near", 5))


def test_the_worked_page_of_a_month() -> None:
    may, june = date(2025, 5, 30), date(2025, 6, 30)
    register = [
        Message(1, "water", "near", date(2025, 5, 2), date(2025, 5, 6)),
        Message(2, "water", "near", date(2025, 5, 5), date(2025, 6, 3)),
        Message(3, "water", "far", may, date(2025, 6, 2)),
        Message(4, "waste", "far", may, date(2025, 7, 2)),
        Message(5, "waste", "far", date(2025, 6, 29)),
        Message(6, "waste", "far", None),
    ]
    first, second = month_page(register, month_end(2025, 5)), month_page(register, month_end(2025, 6))
    assert (first.received, first.answered, first.in_time, first.still_open, first.open_late) == (4, 1, 1, 3, 1)
    assert (second.received, second.answered, second.in_time, second.still_open, second.open_late) == (1, 2, 1, 2, 1)
    assert first.undated == second.undated == 1
    assert month_end(2024, 2) == date(2024, 2, 29)
    assert june == month_end(2025, 6)


@given(st.lists(st.tuples(st.integers(0, 200), st.none() | st.integers(0, 90)), max_size=30), st.integers(2, 12))
def test_what_is_open_is_what_was_open_and_came_and_was_not_answered(
    rows: list[tuple[int, int | None]], month: int
) -> None:
    start = date(2025, 1, 1)
    register = [
        Message(n, "water", "near", day, None if took is None else day + timedelta(days=took))
        for n, (offset, took) in enumerate(rows)
        for day in [start + timedelta(days=offset)]
    ]
    before, now = (month_page(register, month_end(2025, one)) for one in (month - 1, month))
    assert now.still_open == before.still_open + now.received - now.answered
    assert now.in_time <= now.answered
    assert now.open_late <= now.still_open


def test_a_week_keeps_terms_before_it_answers_the_late() -> None:
    desk = [Open(1, 4, 20), Open(2, 3, 12), Open(3, 3, 10), Open(4, 1, 2), Open(5, 2, None)]
    assert best_week(desk, 6) == {2, 3}
    assert best_week(desk, 10) == {1, 2, 3}
    assert best_week(desk, 0) == frozenset()
    assert [days for days in range(20) if Open(1, 1, days).ends(5)] == [10, 11, 12, 13, 14]
    assert Open(1, 1, 15).is_late()
    assert not Open(1, 1, 14).is_late()


@given(st.integers(0, 40))
def test_a_term_ends_this_week_if_its_last_day_lies_in_it(offset: int) -> None:
    received, monday = DAY - timedelta(days=offset), DAY
    one = Open(1, 1, working_days(received, monday))
    assert one.ends(5) == (monday <= last_day(received) < monday + timedelta(days=5))
    assert one.is_late() == (last_day(received) < monday)


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 30)), max_size=8), st.integers(0, 30))
def test_a_week_never_takes_more_hours_than_there_are(rows: list[tuple[int, int]], hours: int) -> None:
    desk = [Open(n, *row) for n, row in enumerate(rows)]
    chosen = best_week(desk, hours)
    assert sum(one.hours for one in desk if one.number in chosen) <= hours
