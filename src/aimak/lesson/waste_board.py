"""What stands beside the tasks on waste: names of parts and units, tables of the case, and the panel of the tariff.

Plain HTML and SVG, so that a browser draws it at once, also on a phone.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

from aimak.i18n import plural
from aimak.i18n import translate as _
from aimak.i18n.numbers import number, percent, short, thousands
from aimak.lesson.cases.waste import SURPLUS, WasteCase, tonnes_of
from aimak.lesson.cases.waste_parts import Schedule
from aimak.lesson.tables import table_html
from aimak.municipal.money import som
from aimak.municipal.waste import Every, Fee, Per, SplitKey

_GREEN, _RED, _BLUE, _GREY = "#0b6e4f", "#b3261e", "#2f6f9f", "#e4e9ef"


def part_label(part: str) -> str:
    """The name of a part of the full cost in the reader's language."""
    return {
        "fuel": _("Fuel"),
        "wages": _("Wages"),
        "contributions": _("Contributions on wages"),
        "repair": _("Repair"),
        "depreciation": _("Depreciation of the truck"),
        "disposal": _("Disposal at the landfill"),
        "overhead": _("Overhead: accounting, receipts"),
    }[part]


def split_label(key: SplitKey) -> str:
    """The name of a way to split a shared cost in the reader's language."""
    return {
        SplitKey.TONNES: _("By tonnes"),
        SplitKey.TRIPS: _("By trips"),
        SplitKey.PEOPLE: _("By people served"),
        SplitKey.EQUAL: _("In two equal halves"),
    }[key]


def fee_text(fee: Fee) -> str:
    """A fee as it is published, with its unit."""
    unit = {
        (Per.PERSON, Every.MONTH): _("{amount} som a person and month"),
        (Per.PERSON, Every.YEAR): _("{amount} som a person and year"),
        (Per.HOUSEHOLD, Every.MONTH): _("{amount} som a household and month"),
        (Per.HOUSEHOLD, Every.YEAR): _("{amount} som a household and year"),
    }[fee.per, fee.every]
    return unit.format(amount=short(fee.amount))


def kind_text(kind: str) -> str:
    """What a neighbour's fee pays for, in words."""
    return {
        "weekly": _("waste is collected at every house once a week; fee of 2025"),
        "twice_a_year": _("heaps are cleared twice a year; fee of 2025"),
        "old": _("waste is collected once a week; the fee is of 2013"),
        "town": _("flats with containers, emptied every day; fee of 2025"),
    }[kind]


def schedule_text(one: Schedule) -> str:
    """A week's schedule in words."""
    days = plural("{days} working day a week", "{days} working days a week", one.days).format(days=number(one.days))
    trips = plural("{trips} trip on each day", "{trips} trips on each day", one.trips).format(trips=number(one.trips))
    return f"{days}, {trips}"


def colleague_table(case: WasteCase) -> str:
    """What the colleague added up, thousand som, with the sum and the cost for each household."""
    counted = case.colleague.counted
    total = sum(counted.values())
    rows = [(part_label(part), thousands(amount)) for part, amount in counted.items()]
    rows.append((_("Sum, thousand som"), thousands(total)))
    rows.append((_("For each household and month, som"), number(total / case.plan.households / 12, 1)))
    return table_html(_("The colleague's calculation for a year, thousand som"), [], rows)


def known_table(case: WasteCase) -> str:
    """What is known about the service, with units; figures for training."""
    given = case.colleague
    return table_html(
        _("What is known about the service (figures for training)"),
        [],
        [
            (_("Wages of the crew"), _("{amount} thousand som a year").format(amount=thousands(given.wages))),
            (_("Contributions on wages"), percent(given.contribution_rate, 0)),
            (_("Price of the truck"), _("{amount} thousand som").format(amount=thousands(given.truck_price))),
            (_("What it still brings at the end"), _("{amount} thousand som").format(
                amount=thousands(given.truck_residual))),
            (_("Years of use"), number(given.truck_years)),
            (_("Upkeep of the landfill"), _("{amount} som a tonne").format(amount=number(given.disposal_price))),
            (_("Waste in a year, rounded"), _("{amount} tonnes").format(amount=number(round(tonnes_of(case.plan))))),
            (_("Households served"), number(case.plan.households)),
        ],
    )  # fmt: skip


def sharing_table(case: WasteCase, names: Sequence[str]) -> str:
    """The two partners side by side, and what the shared truck costs."""
    own, other = case.sharing.partners
    rows = [
        (_("Waste, tonnes a year"), number(own.tonnes), number(other.tonnes)),
        (_("Trips a week"), number(own.trips), number(other.trips)),
        (_("People served"), number(own.people), number(other.people)),
        (_("Hours of the truck a week"), number(own.hours, 1), number(other.hours, 1)),
        (_("Full cost alone, thousand som a year"), thousands(own.alone), thousands(other.alone)),
    ]
    head = "".join(f'<th scope="col" class="n">{escape(name)}</th>' for name in names)
    body = "".join(
        f'<tr><th scope="row">{escape(name)}</th><td class="n">{one}</td><td class="n">{two}</td></tr>'
        for name, one, two in rows
    )
    return (
        f"<table><caption>{escape(_('Two municipalities (invented)'))}</caption><thead><tr><td></td>{head}</tr></thead>"
        f"<tbody>{body}</tbody></table>"
    )


