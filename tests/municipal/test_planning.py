"""The arithmetic of service planning against published figures (see docs/arithmetic.md) and its own promises."""

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aimak.data import published_figures
from aimak.municipal.planning import (
    ActionStep,
    Dropped,
    Entry,
    FocusGroup,
    Gap,
    JointActionPlan,
    Measure,
    PlanRule,
    Question,
    ServicePassport,
    Standard,
    Weight,
    after_meeting,
    approval,
    asked_share,
    borda,
    check_plan,
    fit_ceiling,
    from_the_top,
    gaps,
    heard,
    least_heard,
    needs_of,
    not_heard,
    pairwise,
    people_to_meet,
    people_with_a_need,
    quarter,
    representation,
    spent_by_quarter,
    worth,
)

NEEDS = ("light", "road", "water")
FIGURES = {figure.item: int(figure.amount) for figure in published_figures("planning")}


def group(key: str, ranking: str = "", *, people: int = 100, present: int = 10, approved: int = 1) -> FocusGroup:
    order = tuple(ranking.split())
    return FocusGroup(key, "all", "all", "main", present, people, order, approved if order else 0)


THREE = (
    group("women", "water light road", people=500),
    group("men", "road water light", people=400),
    group("far", "road water light", people=100),
)
CIRCLE = (group("one", "a b c"), group("two", "b c a"), group("three", "c a b"))


# --- representation ------------------------------------------------------------------------------------------------


def test_women_at_the_assembly_of_bagysh_as_published() -> None:
    people, women = FIGURES["assembly_people"], FIGURES["assembly_women"]
    halves = (group("women", people=1000, present=women), group("men", people=1000, present=people - women))
    first = representation(halves)[0]
    assert round(100 * first.share_present, 1) == 35.9
    assert round(first.ratio, 2) == 0.72
    assert people_to_meet(halves, "women") == 61
    assert round(100 * (women + 31) / (people + 31), 1) == 44.0


def test_the_worked_example_of_the_exercise() -> None:
    groups = (group("far", people=200, present=6), group("rest", people=800, present=54))
    assert representation(groups)[0].ratio == 0.5
    assert people_to_meet(groups, "far") == 8
    assert not_heard(groups, Fraction(1, 2)) == ()
    assert not_heard(groups, Fraction(3, 5)) == ("far",)


def test_all_groups_that_are_equally_little_heard_are_named() -> None:
    groups = (group("a", present=0), group("b", present=0), group("c", present=9))
    assert least_heard(groups) == ("a", "b")


def test_further_meetings_add_people_and_leave_lists() -> None:
    later = after_meeting(THREE, {"far": 5})
    assert [one.present for one in later] == [10, 10, 15]
    assert [one.ranking for one in later] == [one.ranking for one in THREE]
    with pytest.raises(ValueError, match="fewer than none"):
        after_meeting(THREE, {"far": -1})
    with pytest.raises(ValueError, match=r"present \(110\) is more than stands_for"):
        after_meeting(THREE, {"far": 100})


def test_representation_refuses_what_cannot_be_shared() -> None:
    with pytest.raises(ValueError, match="nobody was present"):
        representation((group("a", present=0),))
    with pytest.raises(ValueError, match="no group 'x'"):
        people_to_meet(THREE, "x")
    with pytest.raises(ValueError, match="one group alone"):
        people_to_meet(THREE[:1], "women")


# --- lists -----------------------------------------------------------------------------------------------------------


def test_borda_of_the_worked_example() -> None:
    each, people = borda(THREE), borda(THREE, Weight.STANDS_FOR)
    assert each.scores == {"light": 1, "road": 4, "water": 4}
    assert each.leaders == ("road", "water")
    assert each.winner is None
    assert people.scores == {"light": 500, "road": 1000, "water": 1500}
    assert people.winner == "water"
    assert people.share("water") == 0.5


def test_pairs_of_the_worked_example() -> None:
    each, people = pairwise(THREE), pairwise(THREE, Weight.STANDS_FOR)
    assert each.support["road", "water"] == 2
    assert each.winner == "road"
    assert each.cycle == ()
    assert people.support["road", "water"] == people.support["water", "road"] == 500
    assert people.winner is None
    assert people.cycle == ()


def test_a_circle_is_named() -> None:
    found = pairwise(CIRCLE)
    assert found.winner is None
    assert found.cycle == ("a", "b", "c")


