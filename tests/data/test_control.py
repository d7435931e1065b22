"""The tables of the unit `control`: their reader, and each rule with one thing broken."""

import re
from datetime import date
from pathlib import Path

import pytest

from aimak.data import municipalities, published_figures
from aimak.data.control import (
    PURCHASE_LIMIT,
    control_causes,
    ledger,
    register,
    service_months,
    service_plan,
)
from aimak.errors import UserError
from aimak.municipal.control import ANSWER_TERM, REGISTER_TERM
from tests.data.test_check import change


def with_cell(table: str, start: str, column: int, value: str) -> str:
    """The table with one cell of its first row that starts so changed."""
    lines = table.split("\n")
    row = next(i for i, line in enumerate(lines) if line.startswith(start))
    cells = lines[row].split(",")
    cells[column] = value
    lines[row] = ",".join(cells)
    return "\n".join(lines)


def test_every_municipality_has_plans_months_causes_and_a_ledger() -> None:
    for place in municipalities():
        for year in (2023, 2024, 2025):
            assert service_plan(place.code, year).cost > 0
            assert len(service_months(place.code, year)) == 12
        assert len(ledger(place.code)) in (16, 17)
    assert len(control_causes()) == 2 * len(municipalities())


def test_a_month_that_nobody_wrote_down_is_none_and_not_zero() -> None:
    months = service_months("M12", 2025)
    assert [place for place, one in enumerate(months, start=1) if one is None] == [6, 7]
    assert service_months("M36", 2025)[1:3] == (None, None)


def test_a_month_explains_its_difference_from_the_plan() -> None:
    plan, month = service_plan("M07", 2025), service_months("M07", 2025)[0]
    assert month is not None
    assert month.variance(plan).total == month.cost - plan.cost


def test_an_empty_register_is_empty() -> None:
    assert register("M24") == register("M46") == ()
    assert register("M07")[0].received >= date(2025, 1, 1)


def test_an_unknown_year_or_municipality_is_refused() -> None:
    with pytest.raises(UserError, match="no plan of the service of M07 for 2020"):
        service_plan("M07", 2020)
    with pytest.raises(UserError, match="no municipality 'M77'"):
        ledger("M77")


def test_published_figures_are_those_that_the_arithmetic_uses() -> None:
    figures = {one.item: one.amount for one in published_figures("control")}
    assert figures["simplest_purchase"] == PURCHASE_LIMIT
    assert figures["register_term"] == REGISTER_TERM
    assert figures["answer_term"] == ANSWER_TERM
    assert all(one.source for one in published_figures("control"))


@pytest.mark.parametrize(
    ("table", "start", "column", "value", "words"),
    [
        ("control_plans.csv", "M01,2023", 0, "M99", "M99 is not in municipalities.csv"),
        ("control_plans.csv", "M01,2023", 2, "roads", "service: “roads” is not allowed here"),
        ("control_plans.csv", "M01,2025", 4, "900", "trips: Fuel for the year costs"),
        ("control_months.csv", "M01,2025,3", 2, "13", "month: “13” is not allowed here"),
        ("control_months.csv", "M01,2025,3", 4, "", "litres: The month is written down in part only"),
        ("control_months.csv", "M01,2025,3", 6, "9000", "missed: 9000 stops were missed, and"),
        ("control_months.csv", "M01,2025,3", 4, "9", "litres for a trip are out of range"),
        ("control_months.csv", "M01,2025,3", 7, "40", "complaints: 40 complaints are counted, and the register has"),
        ("control_months.csv", "M01,2025,8", 5, "99", "litres: Fuel of the month costs"),
        ("control_complaints.csv", "M01,1,", 3, "2024-12-31", "registered: The days are not in order"),
        ("control_ledger.csv", "M01,", 7, "-5", "amount: “-5” is not allowed here"),
    ],
)
def test_a_broken_rule_is_named(package: Path, table: str, start: str, column: int, value: str, words: str) -> None:
    said = change(package, table, lambda text: with_cell(text, start, column, value))
    assert any(one.startswith(table) and words in one for one in said), said


def test_a_missing_month_or_plan_is_named(package: Path) -> None:
    said = change(package, "control_months.csv", lambda text: re.sub(r"(?m)^M01,2024,5,.*\n", "", text))
    assert any("M01 has 11 months in 2024, not 12" in one for one in said)
    said = change(package, "control_plans.csv", lambda text: re.sub(r"(?m)^M02,2024,.*\n", "", text))
    assert any("M02 has no plan for 2024" in one for one in said)


def test_a_complaint_that_is_struck_out_is_missed(package: Path) -> None:
    said = change(package, "control_complaints.csv", lambda text: re.sub(r"(?m)^M03,1,.*\n", "", text))
    assert len(said) == 1
    assert "complaints are counted, and the register has" in said[0]
