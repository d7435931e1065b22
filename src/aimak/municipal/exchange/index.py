"""A composite index, and what its weights do to the order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from aimak.municipal.exchange.compare import number, numbers

#: Indicator -> score (0 to 100), and indicator -> weight (whole per cent, together 100).
Scores = Mapping[str, float]
Weights = Mapping[str, int]
#: Two sums closer than this are a tie: below any figure that is shown.
TIE = 1e-9


def score(value: float, values: Sequence[float], *, higher_is_better: bool = True) -> float | None:
    """``100 × (value − worst) ÷ (best − worst)``, between the worst and the best of ``values``. None without spread.

    :param values: of all places that are compared, the own one included.
    :raises ValueError: if a number is not finite, or ``value`` lies outside ``values``.
    """
    found = numbers(values, "values")
    number(value, "value")
    if not found[0] <= value <= found[-1]:
        raise ValueError(f"value must lie between the worst and the best of values, not {value!r}")
    if found[0] == found[-1]:
        return None
    share = 100 * ((value - found[0]) / (found[-1] - found[0]))  # in this order the best has 100 exactly
    return share if higher_is_better else 100 - share


def check_weights(weights: Weights) -> None:
    """Refuse weights that are no whole per cent or do not add up to 100.

    :raises ValueError: if so; the text names the indicator.
    """
    for name, weight in weights.items():
        if isinstance(weight, bool) or not isinstance(weight, int) or weight < 0:
            raise ValueError(f"weight of {name} must be a whole number from 0 on, not {weight!r}")
    if sum(weights.values()) != 100:
        raise ValueError(f"weights must add up to 100, not {sum(weights.values())}")


def composite(scores: Scores, weights: Weights) -> float:
    """``Σ weight × score ÷ 100``.

    :raises ValueError: if weights are refused, or an indicator with a weight has no score: a gap is not a zero.
    """
    check_weights(weights)
    for name, weight in weights.items():
        if weight and name not in scores:
            raise ValueError(f"scores has no {name}: leave the indicator out for everybody, or find the figure")
    return sum(weight * number(scores[name], f"score of {name}") for name, weight in weights.items() if weight) / 100


def leaning(scores: Scores, indicator: str, weight: float) -> float:
    """The index when one indicator weighs ``weight`` per cent and all others share the rest equally.

    ``weight ÷ 100 × score + (1 − weight ÷ 100) × mean of the other scores``.

    :raises ValueError: if the weight is outside 0 to 100, or ``scores`` has not this indicator and another one.
    """
    if indicator not in scores or len(scores) < 2:
        raise ValueError(f"scores must have {indicator} and at least one other indicator")
    if number(weight, "weight", 0) > 100:
        raise ValueError(f"weight must be at most 100, not {weight!r}")
    rest = [number(value, f"score of {name}") for name, value in scores.items() if name != indicator]
    return weight / 100 * number(scores[indicator], "score") + (1 - weight / 100) * sum(rest) / len(rest)


def firsts(table: Mapping[str, Scores], weights: Weights) -> tuple[str, ...]:
    """Who is first under these weights; several where they tie.

    :raises ValueError: as :func:`composite`, or if nobody is in the table.
    """
    if not table:
        raise ValueError("table must hold at least one place")
    sums = {name: composite(scores, weights) for name, scores in table.items()}
    return tuple(name for name, value in sums.items() if value >= max(sums.values()) - TIE)


def weight_grid(limits: Mapping[str, tuple[int, int]], step: int = 5) -> Iterator[dict[str, int]]:
    """Every set of weights inside the limits that adds up to 100, in steps.

    :param limits: indicator -> least and most, whole per cent.
    :raises ValueError: if ``step`` is no whole number above zero, or a least is above its most.
    """
    if isinstance(step, bool) or not isinstance(step, int) or step < 1:
        raise ValueError(f"step must be a whole number above zero, not {step!r}")
    for name, (least, most) in limits.items():
        if not 0 <= least <= most <= 100:
            raise ValueError(f"limits of {name} must keep 0 <= least <= most <= 100, not {(least, most)}")
    yield from _fill(list(limits.items()), 100, step)


def _fill(limits: list[tuple[str, tuple[int, int]]], left: int, step: int) -> Iterator[dict[str, int]]:
    if not limits:
        if left == 0:
            yield {}
        return
    (name, (least, most)), rest = limits[0], limits[1:]
    for weight in range(least, min(most, left) + 1, step):
        for others in _fill(rest, left - weight, step):
            yield {name: weight, **others}


def first_shares(table: Mapping[str, Scores], grid: Sequence[Weights]) -> dict[str, float]:
    """In which share of the sets of weights each place is first; a tie is shared out. The shares add up to 1.

    :raises ValueError: if the grid is empty, or as :func:`firsts`.
    """
    if not grid:
        raise ValueError("grid must hold at least one set of weights")
    won = dict.fromkeys(table, 0.0)
    for weights in grid:
        best = firsts(table, weights)
        for name in best:
            won[name] += 1 / len(best)
    return {name: value / len(grid) for name, value in won.items()}


def swap_weight(one: Scores, other: Scores, indicator: str) -> float | None:
    """The weight of an indicator at which two places change order, while all others share the rest equally.

    ``weight = 100 × d ÷ (d − c)``, with ``c`` the gap in the indicator and ``d`` the mean gap in all others.

    :returns: per cent between 0 and 100; None if the order is the same at every weight.
    :raises ValueError: if the two have other indicators, or fewer than two, or not this one.
    """
    if set(one) != set(other) or indicator not in one or len(one) < 2:
        raise ValueError(f"scores must have the same two or more indicators, among them {indicator}")
    gap = number(one[indicator], "score") - number(other[indicator], "score")
    rest = [number(one[name], "score") - number(other[name], "score") for name in one if name != indicator]
    mean = sum(rest) / len(rest)
    return 100 * mean / (mean - gap) if gap * mean < 0 else None
