"""A chart is the same, byte by byte, when its texts are laid out once, and so is what matplotlib says of it."""

from __future__ import annotations

import io
import warnings
from collections.abc import Callable, Iterator
from typing import Any

import matplotlib as mpl
import matplotlib.pyplot as plt
import pytest
from matplotlib.figure import Figure
from matplotlib.text import Text

from aimak.execution.drawing import MOVING, READ, remember_layouts


@pytest.fixture(autouse=True)
def plain() -> Iterator[None]:
    with mpl.rc_context():
        yield
    plt.close("all")


def bars(figure: Figure) -> None:
    axes = figure.subplots()
    axes.bar(["Салык", "Төлөм ңөү", "Grant\ntwo lines", "аренда"], [1, -2, 3.5, 4])
    axes.set_title("Actual less plan, thousand som", fontsize=14, loc="left")
    axes.set_ylabel("миң сом", rotation=0, labelpad=30)
    axes.tick_params(axis="x", rotation=70)
    axes.legend(["one"])


def two_axes(figure: Figure) -> None:
    left, right = figure.subplots(1, 2, sharey=True)
    left.barh(["a", "b"], [1, 2])
    right.plot([1, 10, 100], [1e-3, 1, 1e3])
    right.set_yscale("log")
    right.set_xticks([1, 50, 100], ["1", "50", "1"], rotation=45, ha="right", rotation_mode="anchor")
    right.twinx().set_ylabel("twin", rotation=270, va="bottom")
    figure.suptitle("same same")
    figure.tight_layout()


def texts(figure: Figure) -> None:
    axes = figure.subplots()
    axes.plot([0, 1], [0, 2])
    axes.text(0.1, 0.2, "along the line", rotation=45, transform_rotates_text=True, rotation_mode="anchor")
    axes.text(0.5, 0.5, "a long text that is to be wrapped where the figure ends " * 2, wrap=True)
    axes.text(0.2, 1.5, r"$\frac{x}{2}$ and \$5", bbox={"boxstyle": "round"})
    axes.text(0.2, 1.5, "$5 and $6", parse_math=False, linespacing=2)
    axes.text(0.2, 1.8, "$5 and $6", linespacing=2)
    axes.annotate("look", (0.5, 1), (0.8, 0.3), arrowprops={"arrowstyle": "->"})
    axes.table([["1", "2"], ["3", "4"]], loc="bottom")


def fonts(figure: Figure) -> None:
    mpl.rcParams.update({"font.family": ["DejaVu Serif", "DejaVu Sans"], "font.size": 13})
    axes = figure.subplots()
    axes.set_xlabel("same", fontweight="bold")
    axes.set_ylabel("same", fontstyle="italic")
    axes.set_title("same", family="DejaVu Sans Mono")


def no_such_letter(figure: Figure) -> None:
    axes = figure.subplots()
    axes.set_title("\U0001f40e horse")
    axes.set_xlabel("\U0001f40e horse")


CHARTS = [bars, two_axes, texts, fonts, no_such_letter]


def printed(chart: Callable[[Figure], None], **options: Any) -> tuple[bytes, list[str]]:
    """The chart's bytes, and every warning of matplotlib's, each time it is given, with the line that is blamed."""
    figure = plt.figure(figsize=(6, 4))
    out = io.BytesIO()
    with mpl.rc_context({"svg.hashsalt": "one"}), warnings.catch_warnings(record=True) as said:
        warnings.simplefilter("always")
        chart(figure)
        figure.savefig(out, **options)
    # What earlier tests left open is noticed at any time, and is no matter of the chart's.
    ours = [
        f"{one.filename}:{one.lineno}: {one.message}" for one in said if not issubclass(one.category, ResourceWarning)
    ]
    return out.getvalue(), ours


@pytest.mark.parametrize("chart", CHARTS)
@pytest.mark.parametrize(
    "options",
    [
        {"format": "png", "bbox_inches": "tight"},
        {"format": "png", "dpi": 170},
        {"format": "svg", "metadata": {"Date": None}},
        {"format": "pdf", "bbox_inches": "tight", "metadata": {"CreationDate": None}},
    ],
    ids=["inline", "png", "svg", "pdf"],
)
def test_a_chart_and_its_warnings_are_the_same(chart: Callable[[Figure], None], options: dict[str, Any]) -> None:
    stock = printed(chart, **options)
    assert ("Glyph" in "".join(stock[1])) == (chart is no_such_letter)
    undo = remember_layouts()
    try:
        assert printed(chart, **options) == stock
    finally:
        undo()


def test_a_text_is_laid_out_once_a_renderer_and_anew_in_the_next_drawing(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    plain: Any = Text._get_layout  # type: ignore[attr-defined]

    def counting(self: Any, renderer: Any) -> Any:
        asked.append(self.get_text())
        return plain(self, renderer)

    monkeypatch.setattr(Text, "_get_layout", counting)
    undo = remember_layouts()
    try:
        printed(bars, format="png", bbox_inches="tight")
        assert asked.count("аренда") == 2  # one to find the size, one to draw
        printed(bars, format="png", bbox_inches="tight")
        assert asked.count("аренда") == 4
    finally:
        undo()


def test_a_layout_depends_on_nothing_but_what_is_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    """Should a later matplotlib look at something else, this says so."""
    figure = plt.figure()
    text = figure.text(0.1, 0.1, "Салык\ntwo", rotation=30)
    read: set[str] = set()

    def spying(self: Any, name: str) -> Any:
        read.add(name)
        return object.__getattribute__(self, name)

    monkeypatch.setattr(Text, "__getattribute__", spying)
    text._get_layout(figure.canvas.get_renderer())  # type: ignore[attr-defined]
    monkeypatch.undo()
    state = {name for name in read if name in vars(text)}
    assert {"_text", "_rotation", "_fontproperties"} <= state
    assert state <= {*READ, *MOVING, "_fontproperties", "figure", "_parent_figure"}
