"""Revenue's arithmetic against published figures (see docs/arithmetic.md) and against its own promises."""

import math
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aimak.municipal.budget import RevenueSource
from aimak.municipal.money import som
from aimak.municipal.revenue import (
    Action,
    Arrears,
    Errors,
    GfsRevenue,
    Lever,
    Method,
    OwnPlan,
    RevenueSeries,
    StressCase,
    Tried,
    Weakness,
    at_share,
    backtest,
    base_rate_collection,
    best_actions,
    by_lever,
    chained,
    effort,
    forecast,
    gfs_class,
    growth,
    influenced_share,
    largest_share,
    last_year,
    lever,
    loss_if_closed,
    mean_growth,
    out_of_order,
    prediction_range,
    shared_tax,
    split_change,
    weaknesses,
)

AMOUNTS = st.integers(1, 10**10)
SHARES = st.integers(1, 100).map(lambda per_cent: per_cent / 100)


def kazan(*years: int) -> RevenueSeries:
    own = {2019: som("1176.8"), 2022: som("1999.6"), 2023: som("3132.1")}
    points = tuple((year, own[year]) for year in years)
    return RevenueSeries(points, frozenset(range(years[0], years[-1])) - set(years))


def series(*amounts: int, first: int = 2018) -> RevenueSeries:
    return RevenueSeries(tuple((first + i, amount) for i, amount in enumerate(amounts)))


# Who moves the money


def test_the_sources_stand_in_their_gfs_classes() -> None:
    assert gfs_class(RevenueSource.PATENT) is GfsRevenue.TAXES
    assert gfs_class(RevenueSource.LEVELLING_TRANSFER) is GfsRevenue.GRANTS
    assert gfs_class(RevenueSource.SPECIAL_MEANS) is GfsRevenue.OTHER


def test_money_that_can_be_moved_as_in_the_worked_example() -> None:
    revenue = {
        RevenueSource.NON_TAX: 300,
        RevenueSource.PROPERTY_AND_LAND_TAX: 400,
        RevenueSource.PATENT: 100,
        RevenueSource.INCOME_TAX: 900,
        RevenueSource.LEVELLING_TRANSFER: 2200,
        RevenueSource.SPECIAL_MEANS: 100,
    }
    assert influenced_share(revenue) == 0.2
    assert by_lever(revenue) == {Lever.DECISION: 300, Lever.EFFORT: 500, Lever.SHARE: 900, Lever.OTHERS: 2200}
    assert lever(RevenueSource.SPECIAL_MEANS) is None


@given(st.dictionaries(st.sampled_from(RevenueSource), st.integers(0, 10**10)))
def test_levers_and_special_means_are_all_revenue(revenue: dict[RevenueSource, int]) -> None:
    assert sum(by_lever(revenue).values()) + revenue.get(RevenueSource.SPECIAL_MEANS, 0) == sum(revenue.values())


def test_impossible_revenue_is_refused() -> None:
    with pytest.raises(ValueError, match="revenue must be above zero"):
        influenced_share({})
    with pytest.raises(ValueError, match="revenue 'patent': an amount cannot be negative"):
        by_lever({RevenueSource.PATENT: -1})


# Series


def test_a_series_sorts_its_years_and_knows_its_gap() -> None:
    one = RevenueSeries(((2023, 3), (2019, 1), (2022, 2)), frozenset({2020, 2021}))
    assert one.years == (2019, 2022, 2023)
    assert one.last == (2023, 3)
    assert one.amount(2020) is None
    assert one.before(2022) == RevenueSeries(((2019, 1),))


@pytest.mark.parametrize(
    ("points", "missing", "words"),
    [
        ((), frozenset(), "at least one year"),
        (((2019, 1), (2019, 2)), frozenset(), "years stand twice: 2019"),
        (((2019, 1), (2021, 2)), frozenset(), "look at 2020"),
        (((2019, 1), (2020, 2)), frozenset({2020}), "look at 2020"),
        (((2019, -1),), frozenset(), "the amount of 2019 cannot be negative"),
    ],
)
def test_an_impossible_series_is_refused(
    points: tuple[tuple[int, int], ...], missing: frozenset[int], words: str
) -> None:
    with pytest.raises(ValueError, match=words):
        RevenueSeries(points, missing)
    with pytest.raises(ValueError, match="no year before 2018"):
        series(1, 2).before(2018)


