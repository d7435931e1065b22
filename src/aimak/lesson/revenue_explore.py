"""What the lesson of the unit `revenue` works out for a municipality or an oblast, and what its reader can try."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from itertools import pairwise

from aimak.data import municipalities, municipality
from aimak.data.revenue import economy, income_tax_shares, missing_years, revenue_by_year, revenue_series, tax_bases
from aimak.i18n import translate as _
from aimak.i18n.numbers import number, percent, thousands
from aimak.lesson.sliders import linked_slider
from aimak.lesson.tables import show_table
from aimak.municipal.budget import RevenueSource
from aimak.municipal.revenue import (
    Arrears,
    Change,
    Errors,
    Method,
    RevenueSeries,
    backtest,
    forecast,
    prediction_range,
    split_change,
)

#: Collection rates that the printed table shows, and those that the slider can take, in per cent.
PRINTED_RATES = (60, 70, 80, 90, 100)
RATES = tuple(range(50, 102, 2))


def say(*sentences: str) -> None:
    """Show sentences as a paragraph each: printed ones would stand in a box that a phone cuts off."""
    from IPython.display import display

    shown = "".join(f"<p>{escape(sentence)}</p>" for sentence in sentences)
    if sentences:
        display({"text/html": shown, "text/plain": "\n".join(sentences)}, raw=True)


def lost_years(codes: Sequence[str]) -> list[str]:
    """A sentence for each year whose report is lost: the year and the municipality."""
    return [
        _("{year}: the report of {name} is lost, so this year is left open.").format(
            year=year, name=municipality(code).shown
        )
        for code in codes
        for year in sorted(missing_years(code))
    ]


def years_without_transfer(codes: Sequence[str]) -> list[str]:
    """A sentence for each year in which a municipality got no levelling transfer."""
    return [
        _("{year}: {name} got no levelling transfer. A change from nothing has no per cent.").format(
            year=year, name=municipality(code).shown
        )
        for code in codes
        for year, sources in sorted(revenue_by_year(code).items())
        if sources[RevenueSource.LEVELLING_TRANSFER] == 0
    ]


def tried_methods(series: RevenueSeries, year: int) -> dict[Method, Errors]:
    """Both methods on the last known years before ``year``, three at most; growth needs two years before each."""
    before = [known for known in series.years[2:] if known < year][-3:]
    return {method: backtest(series, method, before) for method in Method}


def range_held(year: int) -> tuple[int, int]:
    """In how many training municipalities the better method's range held what came in ``year``, and of how many."""
    held = 0
    for place in municipalities():
        series = revenue_series([place.code])
        tried, came = tried_methods(series, year), series.amount(year)
        method = min(Method, key=lambda one: tried[one].mean_absolute)
        low, high = prediction_range(forecast(method, series.before(year), year), tried[method])
        held += came is not None and low <= came <= high
    return held, len(municipalities())


def tax_changes(codes: Sequence[str]) -> list[tuple[int, int, Change]]:
    """Year before, year, and the change of income tax between them, split; a lost year is stepped over."""
    series, shares = revenue_series(codes, (RevenueSource.INCOME_TAX,)), income_tax_shares()
    return [
        (before, after, split_change(amount, shares[before], later, shares[after]))
        for (before, amount), (after, later) in pairwise(series.points)
    ]


def land_arrears(codes: Sequence[str], year: int) -> Arrears:
    """Property and land tax of a year, added up over municipalities, whole som."""
    parts = [tax_bases(code, year)[RevenueSource.PROPERTY_AND_LAND_TAX].arrears for code in codes]
    return Arrears(
        *(sum(getattr(p, name) for p in parts) for name in ("opening", "accrued", "collected", "written_off"))
    )


def same_economy(code: str, year: int, others: Sequence[str]) -> list[str]:
    """The others that live by the same kind of economy."""
    return [other for other in others if other != code and economy(other, year).economy == economy(code, year).economy]


def outcome(arrears: Arrears, rate: int) -> list[object]:
    """One row: the collection rate in per cent, what would come in, and the difference to what came, thousand som."""
    came = round(arrears.accrued * rate / 100)
    return [f"{number(rate)}\u00a0%", came / 1000, (came - arrears.collected) / 1000]


def collection_table(arrears: Arrears) -> None:
    """The printed form of the exploration: five rates side by side."""
    show_table(
        _("If another share of what is due came in: thousand som, and the difference to what came"),
        [_("Collection rate"), _("Comes in"), _("Difference")],
        [outcome(arrears, rate) for rate in PRINTED_RATES],
    )


def collection_slider(arrears: Arrears, population: int) -> None:
    """A slider for the collection rate, and a list for the keyboard, with the outcome below."""
    now = min(RATES, key=lambda rate: abs(rate - 100 * arrears.collection_rate))
    linked_slider(
        _("Collection rate"),
        [(f"{number(rate)}\u00a0%", _said(arrears, population, rate)) for rate in RATES],
        RATES.index(now),
    )


def _said(arrears: Arrears, population: int, rate: int) -> str:
    came = round(arrears.accrued * rate / 100)
    more = came - arrears.collected
    text = _("{came} thousand som come in: {more} thousand som more than in fact, {each} som for each inhabitant.")
    if more < 0:
        text = _("{came} thousand som come in: {more} thousand som less than in fact, {each} som for each inhabitant.")
    said = text.format(came=thousands(came), more=thousands(abs(more)), each=number(abs(more) / population))
    fact = _("In fact it was {rate}.").format(rate=percent(arrears.collection_rate))
    return f"<p>{said} {fact}</p>"
