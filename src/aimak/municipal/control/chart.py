"""Control charts for counts: which months are chance, and which need a cause searched.

Shewhart's c and u charts: ``mean ± 3 × √mean``, and ``mean ± 3 × √(mean ÷ exposure)`` where months differ in size.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

#: A run of so many points on one side of the mean is a signal.
RUN = 8
SIGMAS = 3


class SignalKind(StrEnum):
    """Why a point needs a cause searched."""

    ABOVE = "above"
    BELOW = "below"
    RUN_ABOVE = "run_above"
    RUN_BELOW = "run_below"


@dataclass(frozen=True, slots=True)
class Signal:
    """A point, by its place in the series (0 is the first); for a run the place where it is complete."""

    place: int
    kind: SignalKind


@dataclass(frozen=True, slots=True)
class ControlChart:
    """Points with their limits. ``None`` is a month that was not written down; it ends no run and makes none longer.

    :param points: counts, or counts for each unit of exposure.
    :param upper: limit for each point; ``lower`` likewise, never below zero.
    """

    points: tuple[float | None, ...]
    mean: float
    upper: tuple[float, ...]
    lower: tuple[float, ...]
    signals: tuple[Signal, ...]

    @property
    def outside(self) -> tuple[int, ...]:
        """The places of the points above the upper or below the lower limit."""
        return tuple(s.place for s in self.signals if s.kind in (SignalKind.ABOVE, SignalKind.BELOW))


def control_chart(
    counts: Sequence[int | None],
    exposures: Sequence[int] | None = None,
    baseline: Sequence[int | None] | None = None,
    baseline_exposures: Sequence[int] | None = None,
) -> ControlChart:
    """The chart of a count of rare things, such as missed stops.

    Without ``exposures`` a c chart: ``mean ± 3 √mean``. With them a u chart of counts for each unit of exposure:
    ``mean = all counts ÷ all exposures``, limits ``mean ± 3 √(mean ÷ exposure)``. The lower limit is never below 0.

    :param counts: whole numbers, None where nobody wrote down.
    :param exposures: for each point, such as planned stops, above zero.
    :param baseline: counts of a quiet time that mean and limits come from; without it they come from ``counts``.
    :raises ValueError: if no count is known, one is negative or no whole number, or an exposure is not above zero.
    """
    base = counts if baseline is None else baseline
    _check("counts", counts, exposures)
    _check("baseline", base, exposures if baseline is None else baseline_exposures)
    sizes = [1] * len(counts) if exposures is None else list(exposures)
    given = exposures if baseline is None else baseline_exposures
    base_sizes = [1] * len(base) if given is None else list(given)
    known = [(count, size) for count, size in zip(base, base_sizes, strict=True) if count is not None]
    if not known:
        raise ValueError("counts: no month was written down, so there is no mean")
    mean = sum(count for count, _size in known) / sum(size for _count, size in known)
    points = tuple(None if count is None else count / size for count, size in zip(counts, sizes, strict=True))
    spread = [SIGMAS * math.sqrt(mean / size) for size in sizes]
    upper = tuple(mean + one for one in spread)
    lower = tuple(max(0.0, mean - one) for one in spread)
    return ControlChart(points, mean, upper, lower, _signals(points, mean, upper, lower))


def _signals(
    points: tuple[float | None, ...], mean: float, upper: tuple[float, ...], lower: tuple[float, ...]
) -> tuple[Signal, ...]:
    found, run, side = [], 0, 0
    for place, point in enumerate(points):
        if point is None:
            continue
        if point > upper[place]:
            found.append(Signal(place, SignalKind.ABOVE))
        elif point < lower[place]:
            found.append(Signal(place, SignalKind.BELOW))
        now = (point > mean) - (point < mean)  # a point on the mean ends a run
        run, side = (run + 1 if now == side and now else abs(now)), now
        if run == RUN:
            found.append(Signal(place, SignalKind.RUN_ABOVE if side > 0 else SignalKind.RUN_BELOW))
    return tuple(found)


def _check(name: str, counts: Sequence[int | None], exposures: Sequence[int] | None) -> None:
    for count in counts:
        if count is not None and (isinstance(count, float) or count < 0):
            raise ValueError(f"{name} must be whole numbers and not negative, not {count}")
    if exposures is None:
        return
    if len(exposures) != len(counts):
        raise ValueError(f"exposures: {len(exposures)} for {len(counts)} {name}")
    for size in exposures:
        if isinstance(size, float) or size <= 0:
            raise ValueError(f"exposures must be whole numbers above zero, not {size}")
