"""A citizens' group drawn by lot within quotas: everybody can repeat the draw and get the same names."""

from __future__ import annotations

import hashlib
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from aimak.municipal.money import share_out
from aimak.municipal.newservice.checks import whole


@dataclass(frozen=True, slots=True)
class Volunteer:
    """Somebody who wants to take part, as a mark on a list; never a name.

    :param stratum: the part of the population that the person is drawn from; each person is in one.
    :param traits: what rules look at, such as ``woman``.
    :raises ValueError: if the mark is empty.
    """

    mark: str
    stratum: str
    traits: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        if not self.mark.strip():
            raise ValueError("mark must not be empty: without it the draw cannot be repeated")


@dataclass(frozen=True, slots=True)
class Rule:
    """``least`` people of the group have the trait.

    :raises ValueError: if ``least`` is negative or no whole number.
    """

    trait: str
    least: int

    def __post_init__(self) -> None:
        whole(self.least, "least")


def fair_seats(members: Mapping[str, int], size: int) -> dict[str, int]:
    """Seats of each stratum as its part of the population: Hamilton's method, largest remainder.

    :param members: people by stratum.
    :raises ValueError: if there are no people, a count is negative, or the size is below 1.
    """
    whole(size, "size", 1)
    for stratum, people in members.items():
        whole(people, f"members of {stratum}")
    if not any(members.values()):
        raise ValueError("members: nobody lives here, so nobody can have a seat")
    return dict(zip(members, share_out(size, list(members.values())), strict=True))


def draw_order(volunteers: Iterable[Volunteer], word: str) -> tuple[Volunteer, ...]:
    """The volunteers in the order of the lot: by the SHA-256 of “word|mark”, however the list is sorted.

    The word is said in public after the list is closed: then nobody can choose marks that win. Small letters, no
    spaces around it and one way of writing й and ё are taken, so that whoever types the word gets the same order.

    :raises ValueError: if two volunteers have the same mark, or the word is empty.
    """
    listed, word = list(volunteers), unicodedata.normalize("NFC", word.strip().casefold())
    if not word:
        raise ValueError("word must not be empty: it makes the draw repeatable")
    twice = [mark for mark, times in Counter(one.mark for one in listed).items() if times > 1]
    if twice:
        raise ValueError(f"mark stands twice: {min(twice)}")
    return tuple(sorted(listed, key=lambda one: hashlib.sha256(f"{word}|{one.mark}".encode()).hexdigest()))


def stratified_draw(volunteers: Iterable[Volunteer], seats: Mapping[str, int], word: str) -> tuple[Volunteer, ...]:
    """In each stratum the first so many in the order of the lot.

    :param seats: stratum -> seats.
    :raises ValueError: if a stratum has fewer volunteers than seats (it is named), or a number of seats is negative.
    """
    ordered = draw_order(volunteers, word)
    drawn: list[Volunteer] = []
    for stratum, count in seats.items():
        whole(count, f"seats of {stratum}")
        own = [one for one in ordered if one.stratum == stratum]
        if len(own) < count:
            raise ValueError(f"seats of {stratum} cannot be filled: {count} seats, {len(own)} volunteers")
        drawn += own[:count]
    return tuple(drawn)


def replacements(volunteers: Iterable[Volunteer], drawn: Sequence[Volunteer], word: str) -> dict[str, tuple[str, ...]]:
    """For each stratum the marks that follow in the order of the lot: who comes when somebody cannot."""
    taken = {one.mark for one in drawn}
    rest = [one for one in draw_order(volunteers, word) if one.mark not in taken]
    return {
        name: tuple(one.mark for one in rest if one.stratum == name)
        for name in dict.fromkeys(one.stratum for one in rest)
    }


def chance(seats: int, volunteers: int) -> float:
    """The chance of each volunteer of a stratum: ``seats ÷ volunteers``.

    :raises ValueError: if there are more seats than volunteers, or nobody volunteers.
    """
    whole(seats, "seats")
    whole(volunteers, "volunteers", 1)
    if seats > volunteers:
        raise ValueError(f"seats must not be above volunteers: {seats} of {volunteers}")
    return seats / volunteers


def broken_rules(group: Iterable[Volunteer], rules: Sequence[Rule]) -> tuple[str, ...]:
    """The traits of the rules that the group does not meet, in the order of the rules."""
    count = Counter(trait for one in group for trait in one.traits)
    return tuple(rule.trait for rule in rules if count[rule.trait] < rule.least)


def can_be_met(
    seats: Mapping[str, int], volunteers: Mapping[str, int], traits: Mapping[str, frozenset[str]], rules: Sequence[Rule]
) -> tuple[str, ...]:
    """What stands in the way of these seats: strata with too few volunteers, then traits with too few seats.

    :param traits: stratum -> what everybody in it has.
    :returns: empty if the quotas can be met.
    :raises ValueError: if a number of seats or volunteers is negative.
    """
    for name, counts in (("seats", seats), ("volunteers", volunteers)):
        for stratum, count in counts.items():
            whole(count, f"{name} of {stratum}")
    short = [stratum for stratum, count in seats.items() if count > volunteers.get(stratum, 0)]
    held = {rule.trait: sum(n for s, n in seats.items() if rule.trait in traits[s]) for rule in rules}
    return (*short, *(rule.trait for rule in rules if held[rule.trait] < rule.least))