def tariff_findings(case: WasteCase, amounts: Mapping[str, float]) -> list[str]:
    """What is wrong with a tariff, in words: limits that are passed, and money that is missing or too much."""
    limits, fee, rate, subsidy = case.tariff, *_parts(amounts)
    found = []
    if fee > limits.fee_limit:
        found.append(_("The fee is above what the assembly can bear: {limit} som a household and month.").format(
            limit=number(limits.fee_limit)))  # fmt: skip
    if subsidy > limits.subsidy_limit:
        found.append(_("The budget has no more than {limit} thousand som a year for this subsidy.").format(
            limit=thousands(limits.subsidy_limit)))  # fmt: skip
    if rate > limits.rate_limit + 1e-9:
        found.append(_("Nobody believes that more than {limit} of the bills will be paid next year.").format(
            limit=percent(limits.rate_limit, 0)))  # fmt: skip
    missing = limits.missing(fee, min(rate, 1.0), subsidy)
    if missing > 0:
        found.append(_("{amount} thousand som a year are missing.").format(amount=thousands(missing)))
    elif -missing > SURPLUS * limits.cost:
        found.append(_("{amount} thousand som more come in than the service costs.").format(amount=thousands(-missing)))
    return found


def tariff_brief(case: WasteCase, amounts: Mapping[str, float]) -> str:
    """What is missing or left over, in one line of HTML."""
    fee, rate, subsidy = _parts(amounts)
    missing = case.tariff.missing(fee, min(rate, 1.0), subsidy)
    state = _("Missing: {amount} thousand som a year") if missing > 0 else _("Left over: {amount} thousand som a year")
    colour = _RED if missing > 0 else _GREEN
    return f'<strong style="color:{colour}">{escape(state.format(amount=thousands(abs(missing))))}</strong>'


def tariff_board(case: WasteCase, amounts: Mapping[str, float]) -> str:
    """The panel beside the sliders: what pays the cost, what is missing, and the break-even collection rate."""
    fee, rate, subsidy = _parts(amounts)
    limits = case.tariff
    cost, fees = limits.cost_at(min(rate, 1.0)), limits.received(fee, min(rate, 1.0))
    even = limits.break_even(fee, min(rate, 1.0), subsidy)
    if even is None:
        said = _("Without a fee there is no collection rate that covers the cost.")
    elif even > 1:
        said = _("Even if everybody paid, it would not be enough.")
    else:
        said = _("Break-even: {rate} of the bills must be paid.").format(rate=percent(even, 1))
    findings = tariff_findings(case, amounts) or [_("No findings.")]
    listed = "".join(f"<li>{escape(one)}</li>" for one in findings)
    return (
        f'<div class="aimak-panel"><p style="font-size:1.15em;margin:.3rem 0">{tariff_brief(case, amounts)}</p>'
        f"{_bar(cost, subsidy, fees)}<p>{escape(said)}</p><ul>{listed}</ul></div>"
    )


def _bar(cost: int, subsidy: int, fees: int) -> str:
    """Subsidy and fees side by side against the cost, a line; drawn to the scale of the larger."""
    most = max(cost, subsidy + fees, 1) * 1.05
    one, two, line = (300 * amount / most for amount in (subsidy, fees, cost))
    words = [
        _("Subsidy: {amount}").format(amount=thousands(subsidy)),
        _("Fees that are paid: {amount}").format(amount=thousands(fees)),
        _("Cost (line): {amount}").format(amount=thousands(cost)),
    ]
    title = _("What pays the cost, thousand som a year")
    keys = "".join(
        f'<li><span aria-hidden="true" style="display:inline-block;width:.8em;height:.8em;background:{colour};'
        f'margin-right:.4em"></span>{escape(word)}</li>'
        for word, colour in zip(words, (_BLUE, _GREEN, "#1b2733"), strict=True)
    )
    return (
        f'<p style="margin:.4rem 0 .2rem;font-weight:600">{escape(title)}</p>'
        f'<svg viewBox="0 0 300 24" width="100%" style="max-width:26rem" role="img" '
        f'aria-label="{escape(title + ": " + "; ".join(words))}"><rect width="300" height="24" rx="4" fill="{_GREY}"/>'
        f'<rect width="{one:.1f}" height="24" fill="{_BLUE}"/><rect x="{one:.1f}" width="{two:.1f}" height="24" '
        f'fill="{_GREEN}"/><line x1="{line:.1f}" x2="{line:.1f}" y1="0" y2="24" stroke="#1b2733" stroke-width="2.5"/>'
        f'</svg><ul style="list-style:none;padding:0;margin:.2rem 0">{keys}</ul>'
    )


def _parts(amounts: Mapping[str, float]) -> tuple[float, float, int]:
    """Fee (som), collection rate (a share) and subsidy (whole som) of the form's amounts."""
    return amounts["fee"], amounts["rate"] / 100, som(amounts["subsidy"])
