"""Parts of the case `participation`: who was in the room, and measures that could bring the others."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence

from aimak.data import Municipality
from aimak.data.participation import GROUPS, events, far_people
from aimak.municipal.newservice import Measure, best_measures, reached
from aimak.municipal.participation import Presence, Verdict, people_to_gain, verdict

#: Measure -> least and most cost in thousand som, and the part of a missing group that it brings. For training.
_MEASURES: dict[str, tuple[tuple[int, int], dict[str, float]]] = {
    "doors": ((11, 17), {"women": 0.5, "far": 0.25}),
    "hour": ((2, 4), {"women": 0.35}),
    "children": ((7, 12), {"women": 0.55}),
    "bus": ((11, 18), {"far": 0.8}),
    "there_first": ((5, 9), {"far": 0.5, "women": 0.15}),
    "interpreter": ((7, 11), {"minorities": 0.75}),
    "leaflet": ((2, 4), {"minorities": 0.35}),
    "school": ((5, 9), {"youth": 0.65}),
    "chat": ((1, 3), {"youth": 0.4}),
    "banner": ((6, 10), {}),
}
#: A group must be this part of the inhabitants, or a room cannot show that it is missing.
_LARGE_ENOUGH = 0.12


def room_of(place: Municipality, draw: random.Random) -> tuple[dict[str, Presence], tuple[str, str]]:
    """A room in which two groups are fewer than at home, and the two groups; of the others nothing can be told."""
    members = {"women": place.women, "youth": place.youth, "minorities": place.minorities}
    members["far"] = far_people(place.code) or round(place.population * draw.uniform(0.26, 0.38))
    # Who was never counted at a meeting of this municipality is not counted here either.
    hidden = {g for g in ("youth", "minorities") if not any(one.presence(g).is_counted for one in events(place.code))}
    can_be_low = [g for g in GROUPS if members[g] >= _LARGE_ENOUGH * place.population and g not in hidden]
    low = (first := draw.choice(can_be_low), draw.choice([g for g in can_be_low if g != first]))
    while True:
        room = draw.randrange(70, 131)
        groups: dict[str, Presence] = {}
        for group in GROUPS:
            unknown = draw.randrange(6, room // 6) if group == "youth" and group not in hidden else 0
            unknown = room if group in hidden and group == "youth" else unknown
            part = draw.uniform(0.3, 0.6) if group in low else draw.uniform(0.92, 1.08)
            present = round((room - unknown) * part * members[group] / place.population)
            groups[group] = Presence(
                members[group], place.population, None if group in hidden else present, room, unknown
            )
        told = {group: verdict(one) for group, one in groups.items()}
        wanted = {
            g: Verdict.FEWER if g in low else Verdict.NOT_COUNTED if g in hidden else Verdict.CANNOT_TELL
            for g in GROUPS
        }
        if told == wanted and all(people_to_gain(groups[g]) >= 6 for g in low) and groups[low[0]].present:
            return groups, low


def measures(missing: Mapping[str, int], draw: random.Random) -> tuple[tuple[Measure, ...], int]:
    """Measures, and whole som for them, so that money, groups and numbers pull in different directions."""
    while True:
        found = tuple(_measure(key, missing, draw) for key in _MEASURES)
        useful = sorted(one.cost for one in found if any(group in missing for group in one.reaches))
        money = round(sum(useful) * draw.uniform(0.45, 0.7) / 1000) * 1000
        if is_a_decision(found, missing, money):
            return found, money


def _measure(key: str, missing: Mapping[str, int], draw: random.Random) -> Measure:
    (least, most), brings = _MEASURES[key]
    reaches = {
        group: max(1, round(part * draw.uniform(0.8, 1.2) * missing[group]))
        if group in missing
        else draw.randrange(4, 15)
        for group, part in brings.items()
    }
    return Measure(key, 1000 * draw.randrange(least, most + 1), reaches)


def brings(chosen: Sequence[Measure], missing: Mapping[str, int]) -> int:
    """People of the missing groups whom the measures bring together."""
    return sum(reached(chosen, missing).values())


def is_a_decision(found: Sequence[Measure], missing: Mapping[str, int], money: int) -> bool:
    """Whether buying the cheapest first, or what brings most heads of any group, misses the best choice."""
    best = best_measures(found, missing, money)
    if len(best) < 2:
        return False
    most = brings(best, missing)
    heads = sorted(found, key=lambda one: -sum(one.reaches.values()))
    for order in (sorted(found, key=lambda one: one.cost), heads):
        left, taken = money, []
        for one in order:
            if one.cost <= left:
                taken.append(one)
                left -= one.cost
        if brings(taken, missing) > 0.97 * most:
            return False
    return brings([one for one in found if set(one.reaches) & set(missing)], missing) > most
