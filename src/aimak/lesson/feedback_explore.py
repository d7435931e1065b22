"""The lesson's exploration: how many people must be asked, for how sure a figure."""

from __future__ import annotations

from aimak.i18n import plural
from aimak.i18n import translate as _
from aimak.i18n.numbers import number
from aimak.lesson.sliders import linked_slider
from aimak.lesson.tables import show_table, table_html
from aimak.municipal.feedback import margin_of_error

#: People asked that the slider can take, and those that the printed table shows.
ASKED, PRINTED, START = (12, 30, 50, 100, 150, 200, 300, 400, 600, 1000), (30, 100, 400, 1000), 100
#: Minutes of one interview with the way to it. A figure for training; measure your own.
MINUTES = 30


def _columns() -> list[str]:
    return [_("People asked"), _("Margin of 50 %, points"), _("Margin of 80 %, points"), _("Hours of interviews")]


def _row(asked: int, people: int) -> list[object]:
    return [
        number(asked),
        number(100 * margin_of_error(0.5, asked, people), 1),
        number(100 * margin_of_error(0.8, asked, people), 1),
        number(asked * MINUTES / 60),
    ]


def asked_table(people: int) -> None:
    """The printed form of the exploration."""
    caption = _("What certainty costs, with {people} inhabitants").format(people=number(people))
    show_table(caption, _columns(), [_row(asked, people) for asked in PRINTED if asked <= people])


def asked_slider(people: int) -> None:
    """A slider for the number of people asked, and a list for the keyboard, with margin and hours below."""
    outcomes = []
    for asked in (one for one in ASKED if one <= people):
        said = plural("{count} person asked", "{count} people asked", asked).format(count=number(asked))
        outcomes.append((number(asked), table_html(said, _columns(), [_row(asked, people)])))
    linked_slider(_("People asked"), outcomes, ASKED.index(START))
