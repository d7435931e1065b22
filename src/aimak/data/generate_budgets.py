"""Budgets of the invented municipalities: structure by kind, growth by year, and causes that bend a series."""

from __future__ import annotations

import random
from collections.abc import Iterator

from aimak.data.generate_events import Event
from aimak.data.records import Municipality
from aimak.municipal.budget import RevenueSource
from aimak.municipal.money import PRINTED_STEP, printed, round_keeping_total, share_out, thousand

YEARS = (2023, 2024, 2025)
#: Nominal growth from the year before, by source; other sources grow by the last entry.
GROWTH = {RevenueSource.INCOME_TAX: 1.14, RevenueSource.PATENT: 1.08, RevenueSource.LEVELLING_TRANSFER: 1.05}
OTHER_GROWTH = 1.06
#: The municipality that ends every year with an empty account, to show what that means.
NO_BALANCE = "M33"

#: Lines that are paid nearly in full, whatever comes in.
_KEPT = frozenset({"admin_wages", "admin_contributions", "kindergarten_wages", "delegated_powers"})
#: line -> (function, class, share of the money: least, most)
_LINES: dict[str, tuple[str, str, float, float]] = {
    "admin_wages": ("701", "21", 0.20, 0.25),
    "admin_contributions": ("701", "21", 0.0, 0.0),
    "admin_running": ("701", "22", 0.06, 0.09),
    "delegated_powers": ("701", "22", 0.0, 0.0),
    "fire_post": ("703", "22", 0.015, 0.03),
    "roads": ("704", "31", 0.0, 0.0),
    "waste": ("705", "22", 0.03, 0.055),
    "water": ("706", "25", 0.025, 0.045),
    "street_lighting": ("706", "22", 0.02, 0.04),
    "health_post": ("707", "22", 0.01, 0.02),
    "culture_sport": ("708", "22", 0.06, 0.10),
    "kindergarten_wages": ("709", "21", 0.0, 0.0),
    "kindergarten_running": ("709", "22", 0.03, 0.05),
    "social_help": ("710", "27", 0.02, 0.03),
    "reserve": ("701", "28", 0.016, 0.03),
}


def _structure(place: Municipality, draw: random.Random) -> dict[RevenueSource, int]:
    """Revenue of a quiet year, whole som: more from the levelling transfer in the mountains, more own in valleys."""
    mountain = place.kind == "mountain"
    # An aiyl okmotu costs something however few people live there, so small places have more for each inhabitant.
    base, head = (3_000_000, draw.uniform(1050, 1500)) if mountain else (4_000_000, draw.uniform(1500, 2300))
    total = base + place.population * head
    levelling = draw.uniform(0.50, 0.66) if mountain else draw.uniform(0.25, 0.42)
    fixed = {
        RevenueSource.SPECIAL_MEANS: draw.uniform(0.02, 0.045),
        RevenueSource.LEVELLING_TRANSFER: levelling,
        RevenueSource.TARGETED_TRANSFER: draw.uniform(0.09, 0.13),
        RevenueSource.DELEGATED_POWERS: draw.uniform(0.012, 0.025),
    }
    own = 1 - sum(fixed.values())
    tax, land, patent = draw.uniform(0.42, 0.55), draw.uniform(0.22, 0.30), draw.uniform(0.05, 0.1)
    fixed |= {
        RevenueSource.INCOME_TAX: own * tax,
        RevenueSource.PROPERTY_AND_LAND_TAX: own * land,
        RevenueSource.PATENT: own * patent,
        RevenueSource.NON_TAX: own * (1 - tax - land - patent),
    }
    return {source: printed(total * fixed[source]) for source in RevenueSource if source in fixed}


def _grown(amount: float, source: RevenueSource, years: int) -> float:
    for _year in range(years):  # by hand: a power of floats may differ in its last bit from machine to machine
        amount *= GROWTH.get(source, OTHER_GROWTH)
    return amount


def _revenue(
    quiet: dict[RevenueSource, float], year: int, stage: str, happened: tuple[Event, ...]
) -> dict[RevenueSource, int]:
    """The revenue of a quiet year, bent by what happened; a grant comes on top."""
    revenue = {}
    for source, amount in quiet.items():
        for event in happened:
            if event.item == source and event.bends(year, stage):
                amount *= event.factor  # noqa: PLW2901
        revenue[source] = printed(amount)
    for event in happened:
        if event.item == RevenueSource.STIMULATING_GRANT and event.year == year:
            revenue[RevenueSource.STIMULATING_GRANT] = printed(sum(revenue.values()) * event.factor)
    return {source: revenue[source] for source in RevenueSource if source in revenue}


