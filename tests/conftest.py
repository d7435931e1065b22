"""Fixtures that several rooms share. Everything is written to temporary folders; the checkout stays as it is."""

from __future__ import annotations

import os
import re
import shutil
import signal
from collections.abc import Collection, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import settings

from aimak.course.build import build
from aimak.course.units import UNITS
from aimak.files import write_whole
from aimak.i18n import use_language
from aimak.lesson.before_after import TESTS
from aimak.project import Project, find_project

ROOT = Path(__file__).resolve().parents[1]
#: Whatever language this machine speaks, the commands that tests start speak English unless a test says otherwise.
os.environ["AIMAK_LANG"] = "en"
# Where tests run in the background, the shell has switched Ctrl-C off for everything below it.
if signal.getsignal(signal.SIGINT) == signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)
# How long an example takes says more about the machine than about the code: a deadline would only make tests flaky.
settings.register_profile("aimak", deadline=None)
settings.load_profile("aimak")
#: Everything that :func:`copy_project` can copy.
WHOLE = frozenset({*(one.name for one in UNITS), *TESTS})
#: What a checkout needs for the commands to work on it.
SOURCES = ("_config.yml", "_toc.yml", "package-lock.json", "book", "notebooks", "exercises", "datasets")


@pytest.fixture(scope="session")
def checkout() -> Project:
    return find_project(ROOT)


def copy_project(target: Path, units: Collection[str] = ("budget",)) -> Project:
    """The sources of this checkout in another folder, without anything built.

    :param units: those whose pages and exercises are copied, and the two tests if they are named. How the kit works
        shows with one unit as well as with twelve, and much sooner; what every unit must be is held by tests/content.
    """
    target.mkdir(parents=True, exist_ok=True)
    for name in SOURCES:
        source = ROOT / name
        if source.is_dir():
            built = shutil.ignore_patterns(
                "source", "release", "submitted", "autograded", "feedback", "inbox", "gradebook.db*", "*.csv.bak",
                "roster.csv", "ledger.db*", "originals", "grading.log", "__pycache__", ".ipynb_checkpoints",
            )  # fmt: skip
            shutil.copytree(source, target / name, ignore=built)
        else:
            shutil.copyfile(source, target / name)
    for unit in WHOLE - set(units):
        _leave_out(target, unit)
    if not set(TESTS) & set(units):
        _leave_out(target, "before-after")
    return Project(target)


def _leave_out(target: Path, unit: str) -> None:
    """Take a unit's files, and the lines that lead to them, out of a copy."""
    for folder in ("notebooks", "exercises", "book"):
        for pattern in (f"{unit}.*", f"{unit}-analyst.*"):
            for path in (target / folder).rglob(pattern):
                path.unlink()
    toc = target / "_toc.yml"
    contents = yaml.safe_load(toc.read_text(encoding="utf-8"))
    contents["parts"] = [part for part in map(partial(_without, unit), contents["parts"]) if part]
    write_whole(toc, yaml.safe_dump(contents, sort_keys=False, allow_unicode=True))
    for path in (*(target / "book").glob("*.md"), *(target / "book" / "trainers").glob("*.md")):
        lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
        kept = "".join(line for line in lines if not re.search(rf"[/(]{unit}\.md", line))
        write_whole(path, kept.replace(":::{div} aimak-units\n:::\n", ""))


def _without(unit: str, entry: dict[str, Any]) -> dict[str, Any] | None:
    """An entry of the table of contents without the pages of ``unit``; None if nothing of it is left."""
    if Path(entry.get("file", "")).name == unit:
        return None
    below: dict[str, Any] = {
        name: [page for page in map(partial(_without, unit), entry[name]) if page]
        for name in ("chapters", "sections")
        if name in entry
    }
    left = {**entry, **below}
    if "chapters" in below and not below["chapters"]:
        return None
    return {name: value for name, value in left.items() if value}


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A fresh copy of the sources."""
    return copy_project(tmp_path / "kit")


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A copy with both exercises built; tests must not write into it."""
    made = copy_project(tmp_path_factory.mktemp("built") / "kit")
    for name in ("budget", "budget-analyst"):
        build(made, name)
    return made


def copy_built(built: Project, target: Path) -> None:
    """The built project without what is heavy: other tests may have put a site and a link to node_modules there."""
    shutil.copytree(built.root, target, ignore=shutil.ignore_patterns("node_modules", "_build"))


@pytest.fixture
def class_project(built: Project, tmp_path: Path) -> Project:
    """A copy of the built project for a test's own class of trainees."""
    copy_built(built, tmp_path / "class")
    return replace(built, root=tmp_path / "class")


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    use_language("en")
    yield
    use_language("en")
