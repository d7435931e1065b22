"""What moves while a trainee chooses, and what the lesson draws."""

import pytest

from aimak.data import municipalities
from aimak.lesson import charts
from aimak.lesson.cases.newservice import NewServiceCase, case
from aimak.lesson.cases.newservice_cash import cheapest_remedies, with_remedies
from aimak.lesson.newservice_board import cash_board, cash_chart, measures_board, slot_words, timetable_board
from aimak.lesson.newservice_charts import break_even_lines, intervals
from aimak.lesson.newservice_explore import FEES, covered_from
from aimak.lesson.newservice_story import launched_near, story, ways_of
from aimak.lesson.subject import subject
from aimak.municipal.newservice import best_measures, best_timetable, covering_fee


@pytest.fixture
def one() -> NewServiceCase:
    return case("M07")


def test_the_timetable_board_says_what_is_broken(one: NewServiceCase) -> None:
    everything = timetable_board(one, tuple(slot.key for slot in one.slots))
    assert f"Hours of the coach a week: {one.limits.coach_hours:g}. This timetable takes" in everything
    best = timetable_board(one, tuple(slot.key for slot in best_timetable(one.slots, one.limits)))
    assert "<li>" not in best
    assert "children have a place" in best
    assert "0 children have a place" in timetable_board(one, ())


def test_the_measures_board_counts_nobody_twice(one: NewServiceCase) -> None:
    assert "Over by" in measures_board(one, tuple(measure.key for measure in one.measures))
    best = best_measures(one.measures, one.left_out, one.money)
    said = measures_board(one, tuple(measure.key for measure in best))
    assert "Left:" in said
    for count in one.left_out.values():
        assert f" of {count} children reached" in said


def test_the_cash_board_gives_no_answer_before_a_choice_and_all_months_after(one: NewServiceCase) -> None:
    assert "<svg" not in cash_board(one, ())
    keys = cheapest_remedies(one.cash, one.remedies)
    assert "No month ends below zero" in cash_board(one, keys)
    picture = cash_chart(with_remedies(one.cash, one.remedies, keys))
    assert picture.count("<rect") == 12
    assert "September" in picture


def test_a_single_village_is_told_of_no_bus() -> None:
    assert "bus" not in " ".join(text for _key, text in slot_words(case("M20")))
    assert "bus" in " ".join(text for _key, text in slot_words(case("M07")))


def test_every_place_and_oblast_has_a_story() -> None:
    for place in [subject(p.code, p.oblast) for p in municipalities()] + [subject("", "Naryn"), subject("", "Osh")]:
        told = story(place)
        ends = told.demand()
        assert 0 <= ends.low < ends.high <= told.children
        assert told.remarks
        assert covering_fee(told.year()) > 0
        assert launched_near(place)
        assert ways_of(place)[0][3] == len(place.codes)


def test_a_story_names_the_neighbour_and_leaves_out_a_middle() -> None:
    assert "Nobody was asked" in story(subject("M12", "Jalal-Abad")).remarks[0]
    assert "a municipality of the same kind" in story(subject("M12", "Jalal-Abad")).remarks[1]
    assert story(subject("M22", "Issyk-Kul")).demand().middle is None
    assert any("no girl was asked" in said for said in story(subject("", "Osh")).remarks)


def test_an_oblast_is_no_surer_of_a_club_than_its_municipalities() -> None:
    ends = story(subject("", "Naryn")).demand()
    each = [one for _name, _survey, one in story(subject("", "Naryn")).surveyed()]
    assert min(one.high - one.low for one in each) <= ends.high - ends.low <= max(one.high - one.low for one in each)


def test_a_higher_fee_needs_fewer_children_until_none_are_enough() -> None:
    year = story(subject("M07", "Jalal-Abad")).year()
    needed = [covered_from(year, fee) for fee in FEES]
    known = [count for count in needed if count is not None]
    assert known == sorted(known, reverse=True)
    assert covered_from(year, 0) is None


def test_charts_always_give_the_same_bytes() -> None:
    year = story(subject("M07", "Jalal-Abad")).year()
    rows = [("Girls", 21.1, 32.0, 45.5), ("Far village", 18.6, None, 49.9)]
    for draw in (
        lambda: intervals("Title", "%", rows, ("Range", "Said yes")),
        lambda: break_even_lines("Title", year, 300, 90),
    ):
        assert charts.svg(draw()) == charts.svg(draw())
    assert "Said yes" not in charts.svg(intervals("Title", "%", rows[1:], ("Range", "Said yes")))
