"""Line charts for lessons: amounts over years, months or a choice, with limits drawn across where there are any."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from aimak.lesson.charts import COLOURS, new_figure, put_legend, put_title, tick

if TYPE_CHECKING:
    from matplotlib.figure import Figure

#: A line and a marker for each series, so that they are told apart in black and white.
STYLES = (("-", "o"), ("--", "s"), (":", "^"), ("-.", "D"), ((0, (5, 1)), "v"), ((0, (1, 1)), "P"))


def lines(
    title: str,
    axis: str,
    unit: str,
    places: Sequence[str],
    series: Mapping[str, Sequence[float | None]],
    limits: Mapping[str, float] | None = None,
    *,
    marks: bool = True,
    from_zero: bool = False,
) -> Figure:
    """A line for each series over the same places.

    :param axis: what the places are, such as ``Year`` or ``Collection, %``.
    :param unit: the unit of the amounts, shown along the upright axis.
    :param places: labels along the axis, in their order; of many, only as many are written as fit.
    :param series: name -> an amount for each place; None leaves a gap.
    :param limits: name -> a level that is drawn across, such as a target.
    :param marks: whether each place gets a marker; leave it off where there are many.
    :param from_zero: whether the upright axis starts at zero, so that a low level does not look like nothing.
    """
    figure, axes = new_figure(3.4)
    across = range(len(places))
    for i, (name, amounts) in enumerate(series.items()):
        style, marker = STYLES[i % len(STYLES)]
        values = [float("nan") if amount is None else amount for amount in amounts]
        axes.plot(
            across, values, linestyle=style, marker=marker if marks else "", color=COLOURS[i % len(COLOURS)], label=name
        )
    for i, (name, level) in enumerate((limits or {}).items()):
        axes.axhline(level, color="#333333", linewidth=1.2, linestyle=("--", ":", "-.")[i % 3], label=name)
    if from_zero:
        axes.set_ylim(bottom=0)
    step = max(1, -(-len(places) // 12))
    axes.set_xticks(list(across)[::step], list(places)[::step])
    axes.yaxis.set_major_formatter(tick)
    axes.set_xlabel(axis)
    axes.set_ylabel(unit)
    axes.grid(axis="y", color="#d5dbe2", linewidth=0.8)
    put_title(figure, title)
    put_legend(figure, [*series, *(limits or {})])
    return figure
