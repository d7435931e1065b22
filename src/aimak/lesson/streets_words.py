"""Words of the unit `streets`: names of places, ways of switching, roads, works and groups of consumers."""

from __future__ import annotations

from aimak.data.streets import lamp_types
from aimak.i18n import translate as _
from aimak.lesson.cases.streets_parts import KEEP
from aimak.municipal.streets import Switching, Work


def place_label(place: str) -> str:
    """Where lamps hang, in the reader's language."""
    return {
        "centre": _("Centre, with the clinic"),
        "school": _("Way to the school"),
        "far": _("Far streets"),
    }[place]


def switching_label(way: str) -> str:
    """A way of switching lamps, in the reader's language."""
    return {
        Switching.TIMER: _("Timer, 13 hours every night"),
        Switching.DUSK_TO_DAWN: _("Photo-relay, from dusk to dawn"),
        Switching.MIDDLE_OFF: _("Photo-relay, off for 4 hours in the middle of the night"),
        Switching.EVENING: _("On at dusk, off after 5 hours"),
    }[Switching(way)]


def lamp_label(option: str) -> str:
    """A kind of lamp, or that nothing is bought, in the reader's language."""
    return _("Keep the lamps that hang") if option == KEEP else _(lamp_types()[option].label)


def road_label(road: str) -> str:
    """A section of road, in the reader's language."""
    return {
        "school_road": _("School road"),
        "clinic_road": _("Clinic road"),
        "market_street": _("Market street"),
        "upper_street": _("Upper street"),
        "river_road": _("River road"),
        "far_road": _("Road to the far village"),
        "mill_street": _("Mill street"),
    }[road]


def work_label(work: Work) -> str:
    """What is done to a road, in the reader's language."""
    return {Work.NONE: _("nothing"), Work.REGRADE: _("regrade"), Work.REBUILD: _("rebuild")}[work]


def group_label(group: str) -> str:
    """A group of consumers of electricity, in the reader's language."""
    return {
        "tariff_household": _("Households, up to 700 kWh a month"),
        "tariff_social": _("Social and public consumers"),
        "tariff_budget": _("Budget consumers"),
    }[group]


def policy_labels(threshold: int, every: int) -> dict[str, str]:
    """The three policies for a road, in the reader's language."""
    return {
        "wait": _("Do nothing until the road is closed, then rebuild it"),
        "below": _("Regrade whenever the condition is below {threshold}").format(threshold=threshold),
        "every": _("Regrade now and then every {years} years").format(years=every),
    }
