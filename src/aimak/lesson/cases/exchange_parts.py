"""The pieces of the case of `exchange`, each drawn so that the decision is real and can be made."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from aimak.data import Municipality
from aimak.municipal.exchange import (
    Part,
    Promise,
    Trip,
    distance,
    first_shares,
    weight_grid,
)

LETTERS = "ABCDEF"
#: Indicators of the index: least and most weight that the village assembly allows, per cent.
WEIGHT_LIMITS = {"water_hours": (30, 60), "certificate_days": (10, 45), "readers": (10, 45)}
#: Ordinary differences among the fifty training municipalities, rounded so that they can be worked with by hand.
ORDINARY = {"households": 900.0, "villages": 2.0, "height": 700.0}
#: Near is up to one ordinary difference.
NEAR = 1.0
#: Who could go, and how many nights each can be away from home.
PEOPLE = {"specialist": 2, "head": 0, "deputy": 2, "resident": 1, "accountant": 2, "relative": 2}
DOERS, DECIDERS, RESIDENTS = ("specialist",), ("head", "deputy"), ("resident",)
NEEDS = ("worker", "vehicle", "phone_network", "volunteers")


@dataclass(frozen=True, slots=True)
class IndexTask:
    """Three places with scores of 0 to 100 on three indicators.

    :param days: days that a certificate takes in the own municipality; ``best`` and ``worst`` of all that are compared.
    """

    table: Mapping[str, Mapping[str, float]]
    days: int
    best: int
    worst: int


def index_task(draw: random.Random) -> IndexTask:
    """In half of the cases one place is first under all weights that are allowed, in half two are, by the weights."""
    grid = list(weight_grid(WEIGHT_LIMITS))
    safe = bool(draw.randrange(2))
    while True:
        table = {name: {key: float(draw.randrange(20, 96)) for key in WEIGHT_LIMITS} for name in LETTERS[:3]}
        shares = sorted(first_shares(table, grid).values(), reverse=True)
        dominated = any(all(table[x][k] >= table[y][k] for k in WEIGHT_LIMITS) for x in table for y in table if x != y)
        if not dominated and (shares[0] == 1 if safe else shares[1] > 0.25 and not shares[2]):
            break
    best, spread = draw.randrange(2, 5), draw.randrange(8, 15)
    return IndexTask(table, best + draw.randrange(2, spread // 2), best, best + spread)


@dataclass(frozen=True, slots=True)
class Host:
    """Somebody who could be visited. ``result`` is None where nobody measured it."""

    name: str
    situation: Mapping[str, float]
    result: float | None


def hosts(own: Mapping[str, float], result: float, gain: float, sign: int, draw: random.Random) -> tuple[Host, ...]:
    """Four hosts: near and better, near and no better, best but far, near and not measured."""

    def near(least: float, most: float) -> dict[str, float]:
        while True:
            made = {
                "households": own["households"] + round(draw.uniform(-1, 1) * most * 900 / 10) * 10,
                "villages": max(1.0, own["villages"] + draw.randrange(-2, 3)),
                "height": max(600.0, own["height"] + round(draw.uniform(-1.4, 1.4) * most * 700 / 10) * 10),
            }
            parts = distance(own, made, ORDINARY)
            ranked = sorted(parts.parts.values(), reverse=True)
            if least <= parts.total <= most and made["households"] > 80 and ranked[0] > ranked[1] + 0.04:
                return made

    far = {
        "households": own["households"] + round(draw.uniform(2.0, 3.0) * 90) * 10,
        "villages": own["villages"] + draw.randrange(3, 6),
        "height": max(600.0, own["height"] - round(draw.uniform(0.8, 1.3) * 70) * 10),
    }
    drafts = [
        (near(0.45, 0.85), round(result + sign * gain * draw.uniform(1.3, 1.8), 1)),
        (near(0.1, 0.35), round(result + sign * gain * draw.uniform(-0.3, 0.4), 1)),
        (far, round(result + sign * gain * draw.uniform(2.2, 2.6), 1)),
        (near(0.3, 0.8), None),
    ]
    draw.shuffle(drafts)
    return tuple(Host(name, *draft) for name, draft in zip(LETTERS, drafts, strict=False))


@dataclass(frozen=True, slots=True)
class CardTask:
    """A practice card as it came: what it says, what it needs, what we have, and its prices in whole som.

    :param setup: once; ``each`` for each household.
    """

    says: tuple[Part, ...]
    needs: tuple[str, ...]
    has: tuple[str, ...]
    setup: int
    each: int


def card_task(conditions: frozenset[str], draw: random.Random) -> CardTask:
    """Two parts are missing, cost never; of three needs one or two are not there."""
    lacking = set(draw.sample([part for part in Part if part not in (Part.WHAT, Part.COST)], 2))
    has = tuple(need for need in NEEDS if need in conditions)
    while True:
        needs = tuple(sorted(draw.sample(NEEDS, 3), key=NEEDS.index))
        if 1 <= len(set(needs) - set(has)) <= 2:
            break
        has = tuple(sorted(draw.sample(NEEDS, 2), key=NEEDS.index))
    says = tuple(part for part in Part if part not in lacking)
    return CardTask(says, needs, has, draw.randrange(20, 90) * 1000, draw.randrange(4, 24) * 5)


@dataclass(frozen=True, slots=True)
class VisitTask:
    """The way to the host, ``hours`` that are needed with the host, and the ceiling in whole som."""

    trip: Trip
    hours: int
    ceiling: int

    @property
    def nights(self) -> int:
        """The least nights with which the hours are enough."""
        return next(nights for nights in range(3) if self.trip.hours_with_host(nights) >= self.hours)


def visit_task(draw: random.Random) -> VisitTask:
    """In two of three cases one night is needed. Money is for three people, or a fourth; never for two cars."""
    for_night = draw.random() < 0.67
    km = draw.randrange(150, 260) if for_night else draw.randrange(30, 70)
    trip = Trip(
        km,
        50,
        10,
        draw.randrange(9, 13),
        draw.randrange(68, 84),
        draw.randrange(8, 13) * 50,
        draw.randrange(14, 25) * 50,
    )
    hours = draw.randrange(6, 9) if for_night else draw.randrange(5, 7)
    made = VisitTask(trip, hours, 0)
    people = draw.choice((3, 4))
    return VisitTask(trip, hours, -(-trip.cost(people, made.nights) // 500) * 500 + 500)


def promises(draw: random.Random) -> tuple[Promise, ...]:
    """Five drafts: two complete ones, one without a date, one without somebody, one that nobody checks."""
    keys = ["list", "desk", "taps", "report", "letter"]
    people = ["specialist", "deputy", "accountant"]
    due = [date(2026, draw.randrange(3, 7), draw.randrange(2, 27)) for _key in keys]
    drafts = []
    for i in range(5):
        who, checker = draw.sample(people, 2)
        drafts.append(
            Promise(
                keys[i],
                None if i == 1 else who,
                None if i == 0 else due[i],
                who if i == 2 else checker,
            )
        )
    whats = draw.sample(keys, 5)
    made = [Promise(what, one.who, one.due, one.checker) for what, one in zip(whats, drafts, strict=True)]
    draw.shuffle(made)
    return tuple(made)


@dataclass(frozen=True, slots=True)
class RoundTable:
    """Who asks for which themes, and who offers which theme: (code, themes)."""

    asks: tuple[tuple[str, tuple[str, ...]], ...]
    offers: tuple[tuple[str, str], ...]


def round_table(
    place: Municipality, others: Sequence[Municipality], themes: Sequence[str], draw: random.Random
) -> RoundTable:
    """Four who ask and four who offer: everybody can be helped in one way only, and the first guess blocks somebody."""
    codes = [one.code for one in draw.sample([one for one in others if one.code != place.code], 7)]
    first, second, third, fourth = draw.sample(list(themes), 4)
    wishes = [(first,), (first, second), (second, third), (first, third, fourth)]
    askers = [place.code, *codes[:3]]
    draw.shuffle(askers)
    asks = [(code, tuple(draw.sample(wish, len(wish)))) for code, wish in zip(askers, wishes, strict=True)]
    asks = sorted(asks, key=lambda ask: -len(ask[1])) if draw.randrange(2) else draw.sample(asks, 4)
    offers = list(zip(codes[3:], (first, second, third, fourth), strict=True))
    draw.shuffle(offers)
    return RoundTable(tuple(asks), tuple(offers))
