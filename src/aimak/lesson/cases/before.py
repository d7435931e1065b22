"""The case of the test before the course."""

from __future__ import annotations

from aimak.lesson.cases.before_after import TestCase, test_case


def case(code: str) -> TestCase:
    """The case of a municipality.

    :raises UserError: if there is no such municipality.
    """
    return test_case("before", code)
