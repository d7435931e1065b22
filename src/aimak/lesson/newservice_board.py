"""What answers at once while a trainee chooses: the timetable, measures for those left out, and the cash by month.

Plain HTML and SVG, so that a phone draws it at once.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from aimak.i18n import plural
from aimak.i18n import translate as _
from aimak.i18n.numbers import number, percent, short, thousands
from aimak.lesson.cases.newservice import MONTHS, NewServiceCase
from aimak.lesson.cases.newservice_cash import remedy_cost, with_remedies
from aimak.lesson.months import month_name, month_short
from aimak.lesson.newservice_words import group_label, slot_label
from aimak.municipal.newservice import CashPlan, balances, broken_limits, chosen_slots, lowest, reached

_GREEN, _RED, _BLUE, _ORANGE = "#0b6e4f", "#b3261e", "#2f6f9f", "#c77d0a"


def _panel(head: str, good: bool, parts: Sequence[str], findings: Sequence[str]) -> str:
    colour = _GREEN if good else _RED
    listed = "".join(f"<li>{escape(one)}</li>" for one in findings)
    return (
        f'<div class="aimak-panel"><p style="font-size:1.15em;margin:.3rem 0"><strong style="color:{colour}">'
        f"{escape(head)}</strong></p>{''.join(parts)}{f'<ul>{listed}</ul>' if listed else ''}</div>"
    )


def _bar(label: str, share: float, good: bool) -> str:
    fill = _GREEN if good else _RED
    return (
        f'<p style="margin:.3rem 0 .1rem">{escape(label)}</p>'
        f'<svg viewBox="0 0 300 14" width="100%" style="max-width:26rem;display:block" role="img" '
        f'aria-label="{escape(label)}"><rect width="300" height="14" rx="3" fill="#e4e9ef"/>'
        f'<rect width="{max(0.0, min(300.0, 300 * share)):.1f}" height="14" rx="3" fill="{fill}"/></svg>'
    )


def limit_words(case: NewServiceCase, keys: Sequence[str]) -> dict[str, str]:
    """The limits that a timetable breaks, in words."""
    chosen = chosen_slots(case.slots, keys)
    words = {
        "coach_hours": _("Hours of the coach a week: {most}. This timetable takes {hours}.").format(
            most=short(case.limits.coach_hours), hours=short(sum(slot.coach_hours for slot in chosen))
        ),
        "girls_share": _("Girls would be fewer than {share} of the children.").format(
            share=percent(case.limits.girls_share, 0)
        ),
        "bus": _("No group ends before the bus to the far village leaves."),
    }
    return {name: words[name] for name in broken_limits(chosen, case.limits)}


def timetable_board(case: NewServiceCase, keys: tuple[str, ...]) -> str:
    """Children served, hours of the coach, the share of girls, and what is broken."""
    chosen = chosen_slots(case.slots, keys)
    girls, boys = sum(slot.girls for slot in chosen), sum(slot.boys for slot in chosen)
    hours, broken = sum(slot.coach_hours for slot in chosen), limit_words(case, keys)
    head = plural("{count} child has a place", "{count} children have a place", girls + boys).format(
        count=number(girls + boys)
    )
    share = girls / (girls + boys) if chosen else 0.0
    parts = [
        _bar(
            _("Hours of the coach: {hours} of {most}").format(hours=short(hours), most=short(case.limits.coach_hours)),
            hours / case.limits.coach_hours,
            "coach_hours" not in broken,
        ),
        _bar(
            _("Girls {girls}, boys {boys}: {share} girls").format(
                girls=number(girls), boys=number(boys), share=percent(share, 0)
            ),
            share,
            "girls_share" not in broken,
        ),
    ]
    return _panel(head, bool(chosen) and not broken, parts, list(broken.values()))


def measures_board(case: NewServiceCase, keys: tuple[str, ...]) -> str:
    """Money left, and how many of each left-out group are reached."""
    chosen = [one for one in case.measures if one.key in keys]
    left = case.money - sum(one.cost for one in chosen)
    found = reached(chosen, case.left_out)
    head = (_("Left: {amount} thousand som") if left >= 0 else _("Over by {amount} thousand som")).format(
        amount=thousands(abs(left))
    )
    parts = [
        _bar(
            _("{group}: {reached} of {missing} children reached").format(
                group=group_label(group), reached=number(count), missing=number(case.left_out[group])
            ),
            count / case.left_out[group],
            count > 0,
        )
        for group, count in found.items()
    ]
    total = sum(found.values())
    said = plural("{count} child reached in all", "{count} children reached in all", total).format(count=number(total))
    return _panel(head, left >= 0 and all(found.values()), [*parts, f"<p>{escape(said)}</p>"], [])


def cash_board(case: NewServiceCase, keys: tuple[str, ...]) -> str:
    """The balance of each month after what was ticked. Before that nothing: the form asks for the head's plan."""
    if not keys:
        return _panel(_("Nothing is ticked yet"), False, [], [])
    plan = with_remedies(case.cash, case.remedies, keys)
    low, month = lowest(plan)
    head = (
        _("No month ends below zero") if low >= 0 else _("{amount} thousand som are missing").format(
            amount=thousands(-low)
        )
    )  # fmt: skip
    said = _(
        "Lowest: {amount} thousand som at the end of {month}. Cost of what is ticked: {cost} thousand som."
    ).format(
        amount=thousands(low),
        month=month_name(MONTHS[month - 1]),
        cost=thousands(remedy_cost(case.remedies, keys)),
    )
    return _panel(head, low >= 0, [f"<p>{escape(said)}</p>", cash_chart(plan)], [])


