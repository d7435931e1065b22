"""The hostile suite against stock nbgrader and against us: both columns, case by case.

    python -m benchmarks.hostile [--only NAME …]

Stock runs each case in a bubble (bubblewrap: own processes, the machine read-only but for the course, a time limit), so
that what it lets through hurts nobody; inside, it grades as its manual says. A case is met if it earns what it earned
honestly and reaches nothing. What stock has no part for (archives, rosters) is shown as a dash.
"""

from __future__ import annotations

import argparse
import os
import socket
import subprocess
import sys
import tempfile
from pathlib import Path

import nbformat

from aimak.project import Project
from benchmarks.classroom import ROOT, finish, say
from tests.cohort.conftest import build_foreign
from tests.conftest import copy_project
from tests.hostile.cases import CODE, FORM, Case, _points, all_cases, complaints, hand_in, run, solved

#: Seconds that stock gets for one case; it has no limit for a notebook as a whole.
PATIENCE = 90


def main() -> None:
    """Run every case on both sides and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", nargs="*")
    only = parser.parse_args().only
    cases = [case for case in all_cases() if not only or case.name in only]
    os.environ["AIMAK_TEST_SECRET"] = "secret"
    met = {"stock": 0, "ours": 0, "stock_asked": 0}
    with (
        tempfile.TemporaryDirectory(prefix="aimak-hostile-") as folder,
        socket.create_server(("127.0.0.1", 0)) as server,
    ):
        template = _template(Path(folder) / "template")
        for number, case in enumerate(cases):
            places = _places(Path(folder) / f"{number}", server.getsockname()[1])
            ours = _ours(case, template, places)
            stock = _stock(case, template, places)
            met["ours"] += not ours
            met["stock"] += stock == "met"
            met["stock_asked"] += stock != "—"
            say(f"{case.group:10} {case.name:24} stock: {stock:34} ours: {'met' if not ours else ours[0][:60]}")
    finish({"row": "hostile", "cases": len(cases), **met, "ratio": round(met["ours"] / max(met["stock"], 1), 2)})


def _template(root: Path) -> Project:
    from aimak.course.build import build

    project = copy_project(root)
    for name in (FORM, CODE):
        build(project, name)
    build_foreign(project, check="double(4)")
    return project


def _places(folder: Path, port: int) -> dict[str, str]:
    for name in ("outside", "home"):
        (folder / name).mkdir(parents=True)
    (folder / "home" / "letters.txt").write_text("private", encoding="utf-8")
    return {
        "COURSE": str(folder / "kit" / "exercises"), "OUTSIDE": str(folder / "outside"), "PORT": str(port),
        "ROOT": str(ROOT), "HOME": str(folder / "home"),
    }  # fmt: skip


def _copy(template: Project, places: dict[str, str]) -> Project:
    target = Path(places["COURSE"]).parent
    subprocess.run(["rm", "-rf", target], check=True)
    subprocess.run(["cp", "-r", template.root, target], check=True)
    return Project(target)


def _ours(case: Case, template: Project, places: dict[str, str]) -> list[str]:
    before = Path.cwd()
    os.chdir(places["OUTSIDE"])
    try:
        return complaints(case, run(case, _copy(template, places), places, {}))
    finally:
        os.chdir(before)


def _stock(case: Case, template: Project, places: dict[str, str]) -> str:
    """What stock does with the notebook of a case, put where its manual says."""
    project = _copy(template, places)
    if case.kind == "file":
        files = case.files(solved(project, FORM, "10008"))
        if len(files) != 1 or next(iter(files)).endswith(".zip") or case.defence in {"roster-known", "codes", "label"}:
            return "—"
        data = next(iter(files.values()))
    elif case.edit in {"moved", "pasted"}:
        return "—"
    else:
        data = nbformat.writes(hand_in(case, project, "10008", places)).encode()
    path = project.exercises / "submitted" / "10008" / case.assignment / f"{case.assignment}.ipynb"
    path.parent.mkdir(parents=True)
    path.write_bytes(data)
    writable = str(Path(places["COURSE"]).parents[1])
    command = [
        "bwrap", "--ro-bind", "/", "/", "--bind", writable, writable, "--dev", "/dev", "--proc", "/proc",
        "--unshare-pid", "--die-with-parent", "--tmpfs", "/dev/shm", "--chdir", str(project.exercises),
        "--setenv", "PATH", f"{Path(sys.executable).parent}:{os.environ['PATH']}",
        "prlimit", "--nproc=4000", "--as=6000000000", "--fsize=300000000",
        sys.executable, "-m", "nbgrader", "autograde", case.assignment, "--create",
    ]  # fmt: skip
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE, check=False)
    except subprocess.TimeoutExpired:
        return f"not done after {PATIENCE} s"
    graded = project.exercises / "autograded" / "10008" / case.assignment / f"{case.assignment}.ipynb"
    if done.returncode or not graded.is_file():
        return "met" if case.state == "set aside" else "failed, no grade"
    earned = _points(project.exercises, case.assignment, "10008")
    if any(abs(earned.get(name, 0.0) - points) > 0.011 for name, points in case.points.items()):
        return f"earns {sum(earned.values()):g} instead of {sum(case.points.values()):g}"
    printed = "".join(o.get("text", "") for c in nbformat.read(graded, 4).cells for o in c.get("outputs", []))
    return "reached what it must not" if case.never and case.never in printed else "met"


if __name__ == "__main__":
    main()
