"""One truck for two municipalities or more: does the week have room for all, and who pays what?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from aimak.municipal.money import share_out
from aimak.municipal.waste.checks import not_negative


class SplitKey(StrEnum):
    """By what a shared cost is split."""

    TONNES = "tonnes"
    TRIPS = "trips"
    PEOPLE = "people"
    EQUAL = "equal"


@dataclass(frozen=True, slots=True)
class Partner:
    """One municipality that shares the truck.

    :param tonnes: tonnes a year, ``trips`` trips a week, ``people`` people served.
    :param hours: hours a week that its trips take.
    :param alone: what its service would cost alone, whole som a year.
    :raises ValueError: if a figure is negative.
    """

    name: str
    tonnes: float
    trips: int
    people: int
    hours: float
    alone: int

    def __post_init__(self) -> None:
        for field in ("tonnes", "trips", "people", "hours", "alone"):
            not_negative(f"{field} of {self.name}", getattr(self, field))


def shared_truck(cost: int, partners: Sequence[Partner], key: SplitKey) -> dict[str, int]:
    """What each partner pays of the shared cost, whole som; the parts add up to the cost.

    Formula: cost × the partner's tonnes (trips, people) ÷ those of all; equally: cost ÷ number of partners.

    :raises ValueError: if the cost is negative, there are no partners, a name stands twice, or the key is zero for all.
    """
    not_negative("cost", cost)
    names = [partner.name for partner in partners]
    if not names:
        raise ValueError("partners: at least one is needed")
    if len(set(names)) != len(names):
        raise ValueError(f"partners: a name stands twice ({', '.join(names)})")
    weights = [1.0 if key is SplitKey.EQUAL else float(getattr(partner, key.value)) for partner in partners]
    if not any(weights):
        raise ValueError(f"partners: {key.value} is zero for all of them, so it cannot split a cost")
    return dict(zip(names, share_out(cost, weights), strict=True))


def hours_needed(partners: Sequence[Partner], moving: float = 0.0) -> float:
    """Hours a week that the shared truck is under way: the partners' hours and the moving between them.

    :param moving: hours a week of driving from one municipality to the other.
    :raises ValueError: if the hours of moving are negative.
    """
    not_negative("hours of moving", moving)
    return sum(partner.hours for partner in partners) + moving


def both_gain(parts: Mapping[str, int], partners: Sequence[Partner]) -> bool:
    """True if every partner pays less than it would alone. Otherwise the agreement will not last.

    :raises ValueError: if a partner has no part.
    """
    missing = [partner.name for partner in partners if partner.name not in parts]
    if missing:
        raise ValueError(f"parts: {missing[0]} has none")
    return all(parts[partner.name] < partner.alone for partner in partners)
