"""The planning tables are read as records, and each rule names what is broken."""

from collections.abc import Callable
from pathlib import Path

import pytest

from aimak.data import municipalities, municipality
from aimak.data.check import check_package
from aimak.data.planning import (
    assessment,
    assessment_years,
    group_labels,
    measure_kinds,
    measure_labels,
    need_keys,
    need_labels,
    plan,
    proposed,
    valued,
)
from aimak.errors import UserError


def broken(package: Path, table: str, start: str, edit: Callable[[list[str]], list[str]]) -> list[str]:
    """What is said when the first row that begins with ``start`` is edited."""
    path = package / table
    lines = path.read_text(encoding="utf-8").split("\n")
    row = next(i for i, line in enumerate(lines) if line.startswith(start))
    lines[row] = ",".join(edit(lines[row].split(",")))
    path.write_text("\n".join(lines), encoding="utf-8")
    return [str(problem) for problem in check_package(package)]


def with_cell(at: int, value: str) -> Callable[[list[str]], list[str]]:
    return lambda cells: [*cells[:at], value, *cells[at + 1 :]]


def test_lists_are_read_in_their_order() -> None:
    groups = assessment("M01", 2025)
    assert len(groups) == 7
    assert all(sorted(group.ranking) == sorted(need_keys()) for group in groups)
    assert {group.key for group in groups} == set(group_labels())
    assert len(assessment("M20", 2025)) == 6
    assert assessment("M36", 2025) == ()
    assert assessment_years("M36") == ()
    assert assessment_years("M11") == (2024, 2025)
    with pytest.raises(UserError):
        assessment("M99", 2025)


def test_measures_and_plans_are_read_in_som() -> None:
    first = proposed("M01")[0]
    assert first.cost % 1000 == 0
    assert first.last_month == first.first_month + first.months - 1
    assert {one.need for one in proposed("M01")} == set(need_labels())
    assert set(measure_labels()) == set(measure_kinds())
    assert plan("M01").ceiling == 550_000
    worths = {one.key: one.value for one in valued(proposed("M01"), assessment("M01", 2025))}
    assert all(0 <= value <= municipality("M01").population for value in worths.values())
    with pytest.raises(ValueError, match="no group made a list"):
        valued(proposed("M36"), ())


def test_every_municipality_has_measures_and_a_ceiling() -> None:
    for place in municipalities():
        measures = proposed(place.code)
        assert len(measures) == 8
        assert sum(one.mandatory for one in measures) == 1
        assert plan(place.code).ceiling < sum(one.cost for one in measures)


@pytest.mark.parametrize(
    ("table", "start", "edit", "words"),
    [
        ("planning_lists.csv", "M01,2025,women_adult", with_cell(6, "6"), "Each place from 1 to 6 must stand once."),
        ("planning_lists.csv", "M01,2025,women_adult", with_cell(3, "0"), "Nobody was present, and yet"),
        ("planning_lists.csv", "M01,2025,women_adult", with_cell(3, "9999"), "9999 people came, more than the"),
        ("planning_lists.csv", "M01,2025,women_adult", with_cell(4, "9000"), "groups stand for"),
        ("planning_lists.csv", "M01,2025,women_adult", with_cell(4, "700"), "other people than the year before"),
        ("planning_lists.csv", "M01,2025,women_youth", with_cell(4, "1400"), "youth is 1,059"),
        ("planning_lists.csv", "M20,2025,men_adult", with_cell(2, "far_village"), "M20 2025: the groups are not those"),
        ("planning_lists.csv", "M01,2025,men_adult", with_cell(2, "men"), "men is not in planning_groups.csv"),
        ("planning_lists.csv", "M01,2025,men_adult", with_cell(0, "M99"), "M99 is not in municipalities.csv"),
        ("planning_measures.csv", "M01,", with_cell(5, "12"), "ends after December"),
        ("planning_measures.csv", "M01,", with_cell(3, "5000"), "It reaches 5,000 people, more than live there"),
        ("planning_measures.csv", "M01,street_taps", with_cell(1, "vet_post"), "The same key stands twice"),
        ("planning_plans.csv", "M01,", with_cell(1, "550000"), "more than a tenth of its planned spending"),
        ("planning_plans.csv", "M01,", with_cell(1, "20"), "signed measures cost more than the ceiling"),
    ],
)
def test_a_broken_rule_is_named(
    package: Path, table: str, start: str, edit: Callable[[list[str]], list[str]], words: str
) -> None:
    said = broken(package, table, start, edit)
    assert any(words in one for one in said), said


def test_a_missing_plan_and_a_need_without_a_measure_are_named(package: Path) -> None:
    path = package / "planning_plans.csv"
    path.write_text("\n".join(line for line in path.read_text().split("\n") if not line.startswith("M02,")))
    path = package / "planning_measures.csv"
    kept = [line for line in path.read_text().split("\n") if not line.startswith(("M03,vet_post", "M03,vet_visits"))]
    path.write_text("\n".join(kept))
    said = [str(problem) for problem in check_package(package)]
    assert any("M02 has no row" in one for one in said)
    assert any("M03 has no measure for: veterinary" in one for one in said)
    assert len(said) == 2


def test_a_ceiling_that_leaves_nothing_to_decide_is_named(package: Path) -> None:
    path = package / "planning_measures.csv"
    lines = [line.split(",") for line in path.read_text().split("\n")]
    cheap = [",".join([*c[:2], "10", *c[3:]]) if c[0] == "M01" else ",".join(c) for c in lines]
    path.write_text("\n".join(cheap))
    assert any("M01: all measures fit" in str(one) for one in check_package(package))
