"""The meetings are what the README says, and each rule names what breaks it."""

from pathlib import Path

import pytest

from aimak.data import municipalities
from aimak.data.participation import GROUPS, EventKind, EventLevel, all_events, events, far_people
from aimak.errors import UserError
from tests.data.test_check import change
from tests.data.test_hearing import edit_row

EVENTS, PLACES = "participation_events.csv", "participation_places.csv"


def test_every_municipality_has_meetings_with_parts_within_their_wholes() -> None:
    for place in municipalities():
        held = events(place.code)
        assert len(held) in (4, 6)
        assert [one.day for one in held] == sorted(one.day for one in held)
        for one in held:
            for group in GROUPS:
                seen = one.presence(group)
                assert seen.present is None or seen.present <= seen.known
                assert seen.population == place.population
    assert {one.kind for one in all_events()} == set(EventKind)
    assert {one.level for one in all_events()} == set(EventLevel)


def test_the_awkward_municipalities_are_what_the_readme_says() -> None:
    for code in ("M03", "M34"):
        assert {one.year for one in events(code)} == {2023, 2024}
    for code in ("M06", "M39"):
        assert [one.people for one in events(code)].count(3) == 1
    for code in ("M12", "M44"):
        assert all(one.youth is None and one.age_unknown == one.people for one in events(code))
    for code in ("M16", "M30"):
        assert all(one.minorities is None for one in events(code))
    assert far_people("M20") == 0
    assert all(one.far is None for one in events("M20"))
    with pytest.raises(UserError, match="no municipality"):
        events("M99")
    with pytest.raises(KeyError):
        events("M01")[0].presence("men")


@pytest.mark.parametrize(
    ("table", "start", "old", "new", "words"),
    [
        (EVENTS, "M01,M01-p1", ",92,36,", ",92,93,", "women: 93 is more than the 92 people who came"),
        (EVENTS, "M01,M01-p1", ",14,0,", ",14,80,", "youth: 14 young people, but the age of 12 is known"),
        (EVENTS, "M01,M01-p1", ",14,0,", ",,0,", "youth: Young people are counted where an age is known"),
        (EVENTS, "M01,M01-p1", "village", "rayon", "level: Only a meeting of stakeholders is held above the village"),
        (EVENTS, "M01,M01-p1", "M01,M01-p1", "M02,M01-p1", "event: The mark M01-p1 belongs to another municipality"),
        (EVENTS, "M01,M01-p1", "assembly", "party", "kind: “party” is not allowed here"),
        (EVENTS, "M01,M01-p1", "M01,M01-p1", "M77,M01-p1", "M77"),
        (PLACES, "M20", ",0", ",10", "far_people: Near and far villages add up to 7861"),
        (PLACES, "M20", ",0", ",10", "far_people: Only a municipality of one village has nobody in far villages"),
    ],
)
def test_a_broken_rule_is_named(package: Path, table: str, start: str, old: str, new: str, words: str) -> None:
    said = change(package, table, lambda text: edit_row(text, start, old, new))
    assert any(words in one for one in said), said


def test_far_people_of_one_village_are_refused(package: Path) -> None:
    def edit(text: str) -> str:
        lines = text.split("\n")
        at = next(i for i, line in enumerate(lines) if line.startswith("M20,"))
        cells = lines[at].split(",")
        cells[10] = "3"
        return "\n".join([*lines[:at], ",".join(cells), *lines[at + 1 :]])

    assert any("more than one village" in one for one in change(package, EVENTS, edit))


def test_a_municipality_without_a_row_is_named(package: Path) -> None:
    def edit(text: str) -> str:
        return "".join(line for line in text.splitlines(keepends=True) if not line.startswith("M50"))

    assert any("There is no row for M50" in one for one in change(package, PLACES, edit))
