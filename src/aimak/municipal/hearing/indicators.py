"""Indicators of hearings, with care for small numbers. Shares are fractions of one; the rest says its unit."""

from __future__ import annotations

from collections.abc import Iterable

from aimak.municipal.hearing.records import Hearing, Proposal, Status

#: Below this many people or proposals a per cent says more than there is to say: name the counts instead. The number
#: is this course's own; no rule of law or statistics sets it.
SMALL = 10


def _counted(part: int, whole: int, what: str) -> None:
    if part < 0 or whole < 0:
        raise ValueError(f"{what}: a count cannot be negative ({part} of {whole})")
    if part > whole:
        raise ValueError(f"{what}: {part} is more than the {whole} that it is a part of")


def share(part: int, whole: int, what: str = "share") -> float | None:
    """``part ÷ whole``, or None where ``whole`` is below :data:`SMALL` and a per cent would mislead.

    Worked example: Chui 2016, 437 women of 1,237 people is 35.3 % (vap.kg).

    :raises ValueError: if a count is negative, or the part is more than the whole.
    """
    _counted(part, whole, what)
    return part / whole if whole >= SMALL else None


def per_thousand(people: int, population: int) -> float:
    """People at a hearing for each 1,000 inhabitants: ``people ÷ population × 1,000``.

    :raises ValueError: if the population is not above zero, or fewer than the people who came.
    """
    if population <= 0:
        raise ValueError(f"population: must be above zero, not {population}")
    _counted(people, population, "people")
    return 1000 * people / population


def per_hearing(people: int, hearings: int) -> float:
    """Mean number of people at a hearing.

    Worked example: 3,298 people in 62 hearings are 53 (dpi.kg, project card of 9 April 2018).

    :raises ValueError: if there was no hearing, or people are negative.
    """
    if hearings <= 0:
        raise ValueError(f"hearings: without a hearing there is no mean ({hearings})")
    if people < 0:
        raise ValueError(f"people: a count cannot be negative ({people})")
    return people / hearings


def per_hundred_people(proposals: int, people: int) -> float:
    """Proposals for each 100 people who came: ``proposals ÷ people × 100``.

    Worked example: Kenesh, 5 February 2015, 29 proposals of 90 people are 32.2 (vap.kg).

    :raises ValueError: if nobody came, or proposals are negative.
    """
    if people <= 0:
        raise ValueError(f"people: must be above zero, not {people}")
    if proposals < 0:
        raise ValueError(f"proposals: a count cannot be negative ({proposals})")
    return 100 * proposals / people


def women_share(hearing: Hearing) -> float | None:
    """Women among those who came; None where nobody counted, or too few came for a per cent."""
    return None if hearing.women is None else share(hearing.women, hearing.people, "women")


def accepted(proposals: Iterable[Proposal]) -> int:
    """How many proposals entered the budget."""
    return sum(one.status is Status.ACCEPTED for one in proposals)


def answered(proposals: Iterable[Proposal]) -> int:
    """How many proposals were answered, whatever the answer."""
    return sum(one.answered is not None for one in proposals)


def days_to_answer(hearing: Hearing, proposals: Iterable[Proposal]) -> list[int]:
    """Days from the hearing to each answer, from the quickest to the slowest.

    :raises ValueError: if an answer is older than the hearing.
    """
    days = [(one.answered - hearing.date).days for one in proposals if one.answered is not None]
    if any(each < 0 for each in days):
        raise ValueError("answered: an answer cannot be older than its hearing")
    return sorted(days)
