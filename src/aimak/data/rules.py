"""Rules of the field that no schema can say: sums, codes, units, chains of years, the programme's totals."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from statistics import median

from aimak.data.problems import Problem
from aimak.municipal.budget import RevenueSource
from aimak.municipal.money import som

Row = dict[str, str]
#: file name -> rows, every cell a text that the schema allows
Tables = dict[str, list[Row]]
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
    return [*_place_problems(places), *budgets]


def _place_problems(places: list[Row]) -> list[Problem]:
    file, problems = "municipalities.csv", []
    for number, row in enumerate(places, start=2):
        for part in ("women", "youth", "minorities", "households"):
            if int(row[part]) > int(row["population"]):
                what = f"{row[part]} is more than the population of {row['population']}."
                problems.append(Problem(file, number, part, what, "Correct one of the two."))
    joined = Counter(row["joined"] for row in places)
    if (joined["partner"], joined["joining"]) != (PARTNERS, JOINING):
        what = f"There are {joined['partner']} partners and {joined['joining']} joining."
        problems.append(Problem(file, 0, "joined", what, f"There must be {PARTNERS} and {JOINING}."))
    for name, total in TOTALS.items():
        made = sum(int(row[name]) for row in places)
        if made != total:
            what = f"The column adds up to {made}, not to the programme's {total}."
            problems.append(Problem(file, 0, name, what, "Correct the rows."))
    return problems


def _code_problems(rows: list[Row], lines: list[Row], places: list[Row]) -> list[Problem]:
    file, problems = "budgets.csv", []
    codes = {row["line"]: (row["function"], row["economic_class"]) for row in lines}
    known = {row["code"] for row in places}
    seen: dict[tuple[str, ...], int] = {}
    for number, row in enumerate(rows, start=2):
        key = tuple(row[name] for name in ("municipality", "year", "stage", "side", "item"))
        if key in seen:
            problems.append(Problem(file, number, "item", f"The same amount stands in row {seen[key]}.", "Delete one."))
        seen[key] = number
        if row["municipality"] not in known:
            what = f"{row['municipality']} is not in municipalities.csv."
            problems.append(Problem(file, number, "municipality", what, "Correct the code."))
        side, item = row["side"], row["item"]
        if side == "revenue" and item not in set(RevenueSource):
            problems.append(Problem(file, number, "item", f"{item} is no revenue source.", "See datasets/README.md."))
        if side == "spending" and item not in codes:
            problems.append(Problem(file, number, "item", f"{item} is no line.", "See budget_lines.csv."))
        elif side == "spending" and (row["function"], row["economic_class"]) != codes[item]:
            what = f"{item} has the codes {row['function']}/{row['economic_class']}."
            problems.append(Problem(file, number, "function", what, f"They are {'/'.join(codes[item])}."))
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
            what = f"{row['amount']} looks like som; the column is in thousand som."
            problems.append(
                Problem("budgets.csv", number, "amount", what, f"Write {amount / 1000:.1f}, if som was meant.")
            )
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
            what = f"{name}: spending is {(spending[0] - money) / 1000:+.1f} thousand som against the money there is."
            problems.append(Problem(file, spending[1], "amount", what, "A plan spends revenue and opening balance."))
        if stage == "actual" and spending[0] > money:
            what = f"{name}: {(spending[0] - money) / 1000:.1f} thousand som were spent that were not there."
            problems.append(Problem(file, spending[1], "amount", what, "Correct a line."))
        each = revenue / 1000 / max(1, population.get(code, 1))
        if not PER_PERSON[0] <= each <= PER_PERSON[1]:
            what = f"{name}: revenue of {each:.2f} thousand som for each inhabitant is out of range."
            problems.append(Problem(file, sides["revenue"][1], "amount", what, "Check the unit: thousand som."))
    return problems


def _chain_problems(rows: list[Row]) -> list[Problem]:
    """The opening balance of a year is what the year before left; every municipality has every year and stage."""
    file, problems, sums = "budgets.csv", [], _budgets(rows)
    years = sorted({year for _code, year, _stage in sums})
    for code in sorted({code for code, _year, _stage in sums}):
        for year in years:
            for stage in ("plan", "actual"):
                if (code, year, stage) not in sums:
                    what = f"{code} has no {stage} for {year}."
                    problems.append(Problem(file, 0, "year", what, "Add its rows."))
        for before, year in pairwise(years):
            past, now = sums.get((code, before, "actual")), sums.get((code, year, "plan"))
            if not past or not now:
                continue
            left = past.get("balance", (0, 0))[0] + past.get("revenue", (0, 0))[0] - past.get("spending", (0, 0))[0]
            if now.get("balance", (0, 0))[0] != left:
                what = f"{code} {year}: the opening balance is not what {before} left ({left / 1000:.1f})."
                problems.append(Problem(file, now["balance"][1], "amount", what, f"Write {left / 1000:.1f}."))
    return problems
