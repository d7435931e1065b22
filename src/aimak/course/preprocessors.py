"""What the exercise contract adds to stock nbgrader: `exercises/nbgrader_config.py` puts these in its lists.

They subclass ``NbGraderPreprocessor``, because nbgrader switches plain nbconvert ones off silently.
"""

from __future__ import annotations

import json
from typing import Any

import nbformat
from nbformat import NotebookNode
from nbgrader.api import Gradebook
from nbgrader.preprocessors import NbGraderPreprocessor
from nbgrader.utils import is_grade, is_solution

from aimak.course.cells import grade_id, is_answer, plain_code_cell
from aimak.course.original import read_original
from aimak.lesson.answers import MIME, Record, records_in, restoring_source
from aimak.lesson.before_after import BEFORE
from aimak.lesson.cases import ANALYST
from aimak.lesson.fields import MAX_TEXT

Resources = dict[str, Any]
#: The id of the cell that puts the answers back; it is made anew at every grading.
RESTORE_CELL_ID = "aimak-answers"
#: Cells that are marked by hand take the answer of the form of the same name, from its field of this name.
TEXT_FIELD = "text"


class RestoreAnswers(NbGraderPreprocessor):  # type: ignore[misc]
    """Put the recorded answers back as the first cell, before nbgrader clears the outputs that hold them.

    The inserted cell has no ``grade_id``, so OverwriteCells leaves it alone. A text that a trainer marks by hand is
    written into its Markdown cell, where formgrader shows it.
    """

    def preprocess(self, nb: NotebookNode, resources: Resources) -> tuple[NotebookNode, Resources]:
        """Insert the cell; a cell of an earlier grading is replaced."""
        assignment = resources["nbgrader"]["assignment"]
        records = records_in(nb, assignment)
        if not records:
            self.log.warning("No saved answers in this notebook: was “Save and check” pressed?")
        nb.cells = [cell for cell in nb.cells if cell.get("id") != RESTORE_CELL_ID]
        restored = restore_cell(assignment, records)
        if (nb.nbformat, nb.nbformat_minor) < (4, 5):
            del restored["id"]
        nb.cells.insert(0, restored)
        for cell in nb.cells:
            text = text_for(cell, assignment, records)
            if text is not None:
                cell.source = text
        return nb, resources


def restore_cell(assignment: str, records: dict[str, Record]) -> NotebookNode:
    """The cell that puts the answers back when a notebook is graded; it has no ``grade_id``."""
    return plain_code_cell(restoring_source(assignment, records), RESTORE_CELL_ID)


def text_for(cell: NotebookNode, assignment: str, records: dict[str, Record]) -> str | None:
    """The trainee's text for a hand-marked cell; None if the cell is none, or nothing was written."""
    prefix = f"{assignment}-by-hand-"
    if not grade_id(cell).startswith(prefix):
        return None
    record = records.get(grade_id(cell).removeprefix(prefix))
    text = record.values.get(TEXT_FIELD) if record else None
    return text.strip()[:MAX_TEXT] if isinstance(text, str) and text.strip() else None


class LockedCellsOnly(NbGraderPreprocessor):  # type: ignore[misc]
    """From a form only the record is taken: no code of the trainee's runs.

    It comes after OverwriteCells and, for a form assignment, rebuilds the notebook from the gradebook's source cells:
    locked cells in their order, the cell that puts the answers back, and the hand-marked texts. Cells that were
    deleted, doubled or moved are back in their place; whatever else stood in the file is left out.
    """

    def preprocess(self, nb: NotebookNode, resources: Resources) -> tuple[NotebookNode, Resources]:
        """Leave analysts' notebooks as they are: those trainees write code."""
        about = resources["nbgrader"]
        if about["assignment"].endswith(ANALYST):
            return nb, resources
        restore = nb.cells[:1]  # RestoreAnswers put it there, and nothing after it moves cells
        if not restore or not restore[0].source.startswith("from aimak.lesson.answers import restore"):
            raise RuntimeError("RestoreAnswers must come before LockedCellsOnly in Autograde.sanitize_preprocessors")
        texts = {grade_id(cell): cell.source for cell in nb.cells if is_solution(cell)}
        with Gradebook(about["db_url"]) as gradebook:
            original = read_original(gradebook, about["assignment"], ours=True)
        cells = [source.built() for source in original.cells]
        for cell in cells:
            if is_answer(cell):
                cell.source = texts.get(grade_id(cell), cell.source)
        extra = len(nb.cells) - len(restore) - len(cells)
        self.log.info("Form: %d cells of the source, %+d cells of the file not run", len(cells), extra)
        nb.cells = [*restore, *cells]
        return nb, resources


class HideChecks(NbGraderPreprocessor):  # type: ignore[misc]
    """Feedback shows outputs and comments, never the code of locked cells: hidden tests stay hidden.

    Records are dropped from the outputs too; the readable table beside them stays. Of the test before the course no
    output is shown: passed on, it would spoil the test after it.
    """

    def preprocess_cell(self, cell: NotebookNode, resources: Resources, index: int) -> tuple[NotebookNode, Resources]:
        """Empty the code of every cell that is not the trainee's own solution."""
        if cell.cell_type == "code" and not (is_solution(cell) and not is_grade(cell)):
            cell.source = ""
            withheld = resources["nbgrader"]["assignment"] == BEFORE
            outputs = [] if withheld else cell.get("outputs", [])
            cell.outputs = [_for_people(output) for output in outputs if _is_for_people(output)]
        return cell, resources


def _is_for_people(output: NotebookNode) -> bool:
    # The number that a check ends in is shown as its points; a traceback of a check would show its code.
    printed = output.output_type == "stream" and output.name == "stdout"
    return bool(printed or output.output_type == "display_data")


def _for_people(output: NotebookNode) -> NotebookNode:
    data = output.get("data")
    if data is not None and MIME in data:
        output.data = nbformat.from_dict({key: value for key, value in data.items() if key != MIME})
    return output


def records_of_restored(cell_source: str) -> list[dict[str, Any]]:
    """The records in the source of a cell made by :class:`RestoreAnswers`, as plain JSON."""
    import ast

    call = ast.parse(cell_source).body[-1]
    assert isinstance(call, ast.Expr) and isinstance(call.value, ast.Call)
    return list(json.loads(ast.literal_eval(call.value.args[1])))
