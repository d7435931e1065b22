"""How much the same people changed between two days: means, and the interval of the mean change."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import NormalDist, fmean, stdev

#: With fewer people no interval is given: it would be as wide as the scale, and the formula is not made for it.
LEAST = 5
#: The part of intervals that hold the true mean, if people are like a sample of others like them.
SURE = 0.95


@dataclass(frozen=True, slots=True)
class Change:
    """Means of the same people before and after.

    :param low: the ends of the interval of the mean difference; None with fewer than :data:`LEAST` people.
    """

    people: int
    before: float
    after: float
    low: float | None = None
    high: float | None = None

    @property
    def difference(self) -> float:
        """After less before."""
        return self.after - self.before


def paired_change(pairs: Sequence[tuple[float, float]]) -> Change | None:
    """The change of people of each of whom both values are known; None for nobody.

    The interval is Student's for paired values: mean difference ± t × s ÷ √n, with n − 1 degrees of freedom. It takes
    the differences of different people to be independent, and says nothing about the cause (Student, *The probable
    error of a mean*, Biometrika 6, 1908).

    :param pairs: before and after, one pair a person.
    """
    if not pairs:
        return None
    before, after = fmean(one for one, _other in pairs), fmean(other for _one, other in pairs)
    if len(pairs) < LEAST:
        return Change(len(pairs), before, after)
    half = t_quantile((1 + SURE) / 2, len(pairs) - 1) * stdev(b - a for a, b in pairs) / math.sqrt(len(pairs))
    return Change(len(pairs), before, after, after - before - half, after - before + half)


def t_quantile(part: float, freedom: int) -> float:
    """The value below which ``part`` of Student's t distribution lies.

    By the expansion in the normal quantile, Abramowitz and Stegun, *Handbook of Mathematical Functions* (1964), 26.7.5;
    from 4 degrees of freedom on it is less than 0.3 % off at 0.975.

    :param freedom: degrees of freedom, 4 or more.
    :raises ValueError: if there are fewer.
    """
    if freedom < LEAST - 1:
        raise ValueError(f"freedom is {freedom}: the expansion needs {LEAST - 1} or more")
    z = NormalDist().inv_cdf(part)
    return (
        z
        + (z**3 + z) / (4 * freedom)
        + (5 * z**5 + 16 * z**3 + 3 * z) / (96 * freedom**2)
        + (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / (384 * freedom**3)
    )
