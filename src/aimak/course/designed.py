"""What an exercise's gate cell declares: the solution, half answers that earn a stated score, and misconceptions.

A gate cell never leaves the source: it is not part of the built notebook. Answers are dicts: form -> field -> value.
In an analyst's exercise the solution stands in the task cells; answers then name the tasks whose code is another.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from aimak.errors import UserError
from aimak.i18n import plural
from aimak.i18n import translate as _

#: form -> field -> plain value; for analysts task -> code that takes the place of the solution's
Answers = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Half:
    """A designed answer that is partly right.

    :param points: the machine-marked points that it earns, for every case.
    """

    name: str
    points: float
    because: str
    answer: Callable[[Any], Answers]


@dataclass(frozen=True, slots=True)
class Misconception:
    """A way in which people get one task wrong.

    :param hint: words that the visible check must say to somebody who thinks so.
    :param answer: told the case and a right answer of the task, gives what such a trainee answers.
    """

    form: str
    name: str
    hint: str
    answer: Callable[[Any, Any], Any]


@dataclass(frozen=True, slots=True)
class Designed:
    """Everything that a gate cell declares."""

    solution: Callable[[Any], Answers]
    halves: tuple[Half, ...]
    misconceptions: tuple[Misconception, ...]


def solution(function: Callable[[Any], Answers]) -> Callable[[Any], Answers]:
    """Mark the function that solves every case."""
    function.__aimak__ = "solution"  # type: ignore[attr-defined]
    return function


def half(*, points: float, because: str) -> Callable[[Callable[[Any], Answers]], Half]:
    """Declare a half answer and what it earns."""
    return lambda function: Half(function.__name__, points, because, function)


def misconception(form: str, name: str, *, hint: str) -> Callable[[Callable[[Any, Any], Any]], Misconception]:
    """Declare a misconception of one task."""
    return lambda function: Misconception(form, name, hint, function)


def collect(namespace: Mapping[str, Any], exercise: str) -> Designed:
    """What the gate cell of ``exercise`` declared.

    :raises UserError: if it declares no solution, or more than one.
    """
    every = list(_each(namespace.values()))
    solutions = [v for v in every if getattr(v, "__aimak__", None) == "solution"]
    if len(solutions) != 1:
        raise UserError(
            plural(
                "{file}: the gate cell declares {count} solution.",
                "{file}: the gate cell declares {count} solutions.",
                len(solutions),
            ).format(file=f"exercises/{exercise}.md", count=len(solutions)),
            _("Mark exactly one function with {mark}.").format(mark="@solution"),
        )
    return Designed(
        solutions[0],
        tuple(v for v in every if isinstance(v, Half)),
        tuple(v for v in every if isinstance(v, Misconception)),
    )


def _each(values: Iterable[Any]) -> Iterator[Any]:
    """What a gate cell names, one by one; tests take theirs as tuples from a key that both share."""
    for value in values:
        yield from value if isinstance(value, tuple) else (value,)
