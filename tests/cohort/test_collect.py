"""Whatever arrives ends as accepted, older or set aside with a reason; originals are kept."""

import json
import shutil
from pathlib import Path

import pytest

from aimak.cohort.collect import collect
from aimak.cohort.ledger import ACCEPTED, OLDER, SET_ASIDE
from aimak.cohort.roster import FILE, Trainee, read_roster
from aimak.cohort.sample import sample
from aimak.errors import UserError
from aimak.lesson.answers import MIME
from aimak.project import Project

NAMES = ("budget", "budget-analyst")


@pytest.fixture
def inbox(class_project: Project) -> Path:
    sample(class_project, "budget", 3, seed=5)
    return class_project.exercises / "inbox"


def run(project: Project, roster: dict[str, Trainee] | None = None):  # type: ignore[no-untyped-def]
    course = project.exercises
    return collect(course / "inbox", course, roster or read_roster(course / FILE), NAMES)


def only(inbox: Path) -> Path:
    first, *others = sorted(inbox.glob("*.ipynb"))
    for other in others:
        other.unlink()
    return first


def test_hand_ins_are_accepted_under_the_code_that_stands_inside(class_project: Project, inbox: Path) -> None:
    originals = {path: path.read_bytes() for path in inbox.glob("*.ipynb")}
    found = run(class_project)
    assert [entry.state for entry in found.entries] == [ACCEPTED] * 3
    for entry in found.entries:
        folder = class_project.exercises / "submitted" / entry.trainee / "budget"
        assert (folder / "budget.ipynb").is_file()
        assert (folder / "timestamp.txt").read_text().startswith("2026-11-20T")
    assert {path: path.read_bytes() for path in inbox.glob("*.ipynb")} == originals


def test_collecting_again_changes_nothing(class_project: Project, inbox: Path) -> None:
    run(class_project)
    ledger = (class_project.exercises / "ledger.jsonl").read_bytes()
    again = run(class_project)
    assert again.new == 0
    assert (class_project.exercises / "ledger.jsonl").read_bytes() == ledger


def test_a_renamed_file_is_still_known(class_project: Project, inbox: Path) -> None:
    only(inbox).rename(inbox / "IMG-20261120-WA0003 (2)")
    assert [entry.state for entry in run(class_project).entries] == [ACCEPTED]


def test_of_two_tries_the_later_counts_whichever_comes_first(class_project: Project, inbox: Path) -> None:
    first = only(inbox)
    text = first.read_text(encoding="utf-8")
    later = text.replace("2026-11-20T", "2026-11-21T")
    assert later != text
    (inbox / "a later.ipynb").write_text(later, encoding="utf-8")
    found = {entry.name: entry.state for entry in run(class_project).entries}
    assert found == {"a later.ipynb": ACCEPTED, first.name: OLDER}
    (inbox / "b latest.ipynb").write_text(text.replace("2026-11-20T", "2026-11-22T"), encoding="utf-8")
    states = {entry.name: entry.state for entry in run(class_project).entries}
    assert states == {"a later.ipynb": OLDER, first.name: OLDER, "b latest.ipynb": ACCEPTED}


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "empty"),
        (b"Good evening!", "no notebook, or it was cut off"),
        (b"\xff\xfe\x00", "no notebook, or it was cut off"),
        (b"[" * 100_000, "no notebook, or it was cut off"),
        (b'{"cells": 7}', "no notebook of format 4"),
        (b'{"cells": [{"cell_type": 5}], "nbformat": 4, "nbformat_minor": 5, "metadata": {}}', "damaged"),
        (b'{"cells": [], "nbformat": 4, "nbformat_minor": 5, "metadata": {}}', "no exercise of this course"),
    ],
)
def test_what_is_no_hand_in_is_set_aside_with_a_reason(
    class_project: Project, inbox: Path, content: bytes, words: str
) -> None:
    only(inbox).write_bytes(content)
    (entry,) = run(class_project).entries
    assert entry.state == SET_ASIDE
    assert words in entry.reason


def test_trainees_who_are_not_known_are_set_aside(class_project: Project, inbox: Path) -> None:
    path = only(inbox)
    notebook = json.loads(path.read_text(encoding="utf-8"))
    for cell in notebook["cells"]:
        for output in cell.get("outputs", []):
            record = output.get("data", {}).get(MIME)
            if record and record["form"] == "who":
                record["values"]["trainee"] = "ZZ999"
    path.write_text(json.dumps(notebook), encoding="utf-8")
    (entry,) = run(class_project).entries
    assert "'ZZ999' is not in the roster" in entry.reason


def test_work_on_another_municipality_than_the_rosters_is_set_aside(class_project: Project, inbox: Path) -> None:
    only(inbox)
    roster = read_roster(class_project.exercises / FILE)
    moved = {code: Trainee(*(list(_values(one))[:5]), "M50", one.language) for code, one in roster.items()}
    (entry,) = run(class_project, moved).entries
    assert "the roster says M50" in entry.reason


def _values(trainee: Trainee) -> list[str]:
    return [trainee.code, trainee.name, trainee.sex, trainee.age, trainee.role]


def test_a_full_disk_leaves_nothing_half_taken(
    class_project: Project, inbox: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_args: object) -> bool:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("aimak.cohort.collect.write_whole", full)
    with pytest.raises(OSError, match="No space left"):
        run(class_project)
    assert not list((class_project.exercises / "submitted").rglob("*.ipynb"))
    monkeypatch.undo()
    assert [entry.state for entry in run(class_project).entries] == [ACCEPTED] * 3


def test_an_inbox_that_is_not_there_is_told(class_project: Project) -> None:
    with pytest.raises(UserError, match="There is no folder"):
        collect(class_project.root / "nowhere", class_project.exercises, {}, NAMES)


def test_links_are_not_followed(class_project: Project, inbox: Path, tmp_path: Path) -> None:
    path = only(inbox)
    outside = tmp_path / "outside.ipynb"
    shutil.move(path, outside)
    (inbox / "link.ipynb").symlink_to(outside)
    (entry,) = run(class_project).entries
    assert entry.state == SET_ASIDE
