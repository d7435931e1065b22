"""Who moves which revenue: GFS classes of revenue, and how far each source hangs on the municipality itself."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from aimak.municipal.budget import RevenueSource


class GfsRevenue(StrEnum):
    """GFS classes of revenue below class 1 (Government Finance Statistics Manual, table “classification of revenue”).

    The articles of the national classification stand in the estimate of each aiyl okmotu; they are not taught here.
    """

    TAXES = "11"
    GRANTS = "13"
    OTHER = "14"


class Lever(StrEnum):
    """What moves a source of revenue, from the strongest influence of the municipality to none."""

    DECISION = "decision"
    EFFORT = "effort"
    SHARE = "share"
    OTHERS = "others"


_CLASSES = {
    RevenueSource.INCOME_TAX: GfsRevenue.TAXES,
    RevenueSource.PROPERTY_AND_LAND_TAX: GfsRevenue.TAXES,
    RevenueSource.PATENT: GfsRevenue.TAXES,
    RevenueSource.NON_TAX: GfsRevenue.OTHER,
    RevenueSource.SPECIAL_MEANS: GfsRevenue.OTHER,
}
_LEVERS = {
    RevenueSource.NON_TAX: Lever.DECISION,
    RevenueSource.PROPERTY_AND_LAND_TAX: Lever.EFFORT,
    RevenueSource.PATENT: Lever.EFFORT,
    RevenueSource.INCOME_TAX: Lever.SHARE,
}


def gfs_class(source: RevenueSource) -> GfsRevenue:
    """The GFS class of a source: 11 taxes, 13 grants (all transfers from other budgets), 14 other revenue.

    Source: IMF, Government Finance Statistics Manual 2014, table 5.1; the classes are those of the manual of 2001.
    """
    return _CLASSES.get(source, GfsRevenue.GRANTS)


def lever(source: RevenueSource) -> Lever | None:
    """What moves a source; None for special means, which belong to the institution that earned them.

    ``decision``: leases and fees, which the municipality sets. ``effort``: others set the rate, and lists, payers and
    collection are the municipality's work. ``share``: employers pay, and others set the share that stays. ``others``:
    another budget decides. The grouping is the course's own.
    """
    if source is RevenueSource.SPECIAL_MEANS:
        return None
    return _LEVERS.get(source, Lever.OTHERS)


def by_lever(revenue: Mapping[RevenueSource, int]) -> dict[Lever, int]:
    """Whole som by lever, in the order of :class:`Lever`; special means are left out.

    :raises ValueError: if an amount is negative.
    """
    sums = dict.fromkeys(Lever, 0)
    for source, amount in revenue.items():
        if amount < 0:
            raise ValueError(f"revenue {source.value!r}: an amount cannot be negative ({amount} som)")
        moved = lever(source)
        if moved is not None:
            sums[moved] += amount
    return sums


def influenced_share(revenue: Mapping[RevenueSource, int]) -> float:
    """Revenue that moves with the municipality's own decisions and effort, as a share of all revenue (0 to 1).

    ``share = (non-tax + property and land tax + patent) ÷ total revenue``

    :raises ValueError: if there is no revenue, or an amount is negative.
    """
    sums, total = by_lever(revenue), sum(revenue.values())
    if total <= 0:
        raise ValueError(f"revenue must be above zero, not {total}")
    return (sums[Lever.DECISION] + sums[Lever.EFFORT]) / total
