"""The participation case of every municipality is a real decision, and no two are alike."""

import pytest

from aimak.data import municipalities
from aimak.lesson.cases import case_maker
from aimak.lesson.cases.participation import ParticipationCase, case, fewer, left_out
from aimak.lesson.cases.participation_charter import EVENTS, QUESTIONS
from aimak.lesson.cases.participation_draw import STRATA, TRAITS, list_faults
from aimak.lesson.cases.participation_parts import brings, is_a_decision
from aimak.lesson.participation_board import (
    charters_html,
    held_html,
    list_html,
    lot_board,
    lot_brief,
    lot_html,
    measures_board,
    measures_html,
    room_html,
    seats_of,
)
from aimak.lesson.participation_clauses import amendment_labels
from aimak.lesson.participation_words import (
    event_labels,
    fault_labels,
    group_label,
    measure_labels,
    question_labels,
)
from aimak.municipal.newservice import best_measures
from aimak.municipal.participation import (
    Level,
    Verdict,
    can_be_met,
    iap2_level,
    may_promise,
    more_open,
    seats_for_women,
    verdict,
    worth_adopting,
)

CODES = [place.code for place in municipalities()]


@pytest.fixture(params=CODES)
def one(request: pytest.FixtureRequest) -> ParticipationCase:
    return case(request.param)


def test_two_groups_are_missing_and_of_others_nothing_can_be_told(one: ParticipationCase) -> None:
    told = [verdict(seen) for seen in one.groups.values()]
    assert told.count(Verdict.FEWER) == 2
    assert Verdict.MORE not in told
    assert told.count(Verdict.NOT_COUNTED) == (one.municipality.code in ("M12", "M44", "M16", "M30"))
    assert one.asked in fewer(one)
    assert all(people >= 6 for people in left_out(one).values())
    assert 5 <= one.tiny <= 9
    assert one.tiny_women in (one.tiny, one.tiny - 1)
    assert round(0.3 * one.kenesh) < 0.3 * one.kenesh < seats_for_women(one.kenesh)


def test_money_groups_and_heads_pull_in_different_directions(one: ParticipationCase) -> None:
    missing = left_out(one)
    assert is_a_decision(one.measures, missing, one.money)
    best = best_measures(one.measures, missing, one.money)
    assert all(any(group in each.reaches for each in best) for group in missing)
    assert sum(each.cost for each in best) <= one.money
    assert brings(one.measures, missing) > brings(best, missing)


def test_fair_seats_cannot_be_filled_but_others_can(one: ParticipationCase) -> None:
    lot = one.lot
    assert can_be_met(lot.fair, lot.volunteers, TRAITS, lot.rules)
    assert lot.ways()
    assert sum(lot.members.values()) == one.municipality.population
    assert len(lot.by_hand) == lot.size
    assert 2 <= len(list_faults(lot.by_hand, lot.rules)) <= 3


def test_events_and_charters_ask_for_a_choice(one: ParticipationCase) -> None:
    first, second = EVENTS[one.plans.first], EVENTS[one.plans.second]
    assert iap2_level(first) is not iap2_level(second)
    assert sum(not may_promise(second, level) for level in Level) >= 2
    assert {QUESTIONS[key] for key in one.plans.questions} == {"village", "aimak", "rayon"}
    sides = {more_open(one.charters.first, one.charters.second, clause.topic) for clause in one.charters.first}
    assert sides == {0, 1, 2}
    assert len(worth_adopting(one.charters.amendments, fewer(one), one.charters.money)) == 1
    assert len({each.key for each in one.charters.amendments}) == 5


def test_what_a_trainee_sees_has_every_figure(one: ParticipationCase) -> None:
    shown = (
        held_html(one)
        + room_html(one)
        + measures_html(one)
        + lot_html(one.lot)
        + list_html(one.lot)
        + charters_html(one)
    )
    assert "None" not in shown
    assert "nan" not in shown
    assert ("one village only" in shown) == (one.municipality.code == "M20")
    assert ("In 2025 nobody was invited" in shown) == (one.municipality.code in ("M03", "M34"))
    assert ("To one of them 3 people came" in shown) == (one.municipality.code in ("M06", "M39"))
    seats = {name: float(count) for name, count in one.lot.ways()[0].items()}
    assert "✘" not in lot_board(one.lot, seats)
    assert "✘" in lot_board(one.lot, dict.fromkeys(STRATA, 8.0))
    assert str(one.lot.size) in lot_brief(one.lot, seats)
    assert "too much" in measures_board(one, [each.key for each in one.measures])
    assert seats_of(None) is None


def test_every_key_has_its_words(one: ParticipationCase) -> None:
    assert {each.key for each in one.measures} == measure_labels().keys()
    assert {each.key for each in one.charters.amendments} <= amendment_labels().keys()
    assert {one.plans.first, one.plans.second} <= event_labels().keys() == EVENTS.keys()
    assert set(one.plans.questions) <= question_labels().keys() == QUESTIONS.keys()
    assert list_faults(one.lot.by_hand, one.lot.rules) <= fault_labels().keys()
    assert all(group_label(group, one.has_one_village) for group in one.groups)


def test_cases_are_the_same_on_every_machine_and_differ_by_municipality() -> None:
    assert case("M07") == case("M07")
    assert case_maker("participation-analyst")("M07").municipality.code == "M07"
    assert len({repr((case(code).groups, case(code).measures)) for code in CODES[:12]}) == 12
