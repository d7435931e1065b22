"""The made tables of the unit `newservice`: services, surveys, costs, ways to deliver, and the first year of six."""

from __future__ import annotations

import random
from collections.abc import Iterator

from aimak.data.csv_text import csv_text
from aimak.data.generate_newservice_year import first_year_rows
from aimak.data.programme import LAUNCHED, SERVICE_PLACES
from aimak.data.records import Municipality

SERVICES = ("veterinary_service", "youth_clubs", "waste_removal")
#: A social order is for social services, so nobody gave waste or cattle to one.
WAYS = {
    "veterinary_service": ("own_staff", "partnership"),
    "youth_clubs": ("own_staff", "social_order", "partnership"),
    "waste_removal": ("municipal_enterprise", "own_staff"),
}
#: The year of the surveys, and the age group whose share of the population is asked about.
SURVEY_YEAR, AGE_SHARE = 2025, 0.075
#: Awkward on purpose: nobody was asked, twelve answers, no girls asked.
HOW = {"M12": "none", "M35": "none", "M22": "chat", "M34": "chat", "M06": "field", "M44": "field"}
_NOTES = {
    "register": "A part of all children was drawn from the school lists, in every village, and asked at home.",
    "centre": "Children were asked in front of the school of the central village. Nobody went to the far villages.",
    "field": "Boys were asked at the football field. No girl was asked.",
    "chat": "A question was put into a chat of parents. Twelve answered.",
    "none": "Nobody was asked: the head knows what people want.",
}
_WHY = {
    "veterinary_service": "The only veterinarian retired, and two neighbouring villages lost cattle to a disease.",
    "youth_clubs": "After lessons there was nowhere to go; parents asked for a club at the village assembly.",
    "waste_removal": "Waste was burnt and thrown into the ravine, and the stream below it was no longer clean.",
}


def tables(places: tuple[Municipality, ...], seed: int) -> dict[str, str]:
    """The text of each made table by file name."""
    services = service_rows(places, seed)
    surveys = {place.code: list(survey_rows(place, how_asked(places, seed)[place.code], seed)) for place in places}
    children = {code: sum(int(str(row[4])) for row in rows) for code, rows in surveys.items()}
    costs = {place.code: costs_of(place, children[place.code], seed) for place in places}
    first_year = (row for row in services if row[3] for row in first_year_rows(row, seed))
    return {
        "newservice_services.csv": csv_text(
            ("municipality", "service", "organised", "launched", "way", "users", "text"), services
        ),
        "newservice_surveys.csv": csv_text(
            ("municipality", "sex", "village", "income", "children", "asked", "yes"),
            (row for rows in surveys.values() for row in rows),
        ),
        "newservice_survey_notes.csv": csv_text(
            ("municipality", "year", "how", "text"),
            ((code, SURVEY_YEAR, how, _NOTES[how]) for code, how in how_asked(places, seed).items()),
        ),
        "newservice_costs.csv": csv_text(
            ("municipality", "item", "amount"),
            ((code, item, amount) for code, items in costs.items() for item, amount in items.items()),
        ),
        "newservice_ways.csv": csv_text(
            ("municipality", "way", "setup", "yearly", "months_to_start", "possible", "bearer"),
            (row for place in places for row in way_rows(place, costs[place.code], seed)),
        ),
        "newservice_first_year.csv": csv_text(
            ("municipality", "month", "users", "fees", "other", "payments"), first_year
        ),
    }


