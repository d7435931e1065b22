"""What stands in the forms of the unit `feedback`, and what answers at once: money for repairs, hours of the week."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date
from html import escape

from aimak.i18n import translate as _
from aimak.i18n.numbers import number, thousands
from aimak.lesson.cases.feedback import FeedbackCase
from aimak.lesson.cases.feedback_parts import DAYS_OFF, TODAY
from aimak.lesson.feedback_texts import message_text, request_text
from aimak.lesson.feedback_words import service_label, village_label
from aimak.lesson.hearing_html import BAD, GOOD, strong
from aimak.lesson.tables import table_html
from aimak.municipal.control import working_days
from aimak.municipal.feedback import Answer, Message, read_survey


def day(value: date) -> str:
    """A day of the case: 22.04.2025."""
    return value.strftime("%d.%m.%Y")


def survey_html(case: FeedbackCase) -> str:
    """The survey of task 1, and last year's."""
    survey = case.survey
    rows = [[village_label(one.name), one.people, one.asked, one.satisfied] for one in survey.groups]
    counts = [(one.people, one.asked, one.satisfied) for one in survey.groups]
    rows.append([_("Together"), *(sum(column) for column in zip(*counts, strict=True))])
    effective = read_survey(survey.groups).effective
    few = _("Weights cost certainty. For the margin these answers count like {count} answers.").format(
        count=number(effective)
    )
    last = _("Last year, weighted: {share} %, margin {margin} points.").format(
        share=number(survey.last), margin=number(survey.last_margin, 1)
    )
    caption = _("“Are you satisfied?” {service}").format(service=service_label(survey.service))
    columns = [_("Group"), _("Inhabitants"), _("Answered"), _("Satisfied")]
    return f"{table_html(caption, columns, rows, 0)}<p>{escape(few)}</p><p>{escape(last)}</p>"


def services_html(case: FeedbackCase) -> str:
    """Perception, performance and repair of each service."""
    rows = [
        [service_label(view.service), view.perception, view.performance, thousands(repair.cost, 0), repair.households]
        for view, repair in zip(case.views, case.repairs, strict=True)
    ]
    columns = [
        _("Service"),
        _("Satisfied, %"),
        _("Indicator, %"),
        _("Repair"),
        _("Gain"),
    ]
    money = _("Money for repairs: {amount} thousand som").format(amount=thousands(case.ceiling, 0))
    caption = _("What people say, and what is. Repair: thousand som. Gain: households.")
    return f"<p><strong>{escape(money)}</strong></p>{table_html(caption, columns, rows, 0)}"


def _mended(case: FeedbackCase, chosen: Mapping[str, str | None]) -> tuple[int, int]:
    taken = [one for one in case.repairs if chosen.get(one.service) == Answer.MEND]
    return sum(one.cost for one in taken), sum(one.households for one in taken)


def gap_brief(case: FeedbackCase, chosen: Mapping[str, str | None]) -> str:
    """Money left, in a line."""
    cost, _households = _mended(case, chosen)
    left = case.ceiling - cost
    text = _("{amount} thousand som left") if left >= 0 else _("{amount} thousand som too much")
    return strong(text.format(amount=thousands(abs(left), 0)), GOOD if left >= 0 else BAD)


def gap_board(case: FeedbackCase, chosen: Mapping[str, str | None]) -> str:
    """Money left and households that gain; and a picture of where each service stands."""
    cost, households = _mended(case, chosen)
    gain = _("Households that gain from repairs: {count}").format(count=number(households))
    return (
        f'<div class="aimak-panel">{gap_brief(case, chosen)}{_bar(cost, case.ceiling)}<p>{escape(gain)}</p>'
        f"{_corners(case, chosen)}</div>"
    )


def _bar(used: float, most: float) -> str:
    width = min(300.0, 300 * used / most) if most else 0.0
    colour = "#2f6f9f" if used <= most else BAD
    return (
        '<svg viewBox="0 0 302 12" width="100%" style="display:block;max-width:26rem" aria-hidden="true">'
        f'<rect width="300" height="12" rx="3" fill="#e4e9ef"/><rect width="{width:.1f}" height="12" rx="3" '
        f'fill="{colour}"/></svg>'
    )


