"""Charts of the unit `hearing`: people at each hearing, what became of proposals, who gets the time."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from aimak.i18n.numbers import number
from aimak.lesson.charts import COLOURS, HATCHES, LABEL_LETTERS, new_figure, one_decimal, put_legend, put_title

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure


def whole_bars(
    title: str, unit: str, values: Mapping[str, float], mean: float | None = None, names: tuple[str, str] = ("", "")
) -> Figure:
    """Horizontal bars of whole amounts, and a mean drawn across them where there is one.

    :param values: label -> amount in ``unit``.
    :param names: what the bars and the mean are called in the legend.
    """
    figure, axes = _figure(1.2 + 0.36 * len(values))
    made = axes.barh(range(len(values)), list(values.values()), 0.66, color=COLOURS[0], label=names[0])
    axes.bar_label(made, [number(value) for value in values.values()], padding=3, fontsize=9)
    axes.set_yticks(range(len(values)), [textwrap.fill(label, LABEL_LETTERS) for label in values])
    axes.invert_yaxis()
    axes.margins(x=0.14)
    axes.set_xlabel(unit)
    put_title(figure, title)
    if mean is not None:
        axes.axvline(mean, color="#333333", linewidth=1.4, linestyle="--", label=names[1])
        put_legend(figure, names)
    return figure


def _figure(height: float) -> tuple[Figure, Axes]:
    """A figure with a little room at its sides: the last number of an axis would be cut otherwise."""
    from matplotlib.layout_engine import ConstrainedLayoutEngine

    figure, axes = new_figure(height)
    figure.set_layout_engine(ConstrainedLayoutEngine(w_pad=0.15))
    return figure, axes


def stacked_counts(title: str, unit: str, rows: Mapping[str, Mapping[str, int]]) -> Figure:
    """A bar of counts for each row, made of parts; every part above zero has its count in it.

    :param rows: row -> part -> count; all rows have the same parts in the same order.
    """
    from matplotlib.ticker import MaxNLocator

    figure, axes = _figure(1.2 + 0.5 * len(rows))
    parts = list(next(iter(rows.values())))
    left = [0.0] * len(rows)
    for i, part in enumerate(parts):
        counts = [row[part] for row in rows.values()]
        made = axes.barh(
            range(len(rows)),
            counts,
            0.62,
            left=left,
            label=part,
            color=COLOURS[i % len(COLOURS)],
            hatch=HATCHES[i % len(HATCHES)],
            edgecolor="white",
        )
        box = {"facecolor": "white", "alpha": 0.85, "edgecolor": "none", "pad": 1.5}
        words = [number(count) if count else "" for count in counts]
        axes.bar_label(made, words, label_type="center", fontsize=9, bbox=box)
        left = [before + count for before, count in zip(left, counts, strict=True)]
    axes.set_yticks(range(len(rows)), [textwrap.fill(name, LABEL_LETTERS) for name in rows])
    axes.invert_yaxis()
    axes.set_xlabel(unit)
    axes.xaxis.set_major_locator(MaxNLocator(integer=True))
    put_title(figure, title)
    put_legend(figure, parts)
    return figure


def share_dots(title: str, unit: str, rows: Sequence[tuple[str, Mapping[str, float]]], names: Sequence[str]) -> Figure:
    """For each rule a point for each group: its share of the speaking time.

    :param rows: the rule's name, and group -> share in per cent.
    :param names: the groups, in the order of the legend.
    """
    figure, axes = _figure(1.3 + 0.55 * len(rows))
    markers = ("o", "s", "^")
    for i, name in enumerate(names):
        values = [shares[name] for _rule, shares in rows]
        places = [at + 0.24 * (i - 1) for at in range(len(rows))]
        axes.hlines(places, 0, values, color=COLOURS[i], linewidth=1.2)
        # A point at zero lies on the axis and would be cut in half.
        (points,) = axes.plot(values, places, markers[i], color=COLOURS[i], markersize=8, linestyle="none", label=name)
        points.set(clip_on=False, zorder=3)
        for value, place in zip(values, places, strict=True):
            axes.annotate(one_decimal(value), (value, place), (8, -3), textcoords="offset points", fontsize=8)
    axes.set_yticks(range(len(rows)), [textwrap.fill(rule, LABEL_LETTERS) for rule, _shares in rows])
    axes.set_ylim(len(rows) - 0.5, -0.5)
    axes.set_xlim(left=0)
    axes.margins(x=0.16)
    axes.set_xlabel(unit)
    put_title(figure, title)
    put_legend(figure, list(names))
    return figure
