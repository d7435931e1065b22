"""The made tables of the unit `revenue`: earlier years, what lies behind each source, who pays most, who owes.

What was collected is what budgets.csv says came in; bases and charges are made to fit it.
"""

from __future__ import annotations

import random
from collections.abc import Iterator

from aimak.data.csv_text import csv_text
from aimak.data.generate_budgets import YEARS, budget_rows
from aimak.data.generate_events import Event, events
from aimak.data.generate_revenue_history import SHARES, history_rows
from aimak.data.records import Municipality
from aimak.municipal.money import PRINTED_STEP, share_out, thousand

#: The rate of income tax in the training data: a figure for training.
INCOME_TAX_RATE = 0.10
#: Municipalities whose kind of economy nobody shares, and their largest payer.
ALONE = {"M17": ("resort", "guest_house"), "M50": ("power_station", "power_station")}
_ECONOMY = {
    "mine_closed": ("mining", "mine"),
    "workshop_opened": ("sewing", "sewing_workshop"),
    "new_market": ("trade", "trading_house"),
    "drought": ("farming", "farm_enterprise"),
}
#: What owes land tax at the end of 2025: group, age of the debt in years, share of the arrears, som a debtor.
_GROUPS = (
    ("forgot", 1, 0.22, 900),
    ("short_of_money", 1, 0.26, 2600),
    ("wrong_list", 2, 0.16, 1500),
    ("enterprise", 2, 0.20, 90_000),
    ("old_debt", 5, 0.16, 3500),
)
#: Amounts of a municipality, thousand som: (year, stage, source) -> amount
Amounts = dict[tuple[int, str, str], float]


def tables(places: tuple[Municipality, ...], seed: int) -> dict[str, str]:
    """The text of each made table by file name."""
    draw = random.Random(seed + 1)
    happened = {place.code: events(place, draw) for place in places}
    amounts = {place.code: _amounts(place, happened[place.code], seed) for place in places}
    bases = {place.code: list(_base_rows(place, amounts[place.code], seed)) for place in places}
    return {
        "revenue_history.csv": csv_text(
            ("municipality", "year", "income_tax", "property_and_land_tax", "patent", "non_tax", "levelling_transfer"),
            (row for p in places for row in history_rows(p.code, amounts[p.code], seed)),
        ),
        "revenue_bases.csv": csv_text(
            ("municipality", "year", "item", "base", "rate", "share", "opening", "accrued", "collected", "written_off",
             "closing"),
            (row for p in places for row in bases[p.code]),
        ),
        "revenue_economy.csv": csv_text(
            ("municipality", "year", "economy", "employers", "largest_payer", "largest_share", "unlisted_plots",
             "free_plots"),
            (row for p in places for row in _economy_rows(p, happened[p.code], seed)),
        ),
        "revenue_debtors.csv": csv_text(
            ("municipality", "group", "age", "debtors", "amount"),
            (row for p in places for row in _debtor_rows(p, bases[p.code], seed)),
        ),
    }  # fmt: skip


def _amounts(place: Municipality, happened: tuple[Event, ...], seed: int) -> Amounts:
    return {
        (int(str(row[1])), str(row[2]), str(row[4])): float(str(row[7]))
        for row in budget_rows(place, happened, seed)
        if row[3] == "revenue"
    }