def service_rows(places: tuple[Municipality, ...], seed: int) -> list[tuple[object, ...]]:
    """Who organised a service, and who launched it: sixteen partners, six of them; two of each service."""
    draw = random.Random(f"newservice services {seed}")
    partners = [place for place in places if place.joined == "partner"]
    chosen = sorted(draw.sample(partners, SERVICE_PLACES), key=lambda place: place.code)
    kinds = [SERVICES[i % len(SERVICES)] for i in range(SERVICE_PLACES)]
    draw.shuffle(kinds)
    launched: set[str] = set()
    for service in SERVICES:
        having = [place.code for place, kind in zip(chosen, kinds, strict=True) if kind == service]
        launched |= set(draw.sample(having, LAUNCHED // len(SERVICES)))
    rows: list[tuple[object, ...]] = []
    for place, service in zip(chosen, kinds, strict=True):
        organised = draw.choice((2023, 2024))
        way, share = draw.choice(WAYS[service]), draw.uniform(0.3, 0.6)
        year, users = "", 0
        if place.code in launched:
            year = str(organised)
            users = round(place.population * 0.02 * (1 + share)) if service == "youth_clubs" else 0
            users = users or round(place.households * share)
        rows.append((place.code, service, organised, year, way, users, _WHY[service]))
    return rows


def how_asked(places: tuple[Municipality, ...], seed: int) -> dict[str, str]:
    """How each municipality asked: a fair list for most, the centre only for twelve, and the bad cases."""
    draw = random.Random(f"newservice how {seed}")
    others = [place.code for place in places if place.code not in HOW and place.villages > 1]
    centre = set(draw.sample(others, 12))
    return {p.code: HOW.get(p.code, "centre" if p.code in centre else "register") for p in places}


def survey_rows(place: Municipality, how: str, seed: int) -> Iterator[tuple[object, ...]]:
    """Children, those asked and those who said yes, by sex, village and income.

    A club of the first year serves the villages within reach, so a large municipality does not ask all of its children.
    """
    draw = random.Random(f"newservice survey {place.code} {seed}")
    reach = min(place.population, 4000 + (place.population - 4000) // 7)
    children = round(reach * AGE_SHARE)
    far = 0.0 if place.villages == 1 else draw.uniform(0.25, 0.45)
    girls, poor, wish = draw.uniform(0.47, 0.51), draw.uniform(0.18, 0.34), draw.uniform(0.5, 0.7)
    part = min(0.55, draw.uniform(85, 150) / children)
    for sex, of_sex in (("girls", girls), ("boys", 1 - girls)):
        for village, of_village in (("near", 1 - far), ("far", far)):
            for income, of_income in (("poor", poor), ("other", 1 - poor)):
                here = round(children * of_sex * of_village * of_income)
                likes = wish - 0.1 * (sex == "girls") - 0.12 * (village == "far") - 0.05 * (income == "poor")
                asked = _asked(how, sex, village, income, min(here, round(here * part)))
                yes = min(asked, max(0, round(asked * (likes + draw.uniform(-0.08, 0.08)))))
                if of_village:
                    yield place.code, sex, village, income, here, asked, yes


def _asked(how: str, sex: str, village: str, income: str, fair: int) -> int:
    if how == "none" or (how == "centre" and village == "far") or (how == "field" and sex == "girls"):
        return 0
    if how == "chat":
        return {"near": {"poor": 1, "other": 3}, "far": {"poor": 0, "other": 2}}[village][income]
    return fair


def costs_of(place: Municipality, children: int, seed: int) -> dict[str, int]:
    """Prices of a club in whole som: figures for training, of no real place."""
    draw = random.Random(f"newservice costs {place.code} {seed}")

    def price(low: float, high: float, step: int) -> int:
        return round(draw.uniform(low, high) / step) * step

    cold = 1.25 if place.kind == "mountain" else 1.0
    groups = max(2, round(children * 0.18 / 14))
    return {
        "coach_group_month": price(2300, 3100, 50),
        "hall_month": price(3600 * cold, 5200 * cold, 100) + 400 * groups,
        "child_month": price(30, 70, 5),
        "equipment": price(9000, 14000, 500) * groups,
        "repair": price(30000, 90000, 1000),
        "bus_month": 0 if place.villages == 1 else price(5000, 11000, 100),
        "accepted_fee": price(240, 420, 10),
    }


def way_rows(place: Municipality, costs: dict[str, int], seed: int) -> Iterator[tuple[object, ...]]:
    """Four ways to run the club: thousand som once and a year, months to the first day, whether it can be had here."""
    draw = random.Random(f"newservice ways {place.code} {seed}")
    groups = max(2, costs["equipment"] // 12000)
    setup = costs["equipment"] + costs["repair"]
    yearly = 9 * (groups * costs["coach_group_month"] + costs["hall_month"])
    # A contractor asks more a year and needs no set-up; a partner brings a hall, and takes long to agree.
    shape = {
        "own_staff": (1.0, draw.uniform(0.95, 1.1), draw.randrange(2, 5), True, "budget"),
        "municipal_enterprise": (
            draw.uniform(1.1, 1.3), draw.uniform(0.82, 0.98), draw.randrange(4, 8), draw.random() < 0.6, "enterprise",
        ),
        "social_order": (
            draw.uniform(0.1, 0.3), draw.uniform(1.0, 1.25), draw.randrange(3, 7), draw.random() < 0.7, "contractor",
        ),
        "partnership": (
            draw.uniform(0.3, 0.6), draw.uniform(0.8, 1.1), draw.randrange(5, 10), draw.random() < 0.75, "both",
        ),
    }  # fmt: skip
    for way, (once, each, months, possible, bearer) in shape.items():
        yield (
            place.code, way, f"{setup * once / 1000:.1f}", f"{yearly * each / 1000:.1f}", months,
            "true" if possible else "false", bearer,
        )  # fmt: skip
