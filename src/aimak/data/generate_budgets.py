"""Budgets of the invented municipalities: structure by kind, growth by year, and causes that bend a series."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass

from aimak.data.records import Municipality
from aimak.municipal.budget import RevenueSource
from aimak.municipal.money import PRINTED_STEP, round_keeping_total, share_out, thousand

YEARS = (2023, 2024, 2025)
#: Nominal growth from the year before, by source; other sources grow by the last entry.
GROWTH = {RevenueSource.INCOME_TAX: 1.14, RevenueSource.PATENT: 1.08, RevenueSource.LEVELLING_TRANSFER: 1.05}
OTHER_GROWTH = 1.06
#: The municipality that ends every year with an empty account, to show what that means.
NO_BALANCE = "M33"

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


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened: from ``year`` on the plan of ``item`` is ``factor`` times what it was.

    A grant comes for one year only: its ``factor`` is then a share of all revenue.
    """

    year: int
    item: str
    cause: str
    factor: float
    text: str


_EVENTS = (
    (2024, "income_tax", "mine_closed", 0.62, "A small mine closed; its wages were half of the income tax."),
    (2025, "levelling_transfer", "transfer_cut", 0.83, "The levelling transfer was cut when the groups were changed."),
    (2024, "targeted_transfer", "new_kindergarten", 1.35, "A second kindergarten opened."),
    (2025, "property_and_land_tax", "drought", 0.74, "After a drought the land tax was paid late."),
    (2024, "patent", "new_market", 1.7, "A new market brought sellers who work on a patent."),
    (2025, "non_tax", "land_leased", 1.55, "Municipal land was leased out by open bidding."),
    (2024, "income_tax", "workshop_opened", 1.45, "A sewing workshop opened and pays income tax."),
    (2025, "special_means", "fees_raised", 1.3, "Parents' fees of the kindergarten were raised."),
)
_GRANTS = ((2023, "school_road"), (2024, "village_road"), (2025, "bridge"))
_GRANT_TEXT = "A stimulating grant was won for road repair in this year."


def events(place: Municipality, draw: random.Random) -> tuple[Event, ...]:
    """What happened in a municipality: one cause that bends a series, and for two in five a grant in one year."""
    year, item, cause, factor, text = _EVENTS[int(place.code[1:]) % len(_EVENTS)]
    happened = [Event(year, item, cause, factor * draw.uniform(0.95, 1.05), text)]
    if draw.random() < 0.4:
        year, cause = draw.choice(_GRANTS)
        happened.append(Event(year, "stimulating_grant", cause, draw.uniform(0.06, 0.12), _GRANT_TEXT))
    return tuple(happened)


def cause_rows(place: Municipality, happened: tuple[Event, ...]) -> Iterator[tuple[object, ...]]:
    """The rows of causes.csv for one municipality."""
    for event in happened:
        yield place.code, event.year, event.item, event.cause, event.text


def _step(amount: float) -> int:
    return round(amount / PRINTED_STEP) * PRINTED_STEP


def _structure(place: Municipality, draw: random.Random) -> dict[RevenueSource, int]:
    """Revenue of a quiet year, whole som: more from the levelling transfer in the mountains, more own in valleys."""
    mountain = place.kind == "mountain"
    total = place.population * (draw.uniform(1500, 2200) if mountain else draw.uniform(1800, 2700))
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
    return {source: _step(total * fixed[source]) for source in RevenueSource if source in fixed}


def _planned_revenue(
    base: dict[RevenueSource, int], year: int, happened: tuple[Event, ...], draw: random.Random
) -> dict[RevenueSource, int]:
    revenue = {}
    for source, amount in base.items():
        grown = amount * GROWTH.get(source, OTHER_GROWTH) ** (year - YEARS[0]) * draw.uniform(0.985, 1.015)
        for event in happened:
            if event.item == source and year >= event.year:
                grown *= event.factor
        revenue[source] = _step(grown)
    for event in happened:
        if event.item == RevenueSource.STIMULATING_GRANT and event.year == year:
            revenue[RevenueSource.STIMULATING_GRANT] = _step(sum(revenue.values()) * event.factor)
    return {source: revenue[source] for source in RevenueSource if source in revenue}


def _planned_spending(
    revenue: dict[RevenueSource, int], opening: int, shares: dict[str, float], draw: random.Random
) -> dict[str, int]:
    """Spend all of the money: earmarks on their purpose, the rest by the municipality's own habits, roads last."""
    money = sum(revenue.values()) + opening
    lines = {key: _step(money * share * draw.uniform(0.97, 1.03)) for key, share in shares.items()}
    lines["admin_contributions"] = _step(lines["admin_wages"] * 0.17)
    lines["delegated_powers"] = revenue[RevenueSource.DELEGATED_POWERS]
    lines["kindergarten_wages"] = _step(revenue[RevenueSource.TARGETED_TRANSFER] * 1.06)
    lines["kindergarten_running"] += revenue[RevenueSource.SPECIAL_MEANS]
    lines["reserve"] = _step(min(max(lines["reserve"], 0.015 * money), 0.035 * money))
    lines["roads"] = 0
    grant = revenue.get(RevenueSource.STIMULATING_GRANT, 0)
    missing = grant + _step(0.03 * money) - (money - sum(lines.values()))
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
        low, high = (0.985, 1.0) if "wages" in key or "contributions" in key else (0.90, 1.0)
        if key in {"roads", "reserve"}:
            low, high = 0.70, 0.98
        spent[key] = amount if key == "delegated_powers" else _step(amount * draw.uniform(low, high))
    over = sum(spent.values()) - money
    if over > 0 or place.code == NO_BALANCE:
        amounts = share_out(money, [spent[key] for key in spent])
        spent = dict(zip(spent, round_keeping_total(amounts), strict=True))
    return spent


def budget_rows(place: Municipality, happened: tuple[Event, ...], seed: int) -> Iterator[tuple[object, ...]]:
    """The rows of budgets.csv for one municipality, thousand som with one decimal."""
    draw = random.Random(f"{seed} {place.code}")
    base = _structure(place, draw)
    shares = {key: draw.uniform(low, high) for key, (_f, _c, low, high) in _LINES.items()}
    opening = 0 if place.code == NO_BALANCE else _step(sum(base.values()) * draw.uniform(0.01, 0.03))
    for year in YEARS:
        revenue = _planned_revenue(base, year, happened, draw)
        spending = _planned_spending(revenue, opening, shares, draw)
        came = {source: _step(amount * _came(source, draw)) for source, amount in revenue.items()}
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
