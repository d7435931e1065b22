"""What the lesson on neighbours says of awkward places, whom it would send where, and what its charts hold."""

import pytest

from aimak.data import municipalities
from aimak.lesson.charts import svg
from aimak.lesson.exchange_charts import situation_and_result, stacked_parts, visit_map
from aimak.lesson.exchange_explore import order
from aimak.lesson.exchange_meetings import HOURS, guests_of, helpers_of, round_table, trip, visit_rows
from aimak.lesson.exchange_story import (
    FOUR,
    NEAR,
    REACH,
    all_the_same,
    complete,
    matches,
    median_points,
    missing_years,
    more_is_better,
    near_places,
    points,
    remarks,
    weakest,
)

CODES = [place.code for place in municipalities()]


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("M20", "alone in its kind"),
        ("M40", "alone in its kind"),
        ("M15", "measured nothing"),
        ("M13", "no figures for 2024; they are not guessed"),
        ("M29", "nobody else does"),
        ("M47", "nobody else does"),
    ],
)
def test_what_is_awkward_is_said(code: str, words: str) -> None:
    assert any(words in said for said in remarks([code], 2025))


def test_an_ordinary_place_gets_no_remark_and_equal_values_are_named() -> None:
    assert remarks(["M07"], 2025) == []
    assert all_the_same(2025) == ["budget_posted"]
    assert missing_years("M13", 2023) == ()
    assert missing_years("M15", 2025) == ()


def test_points_run_from_worst_to_best_and_a_gap_is_no_zero() -> None:
    for name in FOUR:
        values = [points(code, 2025)[name] for code in CODES if name in points(code, 2025)]
        assert (min(values), max(values)) == (0, 100)
        assert 0 < median_points(name, 2025) < 100
    assert points("M15", 2025) == {}
    assert weakest("M15", 2025) is None
    assert set(CODES) - set(complete(CODES, 2025)) == {"M15", "M34"}
    assert points("M13", 2024) == {}


def test_hosts_are_near_clearly_better_and_within_reach() -> None:
    found = [one for code in CODES for one in matches(code, 2025)]
    assert len({one.guest for one in found}) >= 30
    for one in found:
        assert one.distance <= NEAR
        assert 0 < one.km <= REACH
        assert (one.result > one.own) == more_is_better(one.indicator)
    assert matches("M15", 2025) == ()
    assert "M07" not in near_places("M07", 2025)


def test_a_visit_takes_the_nights_that_its_hours_need() -> None:
    for code in CODES:
        for row, one in zip(visit_rows(matches(code, 2025), alone=True), matches(code, 2025), strict=True):
            nights = int(row[2])
            assert trip(one.km).hours_with_host(nights) >= HOURS
            assert nights == 0 or trip(one.km).hours_with_host(nights - 1) < HOURS
    assert trip(100).cost(3, 0) == 2900


def test_a_round_table_seats_everybody_once_and_names_who_is_left() -> None:
    for oblast in ("Naryn", "Osh"):
        codes = [place.code for place in municipalities(oblast)]
        rows = round_table(codes)
        helpers = [row[2] for row in rows if row[2] != "—"]
        assert len(rows) == len(guests_of(codes))
        assert len(set(helpers)) == len(helpers) >= len(rows) / 2
    (guest,) = guests_of(["M27"])
    assert [row[1] for row in helpers_of(guest)] == ["budget hearings", "budget hearings"]
    assert [row[2] for row in round_table(["M27"])] == ["—"]


def test_a_weight_of_all_orders_by_that_indicator() -> None:
    table = complete(CODES[:8], 2025)
    assert order(table, "water_hours", 100)[0][0] == max(table, key=lambda code: table[code]["water_hours"])


def test_charts_hold_their_words_and_figures() -> None:
    parts = {"Near (M01)": {"Households": 0.1, "Height, m": 0.25}, "Far (M02)": {"Households": 0.5, "Height, m": 0.5}}
    drawn = svg(stacked_parts("Distances", "ordinary differences", parts))
    assert "0.35" in drawn
    assert "Near (M01)" in drawn
    other = svg(situation_and_result("Water", "hours", 12.0, [("", 0.3, 9.0)], [("M09", 0.2, 18.0)], 0.5))
    assert "M09" in other
    spots = [("M01", 3.0, 4.0), ("M02", 30.0, 40.0)]
    assert "M02" in svg(visit_map("Map", spots, [(spots[0], spots[1])]))
