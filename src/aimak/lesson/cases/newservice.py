"""The case of the unit `newservice`: a club for children, from its survey to its first year's cash.

Everything follows from the municipality's rows in the data package and its code, so the same code gives the same
case on every machine. Amounts are whole som. Prices, fees and shares are figures for training.
"""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import dataclass

from aimak.data import Municipality, municipalities, municipality
from aimak.data.newservice import (
    ClubPrices,
    SurveyGroup,
    SurveyNote,
    club_prices,
    delivery_ways,
    survey_groups,
    survey_note,
)
from aimak.lesson.cases.newservice_cash import MONTHS, Remedy, first_plan, remedies
from aimak.lesson.cases.newservice_parts import (
    MONTHS_OPEN,
    Scheme,
    club_year,
    conditions,
    coverage,
    left_out,
    measures,
    money_for_measures,
    schemes,
    slots,
    timetable_limits,
)
from aimak.municipal.newservice import (
    CashPlan,
    ClubYear,
    Conditions,
    DeliveryWay,
    Group,
    Measure,
    Slot,
    Survey,
    TimetableLimits,
    together,
)

__all__ = ["MONTHS", "MONTHS_OPEN", "NewServiceCase", "case", "survey_fault", "survey_of"]


@dataclass(frozen=True, slots=True)
class NewServiceCase:
    """What the trainee of one municipality sees.

    :param groups: answers by group; those of ``borrowed``, a neighbour, where nobody was asked here.
    :param keeps: share of those who say yes that comes in fact: an assumption of the case.
    :param size: places of a group; ``bearable`` places that may stay empty if few come.
    :param slots: free times of the hall, and the limits of a timetable.
    :param year: the money of the year; ``schemes`` four ways to ask for fees.
    :param coverage: children and users by group after the first term; ``left_out`` children that are missing for an
        equal share, ``measures`` that reach them and ``money`` (som) for these.
    :param asked_way: the way whose cost is asked for.
    :param cash: the first year by month, 1 being September; ``remedies`` what can be done where money is short.
    """

    municipality: Municipality
    note: SurveyNote
    borrowed: Municipality | None
    groups: tuple[SurveyGroup, ...]
    children: int
    keeps: float
    size: int
    bearable: int
    slots: tuple[Slot, ...]
    limits: TimetableLimits
    prices: ClubPrices
    year: ClubYear
    schemes: tuple[Scheme, ...]
    coverage: Mapping[str, Group]
    left_out: Mapping[str, int]
    measures: tuple[Measure, ...]
    money: int
    ways: tuple[DeliveryWay, ...]
    conditions: Conditions
    asked_way: DeliveryWay
    cash: CashPlan
    remedies: tuple[Remedy, ...]

    @property
    def survey(self) -> Survey:
        """All answers together."""
        return together([group.survey for group in self.groups])

    @property
    def has_far_village(self) -> bool:
        """False where the municipality is a single village."""
        return "far" in self.coverage


def survey_fault(case: NewServiceCase) -> str:
    """What is wrong with the survey: ``own``, ``few``, ``girls``, ``far`` or, where nothing is, ``use``."""
    return {"none": "own", "chat": "few", "field": "girls", "centre": "far", "register": "use"}[case.note.how]


def case(code: str) -> NewServiceCase:
    """The case of a municipality.

    :raises UserError: if there is no such municipality.
    """
    place = municipality(code)
    draw = random.Random(f"newservice case {place.code}")
    note, prices, here = survey_note(place.code), club_prices(place.code), survey_groups(place.code)
    groups, borrowed = survey_of(place)
    children = sum(group.children for group in here)
    keeps, size = draw.choice((0.3, 0.35, 0.4, 0.45)), draw.choice((12, 14, 15, 16))
    planned = round(children * keeps * draw.uniform(0.42, 0.55))
    poor = sum(group.children for group in here if group.income == "poor") / children
    year = club_year(prices, planned, size, poor, draw)
    offered = schemes(year, prices, draw)
    covered = coverage(here, planned, draw)
    missing = left_out(covered)
    possible_measures = measures(prices, missing, draw)
    ways = delivery_ways(place.code)
    fee = next(one.fee for one in offered if one.kind == "fits")
    cash = first_plan(prices, year, fee, size, draw)
    times = slots(size, draw)
    return NewServiceCase(
        municipality=place,
        note=note,
        borrowed=borrowed,
        groups=groups,
        children=children,
        keeps=keeps,
        size=size,
        bearable=draw.choice((6, 8, 10, 12)),
        slots=times,
        limits=timetable_limits(times, place.villages > 1, draw),
        prices=prices,
        year=year,
        schemes=offered,
        coverage=covered,
        left_out=missing,
        measures=possible_measures,
        money=money_for_measures(possible_measures, missing, draw),
        ways=ways,
        conditions=conditions(ways, draw),
        asked_way=draw.choice(ways),
        cash=cash,
        remedies=remedies(cash, prices, year, size, draw),
    )


def survey_of(place: Municipality) -> tuple[tuple[SurveyGroup, ...], Municipality | None]:
    """The answers to plan with: those of the municipality, or of a neighbour (named too) where nobody was asked."""
    if survey_note(place.code).how != "none":
        return survey_groups(place.code), None
    neighbour = _neighbour(place)
    return survey_groups(neighbour.code), neighbour


def _neighbour(place: Municipality) -> Municipality:
    """The municipality of the same kind with a fair survey that is nearest in size."""
    alike = [
        other
        for other in municipalities()
        if other != place and other.kind == place.kind and survey_note(other.code).how == "register"
    ]
    return min(alike, key=lambda other: (abs(other.population - place.population), other.code))
