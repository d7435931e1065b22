"""Charts of the unit `revenue`: own revenue beside the transfer over years, a forecast with its range, two effects."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from aimak.i18n import translate as _
from aimak.lesson.charts import COLOURS, HATCHES, new_figure, one_decimal, put_legend, put_title, tick

if TYPE_CHECKING:
    from matplotlib.figure import Figure


def years_stacked(
    title: str, unit: str, years: Sequence[int], parts: Mapping[str, Mapping[int, float]], gap: str
) -> Figure:
    """A standing bar for each year, stacked from its parts; a year that no part has is left open and says why.

    :param parts: name -> year -> amount in ``unit``.
    :param gap: what stands where there is no bar, such as “no report”.
    """
    figure, axes = new_figure(3.6)
    top = {year: 0.0 for year in years if any(year in amounts for amounts in parts.values())}
    for i, (name, amounts) in enumerate(parts.items()):
        heights = [amounts.get(year, 0.0) for year in years]
        below = [top.get(year, 0.0) for year in years]
        axes.bar(
            range(len(years)),
            heights,
            0.72,
            bottom=below,
            label=name,
            color=COLOURS[i % len(COLOURS)],
            hatch=HATCHES[i % len(HATCHES)],
            edgecolor="white",
        )
        top = {year: amount + amounts.get(year, 0.0) for year, amount in top.items()}
    for at, year in enumerate(years):
        if year not in top:
            axes.text(at, 0.02 * max(top.values()), gap, rotation=90, ha="center", va="bottom", fontsize=9)
    axes.set_xticks(range(len(years)), [str(year) for year in years])
    axes.yaxis.set_major_formatter(tick)
    axes.set_ylabel(unit)
    axes.grid(axis="y", color="#d5dbe2", linewidth=0.8)
    axes.set_axisbelow(True)
    put_title(figure, title)
    put_legend(figure, list(parts))
    return figure


def forecast_range(
    title: str, unit: str, came: Mapping[int, float], year: int, expected: tuple[float, float, float]
) -> Figure:
    """What came in over the years, and for ``year`` the forecast with its range beside it.

    :param came: year -> amount in ``unit``; the line breaks where a year is missing.
    :param expected: least, forecast, most, in ``unit``.
    """
    figure, axes = new_figure(3.6)
    every = list(range(min(came), max(came) + 1))
    values = [came.get(one, float("nan")) for one in every]
    actual, range_name = _("What came in"), _("Forecast and its range")
    axes.plot(every, values, "-o", color=COLOURS[0], label=actual)
    low, middle, high = expected
    axes.errorbar(
        [year - 0.12], [middle], yerr=[[middle - low], [high - middle]], fmt="D", color=COLOURS[5], capsize=6,
        linewidth=2, markersize=7, label=range_name,
    )  # fmt: skip
    axes.set_xticks(every, [str(one) for one in every])
    axes.set_ylim(0, 1.15 * max(high, *came.values()))
    axes.yaxis.set_major_formatter(tick)
    axes.set_ylabel(unit)
    axes.grid(axis="y", color="#d5dbe2", linewidth=0.8)
    put_title(figure, title)
    put_legend(figure, [actual, range_name])
    return figure


def two_effects(title: str, unit: str, rows: Sequence[tuple[str, float, float]], names: tuple[str, str]) -> Figure:
    """Two bars for each change, to the left where an effect is below zero.

    :param rows: what changed, the first effect, the second effect, in ``unit``.
    """
    figure, axes = new_figure(1.1 + 0.6 * len(rows))
    for place, effect in enumerate((1, 2)):
        made = axes.barh(
            [i + (place - 0.5) * 0.4 for i in range(len(rows))],
            [row[effect] for row in rows],
            0.38,
            label=names[place],
            color=COLOURS[place],
            hatch=HATCHES[place],
            edgecolor="white",
        )
        axes.bar_label(made, fmt=one_decimal, padding=3, fontsize=9)
    axes.axvline(0, color="#333333", linewidth=1)
    axes.set_yticks(range(len(rows)), [row[0] for row in rows])
    axes.invert_yaxis()
    axes.margins(x=0.22)
    axes.set_xlabel(unit)
    put_title(figure, title)
    put_legend(figure, names)
    return figure
