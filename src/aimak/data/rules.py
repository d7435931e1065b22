"""Rules of the field that no schema can say: sums, codes, units, chains of years, the programme's totals."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from statistics import median

from aimak.data import rules_units
from aimak.data.problems import Problem
from aimak.data.tables import Row, Tables
from aimak.i18n import numbers
from aimak.i18n import translate as _
from aimak.municipal.budget import RevenueSource
from aimak.municipal.money import som

#: Published totals of the programme (status of early 2018) that the municipalities add up to.
TOTALS = {"trained": 1126, "hearings": 62, "hearing_people": 3298}
PARTNERS, JOINING = 32, 18
#: An amount so many times the median of its item's other amounts was printed in another unit.
UNIT_FACTOR = 200
#: Thousand som for each inhabitant that a whole budget may be: outside, the unit is in doubt.
PER_PERSON = (0.2, 60.0)


def rule_problems(tables: Tables) -> list[Problem]:
    """Every broken rule. The tables must be those of a package that its schema accepts."""
    places = tables["municipalities.csv"]
    rows = tables["budgets.csv"]
    # A wrong code or unit breaks the sums as well: naming the sums too would hide the cause.
    budgets = (
        _code_problems(rows, tables["budget_lines.csv"], places)
        or _unit_problems(rows)
        or [*_sum_problems(rows, places), *_chain_problems(rows)]
    )
    return [*_place_problems(places), *budgets, *rules_units.problems(tables)]


def _place_problems(places: list[Row]) -> list[Problem]:
    file, problems = "municipalities.csv", []
    for number, row in enumerate(places, start=2):
        for part in ("women", "youth", "minorities", "households"):
            if int(row[part]) > int(row["population"]):
                what = _("{count} is more than the population of {population}.").format(
                    count=row[part], population=row["population"]
                )
                problems.append(Problem(file, number, part, what, _("Correct one of the two.")))
    joined = Counter(row["joined"] for row in places)
    if (joined["partner"], joined["joining"]) != (PARTNERS, JOINING):
        what = _("There are {partners} partners and {joining} joining.").format(
            partners=joined["partner"], joining=joined["joining"]
        )
        mend = _("There must be {partners} and {joining}.").format(partners=PARTNERS, joining=JOINING)
        problems.append(Problem(file, 0, "joined", what, mend))
    for name, total in TOTALS.items():
        made = sum(int(row[name]) for row in places)
        if made != total:
            what = _("The column adds up to {made}, not to the programme's {total}.").format(made=made, total=total)
            problems.append(Problem(file, 0, name, what, _("Correct the rows.")))
    return problems


def _code_problems(rows: list[Row], lines: list[Row], places: list[Row]) -> list[Problem]:
    file, problems = "budgets.csv", []
    codes = {row["line"]: (row["function"], row["economic_class"]) for row in lines}
    known = {row["code"] for row in places}
    seen: dict[tuple[str, ...], int] = {}
    for number, row in enumerate(rows, start=2):
        key = tuple(row[name] for name in ("municipality", "year", "stage", "side", "item"))
        if key in seen:
            what = _("The same amount stands in row {row}.").format(row=seen[key])
            problems.append(Problem(file, number, "item", what, _("Delete one.")))
        seen[key] = number
        if row["municipality"] not in known:
            what = _("{code} is not in {file}.").format(code=row["municipality"], file="municipalities.csv")
            problems.append(Problem(file, number, "municipality", what, _("Correct the code.")))
        side, item = row["side"], row["item"]
        if side == "revenue" and item not in set(RevenueSource):
            what = _("{item} is no revenue source.").format(item=item)
            problems.append(Problem(file, number, "item", what, _("See {file}.").format(file="datasets/README.md")))
        if side == "spending" and item not in codes:
            what = _("{item} is no line.").format(item=item)
            problems.append(Problem(file, number, "item", what, _("See {file}.").format(file="budget_lines.csv")))
        elif side == "spending" and (row["function"], row["economic_class"]) != codes[item]:
            what = _("{item} has the codes {codes}.").format(
                item=item, codes=f"{row['function']}/{row['economic_class']}"
            )
            mend = _("They are {codes}.").format(codes="/".join(codes[item]))
            problems.append(Problem(file, number, "function", what, mend))
    return problems


def _unit_problems(rows: list[Row]) -> list[Problem]:
    """Som printed where thousand som is meant: an amount far above the same item's other years and stages."""
    series: dict[tuple[str, str, str], list[float]] = {}
    for row in rows:
        series.setdefault((row["municipality"], row["side"], row["item"]), []).append(float(row["amount"]))
    problems = []
    for number, row in enumerate(rows, start=2):
        amount = float(row["amount"])
        typical = median(series[row["municipality"], row["side"], row["item"]])
        if typical > 0 and amount > UNIT_FACTOR * typical and row["side"] != "balance":
            what = _("{amount} looks like som; the column is in thousand som.").format(amount=row["amount"])
            mend = _("Write {amount}, if som was meant.").format(amount=f"{amount / 1000:.1f}")  # as the file writes it
            problems.append(Problem("budgets.csv", number, "amount", what, mend))
    return problems