def _planned_spending(
    revenue: dict[RevenueSource, int], opening: int, shares: dict[str, float], draw: random.Random
) -> dict[str, int]:
    """Spend all of the money: earmarks on their purpose, the rest by the municipality's own habits, roads last."""
    money = sum(revenue.values()) + opening
    lines = {key: printed(money * share * draw.uniform(0.97, 1.03)) for key, share in shares.items()}
    lines["admin_contributions"] = printed(lines["admin_wages"] * 0.17)
    lines["delegated_powers"] = revenue[RevenueSource.DELEGATED_POWERS]
    lines["kindergarten_wages"] = printed(revenue[RevenueSource.TARGETED_TRANSFER] * 1.06)
    lines["kindergarten_running"] += revenue[RevenueSource.SPECIAL_MEANS]
    lines["reserve"] = printed(min(max(lines["reserve"], 0.015 * money), 0.035 * money))
    lines["roads"] = 0
    grant = revenue.get(RevenueSource.STIMULATING_GRANT, 0)
    missing = grant + printed(0.03 * money) - (money - sum(lines.values()))
    if missing > 0:  # running services give way before roads fall below what a grant asks for
        give = ["admin_running", "waste", "water", "street_lighting", "culture_sport", "social_help"]
        parts = share_out(missing // PRINTED_STEP + 1, [lines[key] for key in give])
        for key, cut in zip(give, parts, strict=True):
            lines[key] -= cut * PRINTED_STEP
    lines["roads"] = money - sum(lines.values())
    return {key: lines[key] for key in _LINES}


def _actual(place: Municipality, plan: dict[str, int], money: int, draw: random.Random) -> dict[str, int]:
    """What was spent: wages nearly all, repairs less than planned, never more than there was."""
    spent = {}
    for key, amount in plan.items():
        low, high = (0.985, 1.0) if key in _KEPT else (0.90, 1.0)
        if key in {"roads", "reserve"}:
            low, high = 0.70, 0.98
        spent[key] = amount if key == "delegated_powers" else printed(amount * draw.uniform(low, high))
    over = sum(spent.values()) - money
    if over > 0 or place.code == NO_BALANCE:  # services give way, or take the rest; wages and strings stay
        free = [key for key in spent if key not in _KEPT]
        parts = round_keeping_total(share_out(-over, [spent[key] for key in free]))
        for key, part in zip(free, parts, strict=True):
            spent[key] += part
    return spent


def budget_rows(place: Municipality, happened: tuple[Event, ...], seed: int) -> Iterator[tuple[object, ...]]:
    """The rows of budgets.csv for one municipality, thousand som with one decimal."""
    draw = random.Random(f"{seed} {place.code}")
    base = _structure(place, draw)
    shares = {key: draw.uniform(low, high) for key, (_f, _c, low, high) in _LINES.items()}
    opening = 0 if place.code == NO_BALANCE else printed(sum(base.values()) * draw.uniform(0.01, 0.03))
    for year in YEARS:
        quiet = {
            source: _grown(amount, source, year - YEARS[0]) * draw.uniform(0.985, 1.015)
            for source, amount in base.items()
        }
        revenue = _revenue(quiet, year, "plan", happened)
        spending = _planned_spending(revenue, opening, shares, draw)
        expected = _revenue(quiet, year, "actual", happened)
        expected |= {key: amount for key, amount in revenue.items() if key == RevenueSource.STIMULATING_GRANT}
        came = {source: printed(amount * _came(source, draw)) for source, amount in expected.items()}
        spent = _actual(place, spending, sum(came.values()) + opening, draw)
        for stage, money_in, money_out in (("plan", revenue, spending), ("actual", came, spent)):
            for row in _rows(money_in, money_out, opening):
                yield place.code, year, stage, *row
        opening += sum(came.values()) - sum(spent.values())


def _came(source: RevenueSource, draw: random.Random) -> float:
    if source in {RevenueSource.LEVELLING_TRANSFER, RevenueSource.DELEGATED_POWERS, RevenueSource.STIMULATING_GRANT}:
        return 1.0
    return draw.uniform(0.97, 1.0) if source == RevenueSource.TARGETED_TRANSFER else draw.uniform(0.90, 1.10)


def _rows(revenue: dict[RevenueSource, int], spending: dict[str, int], opening: int) -> Iterator[tuple[object, ...]]:
    yield "balance", "opening_balance", "", "", thousand(opening)
    for source, amount in revenue.items():
        yield "revenue", source.value, "", "", thousand(amount)
    for key, amount in spending.items():
        function, economic_class, _low, _high = _LINES[key]
        yield "spending", key, function, economic_class, thousand(amount)
