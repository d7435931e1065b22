"""Typed reading of the events of the unit `participation`, with the standard library only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache

from aimak.data.reading import municipality, table_rows
from aimak.municipal.participation import Presence


class EventKind(StrEnum):
    """What kind of meeting it was; none of them is a hearing."""

    ASSEMBLY = "assembly"
    NEEDS = "needs"
    STAKEHOLDERS = "stakeholders"


class EventLevel(StrEnum):
    """For whom it was held."""

    VILLAGE = "village"
    AIMAK = "aimak"
    RAYON = "rayon"


#: The groups whose presence is read, in the order in which they are shown.
GROUPS = ("women", "youth", "minorities", "far")


@dataclass(frozen=True, slots=True)
class Event:
    """A meeting of an invented municipality; counts are people.

    :param women: None where nobody wrote it down, as for the other counts.
    :param age_unknown: people whose age nobody asked; ``youth`` counts among the others.
    :param far: people of far villages; None in a municipality of one village.
    :param note: what happened, in English, where something did; a reader sees its translation.
    """

    municipality: str
    event: str
    kind: EventKind
    level: EventLevel
    day: date
    people: int
    women: int | None
    youth: int | None
    age_unknown: int
    minorities: int | None
    far: int | None
    note: str

    @property
    def year(self) -> int:
        """The year of its day."""
        return self.day.year

    def presence(self, group: str) -> Presence:
        """One of :data:`GROUPS` at this event beside its share of the inhabitants.

        :raises KeyError: for another group.
        """
        place = municipality(self.municipality)
        members = {
            "women": place.women,
            "youth": place.youth,
            "minorities": place.minorities,
            "far": far_people(place.code),
        }[group]
        present = {"women": self.women, "youth": self.youth, "minorities": self.minorities, "far": self.far}[group]
        unknown = self.age_unknown if group == "youth" else 0
        return Presence(members, place.population, present, self.people, unknown)


def _count(text: str) -> int | None:
    return int(text) if text else None


@cache
def _far() -> dict[str, int]:
    return {row["municipality"]: int(row["far_people"]) for row in table_rows("participation_places")}


def far_people(code: str) -> int:
    """Inhabitants of far villages; 0 in a municipality of one village.

    :raises UserError: if there is no such municipality.
    """
    return _far()[municipality(code).code]


@cache
def all_events() -> tuple[Event, ...]:
    """Every event, in the order of the table."""
    return tuple(
        Event(
            row["municipality"],
            row["event"],
            EventKind(row["kind"]),
            EventLevel(row["level"]),
            date.fromisoformat(row["date"]),
            int(row["people"]),
            _count(row["women"]),
            _count(row["youth"]),
            int(row["age_unknown"]),
            _count(row["minorities"]),
            _count(row["far"]),
            row["note"],
        )
        for row in table_rows("participation_events")
    )


@cache
def events(code: str) -> tuple[Event, ...]:
    """The events of a municipality, the oldest first.

    :raises UserError: if there is no such municipality.
    """
    found = municipality(code).code
    return tuple(sorted((one for one in all_events() if one.municipality == found), key=lambda one: one.day))
