"""How far people take part: the five levels that IAP2 names, and seats kept for women in keneshes."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from aimak.municipal.newservice.checks import whole


class Level(StrEnum):
    """The five levels of the IAP2 Spectrum (© IAP2), from little to much influence. They are levels, not steps."""

    INFORM = "inform"
    CONSULT = "consult"
    INVOLVE = "involve"
    COLLABORATE = "collaborate"
    EMPOWER = "empower"

    @property
    def rank(self) -> int:
        """0 for inform to 4 for empower."""
        return list(Level).index(self)


@dataclass(frozen=True, slots=True)
class PlannedEvent:
    """What an event really gives to people, whatever its notice says.

    :param is_open: something is not decided yet.
    :param asks: comments are taken before the decision, and answered.
    :param works: people work on the options through the whole process.
    :param agrees: the option is chosen together, from the first list to the last.
    :param decides: what people choose is carried out.
    :raises ValueError: if nothing is open and yet people are asked, work, agree or decide.
    """

    is_open: bool
    asks: bool = False
    works: bool = False
    agrees: bool = False
    decides: bool = False

    def __post_init__(self) -> None:
        if not self.is_open and (self.asks or self.works or self.agrees or self.decides):
            raise ValueError("is_open is False: nobody can take part in what is decided already")


def iap2_level(event: PlannedEvent) -> Level:
    """The level of an event: the highest of what it really gives.

    Nothing: inform. Comments: consult. Work on the options: involve. A choice made together: collaborate. The choice
    itself: empower. Source: the names and their order are those of the IAP2 Spectrum; the words are ours.
    """
    given = ((event.decides, Level.EMPOWER), (event.agrees, Level.COLLABORATE), (event.works, Level.INVOLVE))
    return next((level for has, level in (*given, (event.asks, Level.CONSULT)) if has), Level.INFORM)


def may_promise(event: PlannedEvent, promised: Level) -> bool:
    """Whether a promise can be kept: it is not above the level of the event."""
    return promised.rank <= iap2_level(event).rank


def seats_for_women(seats: int, share: Fraction = Fraction(3, 10)) -> int:
    """Mandates reserved for women: ``seats × share``, rounded up, since at least that share is asked for.

    Source: law of August 2019, at least 30 % of the mandates of an aiyl kenesh (cabar.asia). Worked example: 21 seats
    give 6.3, so 7.

    :raises ValueError: if seats is negative, or share is no fraction between 0 and 1.
    """
    whole(seats, "seats")
    if not isinstance(share, Fraction) or not 0 <= share <= 1:
        raise ValueError(f"share must be a fraction between 0 and 1, not {share!r}")
    wanted = seats * share
    return -(-wanted.numerator // wanted.denominator)
