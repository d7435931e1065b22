"""What the lesson and the exercise on waste show: sums of several places, the panel of the tariff, the charts."""

import re

import pytest

from aimak.lesson import charts, waste_charts
from aimak.lesson.cases.waste import case
from aimak.lesson.subject import subject
from aimak.lesson.waste_board import fee_text, part_label, tariff_board, tariff_brief, tariff_findings
from aimak.lesson.waste_explore import PRINTED_RATES, household_groups, outcome
from aimak.lesson.waste_view import happened, point_groups, readable, waste_view
from aimak.municipal.waste import PARTS, Every, Fee, Per


def test_an_oblast_is_the_sum_of_its_services() -> None:
    oblast = subject("", "Naryn")
    whole, parts = waste_view(oblast, 2025), [waste_view(subject(code, ""), 2025) for code in oblast.codes]
    assert whole.households == sum(part.households for part in parts)
    assert whole.cost.total == sum(part.cost.total for part in parts)
    assert (whole.places, len(whole.running)) == (10, 8)


def test_who_pays_adds_up_to_the_full_cost_unless_fees_are_higher() -> None:
    view = waste_view(subject("M27", ""), 2025)
    assert view.collected + view.from_budget + view.uncovered == pytest.approx(view.cost.total, abs=100)


def test_a_place_without_a_service_reads_others_of_its_kind_and_says_so() -> None:
    place = subject("M24", "")
    read, said = readable(place, 2025)
    assert read != place
    assert "no waste service in 2025" in said
    assert waste_view(read, 2025).running
    assert point_groups(place, 2025)[0] == []
    assert happened(place)[0][2].startswith("There is no waste service")
    assert readable(subject("M27", ""), 2025)[1] == ""


def test_without_a_bill_there_is_no_rate_and_without_payers_a_rate_of_zero() -> None:
    assert waste_view(subject("M35", ""), 2025).rate is None
    assert waste_view(subject("M35", ""), 2025).break_even is None
    assert waste_view(subject("M46", ""), 2025).rate == 0


def test_the_more_people_pay_the_lower_the_fee_and_the_less_is_missing() -> None:
    view = waste_view(subject("M40", ""), 2025)
    outcomes = [outcome(view, rate) for rate in PRINTED_RATES]
    assert [one[0] for one in outcomes] == sorted((one[0] for one in outcomes), reverse=True)
    assert [one[2] for one in outcomes] == sorted((one[2] for one in outcomes), reverse=True)
    assert sum(group.households for group in household_groups(view)) == pytest.approx(view.households, abs=2)


def test_the_panel_answers_to_each_limit() -> None:
    given = case("M01")
    limits = given.tariff
    held = {"fee": limits.fee_limit, "rate": 100 * limits.rate_limit, "subsidy": limits.subsidy_limit / 1000}
    assert tariff_findings(given, held) == []
    assert "No findings" in tariff_board(given, held)
    assert "Left over" in tariff_brief(given, held)
    for change, words in (
        ({"fee": limits.fee_limit + 1}, "assembly can bear"),
        ({"subsidy": held["subsidy"] + 1}, "The budget has no more"),
        ({"rate": 100.0}, "Nobody believes"),
        ({"fee": 0.0}, "are missing"),
        ({"fee": 5.0 * limits.fee_limit}, "more come in than"),
    ):
        assert any(words in one for one in tariff_findings(given, {**held, **change})), words
    assert "Without a fee" in tariff_board(given, {**held, "fee": 0.0})
    assert "Even if everybody paid" in tariff_board(given, {**held, "fee": 1.0})


def test_names_have_units_and_parts_have_names() -> None:
    assert fee_text(Fee(22.5, Per.PERSON, Every.MONTH)) == "22.5 som a person and month"
    assert len({part_label(part) for part in PARTS}) == 7


def test_charts_name_their_units() -> None:
    stack = charts.svg(waste_charts.cost_stack("T", "thousand som", {"2025": {"a": 1.0, "b": 2.0}}))
    assert "thousand som" in re.findall(r">([^<]+)</text>", stack)
    assert "3.0" in stack
    own, others = [("Here", 100, 90.0)], [("There", 200, 70.0)]
    points = charts.svg(waste_charts.cost_points("T", "households", "som", own, others, ("Here", "others")))
    assert "Here: 90" in points
    assert charts.svg(waste_charts.cost_points("T", "households", "som", [], others, ("Here", "others")))
