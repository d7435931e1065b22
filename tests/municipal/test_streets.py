"""The arithmetic of street lamps and roads against published figures (see docs/arithmetic.md) and its own promises."""

from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aimak.municipal.streets import (
    PASSABLE,
    Lamp,
    Option,
    Prices,
    Project,
    Road,
    Step,
    Switching,
    Tariff,
    Work,
    after_work,
    best_plan,
    dark_hours,
    dark_minutes,
    energy_cost,
    energy_kwh,
    lamp_amounts,
    life_cycle_cost,
    lighting_hours,
    mean_price,
    month_hours,
    passable_years,
    payback_years,
    present_value,
    regrade_below,
    regrade_every,
    road_project,
    road_years,
    saves_later,
    simple_payback,
    total_cost,
    untouched,
    wait,
    work_cost,
    worn,
    worst_first,
)

#: Budget consumers, som for a kWh as published: 3.77 until April 2025, then 4.09, from May 2026 4.62.
BUDGET = Tariff("budget", (Step(2025, 1, 377), Step(2025, 5, 409), Step(2026, 5, 462)))
PRICES = Prices(250_000, 1_600_000)
CHEAP, GOOD = Lamp("cheap", 100, 1500, 12_000, 9000), Lamp("good", 60, 4600, 50_000, 8700)


def test_electricity_of_uch_tereks_lamps_costs_more_in_a_year_than_they_did() -> None:
    kwh = energy_kwh(132, 100, 4000)
    assert kwh == 52_800
    assert round(kwh * 4.09) == 215_952
    assert round(199_268 / 132) == 1510
    assert round(kwh * 4.09) > 199_268


def test_a_year_in_which_the_tariff_changes_is_counted_by_months() -> None:
    assert float(mean_price(BUDGET, 2025)) == pytest.approx((4 * 3.77 + 8 * 4.09) / 12)
    assert round(float(mean_price(BUDGET, 2026)), 4) == 4.4433
    dark = dark_hours(41.5)
    assert round(float(mean_price(BUDGET, 2026, dark)), 4) == 4.4315
    assert energy_cost([100.0] * 12, BUDGET, 2026) == 5332
    assert energy_cost([1000.0] * 12, BUDGET, 2027) == 55_440


def test_the_dark_hours_of_a_year_are_near_the_usual_four_thousand() -> None:
    assert {latitude: sum(dark_hours(latitude)) for latitude in (40.5, 41.0, 41.5, 42.5)} == {
        40.5: 3961,
        41.0: 3960,
        41.5: 3955,
        42.5: 3946,
    }
    # With the sun's centre on the horizon, day and night of the equator are alike.
    assert dark_minutes(0.0, 81, altitude=0.0) == 720


def test_four_ways_of_switching() -> None:
    hours = {one: lighting_hours(one, 41.5) for one in Switching}
    assert (hours[Switching.TIMER].burning, hours[Switching.TIMER].wasted, hours[Switching.TIMER].unlit) == (
        4745,
        834,
        44,
    )
    assert hours[Switching.DUSK_TO_DAWN].burning == 3955
    assert hours[Switching.DUSK_TO_DAWN].unlit == 0
    assert (hours[Switching.MIDDLE_OFF].burning, hours[Switching.MIDDLE_OFF].unlit) == (2495, 1460)
    assert (hours[Switching.EVENING].burning, hours[Switching.EVENING].unlit) == (1825, 2130)


def test_present_value_line_by_line() -> None:
    assert present_value([1000, 1080, 1166], 0.08) == 1000 + 1000 + round(1166 / 1.1664)
    assert present_value([0, 108_000], 0.08) == 100_000
    assert present_value([5, 7], 0) == 12


