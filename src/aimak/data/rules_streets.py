"""Rules of the field for the tables of the unit `streets`."""

from __future__ import annotations

from collections.abc import Iterator

from aimak.data.problems import Problem
from aimak.data.streets import LATITUDES, SURVEYS, tariff
from aimak.data.tables import Row, Tables
from aimak.i18n import numbers
from aimak.i18n import translate as _
from aimak.municipal.money import som
from aimak.municipal.streets import Prices, Switching, Work, energy_cost, lighting_hours, month_hours, work_cost

LAMPS, ROADS = "streets_lamps.csv", "streets_roads.csv"
CONDITIONS, LIMITS = "streets_conditions.csv", "streets_limits.csv"


def problems(tables: Tables) -> list[Problem]:
    """Every broken rule in the unit's tables, which a package that its schema accepts has."""
    return [
        *_lamp_problems(tables),
        *_electricity_problems(tables),
        *_section_problems(tables),
        *_work_problems(tables),
        *_money_problems(tables),
    ]


def _lamp_problems(tables: Tables) -> Iterator[Problem]:
    """No more lamps are broken than hang; hours follow from how the lamps are switched."""
    latitudes = {row["code"]: LATITUDES[row["oblast"]] for row in tables["municipalities.csv"]}
    for number, row in enumerate(tables[LAMPS], start=2):
        if int(row["broken"]) > int(row["lamps"]):
            what = _("{broken} lamps are broken, but only {lamps} hang.").format(
                broken=row["broken"], lamps=row["lamps"]
            )
            yield Problem(LAMPS, number, "broken", what, _("Correct one of the two."))
        hours = lighting_hours(Switching(row["switching"]), latitudes[row["municipality"]]).burning
        if int(row["hours"]) != hours:
            what = _("{hours} hours do not go with this way of switching.").format(hours=row["hours"])
            yield Problem(LAMPS, number, "hours", what, _("Write {value}.").format(value=hours))


def _line(tables: Tables, line: str) -> dict[tuple[str, str], int]:
    """Whole som that were spent on a line: by municipality and year."""
    return {
        (row["municipality"], row["year"]): som(row["amount"])
        for row in tables["budgets.csv"]
        if row["stage"] == "actual" and row["item"] == line
    }


def _electricity_problems(tables: Tables) -> Iterator[Problem]:
    """Electricity of the last year stays within what was spent on street lighting."""
    latitudes = {row["code"]: LATITUDES[row["oblast"]] for row in tables["municipalities.csv"]}
    watts = {row["type"]: int(row["watts"]) for row in tables["streets_lamp_types.csv"]}
    last, bills, rows = str(SURVEYS[-1]), dict[str, int](), dict[str, int]()
    for number, row in enumerate(tables[LAMPS], start=2):
        if row["year"] == last:
            lamps = max(0, int(row["lamps"]) - int(row["broken"]))
            hours = month_hours(Switching(row["switching"]), latitudes[row["municipality"]])
            kwh = [lamps * watts[row["type"]] * month / 1000 for month in hours]
            cost = energy_cost(kwh, tariff("tariff_budget"), SURVEYS[-1])
            bills[row["municipality"]] = bills.get(row["municipality"], 0) + cost
            rows[row["municipality"]] = number
    spent = _line(tables, "street_lighting")
    for code, bill in bills.items():
        if bill > spent.get((code, last), 0):
            what = _("Electricity costs {bill} thousand som, more than was spent on street lighting ({spent}).").format(
                bill=numbers.thousands(bill), spent=numbers.thousands(spent.get((code, last), 0))
            )
            yield Problem(LAMPS, rows[code], "lamps", what, _("Count the lamps again."))


def _section_problems(tables: Tables) -> Iterator[Problem]:
    """Each municipality has four to eight sections, its limits, and no more households on a road than there are."""
    households = {row["code"]: int(row["households"]) for row in tables["municipalities.csv"]}
    limited = {row["municipality"] for row in tables[LIMITS]}
    count = dict.fromkeys(households, 0)
    for number, row in enumerate(tables[ROADS], start=2):
        count[row["municipality"]] += 1
        if int(row["households"]) > households[row["municipality"]]:
            what = _("{count} households are more than the municipality has.").format(count=row["households"])
            yield Problem(ROADS, number, "households", what, _("Correct the row."))
    for code, sections in count.items():
        if not 4 <= sections <= 8:
            what = _("{code} has {count} sections of road.").format(code=code, count=sections)
            yield Problem(ROADS, 0, "road", what, _("There must be four to eight."))
        if code not in limited:
            what = _("{code} has no row.").format(code=code)
            yield Problem(LIMITS, 0, "municipality", what, _("Add its rows."))


def _work_problems(tables: Tables) -> Iterator[Problem]:
    """A road gets better only by work, and work costs what its length and the price of a kilometre make."""
    metres = {(row["municipality"], row["road"]): int(row["metres"]) for row in tables[ROADS]}
    prices = {row["municipality"]: Prices(som(row["regrade_km"]), som(row["rebuild_km"])) for row in tables[LIMITS]}
    before: dict[tuple[str, str], Row] = {}
    for number, row in enumerate(tables[CONDITIONS], start=2):
        key, work = (row["municipality"], row["road"]), Work(row["work"])
        if key not in metres:
            what = _("The section {road} is not in {file}.").format(road=row["road"], file=ROADS)
            yield Problem(CONDITIONS, number, "road", what, _("Correct the name."))
            continue
        past = before.get(key)
        if past and work is Work.NONE and int(row["condition"]) > int(past["condition"]):
            what = _("The condition rose from {before} to {now} without any work.").format(
                before=past["condition"], now=row["condition"]
            )
            yield Problem(CONDITIONS, number, "condition", what, _("Correct the condition, or name the work."))
        before[key] = row
        if row["municipality"] in prices:
            cost = work_cost(metres[key], work, prices[row["municipality"]])
            if som(row["cost"]) != cost:
                what = _("{cost} is not what this work costs on this length.").format(cost=row["cost"])
                mend = _("Write {value}.").format(value=f"{cost / 1000:.1f}")  # as the file writes it
                yield Problem(CONDITIONS, number, "cost", what, mend)


def _money_problems(tables: Tables) -> Iterator[Problem]:
    """Works of a year stay within what was spent on roads."""
    spent, works = _line(tables, "roads"), dict[tuple[str, str], int]()
    for row in tables[CONDITIONS]:
        key = (row["municipality"], row["year"])
        works[key] = works.get(key, 0) + som(row["cost"])
    for (code, year), cost in works.items():
        if cost > spent.get((code, year), 0):
            what = _("{code} {year}: works cost {cost} thousand som, more than was spent on roads.").format(
                code=code, year=year, cost=numbers.thousands(cost)
            )
            yield Problem(CONDITIONS, 0, "cost", what, _("Correct the rows."))
