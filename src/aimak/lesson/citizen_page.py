"""The citizen budget of a municipality on one page, generated from its budget: in a lesson, and to print and hang up.

Plain HTML with bars of its own: it needs no matplotlib, no script and no other file, and is read in black and white.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import Any

from aimak.i18n import language
from aimak.i18n import translate as _
from aimak.i18n.numbers import number, percent, thousands
from aimak.lesson.budget_board import function_label
from aimak.lesson.subject import Subject
from aimak.municipal.hearing import CitizenRow, MoneyIn, citizen_budget

_BAR = "#2f6f9f"
_TABLE = "border-collapse:collapse;font-variant-numeric:tabular-nums;width:100%;max-width:46rem;margin:.6rem 0"
_CELL = "text-align:{side};padding:.25rem .5rem .25rem 0;border-bottom:1px solid #c9d1da;vertical-align:top"
_SHEET = """
@page { size: A4; margin: 14mm; }
body { font: 15px/1.4 "Noto Sans", "Segoe UI", "DejaVu Sans", Arial, sans-serif; color: #1b2733; margin: 0; }
main { max-width: 46rem; margin: 0 auto; padding: 1rem; }
h1 { font-size: 1.6rem; line-height: 1.2; margin: 0 0 .3rem; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .9rem .6rem; margin: 1.4rem 0 0; }
dd { margin: 0; border-bottom: 1px solid #1b2733; }
@media print { main { max-width: none; padding: 0; } body { font-size: 12pt; } }
"""


def page_row_label(key: str) -> str:
    """A row of the one-page budget: money in, a function, or the rest.

    :raises KeyError: for another key.
    """
    money_in = {
        MoneyIn.OWN: _("Own revenue"),
        MoneyIn.LEVELLING: _("Levelling transfer"),
        MoneyIn.EARMARKED: _("Money with a purpose"),
        MoneyIn.FEES: _("Paid services (special means)"),
        MoneyIn.LEFT_OVER: _("Left from last year"),
    }
    if key in set(MoneyIn):
        return money_in[MoneyIn(key)]
    return _("Everything else") if key == "other" else function_label(key)


def citizen_page(place: Subject, year: int) -> str:
    """The two tables of the page as HTML: where the money comes from, and what it is for.

    The rows of each add up to its total, see :func:`aimak.municipal.hearing.citizen_budget`.

    :raises UserError: if there is no budget for the year.
    """
    page = citizen_budget(place.budget(year), place.population)
    most = max(row.amount for row in (*page.money_in, *page.money_out))
    return _side(_("Where the money comes from"), page.money_in, page.total_in, most) + _side(
        _("What the money is for"), page.money_out, page.total_out, most
    )


def page_title(place: Subject, year: int) -> str:
    """The title of the page."""
    return _("{name}: the budget {year} on one page").format(name=place.name, year=year)


def show_citizen_page(place: Subject, year: int) -> None:
    """Show the page in a notebook, with its figures as plain text for what cannot show HTML.

    :raises UserError: if there is no budget for the year.
    """
    from IPython.display import display

    page = citizen_budget(place.budget(year), place.population)
    rows = [f"{page_row_label(row.key)}: {thousands(row.amount, 0)}" for row in (*page.money_in, *page.money_out)]
    title = page_title(place, year)
    bundle: dict[str, Any] = {
        "text/html": f'<section class="aimak-one-page" aria-label="{escape(title)}">'
        f'<p style="font-weight:700;margin:.6rem 0 .2rem">{escape(title)}</p>{citizen_page(place, year)}</section>',
        "text/plain": "\n".join([title, *rows]),
    }
    display(bundle, raw=True)


def citizen_sheet(place: Subject, year: int) -> str:
    """The page as a document of its own: one A4 sheet for the notice board, with lines to fill in by hand.

    :raises UserError: if there is no budget for the year.
    """
    title = page_title(place, year)
    people = _("Inhabitants: {population}. Amounts are in thousand som; the last column is in som for each of them.")
    invented = _("This municipality is invented, and so are its figures.")
    lines = [
        _("The hearing: day, hour, place"),
        _("Whom to ask"),
        _("Proposals can be left here"),
    ]
    blank = "".join(f"<dt>{escape(line)}</dt><dd>&nbsp;</dd>" for line in lines)
    return (
        f'<!doctype html>\n<html lang="{escape(language())}"><head><meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title><style>{_SHEET}</style></head>\n<body><main>\n<h1>{escape(title)}</h1>\n"
        f"<p>{escape(people.format(population=number(place.population)))}</p>\n{citizen_page(place, year)}\n"
        f"<dl>{blank}</dl>\n<p><small>{escape(invented)}</small></p>\n"
        "</main></body></html>\n"
    )


def _side(caption: str, rows: Sequence[CitizenRow], total: int, most: int) -> str:
    """One side of the budget as a table whose rows carry bars; a bar's length is the row's amount."""
    left, right = _CELL.format(side="left"), _CELL.format(side="right")
    heads = [_("Row"), _("Thousand som"), _("Share"), _("Som each")]
    head = "".join(
        f'<th scope="col" style="{left if name is heads[0] else right}">{escape(name)}</th>' for name in heads
    )
    body = "".join(
        f'<tr><th scope="row" style="{left};font-weight:400;overflow-wrap:anywhere">{escape(page_row_label(row.key))}'
        f"{_bar(row.amount / most)}</th>"
        f'<td style="{right}">{thousands(row.amount, 0)}</td><td style="{right}">{percent(row.share / 1000)}</td>'
        f'<td style="{right}">{number(row.each)}</td></tr>'
        for row in rows
    )
    last = f'<th scope="row" style="{left}">{escape(_("Total"))}</th>' + "".join(
        f'<td style="{right};font-weight:700">{text}</td>'
        for text in (thousands(total, 0), percent(1.0), number(sum(row.each for row in rows)))
    )
    return (
        f'<div class="aimak-table" role="region" tabindex="0" aria-label="{escape(caption)}" style="overflow-x:auto">'
        f'<table style="{_TABLE}">'
        f'<caption style="caption-side:top;text-align:left;font-weight:600">{escape(caption)}</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{body}<tr>{last}</tr></tbody></table></div>"
    )


def _bar(share: float) -> str:
    """A bar under a row's name; its amount stands beside it as text, so that it is hidden from screen readers."""
    return (
        '<svg viewBox="0 0 100 4" preserveAspectRatio="none" width="100%" height="8" aria-hidden="true" '
        'style="display:block;margin-top:.15rem">'
        f'<rect width="{max(0.4, 100 * share):.1f}" height="4" fill="{_BAR}"/></svg>'
    )
