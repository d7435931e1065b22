"""A course folder with as many hand-ins as a measurement asks for, and the commands that grade it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import nbformat

from aimak.cohort.sample import sample
from aimak.course.build import build, solved_notebook
from aimak.course.source import read_source
from aimak.project import Project, find_project

ROOT = Path(__file__).resolve().parents[1]
CODE = "budget-analyst"
#: What an analyst's hand-in has besides the answers: a chart, as lessons teach it.
CHART = """import matplotlib.pyplot as plt

figure, axes = plt.subplots(figsize=(7, 4))
axes.bar(variance["item"].head(8), variance["difference"].head(8))
axes.set_title("Actual less plan, thousand som")
axes.tick_params(axis="x", rotation=70)
plt.show()"""


@contextmanager
def course() -> Iterator[Project]:
    """A copy of the sources in a folder of its own, with the exercises built."""
    folder = Path(mkdtemp(prefix="aimak-benchmark-"))
    try:
        for name in ("_config.yml", "_toc.yml", "book", "notebooks", "datasets"):
            (folder / name).symlink_to(ROOT / name)
        (folder / "exercises").mkdir()
        for path in [*(ROOT / "exercises").glob("*.md"), ROOT / "exercises" / "nbgrader_config.py"]:
            shutil.copyfile(path, folder / "exercises" / path.name)
        project = find_project(folder)
        for name in ("budget", CODE):
            build(project, name)
        yield project
    finally:
        shutil.rmtree(folder)


def forms(project: Project, count: int, start: int = 0) -> None:
    """Hand in ``count`` forms: up to forty different ones, again and again under other names."""
    inbox = project.exercises / "inbox"
    if not inbox.exists():
        sample(project, "budget", min(count, 40), seed=1)
        (project.exercises / "roster.csv").unlink()
    paths = sorted(inbox.glob("*.ipynb"))
    for number in range(start, start + count):
        _put(project, f"F{number:05}", "budget", paths[number % len(paths)].read_text(encoding="utf-8"))


def code(project: Project, count: int, start: int = 0) -> None:
    """Hand in ``count`` solved analysts' notebooks with a chart."""
    text = nbformat.writes(with_chart(project))
    for number in range(start, start + count):
        _put(project, f"C{number:05}", CODE, text)


def with_chart(project: Project) -> Any:
    """The solved analysts' notebook with a chart behind its second task."""
    notebook = solved_notebook(read_source(project, CODE))
    place = next(i for i, c in enumerate(notebook.cells) if "task-variance" in str(c.metadata.get("nbgrader")))
    notebook.cells.insert(place + 1, nbformat.v4.new_code_cell(CHART, id="chart"))
    return notebook


def _put(project: Project, trainee: str, name: str, text: str) -> None:
    path = project.exercises / "submitted" / trainee / name / f"{name}.ipynb"
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")


def clear(project: Project) -> None:
    """Take every hand-in and every grade away; the exercises stay built."""
    for name in ("submitted", "autograded", "feedback"):
        shutil.rmtree(project.exercises / name, ignore_errors=True)
    (project.exercises / "ledger.db").unlink(missing_ok=True)


def timed(words: list[str], folder: Path) -> float:
    """Seconds that a command takes from its start to its end, everything included.

    :raises SystemExit: with what it said, if it fails.
    """
    started = time.monotonic()
    done = subprocess.run([sys.executable, "-m", *words], cwd=folder, capture_output=True, text=True, check=False)
    took = time.monotonic() - started
    if done.returncode != 0:
        raise SystemExit(f"{' '.join(words)} ended with {done.returncode}:\n{done.stderr[-3000:]}")
    return took


def cores() -> int:
    """Cores of this machine that we may use."""
    return len(os.sched_getaffinity(0))


def say(text: str) -> None:
    """A line for people."""
    print(text, file=sys.stderr, flush=True)


def finish(result: dict[str, Any]) -> None:
    """The result as the last line."""
    print(json.dumps({**result, "cores": cores()}))
