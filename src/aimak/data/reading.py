"""Typed reading of the data package, with the standard library only: it runs on phones."""

from __future__ import annotations

import csv
import difflib
from collections.abc import Iterator
from dataclasses import fields
from functools import cache
from importlib.resources import files
from pathlib import Path

from aimak.data.records import OBLASTS, BudgetLine, Cause, Municipality, PublishedBudget, PublishedFigure
from aimak.errors import UserError
from aimak.i18n import translate as _
from aimak.municipal.budget import Budget, EconomicClass, Function, RevenueSource, SpendingLine
from aimak.municipal.money import som

STAGES = ("plan", "actual")


@cache
def package_path() -> Path:
    """The folder of the data package: inside an installed wheel, else beside the sources of a checkout."""
    installed = Path(str(files("aimak"))) / "datasets"
    return installed if installed.is_dir() else Path(__file__).resolve().parents[3] / "datasets"


def table_rows(table: str) -> Iterator[dict[str, str]]:
    """The rows of a table of the package, every cell a text.

    :param table: its name without ``.csv``.
    """
    with (package_path() / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


@cache
def _all_municipalities() -> tuple[Municipality, ...]:
    whole = {field.name for field in fields(Municipality) if field.type == "int"}
    return tuple(
        Municipality(**{k: int(v) if k in whole else v for k, v in row.items()})  # type: ignore[arg-type]
        for row in table_rows("municipalities")
    )


def municipalities(oblast: str | None = None) -> tuple[Municipality, ...]:
    """All municipalities in the order of their codes, or those of one oblast.

    :raises UserError: if there is no such oblast.
    """
    if oblast is None:
        return _all_municipalities()
    name = next((one for one in OBLASTS if one.casefold() == oblast.strip().casefold()), None)
    if name is None:
        raise UserError(
            _("There is no oblast '{name}' in the data.").format(name=oblast),
            _("Take one of: {known}.").format(known=", ".join(OBLASTS)),
        )
    return tuple(place for place in _all_municipalities() if place.oblast == name)


def municipality(code_or_name: str) -> Municipality:
    """The municipality of a code (``M07``, in any case) or of a name in any of the three languages.

    :raises UserError: if there is none; near names are offered.
    """
    asked = code_or_name.strip().casefold()
    names: dict[str, Municipality] = {}
    for place in _all_municipalities():
        for name in (place.code, place.name, place.name_ru, place.name_ky):
            names[name.casefold()] = place
    if asked in names:
        return names[asked]
    near = [names[match] for match in difflib.get_close_matches(asked, names, n=3, cutoff=0.6)]
    listed = ", ".join(dict.fromkeys(f"{place.shown} ({place.code})" for place in near))
    if listed:
        mend = _("Did you mean {names}?").format(names=listed)
    else:
        mend = _("Codes run from M01 to M50; see {file}.").format(file="datasets/municipalities.csv")
    raise UserError(_("There is no municipality '{name}' in the data.").format(name=code_or_name), mend)


@cache
def budget_lines() -> tuple[BudgetLine, ...]:
    """The lines of spending in the order in which a budget prints them."""
    return tuple(
        BudgetLine(
            row["line"],
            Function(row["function"]),
            EconomicClass(row["economic_class"]),
            row["protected"] == "true",
            RevenueSource(row["earmarked_source"]) if row["earmarked_source"] else None,
            row["label"],
        )
        for row in table_rows("budget_lines")
    )


@cache
def _amounts() -> dict[tuple[str, int, str], list[dict[str, str]]]:
    tables: dict[tuple[str, int, str], list[dict[str, str]]] = {}
    for row in table_rows("budgets"):
        tables.setdefault((row["municipality"], int(row["year"]), row["stage"]), []).append(row)
    return tables


@cache
def years() -> tuple[int, ...]:
    """The years that the budgets cover."""
    return tuple(sorted({year for _code, year, _stage in _amounts()}))


@cache
def budget(code: str, year: int, stage: str = "plan") -> Budget:
    """The budget of a municipality for a year.

    :param stage: ``plan`` or ``actual``.
    :returns: amounts in whole som.
    :raises UserError: if there is no such municipality, year or stage in the data.
    """
    place = municipality(code)
    if stage not in STAGES:
        raise UserError(
            _("There is no stage '{name}'.").format(name=stage),
            _("Take one of: {known}.").format(known=", ".join(STAGES)),
        )
    rows = _amounts().get((place.code, year, stage))
    if rows is None:
        known = ", ".join(str(one) for one in years())
        raise UserError(
            _("There is no budget of {code} for {year}.").format(code=place.code, year=year),
            _("There are: {known}.").format(known=known),
        )
    amounts = {(row["side"], row["item"]): som(row["amount"]) for row in rows}
    spending = tuple(
        SpendingLine(line.line, line.function, line.economic_class, amounts["spending", line.line])
        for line in budget_lines()
        if ("spending", line.line) in amounts
    )
    revenue = {source: amounts["revenue", source] for source in RevenueSource if ("revenue", source) in amounts}
    return Budget(year, revenue, spending, amounts.get(("balance", "opening_balance"), 0))


@cache
def causes() -> tuple[Cause, ...]:
    """What happened where: the reasons behind the series."""
    return tuple(
        Cause(row["municipality"], int(row["year"]), row["item"], row["cause"], row["text"])
        for row in table_rows("causes")
    )


@cache
def published_budgets() -> tuple[PublishedBudget, ...]:
    """Published budgets with their sources, in the order of the table."""
    return tuple(
        PublishedBudget(**{**row, "year": int(row["year"]), "amount": float(row["amount"])})  # type: ignore[arg-type]
        for row in table_rows("published_budgets")
    )


@cache
def published_figures(unit: str) -> tuple[PublishedFigure, ...]:
    """What the unit quotes from published sources, in the order of the table."""
    return tuple(
        PublishedFigure(**{**row, "amount": float(row["amount"])})  # type: ignore[arg-type]
        for row in table_rows("published_figures")
        if row["unit"] == unit
    )
