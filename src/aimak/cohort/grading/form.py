"""Grade a form: only its records are taken, and our own cells run on them. It needs no fence."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import nbformat
from nbformat import NotebookNode

from aimak.cohort.grading.clean import OwnCell, run_own
from aimak.course.original import Original
from aimak.course.preprocessors import restore_cell, text_for
from aimak.course.source import KERNELSPEC
from aimak.lesson.answers import records_in


def graded_form(original: Original, hand_in: Mapping[str, Any], language: str) -> NotebookNode:
    """The notebook that stock nbgrader makes of a form: the answers put back, and the author's cells with outputs.

    :param hand_in: the trainee's notebook, of which nothing but the records is used.
    """
    records = records_in(hand_in, original.assignment)
    cells = [cell.built() for cell in original.cells]
    own = [OwnCell(cell.grade_id, cell.source) for cell in original.cells if cell.cell_type == "code"]
    outputs = run_own(own, original.assignment, records, language)
    for cell in cells:
        if cell.cell_type == "code":
            cell.outputs = outputs[cell.metadata.nbgrader.grade_id]
        else:
            text = text_for(cell, original.assignment, records)
            cell.source = cell.source if text is None else text
    restored = restore_cell(original.assignment, records)
    about = hand_in.get("metadata", {})
    ours = about.get("aimak") if isinstance(about, Mapping) else None
    metadata = {"kernelspec": KERNELSPEC, "language_info": {"name": "python"}}
    if isinstance(ours, Mapping):
        metadata["aimak"] = {str(k): str(v) for k, v in ours.items() if isinstance(v, str | int | float)}
    made: NotebookNode = nbformat.from_dict(
        {"nbformat": 4, "nbformat_minor": 5, "metadata": metadata, "cells": [restored, *cells]}
    )
    return made
