"""Typed reading of the hearings and of their register of proposals, with the standard library only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache

from aimak.data.reading import municipality, table_rows
from aimak.data.records import Municipality
from aimak.municipal.hearing import Hearing, Kind, Proposal, Reason, Status, Topic
from aimak.municipal.money import som


@dataclass(frozen=True, slots=True)
class Wish:
    """Something that people ask for at a hearing.

    :param ours: False where it is not for a municipality to decide.
    :param costs: the least and the most that it costs, thousand som. A figure for training.
    :param serves: the group whose share gains: ``all``, ``youth`` or a mean ``village``; ``percent`` that share.
    :param label: in English; a reader sees its translation.
    """

    wish: str
    topic: Topic
    ours: bool
    costs: tuple[int, int]
    serves: str
    percent: int
    label: str

    def people(self, place: Municipality, part: float = 1.0) -> int:
        """How many people of a municipality it serves, in steps of five; ``part`` makes it a little more or less."""
        base = {"all": place.population, "youth": place.youth, "village": place.population // place.villages}
        return max(5, round(base[self.serves] * self.percent * part / 500) * 5)


@dataclass(frozen=True, slots=True)
class HeldHearing:
    """A hearing of an invented municipality.

    :param note: what happened, in English, where something did; a reader sees its translation.
    """

    municipality: str
    hearing: Hearing
    note: str


@dataclass(frozen=True, slots=True)
class RegisterLine:
    """A line of a municipality's register: at which hearing, the wish, and what became of it."""

    municipality: str
    hearing: str
    wish: str
    proposal: Proposal


#: Who asks, as the register writes it: groups, never names.
GROUPS = ("women", "youth", "far_village", "parents", "farmers", "one_person")


@cache
def wishes() -> tuple[Wish, ...]:
    """What people ask for, in the order of the table."""
    return tuple(
        Wish(
            row["wish"],
            Topic(row["topic"]),
            row["ours"] == "true",
            (int(row["cost_from"]), int(row["cost_to"])),
            row["serves"],
            int(row["percent"]),
            row["label"],
        )
        for row in table_rows("hearing_wishes")
    )


def _count(text: str) -> int | None:
    return int(text) if text else None


@cache
def all_hearings() -> tuple[HeldHearing, ...]:
    """Every hearing, in the order of the table."""
    return tuple(
        HeldHearing(
            row["municipality"],
            Hearing(
                row["hearing"],
                int(row["year"]),
                Kind(row["kind"]),
                date.fromisoformat(row["date"]),
                int(row["people"]),
                _count(row["women"]),
                _count(row["youth"]),
                _count(row["villages"]),
                row["minutes"] == "true",
            ),
            row["note"],
        )
        for row in table_rows("hearings")
    )


@cache
def hearings(code: str) -> tuple[HeldHearing, ...]:
    """The hearings of a municipality, the oldest first; none where none was held.

    :raises UserError: if there is no such municipality.
    """
    found = municipality(code).code
    held = [one for one in all_hearings() if one.municipality == found]
    return tuple(sorted(held, key=lambda one: one.hearing.date))


@cache
def all_proposals() -> tuple[RegisterLine, ...]:
    """Every line of every register, in the order of the table. Costs are whole som."""
    ours = {one.wish: one for one in wishes()}
    return tuple(
        RegisterLine(
            row["municipality"],
            row["hearing"],
            row["wish"],
            Proposal(
                int(row["number"]),
                ours[row["wish"]].topic,
                som(row["cost"]),
                int(row["people"]),
                row["asked_by"],
                Status(row["status"]),
                Reason(row["reason"]) if row["reason"] else None,
                date.fromisoformat(row["answered"]) if row["answered"] else None,
                ours[row["wish"]].ours,
                row["reason"] == Reason.PLANNED,
            ),
        )
        for row in table_rows("hearing_proposals")
    )


@cache
def register(code: str) -> tuple[RegisterLine, ...]:
    """The register of a municipality; empty where no proposal was written down.

    :raises UserError: if there is no such municipality.
    """
    found = municipality(code).code
    return tuple(one for one in all_proposals() if one.municipality == found)
