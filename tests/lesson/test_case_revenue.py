"""The case of every municipality can be solved, is a real decision, and no two are alike."""

import pytest

from aimak.data import municipalities
from aimak.lesson import translate as _
from aimak.lesson.cases import case_maker
from aimak.lesson.cases.revenue import BEFORE, YEAR, RevenueCase, case, errors, room, tax_change
from aimak.lesson.cases.revenue_parts import brings, largest_first
from aimak.lesson.revenue_board import (
    arrears_tables,
    days_meter,
    own_plan,
    series_table,
    step_words,
    stress_board,
    stress_brief,
    trial_table,
)
from aimak.municipal.money import thousand
from aimak.municipal.revenue import Method, OwnPlan, Weakness, best_actions, effort, weaknesses

CODES = [place.code for place in municipalities()]


@pytest.fixture(params=CODES)
def one(request: pytest.FixtureRequest) -> RevenueCase:
    return case(request.param)


def test_one_step_of_their_own_is_clearly_best_and_asks_for_less_than_the_letter(one: RevenueCase) -> None:
    own = sorted((brings(step) for step in one.steps if step.own), reverse=True)
    (letter,) = [brings(step) for step in one.steps if not step.own]
    assert own[1] < 0.85 * own[0] < letter


def test_the_past_tells_which_method_is_better(one: RevenueCase) -> None:
    last, mean = (errors(one)[method].mean_absolute for method in Method)
    assert abs(last - mean) > 0.1 * max(last, mean)
    assert all(len(errors(one)[method].tried) == 3 for method in Method)


def test_at_most_one_wish_fits_the_growth_of_the_base_and_all_fit_the_whole_growth_of_a_growing_one(
    one: RevenueCase,
) -> None:
    change, grown = tax_change(one), room(tax_change(one))
    fits = [wish for wish in one.wishes if 0 < wish.cost <= grown]
    assert len(fits) == (1 if grown > 0.12 * change.share_effect else 0)
    assert change.share_effect > 0
    assert one.shares[YEAR] > one.shares[BEFORE]
    if grown > 0:
        assert all(wish.cost < grown + change.share_effect for wish in one.wishes)


def test_the_days_are_too_few_and_the_largest_debts_first_is_not_best(one: RevenueCase) -> None:
    best = best_actions(one.actions, one.days)
    assert effort(one.actions, [action.key for action in one.actions])[0] > one.days
    assert len(best) >= 2
    assert effort(one.actions, largest_first(one.actions, one.days))[1] < effort(one.actions, best)[1]


def test_the_draft_does_not_survive_and_another_plan_does(one: RevenueCase) -> None:
    bear = one.stress
    assert Weakness.NOT_PAID_AFTER_LOSS in weaknesses(one.draft, bear)
    permanent = bear.expected - bear.loss
    rest = bear.expected - permanent - bear.reserve
    assert not weaknesses(OwnPlan(permanent, rest, bear.reserve), bear)


def test_what_answers_at_once_says_what_is_wrong(one: RevenueCase) -> None:
    draft = {name: thousand(getattr(one.draft, name)) for name in ("permanent", "once", "reserve")}
    assert "cannot be paid" in stress_board(one, draft)
    assert "above the expected" in stress_brief(one, draft)
    assert own_plan(draft) == one.draft
    assert "First correct the list" in days_meter(one, ("reminder",))
    assert "too many" in days_meter(one, [action.key for action in one.actions])
    assert "{" not in "".join(map(step_words, one.steps)) + series_table(one) + trial_table(one) + arrears_tables(one)


def test_a_lost_year_says_so() -> None:
    assert _("{year}: the report is lost.").format(year=2021) in series_table(case("M11"))
    assert "lost" not in series_table(case("M12"))


def test_the_same_municipality_always_gives_the_same_case() -> None:
    assert case("M07") == case("M07")
    assert case_maker("revenue")("M07") == case_maker("revenue-analyst")("M07")
