"""The case of every municipality is a real decision, and can be solved."""

from collections import Counter

import pytest

from aimak.data import municipalities
from aimak.lesson.cases import case_maker
from aimak.lesson.cases.exchange import PEOPLE, PROBLEMS, WEIGHT_LIMITS, ExchangeCase, case, visit_cost, visit_faults
from aimak.lesson.exchange_board import (
    outside_limits,
    pairs_board,
    pairs_brief,
    visit_board,
    visit_brief,
    weights_board,
    weights_brief,
    whole_weights,
)
from aimak.municipal.exchange import INHABITANTS, best_pairs, first_shares, weight_grid

CODES = [place.code for place in municipalities()]
GRID = list(weight_grid(WEIGHT_LIMITS))


@pytest.fixture(params=CODES)
def one(request: pytest.FixtureRequest) -> ExchangeCase:
    return case(request.param)


def plan(nights: int, going: set[str]) -> dict[str, str | None]:
    return {"nights": str(nights), **{name: "goes" if name in going else "stays" for name in PEOPLE}}


def test_what_looks_best_is_not_fair_and_most_is_not_the_largest_part(one: ExchangeCase) -> None:
    fair = one.fair()
    assert len(fair) == 3
    best = max(fair, key=lambda row: row.rate or 0)
    assert best is not max(fair, key=lambda row: row.readers)
    assert max(one.rows, key=lambda row: row.rate or 0) not in fair
    assert len({row.rate for row in fair}) == 3
    for row in one.rows:  # a place has as many inhabitants as the name of its group says
        least, under = INHABITANTS[row.group]
        assert row.inhabitants is None or least <= row.inhabitants < under


def test_no_place_of_the_index_is_beaten_in_everything(one: ExchangeCase) -> None:
    table = one.index.table
    for name, scores in table.items():
        for other, theirs in table.items():
            assert name == other or any(scores[key] < theirs[key] for key in scores) or scores == theirs
    assert one.index.best < one.index.days < one.index.worst


def test_one_host_is_near_and_better_and_neither_the_nearest_nor_the_best(one: ExchangeCase) -> None:
    (host,) = one.to_visit()
    sign = 1 if PROBLEMS[one.problem][2] else -1
    measured = [candidate for candidate in one.candidates() if candidate.result is not None]
    assert host is not min(measured, key=lambda candidate: candidate.distance)
    assert host.name != max(measured, key=lambda candidate: sign * (candidate.result or 0)).name
    assert all((candidate.result or 0) >= 0 for candidate in measured)


def test_the_card_lacks_two_things_and_fails_in_something(one: ExchangeCase) -> None:
    assert len(one.card.says) == 4
    assert set(one.card.needs) - set(one.card.has)
    assert set(one.card.needs) & set(one.card.has)


def test_the_visit_can_be_made_and_not_with_everybody(one: ExchangeCase) -> None:
    nights = one.visit.nights
    good = plan(nights, {"specialist", "deputy", "resident"})
    assert visit_faults(one, good) == ()
    assert "ceiling" in visit_faults(one, plan(nights, set(PEOPLE)))
    with_head = visit_faults(one, plan(nights, {"specialist", "head", "resident"}))
    assert with_head == (("away",) if nights else ())
    assert "hours" in visit_faults(one, plan(nights - 1, {"specialist"})) if nights else True
    assert visit_faults(one, None) == ("open",)
    assert visit_cost(one, None) is None
    assert sum(not promise.missing() for promise in one.promises) == 2


def test_all_four_can_be_helped_in_one_way_only(one: ExchangeCase) -> None:
    helpers = one.helpers()
    pairs = one.pairs()
    assert len(pairs) == 4
    for asker, giver in pairs.items():
        without = {name: tuple(g for g in givers if (name, g) != (asker, giver)) for name, givers in helpers.items()}
        assert len(best_pairs(without)) < 4
    assert one.municipality.code in helpers


def test_half_of_the_indexes_hang_on_their_weights() -> None:
    first = [first_shares(case(code).index.table, GRID) for code in CODES]
    sure = Counter(max(shares.values()) > 0.999 for shares in first)
    assert {sum(share > 0 for share in shares.values()) for shares in first} == {1, 2}
    assert min(sure.values()) >= 15
    assert set(Counter(case(code).visit.nights for code in CODES)) == {0, 1}


def test_bad_cases_are_among_them() -> None:
    assert [code for code in CODES if case(code).peers_count == 0] == ["M20", "M40"]
    assert not case("M15").measured
    assert not case("M34").measured
    assert sum(not case(code).measured for code in CODES) == 2


def test_boards_answer_to_whatever_is_chosen() -> None:
    one = case("M07")
    good = {"water_hours": 40.0, "certificate_days": 30.0, "readers": 30.0}
    assert "Place A: index" in weights_board(one, good)
    assert "must be 100" in weights_board(one, dict.fromkeys(good, 0.0))
    assert "must be 100" in weights_brief(one, good)
    assert "allows 30 to 60" in weights_board(one, {"water_hours": 80.0, "certificate_days": 10.0, "readers": 10.0})
    assert whole_weights({"a": 99.5, "b": 0.5}) is None
    assert whole_weights(None) is None
    assert outside_limits(None) == ()
    empty: dict[str, str | None] = dict.fromkeys(("nights", *PEOPLE))
    assert "Choose the nights" in visit_board(one, empty)
    assert "Choose the nights" in visit_brief(one, empty)
    assert "thousand som" in visit_board(one, plan(1, set(PEOPLE)))
    assert "cannot stay away" in visit_board(one, plan(1, set(PEOPLE)))
    assert "thousand som" in visit_brief(one, plan(1, {"deputy"}))
    pairs: dict[str, str | None] = dict(one.pairs())
    assert "4 of 4" in pairs_board(one, pairs)
    assert "0 of 4" in pairs_brief(one, dict.fromkeys(pairs))


def test_the_same_municipality_always_gives_the_same_case() -> None:
    assert case("M07") == case("M07")
    assert case_maker("exchange")("M07") == case_maker("exchange-analyst")("M07")
