"""The lesson's exploration: what if one indicator weighs more? A slider, and a table that stands in print."""

from __future__ import annotations

from collections.abc import Mapping

from aimak.i18n import translate as _
from aimak.i18n.numbers import number, percent
from aimak.lesson.exchange_words import place_name
from aimak.lesson.sliders import linked_slider
from aimak.lesson.tables import show_table, table_html
from aimak.municipal.exchange import leaning

__all__ = [
    "PRINTED",
    "START",
    "WEIGHTS",
    "order",
    "weight_slider",
    "weight_table",
]

#: Weights that the slider can take, those of the printed table, and the one that is shown first, per cent.
WEIGHTS, PRINTED, START = tuple(range(0, 105, 5)), (0, 25, 50, 75, 100), 25

#: Code -> indicator -> points.
Table = Mapping[str, Mapping[str, float]]


def order(table: Table, indicator: str, weight: int) -> list[tuple[str, float]]:
    """Codes with their index, the highest first."""
    sums = {code: leaning(scores, indicator, weight) for code, scores in table.items()}
    return sorted(sums.items(), key=lambda item: (-item[1], item[0]))


def weight_table(table: Table, indicator: str) -> None:
    """The printed form of the exploration: the index of each place at five weights."""
    show_table(
        _("The index if water weighs so much"),
        [_("Place"), *(percent(weight / 100, 0) for weight in PRINTED)],
        [[place_name(code), *(leaning(table[code], indicator, weight) for weight in PRINTED)] for code in table],
    )


def weight_slider(table: Table, indicator: str) -> None:
    """A slider for the weight of an indicator, and a list for the keyboard, with the order below."""
    outcomes = []
    for weight in WEIGHTS:
        ranked = order(table, indicator, weight)
        caption = _("Water weighs {weight}").format(weight=percent(weight / 100, 0))
        rows = [[place_name(code), number(value, 1)] for code, value in ranked]
        outcomes.append((percent(weight / 100, 0), table_html(caption, [_("Place"), _("Index")], rows)))
    linked_slider(_("Weight of water"), outcomes, WEIGHTS.index(START))
