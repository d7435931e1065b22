"""Click's own words: "Usage", "Missing option". It brings no catalogs of its own, so ours are made from its source."""

from __future__ import annotations

import importlib.util
import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from babel.messages.extract import extract

from aimak.translation.message import Message

#: The catalog that holds them.
DOMAIN = "click"
_KEYWORDS: dict[str, Any] = {"_": None, "ngettext": (1, 2)}
#: What no command of ours does: consoles of old Windows, editors, shells that complete words.
_UNUSED = frozenset({"_winconsole.py", "_termui_impl.py", "shell_completion.py", "testing.py"})


def click_messages() -> Iterator[tuple[str, Message]]:
    """Each text of click with its domain, in the order of files and lines."""
    found = importlib.util.find_spec("click")
    assert found is not None and found.origin is not None
    for path in sorted(Path(found.origin).parent.glob("*.py")):
        if path.name not in _UNUSED:
            yield from ((DOMAIN, message) for message in _texts(path))


def _texts(path: Path) -> Iterator[Message]:
    for _line, text, _comments, _context in extract("python", io.BytesIO(path.read_bytes()), keywords=_KEYWORDS):
        texts = (text,) if isinstance(text, str) else tuple(one for one in text if isinstance(one, str))
        if texts and texts[0]:
            yield Message(texts, (f"click/{path.name}",))
