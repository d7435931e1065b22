"""Names of what the unit `feedback` speaks of, in the reader's language."""

from __future__ import annotations

from aimak.i18n import translate as _
from aimak.municipal.feedback import Answer, Corner


def service_label(service: str) -> str:
    """A service, or what a message is about.

    :raises KeyError: for a word that the data does not use.
    """
    return {
        "water": _("Drinking water"),
        "waste": _("Waste"),
        "lighting": _("Street lighting"),
        "roads": _("Roads"),
        "kindergarten": _("Kindergarten"),
        "not_ours": _("Not ours to decide"),
    }[service]


def village_label(village: str) -> str:
    """A group of a survey or a register."""
    return {
        "near": _("Near the centre"),
        "far": _("Far from the centre"),
        "older": _("All others"),
        "young": _("Young people"),
    }[village]


def corner_label(corner: Corner) -> str:
    """What a corner asks for, in a word or two."""
    return {
        Corner.WELL_SEEN: _("leave"),
        Corner.WELL_UNSEEN: _("tell"),
        Corner.BADLY_SEEN: _("mend"),
        Corner.BADLY_UNSEEN: _("mend early"),
    }[corner]


def answer_label(answer: Answer) -> str:
    """What can be done about a service."""
    return {
        Answer.LEAVE: _("Nothing now"),
        Answer.TELL: _("Tell people what runs well"),
        Answer.MEND: _("Mend it this year"),
        Answer.WAIT: _("Say openly that it waits, and why"),
    }[answer]


def answer_options() -> tuple[tuple[str, str], ...]:
    """The answers of task 2 as options of a form."""
    return tuple((answer.value, answer_label(answer)) for answer in Answer)
