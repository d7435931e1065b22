"""Surveys, indicators and registers of messages of the invented municipalities.

What people say follows what is, with a gap that has a cause: told to nobody, remembered from last year, or hidden.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta

from aimak.data.csv_text import csv_text
from aimak.data.records import Municipality

YEARS = (2023, 2024, 2025)
SERVICES = ("water", "waste", "lighting", "roads", "kindergarten")
#: Awkward on purpose: see datasets/README.md.
TWELVE_ASKED, NO_SURVEY, NO_MESSAGES, WITHOUT_DATES = "M12", "M22", "M15", "M34"
#: cause -> (service or any, points that perception lies above performance, text)
CAUSES: dict[str, tuple[int, str]] = {
    "told_nobody": (-24, "The service was mended, and only the office knows."),
    "last_winter": (-20, "People still speak of the stoppage of last winter."),
    "far_only": (-14, "The far village is served less often than the centre."),
    "new_paint": (19, "It was painted anew; what is underneath nobody sees."),
    "never_had": (16, "People never had more, so they ask for little."),
}
_TOPICS = (*SERVICES, "not_ours")


def groups(place: Municipality) -> dict[str, int]:
    """People near the centre and far from it; a single village has nobody far away."""
    if place.villages == 1:
        return {"near": place.population}
    far = round(place.population * random.Random(f"feedback groups {place.code}").uniform(0.24, 0.43))
    return {"near": place.population - far, "far": far}


def tables(places: tuple[Municipality, ...], seed: int) -> dict[str, str]:
    """The text of each made table by file name."""
    return {
        "feedback_groups.csv": csv_text(
            ("municipality", "village", "people"),
            [(place.code, village, people) for place in places for village, people in groups(place).items()],
        ),
        "feedback_services.csv": csv_text(
            ("municipality", "year", "service", "performance"),
            [
                (place.code, year, service, value)
                for place in places
                for (year, service), value in _performance(place, seed).items()
            ],
        ),
        "feedback_causes.csv": csv_text(
            ("municipality", "service", "cause", "text"),
            [
                (place.code, service, cause, CAUSES[cause][1])
                for place in places
                for service, cause in _causes(place, seed).items()
            ],
        ),
        "feedback_surveys.csv": csv_text(
            ("municipality", "year", "service", "village", "asked", "satisfied"),
            [row for place in places for row in _survey(place, seed)],
        ),
        "feedback_messages.csv": csv_text(
            ("municipality", "number", "received", "topic", "village", "answered"),
            [row for place in places for row in _messages(place, seed)],
        ),
    }


def _performance(place: Municipality, seed: int) -> dict[tuple[int, str], int]:
    draw = random.Random(f"feedback performance {seed} {place.code}")
    made = {}
    for service in SERVICES:
        value = draw.randrange(38, 84)
        for year in YEARS:
            made[year, service] = max(15, min(97, value))
            value += draw.choice((-5, -2, 0, 2, 4, 6, 9))
    return {(year, service): made[year, service] for year in YEARS for service in SERVICES}


def _causes(place: Municipality, seed: int) -> dict[str, str]:
    """Two or three services of a municipality are seen otherwise than they run, each for a cause."""
    draw = random.Random(f"feedback causes {seed} {place.code}")
    able = [cause for cause in CAUSES if cause != "far_only" or place.villages > 1]
    chosen = draw.sample(SERVICES, draw.choice((2, 3)))
    return {service: draw.choice(able) for service in SERVICES if service in chosen}


def _asked(place: Municipality, year: int, draw: random.Random) -> dict[str, int]:
    """How many answered: the centre more than its share, because the interviewers live there."""
    live = groups(place)
    if (place.code, year) == (NO_SURVEY, 2025):
        return {}
    total = 12 if (place.code, year) == (TWELVE_ASKED, 2025) else draw.randrange(90, 260)
    if len(live) == 1:
        return {"near": total}
    far = max(2, round(total * live["far"] / place.population * draw.uniform(0.35, 0.75)))
    return {"near": total - far, "far": far}


def _survey(place: Municipality, seed: int) -> Iterator[tuple[object, ...]]:
    draw = random.Random(f"feedback survey {seed} {place.code}")
    runs, causes = _performance(place, seed), _causes(place, seed)
    for year in YEARS:
        asked = _asked(place, year, draw)
        for service in SERVICES:
            cause = causes.get(service, "")
            seen = runs[year, service] + (CAUSES[cause][0] if cause else 0) + draw.randrange(-5, 6)
            for village, count in asked.items():
                less = draw.randrange(3, 9) + (14 if cause == "far_only" else 0)
                share = max(3, min(97, seen - (less if village == "far" else 0)))
                yield place.code, year, service, village, count, round(count * share / 100)


def _messages(place: Municipality, seed: int) -> Iterator[tuple[object, ...]]:
    """One year of messages: more in winter about water and light, and a habit of answering that a place has."""
    if place.code == NO_MESSAGES:
        return
    draw = random.Random(f"feedback messages {seed} {place.code}")
    runs = _performance(place, seed)
    heaviness = [(130 - runs[2025, service]) for service in SERVICES] + [30]
    quick, keeps = draw.randrange(4, 13), draw.uniform(0.7, 0.97)
    live = groups(place)
    days = sorted(draw.randrange(0, 349) for _ in range(draw.randrange(14, 25)))
    for number, offset in enumerate(days, start=1):
        received = date(2025, 1, 2) + timedelta(days=offset)
        topic = draw.choices(_TOPICS, heaviness)[0]
        village = "far" if "far" in live and draw.random() < 0.45 else "near"
        took = draw.randrange(1, 2 * quick) + (draw.randrange(8, 26) if village == "far" and draw.random() < 0.5 else 0)
        answered = received + timedelta(days=took)
        is_open = draw.random() > keeps or answered > date(2025, 12, 31)
        blank = place.code == WITHOUT_DATES and number % 2 == 0
        yield (
            place.code,
            number,
            "" if blank else received.isoformat(),
            topic,
            village,
            "" if is_open or blank else answered.isoformat(),
        )
