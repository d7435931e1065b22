"""What the lesson of revenue works out, also where a year, a transfer or a neighbour is missing."""

import pytest

from aimak.data import municipalities
from aimak.data.revenue import revenue_series
from aimak.lesson.revenue_charts import forecast_range, two_effects, years_stacked
from aimak.lesson.revenue_explore import (
    land_arrears,
    lost_years,
    outcome,
    range_held,
    same_economy,
    tax_changes,
    tried_methods,
    years_without_transfer,
)
from aimak.municipal.money import som
from aimak.municipal.revenue import Arrears, Method

CODES = tuple(place.code for place in municipalities())


@pytest.mark.parametrize(("year", "held"), [(2023, 30), (2024, 28), (2025, 25)])
def test_how_often_a_range_held_is_what_the_docs_say(year: int, held: int) -> None:
    assert range_held(year) == (held, 50)


def test_the_example_of_the_docs_is_the_data() -> None:
    assert land_arrears(["M27"], 2025) == Arrears(som("252.4"), som("667.0"), som("405.8"), som("6.0"))


def test_what_is_missing_is_said() -> None:
    assert [sentence[:4] for sentence in lost_years(CODES)] == ["2021", "2020"]
    assert [sentence[:4] for sentence in years_without_transfer(CODES)] == ["2021", "2020"]
    assert lost_years(["M01"]) == years_without_transfer(["M01"]) == []


def test_a_lost_year_is_stepped_over_by_changes_and_left_out_of_trials() -> None:
    assert (2019, 2021) in [(before, after) for before, after, _change in tax_changes(["M46"])]
    tried = tried_methods(revenue_series(["M46"]), 2023)
    assert [one.year for one in tried[Method.MEAN_GROWTH].tried] == [2021, 2022]


def test_nobody_is_like_a_municipality_that_is_alone() -> None:
    assert same_economy("M17", 2025, CODES) == []
    assert "M27" not in same_economy("M27", 2025, CODES)


def test_collecting_all_that_is_due_brings_the_rest() -> None:
    assert outcome(Arrears(0, 1_000_000, 800_000), 100) == ["100\u00a0%", 1000.0, 200.0]


def test_charts_take_gaps_zeros_and_falls() -> None:
    years_stacked("t", "u", [2018, 2019, 2020], {"a": {2018: 1.0, 2020: 0.0}, "b": {2018: 0.0, 2020: 2.0}}, "no report")
    forecast_range("t", "u", {2018: 1.0, 2020: 2.0}, 2020, (0.0, 1.0, 2.0))
    two_effects("t", "u", [("2019", -1.0, 0.0)], ("a", "b"))
