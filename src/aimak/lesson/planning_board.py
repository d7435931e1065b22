"""What answers at once in the exercise `planning`: tables of lists, and the boards of its tasks, as HTML and SVG."""

from __future__ import annotations

from html import escape

from aimak.data.planning import FAR, group_labels, measure_labels, need_labels
from aimak.i18n import plural
from aimak.i18n import translate as _
from aimak.i18n.numbers import number, percent, thousands
from aimak.lesson.cases.planning import PlanningCase, far_village_on, hours_of, met
from aimak.lesson.planning_gantt import GOOD, WRONG
from aimak.lesson.tables import table_html
from aimak.municipal.planning import not_heard, people_with_a_need, representation


def presence_table(case: PlanningCase) -> str:
    """People present and people of each group, with the meetings that could still be held."""
    labels = group_labels()
    later = {one.group: one for one in case.meetings}
    rows = [
        (
            labels[g.key],
            number(g.present),
            number(g.stands_for),
            number(later[g.key].hours),
            number(later[g.key].people),
        )
        for g in case.groups
    ]
    rows.append(
        (
            _("Together"),
            number(sum(g.present for g in case.groups)),
            number(sum(g.stands_for for g in case.groups)),
            "",
            "",
        )
    )
    heads = [_("Group"), _("Present"), _("People"), _("New meeting, hours"), _("New meeting, people")]
    return table_html(_("Who came to the needs assessment, people"), heads, rows)


def lists_table(case: PlanningCase) -> str:
    """Every need's place on every list; what a group cannot go without is marked."""
    needs, labels = need_labels(), group_labels()
    heads = [_("Group"), _("People"), *needs.values()]
    rows = []
    for group in case.groups:
        places = [
            f"{group.ranking.index(need) + 1}{'*' if need in group.approvals else ''}" if group.ranking else "—"
            for need in needs
        ]
        rows.append((labels[group.key], number(group.stands_for), *places))
    note = _("1 is the most pressing. * The group cannot go without it this year. — Nobody came.")
    return f"{table_html(_('Lists of the focus groups'), heads, rows)}<p>{escape(note)}</p>"


def meetings_board(case: PlanningCase, chosen: tuple[str, ...]) -> str:
    """Hours left, and each group's share of those present against its share of the people."""
    groups, labels = met(case, chosen), group_labels()
    left = case.hours - hours_of(case, chosen)
    spare = plural("{hours} hour left", "{hours} hours left", left)
    state = spare if left >= 0 else plural("{hours} hour too many", "{hours} hours too many", -left)
    low = not_heard(groups, case.part)
    rows = []
    for presence in representation(groups):
        here = _("{group}: {present} of those present, {people} of the people").format(
            group=labels[presence.key],
            present=percent(presence.share_present, 0),
            people=percent(presence.share_people, 0),
        )
        colour = WRONG if presence.key in low else GOOD
        mark = "✗" if presence.key in low else "✓"
        wide, fair = 300 * min(1.0, presence.share_present / 0.5), 300 * min(1.0, presence.share_people / 0.5)
        rows.append(
            f'<div style="margin-top:.3rem;font-size:.9em;line-height:1.25">{mark} {escape(here)}</div>'
            f'<svg viewBox="0 0 304 14" width="100%" style="display:block;max-width:28rem" aria-hidden="true">'
            f'<rect x="1" y="1" width="{wide:.1f}" height="12" fill="{colour}"/><line x1="{fair:.1f}" '
            f'x2="{fair:.1f}" y1="0" y2="14" stroke="#1b2733" stroke-width="3"/></svg>'
        )
    told = plural("{count} group is not heard yet.", "{count} groups are not heard yet.", len(low))
    key = _("Bar: share of those present. Line: share of the people.")
    return (
        f'<div class="aimak-panel"><p><strong style="color:{GOOD if left >= 0 else WRONG}">'
        f"{escape(state.format(hours=number(abs(left))))}</strong>. {escape(told.format(count=number(len(low))))}</p>"
        f"<p>{escape(key)}</p>{''.join(rows)}</div>"
    )


def agenda_board(case: PlanningCase, chosen: tuple[str, ...]) -> str:
    """How many people find one of the needs that they cannot go without, and which groups find none."""
    people = people_with_a_need(case.groups, chosen)
    total = sum(group.stands_for for group in case.groups)
    labels = group_labels()
    without = [labels[g.key] for g in case.groups if g.ranking and not set(g.approvals) & set(chosen)]
    found = _("{people} of {total} people find one of the needs that they cannot go without.").format(
        people=number(people), total=number(total)
    )
    text = f"<p><strong>{escape(found)}</strong></p>"
    if without:
        text += f"<p>{escape(_('Without: {groups}').format(groups=', '.join(without)))}</p>"
    if not far_village_on(case, chosen):
        text += f"<p>{escape(_('{group} finds none of its needs.').format(group=labels[FAR]))}</p>"
    return f'<div class="aimak-panel">{text}</div>'


def measures_table(case: PlanningCase) -> str:
    """Measures with cost, people reached, and how many of these asked for it."""
    labels = measure_labels()
    rows = [
        (
            _("{measure} (contract signed)").format(measure=labels[m.key]) if m.mandatory else labels[m.key],
            thousands(m.cost, 0),
            number(case.reach[m.key]),
            number(m.value),
        )
        for m in case.measures
    ]
    heads = [_("Proposed measure"), _("Cost, thousand som"), _("Reaches, people"), _("Of these asked for it, people")]
    return table_html(_("Measures that were proposed"), heads, rows)


def ceiling_board(case: PlanningCase, chosen: tuple[str, ...]) -> str:
    """Money left, people who asked and are reached, and the groups whose first need gets nothing."""
    taken = [m for m in case.measures if m.key in chosen]
    left = case.ceiling - sum(m.cost for m in taken)
    value = sum(m.value for m in taken)
    state = _("{amount} thousand som left") if left >= 0 else _("{amount} thousand som too much")
    gain = plural(
        "{people} person who asked is reached, some counted more than once",
        "{people} people who asked are reached, some counted more than once",
        value,
    )
    labels, needs = group_labels(), {m.need for m in taken}
    without = [labels[g.key] for g in case.groups if g.ranking and g.ranking[0] not in needs]
    text = (
        f'<p><strong style="color:{GOOD if left >= 0 else WRONG}">'
        f"{escape(state.format(amount=thousands(abs(left), 0)))}</strong>. "
        f"{escape(gain.format(people=number(value)))}.</p>"
    )
    if without:
        said = _("Nothing for the first need of: {groups}").format(groups=", ".join(without))
        text += f"<p>{escape(said)}</p>"
    if any(m.mandatory and m.key not in chosen for m in case.measures):
        text += f"<p>{escape(_('A measure with a signed contract is missing.'))}</p>"
    return f'<div class="aimak-panel">{text}</div>'
