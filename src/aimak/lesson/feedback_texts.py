"""Messages and requests of the training cases. All are invented, and so are the numbers in them."""

from __future__ import annotations

from dataclasses import dataclass

from aimak.i18n import translate as _

#: mark -> topic, and whether something in it must not stand in the register.
MESSAGES: dict[str, tuple[str, bool]] = {
    "pump": ("water", False),
    "brown": ("water", True),
    "tap": ("water", False),
    "truck": ("waste", False),
    "burning": ("waste", True),
    "bins": ("waste", False),
    "dark": ("lighting", False),
    "lamp_phone": ("lighting", True),
    "blinking": ("lighting", False),
    "mud": ("roads", False),
    "bus": ("roads", True),
    "bridge": ("roads", False),
    "stove": ("kindergarten", False),
    "place": ("kindergarten", True),
    "pension": ("not_ours", True),
    "exam": ("not_ours", False),
}

#: mark -> what is honest: a day, a no with its reason, or passing on.
REQUESTS: dict[str, str] = {
    "lamp": "date",
    "bin": "date",
    "tap": "date",
    "asphalt": "no",
    "hall": "no",
    "pump": "no",
    "pension": "pass",
    "school": "pass",
    "salary": "pass",
}


def message_text(mark: str) -> str:
    """A message as it came on the telephone.

    :raises KeyError: for an unknown mark.
    """
    return {
        "pump": _("Since Monday there is no water in our street, and the pump is silent."),
        "brown": _("The water is brown. My neighbour has hepatitis, and we are afraid."),
        "tap": _("The street tap at the shop drips day and night."),
        "truck": _("The waste truck did not come on Thursday again. The road is dry, it could pass."),
        "burning": _("In the yard of the third house plastic is burned. They owe money for waste too."),
        "bins": _("The lids of the bins are broken, dogs take the waste out."),
        "dark": _("On the way to school it is dark, children fall on the ice."),
        "lamp_phone": _("The lamp before my gate does not burn. Call me: 0700 00 00 00."),
        "blinking": _("The lamps at the bus stop blink all night."),
        "mud": _("After rain nobody can pass our street, the car of the water repair stood there too."),
        "bus": _("My son is in a wheelchair. Because of the holes he cannot get to the bus."),
        "bridge": _("A board of the small bridge is broken."),
        "stove": _("In the group of the little ones it is cold, the stove smokes."),
        "place": _(
            "My daughter waits for a place in the kindergarten. Her name and birth certificate are in the photo."
        ),
        "pension": _("My mother's pension is late. Her personal number is in the photo."),
        "exam": _("Why are the state exams so early this year?"),
    }[mark]


def request_text(mark: str) -> str:
    """What was asked for, and what the municipality knows about it.

    :raises KeyError: for an unknown mark.
    """
    return {
        "lamp": _("A lamp at the crossing. It lies in the store, and the electrician comes on Friday."),
        "bin": _("A bin at the new street. It is paid, and the truck brings it next week."),
        "tap": _("The tap at the shop. The part costs little and stands in the plan of repairs."),
        "asphalt": _("Asphalt on all streets. It would cost more than the whole budget of the year."),
        "hall": _("A sports hall. No money this year; proposals are decided after the next hearing."),
        "pump": _("A second pump. No money this year; it is in the list for the next budget draft."),
        "pension": _("A higher pension. The state decides."),
        "school": _("A teacher of physics. The district department of education decides."),
        "salary": _("Higher pay for doctors. The state decides."),
    }[mark]


@dataclass(frozen=True, slots=True)
class Part:
    """Something that could stand on the public page; ``useful`` if people can check or use it."""

    key: str
    useful: bool


PARTS = (
    Part("counts", True),
    Part("names", False),
    Part("in_term", True),
    Part("done", True),
    Part("praise", False),
    Part("waits", True),
    Part("promise", False),
    Part("how_to", True),
)
USEFUL = frozenset(part.key for part in PARTS if part.useful)


def part_options() -> tuple[tuple[str, str], ...]:
    """What could stand on the monthly page, as options of a form."""
    return (
        ("counts", _("Messages received, answered and open, by topic and village")),
        ("names", _("Who complained, with street, so that all know whom to ask")),
        ("in_term", _("How many were answered within the term, the open ones not left out")),
        ("done", _("What was mended after a message")),
        ("praise", _("The thanks that came, and no complaints")),
        ("waits", _("What waits, why, and when it is decided")),
        ("promise", _("That everything will be mended next year")),
        ("how_to", _("How to write, and how to ask without a telephone")),
    )
