"""Arrears: what is due and has not come, and what a few staff days can do about it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise


@dataclass(frozen=True, slots=True)
class Arrears:
    """One year of a tax, whole som.

    :param opening: owed on 1 January.
    :param accrued: due for the year.
    :param collected: paid in the year, old debts included.
    :param written_off: no longer asked for.
    :raises ValueError: if an amount is negative, or more was paid and written off than was owed.
    """

    opening: int
    accrued: int
    collected: int
    written_off: int = 0

    def __post_init__(self) -> None:
        for name in ("opening", "accrued", "collected", "written_off"):
            if getattr(self, name) < 0:
                raise ValueError(f"{name}: an amount cannot be negative ({getattr(self, name)} som)")
        if self.closing < 0:
            raise ValueError(f"collected: {-self.closing} som more were paid or written off than were owed")

    @property
    def closing(self) -> int:
        """Owed on 31 December, whole som: ``opening + accrued − collected − written off``."""
        return self.opening + self.accrued - self.collected - self.written_off

    @property
    def collection_rate(self) -> float:
        """``collected ÷ accrued``, a fraction; above 1 where old debts were paid.

        :raises ValueError: if nothing was due.
        """
        if self.accrued == 0:
            raise ValueError("accrued: nothing was due, so there is no collection rate")
        return self.collected / self.accrued


def chained(years: Sequence[Arrears]) -> bool:
    """Whether each year opens with what the year before left."""
    return all(later.opening == earlier.closing for earlier, later in pairwise(years))


@dataclass(frozen=True, slots=True)
class Action:
    """Something that staff can do about arrears.

    :param days: staff days that it takes.
    :param brings: whole som that it is expected to bring.
    :param after: the key of an action that must be done as well; empty if there is none.
    :raises ValueError: if it takes no time, or brings less than nothing.
    """

    key: str
    days: int
    brings: int
    after: str = ""

    def __post_init__(self) -> None:
        if self.days <= 0:
            raise ValueError(f"days: action {self.key!r} must take time, not {self.days} days")
        if self.brings < 0:
            raise ValueError(f"brings: action {self.key!r} cannot bring less than nothing ({self.brings} som)")


def effort(actions: Sequence[Action], chosen: Collection[str]) -> tuple[int, int]:
    """Staff days that the chosen actions take, and whole som that they are expected to bring.

    :raises ValueError: if an action is not known.
    """
    known: Mapping[str, Action] = {action.key: action for action in actions}
    for key in chosen:
        if key not in known:
            raise ValueError(f"chosen: there is no action {key!r}")
    return sum(known[key].days for key in set(chosen)), sum(known[key].brings for key in set(chosen))


def out_of_order(actions: Sequence[Action], chosen: Collection[str]) -> tuple[str, ...]:
    """The chosen actions whose first step is not chosen."""
    return tuple(a.key for a in actions if a.key in chosen and a.after and a.after not in chosen)


def best_actions(actions: Sequence[Action], days: int) -> tuple[str, ...]:
    """The choice that brings most within ``days`` and in order; of equals, the one that takes fewer days.

    All choices are tried, so at most 16 actions.

    :raises ValueError: if ``days`` is negative, or there are more than 16 actions.
    """
    if days < 0:
        raise ValueError(f"days: there cannot be {days} staff days")
    if len(actions) > 16:
        raise ValueError(f"actions: {len(actions)} are too many to try all choices; 16 at most")
    best: tuple[tuple[int, int], tuple[str, ...]] = ((0, 0), ())
    for number in range(2 ** len(actions)):
        chosen = tuple(a.key for i, a in enumerate(actions) if number >> i & 1)
        took, brought = effort(actions, chosen)
        if took <= days and not out_of_order(actions, chosen):
            best = max(best, ((brought, -took), chosen), key=lambda one: one[0])
    return best[1]
