"""What answers at once while a trainee chooses: weights of an index, a study visit, and pairs of a round table.

Plain HTML and SVG, so that a phone draws it at once.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

from aimak.i18n import plural
from aimak.i18n import translate as _
from aimak.i18n.numbers import number, short, thousands
from aimak.lesson.cases.exchange import PEOPLE, WEIGHT_LIMITS, ExchangeCase, visit_cost, visit_faults
from aimak.lesson.exchange_words import indicator_short
from aimak.municipal.exchange import composite, good_pairs

__all__ = [
    "outside_limits",
    "pairs_board",
    "pairs_brief",
    "visit_board",
    "visit_brief",
    "weights_board",
    "weights_brief",
    "whole_weights",
]

_GREEN, _RED, _BLUE = "#0b6e4f", "#b3261e", "#2f6f9f"


def _panel(head: str, good: bool, parts: Sequence[str], findings: Sequence[str] = ()) -> str:
    listed = "".join(f"<li>{escape(one)}</li>" for one in findings)
    return (
        f'<div class="aimak-panel"><p style="font-size:1.15em;margin:.3rem 0"><strong style="color:'
        f'{_GREEN if good else _RED}">{escape(head)}</strong></p>{"".join(parts)}'
        f"{f'<ul>{listed}</ul>' if listed else ''}</div>"
    )


def _bar(label: str, share: float, fill: str) -> str:
    width = max(0.0, min(300.0, 300 * share))
    return (
        f'<p style="margin:.3rem 0 .1rem">{escape(label)}</p>'
        f'<svg viewBox="0 0 300 14" width="100%" style="max-width:26rem;display:block" role="img" '
        f'aria-label="{escape(label)}"><rect width="300" height="14" rx="3" fill="#e4e9ef"/>'
        f'<rect width="{width:.1f}" height="14" rx="3" fill="{fill}"/></svg>'
    )


def whole_weights(amounts: Mapping[str, float] | None) -> dict[str, int] | None:
    """The weights as whole per cent, if they add up to 100; else None."""
    if amounts is None or any(amount != int(amount) for amount in amounts.values()):
        return None
    weights = {name: int(amount) for name, amount in amounts.items()}
    return weights if sum(weights.values()) == 100 else None


def outside_limits(amounts: Mapping[str, float] | None) -> tuple[str, ...]:
    """Indicators whose weight the village assembly does not allow."""
    given = amounts or {}
    return tuple(
        name for name, (least, most) in WEIGHT_LIMITS.items() if name in given and not least <= given[name] <= most
    )


def weights_brief(_case: ExchangeCase, amounts: Mapping[str, float]) -> str:
    """What the weights add up to, in a line."""
    total = round(sum(amounts.values()))
    colour = _GREEN if total == 100 else _RED
    said = _("Weights add up to {total} % (must be 100)").format(total=number(total))
    return f'<span style="color:{colour}">{escape(said)}</span>'


def weights_board(case: ExchangeCase, amounts: Mapping[str, float]) -> str:
    """The index of each place under the weights, and the limits that they break."""
    weights, findings = whole_weights(amounts), []
    for name in outside_limits(amounts):
        least, most = WEIGHT_LIMITS[name]
        findings.append(
            _("{indicator}: the assembly allows {least} to {most} %.").format(
                indicator=indicator_short(name), least=least, most=most
            )
        )
    if weights is None:
        total = _("Weights add up to {total} % (must be 100)").format(total=number(round(sum(amounts.values()))))
        return _panel(total, False, [], findings)
    sums = {name: composite(scores, weights) for name, scores in case.index.table.items()}
    bars = [
        _bar(_("Place {name}: index {value}").format(name=name, value=number(value, 1)), value / 100, _BLUE)
        for name, value in sums.items()
    ]
    return _panel(_("The index under your weights"), not findings, bars, findings)


def visit_brief(case: ExchangeCase, chosen: Mapping[str, str | None]) -> str:
    """The cost of the visit in a line."""
    cost = visit_cost(case, chosen)
    if cost is None:
        return escape(_("Choose the nights and who goes."))
    said = _("{cost} of {ceiling} thousand som").format(cost=thousands(cost), ceiling=thousands(case.visit.ceiling))
    return f'<span style="color:{_GREEN if cost <= case.visit.ceiling else _RED}">{escape(said)}</span>'


def visit_board(case: ExchangeCase, chosen: Mapping[str, str | None]) -> str:
    """Money and hours of the visit, and what does not hold yet. Who must be among the travellers, the check says."""
    cost, faults = visit_cost(case, chosen), visit_faults(case, chosen)
    if cost is None:
        return _panel(_("Choose the nights and who goes."), False, [])
    nights, trip = int(str(chosen["nights"])), case.visit.trip
    going = sum(chosen[name] == "goes" for name in PEOPLE)
    hours = trip.hours_with_host(nights)
    cars = plural("{people} people, {count} car", "{people} people, {count} cars", trip.cars(going)).format(
        people=number(going), count=number(trip.cars(going))
    )
    money = _("{cost} of {ceiling} thousand som").format(cost=thousands(cost), ceiling=thousands(case.visit.ceiling))
    time = _("With the host: {hours} hours, needed: {needed}").format(hours=short(hours), needed=case.visit.hours)
    good_money, good_time = cost <= case.visit.ceiling, hours >= case.visit.hours
    bars = [
        _bar(money, cost / case.visit.ceiling, _GREEN if good_money else _RED),
        _bar(time, hours / case.visit.hours, _GREEN if good_time else _RED),
    ]
    findings = [_("Somebody cannot stay away so many nights.")] if "away" in faults else []
    return _panel(cars, good_money and good_time and not findings, bars, findings)


def pairs_brief(case: ExchangeCase, chosen: Mapping[str, str | None]) -> str:
    """How many pairs there are, in a line."""
    count = len(good_pairs(chosen, case.helpers()))
    return escape(_("{count} of {all} get an answer").format(count=number(count), all=number(len(case.table.asks))))


def pairs_board(case: ExchangeCase, chosen: Mapping[str, str | None]) -> str:
    """How many of those who ask get an answer."""
    count, wanted = len(good_pairs(chosen, case.helpers())), len(case.table.asks)
    head = _("{count} of {all} get an answer").format(count=number(count), all=number(wanted))
    return _panel(head, count == wanted, [_bar(head, count / wanted, _GREEN if count == wanted else _BLUE)])
