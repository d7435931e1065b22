"""What answers at once while a trainee plays with steps, prices and a plan of three years: plain HTML and SVG."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from aimak.i18n import translate as _
from aimak.i18n.numbers import number, percent, thousands
from aimak.lesson.cases.water import WaterCase
from aimak.lesson.tables import table_html
from aimak.lesson.water_game import PLAN_YEARS, TariffOutcome, plan_of, step_gain, steps_outcome, tariff_outcome
from aimak.lesson.water_html import bar, paragraphs, stack, state, states
from aimak.lesson.water_words import kind_label, step_label


def steps_board(case: WaterCase, chosen: Collection[str]) -> str:
    """Money left, water for the far village, and what the chosen steps bring in a year."""
    made = steps_outcome(case, chosen)
    left = case.repair_money - made.price
    money = _("{amount} thousand som left") if left >= 0 else _("{amount} thousand som too much")
    village = _("Water for the far village: {freed} of {needed} m³").format(
        freed=number(made.freed), needed=number(case.village_needs)
    )
    rows = [(step_label(step.key), thousands(step_gain(case, step))) for step in case.steps if step.key in chosen] + [
        (_("Together"), thousands(made.gain))
    ]
    return (
        '<div class="aimak-panel">'
        + states(
            [
                (money.format(amount=thousands(abs(left))), left >= 0),
                (village, made.freed >= case.village_needs),
            ]
        )
        + bar(
            _("Price of the steps against the money, thousand som: {price} / {money}").format(
                price=thousands(made.price), money=thousands(case.repair_money)
            ),
            made.price,
            case.repair_money,
            good=left >= 0,
        )
        + table_html(_("What a step brings in a year"), [_("Step against losses"), _("thousand som")], rows)
        + "</div>"
    )


def tariff_board(case: WaterCase, amounts: Mapping[str, float]) -> str:
    """Cost covered, the line in the budget, charges against their limits, and where the money comes from."""
    made = tariff_outcome(case, amounts)
    if made is None:
        return paragraphs([_("Water above the lifeline block must not be cheaper than inside it.")])
    limits = case.limits
    charges = [
        _charge_bar(case, made, "street", limits.poor),
        _charge_bar(case, made, "yard", limits.yard),
    ]
    rows = [
        (kind_label(group.key), number(group.households), number(group.volume, 1), number(made.charge(group.volume), 0))
        for group in case.groups
    ]
    money = stack(
        _("Who pays the full cost of {cost} thousand som").format(cost=thousands(case.cost.total)),
        [
            (_("Users {amount}").format(amount=thousands(made.collected)), made.collected, "#2f6f9f"),
            (_("Budget line {amount}").format(amount=thousands(made.line)), made.line, "#e69f00"),
            (_("Nobody {amount}").format(amount=thousands(made.missing)), made.missing, "#b3261e"),
        ],
    )
    return (
        f'<div class="aimak-panel"><p style="font-size:1.1em;margin:.3rem 0">{tariff_brief(case, amounts)}</p>'
        + states(made.findings(case))
        + money
        + "".join(charges)
        + table_html(
            _("What a household pays"),
            [_("Household"), _("How many"), _("m³ a month"), _("som a month")],
            rows,
        )
        + "</div>"
    )


def _charge_bar(case: WaterCase, made: TariffOutcome, kind: str, limit: int) -> str:
    charge = made.charge(case.group(kind).volume)
    label = _("{kind}: {charge} som a month, the limit is {limit}").format(
        kind=kind_label(kind), charge=number(charge, 1), limit=number(limit)
    )
    return bar(label, charge, limit, good=charge <= limit)


def tariff_brief(case: WaterCase, amounts: Mapping[str, float]) -> str:
    """How much of the cost is covered, in one line of HTML."""
    made = tariff_outcome(case, amounts)
    if made is None:
        return state(_("The second price is below the first."), good=False)
    text = _("Covered: {share} of the cost, {users} of it by users").format(
        share=percent(made.covered, 0), users=percent(made.by_users, 0)
    )
    return state(text, good=made.missing == 0)


def plan_board(case: WaterCase, amounts: Mapping[str, float]) -> str:
    """The replacement fund at the end of each year, and whether lines and raises keep to their limits."""
    made = plan_of(case, amounts)
    bars = [
        bar(
            _("End of year {year}: {fund} thousand som in the fund").format(year=year, fund=thousands(fund)),
            max(fund, 0),
            case.plan.replacement if year == PLAN_YEARS else 0,
            good=fund >= (case.plan.replacement if year == PLAN_YEARS else 0),
            whole=max(*made.path, case.plan.replacement),
        )
        for year, fund in enumerate(made.path, start=1)
    ]
    return (
        f'<div class="aimak-panel"><p style="font-size:1.1em;margin:.3rem 0">{plan_brief(case, amounts)}</p>'
        + states(made.findings(case))
        + "".join(bars)
        + "</div>"
    )


def plan_brief(case: WaterCase, amounts: Mapping[str, float]) -> str:
    """The fund of the third year against the pump, in one line of HTML."""
    made = plan_of(case, amounts)
    text = _("In the fund after three years: {fund} of {needed} thousand som").format(
        fund=thousands(made.path[-1]), needed=thousands(case.plan.replacement)
    )
    return state(text, good=made.path[-1] >= case.plan.replacement)
