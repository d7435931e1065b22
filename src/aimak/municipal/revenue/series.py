"""A series of revenue over years: each year once, and no gap that is not said."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise


@dataclass(frozen=True, slots=True)
class RevenueSeries:
    """Amounts of one kind over years.

    :param points: (year, whole som), in any order; kept in the order of the years.
    :param missing: years in between that are known to be missing.
    :raises ValueError: if there is no year, a year stands twice, a year is missing that ``missing`` does not name or
        stands there although it has an amount, or an amount is negative.
    """

    points: tuple[tuple[int, int], ...]
    missing: frozenset[int] = frozenset()

    def __post_init__(self) -> None:
        years = sorted(year for year, _amount in self.points)
        if not years:
            raise ValueError("points: a series needs at least one year")
        twice = sorted({year for year, later in pairwise(years) if year == later})
        if twice:
            raise ValueError(f"points: years stand twice: {', '.join(map(str, twice))}")
        for year, amount in self.points:
            if amount < 0:
                raise ValueError(f"points: the amount of {year} cannot be negative ({amount} som)")
        gaps = set(range(years[0], years[-1] + 1)) - set(years)
        if gaps != self.missing:
            wrong = ", ".join(map(str, sorted(gaps ^ self.missing)))
            raise ValueError(f"missing: must name exactly the years without an amount; look at {wrong}")
        object.__setattr__(self, "points", tuple(sorted(self.points)))

    @property
    def years(self) -> tuple[int, ...]:
        """The years that have an amount."""
        return tuple(year for year, _amount in self.points)

    @property
    def last(self) -> tuple[int, int]:
        """The last year and its amount, whole som."""
        return self.points[-1]

    def amount(self, year: int) -> int | None:
        """Whole som of a year; None if it is missing or outside of the series."""
        return dict(self.points).get(year)

    def before(self, year: int) -> RevenueSeries:
        """What was known before ``year`` began.

        :raises ValueError: if the series has nothing before it.
        """
        known = tuple(point for point in self.points if point[0] < year)
        if not known:
            raise ValueError(f"year: the series has no year before {year}")
        return RevenueSeries(known, frozenset(gap for gap in self.missing if known[0][0] < gap < known[-1][0]))
