"""The tables of the unit `streets`: typed reading, and each rule of the field by breaking one thing."""

from collections.abc import Callable
from pathlib import Path

import pytest

from aimak.data import municipalities
from aimak.data.check import check_package
from aimak.data.streets import (
    lamp_types,
    road_sections,
    road_surveys,
    roads_at_start,
    street_causes,
    street_lamps,
    street_limits,
    tariff,
)
from aimak.errors import UserError
from aimak.municipal.streets import Work


def change(package: Path, table: str, edit: Callable[[list[list[str]]], None]) -> list[str]:
    """The problems after ``edit`` changed the cells of a table."""
    path = package / table
    rows = [line.split(",") for line in path.read_text(encoding="utf-8").splitlines()]
    edit(rows)
    path.write_text("".join(",".join(row) + "\n" for row in rows), encoding="utf-8")
    return [str(problem) for problem in check_package(package)]


def test_every_municipality_has_roads_limits_and_a_start() -> None:
    for place in municipalities():
        assert 4 <= len(road_sections(place.code)) <= 8
        assert len(roads_at_start(place.code)) == len(road_sections(place.code))
        assert street_limits(place.code).prices.rebuild > 4 * street_limits(place.code).prices.regrade
        assert any(section.serves == "school" for section in road_sections(place.code))


def test_what_is_awkward_on_purpose() -> None:
    assert [p.code for p in municipalities() if not street_lamps(p.code, 2025)] == ["M22", "M34"]
    without = {
        p.code: year
        for p in municipalities()
        for year in (2023, 2024, 2025)
        if not any(one.year == year for one in road_surveys(p.code))
    }
    assert without == {"M15": 2024, "M43": 2025}
    assert street_limits("M09").ceilings[0] == 0 < street_limits("M09").ceilings[1]
    assert street_limits("M32").ceilings == (0, 0, 0)
    assert {cause.cause for cause in street_causes("M32")} >= {"no_money"}


def test_a_road_without_its_last_survey_wore_for_a_year() -> None:
    last = {one.road: one.condition for one in road_surveys("M43") if one.year == 2024}
    assert all(road.condition < last[road.key] for road in roads_at_start("M43"))


def test_the_tariff_is_the_published_one() -> None:
    assert [tariff("tariff_budget").tyiyn(*when) for when in ((2025, 4), (2025, 5), (2026, 5))] == [377, 409, 462]
    assert [tariff("tariff_social").tyiyn(*when) for when in ((2025, 4), (2025, 5), (2026, 5))] == [212, 262, 296]
    assert tariff("tariff_household").tyiyn(2026, 12) == 164
    with pytest.raises(KeyError):
        tariff("tariff_of_nobody")


def test_lamps_are_of_known_kinds() -> None:
    assert sum(one.offered for one in lamp_types().values()) == 2
    lamps = street_lamps("M27", 2025)
    assert {one.place for one in lamps} == {"centre", "school", "far"}
    assert all(one.type in lamp_types() and 0 < one.working <= one.lamps for one in lamps)


def test_an_unknown_year_or_place_is_named() -> None:
    with pytest.raises(UserError, match="no lamps and roads for 2020"):
        street_lamps("M01", 2020)
    with pytest.raises(UserError, match="no municipality"):
        road_sections("M99")


def set_cell(row: int, column: int, value: str) -> Callable[[list[list[str]]], None]:
    def edit(rows: list[list[str]]) -> None:
        rows[row][column] = value

    return edit


@pytest.mark.parametrize(
    ("table", "edit", "words"),
    [
        ("streets_lamps.csv", set_cell(1, 5, "999"), "streets_lamps.csv, row 2, broken: 999 lamps are broken"),
        ("streets_lamps.csv", set_cell(1, 7, "4000"), "4000 hours do not go with this way of switching. Write 4745."),
        ("streets_lamps.csv", set_cell(7, 4, "9000"), "more than was spent on street lighting"),
        ("streets_lamps.csv", set_cell(1, 0, "M99"), "M99 is not in municipalities.csv"),
        ("streets_lamps.csv", set_cell(1, 3, "candle"), "candle is not in streets_lamp_types.csv"),
        ("streets_lamps.csv", set_cell(1, 6, "moon"), "switching: “moon” is not allowed here"),
        ("streets_roads.csv", set_cell(1, 3, "90000"), "90000 households are more than the municipality has"),
        ("streets_conditions.csv", set_cell(2, 3, "99"), "rose from 79 to 99 without any work"),
        ("streets_conditions.csv", set_cell(2, 5, "10.0"), "10.0 is not what this work costs on this length. Write 0"),
        ("streets_conditions.csv", set_cell(1, 3, "101"), "condition: “101” is not allowed here"),
        ("streets_limits.csv", set_cell(1, 1, "-3"), "regrade_km: “-3” is not allowed here"),
        ("streets_limits.csv", lambda rows: rows.pop(1) and None, "M01 has no row"),
    ],
)  # fmt: skip
def test_a_broken_rule_is_named(package: Path, table: str, edit: Callable[[list[list[str]]], None], words: str) -> None:
    assert any(words in one for one in change(package, table, edit))


def test_a_municipality_without_enough_roads_is_named(package: Path) -> None:
    def drop(rows: list[list[str]]) -> None:
        rows[:] = [row for row in rows if row[0] != "M07" or row[1] in {"school_road", "far_road"}]

    said = change(package, "streets_roads.csv", drop)
    assert any("M07 has 2 sections of road. There must be four to eight." in one for one in said)
    assert any("is not in streets_roads.csv" in one for one in said)


def test_works_that_the_money_for_roads_could_not_pay_are_named(package: Path) -> None:
    code, road, metres = next(
        (place.code, section.road, section.metres)
        for place in municipalities()
        for section in road_sections(place.code)
        for one in road_surveys(place.code)
        if one.road == section.road and one.work is not Work.NONE
    )

    def longer(rows: list[list[str]]) -> None:
        for row in rows:
            if row[:2] == [code, road]:
                row[2] = str(min(50_000, 40 * metres))

    def dearer(rows: list[list[str]]) -> None:
        for row in rows:
            if row[:2] == [code, road]:
                row[5] = f"{float(row[5]) * 40:.1f}"

    change(package, "streets_roads.csv", longer)
    assert any("works cost" in one and code in one for one in change(package, "streets_conditions.csv", dearer))
