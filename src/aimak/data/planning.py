"""Typed reading of the tables of the unit `planning`. Amounts are whole som."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from aimak.data.reading import municipality, table_rows
from aimak.i18n import translate as _
from aimak.municipal.money import som
from aimak.municipal.planning import FocusGroup, Measure, asked_share, heard, worth

#: The group of the far village.
FAR = "far_village"


@dataclass(frozen=True, slots=True)
class MeasureKind:
    """What a measure is, wherever it is proposed. ``outdoors``: it needs open roads and soft ground."""

    measure: str
    need: str
    outdoors: bool
    label: str


@dataclass(frozen=True, slots=True)
class Proposed:
    """A measure that was proposed in a municipality for 2025.

    :param cost: whole som.
    :param reach: people whom it reaches.
    :param first_month: 1 to 12; ``months`` that it takes.
    :param mandatory: True if a contract is signed already.
    """

    municipality: str
    measure: str
    need: str
    cost: int
    reach: int
    first_month: int
    months: int
    mandatory: bool
    outdoors: bool

    @property
    def last_month(self) -> int:
        """The month in which it ends."""
        return self.first_month + self.months - 1


@dataclass(frozen=True, slots=True)
class Plan:
    """What a municipality has for new measures in 2025 (whole som), and what people talk about since a year."""

    municipality: str
    ceiling: int
    need: str
    year: int
    text: str


@cache
def need_keys() -> tuple[str, ...]:
    """The needs that focus groups put in order."""
    return tuple(row["need"] for row in table_rows("planning_needs"))


def need_labels() -> dict[str, str]:
    """The name of each need in the reader's language."""
    return {row["need"]: _(row["label"]) for row in table_rows("planning_needs")}


def group_labels() -> dict[str, str]:
    """The name of each focus group in the reader's language."""
    return {row["group"]: _(row["label"]) for row in table_rows("planning_groups")}


@cache
def measure_kinds() -> dict[str, MeasureKind]:
    """The kinds of measures by key."""
    return {
        row["measure"]: MeasureKind(row["measure"], row["need"], row["outdoors"] == "true", row["label"])
        for row in table_rows("planning_measure_kinds")
    }


def measure_labels() -> dict[str, str]:
    """The name of each measure in the reader's language."""
    return {key: _(kind.label) for key, kind in measure_kinds().items()}


@cache
def _assessments() -> dict[tuple[str, int], tuple[FocusGroup, ...]]:
    kinds = {row["group"]: row for row in table_rows("planning_groups")}
    found: dict[tuple[str, int], tuple[FocusGroup, ...]] = {}
    for row in table_rows("planning_lists"):
        ranks = {need: int(row[need]) for need in need_keys() if row[need]}
        kind = kinds[row["group"]]
        group = FocusGroup(
            row["group"],
            kind["sex"],
            kind["age"],
            kind["place"],
            int(row["present"]),
            int(row["stands_for"]),
            tuple(sorted(ranks, key=ranks.__getitem__)),
            int(row["approved"]),
        )
        key = row["municipality"], int(row["year"])
        found[key] = (*found.get(key, ()), group)
    return found


def assessment(code: str, year: int) -> tuple[FocusGroup, ...]:
    """The focus groups of a municipality in a year; none if there was no needs assessment.

    :raises UserError: if there is no such municipality.
    """
    return _assessments().get((municipality(code).code, year), ())


@cache
def assessment_years(code: str) -> tuple[int, ...]:
    """The years in which a municipality held a needs assessment.

    :raises UserError: if there is no such municipality.
    """
    here = municipality(code).code
    return tuple(sorted(year for place, year in _assessments() if place == here))


@cache
def _proposed() -> dict[str, tuple[Proposed, ...]]:
    found: dict[str, tuple[Proposed, ...]] = {}
    for row in table_rows("planning_measures"):
        kind = measure_kinds()[row["measure"]]
        one = Proposed(
            row["municipality"],
            row["measure"],
            kind.need,
            som(row["cost"]),
            int(row["reach"]),
            int(row["first_month"]),
            int(row["months"]),
            row["mandatory"] == "true",
            kind.outdoors,
        )
        found[one.municipality] = (*found.get(one.municipality, ()), one)
    return found


def proposed(code: str) -> tuple[Proposed, ...]:
    """The measures proposed in a municipality for 2025.

    :raises UserError: if there is no such municipality.
    """
    return _proposed()[municipality(code).code]


@cache
def _plans() -> dict[str, Plan]:
    return {
        row["municipality"]: Plan(row["municipality"], som(row["ceiling"]), row["need"], int(row["year"]), row["text"])
        for row in table_rows("planning_plans")
    }


def plan(code: str) -> Plan:
    """The money for new measures in 2025, and what people talk about.

    :raises UserError: if there is no such municipality.
    """
    return _plans()[municipality(code).code]


def valued(measures: tuple[Proposed, ...], groups: tuple[FocusGroup, ...]) -> tuple[Measure, ...]:
    """Measures with what they are worth: people who are reached and whose group asked for it.

    :raises ValueError: if no group made a list.
    """
    heard(groups)
    return tuple(
        Measure(one.measure, one.need, one.cost, worth(one.reach, asked_share(groups, one.need)), one.mandatory)
        for one in measures
    )
