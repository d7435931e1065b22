"""A study visit: what it costs, how long one is with the host, and whether promises are kept."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from aimak.municipal.exchange.compare import number
from aimak.municipal.newservice.checks import whole


@dataclass(frozen=True, slots=True)
class Trip:
    """The way to a host and what things cost.

    :param km: one way; ``speed`` km an hour; ``day`` hours of a day on the move, the way included.
    :param litres: for 100 km and a car; ``fuel`` som a litre; ``meals`` som a person and day; ``bed`` som a person and
        night; ``seats`` passengers in a car.
    :raises ValueError: if a number is below zero, or km, speed, day or seats are zero.
    """

    km: int
    speed: int
    day: int
    litres: int
    fuel: int
    meals: int
    bed: int
    seats: int = 4

    def __post_init__(self) -> None:
        for name in ("km", "speed", "day", "seats"):
            whole(getattr(self, name), name, 1)
        for name in ("litres", "fuel", "meals", "bed"):
            whole(getattr(self, name), name)

    def cars(self, people: int) -> int:
        """``people ÷ seats``, rounded up.

        :raises ValueError: if fewer than one person goes.
        """
        whole(people, "people", 1)
        return -(-people // self.seats)

    def cost(self, people: int, nights: int) -> int:
        """``cars × 2 × km × litres ÷ 100 × fuel + people × days × meals + people × nights × bed``, whole som.

        Days are nights + 1. Fuel is rounded to the nearest som, halves up.

        :raises ValueError: if fewer than one person goes, or nights are negative.
        """
        whole(nights, "nights")
        fuel = (self.cars(people) * 2 * self.km * self.litres * self.fuel + 50) // 100
        return fuel + people * (nights + 1) * self.meals + people * nights * self.bed

    def hours_with_host(self, nights: int) -> float:
        """``(nights + 1) × day − 2 × km ÷ speed``, hours; 0 where the way takes all of it.

        :raises ValueError: if nights are negative.
        """
        whole(nights, "nights")
        return max(0.0, (nights + 1) * self.day - 2 * self.km / self.speed)


class Missing(StrEnum):
    """What a promise lacks."""

    WHO = "who"
    DATE = "date"
    CHECK = "check"


@dataclass(frozen=True, slots=True)
class Promise:
    """What somebody will do after a visit.

    :param who: who does it; ``due`` by when; ``checker`` who looks whether it was done; None where nobody said.
    :param done: the day on which it was done, if it was.
    """

    what: str
    who: str | None
    due: date | None
    checker: str | None
    done: date | None = None

    def missing(self) -> tuple[Missing, ...]:
        """What it lacks; empty for a promise that can be kept and checked. Nobody checks themselves."""
        checked = self.checker is not None and self.checker != self.who
        has = {Missing.WHO: self.who is not None, Missing.DATE: self.due is not None, Missing.CHECK: checked}
        return tuple(name for name, there in has.items() if not there)


def follow_up_rate(promises: Iterable[Promise], today: date) -> float | None:
    """``kept in time ÷ due so far``. None where nothing was due yet. A promise without a date never falls due.

    :returns: a share between 0 and 1.
    """
    due = [one for one in promises if one.due is not None and one.due <= today]
    kept = [one for one in due if one.done is not None and one.due is not None and one.done <= one.due]
    return len(kept) / len(due) if due else None


def share_kept(kept: int, promised: int) -> float | None:
    """``kept ÷ promised`` from counts. None where nothing was promised.

    :raises ValueError: if a count is negative, or more was kept than promised.
    """
    whole(kept, "kept")
    whole(promised, "promised")
    if number(kept, "kept") > promised:
        raise ValueError(f"kept must be at most promised ({promised}), not {kept}")
    return kept / promised if promised else None