def test_life_cycle_cost_of_two_lamps() -> None:
    prices = [Fraction(462, 100)] * 8
    cheap, good = (lamp_amounts(lamp, 1, 4000, prices) for lamp in (CHEAP, GOOD))
    assert cheap == (1500, 1848, 1848, 3348, 1848, 1848, 3348, 1848, 1848)
    assert good == (4600, *(1109,) * 8)
    assert life_cycle_cost(CHEAP, 1, 4000, prices, 0.08) == 14_256
    assert life_cycle_cost(GOOD, 1, 4000, prices, 0.08) == 10_973
    assert simple_payback(3100, 739) == pytest.approx(4.19, abs=0.01)
    assert payback_years(3100, [739, 739, 2239, 739]) == 3
    assert payback_years(3100, [739] * 8) == 5
    assert payback_years(3100, [739] * 8, 0.08) == 6
    assert payback_years(3100, [100] * 8) is None
    assert simple_payback(3100, 0) is None
    assert (simple_payback(-5, 0), payback_years(0, [])) == (0.0, 0)


def test_nothing_is_bought_for_lamps_that_hang() -> None:
    assert lamp_amounts(CHEAP, 10, 4000, [Fraction(4)] * 2, bought=False) == (0, 16_000, 16_000)


def test_a_road_under_three_policies() -> None:
    road = Road("school", 2000, 58, 150)
    waiting = road_years(road, wait, PRICES, 8)
    assert [one.start for one in waiting] == [58, 48, 38, 24, 10, 94, 88, 82]
    assert [one.work for one in waiting].count(Work.REBUILD) == 1
    assert sum(not one.passable for one in waiting) == 2
    assert total_cost(waiting) == 3_200_000
    kept = road_years(road, regrade_below(60), PRICES, 8)
    assert [one.start for one in kept] == [58, 79, 73, 67, 57, 79, 73, 67]
    assert total_cost(kept) == 1_000_000
    often = road_years(road, regrade_every(2), PRICES, 8)
    assert total_cost(often) == 2_000_000
    assert saves_later(kept, waiting) == 2_200_000
    assert saves_later(kept, waiting, 0.08) == round(3_200_000 / 1.08**4) - 500_000 - round(500_000 / 1.08**4)


def test_a_road_that_nobody_touches() -> None:
    assert untouched(85, 7) == (85, 79, 73, 67, 57, 47, 37)
    assert (worn(5), worn(40), worn(70)) == (0, 30, 64)
    assert after_work(60, Work.REGRADE) == 85
    assert after_work(90, Work.REGRADE) == 90
    assert after_work(10, Work.REBUILD) == 100


def test_waiting_a_year_can_turn_a_regrade_into_a_rebuild() -> None:
    project = road_project(Road("edge", 1000, 45, 100), PRICES, 3, 6)
    assert [option.cost for option in project.options] == [250_000, 1_600_000, 1_600_000]
    assert [option.gain for option in project.options] == [300, 500, 400]


def test_the_worst_road_first_is_not_the_best_plan() -> None:
    roads = [Road("worst", 500, 15, 60), Road("edge", 1600, 44, 150), Road("next", 1400, 55, 120)]
    projects = [road_project(road, PRICES, 3, 6) for road in roads]
    ceilings = [900_000, 500_000, 500_000]
    best, rule = best_plan(projects, ceilings), worst_first(roads, projects, ceilings)
    assert best is not None
    assert best.years == {"edge": 0, "next": 0}
    assert best.gain == 930
    assert best.spent == (750_000, 0, 0)
    assert rule.years == {"next": 1, "worst": 0}
    assert rule.gain == 720


def test_nothing_fits_under_a_ceiling_of_zero() -> None:
    project = road_project(Road("edge", 1000, 45, 100), PRICES, 3, 6)
    plan = best_plan([project], [0, 0, 0])
    assert plan is not None
    assert (plan.years, plan.gain) == ({}, 0)
    assert best_plan([project], [0, 0, 0], {"edge"}) is None


