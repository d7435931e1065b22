"""Charts for lessons: titles, units, a text alternative, colours that colour-blind people tell apart, and hatches
that survive a black-and-white printer. The same input always gives the same bytes."""

from __future__ import annotations

import io
import re
import textwrap
from collections.abc import Mapping, Sequence
from html import escape
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from aimak.i18n import translate as _
from aimak.i18n.numbers import number, percent

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

#: Okabe and Ito's colours, dark enough on white, and a hatch for each.
COLOURS = ("#0072b2", "#e69f00", "#009e73", "#cc79a7", "#56b4e9", "#d55e00", "#999999", "#f0e442", "#333333")
HATCHES = ("", "//", "..", "xx", "\\\\", "++", "--", "oo", "**")
#: Letters that fit side by side in a legend, and those that a sign with its gaps takes the room of.
_LEGEND_LETTERS, _SIGN_LETTERS = 74, 7
#: Letters of a label on the left; what is longer takes two lines, or the bars would have no room.
LABEL_LETTERS = 28


def new_figure(height: float) -> tuple[Figure, Axes]:
    """An empty figure as wide as a page, ``height`` inches high, in the course's own look.

    A unit draws a chart of its own (`aimak.lesson.<unit>_charts`) on it, with :func:`put_title` and :func:`put_legend`.
    """
    import matplotlib

    matplotlib.use("agg", force=False)
    from matplotlib.figure import Figure

    # DejaVu Sans comes with matplotlib and has ң ө ү.
    matplotlib.rcParams.update({"font.family": "DejaVu Sans", "font.size": 10.5, "hatch.linewidth": 0.6})
    figure = Figure(figsize=(5.9, height), layout="constrained")
    axes = figure.add_subplot()
    axes.spines[["top", "right"]].set_visible(False)
    axes.xaxis.set_major_formatter(tick)
    return figure, axes


def one_decimal(value: float) -> str:
    """A number beside a bar or a point, as the reader's language writes it."""
    return number(value, 1)


def tick(value: float, _place: float | None = None) -> str:
    """A number on an axis, with a decimal only where it has one."""
    return number(value, 0 if value == round(value) else 1)


def put_title(figure: Figure, title: str) -> None:
    """The title over the whole figure, in lines that fit: long labels leave the axes themselves little room."""
    lines = textwrap.wrap(title, 58)
    figure.suptitle("\n".join(lines), x=0.01, ha="left", fontsize=11, fontweight="bold")


def put_legend(figure: Figure, names: Sequence[str]) -> None:
    """The legend below the axes, where no bar lies under it, in as many columns as the names leave room for."""
    wanted = len(names)
    while wanted > 1 and _letters_wide(names, wanted) > _LEGEND_LETTERS:
        wanted -= 1
    figure.legend(loc="outside lower left", ncols=wanted, frameon=False, fontsize=9)


def _letters_wide(names: Sequence[str], columns: int) -> int:
    # Matplotlib fills the first columns with one name more where they do not come out even.
    least, more = divmod(len(names), columns)
    sizes = [least + (i < more) for i in range(columns)]
    starts = [sum(sizes[:i]) for i in range(columns)]
    return sum(
        max(map(len, names[at : at + size])) + _SIGN_LETTERS for at, size in zip(starts, sizes, strict=True) if size
    )


def bars(
    title: str,
    unit: str,
    values: Mapping[str, float],
    other: Mapping[str, float] | None = None,
    names: tuple[str, str] = ("", ""),
) -> Figure:
    """Horizontal bars, longest words allowed; with ``other`` a second bar for each, such as actual beside plan.

    :param values: label -> amount in ``unit``.
    :param names: what the two series are called in the legend.
    """
    labels = list(values)
    figure, axes = new_figure(0.9 + len(labels) * (0.36 if other is None else 0.55))
    places = range(len(labels))
    high = 0.7 if other is None else 0.38
    offset = 0.0 if other is None else 0.2
    first = axes.barh([p - offset for p in places], [values[n] for n in labels], high, color=COLOURS[0], label=names[0])
    axes.bar_label(first, fmt=one_decimal, padding=3, fontsize=9)
    if other is not None:
        second = axes.barh(
            [p + offset for p in places],
            [other.get(n, 0.0) for n in labels],
            high,
            color=COLOURS[1],
            hatch=HATCHES[1],
            edgecolor="white",
            label=names[1],
        )
        axes.bar_label(second, fmt=one_decimal, padding=3, fontsize=9)
        put_legend(figure, names)
    axes.set_yticks(list(places), [textwrap.fill(label, LABEL_LETTERS) for label in labels])
    axes.invert_yaxis()
    axes.margins(x=0.14)
    axes.set_xlabel(unit)
    put_title(figure, title)
    return figure


