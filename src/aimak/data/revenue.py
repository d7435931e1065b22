"""Reading the tables of the unit `revenue`: earlier years, shares, bases and arrears, the economy, who owes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from types import MappingProxyType
from typing import TypeVar

from aimak.data.reading import budget, municipality, table_rows, years
from aimak.data.revenue_records import Debtors, Economy, TaxBase, TaxShare
from aimak.errors import UserError
from aimak.i18n import translate as _
from aimak.municipal.budget import OWN_REVENUE, RevenueSource
from aimak.municipal.money import som
from aimak.municipal.revenue import Arrears, RevenueSeries

__all__ = [
    "OTHER_OWN",
    "SOURCES",
    "Debtors",
    "Economy",
    "TaxBase",
    "TaxShare",
    "debtors",
    "economy",
    "income_tax_shares",
    "missing_years",
    "revenue_by_year",
    "revenue_series",
    "tax_bases",
    "tax_shares",
]

Value = TypeVar("Value")
#: The sources that the history has.
SOURCES = (
    RevenueSource.INCOME_TAX,
    RevenueSource.PROPERTY_AND_LAND_TAX,
    RevenueSource.PATENT,
    RevenueSource.NON_TAX,
    RevenueSource.LEVELLING_TRANSFER,
)
#: Own revenue without income tax, whose share changes by year.
OTHER_OWN = tuple(source for source in SOURCES if source in OWN_REVENUE and source is not RevenueSource.INCOME_TAX)


@cache
def tax_shares() -> tuple[TaxShare, ...]:
    """The shares of income tax by year, published ones and those for training."""
    return tuple(
        TaxShare(int(row["year"]), float(row["share"]), row["origin"] == "published", row["source"], row["note"])
        for row in table_rows("revenue_shares")
    )


@cache
def income_tax_shares() -> Mapping[int, float]:
    """Year -> the share of income tax that stays in the local budget, a fraction."""
    return MappingProxyType({one.year: one.share for one in tax_shares()})


@cache
def _history() -> dict[str, dict[int, dict[RevenueSource, int]]]:
    found: dict[str, dict[int, dict[RevenueSource, int]]] = {}
    for row in table_rows("revenue_history"):
        amounts = {source: som(row[source.value]) for source in SOURCES}
        found.setdefault(row["municipality"], {})[int(row["year"])] = amounts
    return found


@cache
def revenue_by_year(code: str) -> Mapping[int, Mapping[RevenueSource, int]]:
    """What came in by year and source, whole som: the history, then the execution of the budgets. A lost year has no
    entry.

    :raises UserError: if there is no such municipality.
    """
    place = municipality(code)
    executed = {year: budget(place.code, year, "actual").revenue for year in years()}
    later = {year: {source: revenue.get(source, 0) for source in SOURCES} for year, revenue in executed.items()}
    return MappingProxyType({**_history().get(place.code, {}), **later})


def missing_years(code: str) -> frozenset[int]:
    """The years in between whose report is lost.

    :raises UserError: if there is no such municipality.
    """
    known = revenue_by_year(code)
    return frozenset(range(min(known), max(known) + 1)) - frozenset(known)


def revenue_series(codes: Iterable[str], sources: Iterable[RevenueSource] = OTHER_OWN) -> RevenueSeries:
    """What came in from some sources over all years, added up over municipalities.

    A year that is lost in one of the municipalities is missing: a sum without it would look like a fall.

    :raises UserError: if there is no such municipality.
    """
    tables, wanted = [revenue_by_year(code) for code in codes], tuple(sources)
    every = sorted({year for table in tables for year in table})
    known = [year for year in every if all(year in table for table in tables)]
    points = tuple((year, sum(table[year][source] for table in tables for source in wanted)) for year in known)
    gaps = frozenset(range(known[0], known[-1] + 1)) - frozenset(known)
    return RevenueSeries(points, gaps)


@cache
def _bases() -> dict[tuple[str, int], dict[RevenueSource, TaxBase]]:
    found: dict[tuple[str, int], dict[RevenueSource, TaxBase]] = {}
    for row in table_rows("revenue_bases"):
        item = RevenueSource(row["item"])
        money = (som(row[name]) for name in ("opening", "accrued", "collected", "written_off"))
        base = TaxBase(item, float(row["base"]), float(row["rate"]), float(row["share"]), Arrears(*money))
        found.setdefault((row["municipality"], int(row["year"])), {})[item] = base
    return found


def tax_bases(code: str, year: int) -> Mapping[RevenueSource, TaxBase]:
    """What lies behind each own source of a municipality in a year.

    :raises UserError: if there is no such municipality or year.
    """
    return MappingProxyType(_found(_bases(), code, year))


@cache
def _economies() -> dict[tuple[str, int], Economy]:
    return {
        (row["municipality"], int(row["year"])): Economy(
            row["economy"],
            int(row["employers"]),
            row["largest_payer"],
            float(row["largest_share"]),
            int(row["unlisted_plots"]),
            int(row["free_plots"]),
        )
        for row in table_rows("revenue_economy")
    }


def economy(code: str, year: int) -> Economy:
    """The economy behind the tax base of a municipality in a year.

    :raises UserError: if there is no such municipality or year.
    """
    return _found(_economies(), code, year)


@cache
def debtors(code: str) -> tuple[Debtors, ...]:
    """Who owes property and land tax at the end of the last year.

    :raises UserError: if there is no such municipality.
    """
    place = municipality(code)
    return tuple(
        Debtors(row["group"], int(row["age"]), int(row["debtors"]), som(row["amount"]))
        for row in table_rows("revenue_debtors")
        if row["municipality"] == place.code
    )


def _found(table: Mapping[tuple[str, int], Value], code: str, year: int) -> Value:
    place = municipality(code)
    if (place.code, year) not in table:
        known = ", ".join(str(one) for one in years())
        raise UserError(
            _("There is no revenue base of {code} for {year}.").format(code=place.code, year=year),
            _("There are: {known}.").format(known=known),
        )
    return table[place.code, year]
