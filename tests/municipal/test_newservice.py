"""Launching a service: the worked examples of docs/arithmetic.md, real properties, and every refusal."""

import math
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aimak.municipal.newservice import (
    Bearer,
    CashPlan,
    ClubYear,
    Conditions,
    DeliveryWay,
    Group,
    Interval,
    Measure,
    Slot,
    Survey,
    TimetableLimits,
    Way,
    balances,
    best_measures,
    best_timetable,
    break_even,
    break_even_with_free_places,
    broken_limits,
    cheapest,
    chosen_slots,
    cost_over,
    coverage_ratio,
    covering_fee,
    cross_subsidy,
    demand,
    first_intake,
    first_short_month,
    groups_possible,
    intake_result,
    least_regret,
    lowest,
    moved,
    obstacles,
    places,
    reached,
    regret,
    safest,
    start_money,
    together,
    visits_possible,
    weighted_share,
    wilson,
    worst_case,
)

counts = st.integers(1, 400).flatmap(lambda n: st.tuples(st.just(n), st.integers(0, n)))


def per_cent(interval: Interval) -> tuple[float, float]:
    return round(100 * interval.low, 1), round(100 * interval.high, 1)


# Demand


@pytest.mark.parametrize(
    ("asked", "yes", "ends"),
    [(90, 45, (39.9, 60.1)), (12, 5, (19.3, 68.0)), (10, 0, (0.0, 27.8)), (10, 10, (72.2, 100.0))],
)
def test_the_range_of_a_survey_by_hand(asked: int, yes: int, ends: tuple[float, float]) -> None:
    assert per_cent(wilson(Survey(asked, yes))) == ends


def test_the_children_of_the_published_clubs_are_133_a_municipality() -> None:
    """More than 3,200 in 24 municipalities (usaid.gov, 7 June 2021)."""
    assert round(3200 / 24) == 133


def test_demand_of_the_worked_example() -> None:
    found = demand(Survey(90, 45), 300, 0.4)
    assert (found.low, found.middle, found.high) == (47, 60, 73)


def test_few_answers_give_a_range_and_no_middle() -> None:
    assert demand(Survey(12, 5), 300, 0.4).middle is None
    assert demand(Survey(30, 5), 300, 0.4).middle == 20


@given(counts)
def test_a_range_holds_the_share_and_stays_within_0_and_1(count: tuple[int, int]) -> None:
    survey = Survey(*count)
    ends = wilson(survey)
    assert 0 <= ends.low <= survey.share <= ends.high <= 1


@given(counts)
def test_no_is_the_mirror_of_yes(count: tuple[int, int]) -> None:
    asked, yes = count
    one, other = wilson(Survey(asked, yes)), wilson(Survey(asked, asked - yes))
    assert one.low == pytest.approx(1 - other.high)
    assert one.high == pytest.approx(1 - other.low)


@given(counts, st.integers(2, 9))
def test_more_answers_with_the_same_share_make_the_range_narrower(count: tuple[int, int], times: int) -> None:
    asked, yes = count
    few, many = wilson(Survey(asked, yes)), wilson(Survey(asked * times, yes * times))
    assert many.high - many.low < few.high - few.low


@given(counts)
def test_the_ends_solve_the_equation_that_the_range_is_made_from(count: tuple[int, int]) -> None:
    """At each end the survey is exactly 1.96 standard errors away (Wilson's definition)."""
    survey = Survey(*count)
    for end in (wilson(survey).low, wilson(survey).high):
        if 0 < end < 1:
            error = math.sqrt(end * (1 - end) / survey.asked)
            assert abs(survey.share - end) == pytest.approx(1.96 * error)


@given(counts, st.integers(0, 5000), st.floats(0, 1))
def test_demand_is_never_above_the_people(count: tuple[int, int], people: int, keeps: float) -> None:
    found = demand(Survey(*count), people, keeps)
    assert 0 <= found.low <= found.high <= people
    assert found.middle is None or found.low <= found.middle <= found.high


