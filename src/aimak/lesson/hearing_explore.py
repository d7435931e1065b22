"""The lesson's exploration: who is heard with so many minutes for people, under each moderator's rule."""

from __future__ import annotations

from aimak.i18n import plural
from aimak.i18n import translate as _
from aimak.i18n.numbers import number, percent
from aimak.lesson.hearing_words import rule_label
from aimak.lesson.sliders import linked_slider
from aimak.lesson.tables import show_table, table_html
from aimak.municipal.hearing import Moderation, Outcome, Speaker, draw_hall, simulate

#: Minutes for people that the slider can take, and those that the printed table shows.
MINUTES, PRINTED, START = tuple(range(20, 95, 5)), (30, 60), 60
#: The limit of a speech or report, and the talk at tables, in minutes. Figures for training.
LIMIT, TALK = 3, 16


def lesson_hall(code: str, villages: int) -> tuple[Speaker, ...]:
    """The hall of the lesson: thirty people who want to speak, twelve of them women. Invented."""
    return draw_hall(f"lesson {code}", 30, villages, 0.4, 0.2)


def far_away(hall: tuple[Speaker, ...]) -> tuple[Speaker, ...]:
    """Those of the far village."""
    last = max(one.village for one in hall)
    return tuple(one for one in hall if one.village == last)


def evening(hall: tuple[Speaker, ...], rule: Moderation, minutes: int) -> Outcome:
    """What an evening brings with so many minutes for people."""
    return simulate(hall, rule, minutes, LIMIT, TALK)


def _columns() -> list[str]:
    return [_("Rule"), _("Heard, people"), _("Women, % of the time"), _("From far away, heard")]


def _row(hall: tuple[Speaker, ...], rule: Moderation, minutes: int) -> list[object]:
    outcome, far = evening(hall, rule, minutes), far_away(hall)
    women = [one for one in hall if one.woman]
    return [
        rule_label(rule),
        _("{count} of {all}").format(count=number(len(outcome.heard)), all=number(len(hall))),
        percent(outcome.time_share(women), 0),
        _("{count} of {all}").format(count=number(outcome.heard_of(far)), all=number(len(far))),
    ]


def _minutes(count: int) -> str:
    return plural("{count} minute", "{count} minutes", count).format(count=count)


def minutes_table(hall: tuple[Speaker, ...]) -> None:
    """The printed form of the exploration: each rule with few and with many minutes."""
    for minutes in PRINTED:
        caption = _("With {minutes} for people's words").format(minutes=_minutes(minutes))
        show_table(caption, _columns(), [_row(hall, rule, minutes) for rule in Moderation])


def minutes_slider(hall: tuple[Speaker, ...]) -> None:
    """A slider for the minutes that people have, and a list for the keyboard, with every rule's outcome below."""
    outcomes = []
    for minutes in MINUTES:
        rows = [_row(hall, rule, minutes) for rule in Moderation]
        caption = _("With {minutes} for people's words").format(minutes=_minutes(minutes))
        outcomes.append((_minutes(minutes), table_html(caption, _columns(), rows)))
    linked_slider(_("Minutes for people's words"), outcomes, MINUTES.index(START))