# Forecasts


def test_mean_growth_of_kazan_kuigan_steps_over_the_missing_years() -> None:
    assert round(100 * growth(kazan(2019, 2022)), 1) == 19.3
    assert round(100 * growth(kazan(2019, 2022, 2023)), 1) == 27.7


def test_both_methods_on_kazan_kuigan_2023() -> None:
    known = kazan(2019, 2022, 2023)
    errors = {method: backtest(known, method, (2021, 2023)) for method in Method}
    assert [one.year for one in errors[Method.LAST_YEAR].tried] == [2023]
    assert errors[Method.LAST_YEAR].mean_absolute == som("1132.5")
    assert round(100 * errors[Method.LAST_YEAR].mean_share, 1) == 36.2
    assert forecast(Method.MEAN_GROWTH, known.before(2023), 2023) == pytest.approx(som("2386.1"), abs=50)
    assert errors[Method.MEAN_GROWTH].mean_absolute == pytest.approx(som("746.0"), abs=50)
    assert round(100 * errors[Method.MEAN_GROWTH].mean_share, 1) == 23.8


def test_errors_of_the_worked_example() -> None:
    errors = Errors((Tried(2023, 100, 90), Tried(2024, 110, 120), Tried(2025, 120, 114)))
    assert (errors.mean_absolute, errors.bias, errors.largest) == (9, 2, 10)
    assert prediction_range(118, errors) == (108, 128)
    assert prediction_range(4, errors) == (0, 14)


def test_a_year_in_which_nothing_came_has_no_share_of_error() -> None:
    assert Errors((Tried(2024, 5, 0), Tried(2025, 11, 10))).mean_share == pytest.approx(0.1)
    with pytest.raises(ValueError, match="no share"):
        Errors((Tried(2024, 5, 0),)).mean_share  # noqa: B018


@given(st.lists(AMOUNTS, min_size=2, max_size=9))
def test_a_method_sees_nothing_of_the_year_that_it_is_tried_on(amounts: list[int]) -> None:
    year = 2018 + len(amounts) - 1
    other = series(*amounts[:-1], amounts[-1] + 1000)
    for method in Method:
        if method is Method.MEAN_GROWTH and len(amounts) < 3:
            continue
        first, second = (backtest(one, method, (year,)).tried[0] for one in (series(*amounts), other))
        assert first.forecast == second.forecast


@given(AMOUNTS, st.floats(0.8, 1.3), st.integers(3, 8))
def test_mean_growth_is_exact_for_steady_growth(first: int, rate: float, years: int) -> None:
    amounts = [first]
    for _year in range(years):
        amounts.append(max(1, round(amounts[-1] * rate)))
    exact = amounts[-2] * (amounts[-2] / amounts[0]) ** (1 / (years - 1))
    assert mean_growth(series(*amounts[:-1]), 2018 + years) == round(exact)


@given(st.lists(AMOUNTS, min_size=4, max_size=9))
def test_the_bias_never_exceeds_the_mean_absolute_error_nor_this_the_largest(amounts: list[int]) -> None:
    errors = backtest(series(*amounts), Method.LAST_YEAR, range(2019, 2030))
    assert abs(errors.bias) <= errors.mean_absolute <= errors.largest


def test_impossible_forecasts_are_refused() -> None:
    for wrong, words in (
        (lambda: growth(series(5)), "at least two years"),
        (lambda: growth(series(0, 5)), "2018 is zero"),
        (lambda: last_year(series(5), 2018), "2018 is not after the last year"),
        (lambda: backtest(series(1, 2), Method.LAST_YEAR, (2030,)), "no year could be tried"),
        (lambda: prediction_range(-1, Errors((Tried(2024, 1, 1),))), "cannot be negative"),
    ):
        with pytest.raises(ValueError, match=words):
            wrong()


def test_base_rate_and_collection() -> None:
    assert base_rate_collection(120, 500, 0.9) == 54_000
    assert base_rate_collection(2000, 450, 0.9) == 810_000
    assert base_rate_collection(10_000_000, 0.1, 1.0, share=0.9) == 900_000


