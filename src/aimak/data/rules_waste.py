"""Rules of the field for the tables of the unit `waste`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from aimak.data.problems import Problem
from aimak.data.tables import Row, Tables
from aimak.i18n import numbers
from aimak.i18n import translate as _
from aimak.municipal.money import som
from aimak.municipal.waste import PARTS, tonnes_a_year

SERVICES, NEIGHBOURS, CAUSES = "waste_services.csv", "waste_neighbours.csv", "waste_causes.csv"
#: Som a served household and month that a full cost may be: outside, the unit is in doubt.
PER_HOUSEHOLD = (5.0, 1000.0)
#: Tonnes of a cubic metre that no truck of a village reaches.
HEAVIEST = 0.5
#: Thousand som that a printed sum may differ by, because its parts are rounded.
ROUNDED = 0.051


def problems(tables: Tables) -> list[Problem]:
    """Every broken rule in the unit's tables, which a package that its schema accepts has."""
    rows = tables[SERVICES]
    places = {row["code"]: row for row in tables["municipalities.csv"]}
    lines = {
        (row["municipality"], row["year"]): som(row["amount"])
        for row in tables["budgets.csv"]
        if row["stage"] == "actual" and row["item"] == "waste"
    }
    found = list(_missing_years(rows, places))
    for number, row in enumerate(rows, start=2):
        found += _none_problems(number, row) if row["service"] == "none" else _running_problems(number, row, places)
        found += _budget_problems(number, row, lines)
    return [*found, *_neighbour_problems(tables[NEIGHBOURS], places), *_cause_problems(tables[CAUSES])]


def _missing_years(rows: list[Row], places: dict[str, Row]) -> Iterator[Problem]:
    years = sorted({row["year"] for row in rows})
    have = {(row["municipality"], row["year"]) for row in rows}
    for code in places:
        for year in years:
            if (code, year) not in have:
                what = _("{code} has no row for {year}.").format(code=code, year=year)
                yield Problem(SERVICES, 0, "year", what, _("Add it; without a service write none and zeros."))


def _none_problems(number: int, row: Row) -> Iterator[Problem]:
    for name in ("households_served", "tonnes", "trips", "billed", "collected", *PARTS, "from_budget"):
        if float(row[name]):
            what = _("There is no service, but {name} is {amount}.").format(name=name, amount=row[name])
            yield Problem(SERVICES, number, name, what, _("Write 0, or running in the field service."))


def _running_problems(number: int, row: Row, places: dict[str, Row]) -> Iterator[Problem]:
    empty = [name for name in ("kg_a_day", "truck_m3", "truck_age", "fee") if not row[name]]
    empty += [name for name in ("households_served", "tonnes", "trips") if not int(row[name])]
    if empty:
        what = _("The service runs, but {name} is empty or zero.").format(name=empty[0])
        yield Problem(SERVICES, number, empty[0], what, _("Fill it in, or write none in the field service."))
        return
    served, place = int(row["households_served"]), places[row["municipality"]]
    if served > int(place["households"]):
        what = _("{count} households are served, but there are {households}.").format(
            count=served, households=place["households"]
        )
        yield Problem(SERVICES, number, "households_served", what, _("Correct the count."))
        return
    carried = tonnes_a_year(int(place["population"]), float(row["kg_a_day"]), served / int(place["households"]))
    if abs(int(row["tonnes"]) - carried) > 1:
        what = _("{tonnes} tonnes do not follow from people, kilograms and share served.").format(tonnes=row["tonnes"])
        yield Problem(SERVICES, number, "tonnes", what, _("Write {value}.").format(value=round(carried)))
    if int(row["tonnes"]) > int(row["trips"]) * float(row["truck_m3"]) * HEAVIEST:
        what = _("{trips} trips cannot carry {tonnes} tonnes.").format(trips=row["trips"], tonnes=row["tonnes"])
        yield Problem(SERVICES, number, "trips", what, _("Check trips and cubic metres."))
    yield from _money_problems(number, row, served)


def _money_problems(number: int, row: Row, served: int) -> Iterator[Problem]:
    each = sum(som(row[part]) for part in PARTS) / served / 12
    if not PER_HOUSEHOLD[0] <= each <= PER_HOUSEHOLD[1]:
        what = _("A full cost of {amount} som for each household and month is out of range.").format(
            amount=numbers.number(each, 1)
        )
        yield Problem(SERVICES, number, "wages", what, _("Check the unit: thousand som."))
        return
    billed = int(row["fee"]) * served * 12 / 1000
    if abs(float(row["billed"]) - billed) > ROUNDED:
        what = _("{amount} is not fee × households × 12.").format(amount=row["billed"])
        yield Problem(SERVICES, number, "billed", what, _("Write {value}.").format(value=f"{billed:.1f}"))
    if float(row["collected"]) > float(row["billed"]):
        what = _("More was collected than billed: {amount}.").format(amount=row["collected"])
        yield Problem(SERVICES, number, "collected", what, _("Correct one of the two."))


def _budget_problems(number: int, row: Row, lines: dict[tuple[str, str], int]) -> Iterator[Problem]:
    cash = sum(som(row[part]) for part in PARTS if part != "depreciation")
    needed = max(0, cash - som(row["collected"])) / 1000
    if abs(float(row["from_budget"]) - needed) > ROUNDED:
        what = _("{amount} is not what the fees leave open.").format(amount=row["from_budget"])
        yield Problem(SERVICES, number, "from_budget", what, _("Write {value}.").format(value=f"{needed:.1f}"))
    line = lines.get((row["municipality"], row["year"]), 0)
    if som(row["from_budget"]) > line:
        what = _("The service takes {amount} thousand som, but the budget spent {line} on waste.").format(
            amount=row["from_budget"], line=numbers.thousands(line)
        )
        yield Problem(SERVICES, number, "from_budget", what, _("See {file}.").format(file="budgets.csv"))


def _neighbour_problems(rows: list[Row], places: dict[str, Row]) -> Iterator[Problem]:
    pairs = {row["municipality"]: (row["neighbour"], row["road_km"]) for row in rows}
    for code in places:
        if code not in pairs:
            what = _("{code} has no row.").format(code=code)
            yield Problem(NEIGHBOURS, 0, "municipality", what, _("Add it; the neighbour may stay empty."))
    for number, row in enumerate(rows, start=2):
        if not row["neighbour"]:
            continue
        if pairs.get(row["neighbour"]) != (row["municipality"], row["road_km"]) or (
            row["neighbour"] == row["municipality"]
        ):
            what = _("{code} and {other} do not name each other with the same distance.").format(
                code=row["municipality"], other=row["neighbour"]
            )
            yield Problem(NEIGHBOURS, number, "neighbour", what, _("Correct one of the two rows."))


def _cause_problems(rows: list[Row]) -> Iterator[Problem]:
    texts = Counter(row["cause"] for row in {(row["cause"], row["text"]): row for row in rows}.values())
    for number, row in enumerate(rows, start=2):
        if texts[row["cause"]] > 1:
            what = _("The cause {cause} is told in two ways.").format(cause=row["cause"])
            yield Problem(CAUSES, number, "text", what, _("Use one text for one cause."))
