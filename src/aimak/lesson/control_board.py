"""What moves in the unit `control`: a chart of missed stops, the duties matrix, hours of counting, tables of papers.

Plain HTML and SVG: the browser draws it at once, also on a phone.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from html import escape

from aimak.i18n import plural
from aimak.i18n import translate as _
from aimak.i18n.numbers import number
from aimak.lesson.cases.control import BEFORE, YEAR, ControlCase
from aimak.lesson.cases.control_parts import TODAY, Register
from aimak.lesson.control_words import (
    duty_label,
    finding_text,
    harm_text,
    item_label,
    measure_label,
    person_label,
)
from aimak.lesson.months import month_name
from aimak.lesson.tables import table_html
from aimak.municipal.control import Duty, DutyFault, check_duties, working_days

GREEN, RED, BLUE, GREY = "#0b6e4f", "#b3261e", "#2f6f9f", "#5b6773"


def _box(table: str, label: str) -> str:
    # It scrolls on a narrow screen, and takes the keyboard's focus so that it can be scrolled without a mouse.
    return f'<div role="region" tabindex="0" aria-label="{escape(label)}" style="overflow-x:auto">{table}</div>'


def hours_board(case: ControlCase, chosen: tuple[str, ...]) -> str:
    """How many are chosen and how many hours they take, against the hours that there are."""
    hours = sum(one.hours for one in case.measures if one.key in chosen)
    state = plural("{count} of 3 chosen", "{count} of 3 chosen", len(chosen)).format(count=len(chosen))
    left = case.hours - hours
    used = plural("{hours} of {most} hour a month is used", "{hours} of {most} hours a month are used", case.hours)
    more = plural("{hours} hour, but only {most} are there", "{hours} hours, but only {most} are there", hours)
    text = used if left >= 0 else more
    colour = GREEN if left >= 0 else RED
    width = min(300.0, 270 * hours / case.hours)
    words = text.format(hours=number(hours), most=number(case.hours))
    return (
        f'<div class="aimak-panel"><p><strong>{escape(state)}</strong></p>'
        f'<svg viewBox="0 0 300 22" width="100%" style="max-width:26rem" role="img" aria-label="{escape(words)}">'
        f'<rect width="300" height="22" rx="4" fill="#e4e9ef"/><rect width="{width:.1f}" height="22" rx="4" '
        f'fill="{colour}"/><line x1="270" x2="270" y1="0" y2="22" stroke="#1b2733" stroke-width="2"/></svg>'
        f'<p style="color:{colour}">{escape(words)}</p></div>'
    )


def measure_option(case: ControlCase, key: str) -> str:
    """A measure with its hours, as an option of a form."""
    hours = next(one.hours for one in case.measures if one.key == key)
    text = plural("{name} — {hours} hour a month", "{name} — {hours} hours a month", hours)
    return text.format(name=measure_label(key, case.plan.service), hours=number(hours))


def months_table(case: ControlCase) -> str:
    """Trips, litres, price and fuel cost of the known months, and the plan of a month above them."""
    plan = case.plan
    rows = [
        [
            _("Plan of a month"),
            number(plan.trips),
            number(plan.trips * plan.litres),
            number(plan.price),
            number(plan.cost),
        ]
    ]
    for place, one in enumerate(case.months, start=1):
        figures = [one.trips, one.litres, one.price, one.cost] if one else [None] * 4
        rows.append([month_name(place), *("—" if value is None else number(value) for value in figures)])
    heads = [_("Month"), _("Trips"), _("Litres"), _("Som a litre"), _("Fuel, som")]
    return table_html(_("Plan and actual, January to September {year}").format(year=YEAR), heads, rows)


def missed_tables(case: ControlCase) -> str:
    """Missed stops of the quiet year and of this one, month by month."""
    rows = [
        [month_name(place + 1), number(case.quiet[place]), _count(case.missed, place)]
        for place in range(len(case.quiet))
    ]
    return table_html(_("Missed stops a month"), [_("Month"), str(BEFORE), str(YEAR)], rows)


def _count(counts: Sequence[int | None], place: int) -> str:
    value = counts[place] if place < len(counts) else None
    return "—" if value is None else number(value)


def missed_chart(case: ControlCase) -> str:
    """Missed stops of both years as bars in one row, without limits: those the trainee works out."""
    counts = [*case.quiet, *case.missed]
    most = max(count for count in counts if count is not None)
    width, high = 14, 90
    bars = []
    for place, count in enumerate(counts):
        if count is None:
            continue
        tall = high * count / most
        colour = GREY if place < len(case.quiet) else BLUE
        bars.append(
            f'<rect x="{place * width + 2}" y="{high - tall + 12:.1f}" width="{width - 4}" height="{tall:.1f}" '
            f'fill="{colour}"/><text x="{place * width + width / 2}" y="{high - tall + 9:.1f}" font-size="8" '
            f'text-anchor="middle">{count}</text>'
        )
    words = _("Bars of missed stops, month by month: {before} in grey, {year} in blue.").format(
        before=BEFORE, year=YEAR
    )
    return (
        f'<svg viewBox="0 0 {len(counts) * width} {high + 14}" width="100%" style="max-width:36rem" role="img" '
        f'aria-label="{escape(words)}">{"".join(bars)}</svg><p>{escape(words)}</p>'
    )


def day_text(day: date) -> str:
    """A day without its year: ``05.09``."""
    return f"{day:%d.%m}"


def register_table(register: Register) -> str:
    """The nine complaints with their days; the days of one are left for the trainee to count."""
    rows = []
    for place, one in enumerate(register.complaints):
        took = number(register.days(place))
        if place == register.asked:
            took = "?"
        elif one.answered is None:
            took = f"{took}+"
        rows.append(
            [
                str(place + 1),
                day_text(one.received),
                day_text(one.registered),
                day_text(one.answered) if one.answered else _("open"),
                number(working_days(one.received, one.registered, register.days_off)),
                took,
            ]
        )
    heads = [_("No."), _("Came"), _("Registered"), _("Answered"), _("Days to register"), _("Days to answer")]
    caption = _("Complaints as they stand on {day}; days are working days").format(day=f"{TODAY:%d.%m.%Y}")
    return table_html(caption, heads, rows)


def ledger_table(case: ControlCase) -> str:
    """The ledger; the letter of an invoice is the supplier."""
    rows = [
        [
            str(one.voucher),
            day_text(one.booked),
            day_text(one.delivered),
            _("yes") if one.signed else _("no"),
            one.invoice,
            item_label(one.item),
            number(one.amount),
        ]
        for one in case.ledger
    ]
    heads = [_("No."), _("Booked"), _("Came"), _("Signed"), _("Invoice"), _("What"), _("Som")]
    caption = _("Ledger of the service, July to September {year} (invented)").format(year=YEAR)
    return table_html(caption, heads, rows)


def voucher_options(case: ControlCase) -> tuple[tuple[str, str], ...]:
    """Each voucher as an option: number, invoice, what, som."""
    text = "{voucher}: {invoice}, {item}, {amount}"
    return tuple(
        (
            str(one.voucher),
            text.format(voucher=one.voucher, invoice=one.invoice, item=item_label(one.item), amount=number(one.amount)),
        )
        for one in case.ledger
    )


def held(chosen: Iterable[str]) -> list[tuple[Duty, str]]:
    """The duties matrix from the keys of a form, such as ``order:head``."""
    pairs = (key.partition(":") for key in chosen)
    return [(Duty(duty), person) for duty, _colon, person in pairs]


def duty_options(case: ControlCase) -> tuple[tuple[str, str], ...]:
    """Every duty that a person's post allows, as options of a form."""
    return tuple(
        (
            f"{duty.value}:{person}",
            _("{duty}: {person}").format(duty=duty_label(duty), person=person_label(person)),
        )
        for duty in Duty
        for person, duties in case.people.office.items()
        if duty in duties
    )


