"""How a bundle reaches the screen of a notebook."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

#: Shows a MIME bundle and returns what updates it in place.
Display = Callable[[dict[str, Any]], Callable[[dict[str, Any]], None]]


def notebook_display(bundle: dict[str, Any]) -> Callable[[dict[str, Any]], None]:
    """Show a bundle in the running cell; the function returned replaces it later, also in the saved file."""
    from IPython.display import display

    handle = display(bundle, raw=True, display_id=True)
    return lambda later: handle.update(later, raw=True)
