"""The figures to compare in task 1 of `exchange`: three fair ones, and three that look better and are not."""

from __future__ import annotations

import random
from dataclasses import dataclass

from aimak.data import Municipality
from aimak.municipal.exchange import INHABITANTS, Alike, per_hundred

LETTERS = "ABCDEF"


@dataclass(frozen=True, slots=True)
class Row:
    """A municipality in the comparison: its group, inhabitants (None where not given), readers, and their year."""

    name: str
    group: Alike
    inhabitants: int | None
    readers: int
    year: int

    @property
    def rate(self) -> float | None:
        """Readers for each 100 inhabitants; None without inhabitants."""
        return None if self.inhabitants is None else per_hundred(self.readers, self.inhabitants)


def _sizes(place: Municipality, group: Alike, draw: random.Random) -> tuple[int, int, int]:
    """A small, a middle and a large place of the group, so far apart that most readers is not the largest part."""
    least, under = INHABITANTS[group]
    low, high = max(least, round(0.6 * place.population)), min(under - 60, round(1.6 * place.population))
    while True:
        small, middle, large = sorted(draw.randrange(low, high) for _place in range(3))
        if 1.4 * small < large and 1.05 * small < middle < 0.95 * large:
            return small, middle, large


def compared(place: Municipality, group: Alike, draw: random.Random) -> tuple[Row, tuple[Row, ...]]:
    """The own row and six others: three fair; one of another group, an old one, one without inhabitants.

    The unfair ones look best, and among the fair ones most readers is not the largest part.
    """

    def readers(people: int, rate: float) -> int:
        return round(people * rate / 100)

    own = Row("", group, place.population, readers(place.population, draw.uniform(7, 9)), 2025)
    small, middle, large = _sizes(place, group, draw)
    other = Alike.LARGE_VALLEY if group is not Alike.LARGE_VALLEY else Alike.LARGE_MOUNTAIN
    least, under = INHABITANTS[other]
    town = draw.randrange(round(0.6 * least + 0.4 * under), under - 100)
    drafts = [
        (group, small, readers(small, draw.uniform(12.5, 13.5)), 2025),
        (group, middle, readers(middle, draw.uniform(8.5, 10.5)), 2025),
        (group, large, readers(large, draw.uniform(10.0, 11.0)), 2025),
        (other, town, readers(town, draw.uniform(15, 17)), 2025),
        (group, middle + 40, readers(middle, draw.uniform(17, 19)), 2023),
        (group, None, readers(large, draw.uniform(12, 13)), 2025),
    ]
    draw.shuffle(drafts)
    return own, tuple(Row(name, *draft) for name, draft in zip(LETTERS, drafts, strict=True))
