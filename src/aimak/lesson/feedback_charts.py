"""Charts of the unit `feedback`: what people say beside what is, and shares with their margin.

Counts are drawn by :func:`aimak.lesson.hearing_charts.stacked_counts`.
"""

from __future__ import annotations

import textwrap
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from aimak.i18n import translate as _
from aimak.lesson.charts import COLOURS, LABEL_LETTERS, new_figure, one_decimal, put_legend, put_title
from aimak.municipal.feedback import LINE, View

if TYPE_CHECKING:
    from matplotlib.figure import Figure

_MARKERS = ("o", "s", "^", "D", "v", "P")


def corners(title: str, views: Sequence[View], labels: Mapping[str, str], *, many: bool = False) -> Figure:
    """Each service as a point: to the right it runs better, upwards it is seen better; lines at :data:`LINE`.

    :param labels: the name of each service. :param many: several municipalities together, so small points.
    """
    figure, axes = new_figure(4.6)
    axes.axvline(LINE, color="#555555", linewidth=1, linestyle="--")
    axes.axhline(LINE, color="#555555", linewidth=1, linestyle="--")
    axes.plot([0, 100], [0, 100], color="#c9d1da", linewidth=1)
    for i, (service, label) in enumerate(labels.items()):
        own = [view for view in views if view.service == service]
        axes.plot(
            [view.performance for view in own],
            [view.perception for view in own],
            _MARKERS[i % len(_MARKERS)],
            color=COLOURS[i % len(COLOURS)],
            markersize=6 if many else 10,
            linestyle="none",
            label=label,
        )
    small = {"fontsize": 8.5, "color": "#333333"}
    for x, y, side, place, text in (
        (2, 98, "left", "top", _("runs badly, seen well")),
        (98, 98, "right", "top", _("runs well, seen well")),
        (2, 2, "left", "bottom", _("runs badly, seen badly")),
        (98, 2, "right", "bottom", _("runs well, seen badly")),
    ):
        axes.text(x, y, text, ha=side, va=place, **small)  # type: ignore[arg-type]
    axes.set_xlim(0, 100)
    axes.set_ylim(0, 100)
    axes.set_xlabel(_("Indicator, % of what was due"))
    axes.set_ylabel(_("Satisfied, %"))
    put_title(figure, title)
    put_legend(figure, list(labels.values()))
    return figure


def margins(title: str, rows: Sequence[tuple[str, float | None, float, float]]) -> Figure:
    """A share for each row as a point on its range, in per cent.

    :param rows: label, share (None: the range alone), low and high end of the range, all in per cent.
    """
    figure, axes = new_figure(1.0 + 0.42 * len(rows))
    for at, (_label, share, low, high) in enumerate(rows):
        axes.plot([low, high], [at, at], color=COLOURS[0], linewidth=3, solid_capstyle="butt")
        if share is None:
            continue
        axes.plot([share], [at], "D", color=COLOURS[5], markersize=8)
        axes.annotate(one_decimal(share), (share, at), (0, 8), textcoords="offset points", ha="center", fontsize=9)
    axes.set_yticks(range(len(rows)), [textwrap.fill(label, LABEL_LETTERS) for label, *_rest in rows])
    axes.set_ylim(len(rows) - 0.5, -0.7)
    axes.set_xlim(0, 100)
    axes.set_xlabel(_("Satisfied, % (bar: range that holds the truth in about 95 of 100 surveys)"), fontsize=9)
    put_title(figure, title)
    return figure
