"""The lesson's exploration: how long lamps burn decides which lamp is the cheapest. A slider, and a table for print."""

from __future__ import annotations

from fractions import Fraction

from aimak.data.streets import lamp_types, tariff
from aimak.i18n import translate as _
from aimak.i18n.numbers import number, percent
from aimak.lesson.cases.streets_parts import YEARS
from aimak.lesson.sliders import linked_slider
from aimak.lesson.streets_words import lamp_label
from aimak.lesson.tables import show_table
from aimak.municipal.streets import life_cycle_cost

#: Burning hours a year that the slider can take, and those of the printed table.
HOURS = tuple(range(500, 5001, 250))
PRINTED_HOURS = (500, 1000, 1750, 2500, 4000, 4750)
#: The kinds that are compared: one old lamp that hangs already, and the two that can be bought.
KINDS = ("mercury_250", "led_cheap_100", "led_good_60")
RATE = 0.08


def price_now() -> Fraction:
    """Som for a kWh that budget consumers pay from May 2026 on, as published."""
    return Fraction(tariff("tariff_budget").tyiyn(2026, 12), 100)


def costs_of_one_lamp(hours: int, rate: float = RATE) -> dict[str, int]:
    """Whole som of one lamp over all years in money of today, by kind; the old lamp hangs already."""
    return {
        kind: life_cycle_cost(lamp_types()[kind].lamp, 1, hours, [price_now()] * YEARS, rate, bought=kind != KINDS[0])
        for kind in KINDS
    }


def hours_table() -> None:
    """The printed form of the exploration: some numbers of hours side by side."""
    rows = []
    for hours in PRINTED_HOURS:
        costs = costs_of_one_lamp(hours)
        rows.append([number(hours), *(number(costs[kind]) for kind in KINDS)])
    caption = _("One lamp over {years} years, som in money of today at a discount rate of {rate}")
    columns = [_("Hours a year"), *(lamp_label(kind) for kind in KINDS)]
    show_table(caption.format(years=YEARS, rate=percent(RATE, 0)), columns, rows)


def hours_slider() -> None:
    """A slider for the burning hours of a year, and a list for the keyboard, with the outcome below."""
    linked_slider(_("Hours a year"), [(number(hours), _said(hours)) for hours in HOURS], HOURS.index(4000))


def _said(hours: int) -> str:
    costs = costs_of_one_lamp(hours)
    cheapest = min(costs, key=lambda kind: costs[kind])
    text = _(
        "{years} years cost: {old} {old_cost} som, {cheap} {cheap_cost} som, {good} {good_cost} som. Cheapest: {best}."
    )
    told = text.format(
        years=YEARS,
        old=lamp_label(KINDS[0]),
        old_cost=number(costs[KINDS[0]]),
        cheap=lamp_label(KINDS[1]),
        cheap_cost=number(costs[KINDS[1]]),
        good=lamp_label(KINDS[2]),
        good_cost=number(costs[KINDS[2]]),
        best=lamp_label(cheapest),
    )
    return f"<p>{told}</p>"
