"""A practice card: what others did, written so that somebody else can decide whether it works at home."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from aimak.municipal.exchange.compare import number
from aimak.municipal.newservice.checks import whole


class Part(StrEnum):
    """What a card must say."""

    WHAT = "what"
    WHO = "who"
    COST = "cost"
    TIME = "time"
    CHANGE = "change"
    BEWARE = "beware"


@dataclass(frozen=True, slots=True)
class PracticeCard:
    """What a municipality did.

    :param what: in a sentence; ``who`` did it; ``beware`` what went wrong or can.
    :param cost: whole som; ``months`` until it worked; ``before`` and ``after`` in the indicator's unit.
    :param needs: what it cannot do without.
    """

    what: str
    who: str
    cost: int | None
    months: int | None
    before: float | None
    after: float | None
    beware: str
    needs: frozenset[str] = frozenset()

    def missing(self) -> tuple[Part, ...]:
        """The parts that the card does not have, in their order. A change needs both figures."""
        has = {
            Part.WHAT: bool(self.what),
            Part.WHO: bool(self.who),
            Part.COST: self.cost is not None,
            Part.TIME: self.months is not None,
            Part.CHANGE: self.before is not None and self.after is not None,
            Part.BEWARE: bool(self.beware),
        }
        return tuple(part for part, there in has.items() if not there)

    def obstacles(self, has: Iterable[str]) -> frozenset[str]:
        """``needs`` less what a municipality has: why it would not work there as it is."""
        return self.needs - frozenset(has)


def cost_here(setup: int, each: int, households: int) -> int:
    """``setup + each × households``: what a practice would cost here, whole som.

    :raises ValueError: if an amount or the number of households is negative or no whole number.
    """
    for name, value in (("setup", setup), ("each", each), ("households", households)):
        whole(value, name)
    return setup + each * households


def change(before: float, after: float) -> float:
    """``after − before``, in the indicator's unit.

    :raises ValueError: if a number is not finite.
    """
    return number(after, "after") - number(before, "before")
