"""The water arithmetic against published figures and docs/arithmetic.md, and against its own promises."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aimak.data import published_figures
from aimak.municipal.water import (
    FullCost,
    Tariff,
    UserGroup,
    WaterBalance,
    affordability,
    billed_money,
    break_even_rate,
    break_even_tariff,
    charge_by_norm,
    collection_rate,
    coverage,
    full_cost_tariff,
    fund_path,
    gap_to_cost,
    monthly_volume,
    non_revenue_share,
    paid_volume,
    payback_years,
    raised,
    replacement_reserve,
    revenue,
    value_of_billed_water,
    value_of_collection,
    value_of_mended_leak,
    variable_cost,
)

TRAINING = FullCost(90_000, 450_000, 76_500, 120_000, 10_000, 53_500, 400_000)


def published(place: str, item: str) -> float:
    return next(one.amount for one in published_figures("water") if (one.place, one.item) == (place, item))


@pytest.mark.parametrize(("kind", "worked", "difference"), [("street_tap", 21.645, -7.6), ("yard_tap", 37.6623, -7.1)])
def test_charges_of_sary_oi_follow_from_norm_and_tariff_and_are_published_lower(
    kind: str, worked: float, difference: float
) -> None:
    charge = charge_by_norm(published("Sary-Oi", f"norm_{kind}"), published("Sary-Oi", "tariff"))
    assert charge == pytest.approx(worked)
    assert round(100 * (published("Sary-Oi", f"charge_{kind}") / charge - 1), 1) == difference


def test_days_of_a_month_do_not_explain_the_charges_of_sary_oi() -> None:
    assert round(charge_by_norm(50, 14.43, days=28), 1) == 20.2
    assert round(charge_by_norm(87, 14.43, days=28), 1) == 35.2


def test_published_tariffs_cover_a_part_of_published_costs() -> None:
    assert published("Kyrgyz Republic", "tariff_set_least") / published("Kyrgyz Republic", "cost") == 0.2
    assert published("Kyrgyz Republic", "tariff_set_most") / published("Kyrgyz Republic", "cost") == 0.3
    mean, asked = (published("Kyrgyz Republic", item) for item in ("mean_tariff", "mean_tariff_proposed"))
    assert round(100 * mean / asked, 1) == 61.1


def test_the_worked_balance() -> None:
    balance = WaterBalance(100_000, 20_000, 38_000, 4_000)
    assert (balance.billed, balance.non_revenue, non_revenue_share(balance)) == (62_000, 38_000, 0.38)
    assert round(100 * balance.non_revenue / balance.billed, 1) == 61.3
    assert paid_volume(balance, 0.8) == 49_600


def test_a_leak_is_worth_less_than_an_unbilled_tap() -> None:
    one = variable_cost(90_000, 10_000, 100_000)
    assert one == 1.0
    assert value_of_mended_leak(5_000, one) == 5_000
    assert value_of_billed_water(5_000, 12.5, 0.8) == 50_000
    assert value_of_collection(775_000, 0.80, 0.86) == 46_500
    assert payback_years(100_000, 50_000) == 2.0


def test_the_worked_full_cost() -> None:
    assert replacement_reserve(12_000_000, 30) == TRAINING.reserve == 400_000
    assert (TRAINING.operating, TRAINING.total) == (800_000, 1_200_000)
    assert full_cost_tariff(TRAINING.total, 80_000) == 15.0
    assert break_even_tariff(TRAINING.total, 80_000, 0.75) == 20.0
    assert break_even_rate(TRAINING.total, 80_000, 20.0) == 0.75
    assert list(TRAINING.parts())[-2:] == ["reserve", "loan"]


def test_the_worked_blocks_and_the_gap() -> None:
    tariff = Tariff(6, 8, 20, 25)
    assert tariff.charge(12) == 168.0
    assert tariff.charge(4) == 32.0
    assert billed_money(tariff, [UserGroup("yard", 100, 12), UserGroup("street", 50, 4)], 1_000) == 245_800
    assert revenue(245_800, 0.9) == 221_220
    assert gap_to_cost(300_000, 221_220) == 78_780
    assert gap_to_cost(200_000, 221_220) == 0
    assert coverage(221_220, 300_000) == pytest.approx(0.7374)


def test_the_worked_share_coefficient_and_rate() -> None:
    assert affordability(60, 15_000) == 0.004
    assert raised(15.0, 1.5) == 22.5
    assert collection_rate(60, 80) == 0.75
    assert monthly_volume(50, 4) == 6.0


def test_the_worked_fund() -> None:
    assert fund_path(TRAINING, [0.7, 0.7], [100_000, 100_000], 0.9) == (56_000, 112_000)
    assert fund_path(TRAINING, [0.7], [0], 0.9) == (-44_000,)
    assert fund_path(TRAINING, [], [], 0.9) == ()


prices = st.decimals(0, 200, places=1).map(float)
volumes = st.decimals(0, 60, places=1).map(float)
counts = st.integers(0, 5_000)
groups = st.lists(st.tuples(counts, volumes), max_size=6).map(
    lambda rows: [UserGroup(str(i), households, volume) for i, (households, volume) in enumerate(rows)]
)


@given(st.integers(1, 10**7), st.integers(0, 10**6), st.integers(0, 10**6), st.integers(0, 10**6))
def test_produced_is_billed_and_lost(extra: int, metered: int, by_norm: int, others: int) -> None:
    balance = WaterBalance(metered + by_norm + others + extra, metered, by_norm, others)
    assert balance.billed + balance.non_revenue == balance.produced
    assert 0 <= non_revenue_share(balance) <= 1
    assert 0 <= paid_volume(balance, 0.5) <= balance.billed


@given(prices, prices, volumes, volumes, volumes)
def test_who_uses_more_never_pays_less(first: float, more: float, lifeline: float, volume: float, added: float) -> None:
    tariff = Tariff(lifeline, first, first + more, 0)
    assert tariff.charge(volume) <= tariff.charge(volume + added)
    flat = Tariff(0, first + more, first + more, 0)
    assert tariff.charge(volume) <= flat.charge(volume) + 1e-6


@given(groups, groups, prices, st.integers(0, 10**6))
def test_bills_of_two_villages_add_up(one: list[UserGroup], other: list[UserGroup], price: float, shops: int) -> None:
    tariff = Tariff(5, price, price, price)
    both = [UserGroup(f"a{g.key}", g.households, g.volume) for g in one]
    both += [UserGroup(f"b{g.key}", g.households, g.volume) for g in other]
    apart = billed_money(tariff, one, shops) + billed_money(tariff, other, 0)
    assert abs(billed_money(tariff, both, shops) - apart) <= 1


@given(st.integers(1, 10**9), st.integers(1, 10**7), st.floats(0.01, 1))
def test_a_break_even_tariff_breaks_even(cost: int, billed: int, rate: float) -> None:
    tariff = break_even_tariff(cost, billed, rate)
    assert tariff * billed * rate == pytest.approx(cost)
    assert tariff >= full_cost_tariff(cost, billed) - 1e-9
    assert break_even_rate(cost, billed, tariff) == pytest.approx(rate)


@given(st.integers(1, 10**8), st.integers(0, 10**8))
def test_cost_is_paid_or_missing(cost: int, money: int) -> None:
    gap = gap_to_cost(cost, money)
    assert gap == 0 or money + gap == cost
    assert (gap == 0) == (coverage(money, cost) >= 1)


@given(st.lists(st.tuples(st.floats(0, 1), st.integers(0, 10**6)), max_size=5), st.integers(0, 10**6))
def test_a_line_moves_every_later_year_by_its_amount(years: list[tuple[float, int]], more: int) -> None:
    shares, lines = [share for share, _line in years], [line for _share, line in years]
    before = fund_path(TRAINING, shares, lines, 0.9)
    after = fund_path(TRAINING, shares, [lines[0] + more, *lines[1:]] if lines else [], 0.9)
    assert [late - early for early, late in zip(before, after, strict=True)] == [more] * len(lines)


@given(st.floats(0, 500), prices)
def test_a_charge_is_its_volume_times_the_tariff(litres: float, tariff: float) -> None:
    assert charge_by_norm(litres, tariff) == pytest.approx(monthly_volume(litres) * tariff)


@pytest.mark.parametrize(
    ("act", "words"),
    [
        (lambda: WaterBalance(-1, 0, 0), "produced must be"),
        (lambda: WaterBalance(10, 6, 5), "produced: 10 m³ is less than the 11 m³"),
        (lambda: non_revenue_share(WaterBalance(0, 0, 0)), "produced must be a finite number above zero"),
        (lambda: paid_volume(WaterBalance(1, 1, 0), 1.2), "collection_rate must be a share"),
        (lambda: variable_cost(1, 1, 0), "produced must be"),
        (lambda: variable_cost(-1, 1, 1), "energy must be"),
        (lambda: variable_cost(1, -1, 1), "testing must be"),
        (lambda: value_of_mended_leak(-1, 1.0), "saved must be"),
        (lambda: value_of_mended_leak(1, float("nan")), "cost_of_one must be"),
        (lambda: value_of_billed_water(1, -1.0, 0.5), "tariff must be"),
        (lambda: value_of_billed_water(-1, 1.0, 0.5), "added must be"),
        (lambda: value_of_collection(1, 0.5, 0.4), "after: a rate of 0.4 is below 0.5"),
        (lambda: value_of_collection(-1, 0.5, 0.6), "billed_money must be"),
        (lambda: payback_years(1, 0), "value must be"),
        (lambda: payback_years(-1, 1), "price must be"),
        (lambda: FullCost(1, 1, -1, 1, 1, 1, 1), "contributions must be"),
        (lambda: replacement_reserve(1, 0), "life_years must be"),
        (lambda: replacement_reserve(-1, 1), "asset_value must be"),
        (lambda: full_cost_tariff(1, 0), "billed must be"),
        (lambda: full_cost_tariff(-1, 1), "cost must be"),
        (lambda: break_even_tariff(1, 1, 0.0), "collection_rate must be a finite number above zero"),
        (lambda: break_even_rate(1, 1, 0.0), "tariff must be"),
        (lambda: collection_rate(1, 0), "billed_money must be"),
        (lambda: collection_rate(-1, 1), "collected must be"),
        (lambda: monthly_volume(-1), "litres_a_day must be"),
        (lambda: monthly_volume(1, -1), "people must be"),
        (lambda: charge_by_norm(1, float("inf")), "tariff must be"),
        (lambda: charge_by_norm(1, 1, -1), "days must be"),
        (lambda: affordability(1, 0), "income must be"),
        (lambda: Tariff(1, 5, 4, 0), "second: 4 is below the price of the lifeline block, 5"),
        (lambda: Tariff(-1, 5, 6, 0), "lifeline must be"),
        (lambda: Tariff(1, 5, 6, 0).charge(-1), "volume must be"),
        (lambda: UserGroup("yard", -1, 1), "households must be"),
        (lambda: billed_money(Tariff(1, 1, 1, 1), [UserGroup("a", 1, 1)] * 2, 0), "groups stand twice: a"),
        (lambda: billed_money(Tariff(1, 1, 1, 1), [], -1), "organisations must be"),
        (lambda: revenue(1, -0.1), "collection_rate must be a share"),
        (lambda: coverage(1, 0), "cost must be"),
        (lambda: gap_to_cost(1, -1), "money must be"),
        (lambda: raised(1, 3.5), "coefficient must lie between 1 and 3"),
        (lambda: raised(1, float("nan")), "coefficient must lie"),
        (lambda: fund_path(TRAINING, [0.7], [], 0.9), "lines: there are 0 for 1 years"),
        (lambda: fund_path(TRAINING, [-0.7], [0], 0.9), "share must be"),
        (lambda: fund_path(TRAINING, [0.7], [-1], 0.9), "line must be"),
        (lambda: fund_path(TRAINING, [0.7], [0], 0.9, -5), "start must be"),
    ],
)
def test_what_cannot_be_is_refused_by_name(act: Callable[[], object], words: str) -> None:
    with pytest.raises(ValueError, match=words.replace("(", r"\(")):
        act()
