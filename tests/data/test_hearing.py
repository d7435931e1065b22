"""The hearings add up to the programme's totals, and each rule names what breaks it."""

from pathlib import Path

import pytest

from aimak.data import municipalities
from aimak.data.hearing import all_hearings, all_proposals, hearings, register, wishes
from aimak.data.programme import HEARING_PEOPLE, HEARING_PLACES, HEARINGS
from aimak.errors import UserError
from aimak.municipal.hearing import Kind, Status, answered
from tests.data.test_check import change


def edit_row(text: str, start: str, old: str, new: str) -> str:
    lines = text.split("\n")
    at = next(i for i, line in enumerate(lines) if line.startswith(start))
    assert old in lines[at]
    lines[at] = lines[at].replace(old, new, 1)
    return "\n".join(lines)


def test_the_tables_add_up_to_the_programmes_totals() -> None:
    held = all_hearings()
    assert len(held) == HEARINGS
    assert sum(one.hearing.people for one in held) == HEARING_PEOPLE
    assert len({one.municipality for one in held}) == HEARING_PLACES
    for place in municipalities():
        own = hearings(place.code)
        assert len(own) == place.hearings
        assert sum(one.hearing.people for one in own) == place.hearing_people
        assert [one.hearing.date for one in own] == sorted(one.hearing.date for one in own)


def test_the_awkward_municipalities_are_what_the_readme_says() -> None:
    assert hearings("M27") == ()
    assert register("M27") == ()
    assert not [one for one in hearings("M31") if one.hearing.year == 2025]
    assert [one.hearing.people for one in hearings("M06")].count(3) == 1
    assert [one.hearing.minutes for one in hearings("M19")].count(False) == 1
    assert register("M38")
    assert not answered(line.proposal for line in register("M38"))
    with pytest.raises(UserError, match="no municipality"):
        hearings("M99")


def test_a_register_is_read_in_whole_som_with_its_wishes() -> None:
    labels = {one.wish: one for one in wishes()}
    for line in all_proposals():
        assert line.proposal.cost % 1000 == 0
        assert line.proposal.topic is labels[line.wish].topic
        assert labels[line.wish].ours or line.proposal.status is not Status.ACCEPTED
    assert {one.hearing.kind for one in all_hearings()} == set(Kind)
    assert len(all_proposals()) > 120


HEARING, PROPOSAL = "hearings.csv", "hearing_proposals.csv"


@pytest.mark.parametrize(
    ("table", "start", "old", "new", "words"),
    [
        (HEARING, "M02,M02-1", ",32,", ",33,", "The column adds up to 3299, not to the programme's 3298"),
        (HEARING, "M02,M02-1", ",32,", ",33,", "M02: 117, but hearing_people of municipalities.csv says 116"),
        (HEARING, "M02,M02-1", "M02,", "M01,", "17 municipalities held hearings, not the programme's 16"),
        (HEARING, "M02,M02-1", ",32,8,", ",32,33,", "women: 33 is more than the 32 people who came"),
        (HEARING, "M02,M02-1", ",8,true", ",18,true", "villages: People came from 18 villages"),
        (HEARING, "M02,M02-1", ",2024,", ",2023,", "date: 2024-07-12 does not lie in 2023"),
        (HEARING, "M02,M02-1", ",true,", ",false,", "minutes: Only minutes tell who came"),
        (HEARING, "M02,M02-1", "M02-1", "M02-9", "M02-1 is not in hearings.csv"),
        (HEARING, "M02,M02-1", "draft", "party", "kind: “party” is not allowed here"),
        (PROPOSAL, "M02,M02-1", "M02,", "M01,", "hearing: The hearing M02-1 was held by M02"),
        (PROPOSAL, "M02,M02-1", "M02,M02-1", "M02,M19-2", "The hearing M19-2 has no minutes"),
    ],
)
def test_a_broken_rule_is_named(package: Path, table: str, start: str, old: str, new: str, words: str) -> None:
    said = change(package, table, lambda text: edit_row(text, start, old, new))
    assert any(words in one for one in said), said


@pytest.mark.parametrize(
    ("find", "old", "new", "words"),
    [
        (",declined,no_money,", ",no_money,", ",,", "reason: A declined proposal has a reason"),
        (",declined,not_ours,", ",declined,not_ours,", ",accepted,,", "status: This wish is not for the municipality"),
        (",open,,", ",open,,", ",open,,2025-12-01", "answered: It was answered, but nobody has decided it"),
        (",no_money,2024-", ",no_money,2024-", ",no_money,2022-", "is older than its hearing"),
    ],
)
def test_a_dishonest_register_is_named(package: Path, find: str, old: str, new: str, words: str) -> None:
    text = (package / PROPOSAL).read_text(encoding="utf-8")
    start = next(line for line in text.split("\n") if find in line)
    said = change(package, PROPOSAL, lambda whole: edit_row(whole, start, old, new))
    assert any(words in one for one in said), said


def test_a_hearing_too_few_is_named(package: Path) -> None:
    said = change(
        package, HEARING, lambda text: "\n".join(r for r in text.split("\n") if not r.startswith("M19,M19-2"))
    )
    assert any("There are 61 hearings, not the programme's 62" in one for one in said)
