"""Shared taxes: how much stays here, and what part of a change comes from the share alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Decimal


def _checked(share: float, name: str) -> Decimal:
    part = Decimal(str(share))
    if not part.is_finite() or not 0 < part <= 1:
        raise ValueError(f"{name}: a share lies above 0 and is at most 1, not {share}")
    return part


def _whole(amount: Decimal) -> int:
    return int(amount.quantize(Decimal(1), rounding=ROUND_HALF_EVEN))


def shared_tax(collected: int, year: int, share_by_year: Mapping[int, float]) -> int:
    """What stays in the local budget, whole som: ``collected × the share of the year``.

    Shares differ by year, so there is no default: they are data.

    :param collected: whole som collected in the municipality.
    :param share_by_year: shares above 0 and up to 1.
    :raises ValueError: if the year has no share, a share is out of range, or the amount is negative.
    """
    if collected < 0:
        raise ValueError(f"collected: an amount cannot be negative ({collected} som)")
    if year not in share_by_year:
        raise ValueError(f"share_by_year: there is no share for {year}")
    return _whole(collected * _checked(share_by_year[year], f"share_by_year {year}"))


def at_share(received: int, share: float, other: float) -> int:
    """What would have stayed at another share, whole som: ``received ÷ share × other``.

    :param received: whole som that stayed at ``share``.
    :raises ValueError: if a share is out of range, or the amount is negative.
    """
    if received < 0:
        raise ValueError(f"received: an amount cannot be negative ({received} som)")
    return _whole(Decimal(received) / _checked(share, "share") * _checked(other, "other"))


@dataclass(frozen=True, slots=True)
class Change:
    """A change of a shared tax from one year to the next, whole som. The two effects add up to it exactly.

    :param base_effect: because more or less was collected: it may go on.
    :param share_effect: because another share stays here: it comes once.
    """

    before: int
    after: int
    base_effect: int
    share_effect: int

    @property
    def base_growth(self) -> float:
        """Growth of what was collected, as a fraction.

        :raises ValueError: if nothing stayed in the year before.
        """
        if self.before == 0:
            raise ValueError("before: growth from nothing has no rate")
        return self.base_effect / self.before


def split_change(before: int, share_before: float, after: int, share_after: float) -> Change:
    """Split a change into what the base did and what the share did.

    ``at the old share = after ÷ new share × old share``;
    ``base effect = at the old share − before``; ``share effect = after − at the old share``.

    Worked example (invented): 900 at 90 %, then 1,040 at 100 %. At 90 % it would have been 936: the base brought 36,
    the share 104.

    :param before: whole som that stayed in the first year, ``after`` in the second.
    :raises ValueError: if a share is not above 0 or is above 1, or an amount is negative.
    """
    if before < 0:
        raise ValueError(f"before: an amount cannot be negative ({before} som)")
    old = at_share(after, share_after, share_before)
    return Change(before, after, old - before, after - old)
