"""Whatever arrives ends as accepted, older or set aside with a reason; originals are kept."""

import io
import json
import os
import shutil
import tracemalloc
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from aimak.cohort.collect import collect, unpack
from aimak.cohort.collect.run import ORIGINALS
from aimak.cohort.ledger import ACCEPTED, OLDER, SAME, SET_ASIDE, Ledger
from aimak.cohort.ledger import FILE as LEDGER
from aimak.cohort.roster import FILE, Trainee, read_roster
from aimak.cohort.sample import sample
from aimak.errors import UserError
from aimak.lesson.answers import MIME, records_in
from aimak.lesson.keeping import answers_notebook
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


def tree(folder: Path) -> dict[str, bytes]:
    files = [path for path in sorted(folder.rglob("*")) if path.is_file() and not path.name.startswith("ledger.db")]
    return {str(path.relative_to(folder)): path.read_bytes() for path in files}


def test_collecting_again_changes_nothing(class_project: Project, inbox: Path) -> None:
    (inbox / "letter.txt").write_text("Good evening!", encoding="utf-8")
    first = run(class_project)
    before = tree(class_project.exercises)
    again = run(class_project)
    assert again.new == 0
    assert again.entries == first.entries
    assert tree(class_project.exercises) == before


def test_the_order_of_the_files_decides_nothing(class_project: Project, inbox: Path) -> None:
    path = only(inbox)
    text = path.read_text(encoding="utf-8")
    for number in range(4):  # one second, four different tries
        (inbox / f"{number}.ipynb").write_text(changed(text, number), encoding="utf-8")
        os.utime(inbox / f"{number}.ipynb", (1_790_000_000, 1_790_000_000))
    path.unlink()
    run(class_project)
    first = tree(class_project.exercises / "submitted")
    shutil.rmtree(class_project.exercises / "submitted")
    (class_project.exercises / LEDGER).unlink()
    for number in range(4):
        (inbox / f"{number}.ipynb").rename(inbox / f"z{9 - number}.ipynb")
    run(class_project)
    assert tree(class_project.exercises / "submitted") == first


def changed(text: str, number: int) -> str:
    """The hand-in with another answer in its first task."""
    notebook = json.loads(text)
    for cell in notebook["cells"]:
        for output in cell.get("outputs", []):
            record = output.get("data", {}).get(MIME)
            if record and record["form"] == "structure":
                record["values"]["own_share"] = 10.5 + number
    return json.dumps(notebook, ensure_ascii=False)


def test_what_was_mended_is_told_and_a_whole_file_needs_nothing(class_project: Project, inbox: Path) -> None:
    path = only(inbox)
    notebook = json.loads(path.read_text(encoding="utf-8"))
    (entry,) = run(class_project).entries
    assert entry.repairs == ()
    by_id = {cell["metadata"].get("nbgrader", {}).get("grade_id"): cell for cell in notebook["cells"]}
    notebook["cells"].remove(by_id["budget-check-printed"])
    by_id["budget-check-balance"]["source"] = "8.0"
    notebook["cells"].append(by_id["budget-setup"])
    path.write_text(changed(json.dumps(notebook), 3).replace("2026-11-20T", "2026-11-21T"), encoding="utf-8")
    (entry,) = run(class_project).entries
    assert entry.repairs == (
        "left out a copy of the cell budget-setup",
        "put back the deleted cell budget-check-printed",
        "put back the text of the locked cell budget-check-balance",
    )


def test_the_same_answers_in_other_bytes_are_the_same_hand_in(class_project: Project, inbox: Path) -> None:
    path = only(inbox)
    (inbox / "copy.ipynb").write_bytes(path.read_bytes())
    (inbox / "indented.ipynb").write_text(json.dumps(json.loads(path.read_bytes()), indent=7), encoding="utf-8")
    found = run(class_project)
    assert sorted(entry.state for entry in found.entries) == [ACCEPTED, SAME]
    with Ledger(class_project.exercises / LEDGER) as ledger:
        assert ledger.arrivals() == 3


