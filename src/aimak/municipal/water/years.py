"""Several years of a tariff below cost: what is in the replacement fund at the end of each."""

from __future__ import annotations

from collections.abc import Sequence

from aimak.municipal.water.checks import a_share, not_negative
from aimak.municipal.water.cost import FullCost
from aimak.municipal.water.tariff import revenue


def fund_path(
    cost: FullCost, shares: Sequence[float], lines: Sequence[int], collection_rate: float, start: int = 0
) -> tuple[int, ...]:
    """The replacement fund at the end of each year, whole som.

    ``fund = fund before + collected + budget line − operating cost``, where collected is
    ``share × full cost × collection rate``. Below zero it says that bills of the year stay unpaid.

    :param cost: the cost of a year, the same in each: prices are left out.
    :param shares: of the full cost that the tariff covers in each year; 1.0 is the full-cost tariff.
    :param lines: the line in the budget of each year, whole som.
    :param start: what is in the fund at the start, whole som.
    :raises ValueError: if there are not as many shares as lines, or one is below zero, or the rate is no share.
    """
    if len(shares) != len(lines):
        raise ValueError(f"lines: there are {len(lines)} for {len(shares)} years")
    a_share("collection_rate", collection_rate)
    not_negative("start", start)
    path, fund = [], start
    for share, line in zip(shares, lines, strict=True):
        not_negative("share", share)
        not_negative("line", line)
        fund += revenue(round(share * cost.total), collection_rate) + line - cost.operating
        path.append(fund)
    return tuple(path)