@pytest.mark.parametrize(
    ("call", "says"),
    [
        (lambda: energy_kwh(-1, 100, 1), "lamps must be at least 0"),
        (lambda: energy_kwh(True, 100, 1), "lamps must be a whole number"),
        (lambda: Lamp("x", 0, 1, 1, 1), "watts"),
        (lambda: Lamp("x", 1, -1, 1, 1), "price"),
        (lambda: Lamp("x", 1, 1, 0, 1), "life_hours"),
        (lambda: Lamp("x", 1, 1, 1, 0), "lumens"),
        (lambda: Step(2025, 13, 100), "month must be at most 12"),
        (lambda: Step(2025, 1, 0), "tyiyn"),
        (lambda: Tariff("x", ()), "at least one step"),
        (lambda: Tariff("x", (Step(2025, 5, 1), Step(2025, 5, 2))), "each month once"),
        (lambda: BUDGET.tyiyn(2024, 12), "no price is known for 2024-12"),
        (lambda: energy_cost([1.0], BUDGET, 2025), "twelve months"),
        (lambda: energy_cost([float("nan")] * 12, BUDGET, 2025), "finite"),
        (lambda: energy_cost([-1.0] * 12, BUDGET, 2025), "not negative"),
        (lambda: mean_price(BUDGET, 2025, [0] * 12), "all be zero"),
        (lambda: mean_price(BUDGET, 2025, [1]), "twelve months"),
        (lambda: mean_price(BUDGET, 2025, [-1] * 12), "weights"),
        (lambda: dark_minutes(70.0, 1), "latitude"),
        (lambda: dark_minutes(41.0, 366), "day"),
        (lambda: present_value([1], -0.1), "rate"),
        (lambda: present_value([1], float("nan")), "rate"),
        (lambda: payback_years(5, [1], 1.5), "rate"),
        (lambda: lamp_amounts(CHEAP, -1, 1, [Fraction(4)]), "lamps"),
        (lambda: lamp_amounts(CHEAP, 1, 9000, [Fraction(4)]), "hours"),
        (lambda: Road("r", 0, 50, 1), "road 'r': metres"),
        (lambda: Road("r", 1, 101, 1), "road 'r': condition"),
        (lambda: Road("r", 1, 50, -1), "road 'r': households"),
        (lambda: Prices(0, 1), "regrade"),
        (lambda: Prices(1, 0), "rebuild"),
        (lambda: after_work(39, Work.REGRADE), "at least 40 for a regrade"),
        (lambda: worn(-1), "condition"),
        (lambda: regrade_below(40), "threshold"),
        (lambda: regrade_every(0), "years"),
        (lambda: road_years(Road("r", 1, 50, 1), wait, PRICES, 0), "years"),
        (lambda: saves_later((), road_years(Road("r", 1, 50, 1), wait, PRICES, 1)), "same years"),
        (lambda: Option(0, 0, 1), "cost"),
        (lambda: Option(-1, 1, 1), "year"),
        (lambda: Project("p", (Option(0, 1, 1), Option(0, 2, 2))), "a year stands twice"),
        (lambda: road_project(Road("r", 1, 50, 1), PRICES, 3, 2), "horizon"),
        (lambda: best_plan([Project("p", ()), Project("p", ())], [1]), "a key stands twice"),
        (lambda: best_plan([], [-1]), "ceilings"),
        (lambda: best_plan([], [1], {"x"}), "must names no project: x"),
    ],
)  # fmt: skip
def test_impossible_input_is_refused_by_name(call: object, says: str) -> None:
    with pytest.raises(ValueError, match=says):
        call()  # type: ignore[operator]


conditions = st.integers(0, 100)
policies = st.one_of(st.just(wait), st.integers(41, 100).map(regrade_below), st.integers(1, 8).map(regrade_every))


@given(conditions, policies, st.integers(1, 12))
def test_a_road_stays_between_closed_and_new_and_a_path_costs_what_its_works_cost(
    condition: int, policy: object, years: int
) -> None:
    path = road_years(Road("r", 1000, condition, 10), policy, PRICES, years)  # type: ignore[arg-type]
    assert all(0 <= one.start <= one.condition <= 100 for one in path)
    assert total_cost(path) == sum(work_cost(1000, one.work, PRICES) for one in path)
    assert all(one.work is not Work.REGRADE or one.start >= PASSABLE for one in path)


@given(conditions, conditions)
def test_a_better_road_stays_the_better_one(one: int, other: int) -> None:
    low, high = sorted((one, other))
    assert worn(low) <= worn(high)
    assert all(a <= b for a, b in zip(untouched(low, 6), untouched(high, 6), strict=True))


@given(st.lists(st.integers(0, 10**8), min_size=1, max_size=10), st.sampled_from([0.0, 0.03, 0.08, 0.12, 1.0]))
def test_money_of_later_years_is_never_worth_more_today(amounts: list[int], rate: float) -> None:
    assert amounts[0] <= present_value(amounts, rate) <= sum(amounts)


