"""Fonts that children share with the warm parent, opened and parsed once, from memory.

matplotlib forgets every open font at a fork, because parent and child would move the same file's position; each chart
in each child would then open and parse its fonts anew. A font read from memory has no such position to share.
"""

from __future__ import annotations

import contextlib
import io
from collections.abc import Iterator
from typing import Any

from matplotlib import font_manager


class _InMemory(io.BytesIO):
    """A font file's bytes; matplotlib asks the open file for its name."""

    def __init__(self, name: Any, data: bytes) -> None:
        super().__init__(data)
        self.name = name


@contextlib.contextmanager
def kept() -> Iterator[None]:
    """Fonts that are opened while it lasts stay open in every child."""
    manager: Any = font_manager
    plain = manager._get_font  # of this process and thread; emptied at a fork
    found: dict[Any, Any] = {}

    def opening(paths: Any, **options: Any) -> Any:
        key = (paths, *options.items())
        if key not in found:
            with _opened_in_memory():
                found[key] = plain.__wrapped__(paths, **options)
        return found[key]

    def looking(paths: Any, **options: Any) -> Any:
        font = found.get((paths, *options.items()))
        return plain(paths, **options) if font is None else font

    manager._get_font = opening
    try:
        yield
    finally:
        manager._get_font = looking


@contextlib.contextmanager
def _opened_in_memory() -> Iterator[None]:
    """While it lasts ``io.open`` reads whole files: FreeType's binding has no other way to take a name and bytes."""
    before = io.open

    def read(path: Any, mode: str) -> _InMemory:
        with before(path, mode) as file:
            return _InMemory(path, file.read())

    io.open = read  # type: ignore[assignment]
    try:
        yield
    finally:
        io.open = before
