"""A cell is made plain Python once, and is not taken apart for IPython's own signs where it is plain Python already.

ipykernel asks for it to see whether the cell awaits, and the shell asks again; each time every word of the cell is
looked at in Python, and the cell is compiled to see whether it awaits. What notebooks see is the same.
"""

from __future__ import annotations
import __future__

import ast
import functools
import inspect
import operator
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from IPython.core import interactiveshell

_warnings: Any = warnings
_FUTURE = functools.reduce(
    operator.or_, (getattr(__future__, one).compiler_flag for one in __future__.all_feature_names)
)


def transform_once(shell: Any) -> None:
    """Let a shell's second answer be its first, as long as IPython's own rules hold and nobody added one."""
    module: Any = interactiveshell
    plain, manager, awaits = shell.transform_cell, shell.input_transformer_manager, module._should_be_async
    usual = _rules(shell)
    looked = _Looked(awaits)
    first: dict[str, str] = {}

    @functools.wraps(plain)
    def transform_cell(raw_cell: str) -> str:
        if _rules(shell) != usual:
            return plain(raw_cell)  # type: ignore[no-any-return]
        if raw_cell in first:
            return first.pop(raw_cell)  # a cell that is run again may mean something else by then
        first.clear()
        with _listening() as heard:
            made: str = plain(raw_cell)
        if not heard:
            first[raw_cell] = made
        return made

    shell.transform_cell = transform_cell
    manager.do_token_transforms = _where_needed(manager, looked)
    module._should_be_async = looked.awaits


def _where_needed(manager: Any, looked: _Looked) -> Callable[[list[str]], list[str]]:
    """``do_token_transforms``: IPython's signs are no Python, so what is Python has none of them."""
    plain, usual = manager.do_token_transforms, [*manager.token_transformers]

    @functools.wraps(plain)
    def do_token_transforms(lines: list[str]) -> list[str]:
        text = "".join(lines)
        # IPython takes what other signs end a line for one, also inside a string; Python does not.
        plain_lines = len(lines) == text.count("\n") and "\r" not in text
        if plain_lines and manager.token_transformers == usual and looked.is_python(text):
            return lines
        return plain(lines)  # type: ignore[no-any-return]

    return do_token_transforms


class _Looked:
    """Whether a cell is Python, and whether it awaits: one compilation answers both, and all who ask after it.

    :param awaits: IPython's own answer; what it compiles may warn, and then warns whoever asks, each time.
    """

    def __init__(self, awaits: Any) -> None:
        self._awaits = awaits
        # IPython's own compilation takes over what its module has from `__future__`.
        self._flags = ast.PyCF_ALLOW_TOP_LEVEL_AWAIT | awaits.__code__.co_flags & _FUTURE
        self._last: tuple[str, bool] | None = None

    def is_python(self, text: str) -> bool:
        """True if ``text`` compiles and nothing is to be said about it."""
        try:
            with _listening(silent=True) as heard:
                code = compile(text, "<>", "exec", flags=self._flags, dont_inherit=True)
        except Exception:  # whoever asks next meets the same, with IPython's own words
            return False
        if heard:
            return False
        self._last = text, bool(code.co_flags & inspect.CO_COROUTINE)
        return True

    def awaits(self, cell: str) -> bool:
        """``_should_be_async``."""
        if self._last is not None and self._last[0] == cell:
            return self._last[1]
        with _listening() as heard:
            answer: bool = self._awaits(cell)
        self._last = None if heard else (cell, answer)
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


def _rules(shell: Any) -> tuple[Any, ...]:
    manager = shell.input_transformer_manager
    return (
        manager, *manager.cleanup_transforms, *manager.line_transforms, *manager.token_transformers,
        *shell.input_transformers_post,
    )  # fmt: skip
