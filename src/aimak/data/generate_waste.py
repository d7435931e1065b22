"""The made tables of the unit `waste`: a service and its cost, year by year, with causes that bend it."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, fields

from aimak.data import story_waste
from aimak.data.csv_text import csv_text
from aimak.data.generate_budgets import YEARS, budget_rows
from aimak.data.generate_events import events
from aimak.data.records import Municipality
from aimak.data.waste import WasteService
from aimak.municipal.money import som, thousand
from aimak.municipal.waste import contributions, depreciation, tonnes_a_year, trips, volume

#: The contributions on wages in the training data; a figure for training, not a rate to be learned.
CONTRIBUTIONS = 0.17
#: No more than this share of the budget's waste line goes into the service; the rest clears heaps.
MOST_OF_LINE = 0.95


@dataclass(frozen=True, slots=True)
class _Truck:
    """A kind of truck: cubic metres, tonnes of a cubic metre in it, price and residual value (som), years, crew."""

    m3: float
    density: float
    price: int
    residual: int
    years: int
    som_a_km: int
    crew: int


_TRAILER = _Truck(4.0, 0.2, 950_000, 110_000, 12, 17, 2)
_LORRY = _Truck(8.0, 0.2, 2_900_000, 260_000, 12, 22, 3)
_COMPACTOR = _Truck(14.0, 0.3, 5_600_000, 560_000, 12, 30, 3)
#: Tonnes a year from which on a place has the next larger truck.
_LORRY_FROM, _COMPACTOR_FROM = 230, 900


@dataclass(slots=True)
class _State:
    """What a municipality starts with; causes change it from year to year."""

    share: float
    kg: float
    km: float
    fee: int
    rate: float
    truck: _Truck
    age: int
    wage: float
    repair: float
    disposal: float
    running: bool = True


def _start(place: Municipality, draw: random.Random) -> _State:
    mountain = place.kind == "mountain"
    kg = round(draw.uniform(0.22, 0.32) if mountain else draw.uniform(0.28, 0.42), 2)
    share = draw.uniform(0.40, 0.62) if mountain else draw.uniform(0.45, 0.75)
    tonnes = tonnes_a_year(place.population, kg, share)
    truck = _TRAILER if tonnes < _LORRY_FROM else _LORRY if tonnes < _COMPACTOR_FROM else _COMPACTOR
    return _State(
        share=share,
        kg=kg,
        km=round(draw.uniform(3.0, 12.0) if mountain else draw.uniform(4.0, 18.0), 1),
        fee=draw.randrange(20, 65, 5),
        rate=draw.uniform(0.38, 0.80),
        truck=truck,
        age=draw.randrange(1, 7),
        wage=draw.uniform(15_500, 19_500),
        repair=draw.uniform(0.024, 0.036),
        disposal=draw.uniform(30, 70),
    )


def _waste_lines(places: tuple[Municipality, ...], seed: int) -> dict[tuple[str, int], int]:
    """What each budget spent on its line `waste`, whole som: the service takes no more from it."""
    draw = random.Random(seed + 1)
    happened = {place.code: events(place, draw) for place in places}
    return {
        (str(row[0]), int(str(row[1]))): som(str(row[7]))
        for place in places
        for row in budget_rows(place, happened[place.code], seed)
        if row[2] == "actual" and row[4] == "waste"
    }


def _service(place: Municipality, year: int, state: _State, line: int) -> WasteService:
    """One year of a service. Where the budget's line is too short, the service reaches fewer households."""
    share = state.share
    while True:
        made = _at_share(place, year, state, share)
        if som(made.from_budget) <= MOST_OF_LINE * line:
            return made
        share *= 0.97


def _at_share(place: Municipality, year: int, state: _State, share: float) -> WasteService:
    truck, grown = state.truck, 1 + 0.06 * (year - YEARS[0])
    households = max(1, round(place.households * share))
    tonnes = round(tonnes_a_year(place.population, state.kg, households / place.households))
    driven = trips(volume(tonnes, truck.density), truck.m3)
    hours = driven * (2 * state.km / 30 + 2.0) / 52
    week = max(0.2, round(hours / 40, 2))
    wages = thousand(round(truck.crew * state.wage * grown * 12 * week))
    worn = depreciation(truck.price, truck.residual, truck.years)
    parts = {
        "fuel": thousand(round(driven * (2 * state.km + 8) * truck.som_a_km * grown)),
        "wages": wages,
        "contributions": thousand(contributions(som(wages), CONTRIBUTIONS)),
        "repair": thousand(round(truck.price * state.repair * (1 + 0.12 * state.age) * week)),
        "depreciation": thousand(worn),
        "disposal": thousand(round(tonnes * state.disposal)),
    }
    parts["overhead"] = thousand(round(0.06 * som(sum(parts.values()))))
    billed = thousand(state.fee * households * 12)
    collected = thousand(round(som(billed) * state.rate))
    cash = round(sum(parts.values()) - parts["depreciation"], 1)
    return WasteService(
        place.code, year, "running", households, state.kg, tonnes, truck.m3, state.age, driven, state.km, state.fee,
        billed, collected, **parts, from_budget=round(max(0.0, cash - collected), 1),
    )  # fmt: skip


def _no_service(place: Municipality, year: int, state: _State) -> WasteService:
    return WasteService(
        place.code, year, "none", 0, None, 0, None, None, 0, state.km, None, 0.0, 0.0,
        0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0,
    )  # fmt: skip


def _change(state: _State, cause: str) -> None:
    """What a cause does to a service from its year on."""
    match cause:
        case "no_service" | "stopped":
            state.running = False
        case "started":
            state.running, state.age = True, 5
        case "nobody_collects":
            state.rate = 0.0
        case "no_fee":
            state.fee, state.rate = 0, 0.0
        case "fee_raised":
            state.fee, state.rate = state.fee + 20, state.rate * 0.9
        case "receipts":
            state.rate = min(0.9, state.rate + 0.12)
        case "landfill_moved":
            state.km = round(state.km + 7, 1)
        case "new_truck":
            state.age, state.repair = 0, state.repair * 0.6
        case "bins":
            state.share = min(0.85, state.share + 0.10)


def _years(place: Municipality, lines: dict[tuple[str, int], int], seed: int) -> Iterator[WasteService]:
    state = _start(place, random.Random(f"waste {seed} {place.code}"))
    state.age = 9 if place.code == story_waste.STOPPED else state.age
    state.running = place.code not in story_waste.STARTED
    for year in YEARS:
        if year > YEARS[0]:
            state.age, state.kg = state.age + 1, round(state.kg + 0.01, 2)
        for cause in story_waste.causes_of(place.code, year):
            _change(state, cause)
        running = state.running
        yield _service(place, year, state, lines[place.code, year]) if running else _no_service(place, year, state)


def _cells(service: WasteService) -> tuple[object, ...]:
    return tuple("" if (value := getattr(service, one.name)) is None else value for one in fields(service))


def tables(places: tuple[Municipality, ...], seed: int) -> dict[str, str]:
    """The text of each made table by file name."""
    lines = _waste_lines(places, seed)
    services = [service for place in places for service in _years(place, lines, seed)]
    return {
        "waste_services.csv": csv_text([one.name for one in fields(WasteService)], [_cells(one) for one in services]),
        "waste_causes.csv": csv_text(("municipality", "year", "cause", "text"), story_waste.rows(places)),
        "waste_neighbours.csv": csv_text(
            ("municipality", "neighbour", "road_km"), story_waste.neighbour_rows(places, seed)
        ),
    }
