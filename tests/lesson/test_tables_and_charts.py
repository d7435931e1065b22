import re

from aimak.lesson import charts
from aimak.lesson.budget_explore import PRINTED_CHANGES, outcome
from aimak.lesson.subject import subject
from aimak.lesson.tables import budgets_frame, table_html


def test_a_table_has_a_caption_scopes_and_a_name_for_its_scroll_box() -> None:
    html = table_html("Budget <2025>", ["Line", "Plan, thousand som"], [["Roads", 1234.5], ["Waste", None]])
    assert "<caption" in html
    assert "Budget &lt;2025&gt;" in html
    assert html.count('scope="col"') == 2
    assert html.count('scope="row"') == 2
    assert 'aria-label="Budget &lt;2025&gt;"' in html
    assert "1,234.5" in html
    assert "—" in html


def test_a_chart_is_the_same_bytes_each_time_and_keeps_kyrgyz_letters_as_text() -> None:
    def made() -> str:
        return charts.svg(charts.bars("Көчө жарыгы", "thousand som", {"Өзөн": 1.0, "Таң": 2.0}))

    assert made() == made()
    assert "Көчө жарыгы" in made()


def test_every_kind_of_chart_names_its_unit() -> None:
    for figure, unit in (
        (charts.bars("T", "thousand som", {"a": 1.0}, {"a": 2.0}, ("Plan", "Actual")), "thousand som"),
        (charts.stacked_shares("T", {"2019": {"own": 1.0, "other": 3.0}}), "%"),
        (charts.ranges("T", "%", [("Own", [1.0, 2.0, 3.0], 2.5)], "here", "others"), "%"),
    ):
        assert unit in re.findall(r">([^<]+)</text>", charts.svg(figure))


def test_the_exploration_answers_for_each_printed_change() -> None:
    place = subject("M27", "")
    budget = place.budget(2025)
    rows = [outcome(budget, place.population, change) for change in PRINTED_CHANGES]
    assert rows[PRINTED_CHANGES.index(0)][1] == budget.total_revenue / 1000
    assert [row[0] for row in rows] == ["−30\u00a0%", "−15\u00a0%", "0\u00a0%", "+15\u00a0%"]


def test_the_frame_of_one_municipality_has_its_rows_only() -> None:
    frame = budgets_frame("M07")
    assert set(frame["municipality"]) == {"M07"}
    assert list(frame.columns) == [
        "municipality", "year", "stage", "side", "item", "function", "economic_class", "amount",
    ]  # fmt: skip
    assert set(frame.loc[frame["side"] == "spending", "function"]) >= {"701", "709"}


def test_whole_numbers_that_may_be_missing_are_read_as_floats() -> None:
    from aimak.lesson.tables import table_frame

    lists = table_frame("planning_lists")
    assert lists["present"].dtype == "int64"
    assert lists["water"].isna().sum() == (lists["present"] == 0).sum() > 0
