"""The case of every municipality is a real decision, can be solved, and no two are alike."""

import pytest

from aimak.data import municipalities
from aimak.lesson.cases import case_maker
from aimak.lesson.cases.streets import PROMISED, StreetsCase, case
from aimak.lesson.cases.streets_parts import (
    ALLOWED,
    PLACES,
    allowed_switching,
    best_lamps,
    lamps_cost,
    least_dark,
    switched,
)
from aimak.municipal.streets import Switching, total_cost

CODES = [place.code for place in municipalities()]


@pytest.fixture(params=CODES)
def one(request: pytest.FixtureRequest) -> StreetsCase:
    return case(request.param)


def test_the_bill_is_higher_than_the_draft_and_the_group_matters(one: StreetsCase) -> None:
    right = one.bill(one.group)
    assert right > 1.04 * one.draft
    assert one.bill("tariff_household") < 0.7 * right
    assert {lamps.place for lamps in one.lamps} == set(PLACES)


def test_no_single_lamp_everywhere_is_the_best_choice(one: StreetsCase) -> None:
    best = best_lamps(one.lamps, one.choice)
    today, total = lamps_cost(one.lamps, best, one.choice)
    assert 0 < today <= one.choice.ceiling
    assert total < lamps_cost(one.lamps, {}, one.choice)[1]
    good = dict.fromkeys(PLACES, "led_good_60")
    assert lamps_cost(one.lamps, good, one.choice)[0] > one.choice.ceiling


def test_the_saving_can_be_reached_without_a_dark_way_to_school(one: StreetsCase) -> None:
    price = one.choice.price
    assert one.target > 0
    least = least_dark(one.lamps, one.target, price)
    assert least > 0
    ways = [chosen for chosen in allowed_switching() if switched(one.lamps, chosen, price)[0] >= one.target]
    assert 0 < len(ways) < 8
    relays = dict.fromkeys(PLACES, Switching.DUSK_TO_DAWN.value)
    assert switched(one.lamps, relays, price)[0] < one.target
    evening = dict.fromkeys(PLACES, Switching.EVENING.value)
    assert switched(one.lamps, evening, price)[0] >= one.target
    assert Switching.EVENING not in ALLOWED["school"]


def test_waiting_closes_the_road_and_one_policy_is_the_cheapest(one: StreetsCase) -> None:
    paths = one.upkeep.paths()
    assert not all(year.passable for year in paths["wait"])
    best = one.upkeep.best()
    assert best in {"below", "every"}
    assert len({total_cost(path) for path in paths.values()}) == 3


def test_the_plan_of_roads_is_a_real_decision(one: StreetsCase) -> None:
    best = one.best_roads()
    assert PROMISED in best.years
    assert len(best.years) < len(one.roads)
    assert best.gain > 0
    assert one.worst_first().gain < best.gain or PROMISED not in one.worst_first().years
    assert 0 < sum(best.spent) <= sum(one.ceilings)


def test_policies_and_groups_differ_among_cases() -> None:
    cases = [case(code) for code in CODES]
    assert {one.upkeep.best() for one in cases} == {"below", "every"}
    assert {one.group for one in cases} == {"tariff_budget", "tariff_social"}
    assert [one.municipality.code for one in cases if one.lent] == ["M22", "M34"]
    assert [one.municipality.code for one in cases if one.granted] == ["M32"]
    assert case("M09").ceilings[0] == 0


def test_the_same_municipality_always_gives_the_same_case() -> None:
    assert case("M07") == case("M07")
    assert case_maker("streets")("M07") == case_maker("streets-analyst")("M07")
