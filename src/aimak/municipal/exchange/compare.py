"""Fair comparison: like with like, for each hundred, and a range where there are few."""

from __future__ import annotations

import math
import statistics
from collections.abc import Iterable, Sequence
from enum import StrEnum

#: Below so many peers a place has no rank: the unit shows the range, or says that there is none. A rule of the course.
FEW_PEERS = 5
#: What turns the median absolute deviation into the standard deviation of a normal distribution.
MAD_SCALE = 1.4826
#: Inhabitants from which a mountain or valley municipality counts as large; the course's own limits.
LARGE_MOUNTAIN, LARGE_VALLEY, VERY_LARGE = 4000, 10000, 20000


class Alike(StrEnum):
    """Groups inside which municipalities are compared. The course's own; they are no classes of the law."""

    ONE_VILLAGE = "one_village"
    VERY_LARGE = "very_large"
    SMALL_MOUNTAIN = "small_mountain"
    LARGE_MOUNTAIN = "large_mountain"
    SMALL_VALLEY = "small_valley"
    LARGE_VALLEY = "large_valley"


#: From how many inhabitants on, and below how many, a municipality belongs to a group.
INHABITANTS = {
    Alike.ONE_VILLAGE: (1, 100_000),
    Alike.VERY_LARGE: (VERY_LARGE, 100_000),
    Alike.SMALL_MOUNTAIN: (1, LARGE_MOUNTAIN),
    Alike.LARGE_MOUNTAIN: (LARGE_MOUNTAIN, VERY_LARGE),
    Alike.SMALL_VALLEY: (1, LARGE_VALLEY),
    Alike.LARGE_VALLEY: (LARGE_VALLEY, VERY_LARGE),
}


class Standing(StrEnum):
    """Where a value stands among those of its peers."""

    FEW = "few"
    NO_SPREAD = "no_spread"
    BELOW = "below"
    WITHIN = "within"
    ABOVE = "above"


def number(value: object, name: str, least: float = -math.inf) -> float:
    """A finite number.

    :raises ValueError: if it is none, NaN included, or below ``least``; the text names ``name``.
    """
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value) or value < least:
        need = "a finite number" if least == -math.inf else f"a number from {least:g} on"
        raise ValueError(f"{name} must be {need}, not {value!r}")
    return float(value)


def numbers(values: Iterable[object], name: str) -> list[float]:
    """Finite numbers, sorted.

    :raises ValueError: if there are none, or one is no finite number.
    """
    found = sorted(number(value, name) for value in values)
    if not found:
        raise ValueError(f"{name} must hold at least one number")
    return found


def alike(kind: str, inhabitants: int, villages: int) -> Alike:
    """The group of a municipality: one village, very large, or mountain and valley by size.

    :param kind: ``mountain`` or ``valley``.
    :raises ValueError: for another kind, or without inhabitants or villages.
    """
    if kind not in ("mountain", "valley"):
        raise ValueError(f"kind must be mountain or valley, not {kind!r}")
    number(inhabitants, "inhabitants", 1)
    number(villages, "villages", 1)
    if villages == 1:
        return Alike.ONE_VILLAGE
    if inhabitants >= VERY_LARGE:
        return Alike.VERY_LARGE
    if kind == "mountain":
        return Alike.LARGE_MOUNTAIN if inhabitants >= LARGE_MOUNTAIN else Alike.SMALL_MOUNTAIN
    return Alike.LARGE_VALLEY if inhabitants >= LARGE_VALLEY else Alike.SMALL_VALLEY


def per_hundred(count: float, base: float) -> float:
    """``100 × count ÷ base``: for each 100 households or inhabitants.

    :raises ValueError: if ``count`` is negative, or ``base`` is not above zero.
    """
    number(count, "count", 0)
    if number(base, "base", 0) == 0:
        raise ValueError("base must be above zero, not 0")
    return 100 * count / base


def middle_half(values: Sequence[float]) -> tuple[float, float]:
    """The values a quarter and three quarters of the way along the sorted list (nearest place, halves to even).

    :raises ValueError: if there are none, or one is no finite number.
    """
    found = numbers(values, "values")
    low, high = (found[round(share * (len(found) - 1))] for share in (0.25, 0.75))
    return low, high


def standing(value: float, peers: Sequence[float]) -> Standing:
    """Whether a value lies below, within or above the middle half of its peers; ``FEW`` below five peers.

    ``NO_SPREAD`` where all peers have one value, and the place has it too.

    :raises ValueError: if a number is not finite.
    """
    number(value, "value")
    if len(peers) < FEW_PEERS:
        return Standing.FEW
    low, high = middle_half(peers)
    if min(peers) == max(peers) == value:
        return Standing.NO_SPREAD
    return Standing.BELOW if value < low else Standing.ABOVE if value > high else Standing.WITHIN


def robust_spread(values: Sequence[float]) -> float:
    """``1.4826 × median of |value − median|``: the ordinary difference between two places, unmoved by one odd place.

    0 where more than half of the values are equal: there is no spread to measure with.

    :returns: in the unit of the values.
    :raises ValueError: if there are none, or one is no finite number.
    """
    found = numbers(values, "values")
    middle = statistics.median(found)
    return MAD_SCALE * statistics.median(abs(value - middle) for value in found)


def robust_step(value: float, values: Sequence[float]) -> float | None:
    """``(value − median) ÷ robust spread``: how many ordinary differences from the middle. None without spread.

    :raises ValueError: as :func:`robust_spread`.
    """
    spread = robust_spread(values)
    return (number(value, "value") - statistics.median(values)) / spread if spread else None
