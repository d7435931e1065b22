"""The tables on waste services: read as records, and each rule names what breaks it."""

import csv
import io
from collections.abc import Callable
from pathlib import Path

import pytest

from aimak.data import budget, municipalities, published_figures, years
from aimak.data.check import check_package
from aimak.data.waste import waste_causes, waste_neighbour, waste_service, waste_services
from aimak.errors import UserError

Rows = list[dict[str, str]]


def broken(package: Path, edit: Callable[[Rows], None], table: str = "waste_services.csv") -> list[str]:
    path = package / table
    rows = list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8"))))
    names = list(rows[0])
    edit(rows)
    out = io.StringIO()
    writer = csv.DictWriter(out, names, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    path.write_text(out.getvalue(), encoding="utf-8")
    return [str(problem) for problem in check_package(package)]


def test_every_municipality_has_every_year() -> None:
    assert len(waste_services()) == len(municipalities()) * len(years())
    one = waste_service("m07", 2025)
    assert one.is_running
    assert one.cost.total == sum(one.cost.parts.values())
    assert one.collection_rate == one.collected / one.billed


def test_the_awkward_ones_are_there() -> None:
    assert not any(waste_service(code, year).is_running for code in ("M15", "M24", "M34", "M50") for year in years())
    assert [waste_service("M33", year).is_running for year in years()] == [True, True, False]
    assert [waste_service("M12", year).is_running for year in years()] == [False, True, True]
    assert waste_service("M46", 2025).collection_rate == 0
    assert waste_service("M35", 2025).collection_rate is None
    assert waste_neighbour("M31") is None
    assert waste_service("M24", 2025).fee is None


def test_partners_of_the_programme_have_a_service() -> None:
    for place in municipalities():
        if place.joined == "partner":
            assert all(waste_service(place.code, year).is_running for year in years())


def test_the_budget_pays_no_more_than_its_line() -> None:
    for one in waste_services():
        line = budget(one.municipality, one.year, "actual").line("waste")
        assert round(1000 * one.from_budget) <= line


def test_neighbours_name_each_other_and_every_place_has_a_story() -> None:
    for place in municipalities():
        near = waste_neighbour(place.code)
        if near is not None:
            back = waste_neighbour(near.code)
            assert back is not None
            assert (back.code, back.road_km) == (place.code, near.road_km)
    assert {cause.municipality for cause in waste_causes()} == {place.code for place in municipalities()}


def test_published_figures_are_read_with_their_units() -> None:
    fees = {(one.place, one.item): (one.amount, one.measure) for one in published_figures("waste")}
    assert fees["Min-Bulak", "fee"] == (20, "som per person per year")
    assert fees["Bishkek", "fee"] == (22.5, "som per person per month")
    assert all(one.source for one in published_figures("waste"))


def test_an_unknown_year_is_told_with_those_that_are_there() -> None:
    with pytest.raises(UserError, match="M07 for 2019. Take one of: 2023, 2024, 2025"):
        waste_service("M07", 2019)


def first(rows: Rows, service: str = "running") -> dict[str, str]:
    return next(row for row in rows if row["service"] == service)


@pytest.mark.parametrize(
    ("edit", "words"),
    [
        (lambda rows: rows.pop(3), "has no row for 2023"),
        (lambda rows: first(rows, "none").update(trips="4"), "There is no service, but trips is 4"),
        (lambda rows: first(rows).update(fee=""), "The service runs, but fee is empty or zero"),
        (lambda rows: first(rows).update(households_served="99999"), "99999 households are served"),
        (lambda rows: first(rows).update(tonnes="999"), "do not follow from people"),
        (lambda rows: first(rows).update(trips="10"), "10 trips cannot carry"),
        (lambda rows: first(rows).update(wages="131500.0"), "Check the unit: thousand som"),
        (lambda rows: first(rows).update(billed="999.0"), "is not fee × households × 12"),
        (lambda rows: first(rows).update(collected="999.0"), "More was collected than billed"),
        (lambda rows: first(rows).update(from_budget="1.0"), "is not what the fees leave open"),
        (lambda rows: first(rows).update(overhead="400.0", from_budget="575.3"), "but the budget spent"),
        (lambda rows: first(rows).update(service="sometimes"), "“sometimes” is not allowed here"),
        (lambda rows: first(rows).update(municipality="M99"), "M99 is not in municipalities.csv"),
    ],
)
def test_each_broken_rule_is_named(package: Path, edit: Callable[[Rows], None], words: str) -> None:
    assert any(words in one for one in broken(package, edit))


@pytest.mark.parametrize(
    ("table", "edit", "words"),
    [
        ("waste_neighbours.csv", lambda rows: rows[0].update(road_km="40"), "do not name each other"),
        ("waste_neighbours.csv", lambda rows: rows[0].update(neighbour="M01"), "do not name each other"),
        ("waste_neighbours.csv", lambda rows: rows.pop(), "M50 has no row"),
        ("waste_causes.csv", lambda rows: rows[0].update(text="Something else."), "is told in two ways"),
        ("waste_causes.csv", lambda rows: rows[0].update(municipality="M77"), "M77 is not in municipalities.csv"),
    ],
)
def test_each_broken_rule_of_the_other_tables_is_named(
    package: Path, table: str, edit: Callable[[Rows], None], words: str
) -> None:
    assert any(words in one for one in broken(package, edit, table))
