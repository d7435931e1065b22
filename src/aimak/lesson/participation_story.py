"""What the lesson of the unit `participation` reads: the meetings of a place, and what is missing in them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from aimak.data import municipality, years
from aimak.data.participation import GROUPS, Event, events, far_people
from aimak.i18n import plural
from aimak.i18n import translate as _
from aimak.i18n.numbers import number
from aimak.lesson.subject import Subject
from aimak.municipal.participation import FEW_PEOPLE, Presence, together


@dataclass(frozen=True, slots=True)
class Story:
    """The meetings of one year, or of the last year before it that had some.

    :param year: the year that is read; ``remarks`` what a reader must know, in the reader's language.
    """

    place: Subject
    year: int
    events: tuple[Event, ...]
    remarks: tuple[str, ...]

    @property
    def groups(self) -> dict[str, Presence | None]:
        """Each group over all meetings of the year; None where nobody counted it. No far villages in one village."""
        return {group: self.group(group, self.events) for group in self.kinds_of_people}

    @property
    def kinds_of_people(self) -> tuple[str, ...]:
        """The groups that there can be."""
        has_far = any(far_people(code) for code in self.place.codes)
        return GROUPS if has_far else tuple(group for group in GROUPS if group != "far")

    @staticmethod
    def group(group: str, held: Sequence[Event]) -> Presence | None:
        """A group over some meetings; None where there was none, or nobody counted it."""
        return together([one.presence(group) for one in held]) if held else None

    def in_year(self, year: int) -> tuple[Event, ...]:
        """All meetings of a year."""
        return _held(self.place, year)

    def people(self) -> dict[str, int]:
        """Inhabitants of each stratum of a draw: sex and age, as if age were alike for both sexes."""
        places = [municipality(code) for code in self.place.codes]
        women, youth, everybody = (sum(getattr(p, name) for p in places) for name in ("women", "youth", "population"))
        young_women = round(youth * women / everybody)
        return {
            "women_young": young_women,
            "women_older": women - young_women,
            "men_young": youth - young_women,
            "men_older": everybody - women - (youth - young_women),
        }


def _held(place: Subject, year: int) -> tuple[Event, ...]:
    return tuple(one for code in place.codes for one in events(code) if one.year == year)


def story(place: Subject, year: int) -> Story:
    """The meetings of a year. Where there are none, those of the nearest year before, or the first that has some."""
    known = [one for one in sorted(years(), reverse=True) if one <= year] + [one for one in years() if one > year]
    read = next(one for one in known if _held(place, one))
    held = _held(place, read)
    return Story(place, read, held, tuple(_remarks(place, year, read, held)))


def _remarks(place: Subject, asked: int, read: int, held: Sequence[Event]) -> list[str]:
    said = []
    silent = [municipality(c).shown for c in place.codes if not any(one.year == asked for one in events(c))]
    if read != asked:
        said.append(_("No meeting was held in {asked}. The lesson reads {read}.").format(asked=asked, read=read))
    elif silent:
        said.append(_("No meeting in {year}: {names}.").format(year=asked, names=", ".join(silent)))
    tiny = [one for one in held if one.people < 10]
    for one in tiny:
        text = plural(
            "{name}: {count} person came to one meeting. No share of so few is worth anything.",
            "{name}: {count} people came to one meeting. No share of so few is worth anything.",
            one.people,
        )
        said.append(text.format(name=municipality(one.municipality).shown, count=number(one.people)))
    for missing, text in (
        ([one for one in held if one.youth is None], _("Nobody was asked for the age: {names}.")),
        ([one for one in held if one.minorities is None], _("Ethnic minorities were not counted: {names}.")),
    ):
        names = dict.fromkeys(municipality(one.municipality).shown for one in missing)
        if names:
            said.append(text.format(names=", ".join(names)))
    alone = [municipality(code).shown for code in place.codes if not far_people(code)]
    if alone:
        said.append(_("One village only, so no far village: {names}.").format(names=", ".join(alone)))
    return said or [_("All groups were counted at all meetings.")]


def is_small(one: Presence) -> bool:
    """Whether too few people are known for a verdict."""
    return one.known < FEW_PEOPLE
