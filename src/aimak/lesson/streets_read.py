"""What the lesson `streets` reads of one municipality or of several: lamps, roads, plans."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import Any

from aimak.data import municipality
from aimak.data.streets import (
    LATITUDES,
    SURVEYS,
    lamp_types,
    road_sections,
    road_surveys,
    roads_at_start,
    street_lamps,
    street_limits,
    tariff,
)
from aimak.municipal.streets import PASSABLE, Plan, best_plan, energy_cost, month_hours, road_project, worst_first

#: Years of a plan, and those over which its gain is counted.
PLANNED, HORIZON = 3, 6


def say(text: str) -> None:
    """Show a sentence in a notebook as a paragraph that wraps on a phone, which printed text does not."""
    from IPython.display import display

    bundle: dict[str, Any] = {"text/html": f"<p>{escape(text)}</p>", "text/plain": text}
    display(bundle, raw=True)


@dataclass(frozen=True, slots=True)
class Light:
    """Lamps of a municipality in a year: how many burn, electricity (kWh), its cost (whole som)."""

    lamps: int
    broken: int
    kwh: float
    cost: int


def light(code: str, year: int, place: str | None = None) -> Light:
    """The lamps of a municipality, or of one of its places. Electricity is priced at the tariff of 2025.

    :raises UserError: if there is no such municipality or year.
    """
    rows = [one for one in street_lamps(code, year) if place in (None, one.place)]
    latitude = LATITUDES[municipality(code).oblast]
    months = [
        sum(
            one.working * lamp_types()[one.type].lamp.watts * month_hours(one.switching, latitude)[month]
            for one in rows
        )
        / 1000
        for month in range(12)
    ]
    cost = energy_cost(months, tariff("tariff_budget"), SURVEYS[-1])
    return Light(sum(one.working for one in rows), sum(one.broken for one in rows), sum(months), cost)


def conditions(code: str, year: int) -> dict[str, int]:
    """Road -> condition that the survey of a year found; empty if there was none."""
    return {one.road: one.condition for one in road_surveys(code) if one.year == year}


def closed_share(code: str, year: int) -> float | None:
    """Households on roads that are not passable, as a share of those on all roads; None without a survey."""
    found = conditions(code, year)
    if not found:
        return None
    households = {one.road: one.households for one in road_sections(code)}
    cut_off = sum(households[road] for road, condition in found.items() if condition < PASSABLE)
    return cut_off / sum(households[road] for road in found)


def plans(code: str) -> tuple[Plan, Plan]:
    """The best plan of a municipality's roads under its ceilings, and what the worst road first gives."""
    roads, limits = roads_at_start(code), street_limits(code)
    projects = [road_project(road, limits.prices, PLANNED, HORIZON) for road in roads]
    best = best_plan(projects, limits.ceilings)
    assert best is not None  # nothing must be in it
    return best, worst_first(roads, projects, limits.ceilings)
