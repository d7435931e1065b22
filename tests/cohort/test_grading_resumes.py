"""Whatever ends a run, the next one finishes the job, and nothing tells the two apart."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from aimak.cohort.grading import How, grade
from aimak.cohort.sample import sample
from aimak.project import Project
from tests.cohort.conftest import ANALYST, left_behind, solved, submit

pytestmark = pytest.mark.fence
FORMS, CODES = 130, 3
#: Ends the process, as if the power went, at the n-th call of something that a run does.
KILLER = """
import os, signal, sys
from pathlib import Path
import aimak.cohort.grading.run as run
from aimak.cohort.grading import How, grade
from aimak.cohort.grading.book import Book
from aimak.cohort.ledger import Ledger

course, what, count = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
owner, name = {"file": (run, "write_whole"), "book": (Book, "write"), "ledger": (Ledger, "note_graded")}[what]
real, calls = getattr(owner, name), [0]

def counted(*args, **named):
    calls[0] += 1
    if calls[0] == count:
        os.kill(os.getpid(), signal.SIGKILL)
    return real(*args, **named)

setattr(owner, name, counted)
grade(course, ("budget", "budget-analyst"), How(workers=2))
"""


@pytest.fixture
def classroom(class_project: Project) -> Project:
    """More forms than one batch holds, and some code."""
    sample(class_project, "budget", 10, seed=4)
    paths = sorted((class_project.exercises / "inbox").glob("*.ipynb"))
    for number in range(FORMS):
        submit(class_project, f"F{number:03}", paths[number % 10])
    for number in range(CODES):
        submit(class_project, f"A{number}", solved(class_project), ANALYST)
    return class_project


def undisturbed(classroom: Project, tmp_path: Path) -> dict[str, object]:
    twin = tmp_path / "twin"
    shutil.copytree(classroom.exercises, twin)
    grade(twin, ("budget", ANALYST), How(workers=2))
    return left_behind(twin, ("budget", ANALYST))


def test_a_run_that_is_killed_between_any_two_steps_is_carried_on(classroom: Project, tmp_path: Path) -> None:
    course = classroom.exercises
    expected = undisturbed(classroom, tmp_path)
    for what, count in (("file", 1), ("file", 70), ("book", 1), ("ledger", 1), ("book", 2), ("ledger", 2)):
        command = [sys.executable, "-c", KILLER, str(course), what, str(count)]
        done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
        assert done.returncode in (-signal.SIGKILL, 0), done.stderr
    again = grade(course, ("budget", ANALYST), How(workers=2))
    assert {one.state for one in again} <= {"graded", "unchanged"}
    assert left_behind(course, ("budget", ANALYST)) == expected
    assert {one.state for one in grade(course, ("budget", ANALYST))} == {"unchanged"}


def test_the_command_killed_at_random_moments_ends_in_the_same_gradebook(classroom: Project, tmp_path: Path) -> None:
    course = classroom.exercises
    expected = undisturbed(classroom, tmp_path)
    draw = random.Random(11)
    command = [sys.executable, "-m", "aimak", "cohort", "grade", "--workers", "2", "--project", str(classroom.root)]
    for _ in range(5):
        with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as run:
            time.sleep(draw.uniform(1.5, 5.5))
            run.send_signal(signal.SIGKILL)
    done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stderr
    assert left_behind(course, ("budget", ANALYST)) == expected
    assert not _warm_parents(os.getpid())


def _warm_parents(below: int) -> list[str]:
    """Warm parents that outlived the process that started them."""
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline:
        found = []
        for path in Path("/proc").glob("[0-9]*/status"):
            try:
                text = path.read_text()
                line = path.with_name("cmdline").read_bytes()
            except OSError:
                continue
            if b"aimak.execution.warm" in line and "\nPPid:\t1\n" in text:
                found.append(line.decode())
        if not found:
            return []
        time.sleep(0.2)
    return found


FULL = """
import os, sys
from pathlib import Path
from aimak.cohort.grading import How, grade
from aimak.errors import UserError
from tests.cohort.conftest import left_behind

course = Path(sys.argv[1])
before = dict()
ballast = course / "ballast"
free = os.statvfs(course)
ballast.write_bytes(bytes(max(0, free.f_bavail * free.f_frsize - 700_000)))
try:
    grade(course, ("budget",), How(workers=1))
except UserError as error:
    print("told:", error.what, error.mend)
else:
    print("the disk was not full")
ballast.unlink()
grade(course, ("budget",), How(workers=1))
import pickle
Path(sys.argv[2]).write_bytes(pickle.dumps(left_behind(course, ("budget",))))
"""


def test_a_full_disk_stops_the_run_in_words_and_the_next_one_finishes(classroom: Project, tmp_path: Path) -> None:
    import pickle

    for number in range(CODES):
        shutil.rmtree(classroom.exercises / "submitted" / f"A{number}")
    expected = undisturbed_forms(classroom, tmp_path)
    disk, out = tmp_path / "disk", tmp_path / "out"
    disk.mkdir()
    # A disk of its own that only this test's processes see.
    script = (
        f'mount -t tmpfs -o size=60m tmpfs "{disk}" && cp -r "{classroom.exercises}/." "{disk}/" && '
        f'"{sys.executable}" -c "$0" "{disk}" "{out}"'
    )
    done = subprocess.run(
        ["unshare", "--user", "--map-root-user", "--mount", "sh", "-c", script, FULL],
        capture_output=True, text=True, timeout=300, check=False, cwd=Path(__file__).parents[2],
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "told: The grades could not be written" in done.stdout
    assert "Make room on the disk" in done.stdout
    assert pickle.loads(out.read_bytes()) == expected


def undisturbed_forms(classroom: Project, tmp_path: Path) -> dict[str, object]:
    twin = tmp_path / "twin"
    shutil.copytree(classroom.exercises, twin)
    grade(twin, ("budget",))
    return left_behind(twin, ("budget",))


def test_ctrl_c_ends_a_run_soon_and_keeps_what_was_graded(classroom: Project) -> None:
    submit(classroom, "A0", with_sleep(classroom), ANALYST)
    command = [sys.executable, "-m", "aimak", "cohort", "grade", "--workers", "2", "--project", str(classroom.root)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True) as run:
        deadline = time.monotonic() + 60
        made = classroom.exercises / "autograded"
        while time.monotonic() < deadline and len(list(made.glob("F*"))) < FORMS:
            time.sleep(0.2)
        time.sleep(1)
        sent = time.monotonic()
        run.send_signal(signal.SIGINT)
        _out, said = run.communicate(timeout=60)
        assert time.monotonic() - sent < 10
    assert run.returncode != 0
    assert "Traceback" not in said
    done = grade(classroom.exercises, ("budget",))
    assert {one.state for one in done} == {"unchanged"}


def with_sleep(project: Project) -> object:
    notebook = solved(project)
    for cell in notebook.cells:
        if cell.metadata.get("nbgrader", {}).get("grade_id") == f"{ANALYST}-task-variance":
            cell.source = "import time\ntime.sleep(50)"
    return notebook
