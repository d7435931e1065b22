"""Hand-ins that could not be graded are told each, unless a whole class has the same reason."""

from __future__ import annotations

import pytest

from aimak.cli.failed import ONE_BY_ONE, say_failed
from aimak.cohort.grading.run import Graded


def failed(count: int, reason: str, exercise: str = "budget") -> list[Graded]:
    return [Graded(f"T{number:02}", exercise, "failed", reason) for number in range(count)]


def test_a_few_have_a_line_each(capsys: pytest.CaptureFixture[str]) -> None:
    say_failed(failed(ONE_BY_ONE, "no fence"))
    lines = capsys.readouterr().err.splitlines()
    assert lines == [f"Not graded: T{number:02}, budget: no fence" for number in range(ONE_BY_ONE)]


def test_a_class_that_shares_a_reason_is_told_it_once_and_another_reason_is_not_lost(
    capsys: pytest.CaptureFixture[str],
) -> None:
    say_failed([*failed(31, "no fence"), *failed(1, "no notebook"), *failed(6, "no fence", "water")])
    assert capsys.readouterr().err.splitlines() == [
        "Not graded: T00, budget: no fence",
        "Not graded either, of budget, for the same reason: 30 other hand-ins",
        "Not graded: T00, budget: no notebook",
        "Not graded: T00, water: no fence",
        "Not graded either, of water, for the same reason: 5 other hand-ins",
    ]
