"""Needs assessments of the invented municipalities, their measures and the money there is for them."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator

from aimak.data.csv_text import csv_text
from aimak.data.planning_kinds import FAR, GROUPS, MEASURES, NEEDS, OUTDOORS, group_rows, measure_rows, need_rows
from aimak.data.records import Municipality
from aimak.municipal.money import round_keeping_total, share_out, thousand
from aimak.municipal.planning import FocusGroup, Weight, approval, borda, pairwise

YEARS = (2023, 2024, 2025)
#: Awkward on purpose, each in the last year; see datasets/README.md.
NO_ASSESSMENT = ("M36", "M49")
NO_WOMEN = ("M15", "M46")
ALL_DIFFERENT = ("M09", "M24")
TIED = ("M34", "M50")
CIRCLE = ("M22", "M30")
ROADS_IN_WINTER = ("M27", "M07")

#: How pressing each need is for a group, before its own draw; the order of the columns is that of NEEDS.
_PRESSING = {
    "women_youth": (1.6, 1.2, 1.0, 2.2, 2.4, 0.3),
    "women_adult": (2.6, 1.9, 1.2, 1.8, 1.3, 0.6),
    "women_elderly": (2.2, 1.2, 1.7, 1.6, 0.5, 1.2),
    "men_youth": (0.9, 0.9, 1.6, 1.3, 2.8, 0.7),
    "men_adult": (1.4, 1.0, 2.4, 1.0, 0.8, 2.3),
    "men_elderly": (1.9, 0.9, 2.1, 0.9, 0.6, 1.9),
    FAR: (2.2, 0.7, 2.7, 1.5, 0.7, 1.7),
}
#: What mountains and valleys add: herds and passes there, waste and dark streets here.
_KIND = {"mountain": (0.0, -0.3, 0.4, 0.0, 0.0, 0.5), "valley": (0.2, 0.8, 0.0, 0.3, 0.0, -0.5)}


def tables(places: tuple[Municipality, ...], seed: int) -> dict[str, str]:
    """The text of each made table by file name."""
    header = ("municipality", "year", "group", "present", "stands_for", "approved", *NEEDS)
    plans = {place.code: _plan(place, seed) for place in places}
    return {
        "planning_needs.csv": csv_text(("need", "label"), need_rows()),
        "planning_groups.csv": csv_text(("group", "sex", "age", "place", "label"), group_rows()),
        "planning_measure_kinds.csv": csv_text(("measure", "need", "outdoors", "label"), measure_rows()),
        "planning_lists.csv": csv_text(
            header, (row for place in places for row in _lists(place, str(plans[place.code][2]), seed))
        ),
        "planning_plans.csv": csv_text(("municipality", "ceiling", "need", "year", "text"), plans.values()),
        "planning_measures.csv": csv_text(
            ("municipality", "measure", "cost", "reach", "first_month", "months", "mandatory"),
            (row for place in places for row in _measures(place, seed)),
        ),
    }


def ceiling(place: Municipality) -> int:
    """Whole som for new measures in a year: something for every place, and more where more people live."""
    return (350_000 + 45 * place.population) // 10_000 * 10_000


def _plan(place: Municipality, seed: int) -> tuple[object, ...]:
    draw = random.Random(f"{seed} planning plan {place.code}")
    likely = [need for need in NEEDS if not (place.kind == "valley" and need == "veterinary")]
    need = draw.choice(likely)
    year = draw.choice(YEARS[1:])
    return place.code, thousand(ceiling(place)), need, year, NEEDS[need][1]


def _stands_for(place: Municipality, seed: int) -> dict[str, int]:
    """People of 14 and older whom each group stands for; the groups share nobody."""
    draw = random.Random(f"{seed} planning people {place.code}")
    grown = place.population - round(place.population * draw.uniform(0.27, 0.32))
    far = round(grown / place.villages * draw.uniform(0.35, 0.75)) if place.villages > 1 else 0
    far = min(far, grown // 4)
    women = round((grown - far) * place.women / place.population)
    people: dict[str, int] = {}
    for sex, count in (("women", women), ("men", grown - far - women)):
        youth = min(round(count * draw.uniform(0.27, 0.31)), place.youth // 2)
        elderly = round(count * draw.uniform(0.13, 0.18))
        people |= {f"{sex}_youth": youth, f"{sex}_adult": count - youth - elderly, f"{sex}_elderly": elderly}
    return {**people, FAR: far} if far else people


def _lists(place: Municipality, theme: str, seed: int) -> Iterator[tuple[object, ...]]:
    if place.code in NO_ASSESSMENT:
        return
    people, since = _stands_for(place, seed), int(str(_plan(place, seed)[3]))
    for year in YEARS if place.joined == "partner" else YEARS[1:]:
        wanted = _wanted(place.code) if year == YEARS[-1] else _anything
        for attempt in range(20_000):
            draw = random.Random(f"{seed} planning {place.code} {year} {attempt}")
            groups = _draw(place, people, theme if year >= since else "", year, draw)
            if wanted(groups):
                break
        else:
            raise RuntimeError(f"{place.code} {year}: no draw is as wanted")
        for group in groups:
            ranks = [group.ranking.index(need) + 1 if group.ranking else "" for need in NEEDS]
            yield place.code, year, group.key, group.present, group.stands_for, group.approved, *ranks


def _draw(
    place: Municipality, people: dict[str, int], theme: str, year: int, draw: random.Random
) -> tuple[FocusGroup, ...]:
    """One assessment: who came, and what each group put first."""
    size = 52 + place.population // 220 + (12 if place.hearings else 0)  # where hearings are known, more people come
    few = draw.sample(sorted(people), 2)
    pull = [people[key] * draw.uniform(0.7, 1.3) * (0.28 if key in few else 1.0) for key in people]
    present = {key: min(people[key], max(3, count)) for key, count in zip(people, share_out(size, pull), strict=True)}
    groups = []
    for key, stands_for in people.items():
        sex, age, where, _label = GROUPS[key]
        came = 0 if place.code in NO_WOMEN and sex == "women" and year == YEARS[-1] else present[key]
        scores = {
            need: base + more + draw.uniform(-0.9, 0.9) + (0.7 if need == theme else 0.0)
            for need, base, more in zip(NEEDS, _PRESSING[key], _KIND[place.kind], strict=True)
        }
        ranking = tuple(sorted(NEEDS, key=lambda need: (-scores[need], need))) if came else ()
        approved = draw.choice((1, 2, 2, 3, 3)) if came else 0
        groups.append(FocusGroup(key, sex, age, where, came, stands_for, ranking, approved))
    return tuple(groups)


def _anything(_groups: tuple[FocusGroup, ...]) -> bool:
    return True


def _wanted(code: str) -> Callable[[tuple[FocusGroup, ...]], bool]:
    """What the last assessment of a municipality must show, so that it is worth discussing."""

    def found(groups: tuple[FocusGroup, ...]) -> bool:
        by_group, by_people = borda(groups), borda(groups, Weight.STANDS_FOR)
        approved, pairs = approval(groups), pairwise(groups)
        # Nearly every need is asked for by somebody, or there would be little to give up.
        if by_people.winner is None or sum(points > 0 for points in approved.scores.values()) < 5:
            return False
        if code in TIED:
            return len(by_group.leaders) == 2 and pairs.winner is not None
        if code in CIRCLE:
            return by_group.winner is not None and pairs.winner is None and len(pairs.cycle) == 3
        if code in ALL_DIFFERENT:
            return len({by_group.winner, approved.winner, pairs.winner, None}) == 4
        # Elsewhere the winner changes when lists count by the people behind them.
        clear = by_group.winner is not None and approved.winner is not None and pairs.winner is not None
        return clear and by_group.winner != by_people.winner

    return found


def _measures(place: Municipality, seed: int) -> Iterator[tuple[object, ...]]:
    """Eight measures, at least one for each need; together they cost about twice the ceiling; one is settled."""
    draw = random.Random(f"{seed} planning measures {place.code}")
    possible = [key for key in MEASURES if place.villages > 1 or not key.startswith("far_")]
    chosen = [draw.choice([key for key in possible if MEASURES[key][0] == need]) for need in NEEDS]
    chosen += draw.sample([key for key in possible if key not in chosen], 2)
    chosen.sort(key=list(MEASURES).index)
    money, people = ceiling(place), _stands_for(place, seed)
    settled = draw.choice([key for key in chosen if not key.startswith("far_")])
    weights = [draw.uniform(0.5, 1.5) for _key in chosen]
    total = round(money * draw.uniform(1.9, 2.3))
    costs = dict(zip(chosen, round_keeping_total(share_out(total, weights), 1000), strict=True))
    costs[settled] = round(money * draw.uniform(0.10, 0.20) / 1000) * 1000
    for key in chosen:
        need, _outdoors, share, _label = MEASURES[key]
        # Children gain too, so a measure in the far village reaches more people than its group stands for.
        base = 1.4 * people[FAR] if key.startswith("far_") else place.population
        reach = max(20, round(base * share * draw.uniform(0.7, 1.2)))
        months = draw.choice((1, 2, 3))
        first = draw.randrange(4, 11 - months) if key in OUTDOORS else draw.randrange(1, 12 - months)
        if place.code in ROADS_IN_WINTER and need == "roads":
            first, months = 1, 2
        yield place.code, key, thousand(costs[key]), reach, first, months, "true" if key == settled else "false"
