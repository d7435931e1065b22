"""The case of every municipality can be solved, and no two are alike."""

import pytest

from aimak.data import municipalities
from aimak.lesson.cases import case_maker
from aimak.lesson.cases.budget import BudgetCase, case, free_money, room_for_new
from aimak.municipal.budget import carried, check, deficit_within_opening_balance

CODES = [place.code for place in municipalities()]


@pytest.fixture(params=CODES)
def one(request: pytest.FixtureRequest) -> BudgetCase:
    return case(request.param)


def test_a_case_is_a_real_decision(one: BudgetCase) -> None:
    money = one.plan.total_revenue + one.plan.opening_balance
    asked = sum(one.requests.values())
    assert 1.03 < asked / money < 1.12
    room = room_for_new(one.plan, one.limits, one.floors)
    assert sum(wish.cost <= room for wish in one.commitments) == 1
    assert sum(p.promised for p in one.proposals) == 1
    assert sum(p.cost for p in one.proposals) > one.proposal_money
    assert free_money(one.plan, one.limits) > room > 0


def test_the_bad_year_can_be_survived(one: BudgetCase) -> None:
    least = {line.key: 0 for line in one.plan.spending}
    for source, lines in one.limits.purposes.items():
        for key in lines:
            least[key] = max(least[key], one.plan.revenue.get(source, 0))
    for needs in (one.limits.protected, one.floors_after_fall):
        for key, amount in needs.items():
            least[key] = max(least[key], amount)
    budget = one.poorer.with_amounts(least)
    assert not deficit_within_opening_balance(budget)
    assert not check(budget, one.after_fall)


def test_the_printed_budget_holds_exactly_one_mistake(one: BudgetCase) -> None:
    lines = [row for row in one.printed if row.kind == "line"]
    wrong = [row for row in lines if row.amount != one.plan.line(row.key)]
    twice = len(lines) - len(one.plan.spending)
    assert len(wrong) + twice == 1
    assert next(row for row in one.printed if row.kind == "total").amount == one.plan.total_spending


def test_the_same_municipality_always_gives_the_same_case() -> None:
    assert case("M07") == case("M07")
    assert case_maker("budget")("M07") == case_maker("budget-analyst")("M07")


def test_less_is_free_in_each_forecast_year_and_one_offer_can_be_carried(one: BudgetCase) -> None:
    now, first, second = one.ahead.free
    assert now == room_for_new(one.plan, one.limits, one.floors)
    assert now > first > second > 0
    assert [carried(offer.costs, one.ahead.free) for offer in one.offers].count(True) == 1


def test_the_offer_that_costs_least_at_first_cannot_be_carried(one: BudgetCase) -> None:
    assert not carried(min(one.offers, key=lambda offer: offer.costs[0]).costs, one.ahead.free)
    assert all(offer.costs[0] <= one.ahead.free[0] for offer in one.offers)
