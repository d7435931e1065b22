"""The first twelve months of the six services that were launched: users, money in, money out."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence

#: Share of the users that come in each month from September on, and why: holidays and cold for clubs; herds on the
#: summer pasture for the veterinary point; a service that people get used to for waste.
_SEASONS = {
    "youth_clubs": (0.7, 0.9, 1.0, 0.95, 0.6, 0.85, 0.9, 1.0, 0.95, 0.3, 0.2, 0.25),
    "veterinary_service": (0.7, 0.9, 0.6, 0.5, 0.5, 0.6, 0.9, 1.0, 0.9, 0.3, 0.25, 0.4),
    "waste_removal": (0.2, 0.3, 0.4, 0.5, 0.55, 0.6, 0.65, 0.7, 0.8, 0.85, 0.95, 1.0),
}
#: Som a month that a user pays: figures for training.
_FEES = {"youth_clubs": 300, "veterinary_service": 90, "waste_removal": 60}


def first_year_rows(service: Sequence[object], seed: int) -> Iterator[tuple[object, ...]]:
    """Twelve rows of a launched service: municipality, month, users, fees, other money, payments (thousand som).

    Fees of a month come in the month after. The local budget pays a start-up and the rest in the fifth month; a
    veterinary point gets no start-up (see :func:`_is_late`), so its bills wait.
    """
    code, kind, full = str(service[0]), str(service[1]), int(str(service[5]))
    draw = random.Random(f"newservice first year {code} {seed}")
    users = [round(full * share * draw.uniform(0.95, 1.05)) for share in _SEASONS[kind]]
    users = [min(full, count) for count in users]
    fees = [0, *(count * _FEES[kind] for count in users[:-1])]
    running = round(sum(fees) / 12 * draw.uniform(1.15, 1.35))
    setup = round(running * draw.uniform(2.2, 3.2))
    payments = [round(running * draw.uniform(0.95, 1.05)) for _month in users]
    payments[0] += setup
    gap = sum(payments) - sum(fees)
    early = 0 if kind == "veterinary_service" and _is_late(code) else setup + 3 * running
    other = [early, 0, 0, 0, max(0, gap - early) + running, *[0] * 7]
    for month, (count, fee, more, paid) in enumerate(zip(users, fees, other, payments, strict=True), start=1):
        yield code, month, count, f"{fee / 1000:.1f}", f"{more / 1000:.1f}", f"{paid / 1000:.1f}"


def _is_late(code: str) -> bool:
    """True where the whole contribution comes in the fifth month: one of the two veterinary points."""
    return int(code[1:]) % 2 == 0
