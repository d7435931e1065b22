"""The water tables: read with types, and each rule names what breaks it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from aimak.data import municipalities, package_path, published_figures, years
from aimak.data.check import check_package
from aimak.data.water import water_events, water_system, water_systems, water_year, water_years


def edited(package: Path, table: str, row: str, column: str, change: Callable[[str], str]) -> list[str]:
    """What the check says once a cell is changed: of the first row that begins with ``row``."""
    path = package / table
    lines = path.read_text(encoding="utf-8").split("\n")
    at = next(i for i, line in enumerate(lines) if line.startswith(row))
    place, cells = lines[0].split(",").index(column), lines[at].split(",")
    cells[place] = change(cells[place])
    lines[at] = ",".join(cells)
    path.write_text("\n".join(lines), encoding="utf-8")
    return [str(problem) for problem in check_package(package)]


def test_every_municipality_has_a_system_or_says_that_it_has_none() -> None:
    assert [system.municipality for system in water_systems()] == [place.code for place in municipalities()]
    for system in water_systems():
        found = water_years(system.municipality)
        assert tuple(one.year for one in found) == (years() if system.has_figures else ())


def test_amounts_are_whole_som_and_the_reserve_follows_from_what_the_system_is_worth() -> None:
    one, system = water_year("M07", 2025), water_system("M07")
    assert one is not None
    assert one.cost.reserve == round(system.asset_value / system.asset_life)
    assert isinstance(one.cost.total, int)
    assert one.balance is not None
    assert one.balance.billed == one.billed
    assert one.collected <= one.billed_money
    assert water_year("M07", 1999) is None


def test_awkward_systems_are_there_on_purpose() -> None:
    assert [s.municipality for s in water_systems() if s.operator == "none"] == ["M09", "M37"]
    assert [s.municipality for s in water_systems() if s.operator == "neighbour"] == ["M22"]
    unmeasured = {
        one.municipality for s in water_systems() for one in water_years(s.municipality) if one.balance is None
    }
    assert unmeasured == {"M24", "M36"}
    unpaid = {(o.municipality, o.year) for s in water_systems() for o in water_years(s.municipality) if not o.collected}
    assert unpaid == {("M13", 2025), ("M44", 2024), ("M44", 2025)}
    assert {event.municipality for event in water_events()} == {place.code for place in municipalities()}


def test_tables_are_small_and_published_figures_name_their_source() -> None:
    for name in ("water_systems", "water_years", "water_events"):
        assert (package_path() / f"{name}.csv").stat().st_size < 60_000
    assert len(published_figures("water")) > 10
    assert all(one.source and one.measure for one in published_figures("water"))


@pytest.mark.parametrize(
    ("table", "row", "column", "change", "words"),
    [
        ("water_years.csv", "M01,2024", "produced", lambda _c: "1000", "but only 1000 m³ produced"),
        ("water_years.csv", "M01,2024", "households_metered", lambda _c: "900", "households are served, but only 961"),
        ("water_years.csv", "M01,2024", "litres_street", lambda _c: "145", "do not follow from households and norms"),
        ("water_years.csv", "M01,2024", "tariff", lambda c: str(100 * float(c)), "is no tariff in som for one m³"),
        ("water_years.csv", "M01,2024", "collected", lambda c: str(10 * float(c)), "more than all bills of"),
        ("water_years.csv", "M01,2024", "contributions", lambda c: str(float(c) + 5), "not 17 % of the wages"),
        ("water_years.csv", "M01,2024", "set_aside", lambda _c: "99999.0", "More is set aside than was collected"),
        ("water_years.csv", "M01,2024", "municipality", lambda _c: "M99", "is not in "),
        ("water_systems.csv", "M01,", "operator", lambda _c: "none", "has no operator of its own, but figures"),
        ("water_systems.csv", "M09,", "operator", lambda _c: "cdwuu", "M09 has figures for: —"),
        ("water_systems.csv", "M09,", "municipality", lambda _c: "M01", "The same key stands twice"),
        ("water_systems.csv", "M01,", "source", lambda _c: "river", "“river” is not allowed here"),
        ("water_events.csv", "M01,", "year", lambda _c: "1999", "“1999” is not allowed here"),
    ],
)
def test_each_broken_rule_is_named(
    package: Path, table: str, row: str, column: str, change: Callable[[str], str], words: str
) -> None:
    said = edited(package, table, row, column, change)
    assert any(one.startswith(table) and words in one for one in said), said


def test_a_municipality_without_a_row_is_named(package: Path) -> None:
    path = package / "water_systems.csv"
    lines = path.read_text(encoding="utf-8").split("\n")
    path.write_text("\n".join(line for line in lines if not line.startswith("M09,")), encoding="utf-8")
    assert any("M09 has no row" in str(problem) for problem in check_package(package))