def _base_rows(place: Municipality, amounts: Amounts, seed: int) -> Iterator[tuple[object, ...]]:
    """What is taxed, at what charge, and what became of it, by year and source; money in thousand som."""
    draw = random.Random(f"{seed} revenue bases {place.code}")
    plots = round(place.households * draw.uniform(1.6, 2.4))
    contracts = max(12, round(place.population / draw.uniform(60, 110)))
    price = draw.uniform(7000, 11_000)
    collected_land, collected_other = draw.uniform(0.86, 0.90), draw.uniform(0.86, 0.90)
    opening = dict.fromkeys(("income_tax", "property_and_land_tax", "patent", "non_tax"), 0.0)
    opening["property_and_land_tax"] = round(
        amounts[2023, "plan", "property_and_land_tax"] * draw.uniform(0.18, 0.40), 1
    )
    for year in YEARS:
        came = {item: amounts[year, "actual", item] for item in opening}
        plots += draw.randrange(0, max(2, plots // 100))
        sellers = max(3, round(came["patent"] * 1000 / price))
        wages = round(came["income_tax"] / (INCOME_TAX_RATE * SHARES[year] * draw.uniform(0.955, 0.99)), 1)
        bases: dict[str, tuple[float, float, float]] = {
            "income_tax": (wages, INCOME_TAX_RATE, SHARES[year]),
            "property_and_land_tax": _charged(amounts, year, "property_and_land_tax", plots, collected_land),
            "patent": (sellers, round(came["patent"] * 1000 / sellers, 2), 1.0),
            "non_tax": _charged(amounts, year, "non_tax", contracts, collected_other),
        }
        for item, (base, rate, share) in bases.items():
            # Wages are in thousand som already; the other charges are som each.
            accrued = round(base * rate * share / (1 if item == "income_tax" else 1000), 1)
            owed = round(opening[item] + accrued, 1)
            written = round(opening[item] * draw.uniform(0.02, 0.10), 1) if year > YEARS[0] else 0.0
            written = max(0.0, min(written, round(owed - came[item], 1)))
            closing = round(owed - came[item] - written, 1)
            yield place.code, year, item, base, rate, share, opening[item], accrued, came[item], written, closing
            opening[item] = closing


def _charged(amounts: Amounts, year: int, item: str, count: int, collected: float) -> tuple[float, float, float]:
    """What is due follows the plan; what comes is what the budget's execution says."""
    due = max(amounts[year, "plan", item] / collected, amounts[year, "actual", item] * 1.005)
    return count, round(due * 1000 / count, 2), 1.0


def _economy_rows(place: Municipality, happened: tuple[Event, ...], seed: int) -> Iterator[tuple[object, ...]]:
    """The kind of economy, who pays most income tax, and what no list has yet."""
    draw = random.Random(f"{seed} revenue economy {place.code}")
    event = happened[0]
    usual = ("herding", "dairy") if place.kind == "mountain" else ("farming", "farm_enterprise")
    economy, payer = ALONE.get(place.code) or _ECONOMY.get(event.cause, usual)
    employers = max(5, round(place.population / draw.uniform(180, 300)))
    share, rest = round(draw.uniform(0.18, 0.42), 2), round(draw.uniform(0.15, 0.24), 2)
    unlisted = max(20, round(place.households * draw.uniform(0.04, 0.12)))
    free = max(3, round(place.villages * draw.uniform(1.5, 4)))
    for year in YEARS:
        now, part = payer, share
        if event.cause == "mine_closed":
            now, part = (payer, round(1 - event.factor, 2)) if year < event.year else (usual[1], rest)
        elif event.cause == "workshop_opened":
            now, part = (payer, round(1 - 1 / event.factor, 2)) if year >= event.year else (usual[1], rest)
        yield place.code, year, economy, employers, now, part, unlisted, free
        employers += draw.choice((-1, 0, 1, 2))
        unlisted = round(unlisted * draw.uniform(0.9, 1.0))


def _debtor_rows(place: Municipality, bases: list[tuple[object, ...]], seed: int) -> Iterator[tuple[object, ...]]:
    """Who owes land tax on 31 December of the last year; the groups add up to what is owed."""
    draw = random.Random(f"{seed} revenue debtors {place.code}")
    (owed,) = [float(str(row[-1])) for row in bases if row[1] == YEARS[-1] and row[2] == "property_and_land_tax"]
    parts = share_out(
        round(owed * 1000) // PRINTED_STEP, [share * draw.uniform(0.6, 1.5) for _g, _a, share, _s in _GROUPS]
    )
    for (group, age, _share, each), part in zip(_GROUPS, parts, strict=True):
        amount = part * PRINTED_STEP
        debtors = max(1, round(amount / (each * draw.uniform(0.8, 1.2))))
        yield place.code, group, age, debtors, thousand(amount)
