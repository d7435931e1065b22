"""The lesson's exploration: what if the levelling transfer changes? A slider, and a table that stands in print."""

from __future__ import annotations

from aimak.i18n import translate as _
from aimak.i18n.numbers import number, percent, thousands
from aimak.lesson.tables import show_table, table_html
from aimak.municipal.budget import Budget, RevenueSource, own_revenue_share

#: The changes that the printed table shows, in per cent of the levelling transfer.
PRINTED_CHANGES = (-30, -15, 0, 15)


def outcome(budget: Budget, population: int, change: int) -> list[object]:
    """One row: the change in per cent, money in all, per inhabitant (som), and the own-revenue share then."""
    levelling = budget.revenue.get(RevenueSource.LEVELLING_TRANSFER, 0)
    changed = budget.with_revenue({RevenueSource.LEVELLING_TRANSFER: round(levelling * (1 + change / 100))})
    lost = changed.total_revenue - budget.total_revenue
    return [
        f"{change:+d} %",
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
        _("Own revenue"),
    ]


def levelling_table(budget: Budget, population: int) -> None:
    """The printed form of the exploration: four changes side by side."""
    rows = [outcome(budget, population, change) for change in PRINTED_CHANGES]
    show_table(_("If the levelling transfer changes"), _columns(), rows)


def levelling_slider(budget: Budget, population: int) -> None:
    """A slider for the change of the levelling transfer, typable too, with the outcome beside it."""
    import ipywidgets as widgets
    from IPython.display import display

    label = _("Change of the levelling transfer, per cent")
    slider = widgets.IntSlider(value=-15, min=-50, max=50, step=5, description=label, readout=False)
    box = widgets.BoundedIntText(value=-15, min=-50, max=50, description=label)
    for control in (slider, box):
        control.style.description_width = "auto"
        control.layout.width = "min(100%, 34rem)"
    widgets.jslink((slider, "value"), (box, "value"))
    said = widgets.HTML(_said(budget, population, -15))
    box.observe(lambda change: setattr(said, "value", _said(budget, population, change["new"])), "value")
    display(widgets.VBox([slider, box, said]))


def _said(budget: Budget, population: int, change: int) -> str:
    row = outcome(budget, population, change)
    text = _("Revenue {total} thousand som; {each} som for each inhabitant.").format(
        total=thousands(round(float(str(row[1])) * 1000)), each=number(float(str(row[3])))
    )
    return f"<p>{text}</p>" + table_html(_("Outcome"), _columns(), [row])
