"""The rows of the data package as frozen records. Amounts are whole som."""

from __future__ import annotations

from dataclasses import dataclass

from aimak.i18n import language
from aimak.i18n import translate as _
from aimak.municipal.budget import EconomicClass, Function, RevenueSource

#: The four oblasts of the programme.
OBLASTS = ("Jalal-Abad", "Issyk-Kul", "Naryn", "Osh")


def oblast_name(oblast: str) -> str:
    """The name of one of :data:`OBLASTS` in the reader's language: “Нарынская область” where that needs the word.

    :raises KeyError: for another name.
    """
    return {"Jalal-Abad": _("Jalal-Abad"), "Issyk-Kul": _("Issyk-Kul"), "Naryn": _("Naryn"), "Osh": _("Osh")}[oblast]


@dataclass(frozen=True, slots=True)
class Municipality:
    """An invented municipality. Counts are people unless the name says otherwise.

    :param code: ``M01`` to ``M50``.
    :param joined: ``partner`` (one of the 32) or ``joining`` (one of the 18 that followed).
    :param kind: ``mountain`` or ``valley``.
    :param youth: young people.
    :param trained: staff and experts trained; ``hearings`` public hearings held, with ``hearing_people`` in all.
    """

    code: str
    name: str
    name_ru: str
    name_ky: str
    oblast: str
    joined: str
    kind: str
    population: int
    households: int
    villages: int
    women: int
    youth: int
    minorities: int
    trained: int
    hearings: int
    hearing_people: int

    @property
    def shown(self) -> str:
        """The name in the reader's language."""
        return {"ru": self.name_ru, "ky": self.name_ky}.get(language(), self.name)


@dataclass(frozen=True, slots=True)
class BudgetLine:
    """A line of spending that every municipality has, with its codes and whether it is protected.

    :param earmarked_source: the source whose money may be spent on this line only; None if there is none.
    """

    line: str
    function: Function
    economic_class: EconomicClass
    protected: bool
    earmarked_source: RevenueSource | None
    label: str


@dataclass(frozen=True, slots=True)
class Cause:
    """Why a series of a municipality changes in a year."""

    municipality: str
    year: int
    item: str
    cause: str
    text: str


@dataclass(frozen=True, slots=True)
class PublishedBudget:
    """A figure that somebody published: ``amount`` in thousand som, as the source has it.

    :param note: what a reader must know, such as a misprinted unit.
    """

    aimak: str
    oblast: str
    year: int
    period: str
    stage: str
    item: str
    amount: float
    source: str
    source_date: str
    note: str


@dataclass(frozen=True, slots=True)
class PublishedFigure:
    """A figure of a service that somebody published, as the source has it.

    :param unit: the unit of the course that quotes it.
    :param item: what it is, a short word such as ``standpipe_charge``; a unit reads its own.
    :param year: the year or years it holds for, as text; empty if the source does not say.
    :param measure: what ``amount`` counts, such as ``som per person per month``.
    :param source: where it was read; ``source_date`` when that was published, as far as known.
    :param note: what a reader must know before using it.
    """

    unit: str
    place: str
    year: str
    item: str
    amount: float
    measure: str
    source: str
    source_date: str
    note: str
