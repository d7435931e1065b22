"""The words of the unit `exchange`: indicators, groups, parts of a card, people, promises and themes."""

from __future__ import annotations

from aimak.data import municipality
from aimak.data.exchange import indicator_kinds
from aimak.i18n import plural
from aimak.i18n import translate as _
from aimak.i18n.numbers import date, number
from aimak.municipal.exchange import Alike, Part, Promise, Standing

__all__ = [
    "feature_label",
    "group_label",
    "group_short",
    "indicator_label",
    "indicator_short",
    "need_label",
    "nights_text",
    "part_label",
    "person_label",
    "place_name",
    "promise_text",
    "role_label",
    "standing_label",
    "theme_label",
]


def group_label(group: Alike) -> str:
    """A group of municipalities that are compared with one another."""
    return {
        Alike.ONE_VILLAGE: _("One village"),
        Alike.VERY_LARGE: _("Very large, from 20,000 inhabitants"),
        Alike.SMALL_MOUNTAIN: _("Mountain, below 4,000 inhabitants"),
        Alike.LARGE_MOUNTAIN: _("Mountain, from 4,000 inhabitants"),
        Alike.SMALL_VALLEY: _("Valley, below 10,000 inhabitants"),
        Alike.LARGE_VALLEY: _("Valley, from 10,000 inhabitants"),
    }[group]


def group_short(group: Alike) -> str:
    """The same for a narrow table."""
    return {
        Alike.ONE_VILLAGE: _("one village"),
        Alike.VERY_LARGE: _("very large"),
        Alike.SMALL_MOUNTAIN: _("small mountain"),
        Alike.LARGE_MOUNTAIN: _("large mountain"),
        Alike.SMALL_VALLEY: _("small valley"),
        Alike.LARGE_VALLEY: _("large valley"),
    }[group]


def indicator_label(name: str) -> str:
    """What an indicator says."""
    return {kind.indicator: _(kind.label) for kind in indicator_kinds()}[name]


def indicator_short(name: str) -> str:
    """An indicator in two or three words, with its unit."""
    return {
        "water_hours": _("Water, hours a day"),
        "certificate_days": _("Certificate, days"),
        "readers": _("Readers for each 100"),
        "trees_alive": _("Trees alive, %"),
        "budget_posted": _("Budget posted, %"),
        "fire_minutes": _("Fire cart, minutes"),
        "compost": _("Compost heaps, %"),
    }[name]


def feature_label(name: str) -> str:
    """What a situation is made of, with its unit."""
    return {
        "households": _("Households"),
        "villages": _("Villages"),
        "height": _("Height, m"),
        "own_share": _("Own revenue, %"),
    }[name]


def standing_label(standing: Standing) -> str:
    """Where a value stands among its peers."""
    return {
        Standing.FEW: _("too few peers"),
        Standing.NO_SPREAD: _("all the same"),
        Standing.BELOW: _("below the middle half"),
        Standing.WITHIN: _("in the middle half"),
        Standing.ABOVE: _("above the middle half"),
    }[standing]


def part_label(part: Part) -> str:
    """A part of a practice card."""
    return {
        Part.WHAT: _("What was done"),
        Part.WHO: _("Who did it"),
        Part.COST: _("What it cost"),
        Part.TIME: _("How long it took until it worked"),
        Part.CHANGE: _("The figure before and after"),
        Part.BEWARE: _("What went wrong"),
    }[part]


def need_label(need: str) -> str:
    """What a practice cannot do without."""
    return {
        "worker": _("a paid worker"),
        "vehicle": _("a vehicle that runs in winter"),
        "phone_network": _("a telephone network in each village"),
        "volunteers": _("people who help without pay"),
    }[need]


def person_label(who: str) -> str:
    """Somebody who could travel, with what is known of them."""
    return {
        "specialist": _("Specialist who will do the work"),
        "head": _("Head (must be home in the evening)"),
        "deputy": _("Deputy of the budget commission"),
        "resident": _("Woman from the far village (one night at most)"),
        "accountant": _("Accountant"),
        "relative": _("Relative of the head, who likes to travel"),
    }[who]


def role_label(who: str) -> str:
    """The same person inside a promise."""
    return {"specialist": _("the specialist"), "deputy": _("the deputy"), "accountant": _("the accountant")}[who]


def promise_text(promise: Promise) -> str:
    """A promise as it stands in the notes of the visit, with what it says and nothing that it does not."""
    what = {
        "list": _("A list of what is broken hangs at each shop"),
        "desk": _("One desk takes all papers"),
        "taps": _("Ten taps get a new seal"),
        "report": _("The village assembly hears what we saw"),
        "letter": _("The host gets our figures after three months"),
    }[promise.what]
    parts = [what]
    if promise.who:
        parts.append(_("who: {who}").format(who=role_label(promise.who)))
    if promise.due:
        parts.append(_("by {day}").format(day=date(promise.due)))
    if promise.checker:
        parts.append(_("checked by {who}").format(who=role_label(promise.checker)))
    return "; ".join(parts)


def theme_label(theme: str) -> str:
    """A theme of a round table."""
    return {
        "water": _("drinking water"),
        "waste": _("waste removal"),
        "lighting": _("street lighting"),
        "clubs": _("clubs for youth"),
        "hearings": _("budget hearings"),
        "fees": _("collecting fees"),
    }[theme]


def place_name(code: str) -> str:
    """A municipality's name and code."""
    return f"{municipality(code).shown} ({code})"


def nights_text(nights: int) -> str:
    """A number of nights."""
    if nights == 0:
        return _("No night: there and back in a day")
    return plural("{count} night", "{count} nights", nights).format(count=number(nights))
