"""Words of the unit `control` in the reader's language: months, services, measures, duties, people, items, causes."""

from __future__ import annotations

from aimak.i18n import translate as _
from aimak.municipal.control import Duty, DutyFault, DutyFinding, Kind


def month_number(month: int) -> str:
    """A month as a number for an axis: ``01``."""
    return f"{month:02}"


def service_label(service: str) -> str:
    """The name of a service of the data package."""
    return {"waste": _("waste removal"), "water": _("drinking water carried by truck")}[service]


def kind_label(kind: Kind) -> str:
    """What kind an indicator is, with what it counts."""
    return {
        Kind.INPUT: _("input: what goes in"),
        Kind.OUTPUT: _("output: what is done"),
        Kind.OUTCOME: _("outcome: what people get"),
    }[kind]


def measure_label(key: str, service: str) -> str:
    """What is counted; the walk looks at streets, or at water in the houses."""
    walk = {
        "waste": _("Streets without heaps of waste, counted on a walk with residents"),
        "water": _("Houses with water for the week, counted on a walk with residents"),
    }[service]
    return {
        "fuel_litres": _("Litres of fuel used"),
        "money_spent": _("Money spent, as a share of the plan"),
        "staff_days": _("Working days of the staff"),
        "trips_made": _("Trips that the truck made"),
        "stops_visited": _("Stops that the truck visited"),
        "notices_posted": _("Notices posted in the villages"),
        "served_on_day": _("Households served on the promised day"),
        "far_village": _("Households of the far village served every week"),
        "walk": walk,
        "asked": _("People who say that the service is good, asked in every village"),
    }[key]


def duty_label(duty: Duty) -> str:
    """A duty in a word or two."""
    return {
        Duty.ORDER: _("Orders the fuel"),
        Duty.RECEIVE: _("Receives it and signs the delivery note"),
        Duty.PAY: _("Pays"),
        Duty.CHECK: _("Compares the papers each month"),
    }[duty]


def person_label(person: str) -> str:
    """A post of the invented municipality."""
    return {
        "head": _("head of aiyl okmotu"),
        "accountant": _("accountant"),
        "specialist": _("specialist for the service"),
        "headman": _("village headman"),
        "monitor": _("member of the joint monitoring group"),
    }[person]


def harm_text(finding: DutyFinding) -> str:
    """What the holder of a pair of duties could do alone."""
    return {
        frozenset({Duty.ORDER, Duty.RECEIVE}): _("{person}: could say that all came, when less came."),
        frozenset({Duty.ORDER, Duty.PAY}): _("{person}: could buy from a friend at any price and pay."),
        frozenset({Duty.RECEIVE, Duty.PAY}): _("{person}: could pay for fuel that never came."),
        frozenset({Duty.PAY, Duty.CHECK}): _("{person}: could pay wrongly, and nobody else would see it."),
    }[finding.duties].format(person=person_label(finding.person))


def finding_text(finding: DutyFinding) -> str:
    """A finding of the matrix that is no harm alone."""
    duties = ", ".join(duty_label(duty) for duty in Duty if duty in finding.duties)
    person = person_label(finding.person) if finding.person else ""
    return {
        DutyFault.NOBODY: _("“{duties}”: nobody answers for it."),
        DutyFault.SEVERAL: _("“{duties}”: several people answer for it, so nobody does."),
        DutyFault.NOT_ALLOWED: _("“{duties}”: {person} must not touch this purchase."),
        DutyFault.TOO_MANY: _("{person}: more duties than one person can carry."),
    }[finding.fault].format(duties=duties, person=person)


def item_label(item: str) -> str:
    """What was bought."""
    return {
        "fuel": _("fuel"),
        "rent": _("garage rent"),
        "repair": _("repair"),
        "spare_parts": _("spare parts"),
        "containers": _("containers"),
        "tyres": _("tyres"),
        "clothes": _("work clothes"),
    }[item]


def part_label(part: str) -> str:
    """A part of a difference of fuel cost."""
    return {"trips": _("Trips"), "use": _("Litres for each trip"), "price": _("Price")}[part]
