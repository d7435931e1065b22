"""Charts of the unit `control`: where a difference of cost comes from, a control chart, how long complaints wait."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from aimak.i18n import translate as _
from aimak.i18n.numbers import number
from aimak.lesson.charts import COLOURS, HATCHES, LABEL_LETTERS, new_figure, put_legend, put_title, tick
from aimak.municipal.control import ControlChart

if TYPE_CHECKING:
    from matplotlib.figure import Figure


def waterfall(title: str, unit: str, first: tuple[str, float], parts: Mapping[str, float], last: str) -> Figure:
    """From the plan to what was paid: a bar for the plan, a step for each part, a bar for the end.

    :param first: the name and amount of the plan. :param parts: the name and amount of each step, plus or minus.
    :param last: the name of the end, which is the plan and all steps together.
    """
    labels = [first[0], *parts, last]
    figure, axes = new_figure(1.0 + 0.42 * len(labels))
    level = first[1]
    axes.barh(0, level, 0.6, color=COLOURS[0])
    ends = [(0, level, number(level, 1))]
    for place, amount in enumerate(parts.values(), start=1):
        colour, hatch = (COLOURS[5], HATCHES[1]) if amount > 0 else (COLOURS[2], HATCHES[2])
        axes.barh(place, amount, 0.6, left=level, color=colour, hatch=hatch, edgecolor="white")
        axes.plot([level, level], [place - 1 + 0.3, place - 0.3], color="#333333", linewidth=0.8)
        ends.append((place, max(level, level + amount), f"{'+' if amount > 0 else ''}{number(amount, 1)}"))
        level += amount
    axes.barh(len(labels) - 1, level, 0.6, color=COLOURS[0])
    ends.append((len(labels) - 1, level, number(level, 1)))
    for place, right, text in ends:
        axes.annotate(text, (right, place), (4, 0), textcoords="offset points", va="center", fontsize=9)
    axes.set_yticks(range(len(labels)), [textwrap.fill(label, LABEL_LETTERS) for label in labels])
    axes.invert_yaxis()
    axes.margins(x=0.16)
    axes.set_xlabel(unit)
    put_title(figure, title)
    return figure


def control(title: str, axis: str, unit: str, places: Sequence[str], chart: ControlChart, scale: float = 1.0) -> Figure:
    """Points with mean and limits; a point outside gets a ring and its figure.

    :param scale: points, mean and limits are multiplied by it, such as 100 for stops missed of 100.
    """
    figure, axes = new_figure(3.6)
    across = range(len(places))
    points = [float("nan") if point is None else scale * point for point in chart.points]
    upper, lower = [scale * one for one in chart.upper], [scale * one for one in chart.lower]
    names = [
        _("Missed stops"),
        _("Mean of the quiet year"),
        _("Limits: chance lies between"),
        _("A cause can be found"),
    ]
    axes.fill_between(across, lower, upper, color="#e4e9ef", label=names[2], linewidth=0)
    axes.plot(across, upper, color="#5b6773", linestyle="--", linewidth=1)
    axes.plot(across, lower, color="#5b6773", linestyle="--", linewidth=1)
    axes.axhline(scale * chart.mean, color="#333333", linewidth=1.2, label=names[1])
    axes.plot(across, points, "o-", color=COLOURS[0], label=names[0])
    shown = [names[0], names[1], names[2]]
    if chart.outside:
        outside = [points[place] for place in chart.outside]
        axes.plot(chart.outside, outside, "o", markersize=14, markerfacecolor="none", markeredgecolor=COLOURS[5],
                  markeredgewidth=2, linestyle="", label=names[3])  # fmt: skip
        shown.append(names[3])
        for place, point in zip(chart.outside, outside, strict=True):
            axes.annotate(
                number(point, 1), (place, point), (0, 11), textcoords="offset points", ha="center", fontsize=9
            )
    axes.set_xticks(list(across), list(places))
    axes.set_ylim(bottom=0)
    axes.margins(y=0.16)
    axes.yaxis.set_major_formatter(tick)
    axes.set_xlabel(axis)
    axes.set_ylabel(unit)
    put_title(figure, title)
    put_legend(figure, shown)
    return figure


#: Working days of one bar of :func:`waiting`, and from where on all stand in the last bar.
STEP, LONGEST = 5, 40


def _in_step(days: Sequence[int], start: int) -> int:
    return sum(start <= one < start + STEP or one >= start == LONGEST for one in days)


def waiting(title: str, answered: Sequence[int], still_open: Sequence[int], term: int) -> Figure:
    """How many complaints took how many working days, in steps of five days; open ones on top, and the term.

    :param answered: working days of the answered ones. :param still_open: days so far of the open ones.
    """
    from matplotlib.ticker import MaxNLocator

    starts = list(range(0, LONGEST + 1, STEP))
    done, rest = ([_in_step(days, start) for start in starts] for days in (answered, still_open))
    names = [_("Answered"), _("Open, days so far"), _("Term of {days} working days").format(days=term)]
    figure, axes = new_figure(3.3)
    axes.bar(starts, done, STEP - 0.6, align="edge", color=COLOURS[0], label=names[0])
    axes.bar(
        starts,
        rest,
        STEP - 0.6,
        align="edge",
        bottom=done,
        color=COLOURS[1],
        hatch=HATCHES[1],
        edgecolor="white",
        label=names[1],
    )
    # An answer on the last day of the term is in time, so the line stands behind that day.
    axes.axvline(term + 0.7, color="#333333", linestyle="--", linewidth=1.4, label=names[2])
    labels = [f"{start}–{start + STEP - 1}" for start in starts[:-1]] + [f"{LONGEST}+"]
    axes.set_xticks([start + (STEP - 0.6) / 2 for start in starts], labels)
    axes.yaxis.set_major_locator(MaxNLocator(integer=True))
    axes.yaxis.set_major_formatter(tick)
    axes.set_ylim(0, 1.1 * max([1, *(a + b for a, b in zip(done, rest, strict=True))]))
    axes.set_xlabel(_("Working days from registering to the answer"))
    axes.set_ylabel(_("Complaints"))
    put_title(figure, title)
    put_legend(figure, names)
    return figure
