"""Charts of the unit `participation`: shares in a room with their ranges beside the shares at home, and over years."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from typing import TYPE_CHECKING

from aimak.i18n import translate as _
from aimak.i18n.numbers import number
from aimak.lesson.charts import COLOURS, LABEL_LETTERS, new_figure, put_legend, put_title

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

#: Per cent that the words of a range take on the left of it.
_ROOM_FOR_WORDS = 12
#: A row: label, share at home, and the low end, middle and high end in the room, per cent; None where nobody counted.
Row = tuple[str, float, tuple[float, float, float] | None]


def room_and_home(title: str, rows: Sequence[Row]) -> Figure:
    """For each row a bar for the range, a diamond for the share in the room, and a line for the share at home."""
    figure, axes = new_figure(1.4 + 0.52 * len(rows))
    names = [_("Range"), _("Share in the room"), _("Share at home")]
    for i, (_label, home, room) in enumerate(rows):
        if room is None:
            axes.annotate(_("not counted"), (home, i), (8, 0), textcoords="offset points", va="center", fontsize=9)
        else:
            _range(axes, i, home, room)
        axes.plot([home, home], [i - 0.36, i + 0.36], color="#1b2733", linewidth=2.6)
    axes.barh([0], [0], color="#9ec5e3", edgecolor=COLOURS[0], label=names[0])
    axes.plot([], [], "D", color=COLOURS[5], markersize=7, label=names[1])
    axes.plot([], [], color="#1b2733", linewidth=2.6, label=names[2])
    axes.set_yticks(range(len(rows)), [textwrap.fill(label, LABEL_LETTERS) for label, _home, _room in rows])
    axes.set_ylim(len(rows) - 0.4, -0.6)
    ends = [high for _l, _h, room in rows if room for high in (room[2],)]
    axes.set_xlim(0, min(100, 12 + max([home for _l, home, _r in rows] + ends)))
    axes.set_xlabel(_("% of the people"))
    put_title(figure, title)
    put_legend(figure, names)
    return figure


def _range(axes: Axes, i: int, home: float, room: tuple[float, float, float]) -> None:
    """The range and its ends in words, where the line of the share at home does not cross them."""
    low, middle, high = room
    axes.barh(i, high - low, 0.36, left=low, color="#9ec5e3", edgecolor=COLOURS[0])
    axes.plot([middle], [i], "D", color=COLOURS[5], markersize=7)
    text = _("{low} to {high}").format(low=number(low, 0), high=number(high, 0))
    is_left = home > low > _ROOM_FOR_WORDS
    at, side, shift = (low, "right", -5) if is_left else (max(high, home), "left", 6)
    axes.annotate(text, (at, i), (shift, 0), textcoords="offset points", ha=side, va="center", fontsize=8.5)
