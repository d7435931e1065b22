"""What the lesson reads for a municipality, or for the municipalities of an oblast side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from aimak.data import municipality
from aimak.data.feedback import READ_ON, SERVICES, all_causes, messages, survey, views
from aimak.i18n import plural
from aimak.i18n import translate as _
from aimak.i18n.numbers import number
from aimak.lesson.feedback_words import corner_label, service_label, village_label
from aimak.lesson.subject import Subject
from aimak.municipal.control import ANSWER_TERM, ComplaintTimes
from aimak.municipal.feedback import (
    Group,
    Message,
    Reading,
    View,
    answer_times,
    corner,
    days_waited,
    gap,
    read_survey,
    undated,
)
from aimak.municipal.newservice import FEW_ANSWERS

#: What the lesson takes with a star; its parameters have names that this module uses too.
__all__ = [
    "Story",
    "asked",
    "by_days",
    "by_topic",
    "causes_of",
    "corner_of",
    "groups_of",
    "longest_open",
    "reading",
    "remarks",
    "story",
    "times",
    "widest",
]

#: Public holidays differ from year to year and must be looked up; the lesson counts them as working days and says so.
DAYS_OFF: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True)
class Story:
    """What a lesson tells.

    :param views: services of each municipality that has a survey of the year.
    :param register: messages of 2025 of all the municipalities; ``silent`` codes of those without any.
    """

    place: Subject
    year: int
    views: tuple[tuple[str, View], ...]
    register: tuple[Message, ...]
    silent: tuple[str, ...]

    @property
    def alone(self) -> bool:
        """True for one municipality."""
        return len(self.place.codes) == 1

    @property
    def surveyed(self) -> tuple[str, ...]:
        """Codes with a survey of the year."""
        return tuple(dict.fromkeys(code for code, _view in self.views))


def story(place: Subject, year: int) -> Story:
    """Everything for a place and a year."""
    seen = tuple((code, view) for code in place.codes for view in views(code, year))
    register = tuple(message for code in place.codes for message in messages(code))
    return Story(place, year, seen, register, tuple(code for code in place.codes if not messages(code)))


def asked(code: str, year: int) -> int:
    """How many people answered a survey; 0 in a year without one."""
    return sum(group.asked for group in survey(code, year, SERVICES[0]))


def groups_of(told: Story, service: str, year: int) -> tuple[Group, ...]:
    """The groups of one municipality, or those of an oblast with the name of their municipality."""
    if told.alone:
        return survey(told.place.codes[0], year, service)
    return tuple(
        Group(f"{code} {group.name}", group.people, group.asked, group.satisfied)
        for code in told.place.codes
        for group in survey(code, year, service)
    )


def reading(told: Story, service: str, year: int) -> Reading | None:
    """What the survey says of a service; None where nobody was asked."""
    groups = groups_of(told, service, year)
    return read_survey(groups) if groups else None


def remarks(told: Story) -> list[str]:
    """What a reader must know first: a survey too small, or none; no messages, or without days; one village."""
    said = []
    missing = [code for code in told.place.codes if code not in told.surveyed]
    if missing:
        names = ", ".join(municipality(code).shown for code in missing)
        said.append(_("No survey in {year}: {names}. What people think is not known there.").format(
            year=told.year, names=names))  # fmt: skip
    for code in told.surveyed:
        if asked(code, told.year) < FEW_ANSWERS:
            said.append(_("{name}: only {count} answers in {year}. Read the range, not the single figure.").format(
                name=municipality(code).shown, count=asked(code, told.year), year=told.year))  # fmt: skip
    if told.silent:
        names = ", ".join(municipality(code).shown for code in told.silent)
        text = _("No message of 2025 stands in the register: {names}. Nobody wrote, or nobody wrote it down?")
        said.append(text.format(names=names))
    blank = len(undated(told.register))
    if blank:
        text = plural(
            "{count} message has no day. It is owed an answer, and no time can be worked out for it.",
            "{count} messages have no day. They are owed an answer, and no time can be worked out for them.",
            blank,
        )
        said.append(text.format(count=number(blank)))
    if told.alone and municipality(told.place.codes[0]).villages == 1:
        said.append(_("This municipality is one village. There is no far village to compare with."))
    return said


def times(told: Story, village: str | None = None, term: int = ANSWER_TERM) -> ComplaintTimes:
    """Times of the register, of one village group or of all."""
    return answer_times([one for one in told.register if village in (None, one.village)], READ_ON, DAYS_OFF, term)


def causes_of(told: Story) -> list[list[str]]:
    """Why services are seen otherwise than they run: municipality, service, text."""
    return [
        [municipality(one.municipality).shown, service_label(one.service), _(one.text)]
        for one in all_causes()
        if one.municipality in told.place.codes
    ]


def widest(told: Story, count: int = 10) -> Sequence[tuple[str, View]]:
    """The services with the widest gap, either way; all of one municipality."""
    ordered = sorted(told.views, key=lambda pair: (-abs(gap(pair[1])), pair[0], pair[1].service))
    return ordered[:count]


def by_days(told: Story) -> dict[str, dict[str, int]]:
    """Village group -> how messages with a day stand: in term, late, open within or beyond the term."""
    rows = {}
    for village in dict.fromkeys(one.village for one in sorted(told.register, key=lambda m: m.village, reverse=True)):
        found = times(told, village)
        rows[village_label(village)] = {
            _("In term"): found.in_time,
            _("Late"): found.answered - found.in_time,
            _("Open, in term"): found.open_waiting,
            _("Open, too late"): found.open_late,
        }
    return rows


def by_topic(told: Story) -> dict[str, dict[str, int]]:
    """Topic -> village group -> messages; topics without any are left out."""
    villages = sorted({one.village for one in told.register}, reverse=True)
    rows = {}
    for topic in (*SERVICES, "not_ours"):
        own = [one for one in told.register if one.topic == topic]
        if own:
            rows[service_label(topic)] = {
                village_label(village): sum(one.village == village for one in own) for village in villages
            }
    return rows


def longest_open(told: Story) -> list[list[str]]:
    """The five open messages that wait longest: number, topic, village, working days."""
    waiting = [one for one in told.register if one.answered is None and one.received is not None]
    waiting.sort(key=lambda one: (one.received or READ_ON, one.number))
    return [
        [
            number(one.number),
            service_label(one.topic),
            village_label(one.village),
            number(days_waited(one, READ_ON, DAYS_OFF) or 0),
        ]
        for one in waiting[:5]
    ]


def corner_of(view: View) -> str:
    """What the corner of a service asks for."""
    return corner_label(corner(view))
