"""What the boards of the exercise on light and roads, and the lesson's slider, say at once."""

import pytest

from aimak.data.streets import PLAN_YEARS
from aimak.lesson.cases.streets import PROMISED, StreetsCase, case
from aimak.lesson.cases.streets_parts import PLACES, best_lamps
from aimak.lesson.streets_board import (
    WAITS,
    is_allowed,
    lamps_board,
    lamps_brief,
    path_table,
    plan_board,
    plan_brief,
    plan_outcome,
    plan_years,
    road_options,
    switching_board,
)
from aimak.lesson.streets_explore import HOURS, costs_of_one_lamp
from aimak.lesson.streets_read import closed_share, light, plans


@pytest.fixture
def one() -> StreetsCase:
    return case("M27")


def test_money_for_lamps_is_told_before_anything_is_saved(one: StreetsCase) -> None:
    assert "0.0 thousand som less over 8 years" in lamps_board(one, {})
    assert "too much" in lamps_brief(one, dict.fromkeys(PLACES, "led_good_60"))
    assert "left" in lamps_board(one, best_lamps(one.lamps, one.choice))


def test_a_dark_way_to_the_school_is_named(one: StreetsCase) -> None:
    assert "children walk" in switching_board(one, dict.fromkeys(PLACES, "evening"))
    assert "children walk" not in switching_board(one, {"centre": "dusk_to_dawn", "school": "middle_off"})
    assert not is_allowed("centre", None)
    assert is_allowed("far", "evening")


def test_a_plan_costs_and_gains_what_its_options_say(one: StreetsCase) -> None:
    best = one.best_roads()
    chosen = {
        road.key: str(PLAN_YEARS[best.years[road.key]]) if road.key in best.years else WAITS for road in one.roads
    }
    assert plan_years(chosen) == best.years
    assert plan_outcome(one, chosen) == (best.spent, best.gain)
    assert "The promise to the school is kept." in plan_board(one, chosen)
    assert "is not kept yet" in plan_board(one, {**chosen, PROMISED: WAITS})
    everything = {road.key: str(PLAN_YEARS[0]) for road in one.roads}
    assert "#b3261e" in plan_brief(one, everything)
    assert all(len(road_options(one, road)) == len(PLAN_YEARS) + 1 for road in one.roads)
    assert "rebuild" in path_table(one)


def test_how_long_lamps_burn_decides_which_is_the_cheapest() -> None:
    cheapest = [min(costs, key=lambda kind: costs[kind]) for costs in map(costs_of_one_lamp, HOURS)]
    assert set(cheapest) == {"led_cheap_100", "led_good_60"}
    assert cheapest == sorted(cheapest)  # the dear one is right from some number of hours on


def test_the_lesson_reads_what_is_missing_as_missing() -> None:
    assert (light("M34", 2025).lamps, light("M34", 2025).cost) == (0, 0)
    assert light("M27", 2025).kwh == pytest.approx(sum(light("M27", 2025, place).kwh for place in PLACES))
    assert closed_share("M43", 2025) is None
    assert 0 <= (closed_share("M43", 2024) or 0) <= 1
    assert [plan.gain for plan in plans("M32")] == [0, 0]
