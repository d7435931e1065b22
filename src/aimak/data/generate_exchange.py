"""The made tables of the unit `exchange`."""

from __future__ import annotations

from aimak.data.records import Municipality


def tables(places: tuple[Municipality, ...], seed: int) -> dict[str, str]:
    """The text of each made table by file name."""
    return {}
