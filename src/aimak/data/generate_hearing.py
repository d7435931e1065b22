"""The made tables of the unit `hearing`: hearings that add up to the programme's totals, and their registers.

How many hearings and people each municipality has stands in municipalities.csv; years, days and proposals are
invented here. See datasets/README.md for what is awkward on purpose.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta

from aimak.data.csv_text import csv_text
from aimak.data.generate_hearing_register import PROPOSALS, proposal_rows
from aimak.data.records import Municipality
from aimak.municipal.money import share_out

HEARINGS = (
    "municipality",
    "hearing",
    "year",
    "kind",
    "date",
    "people",
    "women",
    "youth",
    "villages",
    "minutes",
    "note",
)
#: Awkward on purpose: the municipality, and which of its hearings is meant (from 0).
NONE_IN_THE_LAST_YEAR, THREE_PEOPLE, MINUTES_MISSING = "M31", ("M06", 2), ("M19", 1)
#: Which hearings a municipality of so many held: «e24» is on the execution of 2023, held in 2024.
_PLANS = {
    3: (("d23", "d24", "d25"), ("d24", "e25", "d25")),
    4: (("e24", "d24", "e25", "d25"), ("d23", "d24", "e25", "d25")),
    5: (("d23", "e24", "d24", "e25", "d25"),),
}
_HARVEST = "The day fell into the hay harvest."
_NO_BUS = "The bus from the far village did not come."
#: What bends the number of people, by how much, and in what words.
_CAUSES = (
    (1.7, "Members of initiative groups invited people at their doors."),
    (1.5, "The one-page citizen budget was handed out at the shops."),
    (0.55, _HARVEST),
    (0.6, "The notice hung at the aiyl okmotu only."),
    (0.7, _NO_BUS),
)
_ALMOST_NOBODY = "The notice was put up in the evening before."
_NO_MINUTES = "Nobody kept minutes; the number of people is a guess of the staff."


def tables(places: tuple[Municipality, ...], seed: int) -> dict[str, str]:
    """The text of each made table by file name."""
    rows = [row for place in places for row in _hearing_rows(place, seed)]
    made = [line for place in places for line in proposal_rows(place, [r for r in rows if r[0] == place.code], seed)]
    return {"hearings.csv": csv_text(HEARINGS, rows), "hearing_proposals.csv": csv_text(PROPOSALS, made)}


def _hearing_rows(place: Municipality, seed: int) -> Iterator[tuple[object, ...]]:
    if not place.hearings:
        return
    draw = random.Random(f"hearings {place.code} {seed}")
    plan = draw.choice(_PLANS[place.hearings])
    if place.code == NONE_IN_THE_LAST_YEAR:
        plan = ("e23", "d23", "d24")
    notes, weights = [], []
    for at, slot in enumerate(plan):
        factor, note = draw.choice(_CAUSES) if draw.randrange(10) < 5 else (1.0, "")
        if (place.villages == 1 and note == _NO_BUS) or (slot[0] == "e" and note == _HARVEST) or note in notes:
            factor, note = 1.0, ""
        if (place.code, at) == THREE_PEOPLE:
            note = _ALMOST_NOBODY
        if (place.code, at) == MINUTES_MISSING:
            factor, note = 1.0, _NO_MINUTES
        notes.append(note)
        weights.append(round(factor * draw.uniform(0.85, 1.15), 3))
    people = share_out(place.hearing_people, weights)
    if place.code == THREE_PEOPLE[0]:
        rest = [w for at, w in enumerate(weights) if at != THREE_PEOPLE[1]]
        people = share_out(place.hearing_people - 3, rest)
        people.insert(THREE_PEOPLE[1], 3)
    trend = draw.uniform(0.26, 0.34)
    for at, (slot, came, note) in enumerate(zip(plan, people, notes, strict=True)):
        kind, year = ("draft" if slot[0] == "d" else "execution"), 2000 + int(slot[1:])
        # More women from year to year: invitations at doors reach them, a notice at the office does not.
        women = min(came, round(came * (trend + 0.05 * at + draw.uniform(-0.03, 0.03))))
        youth = round(came * draw.uniform(0.08, 0.24))
        stayed_away = max(int(note == _NO_BUS), draw.choice((0, 0, 1, 1, 2)) if place.villages > 3 else 0)
        villages = 1 if came < 10 else place.villages - stayed_away
        counts: tuple[object, ...] = (women, youth, villages, "true")
        if (place.code, at) == MINUTES_MISSING:
            counts = ("", "", "", "false")
        yield place.code, f"{place.code}-{at + 1}", year, kind, _day(kind, year, draw), came, *counts, note


def _day(kind: str, year: int, draw: random.Random) -> str:
    """A day in the weeks in which such hearings are held in practice; none of them is set by law here."""
    first, days = (date(year, 5, 28), 90) if kind == "draft" else (date(year, 1, 27), 35)
    return (first + timedelta(days=draw.randrange(days))).isoformat()