def test_a_group_counts_as_large_as_it_is() -> None:
    near, far = Survey(80, 48), Survey(10, 2)
    assert together([near, far]).share == pytest.approx(50 / 90)
    assert weighted_share([(100, near), (100, far)]) == pytest.approx(0.4)
    with pytest.raises(ValueError, match="asked is 0"):
        weighted_share([(100, near), (100, Survey(0, 0))])
    assert weighted_share([(100, near), (0, Survey(0, 0))]) == pytest.approx(0.6)


# Capacity


def test_capacity_by_hand() -> None:
    assert groups_possible(24, 18, 4) == 4
    assert places(4, 15) == 60
    assert visits_possible(22, 7, 2, 40) == 22 * 7
    assert visits_possible(22, 7, 2, 12) == 22 * 25 == 550
    assert -(-(695 - 550) // 25) == 6
    assert first_intake(47, 10, 15) == 3


@given(st.integers(0, 300), st.integers(0, 40), st.integers(1, 30))
def test_the_first_intake_is_the_largest_that_can_be_borne(low: int, bearable: int, size: int) -> None:
    groups = first_intake(low, bearable, size)
    assert places(groups, size) - low <= bearable < places(groups + 1, size) - low


times = st.lists(
    st.tuples(st.sampled_from((2.0, 2.5, 3.0, 4.0)), st.integers(0, 15), st.integers(0, 15), st.booleans()),
    min_size=1,
    max_size=6,
)


@given(times, st.floats(2, 14), st.sampled_from((0.0, 0.4, 0.5)), st.booleans())
def test_no_timetable_that_keeps_the_limits_serves_more(
    made: list[tuple[float, int, int, bool]], hours: float, share: float, bus: bool
) -> None:
    slots = tuple(Slot(f"s{i}", *one) for i, one in enumerate(made))
    limits = TimetableLimits(hours, share, bus)
    best = best_timetable(slots, limits)
    assert not best or not broken_limits(best, limits)
    for size in range(1, len(slots) + 1):
        for chosen in combinations(slots, size):
            if not broken_limits(chosen, limits):
                assert sum(s.children for s in chosen) <= sum(s.children for s in best)


def test_broken_limits_are_named() -> None:
    slots = (Slot("boys", 4.0, 0, 15, False), Slot("girls", 3.0, 12, 0, True))
    limits = TimetableLimits(6.0, 0.5, needs_bus=True)
    assert broken_limits(chosen_slots(slots, {"boys"}), limits) == ("girls_share", "bus")
    assert broken_limits(slots, limits) == ("coach_hours", "girls_share")
    assert broken_limits(chosen_slots(slots, {"girls"}), limits) == ()


# Fees


def test_fees_of_the_worked_example() -> None:
    assert break_even(162_000, 450, 3_150) == 60
    year = ClubYear(162_000, 50, 9, 60, 12, 54_000)
    assert year.cost == 189_000
    assert covering_fee(year) == 313
    assert covering_fee(ClubYear(162_000, 50, 9, 60, 0, 54_000)) == 250
    assert cross_subsidy(year) == 63
    assert break_even_with_free_places(162_000, 450, 3_150, 0.2, 54_000) == 53


@given(st.integers(0, 500_000), st.integers(0, 200), st.integers(1, 12), st.integers(1, 200), st.data())
def test_the_covering_fee_is_the_lowest_without_a_gap(
    fixed: int, variable: int, months: int, users: int, data: st.DataObject
) -> None:
    year = ClubYear(
        fixed, variable, months, users, data.draw(st.integers(0, users - 1)), data.draw(st.integers(0, 300_000))
    )
    fee = covering_fee(year)
    assert year.result(fee) >= 0
    assert fee == 0 or year.result(fee - 1) < 0


@given(st.integers(0, 10**6), st.integers(0, 1000), st.integers(1, 1000))
def test_break_even_is_the_least_number_that_covers(fixed: int, variable: int, margin: int) -> None:
    users = break_even(fixed, variable, variable + margin)
    assert users * margin >= fixed
    assert users == 0 or (users - 1) * margin < fixed


@given(st.integers(0, 10**6), st.integers(0, 200), st.integers(1, 1000))
def test_without_free_places_both_break_evens_agree(fixed: int, variable: int, margin: int) -> None:
    fee = variable + margin
    assert break_even_with_free_places(fixed, variable, fee, 0.0) == break_even(fixed, variable, fee)


# Reach


def test_the_ratio_of_the_worked_example() -> None:
    ratio = coverage_ratio(Group(80, 10), Group(240, 60))
    assert ratio.value == pytest.approx(0.5)
    assert ratio.interval is not None
    assert (round(ratio.interval.low, 2), round(ratio.interval.high, 2)) == (0.27, 0.93)
    other = coverage_ratio(Group(100, 30), Group(100, 60)).interval
    assert other is not None
    assert (round(other.low, 2), round(other.high, 2)) == (0.36, 0.70)
    assert coverage_ratio(Group(10, 0), Group(10, 5)).interval is None


@given(st.data())
def test_the_ratio_turned_round_is_one_over_it(data: st.DataObject) -> None:
    one, other = (
        Group(n, data.draw(st.integers(1, n))) for n in (data.draw(st.integers(1, 99)), data.draw(st.integers(1, 99)))
    )
    ratio, back = coverage_ratio(one, other), coverage_ratio(other, one)
    assert ratio.value * back.value == pytest.approx(1)
    assert ratio.interval is not None
    assert back.interval is not None
    assert ratio.interval.low * back.interval.high == pytest.approx(1)
    assert ratio.interval.low <= ratio.value * (1 + 1e-12)


def test_nobody_is_reached_twice() -> None:
    bus, club = Measure("bus", 5, {"far": 8}), Measure("club", 5, {"far": 8, "girls": 2})
    assert reached([bus, club], {"far": 10, "girls": 3}) == {"far": 10, "girls": 2}


@given(
    st.lists(st.tuples(st.integers(0, 9), st.integers(0, 5), st.integers(0, 5)), min_size=1, max_size=6),
    st.integers(0, 30),
)
def test_no_choice_for_the_money_reaches_more(made: list[tuple[int, int, int]], money: int) -> None:
    missing = {"girls": 6, "far": 4}
    offered = [Measure(f"m{i}", cost, {"girls": g, "far": f}) for i, (cost, g, f) in enumerate(made)]
    best = reached(best_measures(offered, missing, money), missing)
    for size in range(len(offered) + 1):
        for chosen in combinations(offered, size):
            found = reached(chosen, missing)
            if sum(one.cost for one in chosen) <= money and all(found.values()):
                assert sum(found.values()) <= sum(best.values())


# Ways, cash, risk


def way(name: Way, setup: int, yearly: int, months: int = 3, *, possible: bool = True) -> DeliveryWay:
    return DeliveryWay(name, setup, yearly, months, possible, Bearer.BUDGET)


def test_three_years_and_one_year_may_choose_differently() -> None:
    own, order = way(Way.OWN_STAFF, 120, 100), way(Way.SOCIAL_ORDER, 10, 150)
    assert cost_over(own, 1) > cost_over(order, 1)
    assert cheapest([own, order], Conditions(200, 6, 3)) is own
    assert cheapest([own, order], Conditions(100, 6, 3)) is order
    assert obstacles(way(Way.PARTNERSHIP, 300, 1, 9, possible=False), Conditions(200, 6, 3)) == (
        "possible", "setup", "months",
    )  # fmt: skip
    assert cheapest([own], Conditions(0, 6, 3)) is None


PLAN = CashPlan(60, (15, 15, 15), (0, 0, 0), (61, 21, 21), lag=1)


def test_the_cash_of_the_worked_example() -> None:
    assert balances(PLAN) == (-1, -7, -13)
    assert lowest(PLAN) == (-13, 3)
    assert first_short_month(PLAN) == 1
    assert start_money(PLAN) == 73
    assert first_short_month(CashPlan(73, PLAN.fees, PLAN.other, PLAN.payments, 1)) is None


flows = st.lists(st.tuples(*[st.integers(0, 1000)] * 3), min_size=1, max_size=15)


@given(st.integers(0, 2000), flows, st.integers(0, 3))
def test_with_the_start_money_no_month_is_short_and_with_less_one_is(
    opening: int, rows: list[tuple[int, int, int]], lag: int
) -> None:
    fees, other, payments = (tuple(column) for column in zip(*rows, strict=True))
    needed = start_money(CashPlan(opening, fees, other, payments, lag))
    assert first_short_month(CashPlan(needed, fees, other, payments, lag)) is None
    if needed:
        assert first_short_month(CashPlan(needed - 1, fees, other, payments, lag)) is not None


@given(st.integers(0, 2000), flows)
def test_the_last_balance_is_the_sum_of_everything(opening: int, rows: list[tuple[int, int, int]]) -> None:
    fees, other, payments = (tuple(column) for column in zip(*rows, strict=True))
    plan = CashPlan(opening, fees, other, payments)
    assert balances(plan)[-1] == opening + sum(fees) + sum(other) - sum(payments)


def test_money_is_moved_and_none_is_made() -> None:
    assert moved((0, 0, 90), 40, 3, 1) == (40, 0, 50)
    with pytest.raises(ValueError, match="from_month must be from 1 to 3"):
        moved((0, 0, 90), 40, 4, 1)
    with pytest.raises(ValueError, match="above what stands in month 3"):
        moved((0, 0, 90), 91, 3, 1)


RESULTS = {
    name: {scene: intake_result(15 * groups, come, 3, 6) for scene, come in (("few", 20), ("many", 60))}
    for name, groups in (("two", 2), ("three", 3), ("four", 4))
}


def test_regret_by_hand() -> None:
    assert RESULTS["two"] == {"few": 20 * 6 - 30 * 3, "many": 30 * 6 - 30 * 3}
    assert worst_case(RESULTS) == {"two": 30, "three": -15, "four": -60}
    assert regret(RESULTS) == {
        "two": {"few": 0, "many": 90},
        "three": {"few": 45, "many": 45},
        "four": {"few": 90, "many": 0},
    }
    assert least_regret(RESULTS) == "three"
    assert safest(RESULTS) == "two"


@given(
    st.dictionaries(st.text(max_size=3), st.tuples(st.integers(-99, 99), st.integers(-99, 99)), min_size=1, max_size=5)
)
def test_regret_is_never_negative_and_each_scenario_has_a_choice_without_it(made: dict[str, tuple[int, int]]) -> None:
    results = {name: {"few": few, "many": many} for name, (few, many) in made.items()}
    lost = regret(results)
    for scene in ("few", "many"):
        assert min(one[scene] for one in lost.values()) == 0
    assert max(lost[least_regret(results)].values()) == min(max(one.values()) for one in lost.values())


# Refusals

NAN = float("nan")


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda: Survey(-1, 0), "asked must be 0 or more"),
        (lambda: Survey(10, 11), "yes must not be above asked"),
        (lambda: Survey(True, 0), "asked must be a whole number"),
        (lambda: Survey(0, 0).share, "asked must be 1 or more"),
        (lambda: wilson(Survey(0, 0)), "asked must be 1 or more"),
        (lambda: wilson(Survey(1, 0), z=NAN), "z must be a number above zero"),
        (lambda: Interval(1.0, 0.5), "low must not be above high"),
        (lambda: Interval(NAN, 1.0), "must be finite"),
        (lambda: demand(Survey(40, 4), -1, 0.4), "people must be 0 or more"),
        (lambda: demand(Survey(40, 4), 10, 1.1), "keeps must be a share between 0 and 1"),
        (lambda: demand(Survey(40, 4), 10, NAN), "keeps must be a share between 0 and 1"),
        (lambda: weighted_share([]), "people of all groups must be 1 or more"),
        (lambda: groups_possible(0, 1, 1), "free_hours must be a number above zero"),
        (lambda: groups_possible(1, math.inf, 1), "coach_hours must be a number above zero"),
        (lambda: places(-1, 10), "groups must be 0 or more"),
        (lambda: places(1, 0), "size must be 1 or more"),
        (lambda: first_intake(-1, 0, 10), "low must be 0 or more"),
        (lambda: visits_possible(1, 8, 8, 30), "travel must be from 0 to below"),
        (lambda: visits_possible(1, 8, 1, 0), "minutes_each must be a number above zero"),
        (lambda: Slot("a", 0, 1, 1, False), "coach_hours must be a number above zero"),
        (lambda: Slot("a", 1, -1, 1, False), "girls must be 0 or more"),
        (lambda: TimetableLimits(1, 1.5, False), "girls_share must be a share"),
        (lambda: best_timetable([Slot("a", 1, 1, 1, False)] * 13, TimetableLimits(1, 0, False)), "12 or fewer"),
        (lambda: break_even(-1, 0, 1), "fixed must be 0 or more"),
        (lambda: break_even(100, 50, 50), "each user would add a loss"),
        (lambda: ClubYear(1, 1, 0, 1), "months must be 1 or more"),
        (lambda: ClubYear(1, 1, 13, 1), "months must be 12 or fewer"),
        (lambda: ClubYear(1, 1, 9, 0), "users must be 1 or more"),
        (lambda: ClubYear(1, 1, 9, 5, 6), "free_places must not be above users"),
        (lambda: ClubYear(1, 1, 9, 5).result(-1), "fee must be 0 or more"),
        (lambda: covering_fee(ClubYear(1, 1, 9, 5, 5)), "payers must be 1 or more"),
        (lambda: cross_subsidy(ClubYear(1, 1, 9, 5, 5)), "payers must be 1 or more"),
        (lambda: break_even_with_free_places(1, 50, 100, 0.5), "it is too low"),
        (lambda: break_even_with_free_places(1, 5, 100, NAN), "free_share must be a share"),
        (lambda: Group(0, 0), "people must be 1 or more"),
        (lambda: Group(5, 6), "users must not be above people"),
        (lambda: coverage_ratio(Group(5, 1), Group(5, 0)), "nothing to compare with"),
        (lambda: Measure("a", -1), "cost must be 0 or more"),
        (lambda: Measure("a", 1, {"girls": -1}), "reaches girls must be 0 or more"),
        (lambda: best_measures([Measure("a", 1)] * 13, {}, 1), "12 or fewer"),
        (lambda: best_measures([], {}, -1), "money must be 0 or more"),
        (lambda: way(Way.OWN_STAFF, -1, 0), "setup must be 0 or more"),
        (lambda: Conditions(1, 1, 0), "years must be 1 or more"),
        (lambda: cost_over(way(Way.OWN_STAFF, 1, 1), 0), "years must be 1 or more"),
        (lambda: CashPlan(-1, (1,), (1,), (1,)), "opening must be 0 or more"),
        (lambda: CashPlan(0, (1, -2), (1, 1), (1, 1)), "fees of month 2 must be 0 or more"),
        (lambda: CashPlan(0, (1,), (1, 2), (1,)), "must have the same months"),
        (lambda: CashPlan(0, (), (), ()), "must have the same months"),
        (lambda: worst_case({}), "at least one choice"),
        (lambda: regret({"a": {"few": 1}, "b": {"many": 1}}), "the same scenarios"),
        (lambda: intake_result(-1, 1, 1, 1), "places must be 0 or more"),
    ],
)
def test_what_cannot_be_is_refused_with_its_name(make, words: str) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(ValueError, match=words):
        make()
