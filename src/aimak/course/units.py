"""The units of the course, and the languages that each is complete in."""

from __future__ import annotations

from dataclasses import dataclass

from aimak.i18n import LANGUAGES, is_language
from aimak.i18n import translate as _


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit.

    :param name: its one word, such as ``budget``.
    :param languages: the languages in which chapter, lesson, exercises, checks and trainer's page are complete; the
        gate holds for these. In the others the unit is shown in English, with a line that says so.
    """

    name: str
    languages: tuple[str, ...]


#: The units in the order of the course. A unit is added with ``("en",)``; its catalogs come later.
UNITS = (
    Unit("planning", LANGUAGES),
    Unit("waste", LANGUAGES),
    Unit("water", LANGUAGES),
    Unit("streets", LANGUAGES),
    Unit("newservice", LANGUAGES),
    Unit("control", LANGUAGES),
    Unit("revenue", LANGUAGES),
    Unit("budget", LANGUAGES),
    Unit("hearing", LANGUAGES),
    Unit("participation", LANGUAGES),
    Unit("feedback", LANGUAGES),
    Unit("exchange", LANGUAGES),
)


def unit_title(name: str) -> str:
    """What a unit is about, in a word or two of the reader's language.

    :raises KeyError: if there is no such unit.
    """
    return {
        "planning": _("Service planning"),
        "waste": _("Waste"),
        "water": _("Drinking water"),
        "streets": _("Lighting and roads"),
        "newservice": _("A new service"),
        "control": _("Managing and checking"),
        "revenue": _("Reading the budget"),
        "budget": _("Budget"),
        "hearing": _("Budget hearing"),
        "participation": _("Participation"),
        "feedback": _("Citizens' feedback"),
        "exchange": _("Exchange"),
    }[name]


def is_translated(name: str, language: str) -> bool:
    """True if the unit ``name`` is complete in ``language``; the pseudo-language stands for a complete one.

    A name that is no unit, such as a page of the library, is complete in every language: it belongs to the kit.
    """
    known = {unit.name: unit for unit in UNITS}
    if name not in known:
        return True
    return language in known[name].languages or (language not in LANGUAGES and is_language(language))
