"""Simple forecasts of revenue, judged by their errors on years that they have not seen."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from aimak.municipal.revenue.series import RevenueSeries


class Method(StrEnum):
    """The methods that need nothing but the series itself."""

    LAST_YEAR = "last_year"
    MEAN_GROWTH = "mean_growth"


def growth(series: RevenueSeries) -> float:
    """Mean growth a year, geometric, as a fraction: ``(last ÷ first) ^ (1 ÷ years between) − 1``.

    It needs the first and the last year only, so a year that is missing in between does no harm.

    Worked example: own revenue of Kazan-Kuigan 1,176.8 (2019) and 3,132.1 (2023) thousand som: 27.7 % a year.

    :raises ValueError: if there are fewer than two years, or the first amount is zero.
    """
    (first_year, first), (last_year_, last) = series.points[0], series.last
    if first_year == last_year_:
        raise ValueError("points: growth needs at least two years")
    if first == 0:
        raise ValueError(f"points: growth from nothing has no rate ({first_year} is zero)")
    return float((last / first) ** (1 / (last_year_ - first_year)) - 1)


def last_year(series: RevenueSeries, year: int) -> int:
    """As much as in the last year that is known, whole som.

    :raises ValueError: if ``year`` is not after the series.
    """
    _ahead(series, year)
    return series.last[1]


def mean_growth(series: RevenueSeries, year: int) -> int:
    """``last × (1 + mean growth) ^ years ahead``, whole som; the growth is geometric, see :func:`growth`.

    :raises ValueError: if ``year`` is not after the series, or there is no growth to name.
    """
    grown = series.last[1] * (1 + growth(series)) ** _ahead(series, year)
    return round(grown)


def _ahead(series: RevenueSeries, year: int) -> int:
    ahead = year - series.last[0]
    if ahead <= 0:
        raise ValueError(f"year: {year} is not after the last year of the series ({series.last[0]})")
    return ahead


def forecast(method: Method, series: RevenueSeries, year: int) -> int:
    """The forecast of a method for ``year``, whole som.

    :raises ValueError: as the method does.
    """
    return {Method.LAST_YEAR: last_year, Method.MEAN_GROWTH: mean_growth}[method](series, year)


def base_rate_collection(base: float, rate: float, collection: float, share: float = 1.0) -> int:
    """Revenue from what lies behind it: ``base × rate × share × collection``, whole som.

    Worked example (invented): 2,000 plots × 450 som × 90 % collected = 810,000 som.

    :param base: what is taxed: plots, payers, or som of wages; not negative.
    :param rate: som for each of them, or the tax rate as a fraction.
    :param collection: share of what is due that comes in, 0 to 1.
    :param share: share that stays in the local budget, 0 to 1.
    :raises ValueError: if a number is not finite or negative, or a share is above 1 (90 instead of 0.9).
    """
    for name, number in (("base", base), ("rate", rate), ("collection", collection), ("share", share)):
        if not math.isfinite(number) or number < 0:
            raise ValueError(f"{name}: must be a number that is not negative, not {number}")
    for name, part in (("collection", collection), ("share", share)):
        if part > 1:
            raise ValueError(f"{name}: is a share between 0 and 1, not {part}")
    return round(base * rate * share * collection)


@dataclass(frozen=True, slots=True)
class Tried:
    """One year that a method had not seen: its forecast and what came, whole som."""

    year: int
    forecast: int
    actual: int

    @property
    def error(self) -> int:
        """Forecast less actual, whole som: above zero means that too much was promised."""
        return self.forecast - self.actual


@dataclass(frozen=True, slots=True)
class Errors:
    """How a method did on years that it had not seen.

    :raises ValueError: if no year was tried.
    """

    tried: tuple[Tried, ...]

    def __post_init__(self) -> None:
        if not self.tried:
            raise ValueError("tried: no year could be tried")

    @property
    def mean_absolute(self) -> int:
        """Mean absolute error, whole som: ``Σ |forecast − actual| ÷ years``."""
        return round(sum(abs(one.error) for one in self.tried) / len(self.tried))

    @property
    def bias(self) -> int:
        """Mean error with its sign, whole som: above zero the method promises too much."""
        return round(sum(one.error for one in self.tried) / len(self.tried))

    @property
    def mean_share(self) -> float:
        """Mean absolute error as a share of what came (MAPE), over the years in which something came.

        :raises ValueError: if nothing came in any year.
        """
        came = [abs(one.error) / one.actual for one in self.tried if one.actual > 0]
        if not came:
            raise ValueError("tried: nothing came in any year, so the error has no share")
        return sum(came) / len(came)

    @property
    def largest(self) -> int:
        """The largest absolute error, whole som."""
        return max(abs(one.error) for one in self.tried)


def backtest(series: RevenueSeries, method: Method, years: Iterable[int]) -> Errors:
    """Try a method on ``years``, each from what was known before it. Years without an amount are left out.

    :raises ValueError: if no year could be tried, or the method cannot forecast one of them.
    """
    tried = []
    for year in sorted(set(years)):
        actual = series.amount(year)
        if actual is not None:
            tried.append(Tried(year, forecast(method, series.before(year), year), actual))
    return Errors(tuple(tried))


def prediction_range(middle: int, errors: Errors) -> tuple[int, int]:
    """The least and the most to expect, whole som: ``forecast ∓ the largest error so far``, never below zero.

    A rule of thumb from a few years, no probability.

    :raises ValueError: if the forecast is negative.
    """
    if middle < 0:
        raise ValueError(f"middle: a forecast cannot be negative ({middle} som)")
    return max(0, middle - errors.largest), middle + errors.largest
