"""The made tables of the units, one module a unit: ``generate_<unit>.tables(places, seed)``."""

from __future__ import annotations

from aimak.data import (
    generate_control,
    generate_exchange,
    generate_feedback,
    generate_hearing,
    generate_newservice,
    generate_participation,
    generate_planning,
    generate_revenue,
    generate_streets,
    generate_waste,
    generate_water,
)
from aimak.data.records import Municipality

#: In the order of the course.
UNITS = (
    generate_planning,
    generate_waste,
    generate_water,
    generate_streets,
    generate_newservice,
    generate_control,
    generate_revenue,
    generate_hearing,
    generate_participation,
    generate_feedback,
    generate_exchange,
)


def tables(places: tuple[Municipality, ...], seed: int) -> dict[str, str]:
    """The text of each made table of the units by file name."""
    return {name: text for unit in UNITS for name, text in unit.tables(places, seed).items()}
