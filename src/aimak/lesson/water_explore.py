"""The lesson's exploration: what follows if the tariff covers another share of the full cost."""

from __future__ import annotations

from collections.abc import Sequence

from aimak.i18n import translate as _
from aimak.i18n.numbers import number, percent, thousands
from aimak.lesson.sliders import linked_slider
from aimak.lesson.tables import show_table
from aimak.lesson.water_view import WaterView
from aimak.municipal.water import charge_by_norm, gap_to_cost, revenue

#: Shares of the full cost in the tariff, in per cent: in the printed table, and on the slider.
PRINTED_SHARES = (40, 60, 80, 100)
SHARES = tuple(range(30, 125, 5))
#: The rate with which the exploration reckons where nothing was collected: an assumption, and the page says so.
ASSUMED_RATE = 0.6
#: A norm at a street tap as in Sary-Oi (saryoi.naryn-region.kg), litres a day for one person.
LITRES = 50


def rate_of(made: WaterView) -> float:
    """The collection rate of the year, or the assumed one."""
    return made.rate or ASSUMED_RATE


def outcome(made: WaterView, share: int) -> Sequence[object]:
    """One row: share, tariff (som for 1 m³), charge at a street tap (som), gap (thousand som), what the reserve gets.

    :param share: of the full cost in the tariff, per cent.
    """
    tariff = share * made.full / 100
    came = revenue(round(made.billed * tariff), rate_of(made))
    gap = gap_to_cost(made.cost.total, came)
    reserve = max(0, min(made.cost.reserve, came - made.cost.operating))
    return [
        f"{number(share)}\u00a0%",
        number(tariff, 2),
        number(charge_by_norm(LITRES, round(tariff, 2)), 1),
        gap / 1000,
        percent(reserve / made.cost.reserve, 0) if made.cost.reserve else "—",
    ]


def tariff_table(made: WaterView) -> None:
    """The printed form of the exploration: four shares side by side."""
    show_table(
        _("Another tariff, {rate} of the bills paid; street tap: {litres} litres a day, one person, one month").format(
            rate=percent(rate_of(made), 0), litres=LITRES
        ),
        [
            _("Share of the cost"),
            _("Tariff, som for 1 m³"),
            _("Street tap, som"),
            _("Not paid by users, thousand som"),
            _("Reserve filled"),
        ],
        [outcome(made, share) for share in PRINTED_SHARES],
    )


def tariff_slider(made: WaterView) -> None:
    """A slider for the share of the cost in the tariff, and a list for the keyboard, with the outcome below."""
    now = round(100 * made.tariff / made.full / 5) * 5
    start = min(max(now, SHARES[0]), SHARES[-1])
    linked_slider(
        _("Share of the full cost in the tariff"),
        [(f"{number(share)}\u00a0%", _said(made, share)) for share in SHARES],
        SHARES.index(start),
    )


def _said(made: WaterView, share: int) -> str:
    _share, tariff, charge, gap, reserve = outcome(made, share)
    text = _(
        "Tariff {tariff} som for 1 m³; a person at a street tap pays {charge} som a month. Users leave {gap} thousand "
        "som unpaid. They fill {reserve} of the replacement reserve."
    ).format(tariff=tariff, charge=charge, gap=thousands(round(float(str(gap)) * 1000)), reserve=reserve)
    return f"<p>{text}</p>"
