"""Charts of the lesson `planning`: lists side by side, and measures over the months of a year."""

from __future__ import annotations

import textwrap
from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING

from aimak.i18n import translate as _
from aimak.lesson.charts import COLOURS, LABEL_LETTERS, new_figure, put_legend, put_title
from aimak.lesson.months import month_short

if TYPE_CHECKING:
    from matplotlib.figure import Figure

#: From pressing to not pressing: dark to light, so that the order shows in black and white.
SHADES = ("#08519c", "#3182bd", "#6baed6", "#9ecae1", "#c6dbef", "#eff3ff")


def rank_map(
    title: str, needs: Mapping[str, str], rows: Mapping[str, Sequence[str]], marked: Mapping[str, Collection[str]]
) -> Figure:
    """Places of needs on lists: a row a list, a column a need, dark for a first place.

    :param needs: key -> name, in the order of the columns.
    :param rows: name of a list -> needs from the most to the least pressing; empty where there is no list.
    :param marked: name of a list -> needs that get a star.
    """
    figure, axes = new_figure(1.75 + 0.36 * len(rows))
    for y, (name, ranking) in enumerate(rows.items()):
        for x, need in enumerate(needs):
            place = ranking.index(need) if ranking else None
            colour = "white" if place is None else SHADES[min(place, len(SHADES) - 1)]
            axes.barh(y, 1, 0.94, left=x + 0.03, color=colour, edgecolor="#c9d1da", linewidth=0.5)
            text = "—" if place is None else f"{place + 1}{'*' if need in marked.get(name, ()) else ''}"
            ink = "white" if place is not None and place < 2 else "#1b2733"
            axes.text(x + 0.5, y, text, ha="center", va="center", color=ink, fontsize=10)
    axes.set_yticks(range(len(rows)), [textwrap.fill(name, 18) for name in rows])
    axes.set_xticks([i + 0.5 for i in range(len(needs))], list(needs.values()))
    axes.xaxis.tick_top()
    for label in axes.get_xticklabels():
        label.set(rotation=32, ha="left", rotation_mode="anchor", fontsize=9.5)
    axes.tick_params(length=0)
    axes.spines[["left", "bottom"]].set_visible(False)
    axes.set_xlim(0, len(needs))
    axes.set_ylim(len(rows) - 0.45, -0.55)
    put_title(figure, title)
    return figure


def months_chart(
    title: str, rows: Sequence[tuple[str, int, int, bool, str]], closed: Collection[int], other: str, outdoors: str
) -> Figure:
    """Bars over the months of a year; months without outdoor work are shaded.

    :param rows: name, first month, last month, outdoor work or not, a note beside the bar such as its cost.
    :param closed: months, 1 to 12, without outdoor work.
    :param other: what a bar without a hatch is called in the legend; ``outdoors`` what one with a hatch is.
    """
    figure, axes = new_figure(1.5 + 0.4 * len(rows))
    shaded = _("No outdoor work")
    for i, month in enumerate(sorted(closed)):
        axes.axvspan(month - 1, month, color="#dde2e8", zorder=0, label=shaded if i == 0 else None)
    named: set[bool] = set()
    for y, (_name, first, last, is_outdoors, note) in enumerate(rows):
        axes.barh(
            y,
            last - first + 1,
            0.6,
            left=first - 1,
            color=COLOURS[1] if is_outdoors else COLOURS[0],
            hatch="//" if is_outdoors else "",
            edgecolor="white",
            label=None if is_outdoors in named else (outdoors if is_outdoors else other),
            zorder=2,
        )
        named.add(is_outdoors)
        right = last < 9
        axes.text(
            last + 0.12 if right else first - 1.12, y, note, ha="left" if right else "right", va="center", fontsize=9
        )
    axes.set_yticks(range(len(rows)), [textwrap.fill(row[0], LABEL_LETTERS) for row in rows])
    # Without the full stop of an abbreviation twelve names fit side by side in every language.
    axes.set_xticks([m + 0.5 for m in range(12)], [month_short(m + 1).rstrip(".") for m in range(12)], fontsize=8)
    axes.tick_params(axis="x", length=0)
    axes.set_xlim(0, 12)
    axes.set_ylim(len(rows) - 0.4, -0.6)
    put_title(figure, title)
    put_legend(figure, [shaded, outdoors, other])
    return figure
