"""A gradebook on a real PostgreSQL server, and the work on a real Dask cluster, one worker of which is lost."""

from __future__ import annotations

import contextlib
import os
import pwd
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from aimak.cohort.grading import How, cluster, grade
from aimak.cohort.results import results
from aimak.cohort.sample import sample
from aimak.course import stock
from aimak.errors import UserError
from aimak.project import Project
from tests.cohort.conftest import ANALYST, left_behind, solved, submit

pytestmark = pytest.mark.fence
POSTGRESQL = sorted(Path("/usr/lib/postgresql").glob("*/bin"))


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        return int(taken.getsockname()[1])


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """A PostgreSQL server of its own, which listens on this machine only; gives its address."""
    assert POSTGRESQL, "PostgreSQL is missing. Install it: apt-get install postgresql"
    tools, port = POSTGRESQL[-1], free_port()
    folder = Path(tempfile.mkdtemp(prefix="aimak-pg-"))
    user: dict[str, object] = {}
    if os.geteuid() == 0:  # the server refuses to run as root
        owner = pwd.getpwnam("postgres")
        os.chown(folder, owner.pw_uid, owner.pw_gid)
        user = {"user": owner.pw_uid, "group": owner.pw_gid, "extra_groups": []}
    data = folder / "data"
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.PIPE, "cwd": folder, **user}
    subprocess.run([tools / "initdb", "-A", "trust", "-U", "aimak", "-E", "UTF8", data], check=True, **quiet)  # type: ignore[call-overload]
    settings = {"listen_addresses": "127.0.0.1", "port": port, "unix_socket_directories": folder, "fsync": "off"}
    command = [tools / "postgres", "-D", data, *(part for k, v in settings.items() for part in ("-c", f"{k}={v}"))]
    run = subprocess.Popen(command, **{**quiet, "stderr": subprocess.DEVNULL})  # type: ignore[call-overload]
    try:
        wait_for(port)
        yield f"postgresql+pg8000://aimak@127.0.0.1:{port}/postgres"
    finally:
        run.send_signal(signal.SIGINT)
        run.wait(20)
        shutil.rmtree(folder)


def wait_for(port: int) -> None:
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            time.sleep(0.5)
            return
        time.sleep(0.1)
    raise AssertionError("the server did not start")


def fill(project: Project, forms: int, codes: int) -> None:
    sample(project, "budget", min(forms, 8), seed=6)
    paths = sorted((project.exercises / "inbox").glob("*.ipynb"))
    for number in range(forms):
        submit(project, f"F{number:03}", paths[number % len(paths)])
    for number in range(codes):
        submit(project, f"A{number:02}", solved(project), ANALYST)


def test_a_gradebook_on_postgresql_holds_what_a_file_holds(
    class_project: Project, server: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    course = class_project.exercises
    fill(class_project, 8, 1)
    names = ("budget", ANALYST)
    grade(course, names)
    expected, listed = left_behind(course, names), results(course, names)
    monkeypatch.setenv(stock.DB_VARIABLE, server)
    for name in names:
        assert stock.release(course, name).problem == ""
    assert {one.state for one in grade(course, names)} == {"graded"}
    assert left_behind(course, names) == expected
    assert results(course, names) == listed
    with stock.open_gradebook(course) as book:
        mark = book.find_grade("budget-by-hand-explain", "budget", "budget", "F000")
        mark.manual_score = 2.5
        book.db.commit()
    grade(course, names, How(force=True))
    with stock.open_gradebook(course) as book:
        assert book.find_grade("budget-by-hand-explain", "budget", "budget", "F000").manual_score == 2.5
    command = [sys.executable, "-m", "nbgrader", "export", "--to", "all.csv"]
    done = subprocess.run(command, cwd=course, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert (course / "all.csv").read_text(encoding="utf-8").count("budget") >= 9


def test_a_database_that_is_not_there_is_told(class_project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    fill(class_project, 1, 0)
    monkeypatch.setenv(stock.DB_VARIABLE, f"postgresql+pg8000://aimak@127.0.0.1:{free_port()}/postgres")
    with pytest.raises(UserError, match="The gradebook cannot be opened"):
        grade(class_project.exercises, ("budget",))


@contextlib.contextmanager
def dask(folder: Path, workers: int) -> Iterator[tuple[str, list[subprocess.Popen[bytes]]]]:
    """A scheduler and workers, each a process of its own with a folder of its own."""
    port = free_port()
    address = f"tcp://127.0.0.1:{port}"
    env = {**os.environ, "DASK_DISTRIBUTED__COMM__TIMEOUTS__CONNECT": "20s"}
    with contextlib.ExitStack() as stack:

        def start(*words: str) -> subprocess.Popen[bytes]:
            place = folder / f"process-{len(started)}"
            place.mkdir(parents=True)
            with (place / "log").open("wb") as log:
                run = subprocess.Popen([sys.executable, "-m", "distributed.cli." + words[0], *words[1:]],
                                       cwd=place, env=env, stdout=log, stderr=log)  # fmt: skip
            stack.callback(run.wait, 20)
            stack.callback(run.kill)
            started.append(run)
            return run

        started: list[subprocess.Popen[bytes]] = []
        start("dask_scheduler", "--host", "127.0.0.1", "--port", str(port), "--no-dashboard")
        wait_for(port)
        for _ in range(workers):
            start("dask_worker", address, "--host", "127.0.0.1", "--nthreads", "1", "--no-nanny", "--no-dashboard",
                  "--local-directory", "spool")  # fmt: skip
        from distributed import Client

        with Client(address, timeout=30) as client:  # type: ignore[no-untyped-call]
            client.wait_for_workers(workers, timeout=60)
        yield address, started[1:]


def test_a_cluster_gives_the_same_marks_and_a_lost_workers_hand_ins_run_elsewhere(
    class_project: Project, tmp_path: Path
) -> None:
    course = class_project.exercises
    fill(class_project, 60, 16)
    twin = tmp_path / "twin"
    shutil.copytree(course, twin)
    grade(twin, (ANALYST, "budget"), How(workers=2))
    with dask(tmp_path / "dask", 2) as (address, workers):
        seen: list[str] = []

        def watch(results, _total):  # type: ignore[no-untyped-def]
            for one in results:
                seen.append(one.trainee)
                if len(seen) == 1:
                    workers[0].kill()
                yield one

        done = grade(course, (ANALYST, "budget"), workers=cluster(address), progress=watch)
        assert workers[0].wait(10) == -signal.SIGKILL
    assert [one for one in done if one.state != "graded"] == []
    assert left_behind(course, (ANALYST, "budget")) == left_behind(twin, (ANALYST, "budget"))


def test_a_scheduler_that_is_not_there_is_told(class_project: Project) -> None:
    fill(class_project, 1, 0)
    with pytest.raises(UserError, match="There is no Dask scheduler"):
        grade(class_project.exercises, ("budget",), workers=cluster(f"tcp://127.0.0.1:{free_port()}"))