def test_a_trainee_who_was_not_in_the_roster_is_taken_once_the_roster_is_corrected(
    class_project: Project, inbox: Path
) -> None:
    only(inbox)
    roster = read_roster(class_project.exercises / FILE)
    (entry,) = run(class_project, {"10000": next(iter(roster.values()))}).entries
    assert entry.state == SET_ASIDE
    (entry,) = run(class_project, roster).entries
    assert (entry.state, entry.reason) == (ACCEPTED, "")


def test_archives_are_opened_in_place_and_what_is_in_them_is_taken(class_project: Project, inbox: Path) -> None:
    paths = sorted(inbox.glob("*.ipynb"))
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w", zipfile.ZIP_DEFLATED) as made:
        made.write(paths[1], "../../up.ipynb")
        made.write(paths[2], "/etc/absolute.ipynb")
    with zipfile.ZipFile(inbox / "группа Өзгөн.zip", "w", zipfile.ZIP_DEFLATED) as made:
        made.write(paths[0], "үй/бюджет.ipynb")
        made.writestr("inner.zip", inner.getvalue())
        made.writestr("__MACOSX/._x.ipynb", "x")
    for path in paths:
        path.unlink()
    before = set(class_project.root.parent.rglob("*"))
    found = run(class_project)
    assert [entry.state for entry in found.entries] == [ACCEPTED] * 3
    assert {entry.name for entry in found.entries} == {
        "группа Өзгөн.zip/үй/бюджет.ipynb",
        "группа Өзгөн.zip/inner.zip/up.ipynb",
        "группа Өзгөн.zip/inner.zip/etc/absolute.ipynb",
    }
    new = set(class_project.root.parent.rglob("*")) - before
    assert all((class_project.exercises) in path.parents for path in new)


def bomb() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made, made.open("bomb.ipynb", "w", force_zip64=True) as big:
        for _ in range(200):
            big.write(bytes(1 << 20))
    return out.getvalue()


def nested() -> bytes:
    data = b"{}"
    for _ in range(9):
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as made:
            made.writestr("a.zip", data)
        data = out.getvalue()
    return data


def linked() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        about = zipfile.ZipInfo("link.ipynb")
        about.external_attr = 0o120777 << 16
        made.writestr(about, "/etc/passwd")
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (bomb, "unpacks to more than 96 MB"),
        (nested, "Unpack them"),
        (linked, "a link to another place"),
        (lambda: bomb()[:-30], "damaged or was cut off"),
        (lambda: b"Rar!\x1a\x07\x00xxxx", "Unpack it into the inbox"),
        (lambda: b"%PDF-1.7", "This is a PDF"),
        (lambda: b"\xff\xd8\xff\xe0JFIF", "This is a picture"),
        (lambda: b"<!DOCTYPE html><html>", "a web page"),
    ],
)
def test_what_cannot_be_a_hand_in_is_set_aside_and_the_others_are_taken(
    class_project: Project, inbox: Path, data: Callable[[], bytes], words: str
) -> None:
    (inbox / "bad.zip").write_bytes(data())
    found = run(class_project)
    assert [entry.state for entry in found.entries].count(ACCEPTED) == 3
    (aside,) = found.with_state(SET_ASIDE)
    assert words in aside.reason
    assert aside.reason.endswith(("again.", "folder.", "it again.", "itself.", "alone.", "send that."))


