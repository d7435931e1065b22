"""What the lesson on perception makes of registers and of surveys that are too small."""

import pytest

from aimak.data import municipalities
from aimak.data.feedback import messages
from aimak.lesson.charts import svg
from aimak.lesson.feedback_charts import margins
from aimak.lesson.feedback_month import (
    last_month,
    page_figures,
    page_topics,
    range_row,
    range_text,
    share_text,
    what_to_do,
)
from aimak.lesson.feedback_story import reading, story, times
from aimak.lesson.subject import subject

CODES = [place.code for place in municipalities()]


@pytest.mark.parametrize("code", CODES)
def test_the_page_of_a_month_and_its_topics_add_up(code: str) -> None:
    told = story(subject(code, ""), 2025)
    month = last_month(told)
    if month is None:
        assert not [one for one in messages(code) if one.received]
        return
    came, answered, in_time, still_open, late, _undated = (int(row[1]) for row in page_figures(told, month))
    topics = page_topics(told, month)
    assert [sum(int(row[at]) for row in topics) for at in (1, 2, 3)] == [came, answered, still_open]
    assert in_time <= answered
    assert late <= still_open
    assert came > 0


def test_twelve_answers_have_a_range_and_no_single_figure() -> None:
    told = story(subject("M12", ""), 2025)
    few = reading(told, "water", 2025)
    assert few is not None
    assert range_row("Water", few)[1] is None
    assert share_text(few, few.share).count("–") == 1
    assert "Water: from" in range_text("Water", few)
    code, view = told.views[0]
    assert what_to_do(told, code, view) == "ask more people"
    assert svg(margins("Few", [range_row("Water", few)])).count("<svg") == 1


def test_an_ordinary_survey_has_its_figure() -> None:
    told = story(subject("M07", ""), 2025)
    many = reading(told, "water", 2025)
    assert many is not None
    assert range_row("Water", many)[1] == 100 * many.share
    assert "–" not in share_text(many, many.share)
    code, view = told.views[0]
    assert what_to_do(told, code, view) != "ask more people"


def test_a_shorter_term_is_never_kept_more_often() -> None:
    for code in CODES:
        told = story(subject(code, ""), 2025)
        longer, shorter = times(told).share_in_time, times(told, term=10).share_in_time
        assert longer is None or shorter is None or shorter <= longer
