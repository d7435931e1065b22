"""The lesson of the unit `control`: sums over municipalities, months that nobody wrote down, charts and boards."""

import pytest

from aimak.data import municipalities
from aimak.data.control import service_months, service_plan
from aimak.lesson import charts, control_charts
from aimak.lesson.cases.control import case
from aimak.lesson.control_board import duties_board, duty_options, held, hours_board, ledger_table, register_table
from aimak.lesson.control_explore import known, month_of_end
from aimak.lesson.control_subject import fuel_share, missed_share, service_year
from aimak.lesson.subject import subject
from aimak.municipal.control import Duty, forecast

OSH = [place.code for place in municipalities("Osh")]


def test_an_oblast_is_the_sum_of_its_municipalities() -> None:
    whole, alone = service_year(OSH, 2025), [service_year([code], 2025) for code in OSH]
    assert sum(one.variance.total for one in alone) == whole.variance.total
    assert whole.planned[0] == sum(service_plan(code, 2025).cost for code in OSH)
    assert [sum(one.missed[month] or 0 for one in alone) for month in range(12)] == list(whole.missed)


def test_a_month_that_one_municipality_did_not_write_down_is_left_out_on_both_sides() -> None:
    codes = ["M12", "M11"]
    both, other = service_year(codes, 2025), service_year(["M11"], 2025)
    assert both.gaps == (("M12", 6), ("M12", 7))
    assert (both.plan[5], both.cost[5], both.stops[5]) == (other.plan[5], other.cost[5], other.stops[5])
    assert both.variance.total == sum(
        one.cost - service_plan(code, 2025).cost for code in codes for one in service_months(code, 2025) if one
    )


def test_limits_of_an_unwritten_month_look_like_the_others() -> None:
    chart = service_year(["M36"], 2025).chart(service_year(["M36"], 2024))
    assert len(set(chart.upper)) == 1
    assert chart.points[1] is None
    assert len(chart.outside) == 1


def test_the_forecast_of_december_is_what_was_paid() -> None:
    year = service_year(["M07"], 2025)
    assert forecast(*known(year, 12)) == sum(cost for cost in year.cost if cost)
    assert month_of_end(service_year(["M24"], 2025), 9) == "none: it lasts"


def test_shares_are_those_of_the_rows() -> None:
    one = subject("M07", "")
    rows = [month for month in service_months("M07", 2024) if month]
    plan = service_plan("M07", 2024)
    assert missed_share(one, 2024) == sum(month.missed for month in rows) / (12 * plan.stops)
    assert fuel_share(one, 2024) == sum(month.cost for month in rows) / (12 * plan.cost)


def test_charts_are_drawn_with_their_words() -> None:
    year = service_year(["M36"], 2025)
    places = [str(month) for month in range(1, 13)]
    drawn = charts.svg(control_charts.control("Missed", "Month", "of 100", places, year.chart(None), 100))
    assert "Limits: chance lies between" in drawn
    steps = charts.svg(control_charts.waterfall("Fuel", "som", ("Plan", 10.0), {"Trips": 2.0, "Price": -1.0}, "Actual"))
    assert "+2.0" in steps
    assert "11.0" in steps
    bars = charts.svg(control_charts.waiting("Complaints", [3, 20], [70], 14))
    assert "Term of 14 working days" in bars
    assert "40+" in bars
    assert charts.svg(control_charts.waiting("Complaints", [], [], 14))


@pytest.mark.parametrize("code", ["M07", "M09", "M15", "M24", "M36"])
def test_boards_answer_at_once(code: str) -> None:
    one = case(code)
    today = tuple(f"{duty.value}:{person}" for duty, person in one.people.today)
    assert "Somebody can do harm alone" in duties_board(one, today)
    good = tuple(f"{duty.value}:{person}" for duty, person in one.people.solutions()[0])
    assert "Nobody can do harm alone" in duties_board(one, good)
    assert set(good) <= {key for key, _label in duty_options(one)}
    assert held(good)[0][0] is Duty.ORDER
    assert "nobody answers for it" in duties_board(one, ())
    everything = tuple(measure.key for measure in one.measures)
    assert f"but only {one.hours} are there" in hours_board(one, everything)
    assert register_table(one.register).count("<tr>") == 10
    assert ledger_table(one).count("<tr>") == len(one.ledger) + 1