def zipped(members: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in members.items():
            made.writestr(name, data)
    return out.getvalue()


def test_archives_in_an_archive_share_its_limit_and_none_is_read_without_one(
    class_project: Project, inbox: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mib = unpack.MIB
    monkeypatch.setattr(unpack, "MAX_ARCHIVE", 2 * mib)
    monkeypatch.setattr(unpack, "MAX_FILE", mib)
    inner = [zipped({"a": bytes([n]) * mib, "b": bytes([n + 9]) * mib}) for n in range(1, 5)]
    bad = inbox / "bad.zip"
    bad.write_bytes(
        zipped({"small": b"x" * 1000, **{f"{n}.zip": d for n, d in enumerate(inner)}, "z": bytes(60 * mib)})
    )
    tracemalloc.start()
    try:
        found = list(unpack.arrived(bad, inbox))
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert sum(len(one.data) for one in found if not one.problem) <= 2 * mib
    assert all("MB. Unpack it, and collect the folder." in one.problem.words() for one in found[2:])
    assert peak < 20 * mib


def test_a_letter_of_word_is_one_file_and_is_told_as_what_it_is(class_project: Project, inbox: Path) -> None:
    parts = {"[Content_Types].xml": b"<a/>", "word/document.xml": b"<b/>", "_rels/.rels": b"<c/>"}
    (inbox / "письмо.docx").write_bytes(zipped(parts))
    (aside,) = run(class_project).with_state(SET_ASIDE)
    assert (aside.name, "This is a document" in aside.reason) == ("письмо.docx", True)


def test_a_renamed_file_is_still_known(class_project: Project, inbox: Path) -> None:
    only(inbox).rename(inbox / "IMG-20261120-WA0003 (2)")
    assert [entry.state for entry in run(class_project).entries] == [ACCEPTED]


def test_of_two_tries_the_later_counts_whichever_comes_first(class_project: Project, inbox: Path) -> None:
    first = only(inbox)
    text = first.read_text(encoding="utf-8")
    later = changed(text, 1).replace("2026-11-20T", "2026-11-21T")
    (inbox / "a later.ipynb").write_text(later, encoding="utf-8")
    found = {entry.name: entry.state for entry in run(class_project).entries}
    assert found == {"a later.ipynb": ACCEPTED, first.name: OLDER}
    latest = changed(text, 2).replace("2026-11-20T", "2026-11-22T")
    (inbox / "b latest.ipynb").write_text(latest, encoding="utf-8")
    states = {entry.name: entry.state for entry in run(class_project).entries}
    assert states == {"a later.ipynb": OLDER, first.name: OLDER, "b latest.ipynb": ACCEPTED}


def test_a_clock_that_runs_years_ahead_does_not_win_for_ever(class_project: Project, inbox: Path) -> None:
    first = only(inbox)
    text = first.read_text(encoding="utf-8")
    first.write_text(text.replace("2026-11-20T", "2041-01-01T"), encoding="utf-8")
    os.utime(first, (1_790_000_000, 1_790_000_000))
    run(class_project)
    (inbox / "corrected.ipynb").write_text(changed(text, 1).replace("2026-11-20T", "2041-01-01T"), encoding="utf-8")
    os.utime(inbox / "corrected.ipynb", (1_790_090_000, 1_790_090_000))
    states = {entry.name: entry.state for entry in run(class_project).entries}
    assert states == {first.name: OLDER, "corrected.ipynb": ACCEPTED}


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "empty"),
        (b"\x00" * 900, "empty"),
        (b"Good evening!", "This is no notebook"),
        (b"[" * 100_000, "This is no notebook"),
        (b'{"a":' * 100_000, "damaged or was cut off"),
        (b'{"cells": 7}', "There are no cells"),
        (b'{"cells": [{"cell_type": 5}], "nbformat": 4, "nbformat_minor": 5, "metadata": {}}', "no exercise of this"),
        (b'{"cells": [], "nbformat": 4, "nbformat_minor": 5, "metadata": {}}', "no exercise of this course"),
        (b'{"worksheets": [7], "nbformat": 3}', "old format 3, and damaged"),
    ],
)
def test_what_is_no_hand_in_is_set_aside_with_a_reason(
    class_project: Project, inbox: Path, content: bytes, words: str
) -> None:
    only(inbox).write_bytes(content)
    (entry,) = run(class_project).entries
    assert entry.state == SET_ASIDE
    assert words in entry.reason
    kept = class_project.exercises / ORIGINALS / entry.sha256[:2] / f"{entry.sha256}.ipynb"
    assert kept.read_bytes() == content


