"""Services, surveys, prices, ways and first years: typed reading, and each rule that a broken table meets."""

import csv
import io
from collections.abc import Callable
from pathlib import Path

import pytest

from aimak.data import municipalities, municipality, published_figures
from aimak.data.check import check_package
from aimak.data.newservice import club_prices, delivery_ways, first_year, services, survey_groups, survey_note
from aimak.errors import UserError
from aimak.municipal.newservice import CashPlan, Way, first_short_month, together

Rows = list[dict[str, str]]


def problems(package: Path, table: str, edit: Callable[[Rows], object]) -> list[str]:
    path = package / f"newservice_{table}.csv"
    rows = list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8"))))
    header = list(rows[0])
    edit(rows)
    out = io.StringIO()
    writer = csv.DictWriter(out, header, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    path.write_text(out.getvalue(), encoding="utf-8")
    return [str(one) for one in check_package(package)]


def put(rows: Rows, which: Callable[[dict[str, str]], bool], **cells: str) -> None:
    next(row for row in rows if which(row)).update(cells)


def test_services_add_up_to_the_programme() -> None:
    launched = [one for one in services() if one.launched]
    assert (len(services()), len(launched)) == (16, 6)
    assert {municipality(one.municipality).joined for one in services()} == {"partner"}
    assert {one.service for one in launched} == {"veterinary_service", "youth_clubs", "waste_removal"}
    assert not [one for one in services() if one.service != "youth_clubs" and one.way is Way.SOCIAL_ORDER]


def test_every_municipality_has_groups_prices_and_ways() -> None:
    for place in municipalities():
        groups = survey_groups(place.code)
        assert len(groups) == (4 if place.villages == 1 else 8)
        assert sum(group.children for group in groups) < place.youth
        assert {way.way for way in delivery_ways(place.code)} == set(Way)
        assert club_prices(place.code).accepted_fee > club_prices(place.code).child_month
        assert survey_note(place.code).year == 2025


def test_the_bad_surveys_are_there_on_purpose() -> None:
    answers = {code: together([group.survey for group in survey_groups(code)]) for code in ("M12", "M35", "M22", "M34")}
    assert [survey.asked for survey in answers.values()] == [0, 0, 12, 12]
    assert not [group for group in survey_groups("M06") if group.sex == "girls" and group.survey.asked]


def test_a_launched_service_has_its_first_year_and_one_is_short_of_money() -> None:
    short = {}
    for one in services():
        months = first_year(one.municipality)
        assert len(months) == (12 if one.launched else 0)
        if months:
            columns = (tuple(getattr(month, name) for month in months) for name in ("fees", "other", "payments"))
            short[one.municipality] = first_short_month(CashPlan(0, *columns))
    assert [code for code, month in short.items() if month] == ["M04"]


def test_the_published_figures_name_their_sources() -> None:
    figures = {figure.item: figure for figure in published_figures("newservice")}
    assert (figures["children_in_clubs"].amount, figures["municipalities_with_clubs"].amount) == (3200, 24)
    assert (figures["services_organised"].amount, figures["services_launched"].amount) == (16, 6)
    assert {figure.source for figure in figures.values()} == {"usaid.gov", "dpi.kg"}


def test_an_unknown_municipality_is_refused() -> None:
    for read in (survey_groups, survey_note, club_prices, delivery_ways, first_year):
        with pytest.raises(UserError, match="no municipality 'M99'"):
            read("M99")


def test_a_service_too_many_is_named(package: Path) -> None:
    said = problems(package, "services", lambda rows: rows.pop())
    assert any("15 services are organised" in one and "The programme has 16 and 6." in one for one in said)


def test_a_launch_too_many_is_named(package: Path) -> None:
    said = problems(
        package, "services", lambda rows: put(rows, lambda r: not r["launched"], launched="2025", users="9")
    )
    assert any("16 services are organised and 7 launched" in one for one in said)
    assert any("newservice_first_year.csv" in one and "twelve months" in one for one in said)


def test_a_municipality_that_was_no_partner_cannot_have_organised(package: Path) -> None:
    joining = next(place.code for place in municipalities() if place.joined == "joining")
    said = problems(package, "services", lambda rows: put(rows, lambda r: not r["launched"], municipality=joining))
    assert any(f"{joining} is no partner" in one for one in said)


@pytest.mark.parametrize(
    ("table", "which", "cells", "words"),
    [
        ("services", "launched", {"launched": "2023", "organised": "2024"}, "Nothing is launched before"),
        ("services", "launched", {"users": "0"}, "A service has users from its launch on"),
        ("services", "launched", {"service": "roads"}, "service: “roads” is not allowed here"),
        ("surveys", "yes", {"yes": "99"}, "yes (99) is more than asked"),
        ("surveys", "asked", {"asked": "999"}, "asked (999) is more than children"),
        ("surveys", "asked", {"children": "9999"}, "children are more than its"),
        ("surveys", "asked", {"municipality": "M99"}, "M99 is not in municipalities.csv"),
        ("surveys", "asked", {"asked": "12,5"}, "asked: “12,5” has a comma"),
        ("survey_notes", "how", {"how": "none"}, "does not look as if it was made so: none"),
        ("costs", "amount", {"item": "coach"}, "item: “coach” is not allowed here"),
        ("ways", "way", {"bearer": "nobody"}, "bearer: “nobody” is not allowed here"),
        ("first_year", "users", {"users": "9999"}, "9999 users are more than"),
        ("first_year", "month", {"municipality": "M05"}, "M05 launched no service"),
    ],
)
def test_a_wrong_cell_is_named(package: Path, table: str, which: str, cells: dict[str, str], words: str) -> None:
    said = problems(package, table, lambda rows: put(rows, lambda row: row[which] not in ("", "0"), **cells))
    assert any(words in one for one in said), said


def test_a_far_group_of_a_single_village_is_named(package: Path) -> None:
    def edit(rows: Rows) -> None:
        put(rows, lambda row: row["municipality"] == "M20", village="far")

    assert any("M20 is a single village" in one for one in problems(package, "surveys", edit))


def test_each_way_of_asking_must_fit_its_survey(package: Path) -> None:
    def edit(rows: Rows) -> None:
        for row in rows:
            if row["municipality"] in {"M06", "M22"}:
                row["asked"], row["yes"] = "1", "1"

    said = problems(package, "surveys", edit)
    assert any("The survey of M06 does not look as if it was made so: field" in one for one in said)
    assert any("The survey of M22 does not look as if it was made so: chat" in one for one in said)


@pytest.mark.parametrize(
    ("table", "words"),
    [
        ("survey_notes", "M01: nothing says how the survey was made"),
        ("costs", "M01 has no row for: coach_group_month"),
        ("ways", "M01 has no row for: own_staff"),
        ("first_year", "the twelve months do not follow"),
    ],
)
def test_a_missing_row_is_named(package: Path, table: str, words: str) -> None:
    assert any(words in one for one in problems(package, table, lambda rows: rows.pop(0)))


def test_a_service_that_was_launched_nowhere_is_named(package: Path) -> None:
    def edit(rows: Rows) -> None:
        for row in rows:
            if row["service"] == "youth_clubs":
                row["service"] = "waste_removal"

    assert any("One of the three services was launched nowhere" in one for one in problems(package, "services", edit))
