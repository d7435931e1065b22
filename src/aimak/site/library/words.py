"""What an act is called and where it stands, in the language in force."""

from __future__ import annotations

from aimak.i18n import translate as _
from aimak.site.library.acts import Act
from aimak.site.tables import here

#: Marks of certainty, as the glossary has them.
CERTAIN, AWAITS = "✔", "◌"
#: Kinds that say in their name what they are.
_NAMED = ("constitution", "code", "method", "rules", "classifier")


def kind_label(kind: str) -> str:
    """The kind of an act."""
    return {
        "constitution": _("Constitution"),
        "law": _("Law"),
        "code": _("Code of law"),
        "government": _("Resolution of the Government"),
        "cabinet": _("Resolution of the Cabinet"),
        "finance": _("Order of the Ministry of Finance"),
        "agency": _("Order of the state agency for local self-government"),
        "decree": _("Decree of the President"),
        "method": _("Methodology"),
        "rules": _("Rules of the Cabinet"),
        "classifier": _("Classifier of the National Bank"),
    }[kind]


def status_label(status: str) -> str:
    """Where an act stands."""
    return {
        "in_force": _("In force"),
        "changing": _("In force, being changed"),
        "adopted": _("Adopted: check from when it is in force"),
        "replaced": _("Replaced by a later act"),
        "ended": _("For a year that is over"),
    }[status]


def read_label(read: str) -> str:
    """What was read of an act."""
    return {
        "read": _("read in a public page"),
        "heading": _("only its title was read"),
        "unverified": _("number and day not verified"),
    }[read]


def day(date: str) -> str:
    """``20.10.2021`` for ``2021-10-20``, which all languages of the course write; ``12.2025`` for a month."""
    return ".".join(reversed(date.split("-")))


def cited(act: Act) -> str:
    """An act as a paper names it: ``Закон «О государственных закупках», № 27, 14.04.2022``."""
    name, kind = act.names[here()], kind_label(act.kind)
    if act.kind not in _NAMED and not name.startswith(kind):
        name = _("{kind} “{name}”").format(kind=kind, name=name)
    number = f"№\u00a0{act.number}" if act.number else ""
    return ", ".join(part for part in (name, number, day(act.date)) if part)