def _corners(case: FeedbackCase, chosen: Mapping[str, str | None]) -> str:
    """Each service as a point: to the right it runs better, upwards it is seen better. Filled where chosen."""
    points = []
    for at, view in enumerate(case.views, start=1):
        x, y = 20 + 2.4 * view.performance, 250 - 2.4 * view.perception
        fill = "#2f6f9f" if chosen.get(view.service) else "#ffffff"
        ink = "#ffffff" if chosen.get(view.service) else "#1b2733"
        points.append(
            f'<circle cx="{x:.0f}" cy="{y:.0f}" r="10" fill="{fill}" stroke="#1b2733"/>'
            f'<text x="{x:.0f}" y="{y + 4:.0f}" font-size="12" text-anchor="middle" fill="{ink}">{at}</text>'
        )
    names = "; ".join(f"{at} {service_label(view.service)}" for at, view in enumerate(case.views, start=1))
    line = 20 + 2.4 * 60, 250 - 2.4 * 60
    return (
        '<svg viewBox="0 0 280 262" width="100%" style="display:block;max-width:20rem" aria-hidden="true">'
        '<rect x="20" y="10" width="240" height="240" fill="#f6f8fa" stroke="#8b97a5"/>'
        f'<line x1="{line[0]:.0f}" x2="{line[0]:.0f}" y1="10" y2="250" stroke="#8b97a5" stroke-dasharray="4 3"/>'
        f'<line x1="20" x2="260" y1="{line[1]:.0f}" y2="{line[1]:.0f}" stroke="#8b97a5" stroke-dasharray="4 3"/>'
        f"{''.join(points)}</svg><p><small>"
        f"{escape(_('To the right: runs better. Upwards: seen better. Lines at 60.'))} {escape(names)}</small></p>"
    )


def inbox_html(case: FeedbackCase) -> str:
    """The messages to sort, numbered."""
    rows = [[number(at), message_text(mark)] for at, mark in enumerate(case.inbox, start=1)]
    return table_html(_("Messages of the week (invented)"), [_("No."), _("Message")], rows)


def _taken(message: Message, case: FeedbackCase) -> str:
    if message.number == case.desk.to_count:
        return "?"
    assert message.received is not None
    assert message.answered is not None
    return number(working_days(message.received, message.answered, DAYS_OFF))


def answered_html(case: FeedbackCase) -> str:
    """The answered messages; the days of one of them are for the trainee to count."""
    rows = [
        [number(one.number), day(one.received), day(one.answered), _taken(one, case)]
        for one in case.desk.answered
        if one.received and one.answered
    ]
    columns = [_("No."), _("Received"), _("Answered"), _("Working days")]
    off = _("Days off in the calendar of this case: {days}, and Saturdays and Sundays.").format(
        days=", ".join(day(one) for one in DAYS_OFF)
    )
    return f"{table_html(_('Answered'), columns, rows)}<p>{escape(off)}</p>"


def desk_html(case: FeedbackCase) -> str:
    """The open messages on the morning of the week."""
    rows = []
    for one, opened in zip(case.desk.waiting, case.desk.opened, strict=True):
        days = _("no day noted") if opened.waited is None else number(opened.waited)
        rows.append([number(one.number), service_label(one.topic), days, number(opened.hours)])
    columns = [_("No."), _("About"), _("Working days, today counted"), _("Hours for the answer")]
    text = _("Today is Monday, {day}. Staff hours from today to Friday: {hours}.").format(
        day=day(TODAY), hours=number(case.desk.hours)
    )
    return f"{table_html(_('Without an answer'), columns, rows)}<p><strong>{escape(text)}</strong></p>"


def week_options(case: FeedbackCase) -> tuple[tuple[str, str], ...]:
    """The open messages as options of a form."""
    said = []
    for one, opened in zip(case.desk.waiting, case.desk.opened, strict=True):
        days = _("no day noted") if opened.waited is None else _("{count} days").format(count=number(opened.waited))
        said.append(
            (
                str(one.number),
                _("No. {number}: {topic}, {days}, {hours} h").format(
                    number=one.number, topic=service_label(one.topic), days=days, hours=number(opened.hours)
                ),
            )
        )
    return tuple(said)


def week_board(case: FeedbackCase, chosen: Collection[str]) -> str:
    """Hours used and left."""
    used = sum(one.hours for one in case.desk.opened if str(one.number) in chosen)
    left = case.desk.hours - used
    text = _("{hours} hours left") if left >= 0 else _("{hours} hours too much")
    return strong(text.format(hours=number(abs(left))), GOOD if left >= 0 else BAD) + _bar(used, case.desk.hours)


def request_lines(case: FeedbackCase) -> tuple[tuple[str, str], ...]:
    """The requests of task 5: mark and text."""
    return tuple((mark, request_text(mark)) for mark in case.requests)
