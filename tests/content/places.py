"""The municipalities that lessons are tried with: eight that cover every kind, or all fifty for `make test-all`."""

from __future__ import annotations

import os

from aimak.data import municipalities

#: Awkward on purpose: a single village, a very large one, one whose account is always empty.
AWKWARD = ("M20", "M40", "M33")
#: What else is awkward for one unit: see datasets/README.md.
AWKWARD_FOR: dict[str, tuple[str, ...]] = {
    "planning": ("M36", "M15", "M34", "M22", "M09", "M27"),
    "waste": ("M15", "M12", "M46", "M35", "M09"),
    "water": ("M09", "M22", "M24", "M13"),
    "streets": ("M09", "M15", "M22", "M32", "M34", "M43"),
    "newservice": ("M12", "M22", "M06", "M04"),
    "control": ("M15", "M12", "M24", "M09"),
    "hearing": ("M06", "M19", "M31", "M38"),
    "participation": ("M03", "M34", "M06", "M39", "M12", "M44", "M16", "M30"),
    "feedback": ("M12", "M15", "M22", "M34"),
    "exchange": ("M15", "M13", "M29", "M47", "M27"),
    "revenue": ("M11", "M46", "M08", "M48", "M17", "M50"),
}


def places(unit: str) -> tuple[str, ...]:
    """The codes that the lesson of ``unit`` runs for."""
    everybody = municipalities()
    if os.environ.get("AIMAK_PLACES") == "all":
        return tuple(place.code for place in everybody)
    kinds = {(place.oblast, place.kind): place.code for place in reversed(everybody)}
    chosen = dict.fromkeys((*AWKWARD, *AWKWARD_FOR.get(unit, ()), *kinds.values()))
    return tuple(chosen)[: max(8, len(AWKWARD) + len(AWKWARD_FOR.get(unit, ())))]
