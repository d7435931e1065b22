"""Charts of the unit `streets`: conditions of roads against the limit, and what a plan opens in which year."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from aimak.i18n import translate as _
from aimak.lesson.charts import COLOURS, HATCHES, LABEL_LETTERS, new_figure, one_decimal, put_legend, put_title
from aimak.municipal.streets import PASSABLE, after_work, untouched, work_needed, worn

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from aimak.municipal.streets import Road


def condition_bars(title: str, conditions: Mapping[str, int]) -> Figure:
    """A bar for each road, hatched where it is not passable, and the limit across."""
    labels = list(conditions)
    figure, axes = new_figure(1.3 + 0.36 * len(labels))
    good, bad = _("passable in every weather"), _("not passable in bad weather")
    for name, colour, hatch, keep in ((good, COLOURS[0], "", True), (bad, COLOURS[5], HATCHES[1], False)):
        rows = [i for i, label in enumerate(labels) if (conditions[label] >= PASSABLE) is keep]
        made = axes.barh(
            rows, [conditions[labels[i]] for i in rows], 0.66, color=colour, hatch=hatch, edgecolor="white", label=name
        )
        axes.bar_label(made, padding=3, fontsize=9)
    limit = _("limit of {points} points").format(points=PASSABLE)
    axes.axvline(PASSABLE, color="#333333", linestyle="--", linewidth=1.2, label=limit)
    axes.set_yticks(range(len(labels)), [textwrap.fill(label, LABEL_LETTERS) for label in labels])
    axes.invert_yaxis()
    axes.set_xlim(0, 108)
    axes.set_xlabel(_("points, from 0 (closed) to 100 (new)"))
    put_title(figure, title)
    put_legend(figure, [good, bad, limit])
    return figure


def passable_with(road: Road, done: int | None, years: int) -> list[bool]:
    """For each year, whether the road is passable if work is done once, in year ``done`` (0 is the first)."""
    condition, found = road.condition, []
    for year in range(years):
        if year == done:
            condition = after_work(condition, work_needed(condition))
        found.append(condition >= PASSABLE)
        condition = worn(condition)
    return found


def plan_grid(
    title: str, years: Sequence[int], roads: Sequence[Road], names: Sequence[str], plan: Mapping[str, int]
) -> Figure:
    """A field for each road and year: passable anyway, passable thanks to the plan, or not; a diamond marks the work.

    :param plan: road -> the place of its year among ``years``; a road that waits is not in it.
    """
    figure, axes = new_figure(1.5 + 0.42 * len(roads))
    words = (_("passable anyway"), _("passable because of the plan"), _("not passable"), _("work is done"))
    looks = ((COLOURS[4], ""), (COLOURS[2], HATCHES[2]), ("#ffffff", HATCHES[3]))
    told: set[int] = set()
    for row, road in enumerate(roads):
        without = [one >= PASSABLE for one in untouched(road.condition, len(years))]
        open_then = passable_with(road, plan.get(road.key), len(years))
        for column in range(len(years)):
            kind = 2 if not open_then[column] else 0 if without[column] else 1
            colour, hatch = looks[kind]
            label = words[kind] if kind not in told else None
            told.add(kind)
            axes.bar(
                column, 0.8, 0.94, row - 0.4, color=colour, hatch=hatch, edgecolor="#777777", linewidth=0.6, label=label
            )
        if road.key in plan:
            label = words[3] if 3 not in told else None
            told.add(3)
            axes.plot([plan[road.key]], [row], "D", color="#333333", markersize=7, label=label)
    axes.set_xticks(range(len(years)), [str(year) for year in years])
    axes.set_yticks(range(len(roads)), [textwrap.fill(name, LABEL_LETTERS) for name in names])
    axes.invert_yaxis()
    axes.tick_params(length=0)
    put_title(figure, title)
    put_legend(figure, [words[kind] for kind in sorted(told)])
    return figure


def shares(title: str, values: Mapping[str, float]) -> Figure:
    """Horizontal bars of per cent, from the largest down."""
    labels = sorted(values, key=lambda name: (-values[name], name))
    figure, axes = new_figure(0.9 + 0.3 * len(labels))
    made = axes.barh(range(len(labels)), [values[name] for name in labels], 0.66, color=COLOURS[0])
    axes.bar_label(made, fmt=one_decimal, padding=3, fontsize=9)
    axes.set_yticks(range(len(labels)), [textwrap.fill(name, LABEL_LETTERS) for name in labels])
    axes.invert_yaxis()
    axes.margins(x=0.14)
    axes.set_xlabel("%")
    put_title(figure, title)
    return figure
