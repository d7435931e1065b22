"""What the lesson of `exchange` reads: results as points, peers, hosts, and what is missing."""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from aimak.data import municipalities
from aimak.data.exchange import indicator, indicator_kinds, peers, road_km, situation, spreads
from aimak.i18n import translate as _
from aimak.lesson.exchange_words import indicator_short, place_name
from aimak.municipal.exchange import Candidate, Distance, distance, learn_from, nearest, robust_spread, score

__all__ = [
    "CLEAR",
    "FOUR",
    "NEAR",
    "REACH",
    "Match",
    "all_the_same",
    "complete",
    "fair_peers",
    "known",
    "matches",
    "median_points",
    "missing_years",
    "more_is_better",
    "near_places",
    "points",
    "remarks",
    "weakest",
]

#: Indicators that tell municipalities apart and that many measure.
FOUR = ("water_hours", "certificate_days", "readers", "trees_alive")
#: Near is up to half an ordinary difference; a result is clearly better from half an ordinary difference on; a visit
#: goes no farther than so many km of road, one way. The course's own limits.
NEAR, CLEAR, REACH = 0.5, 0.5, 250


@dataclass(frozen=True, slots=True)
class Match:
    """A host for a guest: the indicator in which the guest wants to learn, both results, distance and road."""

    guest: str
    host: str
    indicator: str
    own: float
    result: float
    distance: float
    km: int


def known(name: str, year: int, codes: Sequence[str] | None = None) -> dict[str, float]:
    """Code -> value of an indicator, for those who measured it."""
    listed = [place.code for place in municipalities()] if codes is None else codes
    found = {code: indicator(code, year, name) for code in listed}
    return {code: value for code, value in found.items() if value is not None}


def more_is_better(name: str) -> bool:
    """Whether more of an indicator is better."""
    return next(kind.higher_is_better for kind in indicator_kinds() if kind.indicator == name)


@cache
def points(code: str, year: int) -> dict[str, float]:
    """Points (0 worst, 100 best of all fifty) of a municipality, for what it measured of the four."""
    found = {}
    for name in FOUR:
        values = known(name, year)
        if code in values:
            made = score(values[code], list(values.values()), higher_is_better=more_is_better(name))
            if made is not None:
                found[name] = made
    return found


def complete(codes: Sequence[str], year: int) -> dict[str, dict[str, float]]:
    """The points of those who measured all four."""
    return {code: points(code, year) for code in codes if len(points(code, year)) == len(FOUR)}


def median_points(name: str, year: int) -> float:
    """The median of the points of all municipalities."""
    return statistics.median(points(code, year)[name] for code in known(name, year))


def near_places(code: str, year: int, among: Sequence[str] | None = None, count: int = 6) -> dict[str, Distance]:
    """The nearest municipalities in situation, the nearest first."""
    listed = [place.code for place in municipalities()] if among is None else among
    own, others = situation(code, year), {one: situation(one, year) for one in listed if one != code}
    return {one: distance(own, others[one], spreads(year)) for one in nearest(own, others, spreads(year), count)}


def weakest(code: str, year: int) -> str | None:
    """The indicator with the fewest points; None where nothing was measured."""
    own = points(code, year)
    return min(own, key=lambda name: own[name]) if own else None


def matches(code: str, year: int, among: Sequence[str] | None = None) -> tuple[Match, ...]:
    """Near in situation and clearly better in the weakest indicator, the best first."""
    name = weakest(code, year)
    if name is None:
        return ()
    values, near = known(name, year), near_places(code, year, among, 50)
    found = learn_from(
        values[code],
        [Candidate(one, parts.total, values.get(one)) for one, parts in near.items()],
        NEAR,
        CLEAR * robust_spread(list(values.values())),
        higher_is_better=more_is_better(name),
    )
    return tuple(
        Match(code, one.name, name, values[code], float(one.result or 0.0), one.distance, road_km(code, one.name))
        for one in found
        if road_km(code, one.name) <= REACH
    )


def missing_years(code: str, year: int) -> tuple[int, ...]:
    """Years up to this one without any figure, in a series that has others."""
    having = {one for one in range(2023, 2026) if indicator(code, one, "readers") is not None}
    return tuple(one for one in range(2023, year + 1) if having and one not in having)


def remarks(codes: Sequence[str], year: int) -> list[str]:
    """What is awkward in these data, in sentences."""
    said = []
    for code in codes:
        name = place_name(code)
        if not peers(code):
            said.append(_("{name} is alone in its kind: there is nobody to compare it with fairly.").format(name=name))
        if not any(points(code, one) for one in range(2023, 2026)):
            said.append(_("{name} measured nothing: no indicator can be shown. Begin with one.").format(name=name))
        for one in missing_years(code, year):
            said.append(_("{name} has no figures for {year}; they are not guessed.").format(name=name, year=one))
        for kind in indicator_kinds():
            if kind.indicator not in FOUR and list(known(kind.indicator, year)) == [code]:
                text = _("{name} measures “{indicator}” and nobody else does: it can follow itself only.")
                said.append(text.format(name=name, indicator=indicator_short(kind.indicator)))
    return said


def all_the_same(year: int) -> list[str]:
    """Indicators in which everybody who measured has one value: they tell nobody apart."""
    found = []
    for kind in indicator_kinds():
        values = list(known(kind.indicator, year).values())
        if len(values) > 1 and min(values) == max(values):
            found.append(kind.indicator)
    return found


def fair_peers(code: str, name: str, year: int) -> list[float]:
    """The values of an indicator of the others in the group, sorted."""
    return sorted(known(name, year, peers(code)).values())
