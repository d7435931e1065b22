"""What happened to the waste services of the invented municipalities, and who is whose neighbour by road."""

from __future__ import annotations

import random
from collections.abc import Iterator

from aimak.data.records import OBLASTS, Municipality

#: Municipalities that have no waste service in any year.
NO_SERVICE = frozenset({"M15", "M24", "M34", "M50"})
#: Municipality -> the year in which its service began.
STARTED = {"M12": 2024, "M49": 2025}
#: The municipality whose truck broke down in 2025; the one where nobody collects from 2024 on; the one without a fee.
STOPPED, NOBODY_COLLECTS, NO_FEE = "M33", "M46", "M35"
#: Municipalities that no neighbour's truck can reach in a day.
ALONE = frozenset({"M09", "M10", "M31", "M32"})

_TEXTS = {
    "no_service": "There is no waste service. Families burn waste or carry it away themselves.",
    "started": "A waste service began with a used truck.",
    "stopped": "The truck broke down, no money had been set aside for another one, and the service stopped.",
    "nobody_collects": "The person who collected the fee left. Since then nobody collects it.",
    "no_fee": "There is a service, but no fee was ever set. The budget pays all bills.",
    "fee_raised": "The kenesh raised the fee. Some households stopped paying.",
    "receipts": "Every household now gets a receipt, and more of them pay.",
    "landfill_moved": "The near landfill closed, and the trucks drive further.",
    "new_truck": "An old truck was replaced, and repair became cheaper.",
    "bins": "Bins were placed on more streets, and more households are served.",
}
#: One of these happens to every other municipality, in the order of codes.
_CYCLE = (
    ("receipts", 2024),
    ("landfill_moved", 2025),
    ("bins", 2024),
    ("fee_raised", 2025),
    ("new_truck", 2024),
    ("receipts", 2025),
    ("fee_raised", 2024),
)


def _story(code: str) -> tuple[tuple[str, int], ...]:
    if code in NO_SERVICE:
        return (("no_service", 2023),)
    if code in STARTED:
        return (("started", STARTED[code]),)
    special = {STOPPED: ("stopped", 2025), NOBODY_COLLECTS: ("nobody_collects", 2024), NO_FEE: ("no_fee", 2023)}
    return (special.get(code) or _CYCLE[int(code[1:]) % len(_CYCLE)],)


def causes_of(code: str, year: int) -> tuple[str, ...]:
    """The causes that begin in a year in the municipality."""
    return tuple(cause for cause, when in _story(code) if when == year)


def rows(places: tuple[Municipality, ...]) -> Iterator[tuple[object, ...]]:
    """The rows of waste_causes.csv."""
    for place in places:
        for cause, year in _story(place.code):
            yield place.code, year, cause, _TEXTS[cause]


def neighbour_rows(places: tuple[Municipality, ...], seed: int) -> Iterator[tuple[object, ...]]:
    """The rows of waste_neighbours.csv: in each oblast two and two, in the order of codes; some have nobody."""
    draw = random.Random(f"waste neighbours {seed}")
    found: dict[str, tuple[str, object]] = {}
    for oblast in OBLASTS:
        codes = [place.code for place in places if place.oblast == oblast]
        for one, other in zip(codes[::2], codes[1::2], strict=True):
            km = draw.randrange(6, 19)
            alone = one in ALONE
            found[one] = ("", "") if alone else (other, km)
            found[other] = ("", "") if alone else (one, km)
    for place in places:
        yield place.code, *found[place.code]
