"""Paths and plans: every unit is on a path, and minutes add up to what the page says."""

import re
from itertools import pairwise

import pytest

from aimak.course.units import UNITS
from tests.conftest import ROOT

PAGE = (ROOT / "book" / "paths.md").read_text(encoding="utf-8")
FORUM = (ROOT / "book" / "forum.md").read_text(encoding="utf-8")
ROLES = ("Accountant", "Head of aiyl okmotu", "Deputy", "Service manager", "Active citizen")
PLANS = ("Half a day", "First day: the money", "Second day: the people")


def section(text: str, heading: str) -> str:
    """What stands below a heading, up to the next one of any level."""
    return re.split(r"^#+ ", re.split(rf"^#+ {re.escape(heading)}\n", text, flags=re.MULTILINE)[1], flags=re.MULTILINE)[
        0
    ]


def rows(text: str) -> list[list[str]]:
    """The cells of each row of the section's table, without its head."""
    found = [re.split(r"\s*\|\s*", line.strip("| ")) for line in text.splitlines() if line.startswith("|")]
    return found[2:]


def minutes_of_day(told: str) -> int:
    hours, minutes = told.split(":")
    return 60 * int(hours) + int(minutes)


def test_every_unit_is_on_a_path() -> None:
    on_paths = {unit for role in ROLES for unit in re.findall(r"chapters/(\w+)\.md", section(PAGE, role))}
    assert on_paths == {unit.name for unit in UNITS}


def test_the_parts_of_a_unit_add_up() -> None:
    parts = {row[0]: int(row[1]) for row in rows(section(PAGE, "Paths and plans"))}
    together = parts.pop("Together")
    assert together == sum(parts.values())
    assert all(int(row[-1]) == together for role in ROLES for row in rows(section(PAGE, role))[:-1])


@pytest.mark.parametrize("role", ROLES)
def test_a_path_says_what_people_can_do_and_how_long_it_takes(role: str) -> None:
    text = section(PAGE, role)
    assert len(re.findall(r"^- ", text, flags=re.MULTILINE)) >= 3
    *units, last = rows(text)
    assert int(last[-1]) == sum(int(row[-1]) for row in units)


@pytest.mark.parametrize("plan", PLANS)
def test_a_plan_of_a_day_adds_up_and_follows_the_clock(plan: str) -> None:
    *steps, last = rows(section(PAGE, plan))
    assert int(last[1]) == sum(int(row[1]) for row in steps)
    for before, after in zip(steps, [*steps[1:], last], strict=True):
        assert minutes_of_day(before[0]) + int(before[1]) == minutes_of_day(after[0]), after


def test_a_week_on_ones_own_takes_as_long_as_a_unit() -> None:
    *days, last = rows(section(PAGE, "On your own, over weeks"))
    assert int(last[1]) == sum(int(row[1]) for row in days)
    assert f"| Together | {last[1]} |" in PAGE


def test_the_half_day_of_a_forum_takes_four_hours() -> None:
    steps = rows(section(FORUM, "A half day"))
    assert sum(int(row[1]) for row in steps) == 240
    for before, after in pairwise(steps):
        assert minutes_of_day(before[0]) + int(before[1]) == minutes_of_day(after[0]), after
