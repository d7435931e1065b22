"""The case of the unit `exchange`: figures to compare, an index, hosts, a card, a visit and a round table.

Everything follows from the municipality's rows in the data package and its code, so the same code gives the same
case on every machine. Neighbours with letters are invented for practice. Amounts are whole som.
"""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import dataclass

from aimak.data import Municipality, municipalities, municipality
from aimak.data.exchange import group_of, indicator, peers, sites
from aimak.lesson.cases.exchange_parts import (
    DECIDERS,
    DOERS,
    NEAR,
    ORDINARY,
    PEOPLE,
    RESIDENTS,
    WEIGHT_LIMITS,
    CardTask,
    Host,
    IndexTask,
    RoundTable,
    VisitTask,
    card_task,
    hosts,
    index_task,
    promises,
    round_table,
    visit_task,
)
from aimak.lesson.cases.exchange_rows import Row, compared
from aimak.municipal.exchange import Alike, Candidate, Promise, best_pairs, can_help, distance, learn_from

__all__ = [
    "NEAR",
    "ORDINARY",
    "PEOPLE",
    "PROBLEMS",
    "THEMES",
    "WEIGHT_LIMITS",
    "YEAR",
    "ExchangeCase",
    "case",
    "visit_cost",
    "visit_faults",
]

#: The year of the figures.
YEAR = 2025
#: Indicator of the problem -> a figure for training where nobody measured, least gain, whether more is better.
PROBLEMS = {
    "water_hours": (11.0, 3.0, True),
    "certificate_days": (8.0, 2.0, False),
    "readers": (8.0, 3.0, True),
    "trees_alive": (50.0, 12.0, True),
}
THEMES = ("water", "waste", "lighting", "clubs", "hearings", "fees")


@dataclass(frozen=True, slots=True)
class ExchangeCase:
    """What the trainee of one municipality sees.

    :param peers_count: how many others of its group the data hold; 0 where it is alone in its kind.
    :param problem: the indicator in which it wants to learn; ``result`` its own figure, ``measured`` whether the data
        have it; ``gain`` the least difference that is worth a visit.
    :param own: the own row of task 1; ``rows`` those of the others.
    """

    municipality: Municipality
    group: Alike
    peers_count: int
    own: Row
    rows: tuple[Row, ...]
    index: IndexTask
    problem: str
    result: float
    measured: bool
    gain: float
    situation: Mapping[str, float]
    hosts: tuple[Host, ...]
    card: CardTask
    visit: VisitTask
    promises: tuple[Promise, ...]
    table: RoundTable

    def fair(self) -> tuple[Row, ...]:
        """The rows that may be compared with the own one: same group, same year, inhabitants given."""
        return tuple(one for one in self.rows if (one.group, one.year) == (self.group, YEAR) and one.inhabitants)

    def candidates(self) -> tuple[Candidate, ...]:
        """The hosts with their distance."""
        return tuple(
            Candidate(one.name, distance(self.situation, one.situation, ORDINARY).total, one.result)
            for one in self.hosts
        )

    def to_visit(self) -> tuple[Candidate, ...]:
        """Hosts that are near and clearly better."""
        more = PROBLEMS[self.problem][2]
        return learn_from(self.result, self.candidates(), NEAR, self.gain, higher_is_better=more)

    def helpers(self) -> dict[str, tuple[str, ...]]:
        """For each who asks at the round table, who could help."""
        return can_help({code: (theme,) for code, theme in self.table.offers}, dict(self.table.asks))

    def pairs(self) -> dict[str, str]:
        """As many pairs as can be."""
        return best_pairs(self.helpers())


def visit_faults(case: ExchangeCase, chosen: Mapping[str, str | None] | None) -> tuple[str, ...]:
    """What is wrong with a plan of the visit: ``open``, ``hours``, ``ceiling``, ``away`` or who is missing."""
    if chosen is None or any(chosen.get(line) is None for line in ("nights", *PEOPLE)):
        return ("open",)
    nights = int(str(chosen["nights"]))
    going = {name for name in PEOPLE if chosen[name] == "goes"}
    cost = visit_cost(case, chosen)
    faults = {
        "hours": case.visit.trip.hours_with_host(nights) < case.visit.hours,
        "ceiling": cost is not None and cost > case.visit.ceiling,
        "away": any(PEOPLE[name] < nights for name in going),
        "doer": going.isdisjoint(DOERS),
        "decider": going.isdisjoint(DECIDERS),
        "resident": going.isdisjoint(RESIDENTS),
        "relative": "relative" in going,
    }
    return tuple(name for name, there in faults.items() if there)


def visit_cost(case: ExchangeCase, chosen: Mapping[str, str | None] | None) -> int | None:
    """Whole som that a plan costs; None where nobody goes yet or the nights are open."""
    nights = (chosen or {}).get("nights")
    going = sum((chosen or {}).get(name) == "goes" for name in PEOPLE)
    return case.visit.trip.cost(going, int(nights)) if nights is not None and going else None


def _problem(code: str, draw: random.Random) -> tuple[str, float, bool]:
    """The indicator in which a municipality wants to learn, its figure, and whether the data have it.

    Who has water nearly all day has no problem with it: a host must have room to be better.
    """
    figures = {name: indicator(code, YEAR, name) for name in PROBLEMS}
    most = 24.0 - 2.6 * PROBLEMS["water_hours"][1]
    problem = draw.choice([name for name in PROBLEMS if name != "water_hours" or (figures[name] or 0.0) <= most])
    value = figures[problem]
    return problem, PROBLEMS[problem][0] if value is None else value, value is not None


def case(code: str) -> ExchangeCase:
    """The case of a municipality.

    :raises UserError: if there is no such municipality.
    """
    place = municipality(code)
    draw = random.Random(f"exchange case {place.code}")
    own, rows = compared(place, group_of(place.code), draw)
    problem, result, measured = _problem(place.code, draw)
    _training, gain, more = PROBLEMS[problem]
    if problem == "certificate_days":
        gain = min(gain, result / 4)
    if problem == "trees_alive":
        gain = min(gain, (100 - result) / 2.7)
    site = sites()[place.code]
    situation = {"households": float(place.households), "villages": float(place.villages), "height": float(site.height)}
    gain = round(gain, 1)
    return ExchangeCase(
        municipality=place,
        group=group_of(place.code),
        peers_count=len(peers(place.code)),
        own=own,
        rows=rows,
        index=index_task(draw),
        problem=problem,
        result=result,
        measured=measured,
        gain=gain,
        situation=situation,
        hosts=hosts(situation, result, gain, 1 if more else -1, draw),
        card=card_task(site.conditions, draw),
        visit=visit_task(draw),
        promises=promises(draw),
        table=round_table(place, municipalities(), THEMES, draw),
    )