def stacked_shares(title: str, columns: Mapping[str, Mapping[str, float]]) -> Figure:
    """A stacked bar of shares for each column; every part is labelled with its per cent.

    :param columns: column -> part -> amount; all columns have the same parts in the same order.
    """
    figure, axes = new_figure(0.9 + 0.75 * len(columns))
    parts = list(next(iter(columns.values())))
    left = dict.fromkeys(columns, 0.0)
    for i, part in enumerate(parts):
        shares = {name: 100 * amounts[part] / sum(amounts.values()) for name, amounts in columns.items()}
        made = axes.barh(
            list(shares),
            list(shares.values()),
            0.6,
            left=list(left.values()),
            label=part,
            color=COLOURS[i % len(COLOURS)],
            hatch=HATCHES[i % len(HATCHES)],
            edgecolor="white",
        )
        words = [percent(share / 100) if share >= 7 else "" for share in shares.values()]
        box = {"facecolor": "white", "alpha": 0.85, "edgecolor": "none", "pad": 1.5}
        axes.bar_label(made, words, label_type="center", fontsize=9, bbox=box)
        left = {name: left[name] + shares[name] for name in columns}
    axes.invert_yaxis()
    axes.set_xlim(0, 100)
    axes.set_xlabel("%")
    put_title(figure, title)
    put_legend(figure, parts)
    return figure


def ranges(title: str, unit: str, rows: Sequence[tuple[str, Sequence[float], float]], own: str, others: str) -> Figure:
    """Where one place stands among its peers: each peer a tick, the middle half a band, the place a diamond.

    :param rows: indicator's name, the peers' values (at least one), the place's value.
    """
    figure, axes = new_figure(1.2 + 0.8 * len(rows))
    middle = _("{others}, middle half").format(others=others)
    for i, (_name, peers, value) in enumerate(rows):
        low, high = (peers[round(share * (len(peers) - 1))] for share in (0.25, 0.75))
        axes.barh(i, high - low, 0.42, left=low, color="#cfd8e3", label=middle if i == 0 else None)
        axes.plot(peers, [i] * len(peers), "|", color="#333333", markersize=13, label=others if i == 0 else None)
        axes.plot([value], [i], "D", color=COLOURS[5], markersize=9, label=own if i == 0 else None)
        axes.annotate(one_decimal(value), (value, i), (0, 11), textcoords="offset points", ha="center", fontsize=9)
    axes.set_yticks(range(len(rows)), [textwrap.fill(name, LABEL_LETTERS) for name, _p, _v in rows])
    axes.set_ylim(len(rows) - 0.4, -0.7)
    axes.set_xlabel(unit)
    put_title(figure, title)
    put_legend(figure, [others, middle, own])
    return figure


def svg(figure: Figure) -> str:
    """The figure as SVG text; the same figure always gives the same text."""
    import matplotlib

    out = io.StringIO()
    with matplotlib.rc_context({"svg.hashsalt": "aimak", "svg.fonttype": "none"}):
        figure.savefig(out, format="svg", metadata={"Date": None, "Creator": None})
    text = out.getvalue()
    return re.sub(r"\s*\n\s*", "\n", text[text.index("<svg") :])


def show(figure: Figure, alt: str) -> None:
    """Show a figure in a notebook as an image with a text alternative.

    The image stands in the HTML itself, so that the alternative reaches the book, a pack and JupyterLab alike.

    :param alt: what the chart shows, in a sentence with the figures that matter and their unit.
    """
    from IPython.display import display

    picture = quote(svg(figure), safe=" =:/,;()[]{}!?*+-_.~$@")
    bundle: dict[str, Any] = {
        "text/html": f'<figure style="margin:.6rem 0"><img alt="{escape(alt)}" style="max-width:100%;height:auto" '
        f'src="data:image/svg+xml,{picture}"></figure>',
        "text/plain": alt,
    }
    display(bundle, raw=True)
