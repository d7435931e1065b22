"""What matplotlib works out again and again while it draws one chart, remembered for as long as the drawing lasts.

A figure is laid out three times before its first pixel is drawn, and each time every label asks where it lies and how
wide it is: 182 questions for the 17 labels of a bar chart, a tenth of an analyst's whole hand-in. Between them nothing
changes but what is compared here.
"""

from __future__ import annotations

import functools
import operator
from collections.abc import Callable
from types import FunctionType
from typing import Any

import matplotlib as mpl
from matplotlib import font_manager
from matplotlib.backend_bases import FigureCanvasBase
from matplotlib.backends.backend_agg import RendererAgg
from matplotlib.text import Text

#: What a text's layout depends on, besides the font, its figure and the renderer.
READ = (
    "_text", "_rotation", "_rotation_mode", "_horizontalalignment", "_verticalalignment", "_multialignment",
    "_linespacing", "_usetex", "_parse_math",
)  # fmt: skip
#: What sends a text the plain way: its layout then depends on where it stands, too.
MOVING = ("_wrap", "_transform_rotates_text")
_read = operator.attrgetter(*READ)
_font_manager: Any = font_manager
_text: Any = Text
_renderer: Any = RendererAgg
_canvas: Any = FigureCanvasBase


def _of_matplotlib(plain: Callable[..., Any]) -> Callable[[Any], Callable[..., Any]]:
    """Stand in for a function of matplotlib's, also where it looks for the first line outside that is to be warned of.

    It tells by the module's name, or with later versions of Python by the file's.
    """

    def stand_in(ours: Any) -> Callable[..., Any]:
        code, space = ours.__code__.replace(co_filename=mpl.__file__), {**ours.__globals__, "__name__": mpl.__name__}
        return functools.wraps(plain)(FunctionType(code, space, ours.__name__, ours.__defaults__, ours.__closure__))

    return stand_in


class _Drawing:
    """What is known while a figure is drawn; nothing between two drawings."""

    def __init__(self) -> None:
        self.known: dict[Any, Any] | None = None

    def drawn(self, draw: Callable[..., Any]) -> Callable[..., Any]:
        """``print_figure``: everything that one drawing asks for lies between its start and its end."""

        @_of_matplotlib(draw)
        def print_figure(canvas: Any, *args: Any, **options: Any) -> Any:
            before, self.known = self.known, {}
            try:
                return draw(canvas, *args, **options)
            finally:
                self.known = before

        return print_figure

    def laid_out(self, lay_out: Callable[..., Any]) -> Callable[..., Any]:
        """``Text._get_layout``: where the lines of a text lie, seen from where it stands."""

        @_of_matplotlib(lay_out)
        def layout(text: Any, renderer: Any) -> Any:
            # Subclasses may turn or wrap themselves in ways of their own.
            if self.known is None or type(text) is not _text or any(getattr(text, name) for name in MOVING):
                return lay_out(text, renderer)
            key = renderer, text.get_figure(root=True).dpi, hash(text._fontproperties), *_read(text)
            found = self.known.get(key)
            if found is None:
                found = self.known[key] = lay_out(text, renderer)
            box, lines, corner = found
            return box.frozen(), list(lines), corner

        return layout

    def measured(self, measure: Callable[..., Any]) -> Callable[..., Any]:
        """The renderer's size of one line: the figure is laid out for one renderer, and drawn by a second one."""

        @_of_matplotlib(measure)
        def size(renderer: Any, line: str, font: Any, ismath: Any) -> Any:
            if self.known is None or ismath or type(renderer) is not _renderer:
                return measure(renderer, line, font, ismath)
            key = (renderer.dpi, hash(font), line)
            found = self.known.get(key)
            if found is None:
                found = measure(renderer, line, font, ismath)
                if _has_all(font, line):  # about a letter that is missing matplotlib warns each time
                    self.known[key] = found
            return found

        return size


def _has_all(font: Any, line: str) -> bool:
    first = _font_manager.get_font(_font_manager.fontManager._find_fonts_by_props(font))
    return all(first.get_char_index(ord(letter)) for letter in line)


def remember_layouts() -> Callable[[], None]:
    """From now on a text is laid out and measured once a drawing. Charts come out the same, byte by byte.

    :returns: undoes it.
    """
    before = _canvas.print_figure, _text._get_layout, _renderer.get_text_width_height_descent

    def put(draw: Any, layout: Any, measure: Any) -> None:
        _canvas.print_figure, _text._get_layout, _renderer.get_text_width_height_descent = draw, layout, measure

    drawing = _Drawing()
    put(drawing.drawn(before[0]), drawing.laid_out(before[1]), drawing.measured(before[2]))
    return lambda: put(*before)
