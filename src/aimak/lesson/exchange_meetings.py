"""What the lesson says of meetings: what a visit costs, and who could sit with whom at a round table."""

from __future__ import annotations

from collections.abc import Sequence

from aimak.data.exchange import Guest, forum_guests
from aimak.i18n.numbers import number, thousands
from aimak.lesson.exchange_story import Match
from aimak.lesson.exchange_words import place_name, theme_label
from aimak.municipal.exchange import Trip, best_pairs, can_help

__all__ = ["HOURS", "TRAVELLERS", "guests_of", "helpers_of", "round_table", "trip", "visit_rows"]

#: Hours that are needed with the host, and how many people go: figures for training.
HOURS, TRAVELLERS = 6, 3


def trip(km: int) -> Trip:
    """A way of so many km at prices for training: the lesson's text names each of them."""
    return Trip(km, 50, 10, 10, 70, 500, 900)


def visit_rows(found: Sequence[Match], *, alone: bool) -> list[list[str]]:
    """Host (or guest and host), hours with the host in one day, nights needed, and the cost in thousand som."""
    rows = []
    for one in found:
        way = trip(one.km)
        nights = next(nights for nights in range(9) if way.hours_with_host(nights) >= HOURS)
        name = place_name(one.host) if alone else f"{one.guest}\u00a0→\u00a0{one.host}"
        cost = thousands(way.cost(TRAVELLERS, nights))
        rows.append([name, number(way.hours_with_host(0), 1), number(nights), cost])
    return rows


def guests_of(codes: Sequence[str]) -> tuple[Guest, ...]:
    """Those of the municipalities that were at a forum."""
    return tuple(one for one in forum_guests() if one.municipality in codes)


def helpers_of(guest: Guest) -> list[list[str]]:
    """Who at the same forum knows what a guest asks about: name and theme."""
    others = [one for one in forum_guests() if one.forum == guest.forum and one is not guest]
    return [[place_name(one.municipality), theme_label(one.offers)] for one in others if one.offers in guest.asks]


def round_table(codes: Sequence[str]) -> list[list[str]]:
    """Who asks, about what, and who sits with them, each in one pair only: as many pairs as can be; a dash for none."""
    guests = {one.municipality: one for one in guests_of(codes)}
    offers = {code: (one.offers,) for code, one in guests.items()}
    pairs = best_pairs(can_help(offers, {code: one.asks for code, one in guests.items()}))
    rows = []
    for code, one in guests.items():
        helper = pairs.get(code)
        themes = (guests[helper].offers,) if helper else one.asks
        said = "; ".join(theme_label(theme) for theme in themes)
        rows.append([place_name(code), said, place_name(helper) if helper else "—"])
    return rows
