"""Typed reading of the surveys, indicators and registers of messages, with the standard library only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache

from aimak.data.reading import municipality, table_rows
from aimak.municipal.feedback import Group, Message, View, read_survey

#: The services that a survey asks about, and what a message can be about besides.
SERVICES = ("water", "waste", "lighting", "roads", "kindergarten")
NOT_OURS = "not_ours"
#: Villages near the centre and far from it.
VILLAGES = ("near", "far")
#: The day on which the registers were read.
READ_ON = date(2025, 12, 31)


@dataclass(frozen=True, slots=True)
class FeedbackCause:
    """Why a service of a municipality is seen otherwise than it runs; ``text`` in English."""

    municipality: str
    service: str
    cause: str
    text: str


@cache
def _people() -> dict[tuple[str, str], int]:
    return {(row["municipality"], row["village"]): int(row["people"]) for row in table_rows("feedback_groups")}


@cache
def _surveys() -> dict[tuple[str, int, str], tuple[Group, ...]]:
    found: dict[tuple[str, int, str], list[Group]] = {}
    for row in table_rows("feedback_surveys"):
        people = _people()[row["municipality"], row["village"]]
        group = Group(row["village"], people, int(row["asked"]), int(row["satisfied"]))
        found.setdefault((row["municipality"], int(row["year"]), row["service"]), []).append(group)
    return {key: tuple(groups) for key, groups in found.items()}


def people_of(code: str) -> dict[str, int]:
    """People near the centre and far from it; a single village has only the first.

    :raises UserError: if there is no such municipality.
    """
    found = municipality(code).code
    return {village: people for (place, village), people in _people().items() if place == found}


def survey(code: str, year: int, service: str) -> tuple[Group, ...]:
    """The groups of a survey with their answers; none in a year without a survey.

    :raises UserError: if there is no such municipality.
    """
    return _surveys().get((municipality(code).code, year, service), ())


@cache
def _performance() -> dict[tuple[str, int, str], int]:
    return {
        (row["municipality"], int(row["year"]), row["service"]): int(row["performance"])
        for row in table_rows("feedback_services")
    }


def performance(code: str, year: int, service: str) -> int:
    """The indicator of a service, per cent of what was due.

    :raises UserError: if there is no such municipality. :raises KeyError: for another year or service.
    """
    return _performance()[municipality(code).code, year, service]


def views(code: str, year: int) -> tuple[View, ...]:
    """Each service as people see it (weighted) and as it runs; none in a year without a survey.

    :raises UserError: if there is no such municipality.
    """
    return tuple(
        View(service, 100 * read_survey(groups).share, performance(code, year, service))
        for service in SERVICES
        if (groups := survey(code, year, service))
    )


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


@cache
def all_messages() -> tuple[tuple[str, Message], ...]:
    """Every line of every register with the code of its municipality, in the order of the table."""
    return tuple(
        (
            row["municipality"],
            Message(int(row["number"]), row["topic"], row["village"], _day(row["received"]), _day(row["answered"])),
        )
        for row in table_rows("feedback_messages")
    )


def messages(code: str) -> tuple[Message, ...]:
    """The register of 2025 of a municipality; empty where nobody wrote, or nobody wrote it down.

    :raises UserError: if there is no such municipality.
    """
    found = municipality(code).code
    return tuple(message for place, message in all_messages() if place == found)


@cache
def all_causes() -> tuple[FeedbackCause, ...]:
    """Why services are seen otherwise than they run, in the order of the table."""
    return tuple(FeedbackCause(**row) for row in table_rows("feedback_causes"))
