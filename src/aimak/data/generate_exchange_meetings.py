"""The made forums, study visits and round tables of the unit `exchange`, which add up to the programme's totals."""

from __future__ import annotations

import random
from collections.abc import Iterator

from aimak.data.programme import FORUM_PEOPLE, FORUM_PLACES, VISIT_PLACES
from aimak.data.records import Municipality

#: What is offered and asked for at a forum.
THEMES = ("water", "waste", "lighting", "clubs", "hearings", "fees")
#: Oblasts that each forum invited: a northern and a southern one.
FORUMS = (("Issyk-Kul", "Naryn"), ("Jalal-Abad", "Osh"))


def forum_rows(places: tuple[Municipality, ...], seed: int) -> Iterator[tuple[object, ...]]:
    """Who came to which forum: 35 municipalities with 229 people, what each offers and what it asks."""
    draw = random.Random(f"exchange forums {seed}")
    partners = [place for place in places if place.joined == "partner"]
    joining = [place for place in places if place.joined == "joining"]
    came = sorted([*partners, *draw.sample(joining, FORUM_PLACES - len(partners))], key=lambda place: place.code)
    people = {place.code: FORUM_PEOPLE // FORUM_PLACES for place in came}
    for _swap in range(60):
        giver, taker = draw.sample(sorted(people), 2)
        if people[giver] > 3 and people[taker] < 11:
            people[giver], people[taker] = people[giver] - 1, people[taker] + 1
    for code in draw.sample(sorted(people), FORUM_PEOPLE - sum(people.values())):
        people[code] += 1
    for place in came:
        forum = next(i for i, oblasts in enumerate(FORUMS, start=1) if place.oblast in oblasts)
        offers, asks, more = draw.sample(THEMES, 3)
        women = round(people[place.code] * draw.uniform(0.2, 0.6))
        yield forum, place.code, people[place.code], women, offers, ";".join(sorted((asks, more)))


def trip_rows(places: tuple[Municipality, ...], seed: int) -> Iterator[tuple[object, ...]]:
    """Study visits and round tables of 32 municipalities: the host, who went, what was promised and kept."""
    draw = random.Random(f"exchange trips {seed}")
    partners = [place for place in places if place.joined == "partner"]
    assert len(partners) == VISIT_PLACES
    shuffled = draw.sample(partners, len(partners))
    number, rows = 0, []
    while shuffled:
        group, shuffled = shuffled[:4], shuffled[4:]
        host = draw.choice(sorted({place.code for place in partners} - {place.code for place in group}))
        number += 1
        form, year = ("visit", "round_table")[number % 2], draw.choice((2023, 2024, 2025))
        for place in group:
            promised = draw.randrange(0, 5) if form == "visit" else draw.randrange(1, 4)
            kept = min(promised, round(promised * draw.uniform(0.1, 1.0)))
            rows.append((number, form, year, place.code, host, draw.randrange(2, 7), promised, kept))
    yield from sorted(rows, key=lambda row: (row[0], row[3]))
