"""Several gates at a time: the same verdicts as one after the other, in the author's language."""

import contextlib
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from aimak.course.gate import Verdict, gate
from aimak.course.gates import gates
from aimak.errors import UserError
from aimak.i18n import speaking
from aimak.project import Project


def _spoil(project: Project, name: str) -> None:
    path = project.exercises / f"{name}.md"
    text = path.read_text(encoding="utf-8")
    assert "@half(points=" in text
    path.write_text(text.replace("@half(points=", "@half(points=0.0 * ", 1), encoding="utf-8")


@pytest.mark.slow
def test_two_at_a_time_say_what_one_says_in_the_language_of_the_command(project: Project) -> None:
    _spoil(project, "budget")
    _spoil(project, "budget-analyst")
    with speaking("ru"):
        alone = {name: gate(project, name) for name in ("budget", "budget-analyst")}
        found = {verdict.name: verdict for verdict in gates(project, list(alone), workers=2)}
    assert found == alone
    said = [problem for verdict in found.values() for problem in verdict.problems]
    assert len(said) >= 2
    assert all(re.search("[а-я]{4}", problem) for problem in said)


def test_a_source_that_cannot_be_read_stops_with_its_name_and_the_mend(project: Project) -> None:
    path = project.exercises / "budget.md"
    path.write_text(path.read_text(encoding="utf-8").replace(":points: 5", ":points: five", 1), encoding="utf-8")
    with pytest.raises(UserError) as alone:
        gate(project, "budget")
    with pytest.raises(UserError) as said:
        list(gates(project, ["budget", "budget-analyst"], workers=2))
    assert "budget" in said.value.what
    assert (said.value.what, said.value.mend) == (alone.value.what, alone.value.mend)


def test_no_exercise_has_no_verdict(project: Project) -> None:
    found: list[Verdict] = list(gates(project, []))
    assert found == []


@pytest.mark.parametrize("after", [0.0, 1.0])
@pytest.mark.skipif(sys.platform != "linux", reason="looks at the processes below another one in /proc")
def test_ctrl_c_while_processes_start_ends_all_of_them_and_shows_nobody_a_traceback(
    project: Project, after: float
) -> None:
    command = [sys.executable, "-m", "aimak", "exercises", "check", "--project", str(project.root), "--workers", "2"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, start_new_session=True) as run:
        until = time.monotonic() + 60
        while not (started := _workers(run.pid)) and time.monotonic() < until:
            time.sleep(0.02)
        time.sleep(after)
        os.killpg(run.pid, signal.SIGINT)  # as a terminal does: to all of them
        _out, said = run.communicate(timeout=60)
    assert started
    assert run.returncode == 130, said
    assert "Traceback" not in said
    assert not any(Path(f"/proc/{pid}").exists() for pid in started)


def _workers(pid: int) -> list[int]:
    """The processes below it that are to hold exercises to the gate; they have not begun yet."""
    found: list[int] = []
    for path in Path(f"/proc/{pid}/task").glob("*/children"):
        with contextlib.suppress(OSError):  # it ended meanwhile
            children = [int(child) for child in path.read_text().split()]
            found += [one for one in children if b"spawn_main" in Path(f"/proc/{one}/cmdline").read_bytes()]
    return found
