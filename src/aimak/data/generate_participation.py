"""The made tables of the unit `participation`: who came to assemblies and meetings that are no hearings.

How large each group is in a municipality stands in municipalities.csv; where people live and who came is invented
here. See datasets/README.md for what is awkward on purpose.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta

from aimak.data.csv_text import csv_text
from aimak.data.records import Municipality

PLACES = ("municipality", "near_people", "far_people")
EVENTS = (
    "municipality",
    "event",
    "kind",
    "level",
    "date",
    "people",
    "women",
    "youth",
    "age_unknown",
    "minorities",
    "far",
    "note",
)
YEARS = (2023, 2024, 2025)
#: Awkward on purpose: no event in 2025; the last event with three people; nobody asked the age; minorities not counted.
NONE_IN_THE_LAST_YEAR, THREE_PEOPLE = ("M03", "M34"), ("M06", "M39")
AGE_NEVER_ASKED, MINORITIES_NOT_COUNTED = ("M12", "M44"), ("M16", "M30")
#: What bends who comes: a note, the factor for people, and those for the share of each group.
_CAUSES = (
    ("Invitations were brought to every door.", 1.3, {"women": 1.25, "far": 1.1}),
    ("A bus brought people of the far villages.", 1.15, {"far": 1.9}),
    ("The meeting was in the school, after lessons.", 1.0, {"youth": 2.0, "women": 1.1}),
    ("The meeting fell into the morning of a market day.", 0.6, {"women": 0.75}),
    ("The notice hung at the aiyl okmotu only.", 0.7, {"far": 0.5, "youth": 0.7}),
    ("Papers and interpreter were there in two languages.", 1.05, {"minorities": 1.9}),
)
_ALMOST_NOBODY = "The notice was put up in the evening before."
_WOMEN_FIRST, _WOMEN_STEP = 0.68, 0.06


def tables(places: tuple[Municipality, ...], seed: int) -> dict[str, str]:
    """The text of each made table by file name."""
    where = [_place_row(place, seed) for place in places]
    far = {code: count for code, _near, count in where}
    rows = [row for place in places for row in _event_rows(place, far[place.code], seed)]
    return {
        "participation_places.csv": csv_text(PLACES, where),
        "participation_events.csv": csv_text(EVENTS, rows),
    }


def _place_row(place: Municipality, seed: int) -> tuple[str, int, int]:
    """A fifth to two fifths live in far villages; with one village nobody does."""
    draw = random.Random(f"participation place {place.code} {seed}")
    if place.villages == 1:
        return place.code, place.population, 0
    far = round(place.population * draw.uniform(0.2, 0.42))
    return place.code, place.population - far, far


def _event_rows(place: Municipality, far_people: int, seed: int) -> Iterator[tuple[object, ...]]:
    draw = random.Random(f"participation events {place.code} {seed}")
    tendency = {
        "women": draw.uniform(0.92, 1.08),
        "youth": draw.uniform(0.35, 0.75),
        "minorities": draw.uniform(0.3, 1.0),
        "far": draw.uniform(0.35, 0.85),
    }
    number = 0
    for year in YEARS:
        if year == YEARS[-1] and place.code in NONE_IN_THE_LAST_YEAR:
            continue
        for kind in ("assembly", draw.choice(("needs", "stakeholders"))):
            number += 1
            last = year == YEARS[-1] and kind != "assembly"
            yield _event(place, far_people, f"{place.code}-p{number}", year, kind, last, tendency, draw)


def _event(
    place: Municipality,
    far_people: int,
    mark: str,
    year: int,
    kind: str,
    is_last: bool,
    tendency: dict[str, float],
    draw: random.Random,
) -> tuple[object, ...]:
    note, factor, bend = draw.choice(_CAUSES) if draw.randrange(10) < 5 else ("", 1.0, {})
    if place.villages == 1 and "far" in bend:
        note, factor, bend = "", 1.0, {}
    usual = {"assembly": 60 + place.population // 160, "needs": 35 + place.population // 500, "stakeholders": 24}[kind]
    people = max(9, round(usual * factor * draw.uniform(0.8, 1.2)))
    level = draw.choice(("village", "aimak", "rayon")) if kind == "stakeholders" else "village"
    first, days = (date(year, 1, 20), 300) if kind == "assembly" else (date(year, 2, 10), 250)
    if is_last and place.code in THREE_PEOPLE:
        people, note, bend = 3, _ALMOST_NOBODY, {}

    def come(group: str, members: int, extra: float = 1.0) -> int:
        part = members / place.population * tendency[group] * bend.get(group, 1.0) * extra * draw.uniform(0.85, 1.15)
        return min(people, round(people * min(0.95, part)))

    # More women from year to year, as invitations spread.
    women = come("women", place.women, _WOMEN_FIRST + _WOMEN_STEP * (year - YEARS[0]))
    unknown = people if place.code in AGE_NEVER_ASKED else draw.choice((0, 0, 0, people // 10, people // 5))
    youth = min(come("youth", place.youth), people - unknown)
    minorities = come("minorities", place.minorities)
    far = come("far", far_people)
    when = (first + timedelta(days=draw.randrange(days))).isoformat()
    return (
        place.code,
        mark,
        kind,
        level,
        when,
        people,
        women,
        "" if unknown == people else youth,
        unknown,
        "" if place.code in MINORITIES_NOT_COUNTED else minorities,
        "" if place.villages == 1 else far,
        note,
    )
