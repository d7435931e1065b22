"""A cell is made plain Python once. ipykernel asks for it to see whether the cell awaits, and the shell asks again."""

from __future__ import annotations

import functools
from typing import Any

from IPython.core import interactiveshell


def transform_once(shell: Any) -> None:
    """Let a shell's second answer be its first, as long as IPython's own rules hold and nobody added one."""
    plain = shell.transform_cell
    usual = _rules(shell)
    first: dict[str, str] = {}

    @functools.wraps(plain)
    def transform_cell(raw_cell: str) -> str:
        if _rules(shell) != usual:
            return plain(raw_cell)  # type: ignore[no-any-return]
        if raw_cell in first:
            return first.pop(raw_cell)  # a cell that is run again may mean something else by then
        first.clear()
        first[raw_cell] = made = plain(raw_cell)
        return made  # type: ignore[no-any-return]

    shell.transform_cell = transform_cell
    module: Any = interactiveshell
    module._should_be_async = functools.lru_cache(2)(module._should_be_async)  # compiles the cell, twice as well


def _rules(shell: Any) -> tuple[Any, ...]:
    manager = shell.input_transformer_manager
    return (
        manager, *manager.cleanup_transforms, *manager.line_transforms, *manager.token_transformers,
        *shell.input_transformers_post,
    )  # fmt: skip
