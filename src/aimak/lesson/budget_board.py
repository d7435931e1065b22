"""What moves while a trainee plays the budgeting game: the balance, the findings and a chart, as plain HTML and SVG.

No matplotlib: the browser draws it at once, also on a phone.
"""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from aimak.i18n import translate as _
from aimak.i18n.numbers import percent, thousands
from aimak.lesson.cases.budget import BudgetCase, line_labels
from aimak.lesson.cases.budget_parts import PrintedRow
from aimak.municipal.budget import Budget, Finding, Function, Limits, RevenueSource, Rule, check
from aimak.municipal.money import som

#: Below this share of the money, money lies idle while services are short.
IDLE_SHARE = 0.02


def function_label(code: str) -> str:
    """The name of a GFS function in the reader's language."""
    return {
        Function.GENERAL_SERVICES: _("General public services"),
        Function.DEFENCE: _("Defence"),
        Function.PUBLIC_ORDER: _("Public order and safety"),
        Function.ECONOMIC_AFFAIRS: _("Economic affairs"),
        Function.ENVIRONMENT: _("Environmental protection"),
        Function.HOUSING_AND_COMMUNITY: _("Housing and community amenities"),
        Function.HEALTH: _("Health"),
        Function.RECREATION_AND_CULTURE: _("Recreation, culture and religion"),
        Function.EDUCATION: _("Education"),
        Function.SOCIAL_PROTECTION: _("Social protection"),
    }[Function(code)]


def source_label(source: RevenueSource) -> str:
    """The name of a revenue source in the reader's language."""
    return {
        RevenueSource.INCOME_TAX: _("Income tax"),
        RevenueSource.PROPERTY_AND_LAND_TAX: _("Property and land tax"),
        RevenueSource.PATENT: _("Patent"),
        RevenueSource.NON_TAX: _("Non-tax revenue"),
        RevenueSource.SPECIAL_MEANS: _("Special means"),
        RevenueSource.LEVELLING_TRANSFER: _("Levelling transfer"),
        RevenueSource.STIMULATING_GRANT: _("Stimulating grant"),
        RevenueSource.TARGETED_TRANSFER: _("Targeted transfer"),
        RevenueSource.DELEGATED_POWERS: _("Delegated state powers"),
    }[source]


def finding_text(finding: Finding) -> str:
    """A finding in words, with its amount in thousand som."""
    amount = thousands(finding.amount)
    about = line_labels().get(finding.about, finding.about)
    if finding.rule is Rule.EARMARKED_OFF_PURPOSE:
        about = ", ".join(source_label(RevenueSource(part)) for part in finding.about.split("+"))
    return {
        Rule.DEFICIT: _("Spending is {amount} thousand som above revenue."),
        Rule.DEFICIT_BEYOND_OPENING_BALANCE: _(
            "{amount} thousand som are missing: spending is above revenue and opening balance together."
        ),
        Rule.ABOVE_CEILING: _("Spending is {amount} thousand som above the ceiling."),
        Rule.PROTECTED_LINE_SHORT: _("Protected line “{about}” is {amount} thousand som short."),
        Rule.EARMARKED_OFF_PURPOSE: _("{about}: {amount} thousand som of this money do not reach their purpose."),
        Rule.RESERVE_TOO_SMALL: _("The reserve is {amount} thousand som too small."),
        Rule.RESERVE_TOO_LARGE: _("The reserve is {amount} thousand som too large."),
        Rule.PROMISE_NOT_FUNDED: _("Promised at the hearing, but not funded: {amount} thousand som."),
    }[finding.rule].format(amount=amount, about=about)


def stopped_services(amounts: Mapping[str, float], floors: Mapping[str, int]) -> dict[str, int]:
    """Lines below the least that keeps their service running, with what is missing (whole som)."""
    return {
        key: floor - som(amounts.get(key, 0.0)) for key, floor in floors.items() if som(amounts.get(key, 0.0)) < floor
    }


def allocated(frame: Budget, amounts: Mapping[str, float]) -> Budget:
    """The budget ``frame`` with the amounts (thousand som) of a form on its lines."""
    return frame.with_amounts({key: som(amount) for key, amount in amounts.items()})


def board(case: BudgetCase, frame: Budget, limits: Limits, floors: Mapping[str, int], amounts: dict[str, float]) -> str:
    """The panel beside the sliders: money left, what is wrong, and a chart against the year before.

    :param frame: the budget whose revenue is to be spent (the plan, or the plan after a fall).
    :param amounts: thousand som by line.
    """
    made = allocated(frame, amounts)
    money = made.total_revenue + made.opening_balance
    left = money - made.total_spending
    problems = [finding_text(finding) for finding in check(made, limits)]
    labels = line_labels()
    problems += [
        _("“{line}” stops: it needs {amount} thousand som more to keep running.").format(
            line=labels[key], amount=thousands(short)
        )
        for key, short in stopped_services(amounts, floors).items()
    ]
    if left >= 0 and left > IDLE_SHARE * money:
        problems.append(_("{amount} thousand som lie idle while services wait.").format(amount=thousands(left)))
    listed = "".join(f"<li>{escape(problem)}</li>" for problem in problems) or f"<li>{_('No findings.')}</li>"
    return (
        f'<div class="aimak-panel"><p style="font-size:1.15em;margin:.3rem 0">{money_left(frame, amounts)}</p>'
        f"{_money_bar(made.total_spending, money)}<ul>{listed}</ul>{chart(made, case.before)}</div>"
    )


