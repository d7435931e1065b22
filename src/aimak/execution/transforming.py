"""A cell that is plain Python already is not taken apart for IPython's own signs, and is compiled once to be looked at.

ipykernel makes a cell plain Python and asks whether it awaits, and the shell does both again. Each time every word of
the cell is looked at, in Python, and the cell is compiled. What notebooks see, warnings too, is the same.
"""

from __future__ import annotations
import __future__

import ast
import functools
import inspect
import operator
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from IPython.core import interactiveshell

_warnings: Any = warnings
_FUTURE = functools.reduce(
    operator.or_, (getattr(__future__, one).compiler_flag for one in __future__.all_feature_names)
)


def look_once(shell: Any) -> None:
    """Let a shell look at a cell once, as long as IPython's own rules hold and nobody added one."""
    module: Any = interactiveshell
    manager, looked = shell.input_transformer_manager, _Looked(module._should_be_async)
    plain, usual = manager.do_token_transforms, [*manager.token_transformers]

    @functools.wraps(plain)
    def do_token_transforms(lines: list[str]) -> list[str]:
        # IPython's signs are no Python, so what is Python has none of them.
        text = "".join(lines)
        # What else may end a line ends one for IPython, also inside a string; Python takes it as it is.
        plain_lines = len(lines) == text.count("\n") and "\r" not in text
        if plain_lines and manager.token_transformers == usual and looked.is_python(text):
            return lines
        return plain(lines)  # type: ignore[no-any-return]

    manager.do_token_transforms = do_token_transforms
    module._should_be_async = looked.awaits


class _Looked:
    """Whether a cell is Python, and whether it awaits: one compilation answers both, and all who ask after it.

    :param awaits: IPython's own answer; what it compiles may warn, and then warns whoever asks, each time.
    """

    def __init__(self, awaits: Any) -> None:
        self._awaits = awaits
        # IPython's own compilation takes over what its module has from `__future__`.
        self._flags = ast.PyCF_ALLOW_TOP_LEVEL_AWAIT | awaits.__code__.co_flags & _FUTURE
        self._last: tuple[str, bool] | None = None
        self._python = False  # whether that is known to be Python

    def is_python(self, text: str) -> bool:
        """True if ``text`` compiles and nothing is to be said about it."""
        if self._last is not None and self._last[0] == text:
            return self._python
        if any(action == "once" for action, *_rest in warnings.filters):
            return False  # to listen would be that once
        try:
            with _listening(silent=True) as heard:
                code = compile(text, "<>", "exec", flags=self._flags, dont_inherit=True)
        except Exception:  # whoever asks next meets the same, with IPython's own words
            return False
        if heard:
            return False
        self._last, self._python = (text, bool(code.co_flags & inspect.CO_COROUTINE)), True
        return True

    def awaits(self, cell: str) -> bool:
        """``_should_be_async``."""
        if self._last is not None and self._last[0] == cell:
            return self._last[1]
        with _listening() as heard:
            answer: bool = self._awaits(cell)
        self._last, self._python = None if heard else (cell, answer), False
        return answer


@contextmanager
def _listening(*, silent: bool = False) -> Iterator[list[Any]]:
    """Collects warnings that are shown. `catch_warnings` would make those shown before be shown again."""
    heard: list[Any] = []
    show = _warnings._showwarnmsg

    def hear(warning: Any) -> None:
        heard.append(warning)
        if not silent:
            show(warning)

    _warnings._showwarnmsg = hear
    try:
        yield heard
    finally:
        _warnings._showwarnmsg = show
