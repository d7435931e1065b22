"""Reading the tables of revenue, and a test for each rule: break one thing, see it named."""

from collections.abc import Callable
from pathlib import Path

import pytest

from aimak.data import causes, municipalities, published_figures
from aimak.data.check import check_package
from aimak.data.revenue import (
    SOURCES,
    debtors,
    economy,
    income_tax_shares,
    missing_years,
    revenue_by_year,
    revenue_series,
    tax_bases,
    tax_shares,
)
from aimak.errors import UserError
from aimak.municipal.budget import RevenueSource
from aimak.municipal.revenue import base_rate_collection, chained


def test_the_series_reach_from_the_history_into_the_budgets() -> None:
    known = revenue_by_year("m27")
    assert sorted(known) == list(range(2018, 2026))
    assert all(set(sources) == set(SOURCES) for sources in known.values())


def test_a_lost_year_is_missing_for_the_municipality_and_for_every_sum_with_it() -> None:
    assert missing_years("M11") == {2021}
    assert revenue_series(["M11"]).missing == {2021}
    assert revenue_series(["M11", "M12"]).missing == {2021}
    assert [place.code for place in municipalities() if missing_years(place.code)] == ["M11", "M46"]


def test_two_municipalities_got_no_levelling_transfer_in_a_year() -> None:
    none = [
        (place.code, year)
        for place in municipalities()
        for year, sources in revenue_by_year(place.code).items()
        if not sources[RevenueSource.LEVELLING_TRANSFER]
    ]
    assert none == [("M08", 2021), ("M48", 2020)]


def test_two_municipalities_are_alone_in_their_kind_of_economy() -> None:
    kinds = [economy(place.code, 2025).economy for place in municipalities()]
    alone = [p.code for p, kind in zip(municipalities(), kinds, strict=True) if kinds.count(kind) == 1]
    assert alone == ["M17", "M50"]


def test_arrears_are_a_chain_and_the_debtors_owe_what_is_left() -> None:
    for place in municipalities():
        for source in tax_bases(place.code, 2025):
            assert chained([tax_bases(place.code, year)[source].arrears for year in (2023, 2024, 2025)])
        owed = tax_bases(place.code, 2025)[RevenueSource.PROPERTY_AND_LAND_TAX].arrears.closing
        assert sum(group.amount for group in debtors(place.code)) == owed


def test_what_is_due_follows_from_base_and_rate() -> None:
    base = tax_bases("M40", 2025)[RevenueSource.PROPERTY_AND_LAND_TAX]
    assert base_rate_collection(base.base, base.rate, 1.0) == pytest.approx(base.arrears.accrued, abs=60)


def test_shares_are_published_at_both_ends_and_say_what_they_are_between() -> None:
    assert [share.year for share in tax_shares() if share.published] == [2014, 2025]
    assert income_tax_shares()[2025] == 1.0
    assert all(share.source for share in tax_shares() if share.published)


def test_published_parts_of_2025_are_those_of_the_source() -> None:
    figures = {
        figure.item: figure.amount for figure in published_figures("revenue") if figure.year.startswith("2025 (")
    }
    assert round(figures["taxes"] + figures["non_tax"] + figures["transfers"], 1) == 42.3
    shares = sum(amount for item, amount in figures.items() if item.endswith("_tax_share")) + figures["patent_share"]
    assert round(shares, 1) == 101.1


def test_what_is_not_there_is_named() -> None:
    with pytest.raises(UserError, match="no revenue base of M01 for 2022.*2023, 2024, 2025"):
        tax_bases("M01", 2022)
    with pytest.raises(UserError, match="no municipality 'M99'"):
        economy("M99", 2025)


def edited(start: str, column: int, to: Callable[[str], str]) -> Callable[[str], str]:
    """Change one cell of the first row that begins with ``start``."""

    def edit(text: str) -> str:
        lines = text.split("\n")
        row = next(i for i, line in enumerate(lines) if line.startswith(start))
        cells = lines[row].split(",")
        cells[column] = to(cells[column])
        lines[row] = ",".join(cells)
        return "\n".join(lines)

    return edit


def more(cell: str) -> str:
    return f"{float(cell) + 5:.1f}"


MINE = next(cause.municipality for cause in causes() if cause.cause == "mine_closed")


@pytest.mark.parametrize(
    ("table", "edit", "words"),
    [
        ("bases", edited("M01,2024,property", 3, more), "base × rate × share gives"),
        ("bases", edited("M01,2024,income_tax", 5, lambda _c: "0.8"), "The share 0.8 is not the share of the year"),
        ("bases", edited("M01,2024,property", 8, more), "but the budget's execution has"),
        ("bases", edited("M01,2024,property", 9, more), "The arrears do not add up"),
        ("bases", edited("M01,2024,property", 6, more), "2024 does not open with the arrears"),
        ("bases", edited("M01,2024,property", 0, lambda _c: "M99"), "M99 is not in municipalities.csv"),
        ("history", edited("M01,2018", 1, lambda _c: "2019"), "same key stands twice"),
        ("history", lambda text: text.replace("M02,2018", "#", 1).replace("#", "M03,2018", 1), "same key"),
        ("economy", edited(f"{MINE},2025", 4, lambda _c: "mine"), "closed in 2024"),
        ("economy", edited(f"{MINE},2023", 5, lambda _c: "0.2"), "more than a third"),
        ("economy", edited("M01,2023", 5, lambda _c: "38"), "largest_share: “38” is not allowed here"),
        ("debtors", edited("M01,forgot", 4, more), "the groups owe"),
        ("shares", edited("income_tax,2024", 2, lambda _c: "90"), "share: “90” is not allowed here"),
    ],
)
def test_each_rule_names_what_breaks_it(package: Path, table: str, edit: Callable[[str], str], words: str) -> None:
    path = package / f"revenue_{table}.csv"
    before = path.read_text(encoding="utf-8")
    after = edit(before)
    assert after != before
    path.write_text(after, encoding="utf-8")
    said = [str(problem) for problem in check_package(package)]
    assert any(f"revenue_{table}.csv" in one and words in one for one in said), said


def test_a_history_without_its_first_year_is_named(package: Path) -> None:
    path = package / "revenue_history.csv"
    lines = path.read_text(encoding="utf-8").split("\n")
    path.write_text("\n".join(line for line in lines if not line.startswith("M02,2018")), encoding="utf-8")
    said = [str(problem) for problem in check_package(package)]
    assert said == ["revenue_history.csv, year: M02 has no revenue for 2018. Add its row."]