def duties_board(case: ControlCase, chosen: tuple[str, ...]) -> str:
    """The matrix, what is wrong with it, and who could do harm alone."""
    pairs = held(chosen)
    rows = [
        [duty_label(duty), ", ".join(person_label(who) for one, who in pairs if one is duty) or "—"] for duty in Duty
    ]
    findings = check_duties(pairs, case.people.rules)
    alone = [harm_text(one) for one in findings if one.fault is DutyFault.ALONE]
    other = [finding_text(one) for one in findings if one.fault is not DutyFault.ALONE]
    colour, headline = (RED, _("Somebody can do harm alone.")) if alone else (GREEN, _("Nobody can do harm alone."))
    listed = "".join(f"<li>{escape(text)}</li>" for text in (*alone, *other))
    return (
        f'<div class="aimak-panel">{table_html(_("Who does what"), [_("Duty"), _("Who")], rows)}'
        f'<p><strong style="color:{colour}">{escape(headline)}</strong></p><ul>{listed}</ul></div>'
    )


def near(answer: float | None, truth: float, tolerance: float) -> bool:
    """True if a number was answered and lies within ``tolerance`` of the truth."""
    return answer is not None and abs(answer - truth) <= tolerance


def people_table(case: ControlCase) -> str:
    """Who is there, what each post allows, and who must not touch this purchase."""
    rows = []
    for person, duties in case.people.office.items():
        allowed = "; ".join(duty_label(duty) for duty in Duty if duty in duties)
        if person == case.people.kin:
            allowed = _("nothing in this purchase: a relative sells the fuel")
        rows.append([person_label(person), allowed])
    return table_html(_("Who may do what"), [_("Who"), _("What the post allows")], rows)
