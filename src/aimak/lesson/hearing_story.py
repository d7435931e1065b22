"""What the lesson of the unit `hearing` tells about one municipality or an oblast: its hearings and its register."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from aimak.data import municipality, published_figures
from aimak.data.hearing import HeldHearing, RegisterLine, hearings, register
from aimak.i18n import plural
from aimak.i18n import translate as _
from aimak.i18n.numbers import date, number, percent
from aimak.lesson.hearing_words import kind_label, status_label, topic_label
from aimak.lesson.subject import Subject
from aimak.municipal.hearing import SMALL, Status, Topic, answered, per_hearing, share

__all__ = [
    "Story",
    "by_topic",
    "figure",
    "hearing_bars",
    "hearing_columns",
    "hearing_rows",
    "programme_mean",
    "remarks",
    "share_text",
    "story",
]


@dataclass(frozen=True, slots=True)
class Story:
    """The hearings and the register of a subject, up to and with a year."""

    place: Subject
    year: int
    held: tuple[HeldHearing, ...]
    lines: tuple[RegisterLine, ...]


def story(place: Subject, year: int) -> Story:
    """What was held and asked for until the end of ``year``."""
    held = [one for code in place.codes for one in hearings(code) if one.hearing.year <= year]
    known = {one.hearing.key for one in held}
    lines = [line for code in place.codes for line in register(code) if line.hearing in known]
    return Story(place, year, tuple(held), tuple(lines))


def figure(place: str, item: str) -> float:
    """A published figure of the unit.

    :raises StopIteration: if there is none.
    """
    return next(one.amount for one in published_figures("hearing") if (one.place, one.item) == (place, item))


def programme_mean() -> float:
    """People at a hearing of the programme: 3,298 in 62 hearings are 53."""
    return per_hearing(round(figure("Programme", "people")), round(figure("Programme", "hearings")))


def share_text(part: int | None, whole: int) -> str:
    """A share as a per cent, as counts where there are too few, as a dash where nobody counted."""
    if part is None:
        return "—"
    found = share(part, whole)
    return _("{count} of {all}").format(count=number(part), all=number(whole)) if found is None else percent(found)


def hearing_rows(told: Story) -> list[list[object]]:
    """A row for each hearing of one municipality, or for each municipality of an oblast."""
    if len(told.place.codes) == 1:
        return [
            [
                date(one.hearing.date),
                kind_label(one.hearing.kind),
                number(one.hearing.people),
                number(1000 * one.hearing.people / told.place.population, 1),
                share_text(one.hearing.women, one.hearing.people),
                _(one.note) if one.note else "—",
            ]
            for one in told.held
        ]
    rows: list[list[object]] = []
    for code in told.place.codes:
        own, home = [one.hearing for one in told.held if one.municipality == code], municipality(code)
        counted = [one for one in own if one.women is not None]
        women = sum(one.women or 0 for one in counted)
        people = sum(one.people for one in own)
        rows.append(
            [
                home.shown,
                number(len(own)),
                number(people) if own else "—",
                number(1000 * people / len(own) / home.population, 1) if own else "—",
                share_text(women, sum(one.people for one in counted)) if counted else "—",
            ]
        )
    return rows


def hearing_columns(told: Story) -> list[str]:
    """The columns of :func:`hearing_rows`, with their units."""
    if len(told.place.codes) == 1:
        each = _("For each 1,000 inhabitants")
        return [_("Day"), _("On what"), _("People"), each, _("Women, % of people"), _("What happened")]
    mean = _("Mean hearing, for each 1,000 inhabitants")
    return [_("Municipality"), _("Hearings"), _("People in all"), mean, _("Women, % of people")]


def hearing_bars(told: Story) -> dict[str, float]:
    """People at each hearing of a municipality, or the mean of each municipality of an oblast that held one."""
    if len(told.place.codes) == 1:
        return {
            f"{date(one.hearing.date)}, {kind_label(one.hearing.kind)}": float(one.hearing.people) for one in told.held
        }
    bars = {}
    for code in told.place.codes:
        people = [one.hearing.people for one in told.held if one.municipality == code]
        if people:
            bars[municipality(code).shown] = per_hearing(sum(people), len(people))
    return bars


def by_topic(lines: Sequence[RegisterLine]) -> dict[str, dict[str, int]]:
    """Proposals by topic and what became of them."""
    return {
        topic_label(topic): {
            status_label(status): sum(line.proposal.topic is topic and line.proposal.status is status for line in lines)
            for status in (Status.ACCEPTED, Status.DECLINED, Status.OPEN)
        }
        for topic in Topic
    }


def remarks(told: Story) -> list[str]:
    """What is missing or needs care, in whole sentences: no hearing, three people, no minutes, nobody answered."""
    return [*_no_hearing(told), *(said for one in told.held for said in _odd(one)), *_no_answer(told)]


def _no_hearing(told: Story) -> list[str]:
    without = len(told.place.codes) - len({one.municipality for one in told.held})
    if not told.held:
        text = _("{name} has no hearing in the register up to {year}. The lesson goes on with what others show.")
    elif without:
        text = plural(
            "{count} of {all} municipalities has no hearing in the register up to {year}.",
            "{count} of {all} municipalities have no hearing in the register up to {year}.",
            without,
        )
    elif not any(one.hearing.year == told.year for one in told.held):
        text = _("{name}: in {year} there was no hearing. The years before are shown.")
    else:
        return []
    return [text.format(name=told.place.name, year=told.year, count=without, all=len(told.place.codes))]


def _odd(one: HeldHearing) -> list[str]:
    said, words = [], {"name": municipality(one.municipality).shown, "day": date(one.hearing.date)}
    if one.hearing.people < SMALL:
        text = plural(
            "{name}: on {day} only {count} person came. Shares of so few mean nothing, so counts are shown.",
            "{name}: on {day} only {count} people came. Shares of so few mean nothing, so counts are shown.",
            one.hearing.people,
        )
        said.append(text.format(count=one.hearing.people, **words))
    if not one.hearing.minutes:
        text = _("{name}: there are no minutes of {day}. Who came and what they proposed is not known.")
        said.append(text.format(**words))
    return said


def _no_answer(told: Story) -> list[str]:
    said = []
    for code in told.place.codes:
        proposals = [line.proposal for line in told.lines if line.municipality == code]
        if proposals and not answered(proposals):
            said.append(_("{name}: nobody who made a proposal got an answer.").format(name=municipality(code).shown))
    return said
