"""The case of the unit `control`: nine months of a service, what may be measured, complaints, people, a ledger.

Months and ledger are the municipality's rows in the data package; the rest is drawn with its code, so the same code
gives the same case on every machine. Money is whole som.
"""

from __future__ import annotations

import random
from dataclasses import dataclass

from aimak.data import Municipality, municipality
from aimak.data.control import (
    PURCHASE_LIMIT,
    ServiceMonth,
    ServicePlan,
    ledger,
    register,
    service_months,
    service_plan,
)
from aimak.lesson.cases.control_parts import Measure, People, Register, complaints, measures, people, targets
from aimak.municipal.control import (
    AuditFinding,
    ControlChart,
    CostVariance,
    Entry,
    Wrong,
    audit,
    control_chart,
    forecast,
    money_ends,
    plan_and_actual,
)

#: The year of the exercise, the quiet year before it, and the month up to which it is known.
YEAR, BEFORE, KNOWN = 2025, 2024, 9


@dataclass(frozen=True, slots=True)
class ControlCase:
    """What the trainee of one municipality sees.

    :param plan: what is planned for each month of :data:`YEAR`; ``before`` the plan of the year before.
    :param months: January to September; None where nobody wrote the month down.
    :param quiet: missed stops of the twelve months of :data:`BEFORE`.
    :param measures: what may be counted, and ``hours`` working hours a month for it.
    :param targets: proposed targets for missed stops a month: key and value, None for words only.
    :param register: nine complaints; ``from_slips`` if the office has no register and they come from paper slips.
    :param ledger: the vouchers of July to September; ``limit`` whole som for the simplest purchases.
    """

    municipality: Municipality
    plan: ServicePlan
    months: tuple[ServiceMonth | None, ...]
    quiet: tuple[int, ...]
    measures: tuple[Measure, ...]
    hours: int
    targets: tuple[tuple[str, int | None], ...]
    register: Register
    from_slips: bool
    people: People
    ledger: tuple[Entry, ...]
    limit: int

    @property
    def costs(self) -> tuple[int | None, ...]:
        """Fuel cost of each month that is known, whole som."""
        return tuple(one.cost if one else None for one in self.months)

    @property
    def missed(self) -> tuple[int | None, ...]:
        """Missed stops of each month that is known."""
        return tuple(one.missed if one else None for one in self.months)


def case(code: str) -> ControlCase:
    """The case of a municipality.

    :raises UserError: if there is no such municipality.
    """
    place = municipality(code)
    draw = random.Random(f"control case {place.code}")
    plan = service_plan(place.code, YEAR)
    quiet = tuple(one.missed for one in service_months(place.code, BEFORE) if one)
    chosen, hours = measures(draw)
    return ControlCase(
        municipality=place,
        plan=plan,
        months=service_months(place.code, YEAR)[:KNOWN],
        quiet=quiet,
        measures=chosen,
        hours=hours,
        targets=targets(sum(quiet) / len(quiet), min(quiet), draw),
        register=complaints(draw.choice(("register", "answer", "open")), draw),
        from_slips=not register(place.code),
        people=people(plan.staff, draw),
        ledger=ledger(place.code),
        limit=PURCHASE_LIMIT,
    )


def so_far(one: ControlCase) -> int:
    """Fuel cost less plan over the months that were written down, whole som."""
    return plan_and_actual(year_plan(one), one.costs)[-1].variance_so_far


def year_plan(one: ControlCase) -> tuple[int, ...]:
    """The planned fuel cost of each month of the year, whole som."""
    return (one.plan.cost,) * 12


def year_end(one: ControlCase) -> int:
    """The fuel cost of the year if it goes on at this pace, whole som."""
    return forecast(year_plan(one), one.costs)


def money_out(one: ControlCase) -> str:
    """When the year's money for fuel is not enough any more: ``10``, ``11``, ``12``, ``gone`` or ``lasts``."""
    month = money_ends(year_plan(one), one.costs)
    return "lasts" if month is None else "gone" if month <= KNOWN else str(month)


def parts(one: ControlCase, last: int = KNOWN, first: int = 1) -> CostVariance:
    """Why the cost differs, over the written months from ``first`` to ``last``, whole som by part."""
    each = [month.variance(one.plan) for month in one.months[first - 1 : last] if month]
    return sum(each[1:], each[0])


def to_act_on(one: ControlCase) -> str:
    """What the largest part calls for: ``more_trips``, ``fewer_trips``, ``use`` or ``price``."""
    whole = parts(one)
    if whole.largest == "trips":
        return "more_trips" if whole.trips > 0 else "fewer_trips"
    return whole.largest


def chart(one: ControlCase) -> ControlChart:
    """Missed stops of the year against limits from the year before."""
    return control_chart(one.missed, baseline=one.quiet)


def chance_month(one: ControlCase) -> int:
    """The month with the most missed stops among those within the limits, 1 for January; the first of equal ones."""
    outside = chart(one).outside
    within = [(count, place) for place, count in enumerate(one.missed) if count is not None and place not in outside]
    return max(within, key=lambda pair: (pair[0], -pair[1]))[1] + 1


def findings(one: ControlCase) -> dict[Wrong, AuditFinding]:
    """What an auditor finds in the ledger: one finding of each kind."""
    return {finding.wrong: finding for finding in audit(one.ledger, one.limit)}


def questioned(one: ControlCase) -> frozenset[int]:
    """The vouchers to be questioned; of a doubled invoice the later one only."""
    found = findings(one)
    rows = {voucher for wrong, one_of in found.items() if wrong is not Wrong.DOUBLED for voucher in one_of.vouchers}
    return frozenset(rows | {found[Wrong.DOUBLED].vouchers[-1]})
