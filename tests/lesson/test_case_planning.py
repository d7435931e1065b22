"""Every planning case is a real decision that can be solved, and the awkward ones say what they are."""

import pytest

from aimak.data import municipalities
from aimak.lesson.cases import case_maker
from aimak.lesson.cases.planning import (
    PlanningCase,
    best_agenda,
    case,
    fewest_not_heard,
    largest_dropped,
)
from aimak.lesson.cases.planning_parts import a_plan_that_holds
from aimak.municipal.planning import (
    Dropped,
    PlanRule,
    Weight,
    approval,
    borda,
    check_plan,
    fit_ceiling,
    from_the_top,
    gaps,
    not_heard,
    pairwise,
)

CODES = [place.code for place in municipalities()]


@pytest.fixture(params=CODES)
def one(request: pytest.FixtureRequest) -> PlanningCase:
    return case(request.param)


def test_hours_are_enough_for_some_and_not_for_all(one: PlanningCase) -> None:
    low = not_heard(one.groups, one.part)
    assert len(low) >= 2
    assert 0 < fewest_not_heard(one) < len(low)
    assert 0 < one.hours < sum(meeting.hours for meeting in one.meetings)


def test_two_needs_can_be_chosen_for_the_assembly(one: PlanningCase) -> None:
    assert 0 < best_agenda(one) <= sum(group.stands_for for group in one.groups)


def test_the_draft_passport_has_gaps_and_the_money_a_limit(one: PlanningCase) -> None:
    assert 2 <= len(gaps(one.service.passport)) <= 3
    most = one.service.everywhere.most_times(one.service.ceiling)
    assert 2 <= most < one.service.centre.most_times(one.service.ceiling)


def test_the_draft_plan_fails_and_another_holds(one: PlanningCase) -> None:
    draft = one.draft
    broken = {finding.rule for finding in check_plan(draft.plan(draft.starts))}
    assert {PlanRule.TOO_EARLY, PlanRule.CLOSED_MONTH, PlanRule.NO_RESPONSIBLE} <= broken
    starts = a_plan_that_holds(draft)
    assert check_plan(draft.plan(starts, "post")) == ()
    assert draft.over(starts) == ()
    assert draft.late(starts) == 0
    lengths = {kind.key: kind.months for kind in draft.steps}
    early: dict[str, int] = {}
    for kind in draft.steps:
        early[kind.key] = max([1, *(early[key] + lengths[key] for key in kind.after)])
    rules = {finding.rule for finding in check_plan(draft.plan(early, "post"))}
    assert {PlanRule.CLOSED_MONTH, PlanRule.OVER_QUARTER} <= rules
    assert PlanRule.OVER_CEILING not in rules


def test_the_list_from_the_top_is_not_the_best(one: PlanningCase) -> None:
    best, listed = fit_ceiling(one.measures, one.ceiling), from_the_top(one.measures, one.ceiling)
    assert best.value > listed.value
    assert not best.ties
    assert sum(measure.mandatory for measure in one.measures) == 1
    assert best.dropped[largest_dropped(one)] in {Dropped.TOO_DEAR, Dropped.LESS_WORTH}
    assert sum(measure.cost for measure in one.measures) > one.ceiling
    assert set(one.reach) == {measure.key for measure in one.measures}


def test_awkward_municipalities_are_what_the_readme_says() -> None:
    assert case("M36").neighbour is not None
    assert case("M49").neighbour is not None
    for code in ("M15", "M46"):
        assert all(group.present == 0 for group in case(code).groups if group.sex == "women")
    for code in ("M34", "M50"):
        assert len(borda(case(code).groups).leaders) == 2
    for code in ("M22", "M30"):
        assert len(pairwise(case(code).groups).cycle) == 3
    for code in ("M09", "M24"):
        groups = case(code).groups
        assert len({borda(groups).winner, approval(groups).winner, pairwise(groups).winner}) == 3
    assert not case("M20").has_far_village
    assert case("M20").service.quarters


def test_elsewhere_the_winner_changes_with_the_weight() -> None:
    ordinary = [c for c in CODES if c not in {"M09", "M22", "M24", "M30", "M34", "M36", "M49", "M50"}]
    for code in ordinary:
        groups = case(code).groups
        assert borda(groups).winner != borda(groups, Weight.STANDS_FOR).winner


def test_the_same_municipality_always_gives_the_same_case() -> None:
    assert case("M07") == case("M07")
    assert case_maker("planning")("M07") == case_maker("planning-analyst")("M07")
