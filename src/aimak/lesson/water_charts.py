"""The charts of the unit `water`: where the water goes, what 1 m³ costs against its price, and who pays."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from aimak.i18n import translate as _
from aimak.i18n.numbers import number, percent
from aimak.lesson.charts import COLOURS, HATCHES, new_figure, put_legend, put_title
from aimak.lesson.water_words import part_label

if TYPE_CHECKING:
    from matplotlib.figure import Figure

#: Longer names of rows take two lines.
_NAME_LETTERS = 18


def water_path(title: str, produced: int | None, billed: int, paid: int) -> Figure:
    """From the source to the cashbox: produced, billed and paid water, in 1000 m³; what is lost on the way is hatched.

    :param produced: m³; None where nothing is measured: then the first bar is left out.
    """
    rows = [(_("Billed"), billed, _("not billed")), (_("Paid"), paid, _("not paid"))]
    if produced is not None:
        rows.insert(0, (_("Produced"), produced, ""))
    figure, axes = new_figure(1.15 + 0.5 * len(rows))
    before: int | None = None
    for place, (name, amount, lost) in enumerate(rows):
        axes.barh(place, amount / 1000, 0.62, color=COLOURS[0])
        words = f"{name}: {number(amount / 1000, 1)}"
        if before is not None and before > amount:
            axes.barh(place, (before - amount) / 1000, 0.62, left=amount / 1000, color="white", hatch="//",
                      edgecolor=COLOURS[5])  # fmt: skip
            words += f" ({lost}: {number((before - amount) / 1000, 1)}, {percent((before - amount) / before, 0)})"
        axes.annotate(words, (0, place), (4, 17), textcoords="offset points", fontsize=9, va="center")
        before = amount
    axes.set_yticks([])
    axes.spines["left"].set_visible(False)
    axes.set_ylim(len(rows) - 0.55, -0.85)
    axes.set_xlabel(_("thousand m³ in a year"))
    put_title(figure, title)
    return figure


def cost_and_price(
    title: str, rows: Sequence[tuple[str, Mapping[str, float], float, float]], names: tuple[str, str]
) -> Figure:
    """The full cost of 1 m³ as a stacked bar for each row, with a mark for the tariff and one for what was paid.

    :param rows: name, part -> som for 1 m³, tariff, what users paid for 1 m³ billed (som).
    :param names: what the two marks are called in the legend.
    """
    figure, axes = new_figure(2.0 + 0.42 * len(rows))
    parts = [part for part in rows[0][1] if any(row[1][part] for row in rows)]
    left = [0.0] * len(rows)
    for i, part in enumerate(parts):
        sizes = [row[1][part] for row in rows]
        axes.barh(range(len(rows)), sizes, 0.6, left=left, label=part_label(part), color=COLOURS[i % len(COLOURS)],
                  hatch=HATCHES[i % len(HATCHES)], edgecolor="white")  # fmt: skip
        left = [start + size for start, size in zip(left, sizes, strict=True)]
    for place, total in enumerate(left):
        axes.annotate(number(total, 1), (total, place), (4, 0), textcoords="offset points", va="center", fontsize=9)
    places = list(range(len(rows)))
    size = 13 if len(rows) < 8 else 9
    axes.plot([row[2] for row in rows], places, "D", color="black", markeredgecolor="white", markersize=size * 0.62,
              label=names[0])  # fmt: skip
    axes.plot([row[3] for row in rows], places, "o", color="white", markeredgecolor="black", markersize=size * 0.62,
              label=names[1])  # fmt: skip
    axes.set_yticks(places, [textwrap.fill(row[0], _NAME_LETTERS) for row in rows])
    axes.invert_yaxis()
    axes.margins(x=0.1)
    axes.set_xlim(left=0)
    axes.set_xlabel(_("som for 1 m³ billed"))
    put_title(figure, title)
    put_legend(figure, [*(part_label(part) for part in parts), *names])
    return figure


def who_pays(title: str, rows: Sequence[tuple[str, float, float, float]]) -> Figure:
    """Who pays the full cost: users, the budget line, nobody; thousand som, one bar for each row.

    :param rows: name, paid by users, by the line, by nobody.
    """
    figure, axes = new_figure(1.3 + 0.42 * len(rows))
    names = (_("Paid by users"), _("Budget line “water”"), _("Paid by nobody"))
    left = [0.0] * len(rows)
    for i, name in enumerate(names):
        sizes = [row[1:][i] for row in rows]
        colour = (COLOURS[0], COLOURS[1], "white")[i]
        made = axes.barh(range(len(rows)), sizes, 0.62, left=left, label=name, color=colour,
                         hatch=("", "//", "xx")[i], edgecolor="white" if i < 2 else COLOURS[5])  # fmt: skip
        whole = max(sum(row[1:]) for row in rows)
        words = [number(size, 0) if size > 0.09 * whole else "" for size in sizes]
        box = {"facecolor": "white", "alpha": 0.85, "edgecolor": "none", "pad": 1.2}
        axes.bar_label(made, words, label_type="center", fontsize=8.5, bbox=box)
        left = [start + size for start, size in zip(left, sizes, strict=True)]
    axes.set_yticks(range(len(rows)), [textwrap.fill(row[0], _NAME_LETTERS) for row in rows])
    axes.invert_yaxis()
    axes.set_xlabel(_("thousand som"))
    put_title(figure, title)
    put_legend(figure, names)
    return figure
