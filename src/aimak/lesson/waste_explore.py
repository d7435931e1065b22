"""The lesson's exploration: what if more or fewer people pay? A slider, and a table that stands in print."""

from __future__ import annotations

from html import escape

from aimak.i18n import translate as _
from aimak.i18n.numbers import number, percent, thousands
from aimak.lesson.sliders import linked_slider
from aimak.lesson.tables import show_table
from aimak.lesson.waste_view import WasteView
from aimak.municipal.waste import Group, bag_price_for, gap, pays_more

#: Collection rates that the slider takes, and those that the printed table shows, in per cent.
RATES, PRINTED_RATES = tuple(range(20, 105, 5)), (40, 60, 80, 100)
#: What the slider shows first, in per cent.
START = 60
#: For the comparison of bags with a flat fee: share of households, and bags a month. Figures for training.
SMALL, MIDDLE, LARGE = (0.3, 2.0), (0.45, 4.0), (0.25, 7.0)


def outcome(view: WasteView, rate: int) -> tuple[float, int, int]:
    """At a collection rate in per cent: the fee that is needed (som), what comes in, and what is missing (whole som).

    What comes in and what is missing are those of today's fee, with today's subsidy.
    """
    share = rate / 100
    needed = view.fee_needed(share, view.from_budget)
    missing = gap(view.cost.total, view.fee, view.households, share, view.from_budget)
    return needed, round(view.billed * share), missing


def rate_table(view: WasteView) -> None:
    """The printed form of the exploration: four collection rates, one below the other."""
    rows = []
    for rate in PRINTED_RATES:
        needed, income, missing = outcome(view, rate)
        rows.append([percent(rate / 100, 0), number(needed), thousands(income), thousands(missing)])
    show_table(
        _("If more or fewer people pay: the fee that is needed (a household and month), and what today's fee brings"),
        [
            _("Collection rate"),
            _("Fee needed, som"),
            _("Today's fee brings, thousand som"),
            _("Then missing, thousand som"),
        ],
        rows,
    )


def rate_slider(view: WasteView) -> None:
    """A slider for the collection rate, and a list for the keyboard, with the outcome below."""
    linked_slider(
        _("Collection rate"), [(percent(rate / 100, 0), _said(view, rate)) for rate in RATES], RATES.index(START)
    )


def _said(view: WasteView, rate: int) -> str:
    needed, income, missing = outcome(view, rate)
    first = _("If {rate} of the bills are paid, a fee of {fee} som a household and month is needed.").format(
        rate=percent(rate / 100, 0), fee=number(needed)
    )
    then = _("With today's fee {income} thousand som come in, and {amount} thousand som are missing.")
    if missing <= 0:
        then = _("With today's fee {income} thousand som come in, and {amount} thousand som are left over.")
    second = then.format(income=thousands(income), amount=thousands(abs(missing)))
    return f"<p>{escape(first)}</p><p>{escape(second)}</p>"


def household_groups(view: WasteView) -> tuple[Group, ...]:
    """Small, middle and large households of the training village that pay by bag."""
    names = (
        _("Small households (1–2 people)"),
        _("Middle households (3–5 people)"),
        _("Large households (6 and more)"),
    )
    sizes = (SMALL, MIDDLE, LARGE)
    return tuple(
        Group(name, round(view.households * share), bags) for name, (share, bags) in zip(names, sizes, strict=True)
    )


def bag_table(view: WasteView, fewer: float) -> None:
    """Who pays more if the same money comes from bags: one row a size of household.

    :param fewer: the share of the bags that are no longer handed over once each one costs.
    """
    groups = household_groups(view)
    flat = view.fee or view.each
    target = round(flat * sum(group.households for group in groups) * 12)
    price = bag_price_for(target, groups, fewer)
    paid = tuple(Group(group.name, group.households, group.bags * (1 - fewer)) for group in groups)
    more = pays_more(flat, price, paid)
    show_table(
        _("A flat fee of {fee} som, or {price} som a bag (invented)").format(
            fee=number(flat, 1), price=number(price, 1)
        ),
        [
            _("Households"),
            _("Bags a month"),
            _("By bag, som a month"),
            _("More or less, som a month"),
        ],
        [[group.name, group.bags, flat + more[group.name], more[group.name]] for group in paid],
    )
