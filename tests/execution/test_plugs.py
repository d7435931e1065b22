"""The engine in papermill and nbgrader, and what happens where no fence can be had."""

from __future__ import annotations

import shutil
from pathlib import Path

import nbformat
import papermill
import pytest

from aimak.cohort.grade import warm_grader
from aimak.cohort.sample import sample
from aimak.course import stock
from aimak.course.build import solved_notebook
from aimak.course.source import read_source
from aimak.execution import NoFenceError, fence, wire
from aimak.execution.papermill_plug import WarmEngine
from aimak.project import Project


def write(path: Path, *sources: str) -> Path:
    cells = [nbformat.v4.new_code_cell(source) for source in sources]
    cells[0].metadata["tags"] = ["parameters"]
    path.parent.mkdir(parents=True, exist_ok=True)
    book = nbformat.v4.new_notebook(cells=cells)
    book.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3", "language": "python"}
    nbformat.write(book, path)
    return path


def test_papermill_runs_a_notebook_with_parameters_in_its_folder(tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("read")
    book = write(tmp_path / "in.ipynb", "n = 1", "print(n, open('note.txt').read())")
    done = papermill.execute_notebook(
        str(book), str(tmp_path / "out.ipynb"), {"n": 5}, engine_name="aimak", cwd=str(tmp_path), progress_bar=False
    )
    assert done.cells[-1].outputs[0].text == "5 read\n"


def test_papermill_stops_at_an_error_as_with_its_own_engine(tmp_path: Path) -> None:
    book = write(tmp_path / "in.ipynb", "n = 1", "1 / 0", "print('never')")
    with pytest.raises(papermill.PapermillExecutionError):
        papermill.execute_notebook(str(book), str(tmp_path / "out.ipynb"), engine_name="aimak", progress_bar=False)
    assert nbformat.read(tmp_path / "out.ipynb", 4).cells[-1].outputs == []


def test_papermill_falls_back_to_nbclient_where_there_is_no_fork(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr("aimak.execution.papermill_plug.can_fork", lambda: False)
    assert WarmEngine  # the registered class is the one patched
    book = write(tmp_path / "in.ipynb", "n = 1", "print(n)")
    with caplog.at_level("WARNING", logger="papermill"):
        done = papermill.execute_notebook(str(book), None, engine_name="aimak", progress_bar=False)
    assert done.cells[-1].outputs[0].text == "1\n"
    assert "nbclient runs this notebook instead" in caplog.text


def test_marks_are_those_of_stock_nbgrader(class_project: Project, tmp_path: Path) -> None:
    sample(class_project, "budget", 4, seed=5)
    course = class_project.exercises
    inbox = sorted((course / "inbox").glob("*.ipynb"))
    analyst = solved_notebook(read_source(class_project, "budget-analyst"))
    given: list[tuple[str, str]] = []
    for number, path in enumerate(inbox):
        place = course / "submitted" / f"T{number}" / "budget" / "budget.ipynb"
        place.parent.mkdir(parents=True)
        shutil.copyfile(path, place)
        given.append((f"T{number}", "budget"))
    place = course / "submitted" / "T0" / "budget-analyst" / "budget-analyst.ipynb"
    place.parent.mkdir(parents=True)
    nbformat.write(analyst, place)
    given.append(("T0", "budget-analyst"))
    marks = []
    for grader in (stock.autograde, warm_grader()):
        for trainee, name in given:
            assert grader(course, name, trainee).problem == ""
        marks.append([stock.points(course, name, trainee) for trainee, name in given])
    assert marks[0] == marks[1]
    assert sum(marks[1][-1].values()) == pytest.approx(12.0)


def test_a_notebook_that_ends_its_kernel_earns_nothing_and_is_graded(class_project: Project) -> None:
    course = class_project.exercises
    analyst = solved_notebook(read_source(class_project, "budget-analyst"))
    for cell in analyst.cells:
        if cell.metadata.get("nbgrader", {}).get("grade_id") == "budget-analyst-task-variance":
            cell.source = "import os\nos._exit(0)"
    place = course / "submitted" / "T0" / "budget-analyst" / "budget-analyst.ipynb"
    place.parent.mkdir(parents=True)
    nbformat.write(analyst, place)
    assert warm_grader()(course, "budget-analyst", "T0").problem == ""
    points = stock.points(course, "budget-analyst", "T0")
    assert points["budget-analyst-check-own_share"] == pytest.approx(4.0)
    assert points["budget-analyst-check-variance"] == points["budget-analyst-check-peers"] == 0


def test_without_a_fence_code_is_refused_with_a_way_out(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(fence, "obstacle", lambda: "bubblewrap is missing. Install it: sudo apt install bubblewrap")
    with pytest.raises(NoFenceError, match="sudo apt install bubblewrap"):
        warm_grader()(tmp_path, "budget-analyst", "T0")


def test_other_systems_are_told_where_to_grade(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("platform.system", lambda: "Windows")
    fence.obstacle.cache_clear()
    try:
        assert "WSL 2" in fence.obstacle()
    finally:
        fence.obstacle.cache_clear()


def test_messages_survive_any_cut_and_strange_bytes_are_no_message() -> None:
    data = wire.frame(wire.SHELL, [b"a", b"", b"ccc"]) + wire.frame(wire.IOPUB, [])
    reader, found = wire.Reader(), []
    for i in range(len(data)):
        found += list(reader.feed(data[i : i + 1]))
    assert found == [(wire.SHELL, [b"a", b"", b"ccc"]), (wire.IOPUB, [])]
    for bad in (b"x" * 10, b"s\xff\xff\xff\xff", b"s\0\0\0\x05\0\0\0\x09a"):
        with pytest.raises(wire.WireError):
            list(wire.Reader().feed(bad))