def money_left(frame: Budget, amounts: Mapping[str, float]) -> str:
    """What is left to spend, or how much too much is planned, in one line of HTML (thousand som)."""
    made = allocated(frame, amounts)
    left = made.total_revenue + made.opening_balance - made.total_spending
    state = _("Left to spend: {amount} thousand som") if left >= 0 else _("Over by {amount} thousand som")
    colour = "#0b6e4f" if left >= 0 else "#b3261e"
    return f'<strong style="color:{colour}">{escape(state.format(amount=thousands(abs(left))))}</strong>'


def _money_bar(spent: int, money: int) -> str:
    share = spent / money
    label = _("{share} of the money is allocated").format(share=percent(share))
    fill = "#0b6e4f" if share <= 1 else "#b3261e"
    return (
        f'<svg viewBox="0 0 300 22" width="100%" style="max-width:26rem" role="img" aria-label="{escape(label)}">'
        f'<rect width="300" height="22" rx="4" fill="#e4e9ef"/>'
        f'<rect width="{min(300.0, 270 * share):.1f}" height="22" rx="4" fill="{fill}"/>'
        f'<line x1="270" x2="270" y1="0" y2="22" stroke="#1b2733" stroke-width="2"/></svg>'
        f'<p style="margin:0">{escape(label)}</p>'
    )


def chart(now: Budget, before: Budget) -> str:
    """Spending by function, this year (bar) against the year before (dashed), as SVG with a text alternative.

    Names stand as text above their bars, so that a long one breaks into lines.
    """
    new, old = now.by_function(), before.by_function()
    codes = [code for code in Function if new.get(code) or old.get(code)]
    most = max([*new.values(), *old.values(), 1])
    rows, words = [], []
    for code in codes:
        width, was = 300 * new.get(code, 0) / most, 300 * old.get(code, 0) / most
        name = f"{function_label(code)}: {thousands(new.get(code, 0))}"
        rows.append(
            f'<div style="margin-top:.3rem;font-size:.9em;line-height:1.25">{code.value} {escape(name)}</div>'
            f'<svg viewBox="0 0 304 16" width="100%" style="display:block;max-width:28rem">'
            f'<rect x="1" y="1" width="{width:.1f}" height="13" fill="#2f6f9f"/><rect x="1" y="1" width="{was:.1f}" '
            f'height="13" fill="none" stroke="#1b2733" stroke-dasharray="3 2"/></svg>'
        )
        words.append(name)
    title = _("Spending by function, thousand som: {year} (bar) and {before} (dashed)").format(
        year=now.year, before=before.year
    )
    return (
        f'<p style="margin:.6rem 0 .2rem;font-weight:600">{escape(title)}</p>'
        f'<div role="img" aria-label="{escape(title + ": " + "; ".join(words))}">{"".join(rows)}</div>'
    )


def money_table(caption: str, rows: list[tuple[str, int]]) -> str:
    """A table of names and amounts (whole som, shown in thousand som)."""
    body = "".join(
        f'<tr><th scope="row">{escape(name)}</th><td class="n">{thousands(amount)}</td></tr>' for name, amount in rows
    )
    unit = _("thousand som")
    return f"<table><caption>{escape(caption)}, {unit}</caption><tbody>{body}</tbody></table>"


def printed_table(case: BudgetCase, rows: tuple[PrintedRow, ...]) -> str:
    """The printed budget as a table: lines, subtotals by function, the total; this year and the year before."""
    labels = line_labels()
    body = []
    for row in rows:
        name = {
            "line": labels.get(row.key, row.key),
            "function": f"{row.key} {function_label(row.key)}" if row.kind == "function" else "",
            "total": _("Total spending"),
        }[row.kind]
        strong = ' style="font-weight:700"' if row.kind != "line" else ""
        body.append(
            f'<tr{strong}><th scope="row"{strong}>{escape(name)}</th><td class="n">{thousands(row.before)}</td>'
            f'<td class="n">{thousands(row.amount)}</td></tr>'
        )
    heads = f'<th scope="col">{_("Line")}</th><th scope="col" class="n">{case.before.year}</th>'
    return (
        f"<table><caption>{escape(_('Draft budget as printed, thousand som'))}</caption><thead><tr>{heads}"
        f'<th scope="col" class="n">{case.plan.year}</th></tr></thead><tbody>{"".join(body)}</tbody></table>'
    )
