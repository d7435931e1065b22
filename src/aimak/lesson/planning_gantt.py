"""The board of the joint action plan: twelve months, a bar for each step, the money of each quarter, findings."""

from __future__ import annotations

from html import escape

from aimak.i18n import translate as _
from aimak.i18n.numbers import thousands
from aimak.lesson.cases.planning import PlanningCase
from aimak.lesson.months import month_short
from aimak.lesson.planning_words import months_words, plan_finding_text, span_words, step_label
from aimak.municipal.planning import PlanRule, check_plan, spent_by_quarter

#: Colours of the boards, dark enough on white; a sign says the same.
GOOD, WRONG = "#0b6e4f", "#b3261e"
_MONTH, _ROW = 26, 16


def whole_months(months: dict[str, float]) -> dict[str, int]:
    """First months as whole numbers between 1 and 12."""
    return {key: max(1, min(12, round(month))) for key, month in months.items()}


def plan_problems(case: PlanningCase, months: dict[str, float]) -> list[str]:
    """Everything that is wrong with the plan's months, in words. Who answers is another question."""
    starts = whole_months(months)
    problems = [
        _("“{step}” does not end in this year.").format(step=step_label(key)) for key in case.draft.over(starts)
    ]
    found = check_plan(case.draft.plan(starts, "post"))
    problems += [plan_finding_text(one) for one in found if one.rule is not PlanRule.NO_RESPONSIBLE]
    late = case.draft.late(starts)
    if late:
        problems.append(
            _("The report comes {months} after the assembly in {month}.").format(
                months=months_words(late), month=month_short(case.draft.deadline)
            )
        )
    return problems


def gantt_board(case: PlanningCase, months: dict[str, float]) -> str:
    """The plan as bars over twelve months, what comes and is paid in each quarter, and what is wrong."""
    problems = plan_problems(case, months)
    listed = "".join(f"<li>{escape(one)}</li>" for one in problems) or f"<li>{escape(_('No findings.'))}</li>"
    return f'<div class="aimak-panel">{_bars(case, months)}{_money(case, months)}<ul>{listed}</ul></div>'


def plan_brief(case: PlanningCase, months: dict[str, float]) -> str:
    """In a line how far the plan is, for a phone."""
    problems = plan_problems(case, months)
    colour = WRONG if problems else GOOD
    return f'<strong style="color:{colour}">{escape(problems[0] if problems else _("No findings."))}</strong>'


def _bars(case: PlanningCase, months: dict[str, float]) -> str:
    starts = whole_months(months)
    wide = 12 * _MONTH
    ends = {kind.key: min(12, starts[kind.key] + kind.months - 1) for kind in case.draft.steps}
    rows = [
        '<div style="display:flex;max-width:28rem;font-size:.75em" aria-hidden="true">'
        + "".join(f'<span style="flex:1;text-align:center">{escape(month_short(m))}</span>' for m in range(1, 13))
        + "</div>"
    ]
    words = []
    for kind in case.draft.steps:
        first, last = starts[kind.key], ends[kind.key]
        shade = (
            "".join(
                f'<rect x="{(m - 1) * _MONTH}" width="{_MONTH}" height="{_ROW}" fill="#c9d1da"/>'
                for m in sorted(case.draft.closed)
            )
            if kind.outdoors
            else ""
        )
        early = any(starts[kind.key] <= ends[other] for other in kind.after)
        closed = kind.outdoors and case.draft.closed & set(range(first, last + 1))
        colour = WRONG if early or closed else "#2f6f9f"
        name = _("{step}: {months}").format(step=step_label(kind.key), months=span_words(first, last))
        words.append(name)
        rows.append(
            f'<div style="margin-top:.25rem;font-size:.9em;line-height:1.25">{escape(name)}</div>'
            f'<svg viewBox="0 0 {wide} {_ROW}" width="100%" style="display:block;max-width:28rem">'
            f'<rect width="{wide}" height="{_ROW}" fill="#eef1f5"/>{shade}<rect x="{(first - 1) * _MONTH + 1}" y="2" '
            f'width="{(last - first + 1) * _MONTH - 2}" height="{_ROW - 4}" rx="3" fill="{colour}"/></svg>'
        )
    title = _("Steps over the year; grey: no outdoor work")
    return (
        f'<p style="margin:.3rem 0;font-weight:600">{escape(title)}</p>'
        f'<div role="img" aria-label="{escape(title + ". " + "; ".join(words))}">{"".join(rows)}</div>'
    )


def _money(case: PlanningCase, months: dict[str, float]) -> str:
    plan = case.draft.plan(whole_months(months), "post")
    paid, came, rows = 0, 0, []
    for number, (money, spent) in enumerate(zip(plan.money_by_quarter, spent_by_quarter(plan), strict=True), start=1):
        came, paid = came + money, paid + spent
        colour = WRONG if paid > came else "inherit"
        rows.append(
            f'<tr><th scope="row">{number}</th><td class="n">{thousands(came, 0)}</td>'
            f'<td class="n" style="color:{colour}">{thousands(paid, 0)}</td></tr>'
        )
    heads = "".join(
        f'<th scope="col"{side}>{escape(name)}</th>'
        for name, side in ((_("Quarter"), ""), (_("Came so far"), ' class="n"'), (_("Paid so far"), ' class="n"'))
    )
    return (
        f"<table><caption>{escape(_('Money, thousand som'))}</caption><thead><tr>{heads}</tr></thead>"
        f"<tbody>{''.join(rows)}</tbody></table>"
    )
