"""The boards of the planning exercise, and what its lesson reads, say what a trainee has to know."""

import pytest

from aimak.data import municipality
from aimak.lesson.cases.planning import case
from aimak.lesson.cases.planning_parts import a_plan_that_holds
from aimak.lesson.planning_board import (
    agenda_board,
    ceiling_board,
    lists_table,
    measures_table,
    meetings_board,
    presence_table,
)
from aimak.lesson.planning_explore import by_kind, lists_of, outcome, pooled
from aimak.lesson.planning_gantt import gantt_board, plan_brief, plan_problems, whole_months
from aimak.municipal.planning import FocusGroup, fit_ceiling, representation

ONE = case("M01")


def test_the_board_of_meetings_counts_hours_and_groups() -> None:
    nothing, everybody = meetings_board(ONE, ()), meetings_board(ONE, tuple(group.key for group in ONE.groups))
    assert "4 hours left" in nothing
    assert "2 groups are not heard yet" in nothing
    assert "hours too many" in everybody


def test_the_board_of_the_agenda_names_who_finds_nothing() -> None:
    assert "The far village finds none of its needs." in agenda_board(ONE, ())
    assert "The far village finds none" not in agenda_board(case("M20"), ())


def test_the_plan_board_names_what_is_wrong_and_draws_every_step() -> None:
    draft = {key: float(month) for key, month in ONE.draft.starts.items()}
    board = gantt_board(ONE, draft)
    assert board.count("<svg") == len(ONE.draft.steps)
    assert "starts too early" in board
    assert "have not come yet" in board
    assert "starts too early" in plan_brief(ONE, draft)
    good = {key: float(month) for key, month in a_plan_that_holds(ONE.draft).items()}
    assert plan_problems(ONE, good) == []
    assert "No findings." in gantt_board(ONE, good)
    late = {**good, "report": 12.0, "site": 12.0}
    assert any("does not end in this year" in problem for problem in plan_problems(ONE, late))
    assert whole_months({"a": 0.2, "b": 3.6, "c": 99.0}) == {"a": 1, "b": 4, "c": 12}


def test_the_ceiling_board_tells_money_people_and_contract() -> None:
    best = fit_ceiling(ONE.measures, ONE.ceiling)
    assert "thousand som left" in ceiling_board(ONE, best.kept)
    assert f"{best.value:,} people who asked are reached" in ceiling_board(ONE, best.kept)
    everything = ceiling_board(ONE, tuple(measure.key for measure in ONE.measures))
    assert "thousand som too much" in everything
    assert "signed contract is missing" in ceiling_board(ONE, ())


def test_tables_say_who_is_silent_and_what_is_signed() -> None:
    assert "—" in lists_table(case("M15"))
    assert lists_table(ONE).count("<tr>") == 8
    assert "contract signed" in measures_table(ONE)
    assert "Together" in presence_table(ONE)


@pytest.mark.parametrize("code", ["M01", "M20", "M40"])
def test_less_money_never_reaches_more_people(code: str) -> None:
    lists = lists_of((code,), 2025)
    people = [outcome(lists, change).people for change in (-40, -20, 0, 20, 40)]
    assert people == sorted(people)


def test_an_oblast_is_its_municipalities_in_one_hall() -> None:
    codes = ("M27", "M28", "M36")
    lists = lists_of(codes, 2025)
    assert set(lists) == {"M27", "M28"}
    assert len({group.key for group in pooled(lists)}) == 14
    added: tuple[FocusGroup, ...] = by_kind(lists)
    assert len(added) == 7
    assert sum(group.present for group in added) == sum(g.present for own in lists.values() for g in own)
    assert sum(one.share_people for one in representation(added)) == pytest.approx(1)
    assert outcome(lists, 0).left_out == ()
    assert by_kind({}) == ()
    assert municipality("M36").oblast == "Naryn"
    with pytest.raises(ValueError, match="no needs assessment"):
        outcome({}, 0)