@pytest.mark.parametrize(
    ("numbers", "words"),
    [
        ((-1, 1, 1, 1), "base: must be a number that is not negative"),
        ((1, math.nan, 1, 1), "rate: must be a number"),
        ((1, 1, 90, 1), "collection: is a share between 0 and 1, not 90"),
        ((1, 1, 1, 1.5), "share: is a share between 0 and 1"),
        ((math.inf, 1, 1, 1), "base: must be a number"),
    ],
)
def test_an_impossible_base_is_refused(numbers: tuple[float, float, float, float], words: str) -> None:
    with pytest.raises(ValueError, match=words):
        base_rate_collection(*numbers)


# Shared taxes


@pytest.mark.parametrize(
    ("before", "share_before", "after", "share_after", "base", "share", "grew"),
    [(900, 0.8, 1170, 0.9, 140, 130, 15.6), (900, 0.9, 1040, 1.0, 36, 104, 4.0)],
)
def test_the_worked_examples_of_a_share(
    before: int, share_before: float, after: int, share_after: float, base: int, share: int, grew: float
) -> None:
    change = split_change(before, share_before, after, share_after)
    assert (change.base_effect, change.share_effect) == (base, share)
    assert round(100 * change.base_growth, 1) == grew


def test_the_other_split_of_the_docs_gives_the_base_more() -> None:
    share = at_share(900_000, 0.8, 0.9) - 900_000
    assert (share, 1_170_000 - 900_000 - share) == (112_500, 157_500)


def test_the_published_shares_are_data_of_a_year() -> None:
    shares = {2014: 0.5, 2025: 1.0}
    assert shared_tax(1000, 2014, shares) == 500
    assert shared_tax(1000, 2025, shares) == 1000
    with pytest.raises(ValueError, match="no share for 2019"):
        shared_tax(1000, 2019, shares)


@given(AMOUNTS, SHARES, AMOUNTS, SHARES)
def test_base_and_share_add_up_to_the_change_exactly(before: int, old: float, after: int, new: float) -> None:
    change = split_change(before, old, after, new)
    assert change.base_effect + change.share_effect == after - before
    assert (change.share_effect > 0) <= (new > old)
    assert (change.share_effect < 0) <= (new < old)


@given(AMOUNTS, SHARES)
def test_an_unchanged_share_brings_nothing(amount: int, share: float) -> None:
    assert split_change(amount, share, 2 * amount, share).share_effect == 0
    assert at_share(amount, share, share) == amount


def test_impossible_shares_are_refused() -> None:
    for wrong, words in (
        (lambda: split_change(1, 0.0, 1, 1.0), "share lies above 0"),
        (lambda: split_change(1, 0.9, 1, 90), "at most 1, not 90"),
        (lambda: split_change(-1, 0.9, 1, 1.0), "before: an amount cannot be negative"),
        (lambda: split_change(1, math.nan, 1, 1.0), "share"),
        (lambda: shared_tax(-1, 2025, {2025: 1.0}), "collected: an amount cannot be negative"),
        (lambda: at_share(-1, 0.5, 0.5), "received: an amount cannot be negative"),
        (lambda: split_change(0, 0.9, 1, 1.0).base_growth, "growth from nothing"),
    ):
        with pytest.raises(ValueError, match=words):
            wrong()


# Arrears


def test_arrears_of_m27_as_in_the_docs() -> None:
    year = Arrears(som("252.4"), som("667.0"), som("405.8"), som("6.0"))
    assert year.closing == som("507.6")
    assert round(100 * year.collection_rate, 1) == 60.8
    assert chained([year, Arrears(year.closing, 10, 5)])
    assert not chained([year, Arrears(year.closing + 1, 10, 5)])


@given(st.integers(0, 10**9), st.integers(0, 10**9), st.integers(0, 10**9), st.integers(0, 10**9))
def test_no_som_of_arrears_is_lost(opening: int, accrued: int, collected: int, written: int) -> None:
    if collected + written > opening + accrued:
        with pytest.raises(ValueError, match="more were paid or written off"):
            Arrears(opening, accrued, collected, written)
    else:
        year = Arrears(opening, accrued, collected, written)
        assert year.closing + year.collected + year.written_off == opening + accrued


