"""What grading has to know of an assignment, taken from the gradebook: its cells as the author made them."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass
from functools import lru_cache
from typing import Any

from nbformat import NotebookNode
from nbgrader.api import Gradebook, MissingEntry
from nbgrader.utils import compute_checksum

from aimak.course.source import new_cell, place_of
from aimak.errors import UserError
from aimak.i18n import translate as _
from aimak.lesson.cases import ANALYST

#: How an assignment is graded: from records only; code fenced in and checks elsewhere; or as it is, fenced in.
FORM, CODE, FOREIGN = "form", "code", "foreign"


@dataclass(frozen=True, slots=True)
class SourceCell:
    """One cell that nbgrader knows by its ``grade_id``.

    :param points: the most points; None if the cell is not graded.
    """

    grade_id: str
    cell_type: str
    source: str
    locked: bool
    solution: bool
    points: float | None
    checksum: str

    def metadata(self) -> dict[str, Any]:
        """nbgrader's metadata of this cell."""
        made: dict[str, Any] = {
            "grade_id": self.grade_id,
            "grade": self.points is not None,
            "solution": self.solution,
            "locked": self.locked,
            "task": False,
            "schema_version": 3,
            "cell_type": self.cell_type,
            # nbgrader tells by it whether a hand-marked cell was answered at all.
            "checksum": self.checksum,
        }
        return made if self.points is None else {**made, "points": self.points}

    def built(self) -> NotebookNode:
        """The cell as a notebook holds it, with an id that is the same every time."""
        cell = new_cell(self.cell_type, self.source)
        cell.id = hashlib.sha256(self.grade_id.encode()).hexdigest()[:16]
        cell.metadata["nbgrader"] = NotebookNode(self.metadata())
        return cell


@dataclass(frozen=True)
class Original:
    """An assignment as the gradebook holds it; ``cells`` are in the author's order as far as it is known."""

    assignment: str
    kind: str
    cells: tuple[SourceCell, ...]

    def as_text(self) -> str:
        """As JSON text: what travels to a worker."""
        return json.dumps(asdict(self), ensure_ascii=False, sort_keys=True)

    def by_id(self) -> dict[str, SourceCell]:
        """The cells by ``grade_id``."""
        return {cell.grade_id: cell for cell in self.cells}


@lru_cache(maxsize=64)
def original_from(text: str) -> Original:
    """The original that :meth:`Original.as_text` wrote. Workers read the same text for every hand-in."""
    data = json.loads(text)
    return Original(data["assignment"], data["kind"], tuple(SourceCell(**cell) for cell in data["cells"]))


def read_original(book: Gradebook, assignment: str, *, ours: bool) -> Original:
    """An assignment of the gradebook.

    :param ours: False for notebooks that follow no contract of ours, whose checks call functions of the trainee's.
    :raises UserError: if the gradebook does not know it, or a cell's copy does not match its checksum.
    """
    try:
        found = book.find_notebook(assignment, assignment)
    except MissingEntry:
        raise not_built(assignment) from None
    points = {cell.name: float(cell.max_score) for cell in found.grade_cells}
    solutions = {cell.name for cell in found.solution_cells}
    cells = [_source_cell(cell, points, solutions) for cell in found.source_cells]
    kind = FOREIGN if not ours else CODE if assignment.endswith(ANALYST) else FORM
    return Original(assignment, kind, tuple(sorted(cells, key=lambda cell: place_of(cell.source))))


def not_built(assignment: str) -> UserError:
    """The error for an assignment that the gradebook or the release folder does not know."""
    what = _("The exercise '{name}' is not built, so nothing can be graded.").format(name=assignment)
    return UserError(what, _("Run: {command}").format(command="aimak exercises build"))


def _source_cell(cell: Any, points: dict[str, float], solutions: set[str]) -> SourceCell:
    made = SourceCell(
        grade_id=cell.name,
        cell_type=cell.cell_type,
        source=cell.source or "",
        locked=bool(cell.locked),
        solution=cell.name in solutions,
        points=points.get(cell.name),
        checksum=cell.checksum or "",
    )
    if made.locked and compute_checksum(made.built()) != made.checksum:
        raise UserError(
            _("The gradebook's copy of the cell {cell} does not match its checksum.").format(cell=made.grade_id),
            _("Build the exercise again: {command}").format(command="aimak exercises build"),
        )
    return made
