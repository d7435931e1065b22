"""An exercise's text source, and the notebook that nbgrader takes, built from it.

In the source a cell says what it is in one word: ``:setup:``, ``:form: NAME``, ``:check: NAME`` with ``:points:``,
``:task: NAME`` (code that a programmer writes), ``:gate:`` (stays with the author), and a Markdown cell with
``by_hand`` and ``points``. From these the nbgrader metadata is made, so that no author writes it by hand.
"""

from __future__ import annotations

import hashlib
import re
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import nbformat
from jupytext.myst import myst_to_notebook
from nbformat import NotebookNode

from aimak import __version__
from aimak.errors import UserError
from aimak.i18n import translate as _
from aimak.lesson.cases import ANALYST, unit_of
from aimak.project import Project

#: Words that say what a cell is, and whether it is graded, locked, a solution.
_KINDS = {
    "setup": {"grade": False, "locked": True, "solution": False},
    "form": {"grade": False, "locked": True, "solution": False},
    "check": {"grade": True, "locked": True, "solution": False},
    "task": {"grade": False, "locked": False, "solution": True},
    "by_hand": {"grade": True, "locked": False, "solution": True},
}
KERNELSPEC = {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"}


@dataclass(frozen=True)
class Source:
    """One exercise as its author wrote it.

    :param name: the assignment, such as ``budget-analyst``.
    :param notebook: the built source: nbgrader metadata, stable ids, no gate cell, no outputs.
    :param gate: the source of the gate cells.
    """

    name: str
    path: Path
    notebook: NotebookNode
    gate: str

    @property
    def is_form(self) -> bool:
        """True if trainees fill forms only and write no code."""
        return not self.name.endswith(ANALYST)

    @property
    def untouched(self) -> dict[str, str]:
        """The answers of somebody who did nothing: no form saved; for analysts every task without code."""
        if self.is_form:
            return {}
        ids = [c.metadata.get("nbgrader", {}).get("grade_id", "") for c in self.notebook.cells]
        return {one.rpartition("-task-")[2]: "" for one in ids if "-task-" in one}

    @property
    def points(self) -> dict[str, float]:
        """Points by the ``grade_id`` of each graded cell."""
        graded = [c.metadata.nbgrader for c in self.notebook.cells if "nbgrader" in c.metadata]
        return {meta["grade_id"]: float(meta["points"]) for meta in graded if meta["grade"]}

    @property
    def machine_points(self) -> dict[str, float]:
        """Points by ``grade_id`` of the cells that a machine marks."""
        by_hand = {c.metadata.nbgrader["grade_id"] for c in self.notebook.cells if _is_by_hand(c)}
        return {grade_id: points for grade_id, points in self.points.items() if grade_id not in by_hand}


def _is_by_hand(cell: NotebookNode) -> bool:
    meta = cell.metadata.get("nbgrader", {})
    return bool(meta.get("grade") and meta.get("solution"))


def exercise_names(project: Project) -> tuple[str, ...]:
    """The names of all exercises that have a source."""
    return tuple(sorted(path.stem for path in project.exercises.glob("*.md") if path.stem != "README"))


def read_source(project: Project, name: str) -> Source:
    """Read and build the source of an exercise.

    :raises UserError: if there is no such source, or a cell's description cannot be used.
    """
    path = project.exercises / f"{name}.md"
    if not path.is_file():
        known = ", ".join(exercise_names(project)) or "none"
        raise UserError(
            _("There is no exercise '{name}' in {folder}.").format(name=name, folder=project.exercises),
            _("Known are: {known}.").format(known=known),
        )
    cells, gate = [], []
    for number, (cell, _line) in enumerate(read_cells(path)):
        if cell.metadata.pop("gate", False):
            gate.append(cell.source)
        else:
            cells.append(_built_cell(cell, name, number, path))
    _number_locked_cells(cells, name)
    notebook = nbformat.v4.new_notebook(cells=cells, metadata={"kernelspec": KERNELSPEC, "aimak": _metadata(name)})
    notebook.metadata["language_info"] = {"name": "python"}
    notebook.nbformat_minor = 5
    return Source(name, path, notebook, "\n\n".join(gate))


def read_cells(path: Path) -> list[tuple[NotebookNode, int]]:
    """The cells of a MyST Markdown notebook as they are written, each with the line (from 1) where its source begins.

    :raises UserError: if it cannot be read.
    """
    text = path.read_text(encoding="utf-8")
    try:
        written = myst_to_notebook(text, add_source_map=True)
    except Exception as error:  # jupytext raises what its YAML reader raises
        raise UserError(
            _("{file}: cannot be read as MyST Markdown ({error}).").format(file=path.name, error=error),
            _("Mend the cell's head."),
        ) from None
    lines = text.splitlines()
    return [
        (cell, _first_written(lines, start) + 1)
        for cell, start in zip(written.cells, written.metadata["source_map"], strict=True)
    ]


def _first_written(lines: list[str], start: int) -> int:
    """Markdown cells are mapped to the blank lines before them."""
    return next((number for number in range(start, len(lines)) if lines[number].strip()), start)


def _metadata(name: str) -> dict[str, str]:
    kind = "analyst" if name.endswith(ANALYST) else "form"
    return {"unit": unit_of(name), "assignment": name, "kind": kind, "version": __version__, "language": "en"}


def _built_cell(cell: NotebookNode, exercise: str, number: int, path: Path) -> NotebookNode:
    kinds = [kind for kind in _KINDS if kind in cell.metadata]
    if not kinds:
        built = new_cell(cell.cell_type, cell.source)
        built.id = _cell_id(f"{exercise}:{number}:{cell.source}")
        return built
    kind = kinds[0]
    value = cell.metadata[kind]
    name = "setup" if value is True else str(value)
    whole = kind == "setup" and value is True
    grade_id = f"{exercise}-setup" if whole else f"{exercise}-{kind.replace('_', '-')}-{name}"
    meta: dict[str, Any] = {**_KINDS[kind], "schema_version": 3, "task": False, "grade_id": grade_id}
    if meta["grade"]:
        points = cell.metadata.get("points")
        if not isinstance(points, int | float) or points <= 0:
            raise UserError(
                _("{file}: the {kind} cell '{name}' has no points.").format(file=path.name, kind=kind, name=name),
                _("Add a line «:points: 5»."),
            )
        meta["points"] = points
    built = new_cell(cell.cell_type, cell.source)
    built.metadata["nbgrader"] = meta
    if kind in {"setup", "form", "check"}:
        # Trainees are no programmers: the code of locked cells is folded away, in JupyterLab and in the book alike.
        built.metadata["jupyter"] = {"source_hidden": True}
        built.metadata["tags"] = ["hide-input"]
    built.id = _cell_id(grade_id)
    return built


def _number_locked_cells(cells: list[NotebookNode], exercise: str) -> None:
    """Give each locked code cell its place as a first line: a gradebook keeps the cells, but not their order."""
    locked = [c for c in cells if c.cell_type == "code" and c.metadata.get("nbgrader", {}).get("locked")]
    for place, cell in enumerate(locked, start=1):
        cell.source = f"# {exercise} · {place}/{len(locked)}\n{cell.source}"


def place_of(source: str) -> int:
    """The place that the first line of a locked cell names; cells without one come last."""
    found = re.match(r"# [\w-]+ · (\d+)/\d+\n", source)
    return int(found[1]) if found else sys.maxsize


def notebook_text(notebook: NotebookNode) -> str:
    """A valid notebook as the text of its file; the same notebook always gives the same text.

    :raises UserError: if it is not valid.
    """
    try:
        nbformat.validate(notebook)
    except nbformat.ValidationError as error:
        raise UserError(
            _("The built notebook is not valid: {error}.").format(error=error.message),
            _("Mend the source of this cell."),
        ) from None
    return str(nbformat.writes(notebook)) + "\n"


def new_cell(cell_type: str, source: str) -> NotebookNode:
    """A fresh ``code`` or ``markdown`` cell."""
    if cell_type == "code":
        return nbformat.v4.new_code_cell(source)  # type: ignore[no-any-return]
    return nbformat.v4.new_markdown_cell(source)  # type: ignore[no-any-return]


def _cell_id(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:16]