def test_approval_counts_what_a_group_cannot_go_without() -> None:
    groups = (replace(THREE[0], approved=2), *THREE[1:])
    assert approval(groups).scores == {"light": 1, "road": 2, "water": 1}
    assert approval(groups, Weight.PRESENT).scores == {"light": 10, "road": 20, "water": 10}
    assert asked_share(groups, "light") == 0.5
    assert people_with_a_need(groups, ("road", "light")) == 1000
    with pytest.raises(ValueError, match="not on the lists"):
        asked_share(groups, "bridge")


def test_a_group_without_a_list_gives_no_points() -> None:
    silent = group("silent", present=0)
    assert borda((*THREE, silent)).scores == borda(THREE).scores
    assert heard((*THREE, silent)) == THREE


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"sex": "girls"}, "sex or age is unknown"),
        ({"present": -1}, "must not be negative"),
        ({"stands_for": 0}, "must be above zero"),
        ({"present": 600}, "is more than stands_for"),
        ({"ranking": ("water", "water")}, "names a need twice"),
        ({"approved": 4}, "approved must be between 0"),
        ({"present": 0}, "ranking needs people present"),
    ],
)
def test_an_impossible_group_is_refused(change: dict[str, object], words: str) -> None:
    with pytest.raises(ValueError, match=words):
        replace(THREE[0], **change)  # type: ignore[arg-type]


def test_lists_that_cannot_be_added_up_are_refused() -> None:
    with pytest.raises(ValueError, match="no group made a list"):
        borda((group("a", present=0),))
    with pytest.raises(ValueError, match="did not rank the same needs"):
        borda((group("a", "water road"), group("b", "water light")))
    with pytest.raises(ValueError, match="same key"):
        borda((THREE[0], THREE[0]))
    with pytest.raises(ValueError, match="no points to share"):
        borda((group("a", "water"),)).share("water")


lists = st.lists(
    st.tuples(st.permutations("abcd"), st.integers(1, 900), st.integers(0, 4)), min_size=1, max_size=7
).map(
    lambda drawn: tuple(
        FocusGroup(f"g{i}", "all", "all", "main", 1, people, tuple(order), approved)
        for i, (order, people, approved) in enumerate(drawn)
    )
)


@given(lists)
def test_borda_gives_out_all_its_points_and_forgets_the_order_of_groups(groups: tuple[FocusGroup, ...]) -> None:
    for weight in Weight:
        tally = borda(groups, weight)
        assert sum(tally.scores.values()) == 6 * sum(one.weight(weight) for one in groups)
        assert tally.scores == borda(groups[::-1], weight).scores


@given(lists)
def test_a_need_that_all_put_first_wins_every_count(groups: tuple[FocusGroup, ...]) -> None:
    same = tuple(replace(g, ranking=("a", *(n for n in g.ranking if n != "a")), approved=1) for g in groups)
    for weight in Weight:
        assert borda(same, weight).winner == "a"
        assert approval(same, weight).winner == "a"
        assert pairwise(same, weight).winner == "a"


@given(lists)
def test_a_winner_in_pairs_is_never_last_by_borda_and_a_circle_is_one(groups: tuple[FocusGroup, ...]) -> None:
    found, tally = pairwise(groups), borda(groups)
    if found.winner:
        assert tally.scores[found.winner] > min(tally.scores.values())
    for a, b in zip(found.cycle, (*found.cycle[1:], *found.cycle[:1]), strict=True):
        assert found.support[a, b] > found.support[b, a]
    for a in needs_of(groups):
        for b in needs_of(groups):
            if a != b:
                assert found.support[a, b] + found.support[b, a] == len(groups)


@given(
    st.lists(st.tuples(st.integers(0, 40), st.integers(40, 900)), min_size=2, max_size=7).filter(
        lambda drawn: any(present for present, _people in drawn)
    )
)
def test_as_many_as_are_to_be_met_are_just_enough(drawn: list[tuple[int, int]]) -> None:
    groups = tuple(group(f"g{i}", people=people, present=present) for i, (present, people) in enumerate(drawn))
    more = people_to_meet(groups, "g0")
    share = Fraction(groups[0].stands_for, sum(one.stands_for for one in groups))

    def with_more(count: int) -> Fraction:
        everybody = sum(one.present for one in groups) + count
        return Fraction(groups[0].present + count, everybody) if everybody else Fraction(1)

    assert with_more(more) >= share
    assert more == 0 or with_more(more - 1) < share


# --- passport --------------------------------------------------------------------------------------------------------


