"""The engine in papermill; in nbgrader it is tested with grading."""

from __future__ import annotations

from pathlib import Path

import nbformat
import papermill
import pytest

from aimak.execution.papermill_plug import WarmEngine

pytestmark = pytest.mark.fence


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
