"""Typed reading of the tables of the unit `newservice`. Amounts are whole som."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from aimak.data.reading import municipality, table_rows
from aimak.municipal.money import som
from aimak.municipal.newservice import Bearer, DeliveryWay, Survey, Way


@dataclass(frozen=True, slots=True)
class Service:
    """A service that a municipality organised.

    :param service: ``veterinary_service``, ``youth_clubs`` or ``waste_removal``.
    :param organised: year; ``launched`` is None if its first day has not come.
    :param users: people of a club, households of the other services, when it is full.
    :param text: why it was chosen, in English.
    """

    municipality: str
    service: str
    organised: int
    launched: int | None
    way: Way
    users: int
    text: str


@dataclass(frozen=True, slots=True)
class SurveyGroup:
    """Answers of one group of children.

    :param sex: ``girls`` or ``boys``; ``village`` is ``near`` or ``far``; ``income`` is ``poor`` or ``other``.
    :param children: all children of the group within reach.
    """

    sex: str
    village: str
    income: str
    children: int
    survey: Survey


@dataclass(frozen=True, slots=True)
class SurveyNote:
    """How a survey was made: ``register``, ``centre``, ``field``, ``chat`` or ``none``; the text is English."""

    municipality: str
    year: int
    how: str
    text: str


@dataclass(frozen=True, slots=True)
class ClubPrices:
    """Prices of a club, whole som. Figures for training.

    :param coach_group_month: a month's pay of the coach for one group.
    :param hall_month: heating, light and cleaning of a month.
    :param child_month: what each child needs in a month.
    :param equipment: once; ``repair`` once.
    :param bus_month: a month's bus from the far village; 0 where there is none.
    :param accepted_fee: what families said they can pay, som a month.
    """

    coach_group_month: int
    hall_month: int
    child_month: int
    equipment: int
    repair: int
    bus_month: int
    accepted_fee: int


@dataclass(frozen=True, slots=True)
class ServiceMonth:
    """A month of a launched service, whole som; month 1 is September."""

    month: int
    users: int
    fees: int
    other: int
    payments: int


@cache
def services() -> tuple[Service, ...]:
    """The services that were organised, in the order of the codes."""
    return tuple(
        Service(
            row["municipality"],
            row["service"],
            int(row["organised"]),
            int(row["launched"]) if row["launched"] else None,
            Way(row["way"]),
            int(row["users"]),
            row["text"],
        )
        for row in table_rows("newservice_services")
    )


@cache
def _groups() -> dict[str, tuple[SurveyGroup, ...]]:
    found: dict[str, list[SurveyGroup]] = {}
    for row in table_rows("newservice_surveys"):
        survey = Survey(int(row["asked"]), int(row["yes"]))
        group = SurveyGroup(row["sex"], row["village"], row["income"], int(row["children"]), survey)
        found.setdefault(row["municipality"], []).append(group)
    return {code: tuple(groups) for code, groups in found.items()}


def survey_groups(code: str) -> tuple[SurveyGroup, ...]:
    """The groups of children of a municipality; where nobody was asked, their surveys are empty.

    :raises UserError: if there is no such municipality.
    """
    return _groups()[municipality(code).code]


@cache
def _notes() -> dict[str, SurveyNote]:
    rows = table_rows("newservice_survey_notes")
    return {r["municipality"]: SurveyNote(r["municipality"], int(r["year"]), r["how"], r["text"]) for r in rows}


def survey_note(code: str) -> SurveyNote:
    """How the survey of a municipality was made.

    :raises UserError: if there is no such municipality.
    """
    return _notes()[municipality(code).code]


@cache
def _prices() -> dict[str, ClubPrices]:
    found: dict[str, dict[str, int]] = {}
    for row in table_rows("newservice_costs"):
        found.setdefault(row["municipality"], {})[row["item"]] = int(row["amount"])
    return {code: ClubPrices(**items) for code, items in found.items()}


def club_prices(code: str) -> ClubPrices:
    """Prices of a club in a municipality.

    :raises UserError: if there is no such municipality.
    """
    return _prices()[municipality(code).code]


@cache
def _ways() -> dict[str, tuple[DeliveryWay, ...]]:
    found: dict[str, list[DeliveryWay]] = {}
    for row in table_rows("newservice_ways"):
        way = DeliveryWay(
            Way(row["way"]),
            som(row["setup"]),
            som(row["yearly"]),
            int(row["months_to_start"]),
            row["possible"] == "true",
            Bearer(row["bearer"]),
        )
        found.setdefault(row["municipality"], []).append(way)
    return {code: tuple(ways) for code, ways in found.items()}


def delivery_ways(code: str) -> tuple[DeliveryWay, ...]:
    """The four ways to run a club in a municipality.

    :raises UserError: if there is no such municipality.
    """
    return _ways()[municipality(code).code]


@cache
def _months() -> dict[str, tuple[ServiceMonth, ...]]:
    found: dict[str, list[ServiceMonth]] = {}
    for row in table_rows("newservice_first_year"):
        money = (som(row["fees"]), som(row["other"]), som(row["payments"]))
        month = ServiceMonth(int(row["month"]), int(row["users"]), *money)
        found.setdefault(row["municipality"], []).append(month)
    return {code: tuple(months) for code, months in found.items()}


def first_year(code: str) -> tuple[ServiceMonth, ...]:
    """The first twelve months of a launched service; none if the municipality launched none.

    :raises UserError: if there is no such municipality.
    """
    return _months().get(municipality(code).code, ())
