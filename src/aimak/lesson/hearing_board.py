"""What answers at once in the unit `hearing`: the minutes of an evening under each rule, and the register's money."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from html import escape

from aimak.i18n import plural
from aimak.i18n import translate as _
from aimak.i18n.numbers import number, percent, thousands
from aimak.lesson.cases.hearing import CLOSING, EVENING, HearingCase, Meeting, wish_labels
from aimak.lesson.hearing_html import BAD, GOOD, strong
from aimak.lesson.hearing_words import asked_by_label, rule_label, topic_label
from aimak.lesson.tables import table_html
from aimak.municipal.hearing import Moderation, Outcome


def hall_html(meeting: Meeting) -> str:
    """Who is in the hall, and what the evening must bring."""
    rows = [
        (_("They want to speak"), number(len(meeting.hall))),
        (_("Women among them"), f"{number(len(meeting.women))} ({percent(len(meeting.women) / len(meeting.hall), 0)})"),
        (_("From far away"), number(len(meeting.far))),
        (_("Length of the hearing, minutes"), number(EVENING)),
        (_("Minutes for opening, closing and slips"), number(CLOSING)),
        (_("Minutes to explain the draft, at least"), number(meeting.presentation)),
        (_("People who can lead a table"), number(meeting.leaders)),
        (_("Must be heard, at least"), number(meeting.heard)),
    ]
    return table_html(_("The hall"), [], rows)


def whole_minutes(amounts: Mapping[str, float] | None) -> tuple[int, int, int] | None:
    """Presentation, limit and talk in whole minutes; None where nothing was given."""
    if amounts is None:
        return None
    return round(amounts["presentation"]), round(amounts["limit"]), round(amounts["talk"])


def hall_board(case: HearingCase, amounts: Mapping[str, float]) -> str:
    """For each rule at once: who is heard with these minutes."""
    times = whole_minutes(amounts)
    assert times is not None
    meeting, (presentation, limit, talk) = case.meeting, times
    left = EVENING - CLOSING - presentation
    if left <= 0:
        return f'<div class="aimak-panel">{strong(_("No minute is left for people."), BAD)}</div>'
    text = plural("{count} minute is left for people.", "{count} minutes are left for people.", left)
    short = presentation < meeting.presentation
    warning = strong(_("The draft cannot be explained in so little time."), BAD) if short else ""
    parts = "".join(_rule_html(meeting, rule, meeting.run(rule, presentation, limit, talk)) for rule in Moderation)
    return f'<div class="aimak-panel">{strong(text.format(count=number(left)), GOOD)}{warning}{parts}</div>'


def hall_brief(case: HearingCase, amounts: Mapping[str, float]) -> str:
    """The same in a line: how many are heard by each rule."""
    times = whole_minutes(amounts)
    assert times is not None
    said = []
    for rule in Moderation:
        outcome = case.meeting.run(rule, *times)
        said.append(f"{rule_label(rule)}: {number(len(outcome.heard) if outcome else 0)}")
    return f"<small>{escape(_('Heard'))} — {escape('; '.join(said))}</small>"


def _rule_html(meeting: Meeting, rule: Moderation, outcome: Outcome | None) -> str:
    if outcome is None:
        return ""
    women = outcome.time_share(meeting.women)
    lines = [
        (
            _("heard: {count} of {all}").format(count=number(len(outcome.heard)), all=number(len(meeting.hall))),
            not meeting.few(outcome),
        ),
        (
            _("women's share of the time: {share}").format(share=percent(women, 0)),
            bool(outcome.spoken) and not meeting.women_short(outcome),
        ),
        (
            _("from far away: {count} of {all}").format(
                count=number(outcome.heard_of(meeting.far)), all=number(len(meeting.far))
            ),
            not meeting.far_short(outcome),
        ),
    ]
    items = "".join(
        f'<li style="color:{GOOD if good else BAD}">{"✔" if good else "✘"} {escape(text)}</li>' for text, good in lines
    )
    return (
        f'<p style="margin:.5rem 0 0;font-weight:600">{escape(rule_label(rule))}</p>{_bar(meeting, outcome)}'
        f'<ul style="list-style:none;margin:0;padding-left:.2rem">{items}</ul>'
    )


def _bar(meeting: Meeting, outcome: Outcome) -> str:
    heard = 300 * len(outcome.heard) / len(meeting.hall)
    need = 300 * meeting.heard / len(meeting.hall)
    return (
        '<svg viewBox="0 0 302 12" width="100%" style="display:block;max-width:26rem" aria-hidden="true">'
        f'<rect width="300" height="12" rx="3" fill="#e4e9ef"/><rect width="{heard:.1f}" height="12" rx="3" '
        f'fill="#2f6f9f"/><line x1="{need:.1f}" x2="{need:.1f}" y1="0" y2="12" stroke="#1b2733" '
        'stroke-width="2"/></svg>'
    )


def register_html(case: HearingCase) -> str:
    """The register of proposals as a table, with the notes of the finance department and the lawyer.

    Topic, who asked and the notes stand below the name, so that a phone shows the figures beside it.
    """
    labels = wish_labels()
    body = []
    for one in case.proposals:
        proposal = one.proposal
        notes = [f"{topic_label(proposal.topic)}. {asked_by_label(proposal.asked_by)}."]
        if not proposal.ours:
            notes.append(_("Lawyer: the state decides on this."))
        if proposal.planned:
            notes.append(_("Finance department: it stands in the draft."))
        name = _("No. {number}. {name}").format(number=proposal.number, name=labels[one.wish])
        body.append(
            f'<tr><th scope="row">{escape(name)}<br><small>{escape(" ".join(notes))}</small></th>'
            f'<td class="n">{thousands(proposal.cost)}</td><td class="n">{number(proposal.people)}</td></tr>'
        )
    heads = (_("Proposal"), _("Cost, thousand som"), _("People served"))
    sides = ("", ' style="text-align:right"', ' style="text-align:right"')
    head = "".join(f'<th scope="col"{side}>{escape(name)}</th>' for name, side in zip(heads, sides, strict=True))
    money = _("Money for proposals: {amount} thousand som").format(amount=thousands(case.ceiling))
    return (
        f"<p><strong>{escape(money)}</strong></p><table><caption>{escape(_('Register of proposals'))}</caption>"
        f"<thead><tr>{head}</tr></thead><tbody>{''.join(body)}</tbody></table>"
    )


def money_board(case: HearingCase, accepted: Collection[str]) -> str:
    """What the ticked proposals cost and whom they serve, and that the others are owed an answer."""
    taken = [one.proposal for one in case.proposals if str(one.proposal.number) in accepted]
    left = case.ceiling - sum(one.cost for one in taken)
    people = sum(one.people for one in taken)
    state = _("{amount} thousand som left") if left >= 0 else _("{amount} thousand som too much")
    owed = len(case.proposals) - len(taken)
    answers = plural("{count} proposal is owed an answer.", "{count} proposals are owed an answer.", owed)
    served = plural("{count} person served, some counted twice", "{count} people served, some counted twice", people)
    return (
        strong(state.format(amount=thousands(abs(left))), GOOD if left >= 0 else BAD)
        + f"<p>{escape(served.format(count=number(people)))}</p><p>{escape(answers.format(count=number(owed)))}</p>"
    )
