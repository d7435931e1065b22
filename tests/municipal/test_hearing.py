"""Hearings against published figures (see docs/arithmetic.md) and against their own promises."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aimak.data import published_figures
from aimak.municipal.budget import Budget, EconomicClass, Function, RevenueSource, SpendingLine
from aimak.municipal.hearing import (
    SMALL,
    TABLE,
    WORD,
    Decision,
    Fault,
    Hearing,
    Kind,
    Minutes,
    Moderation,
    MoneyIn,
    Notice,
    Proposal,
    Reason,
    Speaker,
    Status,
    Topic,
    accepted,
    answered,
    best_choice,
    checked_register,
    citizen_budget,
    days_to_answer,
    decide,
    does_not_add_up,
    draw_hall,
    faults,
    fits_the_day,
    missing,
    per_hearing,
    per_hundred_people,
    per_thousand,
    round_order,
    share,
    simulate,
    tables_of,
    women_share,
)

DAY = date(2025, 6, 27)


def figure(place: str, item: str) -> int:
    return next(round(f.amount) for f in published_figures("hearing") if (f.place, f.item) == (place, item))


def held(people: int, **more: object) -> Hearing:
    return Hearing("M06-4", 2025, Kind.DRAFT, DAY, people, **more)  # type: ignore[arg-type]


def asked(number: int, cost: int = 0, people: int = 0, **more: object) -> Proposal:
    return Proposal(number, Topic.COMMUNAL, cost, people, **more)  # type: ignore[arg-type]


def test_people_at_a_hearing_as_published() -> None:
    assert round(per_hearing(figure("Programme", "people"), figure("Programme", "hearings"))) == 53
    assert round(per_hearing(figure("Chui oblast", "people"), figure("Chui oblast", "municipalities"))) == 103


@pytest.mark.parametrize(("place", "per_cent"), [("Chui oblast", 35.3), ("Bagysh", 35.9), ("Twenty-nine aimaks", 41.7)])
def test_women_among_people_as_published(place: str, per_cent: float) -> None:
    found = share(figure(place, "women"), figure(place, "people"), "women")
    assert found is not None
    assert round(100 * found, 1) == per_cent


def test_proposals_for_each_hundred_people_of_kenesh_as_published() -> None:
    assert figure("Kenesh", "proposals") == 19 + 10
    assert round(per_hundred_people(figure("Kenesh", "proposals"), figure("Kenesh", "people")), 1) == 32.2


def test_places_of_different_size_are_compared_for_each_thousand() -> None:
    assert per_thousand(80, 16_000) == 5
    assert per_thousand(40, 4_000) == 10


def test_a_share_of_so_few_says_nothing() -> None:
    assert share(2, 2) is None
    assert share(SMALL, SMALL) == 1.0
    assert women_share(held(3, women=1, youth=0, villages=1)) is None
    assert women_share(held(60, minutes=False)) is None
    assert women_share(held(60, women=24, youth=6, villages=3)) == 0.4


@given(st.integers(0, 500), st.integers(0, 500))
def test_a_share_lies_between_nothing_and_all(part: int, rest: int) -> None:
    found = share(part, part + rest)
    assert found is None or 0 <= found <= 1
    assert (found is None) == (part + rest < SMALL)


def test_answers_are_counted_whatever_they_say() -> None:
    told = DAY + timedelta(days=12)
    register = [
        asked(1, status=Status.ACCEPTED, answered=told),
        asked(2, status=Status.ACCEPTED),
        asked(3, status=Status.DECLINED, reason=Reason.NO_MONEY, answered=told + timedelta(days=20)),
        asked(4),
    ]
    assert (accepted(register), answered(register)) == (2, 2)
    assert days_to_answer(held(60), register) == [12, 32]
    with pytest.raises(ValueError, match="answered: an answer cannot be older"):
        days_to_answer(held(60), [asked(1, status=Status.ACCEPTED, answered=DAY - timedelta(days=1))])


def test_what_a_paper_lacks_is_named_in_its_order() -> None:
    assert missing({Notice.WHAT, Notice.WHEN, Notice.WHERE, Notice.ANSWER, Notice.CONTACT}, Notice) == (
        Notice.MATERIALS,
        Notice.WRITING,
        Notice.RIDE,
    )
    assert missing(Minutes, Minutes) == ()
    with pytest.raises(ValueError, match="signed cannot stand in this paper"):
        missing([Minutes.SIGNED], Notice)  # type: ignore[type-var]


@given(st.sets(st.sampled_from(list(Notice))))
def test_present_and_missing_are_the_whole_paper(present: set[Notice]) -> None:
    assert set(missing(present, Notice)) | present == set(Notice)
    assert not set(missing(present, Notice)) & present


def test_an_hour_fits_the_bus_and_the_work() -> None:
    assert fits_the_day(1040, 90, 1030, 1140, 1130)
    assert not fits_the_day(1020, 90, 1030, 1140, 1130)
    assert not fits_the_day(1045, 90, 1030, 1140, 1130)
    with pytest.raises(ValueError, match="start: 1500 minutes is no time"):
        fits_the_day(1500, 90, 790, 900, 890)
    with pytest.raises(ValueError, match="length: must be above zero"):
        fits_the_day(800, 0, 790, 900, 890)


PROPOSALS = st.lists(
    st.tuples(st.integers(0, 900), st.integers(0, 500), st.booleans(), st.booleans()), min_size=0, max_size=8
).map(
    lambda rows: [
        asked(n, 1000 * cost, people, ours=ours, planned=planned)
        for n, (cost, people, ours, planned) in enumerate(rows, start=1)
    ]
)


def test_the_worked_register_is_decided_as_in_the_exercise() -> None:
    pump, books, ramp = asked(1, 90_000, 400), asked(2, 30_000, 120), asked(3, 40_000, 60)
    assert decide([pump, books, ramp], 100_000) == (
        Decision(1, None),
        Decision(2, Reason.NO_MONEY),
        Decision(3, Reason.NO_MONEY),
    )
    pension, lamps = asked(4, 0, 900, ours=False), asked(5, 10_000, 800, planned=True)
    reasons = [one.reason for one in decide([pension, lamps, books], 100_000)]
    assert reasons == [None, Reason.NOT_OURS, Reason.PLANNED]  # in the order of the register: 2, 4, 5


@given(PROPOSALS, st.integers(0, 2_000_000))
def test_every_proposal_gets_one_true_answer_under_the_ceiling(register: list[Proposal], ceiling: int) -> None:
    made = decide(register, ceiling)
    assert [one.number for one in made] == [one.number for one in register]
    assert faults(register, made, ceiling) == ()


@given(PROPOSALS, st.integers(0, 2_000_000), st.integers(0, 500_000))
def test_more_money_never_serves_fewer(register: list[Proposal], ceiling: int, more: int) -> None:
    def served(money: int) -> int:
        chosen = best_choice(register, money)
        return sum(one.people for one in register if one.number in chosen)

    assert served(ceiling + more) >= served(ceiling)


def test_a_long_register_is_decided_one_after_the_other() -> None:
    register = [asked(n, 10_000 * n, 100) for n in range(1, 31)]
    chosen = best_choice(register, 60_000)
    assert chosen == {1, 2, 3}


def test_faults_of_a_list_of_decisions_are_named() -> None:
    register = [asked(1, 90_000, 400), asked(2, 30_000, 5, ours=False), asked(3, 40_000, 60, planned=True)]
    made = [Decision(1, None), Decision(2, None), Decision(2, Reason.NO_MONEY), Decision(9, None)]
    found = {(one.fault, one.number, one.amount) for one in faults(register, made, 100_000)}
    assert found == {
        (Fault.UNKNOWN, 9, 0),
        (Fault.ANSWERED_TWICE, 2, 30_000),
        (Fault.NOT_OURS, 2, 30_000),
        (Fault.WRONG_REASON, 2, 30_000),
        (Fault.UNANSWERED, 3, 40_000),
        (Fault.ABOVE_CEILING, 0, 20_000),
    }
    (twice,) = faults(register[2:], [Decision(3, None)], 100_000)
    assert twice.fault is Fault.PAID_TWICE


HALLS = st.builds(
    draw_hall,
    st.text("abc", max_size=4),
    st.integers(1, 45),
    st.integers(1, 9),
    st.floats(0, 1),
    st.floats(0, 1),
)
RULES = st.sampled_from(list(Moderation))
TIME = st.integers(0, 120)


def test_the_worked_evening_of_thirty_people() -> None:
    hall = draw_hall("worked", 30, 3, 0.4, 0.2)
    women, far = [one for one in hall if one.woman], [one for one in hall if one.village == 2]
    assert (len(women), len(far)) == (12, 5)
    first = simulate(hall, Moderation.FIRST_COME, 60, 3)
    turns = simulate(hall, Moderation.ONE_ROUND, 60, 3)
    assert first.time_share(women) < 0.2 < turns.time_share(women)
    assert first.heard_of(far) == 0
    assert turns.heard_of(far) == 5
    assert len(turns.heard) == 20
    tables = simulate(hall, Moderation.SMALL_GROUPS, 60, 3, 16)
    assert len(tables.heard) == 30
    assert round(tables.minutes, 6) == 3 * len(tables_of(hall))
    assert len(simulate(hall, Moderation.SMALL_GROUPS, 60, 3, 16, leaders=1).heard) == 5


@given(HALLS, RULES, TIME, st.integers(0, 15), st.integers(0, 40))
def test_nobody_speaks_longer_than_there_is(
    hall: tuple[Speaker, ...], rule: Moderation, minutes: int, limit: int, talk: int
) -> None:
    outcome = simulate(hall, rule, minutes, limit, talk)
    assert outcome.minutes <= minutes + 1e-9
    assert len({one.place for one in outcome.heard}) == len(outcome.heard)
    for one, spoken in outcome.spoken:
        assert spoken <= (one.wants if rule is not Moderation.SMALL_GROUPS else limit)
        if rule is not Moderation.SMALL_GROUPS:
            assert spoken >= min(WORD, one.wants)
    assert 0 <= outcome.time_share(hall[:3]) <= 1 + 1e-9


@given(HALLS, RULES, TIME, st.integers(0, 40), st.integers(0, 15), st.integers(0, 40))
def test_more_minutes_never_silence_anybody(
    hall: tuple[Speaker, ...], rule: Moderation, minutes: int, more: int, limit: int, talk: int
) -> None:
    few = simulate(hall, rule, minutes, limit, talk)
    many = simulate(hall, rule, minutes + more, limit, talk)
    assert {one.place for one in few.heard} <= {one.place for one in many.heard}


@given(HALLS, TIME)
def test_a_limit_that_nobody_needs_changes_nothing(hall: tuple[Speaker, ...], minutes: int) -> None:
    most = max(one.wants for one in hall)
    limited = simulate(hall, Moderation.TIME_LIMIT, minutes, most)
    assert limited == simulate(hall, Moderation.FIRST_COME, minutes, 0)


@given(HALLS)
def test_a_round_calls_the_villages_in_turn(hall: tuple[Speaker, ...]) -> None:
    order = round_order(hall)
    assert sorted(one.place for one in order) == [one.place for one in hall]
    villages = {one.village for one in hall}
    # The far village begins, and each village has spoken once before any speaks twice.
    assert order[0].village == max(villages)
    assert {one.village for one in order[: len(villages)]} == villages


@given(HALLS)
def test_tables_hold_everybody_once_and_one_village_each(hall: tuple[Speaker, ...]) -> None:
    made = tables_of(hall)
    assert sorted(one.place for table in made for one in table) == [one.place for one in hall]
    assert all(1 <= len(table) <= TABLE and len({one.village for one in table}) == 1 for table in made)


def test_a_hall_is_the_same_on_every_machine() -> None:
    hall = draw_hall("seed", 6, 2, 0.5, 0.2)
    assert hall == draw_hall("seed", 6, 2, 0.5, 0.2)
    assert hall != draw_hall("other", 6, 2, 0.5, 0.2)
    assert [one.place for one in hall] == list(range(6))


def budget(*amounts: int, opening: int = 0) -> Budget:
    codes = list(Function)
    lines = tuple(
        SpendingLine(f"line{i}", codes[i], EconomicClass.GOODS_AND_SERVICES, amount) for i, amount in enumerate(amounts)
    )
    return Budget(2025, {RevenueSource.LEVELLING_TRANSFER: sum(amounts) - opening}, lines, opening)


def test_a_page_for_citizens_worked_out() -> None:
    page = citizen_budget(budget(5_200_400, 1_200_300, 2_499_900, opening=400_200), 4_000, functions=2)
    assert [(row.key, row.amount, row.share, row.each) for row in page.money_out] == [
        ("701", 5_201_000, 584, 1300),
        ("703", 2_500_000, 281, 625),
        ("other", 1_200_000, 135, 300),
    ]
    assert page.total_out == page.total_in == 8_901_000
    assert [row.key for row in page.money_in] == list(MoneyIn)
    assert does_not_add_up([2_500_000, 1_200_000, 2_500_000], 8_900_000) == -2_700_000


@given(st.lists(st.integers(0, 40_000_000), min_size=1, max_size=10), st.integers(1, 30_000), st.integers(1, 9))
def test_a_page_adds_up_and_changes_no_amount_by_a_step(amounts: list[int], population: int, functions: int) -> None:
    if not sum(amounts):
        return
    page = citizen_budget(budget(*amounts), population, functions)
    assert page.total_out == page.total_in == round(sum(amounts) / 1000) * 1000
    assert sum(row.each for row in page.money_out) == sum(row.each for row in page.money_in)
    assert sum(row.each for row in page.money_out) == round(sum(amounts) / population)
    assert sum(row.share for row in page.money_out) == sum(row.share for row in page.money_in) == 1000
    shown = {row.key: row.amount for row in page.money_out}
    for function, amount in budget(*amounts).by_function().items():
        if function in shown:
            assert abs(shown[function] - amount) < 1000


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda: held(-1), "people: a count cannot be negative"),
        (lambda: held(10, women=11), "women: 11 cannot be among 10"),
        (lambda: held(10, youth=-1), "youth: -1 cannot be among 10"),
        (lambda: held(10, villages=-1), "villages: a count cannot be negative"),
        (lambda: Hearing("x", 2024, Kind.DRAFT, DAY, 5), "date: 2025-06-27 does not lie in 2024"),
        (lambda: held(10, women=3, minutes=False), "minutes: without minutes nobody knows"),
        (lambda: asked(0), "number: the register counts from 1"),
        (lambda: asked(1, -5), "cost: an amount cannot be negative"),
        (lambda: asked(1, 5, -5), "people: a count cannot be negative"),
        (lambda: asked(1, status=Status.DECLINED), "reason: a declined proposal has one"),
        (lambda: asked(1, reason=Reason.PLANNED), "reason: a declined proposal has one"),
        (lambda: asked(1, answered=DAY), "answered: nobody can answer"),
        (lambda: checked_register([asked(1), asked(1)]), "number: 1 stands twice"),
        (lambda: share(3, 2), "share: 3 is more than the 2"),
        (lambda: share(-1, 2), "share: a count cannot be negative"),
        (lambda: per_thousand(5, 0), "population: must be above zero"),
        (lambda: per_thousand(5, 4), "people: 5 is more than the 4"),
        (lambda: per_hearing(5, 0), "hearings: without a hearing there is no mean"),
        (lambda: per_hearing(-5, 1), "people: a count cannot be negative"),
        (lambda: per_hundred_people(5, 0), "people: must be above zero"),
        (lambda: per_hundred_people(-5, 9), "proposals: a count cannot be negative"),
        (lambda: decide([], -1), "ceiling: an amount cannot be negative"),
        (lambda: faults([], [], -1), "ceiling: an amount cannot be negative"),
        (lambda: Speaker(0, 0), "wants: a speech takes more"),
        (lambda: Speaker(-1, 2), "place: the order of hands"),
        (lambda: Speaker(0, 2, -1), "village: villages count from 0"),
        (lambda: simulate([], Moderation.ONE_ROUND, -1, 2), "minutes: cannot be negative"),
        (lambda: simulate([], Moderation.ONE_ROUND, 1, -2), "limit: cannot be negative"),
        (lambda: simulate([], Moderation.ONE_ROUND, 1, 2, -1), "talk: cannot be negative"),
        (lambda: simulate([], Moderation.SMALL_GROUPS, 1, 2, 1, -1), "leaders: cannot be negative"),
        (lambda: simulate([Speaker(0, 2), Speaker(0, 3)], Moderation.ONE_ROUND, 9, 2), "place: two speakers"),
        (lambda: draw_hall("x", 0, 1, 0.5, 0.5), "people: must be above zero"),
        (lambda: draw_hall("x", 5, 0, 0.5, 0.5), "villages: must be above zero"),
        (lambda: draw_hall("x", 5, 1, float("nan"), 0.5), "women: a share lies between"),
        (lambda: draw_hall("x", 5, 1, 0.5, 1.5), "young: a share lies between"),
        (lambda: citizen_budget(budget(5), 0), "population: must be above zero"),
        (lambda: citizen_budget(budget(5), 5, 0), "functions: a page needs at least one row"),
        (lambda: citizen_budget(budget(0), 5), "revenue: there is nothing to show"),
    ],
)
def test_what_cannot_be_is_refused_with_its_field_and_reason(make: object, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        make()  # type: ignore[operator]
