"""Who is near in situation, what explains the distance, and from whom to learn."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from aimak.municipal.exchange.compare import number

#: Feature -> figure.
Features = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Distance:
    """How far two situations lie apart, in ordinary differences.

    :param parts: feature -> its part of the total; a feature without spread is left out.
    """

    parts: Mapping[str, float]

    @property
    def total(self) -> float:
        """``Σ parts``."""
        return sum(self.parts.values())

    def shares(self) -> dict[str, float]:
        """The share of each feature in the total; they add up to 1. Empty where the two are alike in everything."""
        total = self.total
        return {name: part / total for name, part in self.parts.items()} if total else {}

    @property
    def largest(self) -> str | None:
        """The feature that explains most; the first in order at a tie, None where nothing differs."""
        return max(self.parts, key=lambda name: self.parts[name]) if self.total else None


def distance(one: Features, other: Features, spreads: Features, weights: Features | None = None) -> Distance:
    """``part = weight × |one − other| ÷ spread ÷ Σ weights``, for each feature that has a spread.

    :param spreads: feature -> ordinary difference, such as :func:`~aimak.municipal.exchange.robust_spread`; 0 leaves
        the feature out.
    :param weights: feature -> weight from 0 on; equal where none are given.
    :raises ValueError: if a feature is missing on one side, a weight or a spread is negative, or nothing has a spread.
    """
    for name in spreads:
        for side, features in (("one", one), ("other", other)):
            if name not in features:
                raise ValueError(f"{side} has no {name}")
    used = [name for name in spreads if number(spreads[name], f"spread of {name}", 0)]
    weighed = {name: 1.0 if weights is None else number(weights[name], f"weight of {name}", 0) for name in used}
    whole = sum(weighed.values())
    if not whole:
        raise ValueError("spreads must hold a feature with a spread and a weight above zero")
    parts = {
        name: weighed[name] * abs(number(one[name], name) - number(other[name], name)) / spreads[name] / whole
        for name in used
    }
    return Distance(parts)


def nearest(own: Features, others: Mapping[str, Features], spreads: Features, count: int = 5) -> tuple[str, ...]:
    """The names of the ``count`` nearest, the nearest first; at a tie in the order given.

    :raises ValueError: if ``count`` is below 1, or as :func:`distance`.
    """
    number(count, "count", 1)
    far = {name: distance(own, features, spreads).total for name, features in others.items()}
    return tuple(sorted(far, key=lambda name: far[name])[:count])


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody to learn from.

    :param distance: in ordinary differences; ``result`` in the indicator's unit, None where nobody measured it.
    """

    name: str
    distance: float
    result: float | None


def learn_from(
    own: float, candidates: Sequence[Candidate], within: float, gain: float, *, higher_is_better: bool = True
) -> tuple[Candidate, ...]:
    """Who is near enough and clearly better, the best result first.

    :param within: the largest distance; ``gain`` the least difference in result, in the indicator's unit.
    :raises ValueError: if a number is not finite, or a distance, ``within`` or ``gain`` negative.
    """
    number(own, "own")
    number(within, "within", 0)
    number(gain, "gain", 0)
    sign = 1 if higher_is_better else -1
    found = [
        (sign * number(one.result, "result"), one)
        for one in candidates
        if one.result is not None
        and number(one.distance, "distance", 0) <= within
        and sign * (one.result - own) >= gain
    ]
    return tuple(one for _result, one in sorted(found, key=lambda pair: (-pair[0], pair[1].distance, pair[1].name)))
