"""Surveys and registers are read as they are, and each rule names what breaks it."""

from pathlib import Path

import pytest

from aimak.data import municipalities, years
from aimak.data.feedback import (
    SERVICES,
    all_causes,
    all_messages,
    messages,
    people_of,
    performance,
    survey,
    views,
)
from aimak.errors import UserError
from aimak.municipal.feedback import gap, undated
from tests.data.test_check import change
from tests.data.test_hearing import edit_row


def test_groups_add_up_and_every_year_has_every_service() -> None:
    for place in municipalities():
        assert sum(people_of(place.code).values()) == place.population
        for year in years():
            assert all(0 <= performance(place.code, year, service) <= 100 for service in SERVICES)


def test_the_awkward_municipalities_are_what_the_readme_says() -> None:
    assert sum(group.asked for group in survey("M12", 2025, "water")) == 12
    assert views("M22", 2025) == ()
    assert len(views("M22", 2024)) == len(SERVICES)
    assert messages("M15") == ()
    assert len(undated(messages("M34"))) == len(messages("M34")) // 2
    assert [group.name for group in survey("M20", 2025, "water")] == ["near"]
    with pytest.raises(UserError, match="no municipality"):
        messages("M99")


def test_causes_bend_what_people_say() -> None:
    low, high = [], []
    for cause in all_causes():
        for view in views(cause.municipality, 2024):
            if view.service == cause.service:
                (low if cause.cause in ("told_nobody", "last_winter") else high).append((cause.cause, gap(view)))
    assert max(points for _cause, points in low) < 0
    assert sum(points > 0 for cause, points in high if cause != "far_only") > 0.9 * sum(
        c != "far_only" for c, _p in high
    )
    assert len(all_messages()) > 700


GROUPS, SURVEYS, MESSAGES = "feedback_groups.csv", "feedback_surveys.csv", "feedback_messages.csv"


@pytest.mark.parametrize(
    ("table", "start", "old", "new", "words"),
    [
        (GROUPS, "M01,near", "near,", "near,1", "The villages of M01 have"),
        (GROUPS, "M20,near", "near", "far", "M20: only a municipality with several villages"),
        (SURVEYS, "M12,2025,water,near", ",water,near,", ",water,near,9", "A survey asks the same people"),
        (SURVEYS, "M20,2025,water,near", "near", "far", "were asked where 0 people live"),
        (SURVEYS, "M01,2025,water,near", "water", "gas", "“gas” is not allowed here"),
    ],
)
def test_a_broken_rule_is_named(package: Path, table: str, start: str, old: str, new: str, words: str) -> None:
    said = change(package, table, lambda text: edit_row(text, start, old, new))
    assert any(words in one for one in said), said


def _cell(table: Path, start: str, column: int, value: str) -> str:
    """The table with one cell of the first row that begins with ``start`` replaced."""
    lines = table.read_text(encoding="utf-8").split("\n")
    at = next(i for i, line in enumerate(lines) if line.startswith(start))
    cells = lines[at].split(",")
    cells[column] = value
    lines[at] = ",".join(cells)
    return "\n".join(lines)


@pytest.mark.parametrize(
    ("table", "start", "column", "value", "words"),
    [
        (SURVEYS, "M01,2025,water,near", 5, "900", "are satisfied, but only"),
        (MESSAGES, "M01,1,", 5, "2024-12-30", "is older than the message"),
        (MESSAGES, "M01,1,", 2, "2024-12-30", "2024-12-30 does not lie in 2025"),
        (MESSAGES, "M34,2,", 5, "2025-12-30", "nobody knows when it came"),
        (MESSAGES, "M20,1,", 4, "far", "M20 has no village that is far away"),
        (MESSAGES, "M01,1,", 3, "gossip", "“gossip” is not allowed here"),
    ],
)
def test_a_dishonest_table_is_named(package: Path, table: str, start: str, column: int, value: str, words: str) -> None:
    said = change(package, table, lambda _text: _cell(package / table, start, column, value))
    assert any(words in one for one in said), said
