"""Rules of the field for the tables of the unit `control`."""

from __future__ import annotations

from collections import Counter

from aimak.data.problems import Problem
from aimak.data.tables import Row, Tables
from aimak.i18n import numbers
from aimak.i18n import translate as _
from aimak.municipal.money import som

#: Litres for one trip that a truck may take in a month, on average; outside, the unit is in doubt.
LITRES = (8, 90)
#: The line of the budget that pays for each service.
PAID_BY = {"waste": "waste", "water": "water"}
#: What stands in a month that was written down.
MEASURED = ("trips", "litres", "price", "missed", "complaints")


def problems(tables: Tables) -> list[Problem]:
    """Every broken rule in the unit's tables, which a package that its schema accepts has."""
    plans, months = tables["control_plans.csv"], tables["control_months.csv"]
    known = {row["code"] for row in tables["municipalities.csv"]}
    found = [
        *_code_problems(tables, known),
        *_complete_problems(plans, months, known),
    ]
    # A wrong code or a month that is not there breaks sums too: naming them all would hide the cause.
    return found or [
        *_month_problems(plans, months),
        *_budget_problems(plans, tables["budgets.csv"]),
        *_register_problems(tables["control_complaints.csv"], months),
        *_ledger_problems(tables["control_ledger.csv"], months),
    ]


def _code_problems(tables: Tables, known: set[str]) -> list[Problem]:
    found = []
    for file in sorted(name for name in tables if name.startswith("control_")):
        for number, row in enumerate(tables[file], start=2):
            if row["municipality"] not in known:
                what = _("{code} is not in {file}.").format(code=row["municipality"], file="municipalities.csv")
                found.append(Problem(file, number, "municipality", what, _("Correct the code.")))
    return found


def _complete_problems(plans: list[Row], months: list[Row], known: set[str]) -> list[Problem]:
    """Each municipality has a plan for each year, and twelve months; a month is written in full or left empty."""
    found = []
    years = sorted({row["year"] for row in plans})
    planned = {(row["municipality"], row["year"]) for row in plans}
    counted = Counter((row["municipality"], row["year"]) for row in months)
    for code in sorted(known):
        for year in years:
            if (code, year) not in planned:
                what = _("{code} has no plan for {year}.").format(code=code, year=year)
                found.append(Problem("control_plans.csv", 0, "year", what, _("Add its rows.")))
            if counted[code, year] != 12:
                what = _("{code} has {count} months in {year}, not 12.").format(
                    code=code, count=counted[code, year], year=year
                )
                found.append(Problem("control_months.csv", 0, "month", what, _("Add or delete rows.")))
    for number, row in enumerate(months, start=2):
        empty = [name for name in MEASURED if not row[name]]
        if empty and len(empty) != len(MEASURED):
            what = _("The month is written down in part only.")
            mend = _("Fill in every field, or leave all of them empty.")
            found.append(Problem("control_months.csv", number, empty[0], what, mend))
    return found


def _month_problems(plans: list[Row], months: list[Row]) -> list[Problem]:
    file, found = "control_months.csv", []
    stops = {(row["municipality"], row["year"]): int(row["stops"]) for row in plans}
    for number, row in enumerate(months, start=2):
        if not row["trips"]:
            continue
        planned = stops[row["municipality"], row["year"]]
        if int(row["missed"]) > planned:
            what = _("{missed} stops were missed, and {planned} were planned.").format(
                missed=row["missed"], planned=planned
            )
            found.append(Problem(file, number, "missed", what, _("Correct one of the two.")))
        each = int(row["litres"]) / max(1, int(row["trips"]))
        if not LITRES[0] <= each <= LITRES[1]:
            what = _("{litres} litres for a trip are out of range.").format(litres=numbers.number(each, 1))
            found.append(Problem(file, number, "litres", what, _("Check the unit: litres a month.")))
    return found


def _budget_problems(plans: list[Row], budgets: list[Row]) -> list[Problem]:
    """The fuel of a year must fit into the line of the budget that pays for the service."""
    lines = {
        (row["municipality"], row["year"], row["item"]): som(row["amount"])
        for row in budgets
        if row["stage"] == "plan" and row["side"] == "spending"
    }
    found = []
    for number, row in enumerate(plans, start=2):
        item = PAID_BY[row["service"]]
        cost = 12 * int(row["trips"]) * int(row["litres_per_trip"]) * int(row["price"])
        money = lines.get((row["municipality"], row["year"], item), 0)
        if cost > money:
            what = _("Fuel for the year costs {cost} thousand som; the line {line} of the budget has {money}.").format(
                cost=numbers.thousands(cost), line=item, money=numbers.thousands(money)
            )
            found.append(
                Problem("control_plans.csv", number, "trips", what, _("Plan fewer trips, or correct the unit."))
            )
    return found


def _register_problems(register: list[Row], months: list[Row]) -> list[Problem]:
    """Dates follow one another, and the register has as many complaints of a month as the month counts."""
    file, found = "control_complaints.csv", []
    counted: Counter[tuple[str, str, int]] = Counter()
    for number, row in enumerate(register, start=2):
        # Days as the file writes them (year, month, day) are in order as texts.
        days = [row[name] for name in ("received", "registered", "answered") if row[name]]
        if days != sorted(days):
            what = _("The days are not in order: received, registered, answered.")
            found.append(Problem(file, number, "registered", what, _("Correct the day.")))
        counted[row["municipality"], row["received"][:4], int(row["received"][5:7])] += 1
    year = max(row["received"][:4] for row in register)
    for number, row in enumerate(months, start=2):
        if row["year"] != year or not row["complaints"]:
            continue
        listed = counted[row["municipality"], year, int(row["month"])]
        if listed != int(row["complaints"]):
            what = _("{count} complaints are counted, and the register has {listed}.").format(
                count=row["complaints"], listed=listed
            )
            found.append(Problem("control_months.csv", number, "complaints", what, _("Correct one of the two.")))
    return found


def _ledger_problems(ledger: list[Row], months: list[Row]) -> list[Problem]:
    """Fuel of a month, each invoice taken once, is what the month used at its price."""
    paid: dict[tuple[str, str, int], dict[str, int]] = {}
    for row in ledger:
        if row["item"] == "fuel":
            when = (row["municipality"], row["delivered"][:4], int(row["delivered"][5:7]))
            paid.setdefault(when, {})[row["invoice"]] = int(row["amount"])
    found = []
    for number, row in enumerate(months, start=2):
        invoices = paid.get((row["municipality"], row["year"], int(row["month"])))
        if invoices is None or not row["trips"]:
            continue
        cost = int(row["litres"]) * int(row["price"])
        if sum(invoices.values()) != cost:
            what = _("Fuel of the month costs {cost} som, and the ledger has {paid} som.").format(
                cost=numbers.number(cost), paid=numbers.number(sum(invoices.values()))
            )
            found.append(Problem("control_months.csv", number, "litres", what, _("Correct one of the two.")))
    return found
