"""The feedback case of every municipality is a real decision, and no two are alike."""

import pytest

from aimak.data import municipalities
from aimak.lesson.cases import case_maker
from aimak.lesson.cases.feedback import PRIVATE, FeedbackCase, case
from aimak.lesson.cases.feedback_parts import DAYS_OFF, TODAY, has_changed, in_order, in_term, week_value
from aimak.lesson.feedback_board import (
    answered_html,
    desk_html,
    gap_board,
    inbox_html,
    request_lines,
    services_html,
    survey_html,
    week_board,
    week_options,
)
from aimak.lesson.feedback_texts import MESSAGES, REQUESTS, USEFUL, message_text, part_options, request_text
from aimak.lesson.feedback_words import service_label
from aimak.municipal.control import working_days
from aimak.municipal.feedback import Answer, Corner, answers, best_week, corner, quick_margin, read_survey

CODES = [place.code for place in municipalities()]


@pytest.fixture(params=CODES)
def one(request: pytest.FixtureRequest) -> FeedbackCase:
    return case(request.param)


def test_the_weighted_share_is_another_and_its_margin_too(one: FeedbackCase) -> None:
    reading = read_survey(one.survey.groups)
    assert abs(reading.raw - reading.share) >= 0.04
    plain = sum(group.satisfied / group.asked for group in one.survey.groups) / 2
    assert quick_margin(reading.effective) - quick_margin(reading.asked) > 0.3
    assert reading.margin is not None
    assert abs(plain - reading.share) >= 0.015


def test_some_surveys_changed_and_some_did_not() -> None:
    moved = [has_changed(case(code).survey) for code in CODES]
    assert 10 < sum(moved) < 40


def test_all_four_corners_ask_for_something(one: FeedbackCase) -> None:
    assert {corner(view) for view in one.views} == set(Corner)
    made = answers(one.views, one.repairs, one.ceiling)
    assert {Answer.TELL, Answer.LEAVE, Answer.MEND, Answer.WAIT} == set(made.values())
    cost = sum(repair.cost for repair in one.repairs if made[repair.service] is Answer.MEND)
    assert 0 < cost <= one.ceiling


def test_messages_have_topics_and_something_private(one: FeedbackCase) -> None:
    assert len(set(one.inbox)) == len(one.inbox)
    assert sum(MESSAGES[mark][1] for mark in one.inbox) == PRIVATE
    assert {REQUESTS[mark] for mark in one.requests} == {"date", "no", "pass"}


def test_one_week_is_best_and_the_oldest_first_is_worse(one: FeedbackCase) -> None:
    desk = one.desk
    best = best_week(desk.opened, desk.hours)
    used, kept, late = week_value(desk.opened, best)
    assert used <= desk.hours
    assert kept == sum(message.ends(5) for message in desk.opened)
    assert 1 <= late < sum(message.is_late() for message in desk.opened)
    assert in_order(desk.waiting)
    assert [message.number for message in desk.answered] == list(range(1, 8))
    assert all(message.answered and message.answered.weekday() < 5 for message in desk.answered)
    done, decided = in_term(desk)
    assert 0 < done < decided


def test_the_day_to_count_has_days_off_in_between(one: FeedbackCase) -> None:
    (asked,) = [message for message in one.desk.answered if message.number == one.desk.to_count]
    assert asked.received is not None
    assert asked.answered is not None
    assert asked.answered < TODAY
    with_off = working_days(asked.received, asked.answered, DAYS_OFF)
    assert with_off == working_days(asked.received, asked.answered) - 3


def test_what_a_trainee_sees_has_every_figure(one: FeedbackCase) -> None:
    shown = survey_html(one) + services_html(one) + inbox_html(one) + answered_html(one) + desk_html(one)
    assert "None" not in shown
    assert shown.count("?</td>") >= 1
    assert all(service_label(view.service) in shown for view in one.views)
    everything = {view.service: "mend" for view in one.views}
    assert "too much" in gap_board(one, everything)
    assert "left" in gap_board(one, {})
    assert "too much" in week_board(one, [key for key, _label in week_options(one)])
    assert len(request_lines(one)) == 3


def test_every_text_is_there() -> None:
    assert all(message_text(mark) for mark in MESSAGES)
    assert all(request_text(mark) for mark in REQUESTS)
    assert {key for key, _label in part_options()} > USEFUL


def test_the_same_municipality_always_gives_the_same_case() -> None:
    assert case("M07") == case("M07")
    assert case_maker("feedback")("M07") == case_maker("feedback-analyst")("M07")
    assert len({repr((one.survey, one.views, one.desk)) for one in map(case, CODES)}) == len(CODES)