def test_impossible_arrears_are_refused() -> None:
    for wrong, words in (
        (lambda: Arrears(-1, 1, 0), "opening: an amount cannot be negative"),
        (lambda: Arrears(1, 0, 0).collection_rate, "nothing was due"),
        (lambda: Action("list", 0, 1), "must take time"),
        (lambda: Action("list", 1, -1), "less than nothing"),
        (lambda: effort((), ("list",)), "there is no action 'list'"),
        (lambda: best_actions((), -1), "cannot be -1 staff days"),
        (lambda: best_actions([Action(str(i), 1, 1) for i in range(17)], 1), "17 are too many"),
    ):
        with pytest.raises(ValueError, match=words):
            wrong()


@given(st.lists(st.tuples(st.integers(1, 9), st.integers(0, 50)), max_size=6), st.integers(0, 30))
def test_no_choice_within_the_days_brings_more_than_the_best(parts: list[tuple[int, int]], days: int) -> None:
    actions = [Action(str(i), took, brings, "0" if i == 1 else "") for i, (took, brings) in enumerate(parts)]
    best = best_actions(actions, days)
    assert effort(actions, best)[0] <= days
    assert not out_of_order(actions, best)
    for size in range(len(actions) + 1):
        for chosen in combinations([action.key for action in actions], size):
            took, brought = effort(actions, chosen)
            if took <= days and not out_of_order(actions, chosen):
                assert brought <= effort(actions, best)[1]


def test_a_reminder_counts_only_after_the_list() -> None:
    actions = (Action("list", 3, 10), Action("reminder", 1, 100, after="list"), Action("visits", 2, 50))
    assert out_of_order(actions, ("reminder",)) == ("reminder",)
    assert best_actions(actions, 3) == ("visits",)
    assert best_actions(actions, 4) == ("list", "reminder")


# The largest payer


def test_the_largest_payer_and_its_loss() -> None:
    assert largest_share([300, 500, 200]) == 0.5
    assert loss_if_closed(1000, 0.3) == 300
    for wrong, words in (
        (lambda: largest_share([0, 0]), "nobody paid"),
        (lambda: largest_share([]), "nobody paid"),
        (lambda: largest_share([-1, 5]), "cannot be negative"),
        (lambda: loss_if_closed(-1, 0.3), "tax: an amount cannot be negative"),
        (lambda: loss_if_closed(1, 30), "share: lies between 0 and 1"),
        (lambda: loss_if_closed(1, math.nan), "share: lies between 0 and 1"),
        (lambda: OwnPlan(-1, 0, 0), "permanent: an amount cannot be negative"),
        (lambda: StressCase(2000, 300, 1500, -1, 75, 40), "works: an amount cannot be negative"),
        (lambda: StressCase(2000, 2001, 1500, 100, 75, 40), "loss: 2001 som cannot be lost"),
    ):
        with pytest.raises(ValueError, match=words):
            wrong()


BEAR = StressCase(expected=2000, loss=300, running=1500, works=100, reserve=75, idle=40)


@pytest.mark.parametrize(
    ("plan", "found"),
    [
        (OwnPlan(1700, 225, 75), {}),
        (OwnPlan(1800, 125, 75), {Weakness.NOT_PAID_AFTER_LOSS: 100}),
        (OwnPlan(1700, 400, 75), {Weakness.TOO_MUCH: 175}),
        (OwnPlan(1400, 485, 75), {Weakness.SERVICES_STOP: 100}),
        (OwnPlan(1700, 250, 25), {Weakness.RESERVE_TOO_SMALL: 50}),
        (OwnPlan(1700, 50, 230), {Weakness.WORKS_TOO_SMALL: 50}),
        (OwnPlan(1600, 100, 75), {Weakness.IDLE: 185}),
    ],
)
def test_each_weakness_of_a_plan_is_found(plan: OwnPlan, found: dict[Weakness, int]) -> None:
    assert weaknesses(plan, BEAR) == found


@given(st.integers(0, 3000), st.integers(0, 3000), st.integers(0, 3000))
def test_a_plan_without_weakness_pays_its_permanent_costs_after_the_loss(a: int, b: int, c: int) -> None:
    plan = OwnPlan(a, b, c)
    if not weaknesses(plan, BEAR):
        assert BEAR.running <= plan.permanent <= BEAR.expected - BEAR.loss
        assert plan.total <= BEAR.expected
