"""Rules of the field for the tables of the unit `revenue`."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from aimak.data.problems import Problem
from aimak.data.tables import Row, Tables
from aimak.i18n import translate as _
from aimak.i18n.numbers import thousands
from aimak.municipal.money import som

_BASES, _HISTORY, _ECONOMY, _DEBTORS, _SHARES = (
    f"revenue_{name}.csv" for name in ("bases", "history", "economy", "debtors", "shares")
)
_LAND = "property_and_land_tax"
#: Printed amounts have one decimal: 0.05 thousand som may be lost, and a little more with a rounded rate.
_ROUNDING = 60


def problems(tables: Tables) -> list[Problem]:
    """Every broken rule in the unit's tables, which a package that its schema accepts has."""
    return [
        *_code_problems(tables),
        *_base_problems(tables),
        *_chain_problems(tables[_BASES]),
        *_history_problems(tables),
        *_debtor_problems(tables),
        *_economy_problems(tables),
    ]


def _code_problems(tables: Tables) -> Iterator[Problem]:
    known = {row["code"] for row in tables["municipalities.csv"]}
    for file in (_BASES, _HISTORY, _ECONOMY, _DEBTORS):
        for number, row in enumerate(tables[file], start=2):
            if row["municipality"] not in known:
                what = _("{code} is not in {file}.").format(code=row["municipality"], file="municipalities.csv")
                yield Problem(file, number, "municipality", what, _("Correct the code."))


def _base_problems(tables: Tables) -> Iterator[Problem]:
    """base × rate × share is what is due, and what was collected is what the budget's execution says."""
    shares = {row["year"]: float(row["share"]) for row in tables[_SHARES] if row["tax"] == "income_tax"}
    came = {
        (row["municipality"], row["year"], row["item"]): som(row["amount"])
        for row in tables["budgets.csv"]
        if row["stage"] == "actual" and row["side"] == "revenue"
    }
    for number, row in enumerate(tables[_BASES], start=2):
        shared = row["item"] == "income_tax"
        share = shares.get(row["year"]) if shared else 1.0
        if share is None or abs(float(row["share"]) - share) > 1e-9:
            what = _("The share {share} is not the share of the year.").format(share=row["share"])
            yield Problem(_BASES, number, "share", what, _("See {file}.").format(file=_SHARES))
        # Wages are in thousand som; the rates of the others are som for each.
        due = round(float(row["base"]) * float(row["rate"]) * float(row["share"]) * (1000 if shared else 1))
        if abs(due - som(row["accrued"])) > _ROUNDING:
            what = _("base × rate × share gives {due} thousand som, not {accrued}.").format(
                due=thousands(due), accrued=thousands(som(row["accrued"]))
            )
            yield Problem(_BASES, number, "accrued", what, _("Correct one of them."))
        executed = came.get((row["municipality"], row["year"], row["item"]))
        if executed is not None and executed != som(row["collected"]):
            what = _("{amount} thousand som were collected, but the budget's execution has {other}.").format(
                amount=thousands(som(row["collected"])), other=thousands(executed)
            )
            yield Problem(_BASES, number, "collected", what, _("Correct one of them."))


def _chain_problems(rows: list[Row]) -> Iterator[Problem]:
    """opening + accrued − collected − written off = closing, and the next year opens with it."""
    series: dict[tuple[str, str], list[tuple[int, Row]]] = {}
    for number, row in enumerate(rows, start=2):
        made = som(row["opening"]) + som(row["accrued"]) - som(row["collected"]) - som(row["written_off"])
        if made != som(row["closing"]):
            what = _("The arrears do not add up: {made} thousand som are left, not {closing}.").format(
                made=thousands(made), closing=thousands(som(row["closing"]))
            )
            yield Problem(_BASES, number, "closing", what, _("Correct one of them."))
        series.setdefault((row["municipality"], row["item"]), []).append((number, row))
    for years in series.values():
        for (_number, before), (number, now) in pairwise(sorted(years, key=lambda one: one[1]["year"])):
            if som(before["closing"]) != som(now["opening"]):
                what = _("{year} does not open with the arrears that the year before left.").format(year=now["year"])
                mend = _("Write {value}.").format(value=before["closing"])
                yield Problem(_BASES, number, "opening", what, mend)


def _history_problems(tables: Tables) -> Iterator[Problem]:
    """A forecast needs the first year and the last one before the budgets; a year in between may be lost."""
    rows = tables[_HISTORY]
    ends = {min(row["year"] for row in rows), max(row["year"] for row in rows)}
    has: dict[str, set[str]] = {}
    for row in rows:
        has.setdefault(row["municipality"], set()).add(row["year"])
    for place in tables["municipalities.csv"]:
        for year in sorted(ends - has.get(place["code"], set())):
            what = _("{code} has no revenue for {year}.").format(code=place["code"], year=year)
            yield Problem(_HISTORY, 0, "year", what, _("Add its row."))


def _debtor_problems(tables: Tables) -> Iterator[Problem]:
    last = max(row["year"] for row in tables[_BASES])
    owed = {
        row["municipality"]: som(row["closing"])
        for row in tables[_BASES]
        if row["year"] == last and row["item"] == _LAND
    }
    sums: dict[str, int] = {}
    for row in tables[_DEBTORS]:
        sums[row["municipality"]] = sums.get(row["municipality"], 0) + som(row["amount"])
    for code, closing in owed.items():
        if sums.get(code, 0) != closing:
            what = _("{code}: the groups owe {amount} thousand som together, not {closing}.").format(
                code=code, amount=thousands(sums.get(code, 0)), closing=thousands(closing)
            )
            yield Problem(_DEBTORS, 0, "amount", what, _("Correct a group."))


def _economy_problems(tables: Tables) -> Iterator[Problem]:
    """Where causes.csv says that a mine closed, it paid more than a third before and is no payer afterwards."""
    closed = {row["municipality"]: row["year"] for row in tables["causes.csv"] if row["cause"] == "mine_closed"}
    for number, row in enumerate(tables[_ECONOMY], start=2):
        year = closed.get(row["municipality"])
        if year is None:
            continue
        if row["year"] >= year and row["largest_payer"] == "mine":
            what = _("The mine of {code} closed in {year}.").format(code=row["municipality"], year=year)
            yield Problem(_ECONOMY, number, "largest_payer", what, _("Name another payer."))
        if row["year"] < year and float(row["largest_share"]) <= 1 / 3:
            what = _("The mine of {code} paid more than a third of the income tax.").format(code=row["municipality"])
            yield Problem(_ECONOMY, number, "largest_share", what, _("Correct the share."))
