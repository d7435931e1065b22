"""The case of the unit `planning`: focus groups, a service passport, a joint action plan, measures under a ceiling.

Everything follows from the municipality's rows in the data package and its code. Amounts are whole som. What the data
package does not hold (hours, prices of this year, the draft plan) is drawn with the code as seed.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import combinations

from aimak.data import Municipality, municipalities, municipality
from aimak.data.planning import FAR, assessment, plan, proposed, valued
from aimak.lesson.cases.planning_parts import Draft, Meeting, Service, draft_plan, meetings, service
from aimak.municipal.planning import (
    FocusGroup,
    Measure,
    after_meeting,
    fit_ceiling,
    from_the_top,
    not_heard,
    people_with_a_need,
)

#: The year of the lists.
YEAR = 2025
#: The assembly has time for so many needs.
ON_THE_AGENDA = 2


@dataclass(frozen=True, slots=True)
class PlanningCase:
    """What the trainee of one municipality sees.

    :param neighbour: whose lists these are, where the municipality held no assessment; else None.
    :param groups: the focus groups of the year.
    :param part: below this part of its fair share a group was not heard.
    :param meetings: further meetings that could be held, and ``hours`` of work that there are for them.
    :param service: the draft passport and the cost of the service.
    :param draft: the steps of the joint action plan, its draft months, and the money.
    :param measures: measures with their cost and worth; ``reach`` people reached, by measure.
    :param ceiling: whole som for the measures.
    """

    municipality: Municipality
    neighbour: Municipality | None
    groups: tuple[FocusGroup, ...]
    part: Fraction
    meetings: tuple[Meeting, ...]
    hours: int
    service: Service
    draft: Draft
    measures: tuple[Measure, ...]
    reach: dict[str, int]
    ceiling: int

    @property
    def has_far_village(self) -> bool:
        """True if a far village made a list."""
        return any(group.key == FAR and group.ranking for group in self.groups)


def case(code: str) -> PlanningCase:
    """The case of a municipality.

    :raises UserError: if there is no such municipality.
    """
    place = municipality(code)
    draw = random.Random(f"planning case {place.code}")
    groups, neighbour = _groups(place)
    part = _part(groups)
    found, hours = meetings(groups, part, draw)
    measures, reach, ceiling = _measures(place, groups, draw)
    return PlanningCase(
        municipality=place,
        neighbour=neighbour,
        groups=groups,
        part=part,
        meetings=found,
        hours=hours,
        service=service(place, draw),
        draft=draft_plan(place, draw),
        measures=measures,
        reach=reach,
        ceiling=ceiling,
    )


def _groups(place: Municipality) -> tuple[tuple[FocusGroup, ...], Municipality | None]:
    """The lists of the year; of the neighbour nearest in size and kind, with own people, where there are none."""
    own = assessment(place.code, YEAR)
    if own:
        return own, None
    others = [p for p in municipalities(place.oblast) if p.kind == place.kind and assessment(p.code, YEAR)]
    near = min(others, key=lambda p: (abs(p.population - place.population), p.code))
    lists = assessment(near.code, YEAR)
    grown = Fraction(place.population, near.population)
    return tuple(replace(g, stands_for=max(g.present, round(g.stands_for * grown))) for g in lists), near


def _part(groups: tuple[FocusGroup, ...]) -> Fraction:
    """The smallest of four parts below which at least two groups lie, so that there is something to decide."""
    parts = [Fraction(1, 2), Fraction(3, 5), Fraction(7, 10), Fraction(4, 5)]
    return next((part for part in parts if len(not_heard(groups, part)) >= 2), parts[-1])


def _measures(
    place: Municipality, groups: tuple[FocusGroup, ...], draw: random.Random
) -> tuple[tuple[Measure, ...], dict[str, int], int]:
    """This year's prices and ceiling: such that going down the list from the top is not the best that can be done."""
    ceiling = round(plan(place.code).ceiling * draw.uniform(0.8, 1.05) / 10_000) * 10_000
    offered = proposed(place.code)
    for attempt in range(300):
        # Where one measure outweighs all others, the people whom each reaches are counted again.
        less = 0.0 if attempt < 20 else 0.6
        counted = tuple(replace(one, reach=max(20, round(one.reach * draw.uniform(1 - less, 1)))) for one in offered)
        priced = _priced(valued(counted, groups), ceiling, draw)
        if not priced:
            continue
        best, listed = fit_ceiling(priced, ceiling), from_the_top(priced, ceiling)
        if not best.ties and listed.value + 10 < best.value:
            return priced, {one.measure: one.reach for one in counted}, ceiling
    raise RuntimeError(f"{place.code}: no prices make the ceiling a decision")


