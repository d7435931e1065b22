"""The part of the case `participation` about a citizens' group: quotas that can be met, and a list made by hand."""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import product

from aimak.data import Municipality
from aimak.municipal.participation import Rule, Volunteer, can_be_met, fair_seats

#: The strata: sex and age. Each inhabitant is in one.
STRATA = ("women_young", "women_older", "men_young", "men_older")
TRAITS = {
    "women_young": frozenset({"woman", "young"}),
    "women_older": frozenset({"woman"}),
    "men_young": frozenset({"young"}),
    "men_older": frozenset[str](),
}
#: What can be wrong with a list made by hand.
FAULTS = ("woman", "young", "household", "deputy", "not_on_list")
#: How far the seats of a stratum may be from its fair part.
LEEWAY = 1


@dataclass(frozen=True, slots=True)
class Listed:
    """A line of the list made by hand.

    :param household: a number; nobody shares it with another who keeps to the rules.
    :param number: the number on the list of volunteers; None for somebody who did not volunteer.
    """

    volunteer: Volunteer
    household: int
    number: int | None
    is_deputy: bool


@dataclass(frozen=True, slots=True)
class Lot:
    """A citizens' group to be drawn.

    :param members: inhabitants by stratum; ``volunteers`` how many want to take part.
    :param rules: least women and least young people.
    :param by_hand: the list that somebody made without a draw.
    """

    size: int
    members: Mapping[str, int]
    volunteers: Mapping[str, int]
    rules: tuple[Rule, ...]
    by_hand: tuple[Listed, ...]

    @property
    def fair(self) -> dict[str, int]:
        """Seats as the parts of the population."""
        return fair_seats(self.members, self.size)

    def is_fair(self, seats: Mapping[str, int]) -> bool:
        """Whether no stratum is further than :data:`LEEWAY` from its fair part."""
        return all(abs(seats[name] - count) <= LEEWAY for name, count in self.fair.items())

    def ways(self) -> list[dict[str, int]]:
        """All seats that fill the group, can be met, and are fair."""
        spans = [range(max(0, fair - LEEWAY), fair + LEEWAY + 1) for fair in self.fair.values()]
        tried = [dict(zip(STRATA, counts, strict=True)) for counts in product(*spans) if sum(counts) == self.size]
        return [seats for seats in tried if not can_be_met(seats, self.volunteers, TRAITS, self.rules)]


def list_faults(listed: tuple[Listed, ...], rules: tuple[Rule, ...]) -> set[str]:
    """Which of :data:`FAULTS` a list has."""
    found = {rule.trait for rule in rules if sum(rule.trait in one.volunteer.traits for one in listed) < rule.least}
    houses = [one.household for one in listed]
    if len(set(houses)) < len(houses):
        found.add("household")
    if any(one.is_deputy for one in listed):
        found.add("deputy")
    if any(one.number is None for one in listed):
        found.add("not_on_list")
    return found


def lot(place: Municipality, draw: random.Random) -> Lot:
    """A group for which the fair seats cannot be had: too few of one young stratum volunteered."""
    young_women = round(place.youth * place.women / place.population)
    men, young_men = place.population - place.women, place.youth - young_women
    members = dict(zip(STRATA, (young_women, place.women - young_women, young_men, men - young_men), strict=True))
    while True:
        size = draw.choice((12, 13, 14, 15, 16))
        fair = fair_seats(members, size)
        volunteers = {name: count + draw.randrange(2, 10) for name, count in fair.items()}
        short = draw.choice(("women_young", "men_young"))
        volunteers[short] = max(0, fair[short] - 1)
        rules = (Rule("woman", size // 2), Rule("young", fair["women_young"] + fair["men_young"]))
        made = Lot(size, members, volunteers, rules, _by_hand(size, rules, draw))
        if not (fair[short] and made.ways() and can_be_met(fair, volunteers, TRAITS, rules)):
            continue
        if 2 <= len(list_faults(made.by_hand, rules)) <= 3:
            return made


def _by_hand(size: int, rules: tuple[Rule, ...], draw: random.Random) -> tuple[Listed, ...]:
    """A list that breaks two or three rules; everything else about it is right."""
    faults = set(draw.sample(FAULTS, draw.choice((2, 3))))
    women = rules[0].least - (draw.choice((2, 3)) if "woman" in faults else -draw.choice((0, 1)))
    young = rules[1].least - (draw.choice((1, 2)) if "young" in faults else 0)
    sexes = ["woman"] * women + [""] * (size - women)
    ages = ["young"] * max(0, young) + [""] * (size - max(0, young))
    draw.shuffle(sexes)
    draw.shuffle(ages)
    houses = draw.sample(range(1, 90), size)
    numbers: list[int | None] = list(draw.sample(range(1, 60), size))
    if "household" in faults:
        houses[draw.randrange(1, size)] = houses[0]
    if "not_on_list" in faults:
        numbers[draw.randrange(size)] = None
    deputy = draw.randrange(size) if "deputy" in faults else -1
    lines = []
    for at in range(size):
        traits = frozenset({sexes[at], ages[at]} - {""})
        stratum = next(name for name, has in TRAITS.items() if has == traits)
        lines.append(Listed(Volunteer(f"L{at + 1}", stratum, traits), houses[at], numbers[at], at == deputy))
    return tuple(lines)
