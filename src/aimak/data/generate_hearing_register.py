"""The registers of proposals of the unit `hearing`: what people asked for, and what became of it."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from aimak.data.hearing import GROUPS, Wish, wishes
from aimak.data.records import Municipality

PROPOSALS = (
    "municipality",
    "hearing",
    "number",
    "wish",
    "asked_by",
    "cost",
    "people",
    "status",
    "reason",
    "answered",
)
#: Nobody got an answer here: the register was never looked at again.
NOBODY_ANSWERED = "M38"


def proposal_rows(
    place: Municipality, hearings: Sequence[tuple[object, ...]], seed: int
) -> Iterator[tuple[object, ...]]:
    """The register of one municipality, numbered through; a hearing without minutes left nothing in it.

    :param hearings: the rows of its hearings: code, key, year, kind, date, people, women, youth, villages, minutes.
    """
    draw = random.Random(f"proposals {place.code} {seed}")
    habit = draw.uniform(0.45, 0.95)  # how often those who asked get an answer here
    number = 0
    for _code, key, _year, kind, day, came, _women, _youth, _villages, minutes, _note in hearings:
        count = min(6, 1 + int(str(came)) // (18 if kind == "draft" else 40))
        drawn = draw.sample(wishes(), count)
        if minutes != "true":
            continue
        for wish in drawn:
            number += 1
            cost = round(draw.uniform(*wish.costs) / 5) * 5
            people = wish.people(place, draw.choice((0.8, 0.9, 1.0, 1.1)))
            fate = _fate(wish, date.fromisoformat(str(day)), habit, draw)
            if place.code == NOBODY_ANSWERED:
                fate = ("open", "", "")
            yield place.code, key, number, wish.wish, draw.choice(GROUPS), f"{cost:.1f}", people, *fate


def _fate(wish: Wish, day: date, habit: float, draw: random.Random) -> tuple[str, str, str]:
    """Status, reason and day of the answer of one proposal."""
    luck, told, days = draw.random(), draw.random() < habit, draw.randrange(6, 75)
    status, reason = "accepted", ""
    if luck < (0.4 if day.year == 2025 else 0.12):
        return "open", "", ""
    if not wish.ours:
        status, reason = "declined", "not_ours"
    elif luck > 0.62:
        status, reason = "declined", "planned" if luck > 0.93 else "no_money"
    return status, reason, (day + timedelta(days=days)).isoformat() if told else ""
