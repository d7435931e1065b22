"""The hearing case of every municipality is a real decision, and no two are alike."""

import pytest

from aimak.data import municipalities
from aimak.data.hearing import hearings
from aimak.lesson.cases import case_maker
from aimak.lesson.cases.hearing import EVENING, YEAR, HearingCase, case, wish_labels
from aimak.lesson.cases.hearing_parts import is_a_decision
from aimak.lesson.hearing_board import hall_board, money_board, register_html
from aimak.lesson.hearing_papers import missing_items, notice_html, notice_options, page_html
from aimak.municipal.hearing import Moderation, Notice, Reason, decide, fits_the_day, fixed_reason, per_thousand

CODES = [place.code for place in municipalities()]


@pytest.fixture(params=CODES)
def one(request: pytest.FixtureRequest) -> HearingCase:
    return case(request.param)


def test_three_things_are_missing_and_one_hour_fits(one: HearingCase) -> None:
    assert len(missing_items(one)) == 3
    assert Notice.WHEN in one.present
    assert missing_items(one) <= {key for key, _label in notice_options()}
    day = one.day
    fits = [s for s in day.starts if fits_the_day(s, day.length, day.arrives, day.leaves, day.busy_from)]
    assert len(fits) == 1
    assert len(day.starts) == 5
    assert day.length == EVENING
    assert 14 * 60 <= day.arrives < day.starts[-1] + day.length < 22 * 60
    assert day.starts[0] < day.arrives


def test_one_figure_of_the_page_is_wrong_and_can_be_found(one: HearingCase) -> None:
    truth = {row.key: row.amount for row in one.page.money_out}
    (wrong,) = [row for row in one.printed if row.amount != truth[row.key]]
    others = sum(row.amount for row in one.printed if row is not wrong)
    assert one.page.total_out - others == truth[wrong.key]
    assert one.each_of not in (wrong.key, "other")
    # Only the wrong row is far from its share: half a point and more, the others by what rounding makes.
    shares = {row.key: row.share for row in one.page.money_out}
    off = {row.key: abs(1000 * row.amount / one.page.total_out - shares[row.key]) for row in one.printed}
    assert off.pop(wrong.key) > 4
    assert max(off.values()) < 1.2


def test_exactly_one_rule_reaches_enough_people(one: HearingCase) -> None:
    meeting, able = one.meeting, set()
    for rule in Moderation:
        for limit in range(1, 12):
            for talk in range(0, 32, 2) if rule is Moderation.SMALL_GROUPS else (0,):
                outcome = meeting.run(rule, meeting.presentation, limit, talk)
                assert outcome is not None
                if not (meeting.women_short(outcome) or meeting.far_short(outcome) or meeting.few(outcome)):
                    able.add(rule)
    assert len(able) == 1
    assert able <= {Moderation.ONE_ROUND, Moderation.SMALL_GROUPS}
    assert meeting.run(Moderation.ONE_ROUND, 80, 2, 0) is None


def test_the_register_asks_for_a_decision(one: HearingCase) -> None:
    reasons = [decision.reason for decision in decide(one.register, one.ceiling)]
    assert reasons.count(Reason.NOT_OURS) == 2
    assert reasons.count(Reason.PLANNED) == 1
    assert 2 <= reasons.count(None) <= 3
    assert reasons.count(Reason.NO_MONEY) >= 2
    assert is_a_decision([p for p in one.register if fixed_reason(p) is None], one.ceiling)


def test_the_fuller_hall_is_not_the_larger_part(one: HearingCase) -> None:
    own, other = (per_thousand(f.people, f.population) for f in (one.own, one.neighbour))
    assert abs(own - other) / max(own, other) > 0.1
    assert (own > other) == (one.own.people < one.neighbour.people)
    assert one.own.accepted < one.own.answered < one.own.proposals
    before = [held.hearing for held in hearings(one.municipality.code) if held.hearing.year < YEAR]
    usable = [hearing for hearing in before if hearing.people >= 10 and hearing.minutes]
    assert one.own.real == bool(usable)
    assert one.held == len(before)


def test_what_a_trainee_sees_has_every_figure(one: HearingCase) -> None:
    shown = notice_html(one) + page_html(one) + register_html(one)
    assert "None" not in shown
    assert all(label in shown for label in (wish_labels()[asked.wish] for asked in one.proposals))
    board = hall_board(one, {"presentation": 50.0, "limit": 10.0, "talk": 0.0})
    assert board.count("✔") + board.count("✘") == 12
    assert "No minute" in hall_board(one, {"presentation": 80.0, "limit": 2.0, "talk": 0.0})
    assert "too much" in money_board(one, [str(p.number) for p in one.register])


def test_the_same_municipality_always_gives_the_same_case() -> None:
    assert case("M07") == case("M07")
    assert case_maker("hearing")("M07") == case_maker("hearing-analyst")("M07")
