"""The case of every municipality is a real decision, and can be solved."""

import pytest

from aimak.data import municipalities
from aimak.lesson.cases import case_maker
from aimak.lesson.cases.newservice import NewServiceCase, case, survey_fault
from aimak.lesson.cases.newservice_cash import cheapest_remedies, remedy_cost, with_remedies
from aimak.lesson.cases.newservice_parts import PAIRS
from aimak.municipal.newservice import (
    balances,
    best_measures,
    best_timetable,
    broken_limits,
    cheapest,
    cost_over,
    coverage_ratio,
    covering_fee,
    demand,
    first_intake,
    first_short_month,
    obstacles,
    reached,
)

CODES = [place.code for place in municipalities()]


@pytest.fixture(params=CODES)
def one(request: pytest.FixtureRequest) -> NewServiceCase:
    return case(request.param)


def test_the_survey_gives_a_range_and_groups_that_the_form_offers(one: NewServiceCase) -> None:
    ends = demand(one.survey, one.children, one.keeps)
    assert ends.low < ends.high <= one.children
    assert 1 <= first_intake(ends.low, one.bearable, one.size) <= 8
    assert (one.borrowed is not None) == (survey_fault(one) == "own")


def test_the_timetable_cannot_be_everything(one: NewServiceCase) -> None:
    best = best_timetable(one.slots, one.limits)
    assert 3 <= len(best) <= 6
    assert "coach_hours" in broken_limits(one.slots, one.limits)


def test_exactly_one_fee_fits(one: NewServiceCase) -> None:
    fitting = [
        scheme
        for scheme in one.schemes
        if scheme.free and one.year.result(scheme.fee) >= 0 and scheme.fee <= one.prices.accepted_fee
    ]
    assert [scheme.kind for scheme in fitting] == ["fits"]
    assert {scheme.kind for scheme in one.schemes} == {"fits", "gap", "dear", "all_pay"}
    assert len({scheme.fee for scheme in one.schemes}) == 4
    assert covering_fee(one.year) <= one.prices.accepted_fee


def test_one_group_is_left_out_most_and_money_cannot_do_everything(one: NewServiceCase) -> None:
    values = sorted(coverage_ratio(one.coverage[name], one.coverage[PAIRS[name]]).value for name in one.left_out)
    assert values[1] - values[0] > 0.03
    assert sum(measure.cost for measure in one.measures) > one.money
    best = best_measures(one.measures, one.left_out, one.money)
    assert best
    assert all(reached(best, one.left_out).values())
    users = {
        one.coverage[name].users + one.coverage[other].users for name, other in PAIRS.items() if name in one.coverage
    }
    assert users == {one.year.users}


def test_one_way_fits_and_is_cheapest(one: NewServiceCase) -> None:
    best = cheapest(one.ways, one.conditions)
    assert best is not None
    costs = [cost_over(way, 3) for way in one.ways if not obstacles(way, one.conditions)]
    assert sorted(costs).count(min(costs)) == 1


def test_the_money_runs_out_and_allowed_means_are_enough(one: NewServiceCase) -> None:
    assert first_short_month(one.cash) in {2, 3}
    best = cheapest_remedies(one.cash, one.remedies)
    assert min(balances(with_remedies(one.cash, one.remedies, best))) >= 0
    assert all(remedy.allowed for remedy in one.remedies if remedy.key in best)
    assert balances(one.cash)[-1] > 0
    everything = [remedy.key for remedy in one.remedies if remedy.allowed]
    assert remedy_cost(one.remedies, everything) > remedy_cost(one.remedies, best)


def test_a_remedy_changes_the_year_by_what_it_says_it_costs(one: NewServiceCase) -> None:
    for remedy in one.remedies:
        after = with_remedies(one.cash, one.remedies, [remedy.key])
        # Fees of a month that come in earlier also bring the last month's fee into the year; it is 0 in August.
        assert abs(balances(one.cash)[-1] - balances(after)[-1] - remedy.cost) <= 500, remedy.key


def test_a_single_village_has_no_far_one() -> None:
    village = case("M20")
    assert not village.has_far_village
    assert "far" not in village.left_out
    assert not village.limits.needs_bus
    assert not [measure for measure in village.measures if "far" in measure.reaches]


def test_bad_surveys_are_among_the_cases() -> None:
    faults = {code: survey_fault(case(code)) for code in CODES}
    assert [code for code, fault in faults.items() if fault == "own"] == ["M12", "M35"]
    assert [code for code, fault in faults.items() if fault == "few"] == ["M22", "M34"]
    assert [code for code, fault in faults.items() if fault == "girls"] == ["M06", "M44"]
    assert list(faults.values()).count("far") == 12


def test_the_same_municipality_always_gives_the_same_case() -> None:
    assert case("M07") == case("M07")
    assert case_maker("newservice")("M07") == case_maker("newservice-analyst")("M07")
