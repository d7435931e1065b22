"""Risk without probabilities: what each choice gives if few, some or many come."""

from __future__ import annotations

from collections.abc import Mapping

#: choice -> scenario -> result; more is better
Results = Mapping[str, Mapping[str, int]]


def _checked(results: Results) -> tuple[str, ...]:
    if not results:
        raise ValueError("results must hold at least one choice")
    scenarios = {frozenset(by_scenario) for by_scenario in results.values()}
    if len(scenarios) != 1 or not next(iter(scenarios)):
        raise ValueError("results of every choice must hold the same scenarios, at least one")
    return tuple(next(iter(results.values())))


def worst_case(results: Results) -> dict[str, int]:
    """For each choice the worst result that any scenario gives.

    :param results: som or people; more is better.
    :raises ValueError: if there is no choice, or choices differ in their scenarios.
    """
    _checked(results)
    return {choice: min(by_scenario.values()) for choice, by_scenario in results.items()}


def regret(results: Results) -> dict[str, dict[str, int]]:
    """What one loses, in each scenario, against the best choice for it.

    ``best of the scenario − result``; never below 0.

    :raises ValueError: as :func:`worst_case`.
    """
    scenarios = _checked(results)
    best = {scenario: max(by_scenario[scenario] for by_scenario in results.values()) for scenario in scenarios}
    return {
        choice: {scenario: best[scenario] - by_scenario[scenario] for scenario in scenarios}
        for choice, by_scenario in results.items()
    }


def least_regret(results: Results) -> str:
    """The choice whose largest regret is smallest (Savage, 1951); the earlier of equals.

    :raises ValueError: as :func:`worst_case`.
    """
    lost = regret(results)
    return min(lost, key=lambda choice: max(lost[choice].values()))


def safest(results: Results) -> str:
    """The choice whose worst case is best (Wald, 1945); the earlier of equals.

    :raises ValueError: as :func:`worst_case`.
    """
    worst = worst_case(results)
    return max(worst, key=lambda choice: worst[choice])


def intake_result(places: int, come: int, cost_place: int, worth_child: int) -> int:
    """Som by which an intake is worth its cost: ``children served × worth − places × cost of a place``.

    :param come: people who want to come; those above the places are turned away.
    :param cost_place: som for a place, whether it is taken or not.
    :param worth_child: som that the municipality would pay for a child that comes; a judgement, not a price.
    :raises ValueError: if something is negative.
    """
    for name, value in (
        ("places", places), ("come", come), ("cost_place", cost_place), ("worth_child", worth_child)
    ):  # fmt: skip
        if value < 0:
            raise ValueError(f"{name} must be 0 or more, not {value}")
    return min(places, come) * worth_child - places * cost_place