@given(st.floats(0, 60), st.sampled_from(list(Switching)))
def test_a_year_of_lamps_adds_up(latitude: float, switching: Switching) -> None:
    dark = sum(dark_minutes(latitude, day) for day in range(1, 366)) / 60
    hours = lighting_hours(switching, latitude)
    assert hours.burning - hours.wasted + hours.unlit == pytest.approx(dark, abs=8)  # months are rounded to hours
    assert sum(month_hours(switching, latitude)) == hours.burning


@given(st.lists(st.integers(0, 10**6), min_size=12, max_size=12))
def test_a_price_of_a_year_lies_between_the_prices_of_its_months(kwh: list[int]) -> None:
    cost = energy_cost([float(one) for one in kwh], BUDGET, 2026)
    assert 4.09 * sum(kwh) - 1 <= cost <= 4.62 * sum(kwh) + 1
    if sum(kwh):
        assert cost == round(mean_price(BUDGET, 2026, kwh) * sum(kwh))


options = st.tuples(st.integers(1, 30), st.integers(0, 50))
projects = st.lists(st.tuples(options, options, options), min_size=0, max_size=5)


@given(projects, st.tuples(*(st.integers(0, 50),) * 3))
def test_the_best_plan_is_as_good_as_trying_every_plan(
    drawn: list[tuple[tuple[int, int], ...]], ceilings: tuple[int, ...]
) -> None:
    made = [
        Project(f"p{i}", tuple(Option(year, cost, gain) for year, (cost, gain) in enumerate(one)))
        for i, one in enumerate(drawn)
    ]
    plan = best_plan(made, ceilings)
    assert plan is not None
    assert all(spent <= ceiling for spent, ceiling in zip(plan.spent, ceilings, strict=True))
    best = 0
    for years in product((None, 0, 1, 2), repeat=len(made)):
        spent = [0, 0, 0]
        for one, year in zip(drawn, years, strict=True):
            if year is not None:
                spent[year] += one[year][0]
        if all(a <= b for a, b in zip(spent, ceilings, strict=True)):
            best = max(best, sum(one[year][1] for one, year in zip(drawn, years, strict=True) if year is not None))
    assert plan.gain == best


@given(
    st.lists(st.tuples(st.integers(100, 3000), conditions, st.integers(0, 300)), max_size=7), st.integers(0, 3_000_000)
)
def test_a_rule_of_thumb_never_beats_the_best_plan(drawn: list[tuple[int, int, int]], ceiling: int) -> None:
    roads = [Road(f"r{i}", *one) for i, one in enumerate(drawn)]
    made = [road_project(road, PRICES, 3, 6) for road in roads]
    best = best_plan(made, [ceiling] * 3)
    assert best is not None
    assert worst_first(roads, made, [ceiling] * 3).gain <= best.gain
    assert all(passable_years(road, None, 6) <= passable_years(road, 0, 6) for road in roads)


def test_figures_of_the_arithmetic_page_that_stand_nowhere_else() -> None:
    dark = dark_hours(41.5)
    assert dark == (417, 350, 348, 292, 262, 232, 250, 286, 321, 375, 396, 426)
    assert (sum(dark[:4]), sum(dark[4:])) == (1407, 2548)
    road = Road("r", 2000, 58, 1)
    kept, waiting = road_years(road, regrade_below(60), PRICES, 8), road_years(road, wait, PRICES, 8)
    assert round(saves_later(kept, waiting, 0.08) / 1000, 1) == 1484.6
    assert [one.start for one in road_years(road, regrade_every(2), PRICES, 8)] == [58, 79, 73, 79, 73, 79, 73, 79]
    assert round(750_000_000 / 152 / 1_000_000, 1) == 4.9
    roads = [Road("worst", 500, 15, 60), Road("edge", 1600, 44, 150), Road("next", 1400, 55, 120)]
    gains = [road_project(one, PRICES, 3, 6).options[0].gain for one in roads]
    assert gains == [360, 450, 480]
    assert road_project(roads[2], PRICES, 3, 6).options[1].gain == 360
