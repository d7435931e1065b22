"""Every hostile case earns what it earned honestly, is named, and fails its verdict once its one defence is away."""

from __future__ import annotations

import os
import socket
import subprocess
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from aimak.cohort.collect import collect
from aimak.cohort.grading import How, grade
from aimak.cohort.roster import FILE, roster_text
from aimak.course import stock
from aimak.execution import Limits
from aimak.execution.shared import close_shared
from aimak.files import write_whole
from aimak.project import Project
from tests.cohort.conftest import FOREIGN, build_foreign, submit
from tests.conftest import ROOT, copy_built
from tests.hostile.cases import CODE, FORM, LIMITS, Case, all_cases, complaints, put, run, solved, trainee
from tests.hostile.defences import NOT_EXACT, known, without

pytestmark = pytest.mark.fence
CASES = all_cases()
GROUPS = ("resources", "cheating", "process", "reach", "file")


@pytest.fixture(scope="module")
def template(built: Project, tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A built course with a course of somebody else's in it; tests copy it."""
    root = tmp_path_factory.mktemp("hostile") / "kit"
    copy_built(built, root)
    made = Project(root)
    build_foreign(made, check="double(4)")
    return made


@pytest.fixture(scope="module", autouse=True)
def _secret() -> Iterator[None]:
    """A secret in the environment of whoever grades, there before any warm parent starts."""
    close_shared()
    os.environ["AIMAK_TEST_SECRET"] = "secret"
    yield
    del os.environ["AIMAK_TEST_SECRET"]
    close_shared()


@pytest.fixture(scope="module")
def port() -> Iterator[str]:
    """A server of this machine that a notebook could call."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield str(server.getsockname()[1])


@pytest.fixture
def places(tmp_path: Path, port: str, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """What a case is told of the machine, so that it need not search."""
    (tmp_path / "outside").mkdir()
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / "letters.txt").write_text("private", encoding="utf-8")
    monkeypatch.chdir(tmp_path / "outside")  # code that runs unfenced runs where we stand
    return {
        "COURSE": str(tmp_path / "kit" / "exercises"), "OUTSIDE": str(tmp_path / "outside"), "PORT": port,
        "ROOT": str(ROOT), "HOME": str(tmp_path / "home"),
    }  # fmt: skip


@pytest.fixture
def kit(template: Project, tmp_path: Path) -> Project:
    copy_built(template, tmp_path / "kit")
    return Project(tmp_path / "kit")


def test_there_are_enough_cases_of_every_kind_and_each_names_a_defence() -> None:
    assert len(CASES) >= 60
    counted = Counter(case.group for case in CASES)
    assert set(counted) == set(GROUPS)
    assert min(counted.values()) >= 10
    assert [case.name for case in CASES if not known(case.defence)] == []


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_hostile_case_is_met(case: Case, kit: Project, places: dict[str, str]) -> None:
    try:
        assert complaints(case, run(case, kit, places, {})) == []
        assert list(Path(places["OUTSIDE"]).iterdir()) == []
        assert not (case.daemon and running(case.daemon))
    finally:
        end(case)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_without_its_defence_the_case_is_not_met(
    case: Case, kit: Project, places: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    if case.defence == "exact":
        monkeypatch.setattr(Case, "source", lambda self, where, real=Case.source: NOT_EXACT + real(self, where))
    try:
        with without(case.defence, monkeypatch) as (how, limits):
            out = run(case, kit, places, how, **limits)
        assert complaints(case, out) or (case.daemon and running(case.daemon))
    finally:
        end(case)


def running(mark: str) -> bool:
    return subprocess.run(["pgrep", "-f", mark], capture_output=True, check=False).returncode == 0


def end(case: Case) -> None:
    if case.daemon:
        subprocess.run(["pkill", "-f", case.daemon], capture_output=True, check=False)


def test_a_class_with_every_case_in_it_is_graded_to_the_end(kit: Project, places: dict[str, str]) -> None:
    """All of them at once, honest ones between: the batch goes on, and nothing outside changes."""
    course = kit.exercises
    codes = {case.name: f"{20000 + number}" for number, case in enumerate(CASES)}
    honest = [f"{30000 + number}" for number in range(3)]
    roster = {code: trainee(code) for code in [*codes.values(), *honest]}
    write_whole(course / FILE, roster_text(tuple(roster.values())))
    for case in CASES:
        if not case.limits:  # those with limits of their own would make the batch long
            put(replace(case, twice=False), kit, codes[case.name], places)
    for code in honest:
        for name in (FORM, CODE):
            submit(kit, code, solved(kit, name, code), name)
    collect(course / "inbox", course, roster, (FORM, CODE))
    how = How(workers=2, limits=Limits(**{**LIMITS, "cell": 2.0, "wall": 8.0, "cpu": 6}), ours=frozenset({FORM, CODE}))
    done = grade(course, (FORM, CODE, FOREIGN), how)
    assert {one.state for one in done} == {"graded"}
    for code in honest:
        assert sum(stock.points(course, CODE, code).values()) == pytest.approx(12)
        assert sum(stock.points(course, FORM, code).values()) == pytest.approx(33)
    assert list(Path(places["OUTSIDE"]).iterdir()) == []
