"""The lesson's exploration: what if the fee changes? A slider, and a table that stands in print."""

from __future__ import annotations

from aimak.i18n import translate as _
from aimak.i18n.numbers import number, thousands
from aimak.lesson.sliders import linked_slider
from aimak.lesson.tables import show_table
from aimak.municipal.newservice import ClubYear, break_even_with_free_places

#: Fees that the slider can take, and those that the printed table shows, som a month.
FEES = tuple(range(100, 520, 20))
PRINTED_FEES = (100, 200, 300, 400, 500)


def covered_from(year: ClubYear, fee: int) -> int | None:
    """The least number of children with whom the year is covered; None if no number is enough.

    The share of free places and the contribution are those of the year.
    """
    share = year.free_places / year.users
    try:
        return break_even_with_free_places(
            year.fixed, year.variable_month * year.months, fee * year.months, share, year.contribution
        )
    except ValueError:
        return None


def fee_table(year: ClubYear) -> None:
    """The printed form of the exploration: five fees side by side."""
    rows = []
    for fee in PRINTED_FEES:
        least = covered_from(year, fee)
        rows.append([number(fee), thousands(year.result(fee)), _("never") if least is None else number(least)])
    show_table(
        _("If the fee changes (children planned: {users}, of these free: {free})").format(
            users=number(year.users), free=number(year.free_places)
        ),
        [_("Fee, som a month"), _("Left at the end of the year, thousand som"), _("Covered from so many children")],
        rows,
    )


def fee_slider(year: ClubYear, start: int) -> None:
    """A slider for the fee, and a list for the keyboard, with the outcome below.

    :param start: som a month; the nearest fee of the slider is shown first.
    """
    nearest = min(range(len(FEES)), key=lambda i: abs(FEES[i] - start))
    linked_slider(
        _("Fee, som a month"), [(f"{number(fee)}", _said(year, fee)) for fee in FEES], nearest
    )  # a plain number is the same in every language


def _said(year: ClubYear, fee: int) -> str:
    result, least = year.result(fee), covered_from(year, fee)
    if result >= 0:
        text = _("{amount} thousand som are left at the end of the year.").format(amount=thousands(result))
    else:
        text = _("{amount} thousand som are missing at the end of the year.").format(amount=thousands(-result))
    if least is None:
        more = _("At this fee each child adds a loss: no number of children covers the year.")
    else:
        more = _("Children with whom the year is covered: {count}. Planned: {planned}.").format(
            count=number(least), planned=number(year.users)
        )
    return f"<p>{text} {more}</p>"
