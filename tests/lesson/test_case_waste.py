"""The case of every municipality can be solved, and each of its decisions is a real one."""

import pytest

from aimak.data import municipalities
from aimak.data.waste import waste_neighbour
from aimak.lesson.cases import case_maker
from aimak.lesson.cases.waste import (
    SURPLUS,
    WEEK_HOURS,
    WasteCase,
    case,
    daily_trips,
    full_cost,
    missing_part,
    shared_hours,
    tonnes_of,
    weekly_trips,
)
from aimak.municipal.waste import (
    WEEKS,
    SplitKey,
    both_gain,
    household_month,
    per_household_month,
    shared_truck,
    volume,
)

CODES = [place.code for place in municipalities()]


@pytest.fixture(params=CODES)
def one(request: pytest.FixtureRequest) -> WasteCase:
    return case(request.param)


def test_the_cheapest_fee_is_clear_and_is_not_the_one_to_learn_from(one: WasteCase) -> None:
    months = [household_month(fee.fee, one.household_size) for fee in one.fees]
    ordered = sorted(months)
    assert ordered[1] - ordered[0] > 2
    cheapest = one.fees[months.index(ordered[0])]
    assert len({(fee.fee.per, fee.fee.every) for fee in one.fees}) == 4
    assert sum(fee.kind == "weekly" for fee in one.fees) == 1
    assert cheapest.kind != "weekly"
    assert cheapest != min(one.fees, key=lambda fee: fee.fee.amount)


def test_one_week_carries_everything_and_the_others_fail_in_their_own_way(one: WasteCase) -> None:
    needed, fit = weekly_trips(one.plan), daily_trips(one.plan)
    good = [s for s in one.schedules if s.trips <= fit and s.days * s.trips >= needed]
    best = [s for s in good if (s.days - 1) * s.trips < needed]
    assert len(one.schedules) == 4
    assert len({s.key for s in one.schedules}) == 4
    assert len(best) == 1
    assert any(s.trips > fit for s in one.schedules)
    assert any(s.trips <= fit and s.days * s.trips < needed for s in one.schedules)
    assert any(s not in best for s in good)
    assert all(1 <= s.days <= 7 for s in one.schedules)


def test_exactly_one_part_of_the_cost_is_forgotten_and_it_matters(one: WasteCase) -> None:
    part = missing_part(one)
    assert len(one.colleague.counted) == 6
    assert full_cost(one).parts[part] > 0.01 * full_cost(one).total
    assert 30 < per_household_month(full_cost(one).total, one.plan.households) < 250


def test_the_tariff_can_be_set_but_not_by_today_s_collection_rate(one: WasteCase) -> None:
    given = one.tariff
    assert given.missing(given.fee_limit, given.rate_now, given.subsidy_limit) > 0
    best = given.missing(given.fee_limit, given.rate_limit, given.subsidy_limit)
    assert best <= 0
    # Room for choices, but not for every choice.
    assert -best < 0.15 * given.cost
    held = [
        (fee, rate)
        for fee in range(1, given.fee_limit + 1)
        for rate in range(round(100 * given.rate_now), round(100 * given.rate_limit) + 1)
        if -SURPLUS * given.cost <= given.missing(fee, rate / 100, given.subsidy_limit) <= 0
    ]
    assert held
    assert given.fee_limit > (given.fee_now or 0)
    assert given.payers + given.exempt == one.plan.households


def test_sharing_is_a_decision(one: WasteCase) -> None:
    shared = one.sharing
    gains = [both_gain(shared_truck(shared.cost, shared.partners, key), shared.partners) for key in SplitKey]
    assert any(gains)
    assert not all(gains)
    assert shared.cost < sum(partner.alone for partner in shared.partners)
    assert abs(shared_hours(one) - WEEK_HOURS) > 0.9
    if waste_neighbour(one.municipality.code) is None:
        assert shared_hours(one) > WEEK_HOURS


def test_among_the_cases_both_answers_to_sharing_and_each_forgotten_part_occur() -> None:
    fits = [shared_hours(case(code)) <= WEEK_HOURS for code in CODES]
    assert 15 < sum(fits) < 40
    assert {missing_part(case(code)) for code in CODES} == {"contributions", "depreciation", "disposal"}


def test_the_same_municipality_always_gives_the_same_case() -> None:
    assert case("M07") == case("M07")
    assert case_maker("waste")("M07") == case_maker("waste-analyst")("M07")


def test_trips_do_not_hang_on_how_somebody_rounds(one: WasteCase) -> None:
    exact = volume(tonnes_of(one.plan), one.plan.density) / WEEKS / one.plan.truck_m3
    assert not 0 < exact % 1 < 0.09
    assert one.plan.hours_a_day / one.plan.round.hours % 1 <= 0.94
