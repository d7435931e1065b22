"""The words of the unit `water` for its tables, charts, boards and forms."""

from __future__ import annotations

from aimak.i18n import translate as _
from aimak.i18n.numbers import number, percent, thousands
from aimak.lesson.cases.water import WaterCase
from aimak.lesson.cases.water_parts import Step


def part_label(part: str) -> str:
    """A part of the full cost."""
    return {
        "energy": _("Electricity"),
        "wages": _("Wages"),
        "contributions": _("Social contributions"),
        "repair": _("Repair and fuel"),
        "testing": _("Chlorine and laboratory"),
        "administration": _("Office and bills"),
        "reserve": _("Replacement reserve"),
        "loan": _("Loan"),
    }[part]


def kind_label(kind: str) -> str:
    """How a household gets its water."""
    return {
        "street": _("Street tap"),
        "yard": _("Yard tap"),
        "meter": _("Meter, little use"),
        "garden": _("Meter, house with a garden"),
    }[kind]


def step_label(key: str) -> str:
    """Something that can be done about lost water."""
    return {
        "main_leak": _("Mend the leaks of the main pipe"),
        "old_branch": _("Replace an old branch pipe"),
        "register": _("Register taps without a contract"),
        "big_meters": _("Meters for large users"),
        "collector": _("A collector who visits every house"),
    }[key]


def operator_label(operator: str) -> str:
    """Who supplies the water."""
    return {
        "cdwuu": _("CDWUU"),
        "municipal_enterprise": _("municipal enterprise"),
        "neighbour": _("the next municipality"),
        "none": _("nobody"),
    }[operator]


def source_label(source: str) -> str:
    """Where the water comes from."""
    return {"spring": _("spring"), "well": _("pumped well")}[source]


def step_words(step: Step) -> str:
    """A step with its price and what it does, for an option of the form."""
    if step.points:
        words = _("{name}: {price} thousand som; collection rises by {points} percentage points")
    elif step.freed:
        words = _("{name}: {price} thousand som; {volume} m³ no longer leak away")
    else:
        words = _("{name}: {price} thousand som; {volume} m³ get a bill")
    return words.format(
        name=step_label(step.key),
        price=thousands(step.price),
        points=step.points,
        volume=number(step.freed or step.added),
    )


def about_figures(case: WaterCase) -> list[str]:
    """What a trainee must know of the figures: a plan, an assumption, a target. Empty if all were measured."""
    said = []
    if case.planned_from is not None:
        said.append(
            _(
                "{name} has no water system of its own. The figures are those of a plan: the system of {model}, scaled "
                "to the number of people."
            ).format(name=case.municipality.shown, model=case.planned_from.shown)
        )
    if case.estimated:
        said.append(
            _("Nothing is measured at the source. The produced water is an assumption for training: measure your own.")
        )
    if case.trial:
        said.append(
            _("Nobody collected in {year}. A collection rate of {rate} is an assumption for training.").format(
                year=case.year.year, rate=percent(case.collection, 0)
            )
        )
    return said
