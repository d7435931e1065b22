"""Charts of the unit `newservice`: ranges of a survey, and the line where a club covers its costs."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from typing import TYPE_CHECKING

from aimak.i18n import translate as _
from aimak.i18n.numbers import number
from aimak.lesson.charts import COLOURS, LABEL_LETTERS, new_figure, one_decimal, put_legend, put_title, tick

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from aimak.municipal.newservice import ClubYear

#: A range and what was counted: label, low, middle (None where it may not be relied on), high; per cent.
Row = tuple[str, float, float | None, float]


def intervals(title: str, unit: str, rows: Sequence[Row], names: tuple[str, str]) -> Figure:
    """A bar from the low to the high end of each range, and a point for what the survey itself says.

    :param names: what bar and point are called in the legend.
    """
    figure, axes = new_figure(1.3 + 0.42 * len(rows))
    for i, (_label, low, middle, high) in enumerate(rows):
        axes.barh(
            i, high - low, 0.34, left=low, color="#9ec5e3", edgecolor=COLOURS[0], label=names[0] if not i else None
        )
        axes.annotate(
            one_decimal(low), (low, i), (-4, 0), textcoords="offset points", ha="right", va="center", fontsize=9
        )
        axes.annotate(
            one_decimal(high), (high, i), (4, 0), textcoords="offset points", ha="left", va="center", fontsize=9
        )
        if middle is not None:
            axes.plot([middle], [i], "D", color=COLOURS[5], markersize=7)
    has_points = any(middle is not None for _label, _low, middle, _high in rows)
    if has_points:
        axes.plot([], [], "D", color=COLOURS[5], markersize=7, label=names[1])
    axes.set_yticks(range(len(rows)), [textwrap.fill(label, LABEL_LETTERS) for label, *_rest in rows])
    axes.set_xlim(0, 100)
    axes.invert_yaxis()
    axes.set_xlabel(unit)
    put_title(figure, title)
    put_legend(figure, list(names) if has_points else [names[0]])
    return figure


def break_even_lines(title: str, year: ClubYear, fee: int, most: int) -> Figure:
    """Costs and income of a club by the number of children: where the lines cross, the club covers its costs.

    :param fee: som a month.
    :param most: children at the right end of the axis.
    """
    figure, axes = new_figure(3.7)
    children = [0, most]
    share = year.payers / year.users
    each = year.months * fee / 1000
    lines = (
        (_("Costs"), [(year.fixed + n * year.variable_month * year.months) / 1000 for n in children], "-"),
        (_("Fees, if everybody pays"), [n * each for n in children], "--"),
        (
            _("Fees with free places, and the local budget"),
            [(year.contribution / 1000 + n * share * each) for n in children],
            ":",
        ),
    )
    for i, (name, amounts, style) in enumerate(lines):
        axes.plot(children, amounts, style, color=(COLOURS[5], COLOURS[0], COLOURS[2])[i], linewidth=2.2, label=name)
    axes.axvline(year.users, color="#333333", linewidth=1)
    axes.annotate(
        _("planned: {count}").format(count=number(year.users)), (year.users, 0), (4, 4), textcoords="offset points",
        fontsize=9,
    )  # fmt: skip
    axes.set_xlim(0, most)
    axes.set_ylim(0)
    axes.yaxis.set_major_formatter(tick)
    axes.grid(axis="y", color="#d5dbe2", linewidth=0.8)
    axes.set_xlabel(_("Children"))
    axes.set_ylabel(_("thousand som a year"))
    put_title(figure, title)
    put_legend(figure, [name for name, *_rest in lines])
    return figure