def _priced(base: tuple[Measure, ...], ceiling: int, draw: random.Random) -> tuple[Measure, ...]:
    """One measure that is worth much and costs nearly all there is, against several that are worth more together."""
    fixed = {m.key: min(m.cost, ceiling // 5_000 * 1_000) for m in base if m.mandatory}
    room = ceiling - sum(fixed.values())
    ranked = sorted((m for m in base if not m.mandatory), key=lambda m: (-m.value, m.key))
    at = next((i for i, m in enumerate(ranked) if _worth(ranked[i + 1 :]) > 1.06 * m.value), None)
    if at is None:
        return ()
    others = ranked[at + 1 :]
    together = next(n for n in range(1, len(others) + 1) if _worth(others[:n]) > 1.06 * ranked[at].value)
    above = {m.key: draw.uniform(0.15, 0.25) for m in ranked[:at]}
    left = 1 - sum(above.values())
    weights = [draw.uniform(0.8, 1.2) for _one in others[:together]]
    share = left * draw.uniform(0.90, 0.98) / sum(weights)
    parts = above | {ranked[at].key: left * draw.uniform(0.84, 0.95)}
    parts |= {m.key: share * weight for m, weight in zip(others[:together], weights, strict=True)}
    parts |= {m.key: draw.uniform(0.2, 0.5) for m in others[together:]}
    costs = fixed | {key: max(1, round(room * part / 1000)) * 1000 for key, part in parts.items()}
    return tuple(replace(m, cost=costs[m.key]) for m in base)


def _worth(measures: list[Measure]) -> int:
    return sum(measure.value for measure in measures)


def met(case: PlanningCase, chosen: tuple[str, ...]) -> tuple[FocusGroup, ...]:
    """The groups after the chosen further meetings."""
    return after_meeting(case.groups, {one.group: one.people for one in case.meetings if one.group in chosen})


def hours_of(case: PlanningCase, chosen: tuple[str, ...]) -> int:
    """Hours of work that the chosen meetings take."""
    return sum(one.hours for one in case.meetings if one.group in chosen)


def fewest_not_heard(case: PlanningCase) -> int:
    """How many groups stay below the part of their fair share after the best meetings that the hours allow."""
    keys = [one.group for one in case.meetings]
    choices = (chosen for count in range(len(keys) + 1) for chosen in combinations(keys, count))
    return min(len(not_heard(met(case, c), case.part)) for c in choices if hours_of(case, c) <= case.hours)


def far_village_on(case: PlanningCase, chosen: tuple[str, ...]) -> bool:
    """True if the far village finds one of the needs that it cannot go without, or if there is none."""
    return not case.has_far_village or any(g.key == FAR and set(g.approvals) & set(chosen) for g in case.groups)


def best_agenda(case: PlanningCase) -> int:
    """The most people that two needs can reach, with one for the far village."""
    pairs = combinations(sorted(case.groups[-1].ranking or next(g.ranking for g in case.groups if g.ranking)), 2)
    return max(people_with_a_need(case.groups, pair) for pair in pairs if far_village_on(case, pair))


def largest_dropped(case: PlanningCase) -> str:
    """The measure that is worth most among those that the best set leaves out."""
    dropped = fit_ceiling(case.measures, case.ceiling).dropped
    return max((m for m in case.measures if m.key in dropped), key=lambda m: (m.value, m.key)).key
