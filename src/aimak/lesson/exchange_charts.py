"""Charts of the unit `exchange`: parts of a distance, situation against result, and a map of who could visit whom."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from aimak.i18n import translate as _
from aimak.i18n.numbers import number
from aimak.lesson.charts import COLOURS, HATCHES, LABEL_LETTERS, new_figure, put_legend, put_title, tick

if TYPE_CHECKING:
    from matplotlib.figure import Figure


def stacked_parts(title: str, unit: str, rows: Mapping[str, Mapping[str, float]]) -> Figure:
    """A bar for each row, made of its parts, with the total behind it.

    :param rows: row -> part -> amount; all rows have the same parts in the same order.
    """
    figure, axes = new_figure(1.2 + 0.36 * len(rows))
    left = dict.fromkeys(rows, 0.0)
    names = list(next(iter(rows.values())))
    for i, part in enumerate(names):
        axes.barh(
            range(len(rows)),
            [parts[part] for parts in rows.values()],
            0.62,
            left=list(left.values()),
            label=part,
            color=COLOURS[i],
            hatch=HATCHES[i],
            edgecolor="white",
        )
        left = {row: left[row] + rows[row][part] for row in rows}
    for i, total in enumerate(left.values()):
        axes.annotate(number(total, 2), (total, i), (4, 0), textcoords="offset points", va="center", fontsize=9)
    axes.set_yticks(range(len(rows)), [textwrap.fill(row, LABEL_LETTERS) for row in rows])
    axes.invert_yaxis()
    axes.margins(x=0.14)
    axes.locator_params(axis="x", nbins=5)
    axes.xaxis.set_major_formatter(lambda value, _place: number(value, 2))
    axes.set_xlabel(unit)
    put_title(figure, title)
    put_legend(figure, names)
    return figure


#: A point: name (empty for none beside it), along, up.
Point = tuple[str, float, float]


def situation_and_result(
    title: str, unit: str, own: float, others: Sequence[Point], hosts: Sequence[Point], within: float
) -> Figure:
    """How near others are, and how good their result is; hosts are named, the own place stands at distance 0."""
    figure, axes = new_figure(3.9)
    names = [_("Others"), _("Near and clearly better"), _("You")]
    axes.axvspan(0, within, color="#e6eef6")
    axes.plot([x for _n, x, _y in others], [y for _n, _x, y in others], "o", color="#8a96a3", label=names[0])
    axes.plot(
        [x for _n, x, _y in hosts], [y for _n, _x, y in hosts], "s", color=COLOURS[2], markersize=8, label=names[1]
    )
    axes.plot([0], [own], "D", color=COLOURS[5], markersize=9, label=names[2], clip_on=False)
    axes.axhline(own, color=COLOURS[5], linewidth=0.8, linestyle=":")
    for name, x, y in hosts[:3]:
        axes.annotate(name, (x, y), (6, 5), textcoords="offset points", fontsize=9)
    axes.set_xlim(0)
    axes.yaxis.set_major_formatter(tick)
    axes.set_xlabel(_("Distance in situation, in ordinary differences"))
    axes.set_ylabel(unit)
    put_title(figure, title)
    put_legend(figure, names)
    return figure


def visit_map(title: str, places: Sequence[Point], ways: Sequence[tuple[Point, Point]]) -> Figure:
    """The invented map of an oblast with an arrow from each guest to its host."""
    figure, axes = new_figure(4.6)
    for (_guest, x0, y0), (_host, x1, y1) in ways:
        axes.annotate(
            "", (x1, y1), (x0, y0), arrowprops={"arrowstyle": "-|>", "color": COLOURS[0], "shrinkA": 4, "shrinkB": 5}
        )
    axes.plot([x for _n, x, _y in places], [y for _n, _x, y in places], "o", color=COLOURS[5], markersize=6)
    for name, x, y in places:
        axes.annotate(name, (x, y), (0, 6), textcoords="offset points", fontsize=8.5, ha="center")
    axes.margins(0.08)
    axes.yaxis.set_major_formatter(tick)
    axes.set_xlabel(_("East, km (invented map)"))
    axes.set_ylabel(_("North, km"))
    put_title(figure, title)
    return figure
