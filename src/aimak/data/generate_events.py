"""What happened in the invented municipalities: the causes that bend their series."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass

from aimak.data.records import Municipality


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened: from ``year`` on ``item`` is ``factor`` times what it was.

    An event that was not foreseen shows in the execution of its year, and in plans from the next year on.
    A grant comes for one year only: its ``factor`` is then a share of all other revenue.
    """

    year: int
    item: str
    cause: str
    factor: float
    foreseen: bool
    text: str

    def bends(self, year: int, stage: str) -> bool:
        """Whether the event shows in the table of a year and stage (``plan`` or ``actual``)."""
        return year > self.year or (year == self.year and (self.foreseen or stage == "actual"))


_EVENTS = (
    (2024, "income_tax", "mine_closed", 0.62, False, "A small mine closed; more than a third of the income tax went."),
    (2025, "levelling_transfer", "transfer_cut", 0.83, True, "The levelling transfer was cut with a new grouping."),
    (2024, "targeted_transfer", "new_kindergarten", 1.35, True, "A second kindergarten opened."),
    (2025, "property_and_land_tax", "drought", 0.74, False, "After a drought much of the land tax was not paid."),
    (2024, "patent", "new_market", 1.7, True, "A new market brought sellers who work on a patent."),
    (2025, "non_tax", "land_leased", 1.55, True, "Municipal land was leased out by open bidding."),
    (2024, "income_tax", "workshop_opened", 1.45, False, "A sewing workshop opened and pays income tax."),
    (2025, "special_means", "fees_raised", 1.3, True, "Parents' fees of the kindergarten were raised."),
)
_GRANTS = (
    (2023, "school_road", "A stimulating grant was won for the road to the school."),
    (2024, "village_road", "A stimulating grant was won for a village road."),
    (2025, "bridge", "A stimulating grant was won for a road bridge."),
)


def events(place: Municipality, draw: random.Random) -> tuple[Event, ...]:
    """What happened in a municipality: one cause that bends a series, and for two in five a grant in one year."""
    year, item, cause, factor, foreseen, text = _EVENTS[int(place.code[1:]) % len(_EVENTS)]
    happened = [Event(year, item, cause, factor * draw.uniform(0.95, 1.05), foreseen, text)]
    if draw.random() < 0.4:
        year, cause, text = draw.choice(_GRANTS)
        happened.append(Event(year, "stimulating_grant", cause, draw.uniform(0.06, 0.12), True, text))
    return tuple(happened)


def cause_rows(place: Municipality, happened: tuple[Event, ...]) -> Iterator[tuple[object, ...]]:
    """The rows of causes.csv for one municipality."""
    for event in happened:
        yield place.code, event.year, event.item, event.cause, event.text
