"""Whose service the lesson reads: one municipality, or the municipalities of an oblast together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from aimak.data.control import ServiceMonth, ServicePlan, service_months, service_plan
from aimak.lesson.subject import Subject
from aimak.municipal.control import MONTHS, ControlChart, CostVariance, control_chart


@dataclass(frozen=True, slots=True)
class ServiceYear:
    """A year of the services of several municipalities, month by month.

    A municipality that did not write a month down counts in that month on neither side: not in what was planned, not
    in what came. Where nobody wrote it down, the month is None.

    :param planned: planned fuel cost of each month, whole som, of all municipalities.
    :param plan: the same of those that wrote the month down; ``cost`` what they paid; None if there are none.
    :param missed: missed stops of each month; ``stops`` those that were planned for them.
    :param gaps: municipality and month (1 for January) that nobody wrote down.
    """

    year: int
    planned: tuple[int, ...]
    plan: tuple[int | None, ...]
    cost: tuple[int | None, ...]
    parts: tuple[CostVariance | None, ...]
    missed: tuple[int | None, ...]
    stops: tuple[int | None, ...]
    complaints: int
    gaps: tuple[tuple[str, int], ...]

    @property
    def variance(self) -> CostVariance:
        """Why the cost of the year differs from its plan, whole som by part."""
        return sum((one for one in self.parts if one), CostVariance(0, 0, 0))

    def chart(self, before: ServiceYear | None) -> ControlChart:
        """Missed stops for each planned stop, with limits from ``before`` or, without it, from this year."""
        if before is None:
            return control_chart(self.missed, _sizes(self.stops))
        return control_chart(self.missed, _sizes(self.stops), before.missed, _sizes(before.stops))


def _sizes(stops: Sequence[int | None]) -> list[int]:
    """Planned stops of each month; one that nobody wrote down takes the largest of the others, so that its limits,
    which no point is held against, look like theirs."""
    most = max(size or 1 for size in stops)
    return [size or most for size in stops]


def service_year(codes: Sequence[str], year: int) -> ServiceYear:
    """The year of the municipalities ``codes`` together.

    :raises UserError: if a code or the year is unknown.
    """
    plans = [service_plan(code, year) for code in codes]
    written = [service_months(code, year) for code in codes]
    columns = [_written(plans, written, place) for place in range(MONTHS)]
    gaps = [(code, place + 1) for code, each in zip(codes, written, strict=True) for place in _empty(each)]
    return ServiceYear(
        year,
        (sum(plan.cost for plan in plans),) * MONTHS,
        tuple(sum(plan.cost for plan, _one in pairs) if pairs else None for pairs in columns),
        tuple(sum(one.cost for _plan, one in pairs) if pairs else None for pairs in columns),
        tuple(_parts(pairs) if pairs else None for pairs in columns),
        tuple(sum(one.missed for _plan, one in pairs) if pairs else None for pairs in columns),
        tuple(sum(plan.stops for plan, _one in pairs) if pairs else None for pairs in columns),
        sum(one.complaints for each in written for one in each if one),
        tuple(gaps),
    )


def _written(
    plans: Sequence[ServicePlan], months: Sequence[tuple[ServiceMonth | None, ...]], place: int
) -> list[tuple[ServicePlan, ServiceMonth]]:
    pairs = zip(plans, (each[place] for each in months), strict=True)
    return [(plan, one) for plan, one in pairs if one is not None]


def _empty(months: tuple[ServiceMonth | None, ...]) -> list[int]:
    return [place for place, one in enumerate(months) if one is None]


def _parts(pairs: list[tuple[ServicePlan, ServiceMonth]]) -> CostVariance:
    return sum((one.variance(plan) for plan, one in pairs), CostVariance(0, 0, 0))


def missed_share(one: Subject, year: int) -> float:
    """Missed stops of a year as a share of those planned in the months that were written down."""
    made = service_year(one.codes, year)
    stops = sum(size for size in made.stops if size)
    return sum(count for count in made.missed if count) / stops


def fuel_share(one: Subject, year: int) -> float:
    """Fuel cost of a year as a share of its plan, in the months that were written down."""
    made = service_year(one.codes, year)
    return sum(cost for cost in made.cost if cost) / sum(plan for plan in made.plan if plan)
