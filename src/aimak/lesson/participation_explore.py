"""The lesson's exploration: the same share in rooms of many sizes; and a citizens' group drawn by a word."""

from __future__ import annotations

import random
from collections.abc import Mapping

from aimak.i18n import plural
from aimak.i18n import translate as _
from aimak.i18n.numbers import number, percent
from aimak.lesson.participation_words import verdict_label
from aimak.lesson.sliders import linked_slider
from aimak.lesson.tables import show_table, table_html
from aimak.municipal.participation import (
    Presence,
    Volunteer,
    disparity_ratio,
    draw_order,
    fair_seats,
    room_interval,
    stratified_draw,
    verdict,
)

#: People in the room that the slider can take, and those that the printed table shows.
ROOMS, PRINTED, START = (4, 8, 12, 20, 32, 40, 60, 80, 120, 160, 240, 400), (8, 20, 40, 120, 400), 40
#: Seats of the drawn group, and the word that was said in public. Invented.
SIZE, WORD = 12, "apricot"


def _row(people: int, share: float, women: int, population: int) -> list[object]:
    here = Presence(women, population, round(share * people), people)
    ends = room_interval(here)
    ratio = disparity_ratio(here)
    span = _("{low} to {high}").format(low=percent(ends.low, 0), high=percent(ends.high, 0))
    return [number(people), number(here.present or 0), span, number(ratio.value, 2), verdict_label(verdict(here))]


def _columns() -> list[str]:
    return [_("People in the room"), _("Women"), _("Range of the share"), _("Ratio"), _("What can be told")]


def rooms_table(share: float, women: int, population: int) -> None:
    """The printed form: the same share of women in rooms of several sizes.

    :param share: women in the room, between 0 and 1.
    """
    caption = _("The same share of women, {share}, in rooms of several sizes").format(share=percent(share, 0))
    show_table(caption, _columns(), [_row(people, share, women, population) for people in PRINTED])


def rooms_slider(share: float, women: int, population: int) -> None:
    """A slider for the people in the room, and a list for the keyboard."""
    outcomes = []
    for people in ROOMS:
        said = plural("{count} person", "{count} people", people).format(count=number(people))
        caption = _("If {said} come, {share} of them women").format(said=said, share=percent(share, 0))
        outcomes.append((said, table_html(caption, _columns(), [_row(people, share, women, population)])))
    linked_slider(_("People in the room"), outcomes, ROOMS.index(START))


def lesson_volunteers(code: str, members: Mapping[str, int]) -> tuple[Volunteer, ...]:
    """Invented volunteers, numbered: a few more than the fair seats in each stratum."""
    draw = random.Random(f"participation lesson {code}")
    strata = [name for name, seats in fair_seats(members, SIZE).items() for _i in range(seats + draw.randrange(2, 7))]
    draw.shuffle(strata)
    return tuple(Volunteer(f"{at:02d}", name) for at, name in enumerate(strata, start=1))


def drawn(code: str, members: Mapping[str, int]) -> list[tuple[str, int, int, int, tuple[str, ...], str]]:
    """For each stratum: its name, inhabitants, fair seats, volunteers, the numbers drawn, and the first replacement."""
    volunteers, seats = lesson_volunteers(code, members), fair_seats(members, SIZE)
    group = stratified_draw(volunteers, seats, WORD)
    order = draw_order(volunteers, WORD)
    rows = []
    for name, count in seats.items():
        own = [one.mark for one in order if one.stratum == name]
        marks = tuple(one.mark for one in group if one.stratum == name)
        rows.append((name, members[name], count, len(own), marks, own[count]))
    return rows
