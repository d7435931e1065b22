"""What the lesson `newservice` tells about a municipality, or about the municipalities of an oblast together."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields

from aimak.data import municipality
from aimak.data.newservice import ClubPrices, Service, SurveyGroup, club_prices, delivery_ways, services, survey_note
from aimak.i18n import plural
from aimak.i18n import translate as _
from aimak.i18n.numbers import number
from aimak.lesson.cases.newservice import survey_of
from aimak.lesson.cases.newservice_parts import MONTHS_OPEN
from aimak.lesson.subject import Subject
from aimak.municipal.newservice import ClubYear, Demand, Survey, Way, demand, together

#: Assumptions of the lesson, said wherever they are used: of those who say yes, so many come; places of a group; what
#: the local budget pays of the costs.
KEEPS, SIZE, BUDGET_SHARE = 0.4, 15, 1 / 3


@dataclass(frozen=True, slots=True)
class Story:
    """Surveys, prices and ways of one or several municipalities.

    :param places: the municipalities: name, and its groups of children with their surveys.
    :param prices: of one club, a mean over the municipalities.
    :param remarks: what is wrong with the surveys, in sentences.
    """

    places: tuple[tuple[str, tuple[SurveyGroup, ...]], ...]
    prices: ClubPrices
    remarks: tuple[str, ...]

    @property
    def groups(self) -> tuple[SurveyGroup, ...]:
        """Every group of every municipality."""
        return tuple(group for _name, groups in self.places for group in groups)

    @property
    def children(self) -> int:
        """Children within reach of the clubs."""
        return sum(group.children for group in self.groups)

    def surveyed(self) -> list[tuple[str, Survey, Demand]]:
        """Each municipality with all its answers, and how many children would come to its club."""
        found = []
        for name, groups in self.places:
            survey = together([group.survey for group in groups])
            found.append((name, survey, demand(survey, sum(group.children for group in groups), KEEPS)))
        return found

    def part(self, name: str) -> tuple[int, Survey]:
        """Children and answers of ``girls``, ``boys``, ``near``, ``far``, ``poor`` or ``other``."""
        here = [one for one in self.groups if name in (one.sex, one.village, one.income)]
        return sum(one.children for one in here), together([one.survey for one in here])

    def demand(self) -> Demand:
        """Children of one club who come if few, some or many come; a mean, where there are several.

        Ends are a mean of ends: all answers of an oblast in one pot would be surer than any of its clubs can be.
        """
        ends = [one for _name, _survey, one in self.surveyed()]
        middles = [one.middle for one in ends if one.middle is not None]
        return Demand(
            round(sum(one.low for one in ends) / len(ends)),
            round(sum(middles) / len(middles)) if middles else None,
            round(sum(one.high for one in ends) / len(ends)),
        )

    def year(self) -> ClubYear:
        """The first year of one club that is planned for the middle of the range."""
        ends = self.demand()
        users = max(1, ends.middle if ends.middle is not None else (ends.low + ends.high) // 2)
        fixed = MONTHS_OPEN * (-(-users // SIZE) * self.prices.coach_group_month + self.prices.hall_month)
        poor = self.part("poor")[0] / max(1, self.children)
        alone = ClubYear(fixed, self.prices.child_month, MONTHS_OPEN, users, round(users * poor))
        contribution = round(alone.cost * BUDGET_SHARE / 1000) * 1000
        return ClubYear(fixed, self.prices.child_month, MONTHS_OPEN, users, alone.free_places, contribution)


def story(place: Subject) -> Story:
    """What is known about a club in a municipality, or in those of an oblast."""
    found = [municipality(code) for code in place.codes]
    prices = [club_prices(code) for code in place.codes]
    mean = {f.name: round(sum(getattr(one, f.name) for one in prices) / len(prices)) for f in fields(ClubPrices)}
    return Story(tuple((one.shown, survey_of(one)[0]) for one in found), ClubPrices(**mean), _remarks(place))


def _remarks(place: Subject) -> tuple[str, ...]:
    if len(place.codes) == 1:
        code = place.codes[0]
        _groups, borrowed = survey_of(municipality(code))
        said = [_(survey_note(code).text)]
        if borrowed is not None:
            said.append(
                _("So the answers below are those of {name}, a municipality of the same kind.").format(
                    name=borrowed.shown
                )
            )
        return tuple(said)
    return tuple(_counted(place))


def _counted(place: Subject) -> list[str]:
    how = [survey_note(code).how for code in place.codes]
    words: dict[str, Callable[[int], str]] = {
        "none": lambda n: plural(
            "In {count} municipality nobody was asked; the answers of a neighbour stand in.",
            "In {count} municipalities nobody was asked; the answers of a neighbour stand in.",
            n,
        ),
        "chat": lambda n: plural(
            "In {count} municipality only twelve answered.", "In {count} municipalities only twelve answered.", n
        ),
        "field": lambda n: plural(
            "In {count} municipality no girl was asked.", "In {count} municipalities no girl was asked.", n
        ),
        "centre": lambda n: plural(
            "In {count} municipality nobody was asked in the far villages.",
            "In {count} municipalities nobody was asked in the far villages.",
            n,
        ),
    }
    return [words[kind](how.count(kind)).format(count=number(how.count(kind))) for kind in words if kind in how]


def ways_of(place: Subject) -> list[tuple[Way, int, int, int]]:
    """Each way with its start and its year (mean, whole som) and in how many municipalities it can be had."""
    found = []
    for way in Way:
        here = [next(one for one in delivery_ways(code) if one.way is way) for code in place.codes]
        setup, yearly = (round(sum(getattr(o, name) for o in here) / len(here)) for name in ("setup", "yearly"))
        found.append((way, setup, yearly, sum(one.possible for one in here)))
    return found


def launched_near(place: Subject) -> tuple[Service, ...]:
    """Launched services of the place; where it has none, those of its oblast; where that has none, one of each kind."""
    launched = [one for one in services() if one.launched]
    oblast = municipality(place.codes[0]).oblast
    return tuple(
        [one for one in launched if one.municipality in place.codes]
        or [one for one in launched if municipality(one.municipality).oblast == oblast]
        or {one.service: one for one in reversed(launched)}.values()
    )
