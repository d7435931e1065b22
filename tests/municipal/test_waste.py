"""The arithmetic of waste collection against published figures (see docs/arithmetic.md) and its own promises."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aimak.municipal.waste import (
    PARTS,
    Every,
    Fee,
    FullCost,
    Group,
    Partner,
    Per,
    Round,
    SplitKey,
    bag_price_for,
    both_gain,
    break_even_collection_rate,
    contributions,
    convert,
    depreciation,
    flat_income,
    gap,
    hours_needed,
    household_month,
    income,
    kg_a_day,
    pays_more,
    per_household_month,
    per_tonne,
    shared_truck,
    tariff,
    tonnes_a_year,
    trips,
    trips_a_day,
    trips_a_week,
    volume,
    waste_kept_back,
)

amounts = st.integers(0, 10**9)
shares = st.floats(0, 1)


def cost(**parts: int) -> FullCost:
    return FullCost(**{**dict.fromkeys(PARTS, 0), **parts})


@pytest.mark.parametrize(
    ("fee", "month"),
    [
        (Fee(20, Per.PERSON, Every.YEAR), 8.33),  # Min-Bulak 2023
        (Fee(120, Per.HOUSEHOLD, Every.YEAR), 10.0),  # Dostuk 2023
        (Fee(10, Per.PERSON, Every.MONTH), 50.0),  # Dostuk 2023, staff of the power station
        (Fee(20, Per.PERSON, Every.MONTH), 100.0),  # Osh 2013, lowest
        (Fee(25, Per.PERSON, Every.MONTH), 125.0),  # Osh 2013, highest
        (Fee(22.5, Per.PERSON, Every.MONTH), 112.5),  # Bishkek 2022
    ],
)
def test_published_fees_in_one_unit_with_five_people_in_a_household(fee: Fee, month: float) -> None:
    assert round(household_month(fee, 5), 2) == month


@given(
    st.floats(0, 1e6), st.sampled_from(Per), st.sampled_from(Every), st.sampled_from(Per), st.sampled_from(Every),
    st.floats(1, 12),
)  # fmt: skip
def test_a_fee_converted_there_and_back_is_the_same(
    amount: float, per: Per, every: Every, other: Per, time: Every, size: float
) -> None:
    there = convert(Fee(amount, per, every), other, time, size)
    assert (there.per, there.every) == (other, time)
    assert convert(there, per, every, size).amount == pytest.approx(amount)


def test_waste_of_the_country_2024_for_each_day() -> None:
    assert round(kg_a_day(0.228, 1), 2) == 0.62
    assert tonnes_a_year(1000, 228 / 365, 1.0) == pytest.approx(228)


def test_the_village_of_the_worked_example() -> None:
    tonnes = tonnes_a_year(1000, 0.3, 1.0)
    assert tonnes == pytest.approx(109.5)
    assert volume(tonnes, 0.2) == pytest.approx(547.5)
    assert trips_a_week(tonnes, 0.2, 4.0) == 3
    assert trips_a_day(Round(12, 20, 1.75, 0.25), 8.0) == 2
    assert Round(12, 20, 1.75, 0.25).hours == pytest.approx(3.2)


@given(st.floats(0, 1e5), st.floats(0.05, 1), st.floats(1, 30))
def test_whole_trips_carry_everything_and_none_is_too_many(tonnes: float, density: float, truck: float) -> None:
    needed = trips(volume(tonnes, density), truck)
    assert needed * truck * density >= tonnes - 1e-6 * max(1, tonnes)
    assert needed == 0 or (needed - 1) * truck * density <= tonnes + 1e-9


def test_a_count_that_is_whole_but_for_noise_is_not_rounded_up() -> None:
    assert trips(0.1 + 0.2, 0.1) == 3
    assert trips_a_day(Round(0, 1, 0.1, 0.0), 0.3) == 3


def test_depreciation_of_the_truck_and_bins_of_ak_terek() -> None:
    assert depreciation(6_404_000, 0, 10) == 640_400
    assert round(6_404_000 / 8_501) == 753


@given(st.integers(0, 10**8), st.integers(1, 30), st.floats(0, 1))
def test_depreciation_over_all_years_is_price_less_residual_value(price: int, years: int, part: float) -> None:
    residual = int(price * part)
    assert abs(depreciation(price, residual, years) * years - (price - residual)) <= years / 2 + 1


@given(st.fixed_dictionaries(dict.fromkeys(PARTS, amounts)), st.sampled_from(PARTS))
def test_a_forgotten_part_is_exactly_what_is_missing(parts: dict[str, int], part: str) -> None:
    full = FullCost(**parts)
    assert full.total - full.without(part).total == parts[part]
    assert full.cash == full.total - full.depreciation


def test_cost_for_each_household_and_tonne() -> None:
    full = cost(fuel=100_000, wages=300_000, contributions=contributions(300_000, 0.17), depreciation=49_000)
    assert full.contributions == 51_000
    assert full.total == 500_000
    assert per_tonne(full.total, 100) == 5000
    assert per_household_month(full.total, 500) == pytest.approx(83.33, abs=0.01)


def test_the_tariff_of_the_worked_example() -> None:
    assert income(80, 500, 1.0) == 480_000
    assert round(break_even_collection_rate(600_000, 80, 500, 200_000), 3) == 0.833
    assert tariff(600_000, 500, 0.8, 200_000) == pytest.approx(83.33, abs=0.01)
    assert gap(600_000, 80, 500, 0.6, 200_000) == 112_000


@given(st.integers(1, 10**9), st.integers(1, 10**5), st.floats(0.05, 1), amounts)
def test_the_tariff_covers_the_cost_and_no_more(cost_a_year: int, households: int, rate: float, subsidy: int) -> None:
    fee = tariff(cost_a_year, households, rate, subsidy)
    if subsidy >= cost_a_year:
        assert fee == 0
    else:
        assert abs(gap(cost_a_year, fee, households, rate, subsidy)) <= 1
        assert break_even_collection_rate(cost_a_year, fee, households, subsidy) == pytest.approx(rate)


@given(st.floats(1, 500), st.integers(1, 10**4), st.floats(0, 0.9), st.floats(0.01, 0.1))
def test_more_payers_never_make_the_gap_larger(fee: float, households: int, rate: float, more: float) -> None:
    assert gap(10**6, fee, households, rate + more) <= gap(10**6, fee, households, rate)


GROUPS = (Group("small", 100, 2.0), Group("large", 50, 6.0))


def test_with_bags_small_households_pay_less_and_large_ones_more() -> None:
    target = flat_income(40, GROUPS)
    assert target == 72_000
    price = bag_price_for(target, GROUPS)
    assert price == 12.0
    assert pays_more(40, price, GROUPS) == {"small": -16.0, "large": 32.0}
    assert waste_kept_back(100, 0.2, 0.5) == (10.0, 10.0)


@given(st.lists(st.tuples(st.integers(1, 500), st.floats(0.5, 10)), min_size=1, max_size=5), st.floats(0, 0.8))
def test_the_price_of_a_bag_brings_the_target(sizes: list[tuple[int, float]], fewer: float) -> None:
    groups = [Group(str(i), households, bags) for i, (households, bags) in enumerate(sizes)]
    price = bag_price_for(100_000, groups, fewer)
    sold = sum(group.households * group.bags * (1 - fewer) for group in groups) * 12
    assert price * sold == pytest.approx(100_000)


PAIR = (Partner("A", 200, 6, 1200, 15.0, 700_000), Partner("B", 100, 4, 500, 12.0, 350_000))


def test_the_shared_truck_of_the_worked_example() -> None:
    assert shared_truck(900_000, PAIR, SplitKey.TONNES) == {"A": 600_000, "B": 300_000}
    assert both_gain(shared_truck(900_000, PAIR, SplitKey.TONNES), PAIR)
    assert not both_gain(shared_truck(900_000, PAIR, SplitKey.EQUAL), PAIR)
    assert hours_needed(PAIR, 2.4) == pytest.approx(29.4)


@given(amounts, st.sampled_from(SplitKey), st.lists(st.integers(1, 10**4), min_size=1, max_size=6))
def test_a_split_loses_no_som(total: int, key: SplitKey, sizes: list[int]) -> None:
    partners = [Partner(str(i), size, size, size, 1.0, 1) for i, size in enumerate(sizes)]
    assert sum(shared_truck(total, partners, key).values()) == total


@pytest.mark.parametrize(
    ("act", "words"),
    [
        (lambda: Fee(-1, Per.PERSON, Every.YEAR), "amount of the fee cannot be negative"),
        (lambda: Fee(math.nan, Per.PERSON, Every.YEAR), "amount of the fee must be a finite number"),
        (lambda: household_month(Fee(1, Per.PERSON, Every.YEAR), 0), "household size must be above zero"),
        (lambda: tonnes_a_year(-1, 0.3, 0.5), "people cannot be negative"),
        (lambda: tonnes_a_year(1, -0.3, 0.5), "kilograms a day cannot be negative"),
        (lambda: tonnes_a_year(1, 0.3, 60), "share served is a share and cannot be above 1"),
        (lambda: kg_a_day(1, 0), "people must be above zero"),
        (lambda: kg_a_day(-1, 1), "tonnes cannot be negative"),
        (lambda: volume(1, 0), "density must be above zero"),
        (lambda: trips(1, 0), "volume of the truck must be above zero"),
        (lambda: trips(math.inf, 1), "volume must be a finite number"),
        (lambda: Round(-1, 30, 1, 1), "kilometres cannot be negative"),
        (lambda: Round(1, 0, 1, 1), "speed must be above zero"),
        (lambda: Round(1, 30, -1, 1), "hours of loading"),
        (lambda: Round(1, 30, 1, -1), "hours of unloading"),
        (lambda: trips_a_day(Round(0, 30, 0, 0), 8), "hours of a trip must be above zero"),
        (lambda: trips_a_day(Round(1, 30, 1, 1), 0), "hours a day must be above zero"),
        (lambda: cost(fuel=-1), "fuel cannot be negative"),
        (lambda: cost().without("paint"), "no part 'paint'"),
        (lambda: depreciation(-1, 0, 5), "price cannot be negative"),
        (lambda: depreciation(1, 2, 5), "residual value cannot be above the price"),
        (lambda: depreciation(1, 0, 0), "years of use must be above zero"),
        (lambda: contributions(-1, 0.1), "wages cannot be negative"),
        (lambda: contributions(1, 17), "rate of contributions is a share"),
        (lambda: per_tonne(1, 0), "tonnes must be above zero"),
        (lambda: per_household_month(1, 0), "households must be above zero"),
        (lambda: per_household_month(1, -1), "households cannot be negative"),
        (lambda: tariff(-1, 1, 1), "cost cannot be negative"),
        (lambda: tariff(1, 1, 0), "collection rate must be above zero"),
        (lambda: tariff(1, 1, 80), "collection rate is a share"),
        (lambda: tariff(1, 0, 0.5), "households must be above zero"),
        (lambda: tariff(1, 1, 0.5, -1), "subsidy cannot be negative"),
        (lambda: income(-1, 1, 1), "fee cannot be negative"),
        (lambda: gap(1, 1, 1, 1, -1), "subsidy cannot be negative"),
        (lambda: break_even_collection_rate(1, 0, 1), "fee must be above zero"),
        (lambda: Group("x", -1, 1), "households cannot be negative"),
        (lambda: Group("x", 1, -1), "bags a month cannot be negative"),
        (lambda: flat_income(-1, GROUPS), "fee cannot be negative"),
        (lambda: bag_price_for(1, GROUPS, 1.0), "bags that are handed over must be above zero"),
        (lambda: bag_price_for(1, GROUPS, 1.5), "share of fewer bags"),
        (lambda: pays_more(1, -1, GROUPS), "price of a bag"),
        (lambda: waste_kept_back(1, 0.1, 2), "share that is dumped"),
        (lambda: Partner("A", -1, 1, 1, 1, 1), "tonnes of A cannot be negative"),
        (lambda: Partner("A", 1, 1, 1, math.nan, 1), "hours of A must be a finite number"),
        (lambda: shared_truck(-1, PAIR, SplitKey.TONNES), "cost cannot be negative"),
        (lambda: shared_truck(1, (), SplitKey.TONNES), "at least one is needed"),
        (lambda: shared_truck(1, (PAIR[0], PAIR[0]), SplitKey.TONNES), "a name stands twice"),
        (lambda: shared_truck(1, (Partner("A", 0, 1, 1, 1, 1),), SplitKey.TONNES), "tonnes is zero for all"),
        (lambda: hours_needed(PAIR, -1), "hours of moving"),
        (lambda: both_gain({"A": 1}, PAIR), "B has none"),
    ],
)
def test_what_cannot_be_is_refused_with_its_field_and_reason(act, words: str) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(ValueError, match=words):
        act()
