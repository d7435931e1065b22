"""Indicators of a service: what kind each is, whether its target is reached, and whether a target is worth setting."""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What an indicator counts: what goes in, what is done, or what people get."""

    INPUT = "input"
    OUTPUT = "output"
    OUTCOME = "outcome"


class Better(StrEnum):
    """Which way is good: ``UP`` for households served, ``DOWN`` for missed stops."""

    UP = "up"
    DOWN = "down"


class Status(StrEnum):
    """Where an indicator stands against its target."""

    REACHED = "reached"
    NEAR = "near"
    MISSED = "missed"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Indicator:
    """One indicator. ``target`` and ``actual`` are in the indicator's own unit; ``actual`` None was not measured.

    :raises ValueError: if target or actual is negative or not finite.
    """

    key: str
    kind: Kind
    target: float
    actual: float | None
    better: Better = Better.UP

    def __post_init__(self) -> None:
        for name, value in (("target", self.target), ("actual", self.actual)):
            if value is not None and (not math.isfinite(value) or value < 0):
                raise ValueError(f"{name} of {self.key!r} must be finite and not negative, not {value}")


def status(indicator: Indicator, near: float = 0.1) -> Status:
    """Whether the target is reached, nearly reached (within ``near`` of it), missed, or nobody measured.

    :param near: a share of the target, 0 to 1; a convention of the course, not a norm.
    :raises ValueError: if ``near`` is not between 0 and 1.
    """
    if not 0 <= near <= 1:
        raise ValueError(f"near must be a share between 0 and 1, not {near}")
    if indicator.actual is None:
        return Status.UNKNOWN
    upwards = indicator.better is Better.UP
    short = indicator.target - indicator.actual if upwards else indicator.actual - indicator.target
    if short <= 0:
        return Status.REACHED
    return Status.NEAR if short <= near * indicator.target else Status.MISSED


class TargetFault(StrEnum):
    """Why a target moves nobody."""

    NOT_MEASURED = "not_measured"
    ALREADY_REACHED = "already_reached"
    OUT_OF_REACH = "out_of_reach"


def target_fault(target: float | None, before: float, best: float, better: Better) -> TargetFault | None:
    """What is wrong with a target, or None if it is a step that somebody has taken before.

    :param target: the target in the indicator's unit; None if it is words only.
    :param before: what was reached on average last year; ``best`` what was reached in its best month.
    :raises ValueError: if a number is negative or not finite, or ``best`` is worse than ``before``.
    """
    sign = 1 if better is Better.UP else -1
    for name, value in (("target", target), ("before", before), ("best", best)):
        if value is not None and (not math.isfinite(value) or value < 0):
            raise ValueError(f"{name} must be finite and not negative, not {value}")
    if sign * best < sign * before:
        raise ValueError(f"best must not be worse than before: {best} against {before}")
    if target is None:
        return TargetFault.NOT_MEASURED
    if sign * target <= sign * before:
        return TargetFault.ALREADY_REACHED
    return TargetFault.OUT_OF_REACH if sign * target > sign * best else None
