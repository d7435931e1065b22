"""The made tables of the unit `control`: plans, months, causes, a register of complaints, a ledger.

Every municipality is drawn again until its series say what their causes say (see :func:`_is_clear`).
"""

from __future__ import annotations

import math
import random
from collections.abc import Iterator
from dataclasses import dataclass, replace

from aimak.data.csv_text import csv_text
from aimak.data.generate_control_papers import ledger_rows, register_rows
from aimak.data.records import Municipality
from aimak.municipal.control import control_chart, cost_variance

YEARS = (2023, 2024, 2025)
#: Planned fuel prices, whole som a litre: figures for training, not prices of a place.
PRICES = {2023: 62, 2024: 66, 2025: 70}
#: Awkward on purpose: another service, months that nobody wrote down, an empty register, two people in all.
OTHER_SERVICE = ("M15", "M34")
NOT_WRITTEN = {"M12": (6, 7), "M36": (2, 3)}
NO_COMPLAINTS = ("M24", "M46")
STAFF_OF_TWO = ("M09", "M22")
#: What bends the fuel cost of 2025, in turn, and what makes one month of missed stops stand out.
FUEL_CAUSES = ("price_rise", "new_streets", "worn_truck", "driver_left")
MISSED_CAUSES = ("breakdown", "road_closed", "fuel_unpaid", "driver_ill")
TEXTS = {
    "price_rise": "The price of fuel rose above the plan and stayed there.",
    "new_streets": "New streets were added to the round, so the truck goes more often.",
    "worn_truck": "The engine is worn: each trip takes more fuel than planned.",
    "driver_left": "The second driver left and nobody was hired, so the truck goes less often.",
    "breakdown": "The truck broke down and stood for two weeks.",
    "road_closed": "The road to the far village was closed.",
    "fuel_unpaid": "An invoice for fuel was not paid in time, and the filling station gave none.",
    "driver_ill": "The driver was ill, and nobody was named to stand in.",
}
#: Up to this month a trainee sees 2025; the month that stands out lies before it.
KNOWN = 9


@dataclass(frozen=True, slots=True)
class Plan:
    """What is planned for each month of a year; litres for one trip, price in som a litre."""

    year: int
    trips: int
    stops: int
    litres: int
    price: int


@dataclass(frozen=True, slots=True)
class Month:
    """What a month brought; ``missed`` stops, ``complaints`` counted."""

    year: int
    month: int
    trips: int
    litres: int
    price: int
    missed: int
    complaints: int

    @property
    def cost(self) -> int:
        """Whole som paid for fuel."""
        return self.litres * self.price


@dataclass(frozen=True, slots=True)
class Happened:
    """What bent 2025: a cause of fuel from a month on, by so many per cent, and the month of missed stops that stands
    out."""

    fuel: str
    fuel_from: int
    strength: int
    missed: str
    missed_in: int