def test_a_typing_error_in_a_code_is_named_as_one(class_project: Project, inbox: Path) -> None:
    path = only(inbox)
    code = next(c for c in read_roster(class_project.exercises / FILE) if f'"{c}"' in path.read_text(encoding="utf-8"))
    wrong = code[:-1] + str((int(code[-1]) + 1) % 10)
    path.write_text(path.read_text(encoding="utf-8").replace(f'"{code}"', f'"{wrong}"'), encoding="utf-8")
    (entry,) = run(class_project).entries
    assert "last digit does not fit" in entry.reason


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
    assert "“ZZ999” is not in the roster" in entry.reason


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

    monkeypatch.setattr("aimak.cohort.collect.run.write_whole", full)
    with pytest.raises(UserError, match="No space left"):
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


def test_a_damaged_ledger_is_told_with_the_mend(class_project: Project, inbox: Path) -> None:
    ledger = class_project.exercises / LEDGER
    ledger.write_text("no database at all " * 99, encoding="utf-8")
    with pytest.raises(UserError, match="collect the inbox again"):
        run(class_project)
    ledger.unlink()
    assert [entry.state for entry in run(class_project).entries] == [ACCEPTED] * 3


@pytest.mark.parametrize("name", [".ipynb", ".budget.ipynb"])
def test_a_file_of_which_only_the_ending_is_left_is_taken(class_project: Project, inbox: Path, name: str) -> None:
    path = only(inbox)
    (inbox / "all.zip").write_bytes(zipped({"._a.ipynb": b"x", ".DS_Store": b"x", name: path.read_bytes()}))
    path.rename(inbox / name)
    (inbox / f"._{name}").write_text("what a Mac adds")
    found = run(class_project)
    assert [(entry.state, entry.name) for entry in found.entries] == [(ACCEPTED, name)]


def test_files_with_the_same_bytes_are_counted_though_they_are_one_hand_in(class_project: Project, inbox: Path) -> None:
    first = only(inbox)
    shutil.copyfile(first, inbox / "budget (2).ipynb")
    found = run(class_project)
    assert ([entry.state for entry in found.entries], found.copies) == ([ACCEPTED], 1)


def test_a_try_without_a_municipality_does_not_take_the_place_of_one_that_can_be_marked(
    class_project: Project, inbox: Path
) -> None:
    first = only(inbox)
    run(class_project)
    text = first.read_text(encoding="utf-8")
    notebook = json.loads(text)
    for cell in notebook["cells"]:
        for output in cell.get("outputs", []):
            record = output.get("data", {}).get(MIME)
            if record and record["form"] == "who":
                record["values"]["municipality"] = None
                record["saved_at"] = "2026-11-21T10:00:00+00:00"
                output["data"].pop("text/html")
    (inbox / "later.ipynb").write_text(json.dumps(notebook), encoding="utf-8")
    states = {entry.name: (entry.state, entry.reason) for entry in run(class_project).entries}
    assert states[first.name][0] == ACCEPTED
    assert states["later.ipynb"][0] == SET_ASIDE
    assert "has chosen no municipality" in states["later.ipynb"][1]


@pytest.mark.parametrize("name", ["budget-48213-20261125-1430.ipynb.txt", "budget-48213.json", "budget (1).ipynb.txt"])
def test_a_file_shared_under_a_kind_that_messengers_take_is_accepted(
    class_project: Project, inbox: Path, name: str
) -> None:
    only(inbox).rename(inbox / name)
    (entry,) = run(class_project).entries
    assert (entry.state, entry.repairs) == (ACCEPTED, ())


def test_a_file_with_the_answers_alone_becomes_the_same_hand_in(class_project: Project, inbox: Path) -> None:
    path = only(inbox)
    (whole,) = run(class_project).entries
    place = class_project.exercises / "submitted" / whole.trainee / "budget" / "budget.ipynb"
    before = place.read_bytes()
    shutil.rmtree(place.parent)
    records = records_in(json.loads(path.read_text(encoding="utf-8")), "budget")
    path.write_text(json.dumps(answers_notebook("budget", records), ensure_ascii=False), encoding="utf-8")
    for ledger in class_project.exercises.glob("ledger.db*"):
        ledger.unlink()
    (entry,) = run(class_project).entries
    assert (entry.state, entry.trainee) == (ACCEPTED, whole.trainee)
    assert list(entry.repairs) == ["made it whole: the file held the answers alone"]
    assert place.read_bytes() == before