def test_a_passport_that_can_be_checked_has_no_gaps() -> None:
    full = {question: Entry("text", measured=True, names_one=True) for question in Question}
    assert gaps(ServicePassport(full)) == {}
    assert gaps(ServicePassport({**full, Question.WHAT: Entry("text")})) == {}
    wrong = {
        **full,
        Question.QUALITY: Entry("At a high level."),
        Question.WHO_ANSWERS: Entry("The aiyl okmotu.", measured=True),
        Question.COST: Entry("  "),
    }
    del wrong[Question.HOW_OFTEN]
    assert gaps(ServicePassport(wrong)) == {
        Question.HOW_OFTEN: Gap.MISSING,
        Question.QUALITY: Gap.NO_MEASURE,
        Question.COST: Gap.MISSING,
        Question.WHO_ANSWERS: Gap.NOBODY_NAMED,
    }


def test_the_cost_of_a_standard_as_in_the_worked_example() -> None:
    standard = Standard(months=12, villages=3, cost_per_visit=2_000, fixed=50_000)
    assert standard.yearly_cost(2) == 194_000
    assert standard.yearly_cost(3) == 266_000
    assert standard.most_times(250_000) == 2
    assert standard.most_times(40_000) == 0


@pytest.mark.parametrize(
    ("field", "value"), [("months", 13), ("months", 0), ("villages", 0), ("cost_per_visit", 0), ("fixed", -1)]
)
def test_an_impossible_standard_is_refused(field: str, value: int) -> None:
    with pytest.raises(ValueError, match=field):
        replace(Standard(12, 3, 2_000, 50_000), **{field: value})
    with pytest.raises(ValueError, match="times_per_month"):
        Standard(12, 3, 2_000, 50_000).yearly_cost(-1)


@given(
    st.integers(1, 12), st.integers(1, 9), st.integers(100, 9_000), st.integers(0, 90_000), st.integers(0, 2_000_000)
)
def test_the_most_visits_fit_and_one_more_does_not(
    months: int, villages: int, cost: int, fixed: int, ceiling: int
) -> None:
    standard = Standard(months, villages, cost, fixed)
    most = standard.most_times(ceiling)
    assert most == 0 or standard.yearly_cost(most) <= ceiling
    assert standard.yearly_cost(most + 1) > ceiling


# --- plan ------------------------------------------------------------------------------------------------------------


def step(key: str, start: int, end: int, money: int = 0, *after: str, outdoors: bool = False) -> ActionStep:
    return ActionStep(key, start, end, money, "post", after, outdoors)


def rules(plan: JointActionPlan) -> list[tuple[PlanRule, str, int]]:
    return [(one.rule, one.about, one.amount) for one in check_plan(plan)]


def test_money_by_quarter_as_in_the_worked_example() -> None:
    steps = (step("a", 2, 2, 15_000), step("b", 4, 5, 90_000), step("c", 6, 6, 250_000))
    money = (20_000, 100_000, 300_000, 10_000)
    assert spent_by_quarter(JointActionPlan(steps, money)) == (15_000, 340_000, 0, 0)
    assert rules(JointActionPlan(steps, money)) == [(PlanRule.OVER_QUARTER, "2", 235_000)]
    later = (*steps[:2], step("c", 7, 7, 250_000))
    assert rules(JointActionPlan(later, money)) == []


def test_everything_that_can_be_wrong_with_a_plan_is_named() -> None:
    steps = (
        step("buy", 3, 4),
        step("train", 4, 4, 0, "buy"),
        step("site", 2, 3, outdoors=True),
        step("odd", 9, 8, 0, "nothing"),
        ActionStep("open", 10, 10, 7, " "),
    )
    assert rules(JointActionPlan(steps, (0, 0, 0, 5), frozenset({1, 2, 12}))) == [
        (PlanRule.TOO_EARLY, "train", 1),
        (PlanRule.CLOSED_MONTH, "site", 1),
        (PlanRule.ENDS_BEFORE_START, "odd", 1),
        (PlanRule.AFTER_UNKNOWN, "odd", 0),
        (PlanRule.NO_RESPONSIBLE, "open", 0),
        (PlanRule.OVER_CEILING, "", 2),
        (PlanRule.OVER_QUARTER, "4", 2),
    ]