def cash_chart(plan: CashPlan) -> str:
    """Twelve columns, up where there is money and down where it is missing, as SVG with a text alternative."""
    ends = balances(plan)
    high, deep = max(0, *ends), min(0, *ends)
    scale = 120 / max(1, high - deep)
    zero = 14 + high * scale
    columns = []
    for i, end in enumerate(ends):
        x, size = 4 + 30 * i, abs(end) * scale
        y = zero - size if end >= 0 else zero
        fill = _BLUE if end >= 0 else _RED
        columns.append(f'<rect x="{x}" y="{y:.1f}" width="22" height="{max(1.0, size):.1f}" fill="{fill}"/>')
        at = y - 3 if end >= 0 else y + size + 9
        columns.append(
            f'<text x="{x + 11}" y="{at:.1f}" font-size="8.5" text-anchor="middle">{number(end / 1000)}</text>'
        )
        columns.append(
            f'<text x="{x + 11}" y="164" font-size="8.5" text-anchor="middle">{escape(month_short(MONTHS[i]))}</text>'
        )
    title = _("Money at the end of each month, thousand som")
    words = [f"{month_name(MONTHS[i])} {thousands(end)}" for i, end in enumerate(ends)]
    alt = f"{title}: {'; '.join(words)}"
    return (
        f'<p style="margin:.6rem 0 .2rem;font-weight:600">{escape(title)}</p>'
        f'<svg viewBox="0 0 364 168" width="100%" style="max-width:32rem;display:block" role="img" '
        f'aria-label="{escape(alt)}">{"".join(columns)}'
        f'<line x1="0" x2="364" y1="{zero:.1f}" y2="{zero:.1f}" stroke="#1b2733"/></svg>'
    )


def slot_words(case: NewServiceCase) -> list[tuple[str, str]]:
    """The times as options: hours of the coach, girls and boys, and whether the bus is reached."""
    options = []
    for slot in case.slots:
        text = _("{time}: coach {hours} h, girls {girls}, boys {boys}")
        if slot.before_bus and case.has_far_village:
            text = _("{time}: coach {hours} h, girls {girls}, boys {boys}; before the bus leaves")
        words = text.format(
            time=slot_label(slot.key), hours=short(slot.coach_hours), girls=number(slot.girls), boys=number(slot.boys)
        )
        options.append((slot.key, words))
    return options
