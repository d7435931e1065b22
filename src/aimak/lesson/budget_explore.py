"""The lesson's exploration: what if the levelling transfer changes? A slider, and a table that stands in print."""

from __future__ import annotations

from aimak.i18n import translate as _
from aimak.i18n.numbers import number, percent, thousands
from aimak.lesson.sliders import linked_slider
from aimak.lesson.tables import show_table
from aimak.municipal.budget import Budget, RevenueSource, own_revenue_share

#: The changes that the printed table shows, in per cent of the levelling transfer.
PRINTED_CHANGES = (-30, -15, 0, 15)
#: The changes that the slider can take, in per cent.
CHANGES = tuple(range(-50, 55, 5))


def signed(change: int) -> str:
    """A change in per cent with a sign that reads as one: ``+15 %``, ``−15 %``, ``0 %``."""
    return f"{'+' if change > 0 else ''}{number(change)}\u00a0%"


def outcome(budget: Budget, population: int, change: int) -> list[object]:
    """One row: the change in per cent, money in all, per inhabitant (som), and the own-revenue share then."""
    levelling = budget.revenue.get(RevenueSource.LEVELLING_TRANSFER, 0)
    changed = budget.with_revenue({RevenueSource.LEVELLING_TRANSFER: round(levelling * (1 + change / 100))})
    lost = changed.total_revenue - budget.total_revenue
    return [
        signed(change),
        changed.total_revenue / 1000,
        lost / 1000,
        round(lost / population),
        percent(own_revenue_share(changed)),
    ]


def _columns() -> list[str]:
    return [
        _("Change of the levelling transfer"),
        _("Revenue, thousand som"),
        _("Change, thousand som"),
        _("Change for each inhabitant, som"),
        _("Own revenue, % of revenue"),
    ]


def levelling_table(budget: Budget, population: int) -> None:
    """The printed form of the exploration: four changes side by side."""
    rows = [outcome(budget, population, change) for change in PRINTED_CHANGES]
    show_table(_("If the levelling transfer changes"), _columns(), rows)


def levelling_slider(budget: Budget, population: int) -> None:
    """A slider for the change of the levelling transfer, and a list for the keyboard, with the outcome below."""
    linked_slider(
        _("Change of the levelling transfer"),
        [(signed(change), _said(budget, population, change)) for change in CHANGES],
        CHANGES.index(-15),
    )


def _said(budget: Budget, population: int, change: int) -> str:
    row = outcome(budget, population, change)
    text = _("Revenue {total} thousand som; {each} som more or less for each inhabitant; own revenue {own}.").format(
        total=thousands(round(float(str(row[1])) * 1000)), each=number(float(str(row[3]))), own=row[4]
    )
    return f"<p>{text}</p>"
