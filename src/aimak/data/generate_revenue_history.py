"""Revenue before the budgets, 2018 to 2022: what a forecast learns from."""

from __future__ import annotations

import random
from collections.abc import Iterator

from aimak.municipal.revenue import Method, RevenueSeries, backtest

#: The share of income tax that stays in local budgets, by year. Published are 2014 and 2025; the years between are
#: figures for training (revenue_shares.csv says so row by row).
SHARES = {2018: 0.5, 2019: 0.7, 2020: 0.7, 2021: 0.7, 2022: 0.7, 2023: 0.8, 2024: 0.9, 2025: 1.0}
YEARS = (2018, 2019, 2020, 2021, 2022)
#: Municipalities whose report of a year is lost.
LOST = {"M11": 2021, "M46": 2020}
#: Municipalities that got no levelling transfer in a year.
NO_TRANSFER = {"M08": 2021, "M48": 2020}
_OTHER = ("property_and_land_tax", "patent", "non_tax")
#: One of the two methods must be better by so much, as a share of the other's error, or there is nothing to choose.
_MARGIN = 0.12


def history_rows(code: str, amounts: dict[tuple[int, str, str], float], seed: int) -> Iterator[tuple[object, ...]]:
    """The rows of revenue_history.csv for one municipality, thousand som.

    :param amounts: (year, stage, source) -> thousand som, from budgets.csv.
    """
    draw = random.Random(f"{seed} revenue history {code}")
    steady = draw.random() < 0.5
    other = _other(amounts, steady, draw)
    while not _can_be_told(other, amounts):
        other = _other(amounts, steady, draw)
    wages = amounts[2023, "plan", "income_tax"] / SHARES[2023]
    levelling = amounts[2023, "plan", "levelling_transfer"]
    rows = []
    for year in reversed(YEARS):
        wages /= draw.uniform(1.02, 1.09)
        levelling /= draw.uniform(1.0, 1.08)
        tax = round(wages * SHARES[year] * draw.uniform(0.97, 1.03), 1)
        received = 0.0 if NO_TRANSFER.get(code) == year else round(levelling, 1)
        if LOST.get(code) != year:
            rows.append((code, year, tax, *(other[year, item] for item in _OTHER), received))
    yield from reversed(rows)


def _other(
    amounts: dict[tuple[int, str, str], float], steady: bool, draw: random.Random
) -> dict[tuple[int, str], float]:
    """Own revenue without income tax: it grew steadily, or it swung around a level."""
    made = {}
    for item in _OTHER:
        level = amounts[2023, "plan", item]
        for year in reversed(YEARS):
            level /= draw.uniform(1.05, 1.10) if steady else draw.uniform(0.97, 1.02)
            swing = draw.uniform(0.97, 1.03) if steady else draw.uniform(0.86, 1.12)
            made[year, item] = round(level * swing, 1)
    return made


def _can_be_told(other: dict[tuple[int, str], float], amounts: dict[tuple[int, str, str], float]) -> bool:
    """Whether the past tells which of the two methods does better on the last three years."""
    points = [(year, sum(other[year, item] for item in _OTHER)) for year in YEARS]
    points += [(year, sum(amounts[year, "actual", item] for item in _OTHER)) for year in (2023, 2024, 2025)]
    series = RevenueSeries(tuple((year, round(amount * 1000)) for year, amount in points))
    last, mean = (backtest(series, method, (2023, 2024, 2025)).mean_absolute for method in Method)
    return abs(last - mean) > _MARGIN * max(last, mean)
