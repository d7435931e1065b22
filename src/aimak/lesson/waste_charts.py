"""The charts of the lesson on waste: cost by part over the years, and what a household costs where many are served."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from aimak.i18n.numbers import number
from aimak.lesson.charts import COLOURS, HATCHES, new_figure, put_legend, put_title, tick

if TYPE_CHECKING:
    from matplotlib.figure import Figure

#: Own points are named up to so many; more names would cover each other.
NAMED = 1


def cost_stack(title: str, unit: str, columns: Mapping[str, Mapping[str, float]]) -> Figure:
    """A stacked bar of amounts for each column, with the total at its end.

    :param columns: column -> part -> amount in ``unit``; all columns have the same parts in the same order.
    """
    figure, axes = new_figure(1.5 + 0.6 * len(columns))
    left = dict.fromkeys(columns, 0.0)
    parts = list(next(iter(columns.values())))
    for i, part in enumerate(parts):
        made = axes.barh(
            list(columns),
            [amounts[part] for amounts in columns.values()],
            0.6,
            left=list(left.values()),
            label=part,
            color=COLOURS[i % len(COLOURS)],
            hatch=HATCHES[i % len(HATCHES)],
            edgecolor="white",
        )
        left = {name: left[name] + amounts[part] for name, amounts in columns.items()}
    axes.bar_label(made, [number(total, 1) for total in left.values()], padding=4, fontsize=9)
    axes.invert_yaxis()
    axes.margins(x=0.14)
    axes.set_xlabel(unit)
    put_title(figure, title)
    put_legend(figure, parts)
    return figure


def cost_points(
    title: str,
    axis: str,
    unit: str,
    own: Sequence[tuple[str, int, float]],
    others: Sequence[tuple[str, int, float]],
    names: tuple[str, str],
) -> Figure:
    """Points for municipalities: households served to the right, cost of each upwards.

    :param own: name, households, cost in ``unit``; they are diamonds, and a single one is named.
    :param names: what the own and the other points are called in the legend.
    """
    figure, axes = new_figure(3.8)
    if others:
        axes.plot([x for _n, x, _y in others], [y for _n, _x, y in others], "o", color=COLOURS[0], label=names[1])
    if own:
        axes.plot(
            [x for _n, x, _y in own], [y for _n, _x, y in own], "D", color=COLOURS[5], markersize=8, label=names[0]
        )
    for name, x, y in own if len(own) <= NAMED else ():
        box = {"facecolor": "white", "alpha": 0.85, "edgecolor": "none", "pad": 1.5}
        axes.annotate(f"{name}: {number(y)}", (x, y), (7, 9), textcoords="offset points", fontsize=9, bbox=box)
    axes.margins(x=0.05, y=0.15)  # before the limits: they switch the margins off
    axes.set_xlim(left=0)
    axes.set_ylim(bottom=0)
    axes.yaxis.set_major_formatter(tick)
    axes.set_xlabel(axis)
    axes.set_ylabel(unit)
    axes.grid(axis="y", color="#d5dbe2", linewidth=0.8)
    put_title(figure, title)
    put_legend(figure, [name for name, there in zip(names, (own, others), strict=True) if there])
    return figure
