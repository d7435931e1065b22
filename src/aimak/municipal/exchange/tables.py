"""A round table: who speaks to whom, so that as many as possible get an answer to what they ask."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

#: Place -> themes.
Themes = Mapping[str, Collection[str]]


def can_help(offers: Themes, asks: Themes) -> dict[str, tuple[str, ...]]:
    """For each who asks those who offer one of the themes, in the order given. Nobody helps themselves."""
    return {
        asker: tuple(giver for giver, given in offers.items() if giver != asker and not set(given).isdisjoint(wanted))
        for asker, wanted in asks.items()
    }


def best_pairs(helpers: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """Pairs of who asks and who helps, each in one pair only: as many as can be (maximum bipartite matching, exact).

    :param helpers: who asks -> those who can help; see :func:`can_help`.
    :returns: who asks -> who helps. Whoever is not in it gets no partner in this round.
    """
    taken: dict[str, str] = {}

    def settle(asker: str, tried: set[str]) -> bool:
        for giver in helpers[asker]:
            if giver in tried:
                continue
            tried.add(giver)
            if giver not in taken or settle(taken[giver], tried):
                taken[giver] = asker
                return True
        return False

    for asker in helpers:
        settle(asker, set())
    return {asker: giver for giver, asker in sorted(taken.items(), key=lambda pair: pair[1])}


def good_pairs(chosen: Mapping[str, str | None], helpers: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """Those who ask and have a helper whom nobody else has too, in the order of ``chosen``."""
    named = list(chosen.values())
    return tuple(
        asker for asker, giver in chosen.items() if giver in helpers.get(asker, ()) and named.count(giver) == 1
    )