def test_impossible_steps_and_plans_are_refused() -> None:
    with pytest.raises(ValueError, match="start must be a month"):
        step("a", 0, 1)
    with pytest.raises(ValueError, match="end must be a month"):
        step("a", 1, 13)
    with pytest.raises(ValueError, match="money must not be negative"):
        step("a", 1, 1, -1)
    with pytest.raises(ValueError, match="stands twice"):
        JointActionPlan((step("a", 1, 1), step("a", 2, 2)), (0, 0, 0, 0))
    with pytest.raises(ValueError, match="four amounts"):
        JointActionPlan((), (0, 0, -1, 0))
    with pytest.raises(ValueError, match="closed_months"):
        JointActionPlan((), (0, 0, 0, 0), frozenset({13}))
    with pytest.raises(ValueError, match="month must be"):
        quarter(0)
    assert [quarter(month) for month in (1, 3, 4, 12)] == [1, 1, 2, 4]


# --- ceiling ---------------------------------------------------------------------------------------------------------

FOUR = (
    Measure("bridge", "road", 450_000, 900),
    Measure("taps", "water", 240_000, 700),
    Measure("lamps", "light", 230_000, 500),
    Measure("club", "clubs", 120_000, 150),
)


def test_down_the_list_and_the_best_set_as_in_the_worked_example() -> None:
    listed, best = from_the_top(FOUR, 500_000), fit_ceiling(FOUR, 500_000)
    assert (listed.kept, listed.value) == (("bridge",), 900)
    assert (best.kept, best.value, best.cost) == (("taps", "lamps"), 1_200, 470_000)
    assert best.dropped == {"bridge": Dropped.LESS_WORTH, "club": Dropped.LESS_WORTH}
    assert fit_ceiling(FOUR, 300_000).dropped["bridge"] is Dropped.TOO_DEAR


def test_a_signed_measure_stays_and_a_tie_is_told() -> None:
    signed = (replace(FOUR[3], mandatory=True), *FOUR[:3])
    assert fit_ceiling(signed, 500_000).kept == ("club", "taps")
    assert fit_ceiling(signed, 500_000).dropped["bridge"] is Dropped.TOO_DEAR
    twins = (Measure("a", "x", 10, 5), Measure("b", "y", 10, 5))
    tied = fit_ceiling(twins, 10)
    assert (tied.kept, tied.ties, tied.dropped) == (("a",), (("b",),), {"b": Dropped.EQUAL})
    with pytest.raises(ValueError, match="20000 som more"):
        fit_ceiling(signed, 100_000)


def test_impossible_measures_are_refused() -> None:
    with pytest.raises(ValueError, match="cost must be above zero"):
        Measure("a", "x", 0, 1)
    with pytest.raises(ValueError, match="value must not be negative"):
        Measure("a", "x", 1, -1)
    with pytest.raises(ValueError, match="stands twice"):
        fit_ceiling((FOUR[0], FOUR[0]), 1_000_000)
    with pytest.raises(ValueError, match="at most 16"):
        fit_ceiling([Measure(str(i), "x", 1, 1) for i in range(17)], 5)


def test_worth_is_whole_people() -> None:
    assert worth(450, 0.5) == 225
    assert worth(45, 0.1) == 5
    for reach, share, words in ((-1, 0.5, "reach"), (1, 1.1, "between 0 and 1"), (1, float("nan"), "between 0 and 1")):
        with pytest.raises(ValueError, match=words):
            worth(reach, share)


@given(
    st.lists(st.tuples(st.integers(1, 60), st.integers(0, 60)), min_size=1, max_size=7),
    st.integers(0, 150),
    st.integers(0, 40),
)
def test_the_best_set_fits_is_never_worse_than_the_list_and_grows_with_money(
    drawn: list[tuple[int, int]], ceiling: int, more: int
) -> None:
    measures = [Measure(f"m{i}", "x", cost, value) for i, (cost, value) in enumerate(drawn)]
    best, listed = fit_ceiling(measures, ceiling), from_the_top(measures, ceiling)
    assert best.cost <= ceiling
    assert listed.cost <= ceiling
    assert best.value >= listed.value
    assert fit_ceiling(measures, ceiling + more).value >= best.value
    assert set(best.kept) | set(best.dropped) == {one.key for one in measures}


def test_own_contribution_of_the_contest_of_2016() -> None:
    each = FIGURES["siap_money"] / 12
    assert each == 3_500_000
    assert each * FIGURES["siap_least_contribution"] / 100 == 350_000
    assert each * FIGURES["siap_offered_contribution"] / 100 == 1_050_000
    lines = [FIGURES[f"siap_{name}"] for name in ("training", "documents", "monitoring")]
    assert sum(lines) == 249_080
