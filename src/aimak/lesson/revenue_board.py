"""What answers at once in the exercise of the unit `revenue`: staff days on arrears, and a plan that must bear a loss.

Plain HTML and SVG, so that the browser draws it at once, also on a phone.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from html import escape

from aimak.i18n import plural
from aimak.i18n import translate as _
from aimak.i18n.numbers import number, percent, thousands
from aimak.lesson.cases.revenue import PLANNED, TRIED, YEAR, RevenueCase, errors
from aimak.lesson.cases.revenue_parts import Step
from aimak.lesson.revenue_words import action_label, group_label, step_label, weakness_text
from aimak.lesson.tables import table_html
from aimak.municipal.money import som
from aimak.municipal.revenue import Method, OwnPlan, effort, growth, out_of_order, weaknesses

_COLOURS = {"permanent": "#2f6f9f", "once": "#e69f00", "reserve": "#0b6e4f"}


def step_words(step: Step) -> str:
    """A step with the figures that it needs, for a choice."""
    texts = {
        "list": plural(
            "{name}: {count} more, {each} som each, {rate} of it comes in",
            "{name}: {count} more, {each} som each, {rate} of it comes in",
            round(step.count),
        ),
        "lease": plural(
            "{name}: {count} plot, {each} som a year, {rate} of it comes in",
            "{name}: {count} plots, {each} som a year each, {rate} of it comes in",
            round(step.count),
        ),
        "collection": plural(
            "{name} by {points} point; {due} thousand som are due",
            "{name} by {points} points; {due} thousand som are due",
            round(100 * step.collection),
        ),
        "transfer": _("{name}: {due} thousand som more are asked for"),
    }
    return texts[step.key].format(
        name=step_label(step.key),
        count=number(step.count),
        each=number(step.each),
        rate=percent(step.collection),
        points=number(100 * step.collection),
        due=thousands(round(step.count)),
    )


def series_table(case: RevenueCase) -> str:
    """Own revenue without income tax, over the years; a year that is lost says so."""
    first, last = case.series.years[0], case.series.last[0]
    amounts = {year: case.series.amount(year) for year in range(first, last + 1)}
    rows = [[str(year), "—" if amount is None else thousands(amount)] for year, amount in amounts.items()]
    lost = (_("{year}: the report is lost.").format(year=year) for year, amount in amounts.items() if amount is None)
    notes = "".join(f"<p>{escape(text)}</p>" for text in lost)
    return table_html(_("Own revenue without income tax, received"), [_("Year"), _("Thousand som")], rows) + notes


def trial_table(case: RevenueCase) -> str:
    """What both methods would have said for three years, and what came in, thousand som."""
    tried = errors(case)
    rows = [
        [
            str(year),
            thousands(tried[Method.LAST_YEAR].tried[i].forecast),
            thousands(tried[Method.MEAN_GROWTH].tried[i].forecast),
            thousands(tried[Method.LAST_YEAR].tried[i].actual),
        ]
        for i, year in enumerate(TRIED)
    ]
    columns = [_("Year"), _("Forecast: last year"), _("Forecast: mean growth"), _("What came in")]
    rate = _("Mean growth {first} to {last}: {rate} a year.").format(
        first=case.series.years[0], last=YEAR, rate=percent(growth(case.series))
    )
    return table_html(_("Both methods on years that they had not seen, thousand som"), columns, rows) + f"<p>{rate}</p>"


def arrears_tables(case: RevenueCase) -> str:
    """One year of property and land tax, who owes it, and what staff can do about it."""
    year = case.arrears
    flow = [
        [_("Owed on 1 January"), thousands(year.opening)],
        [_("Due for the year"), thousands(year.accrued)],
        [_("Paid in the year, old debts included"), thousands(year.collected)],
        [_("Written off"), thousands(year.written_off)],
    ]
    owing = [[group_label(g.group), number(g.debtors), thousands(g.amount), number(g.age)] for g in case.groups]
    doing = [[action_label(a.key), number(a.days), thousands(a.brings)] for a in case.actions]
    limit = plural("There is {days} staff day.", "There are {days} staff days.", case.days)
    return (
        table_html(_("Property and land tax {year}, thousand som").format(year=YEAR), [_("What"), _("Amount")], flow)
        + table_html(
            _("Who owes it at the end of {year}").format(year=YEAR),
            [_("Group"), _("Debtors"), _("Thousand som"), _("Age, years")],
            owing,
        )
        + table_html(
            _("What staff can do (figures for training: measure your own)"),
            [_("Action"), _("Staff days"), _("Brings, thousand som")],
            doing,
        )
        + f"<p><strong>{limit.format(days=number(case.days))}</strong></p>"
    )


def days_meter(case: RevenueCase, chosen: Collection[str]) -> str:
    """Staff days left, and what the chosen actions are expected to bring."""
    took, brought = effort(case.actions, chosen)
    left = case.days - took
    days = plural("{days} staff day left", "{days} staff days left", abs(left))
    if left < 0:
        days = plural("{days} staff day too many", "{days} staff days too many", abs(left))
    colour = "#0b6e4f" if left >= 0 else "#b3261e"
    gain = _("expected: {amount} thousand som").format(amount=thousands(brought))
    order = "".join(
        f"<p>{escape(_('First correct the list: some of those who “forgot” never owed it.'))}</p>"
        for _key in out_of_order(case.actions, chosen)
    )
    words = escape(days.format(days=number(abs(left))))
    return f'<p><strong style="color:{colour}">{words}</strong>; {escape(gain)}</p>{order}'


def own_plan(amounts: Mapping[str, float]) -> OwnPlan:
    """The plan that stands in a form (thousand som)."""
    return OwnPlan(**{name: som(amounts.get(name, 0.0)) for name in ("permanent", "once", "reserve")})


def stress_brief(case: RevenueCase, amounts: Mapping[str, float]) -> str:
    """In one line of HTML: does the plan survive?"""
    found = weaknesses(own_plan(amounts), case.stress)
    text = _("The plan survives.") if not found else weakness_text(*next(iter(found.items())))
    return f'<strong style="color:{"#b3261e" if found else "#0b6e4f"}">{escape(text)}</strong>'


def stress_board(case: RevenueCase, amounts: Mapping[str, float]) -> str:
    """The panel beside the sliders: what is wrong, and the plan in a normal year and after the loss."""
    plan, bear = own_plan(amounts), case.stress
    found = weaknesses(plan, bear)
    listed = "".join(f"<li>{escape(weakness_text(one, amount))}</li>" for one, amount in found.items())
    listed = listed or f"<li>{escape(_('The plan survives.'))}</li>"
    left = bear.expected - bear.loss
    once = min(plan.once, max(0, left - plan.permanent))
    after = OwnPlan(plan.permanent, once, min(plan.reserve, max(0, left - plan.permanent - once)))
    most = max(plan.total, bear.expected) * 1.04
    return (
        f'<div class="aimak-panel"><ul>{listed}</ul>'
        + _bar(_("{year} as planned").format(year=PLANNED), plan, bear.expected, most)
        + _bar(_("{year} if the largest payer closes").format(year=PLANNED), after, left, most)
        + f'<p style="font-size:.9em">{_legend()}</p></div>'
    )


def part_labels() -> dict[str, str]:
    """The parts of a plan of own revenue."""
    return {"permanent": _("Permanent costs"), "once": _("Works that can be stopped"), "reserve": _("Reserve")}


def _legend() -> str:
    boxes = (
        f'<span style="white-space:nowrap;margin-right:1em"><svg viewBox="0 0 10 10" width="10" height="10" '
        f'aria-hidden="true"><rect width="10" height="10" fill="{_COLOURS[key]}"/></svg> {escape(name)}</span>'
        for key, name in part_labels().items()
    )
    return "".join(boxes) + f'<span style="white-space:nowrap">| {escape(_("Own revenue"))}</span>'


def _bar(title: str, plan: OwnPlan, money: int, most: float) -> str:
    """A bar of the three parts, and a line where the money ends."""
    at, parts = 0.0, []
    for key in ("permanent", "once", "reserve"):
        width = 300 * getattr(plan, key) / most
        parts.append(f'<rect x="{at:.1f}" y="2" width="{width:.1f}" height="16" fill="{_COLOURS[key]}"/>')
        at += width
    end = 300 * money / most
    words = _("{title}: {planned} of {money} thousand som").format(
        title=title, planned=thousands(plan.total), money=thousands(money)
    )
    return (
        f'<p style="margin:.4rem 0 .1rem;font-size:.9em">{escape(words)}</p>'
        f'<svg viewBox="0 0 300 20" width="100%" style="display:block;max-width:28rem" role="img" '
        f'aria-label="{escape(words)}"><rect y="2" width="300" height="16" fill="#e4e9ef"/>{"".join(parts)}'
        f'<line x1="{end:.1f}" x2="{end:.1f}" y1="0" y2="20" stroke="#1b2733" stroke-width="2"/></svg>'
    )
