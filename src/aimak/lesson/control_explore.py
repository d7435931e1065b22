"""The lesson's exploration: what would have been known at the end of each month? A slider, and a table for print."""

from __future__ import annotations

from html import escape
from typing import Any

from aimak.i18n import translate as _
from aimak.i18n.numbers import number, percent, thousands
from aimak.lesson.control_subject import ServiceYear
from aimak.lesson.months import month_name
from aimak.lesson.sliders import linked_slider
from aimak.lesson.tables import show_table
from aimak.municipal.control import forecast, money_ends, plan_and_actual

#: The months whose end the printed table shows.
PRINTED = (3, 6, 9, 12)


def say(text: str) -> None:
    """A sentence among a lesson's tables and charts, in the page's own letters."""
    from IPython.display import display

    bundle: dict[str, Any] = {"text/html": f"<p>{escape(text)}</p>", "text/plain": text}
    display(bundle, raw=True)


def known(year: ServiceYear, month: int) -> tuple[list[int], list[int | None]]:
    """Plan of the year and actual up to a month, whole som, as the forecast takes them.

    A month that some did not write down is brought to the whole plan, at the pace of those who did.
    """
    actual: list[int | None] = []
    for planned, plan, cost in zip(year.planned, year.plan, year.cost, strict=True):
        actual.append(None if plan is None or cost is None else round(cost * planned / plan))
    return list(year.planned), actual[:month]


def month_of_end(year: ServiceYear, month: int) -> str:
    """The first month that the year's money cannot pay in full, seen from the end of a month; “none” if it lasts."""
    ends = money_ends(*known(year, month))
    return _("none: it lasts") if ends is None else month_name(ends)


def _outcome(year: ServiceYear, month: int) -> list[object] | None:
    plan, actual = known(year, month)
    if all(one is None for one in actual):
        return None
    row = plan_and_actual(plan, actual)[-1]
    return [
        row.variance_so_far / 1000,
        forecast(plan, actual) / 1000,
        percent(forecast(plan, actual) / sum(plan)),
        month_of_end(year, month),
    ]


def months_table(year: ServiceYear) -> None:
    """The printed form of the exploration: what was known at the end of four months."""
    rows = [[month_name(month), *(_outcome(year, month) or [None] * 4)] for month in PRINTED]
    show_table(
        _("What the end of each month tells about the year"),
        [
            _("At the end of"),
            _("Against the plan so far, thousand som"),
            _("Year at this pace, thousand som"),
            _("Of the plan"),
            _("First month not paid in full"),
        ],
        rows,
    )


def months_slider(year: ServiceYear) -> None:
    """A slider for the month up to which the year is known, with what it tells."""
    linked_slider(_("Known up to"), [(month_name(month), _said(year, month)) for month in range(1, 13)], 8)


def _said(year: ServiceYear, month: int) -> str:
    plan, actual = known(year, month)
    if all(one is None for one in actual):
        return f"<p>{_('Nothing was written down so far.')}</p>"
    row = plan_and_actual(plan, actual)[-1]
    text = _("So far {difference} thousand som against the plan; at this pace the year ends at {end} thousand som, "
             "{share} of the plan. First month not paid in full: {month}.")  # fmt: skip
    sign = "+" if row.variance_so_far > 0 else ""
    return "<p>{}</p>".format(
        text.format(
            difference=sign + number(row.variance_so_far / 1000, 1),
            end=thousands(forecast(plan, actual)),
            share=percent(forecast(plan, actual) / sum(plan)),
            month=month_of_end(year, month),
        )
    )