def _plans(place: Municipality, draw: random.Random) -> tuple[Plan, ...]:
    base, head = (3_000_000, 1050) if place.kind == "mountain" else (4_000_000, 1500)
    fuel_a_month = (base + place.population * head) * 11 // 1000 // 12
    litres = draw.randrange(15, 23) + place.villages
    trips = max(4, fuel_a_month // (litres * PRICES[2023]))
    stops = trips * draw.randrange(22, 31)
    return tuple(Plan(year, trips, stops, litres, PRICES[year]) for year in YEARS)


def _happened(place: Municipality, number: int, draw: random.Random) -> Happened:
    free = [month for month in range(2, KNOWN) if month not in NOT_WRITTEN.get(place.code, ())]
    fuel = FUEL_CAUSES[number % len(FUEL_CAUSES)]
    start = draw.randrange(2, 4) if fuel != "driver_left" else draw.randrange(3, 5)
    return Happened(fuel, start, draw.randrange(14, 39), draw.choice(MISSED_CAUSES), draw.choice(free))


def _month(plan: Plan, month: int, rate: float, what: Happened | None, draw: random.Random) -> Month:
    """One month: its plan with a little chance, and from its month on with its cause."""
    trips, each, price = plan.trips, float(plan.litres), plan.price + draw.choice((-1, 0, 0, 1))
    mean = plan.stops * rate
    missed = max(0, round(mean + draw.uniform(-1.2, 1.2) * math.sqrt(mean)))
    if what is not None and month >= what.fuel_from:
        if what.fuel == "price_rise":
            price += price * what.strength // 100
        elif what.fuel == "new_streets":
            trips += max(1, trips * what.strength // 100)
        elif what.fuel == "worn_truck":
            each *= (100 + what.strength) / 100
        else:
            trips -= max(1, trips * what.strength // 100)
    if what is not None and month == what.missed_in:
        missed = math.ceil(mean + 3 * math.sqrt(mean)) + draw.randrange(4, 9)
        trips -= 1 if what.fuel == "driver_left" or trips < 8 else trips // 6
    litres = max(1, round(trips * each) + draw.randrange(-2, 3))
    complaints = max(0, missed // 6 + draw.choice((-1, 0, 1)) + (2 if what and month == what.missed_in else 0))
    return Month(plan.year, month, trips, litres, price, missed, complaints)


def _is_clear(plans: tuple[Plan, ...], months: list[Month], what: Happened, written: list[Month]) -> bool:
    """The largest part of the cost is that of the cause, 2024 is quiet, and one month of 2025 stands out."""
    plan = plans[-1]
    parts = [
        cost_variance(plan.trips, plan.litres, plan.price, m.trips, m.litres, m.price)
        for m in written
        if m.year == plan.year and m.month <= KNOWN
    ]
    total = sum(parts[1:], parts[0])
    wanted = {"price_rise": "price", "worn_truck": "use"}.get(what.fuel, "trips")
    sizes = sorted((abs(total.trips), abs(total.use), abs(total.price)))
    quiet = [m.missed for m in months if m.year == plan.year - 1]
    late = [m.missed if m in written else None for m in months if m.year == plan.year]
    chart = control_chart(late, baseline=quiet)
    others = [n for place, n in enumerate(late[:KNOWN]) if n is not None and place + 1 != what.missed_in]
    enough = sum(m.complaints for m in months if m.year == plan.year) >= 10
    return (
        total.largest == wanted
        and sizes[-1] > 1.4 * sizes[-2]
        and not control_chart(quiet).signals
        and [signal.place + 1 for signal in chart.signals] == [what.missed_in]
        and max(others) < chart.upper[0] - 0.5
        and max(others) > chart.mean + 1
        and enough
    )


def _series(
    place: Municipality, number: int, seed: int
) -> tuple[tuple[Plan, ...], list[Month], list[Month], Happened, random.Random]:
    """Plans, all months, those that were written down, and what happened; drawn again until they are clear."""
    for attempt in range(500):
        draw = random.Random(f"{seed} control {place.code} {attempt}")
        plans, what = _plans(place, draw), _happened(place, number, draw)
        # Few stops are missed where there are many: a rate that keeps counts between about 4 and 16 a month.
        rate = draw.uniform(4.5, 9.0) / plans[0].stops + 0.012
        months = [
            _month(plan, month, rate, what if plan.year == YEARS[-1] else None, draw)
            for plan in plans
            for month in range(1, 13)
        ]
        quiet = [replace(one, complaints=0) for one in months] if place.code in NO_COMPLAINTS else months
        written = [m for m in quiet if m.year != YEARS[-1] or m.month not in NOT_WRITTEN.get(place.code, ())]
        if _is_clear(
            plans, months, what, [m for m in months if (m.year, m.month) in {(w.year, w.month) for w in written}]
        ):
            return plans, quiet, written, what, draw
    raise AssertionError(f"no clear series for {place.code}")


def _plan_rows(place: Municipality, plans: tuple[Plan, ...]) -> Iterator[tuple[object, ...]]:
    service = "water" if place.code in OTHER_SERVICE else "waste"
    staff = 2 if place.code in STAFF_OF_TWO else 3 + place.villages // 3
    for plan in plans:
        yield place.code, plan.year, service, staff, plan.trips, plan.stops, plan.litres, plan.price


def _month_rows(place: Municipality, months: list[Month], written: list[Month]) -> Iterator[tuple[object, ...]]:
    for one in months:
        amounts = (one.trips, one.litres, one.price, one.missed, one.complaints)
        yield place.code, one.year, one.month, *(amounts if one in written else ("",) * len(amounts))


def tables(places: tuple[Municipality, ...], seed: int) -> dict[str, str]:
    """The text of each made table by file name."""
    plans: list[tuple[object, ...]] = []
    months: list[tuple[object, ...]] = []
    causes: list[tuple[object, ...]] = []
    register: list[tuple[object, ...]] = []
    ledger: list[tuple[object, ...]] = []
    for number, place in enumerate(places):
        planned, all_months, written, what, draw = _series(place, number, seed)
        plans += _plan_rows(place, planned)
        months += _month_rows(place, all_months, written)
        for month, item, cause in ((what.fuel_from, "fuel", what.fuel), (what.missed_in, "missed", what.missed)):
            causes.append((place.code, YEARS[-1], month, item, cause, TEXTS[cause]))
        last = [m for m in written if m.year == YEARS[-1]]
        counts = {m.month: m.complaints for m in last}
        register += register_rows(place.code, YEARS[-1], counts, ("quick", "mixed", "slow")[number % 3], draw)
        costs = {m.month: m.cost for m in all_months if m.year == YEARS[-1] and m.month in (7, 8, 9)}
        ledger += ledger_rows(place.code, YEARS[-1], costs, number, draw)
    return {
        "control_plans.csv": csv_text(
            ("municipality", "year", "service", "staff", "trips", "stops", "litres_per_trip", "price"), plans
        ),
        "control_months.csv": csv_text(
            ("municipality", "year", "month", "trips", "litres", "price", "missed", "complaints"), months
        ),
        "control_causes.csv": csv_text(("municipality", "year", "month", "item", "cause", "text"), causes),
        "control_complaints.csv": csv_text(
            ("municipality", "number", "received", "registered", "answered", "about"), register
        ),
        "control_ledger.csv": csv_text(
            ("municipality", "voucher", "booked", "delivered", "supplier", "invoice", "item", "amount", "signed"),
            ledger,
        ),
    }
