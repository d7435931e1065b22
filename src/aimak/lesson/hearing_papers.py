"""What a trainee of the unit `hearing` reads: the draft of a notice, the hour, and a printed page for citizens."""

from __future__ import annotations

from html import escape

from aimak.i18n import plural
from aimak.i18n import translate as _
from aimak.i18n.numbers import number, percent, thousands
from aimak.lesson.cases.hearing import YEAR, HearingCase
from aimak.lesson.citizen_page import page_row_label
from aimak.lesson.hearing_words import notice_label
from aimak.lesson.tables import table_html
from aimak.municipal.hearing import Notice


def clock(minutes: int) -> str:
    """Minutes after midnight as a clock shows them: ``13:05``."""
    return f"{minutes // 60}:{minutes % 60:02}"


def notice_html(case: HearingCase) -> str:
    """The draft of the notice as it would hang at the shop: what is missing is not there."""
    lines = {
        Notice.WHAT: _("Hearing on the draft of our budget for {year}").format(year=YEAR),
        Notice.WHEN: _("Sunday, at … (the hour is not fixed yet)"),
        Notice.WHERE: _("In the hall of the school"),
        Notice.MATERIALS: _("The budget on one page lies in the shops and at the aiyl okmotu."),
        Notice.WRITING: _("Who cannot come may put a written proposal into the box at the shop."),
        Notice.CONTACT: _("Questions: responsible secretary, room 2"),
        Notice.RIDE: _("A bus brings people from far away and takes them home."),
        Notice.ANSWER: _("Each proposal gets a number and a written answer with a reason."),
    }
    shown = "".join(
        f"<p style='margin:.2rem 0'>{escape(text)}</p>" for item, text in lines.items() if item in case.present
    )
    title = _("Notice (draft)")
    return (
        f'<div style="border:2px solid #1b2733;padding:.5rem .9rem;max-width:30rem"><p style="margin:.2rem 0">'
        f"<strong>{escape(title)}</strong></p>{shown}</div>"
    )


def day_html(case: HearingCase) -> str:
    """What the hour depends on."""
    day = case.day
    rows = [
        (_("The hearing takes"), plural("{count} minute", "{count} minutes", day.length).format(count=day.length)),
        (_("The bus from far away arrives"), clock(day.arrives)),
        (_("The bus goes home"), clock(day.leaves)),
        (_("Evening milking begins; women leave the hall"), clock(day.busy_from)),
    ]
    return table_html(_("The day"), [], rows)


def missing_items(case: HearingCase) -> set[str]:
    """The items that the draft of the notice leaves out."""
    return {item.value for item in Notice if item not in case.present}


def notice_options() -> tuple[tuple[str, str], ...]:
    """All that could stand in a notice, and two things that have no place there."""
    return (
        *((item.value, notice_label(item)) for item in Notice if item is not Notice.WHEN),
        ("titles", _("The full titles of all guests of honour")),
        ("debtors", _("Names of people who owe land tax")),
    )


def page_html(case: HearingCase) -> str:
    """The printed page: money in, and money out with one wrong figure; totals and shares are right."""
    heads = [_("Row"), _("Thousand som"), _("Share")]
    shares = {row.key: row.share for row in case.page.money_out}
    money_in = [(page_row_label(r.key), thousands(r.amount, 0), percent(r.share / 1000)) for r in case.page.money_in]
    money_out = [(page_row_label(r.key), thousands(r.amount, 0), percent(shares[r.key] / 1000)) for r in case.printed]
    whole = percent(1.0)
    people = plural("{name}: {count} inhabitant", "{name}: {count} inhabitants", case.municipality.population)
    people = people.format(name=case.municipality.shown, count=number(case.municipality.population))
    return (
        f"<p><strong>{escape(people)}</strong></p>"
        + table_html(
            _("Where our money comes from, {year}").format(year=YEAR),
            heads,
            [*money_in, (_("Total"), thousands(case.page.total_in, 0), whole)],
        )
        + table_html(
            _("What it is for, {year}").format(year=YEAR),
            heads,
            [*money_out, (_("Total"), thousands(case.page.total_out, 0), whole)],
        )
    )


def page_parts() -> tuple[tuple[str, str], ...]:
    """What could stand on the page; it has room for five parts."""
    return (
        ("where_from", _("Where the money comes from, in five rows")),
        ("codes", _("All lines with their codes and economic classes")),
        ("what_for", _("What it is for, in som for each inhabitant too")),
        ("changes", _("What changes against last year, and why")),
        ("greeting", _("A greeting of the head with a photograph")),
        ("open", _("How much money is open for people's proposals")),
        ("debtors", _("A list of people who owe land tax")),
        ("how_to", _("Day, place, and how to make a proposal")),
    )


#: The five parts with which people can take part.
USEFUL_PARTS = frozenset({"where_from", "what_for", "changes", "open", "how_to"})