def _budgets(rows: list[Row]) -> dict[tuple[str, str, str], dict[str, tuple[int, int]]]:
    """Sums in som by municipality, year and stage: side -> (sum, last row)."""
    sums: dict[tuple[str, str, str], dict[str, tuple[int, int]]] = {}
    for number, row in enumerate(rows, start=2):
        sides = sums.setdefault((row["municipality"], row["year"], row["stage"]), {})
        sides[row["side"]] = (sides.get(row["side"], (0, 0))[0] + som(row["amount"]), number)
    return sums


def _sum_problems(rows: list[Row], places: list[Row]) -> list[Problem]:
    file, problems = "budgets.csv", []
    population = {row["code"]: int(row["population"]) for row in places}
    for (code, year, stage), sides in _budgets(rows).items():
        revenue, spending = sides.get("revenue", (0, 0))[0], sides.get("spending", (0, 0))
        money = revenue + sides.get("balance", (0, 0))[0]
        name = f"{code} {year} {stage}"
        if stage == "plan" and spending[0] != money:
            what = _("{budget}: spending differs from the money there is by {difference} thousand som.").format(
                budget=name, difference=f"{'+' if spending[0] > money else ''}{numbers.thousands(spending[0] - money)}"
            )
            mend = _("Planned spending is revenue and opening balance together.")
            problems.append(Problem(file, spending[1], "amount", what, mend))
        if stage == "actual" and spending[0] > money:
            what = _("{budget}: {amount} thousand som were spent that were not there.").format(
                budget=name, amount=numbers.thousands(spending[0] - money)
            )
            problems.append(Problem(file, spending[1], "amount", what, _("Correct a line.")))
        each = revenue / 1000 / max(1, population.get(code, 1))
        if not PER_PERSON[0] <= each <= PER_PERSON[1]:
            what = _("{budget}: revenue of {amount} thousand som for each inhabitant is out of range.").format(
                budget=name, amount=numbers.number(each, 2)
            )
            problems.append(Problem(file, sides["revenue"][1], "amount", what, _("Check the unit: thousand som.")))
    return problems


def _chain_problems(rows: list[Row]) -> list[Problem]:
    """The opening balance of a year is what the year before left; every municipality has every year and stage."""
    file, problems, sums = "budgets.csv", [], _budgets(rows)
    years = sorted({year for _code, year, _stage in sums})
    for code in sorted({code for code, _year, _stage in sums}):
        for year in years:
            for stage in ("plan", "actual"):
                if (code, year, stage) not in sums:
                    what = _("{code} has no budget of the stage {stage} for {year}.").format(
                        code=code, stage=stage, year=year
                    )
                    problems.append(Problem(file, 0, "year", what, _("Add its rows.")))
        for before, year in pairwise(years):
            past, now = sums.get((code, before, "actual")), sums.get((code, year, "plan"))
            if not past or not now:
                continue
            left = past.get("balance", (0, 0))[0] + past.get("revenue", (0, 0))[0] - past.get("spending", (0, 0))[0]
            if now.get("balance", (0, 0))[0] != left:
                right = f"{left / 1000:.1f}"  # as the file writes it
                what = _("{code} {year}: the opening balance is not what {before} left ({amount}).").format(
                    code=code, year=year, before=before, amount=right
                )
                problems.append(
                    Problem(file, now["balance"][1], "amount", what, _("Write {value}.").format(value=right))
                )
    return problems
