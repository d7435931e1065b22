"""The defences by name, and how to take away exactly one of them. Only tests do that."""

from __future__ import annotations

import contextlib
import itertools
import json
from collections.abc import Callable, Iterator
from typing import Any

import nbformat
import pytest
from markupsafe import Markup

from aimak.cohort.collect.read import SetAsideError
from aimak.cohort.grading import code as grading_code
from aimak.execution.limits import DEFENCES

#: What is different while a defence is away: options of grading, and limits.
Change = tuple[dict[str, Any], dict[str, Any]]
COLLECT, GRADING = "aimak.cohort.collect", "aimak.cohort.grading"
#: A trainee's code that takes the exact look at types away from the process that it runs in.
NOT_EXACT = "import aimak.lesson.exercise as e\ne.plain_rows = lambda n, c, v: v\n"


@contextlib.contextmanager
def without(name: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[Change]:
    """While it lasts, one defence is away."""
    if name in DEFENCES:
        yield {}, {"without": (name,)}
        return
    if name == "cell":
        yield {}, {"cell": 1e6}
        return
    if name == "fence":
        yield {"unfenced": True}, {}
        return
    if name in {"out-of-reach", "exact", "overwrite"}:
        # The checks run where the trainee's code does, as they do in stock nbgrader.
        if name == "overwrite":
            monkeypatch.setattr(grading_code, "_overwrite", _keep_source)
        yield {"ours": frozenset()}, {}
        return
    with monkeypatch.context() as patch:
        for target, value in _patches(name).items():
            patch.setattr(target, value)
        yield {}, {}


def _keep_source(cell: Any, source: Any) -> None:
    kept = cell.source
    cell.cell_type = source.cell_type
    cell.metadata["nbgrader"] = nbformat.from_dict(source.metadata())
    cell.source = kept


def _trusting(original: Any, hand_in: Any, _language: str) -> Any:
    """A form as it came, outputs and all."""
    known = original.by_id()
    notebook = nbformat.reads(json.dumps(hand_in), as_version=4)  # joins the lines of a cell
    for cell in notebook.cells:
        source = known.get(cell.metadata.get("nbgrader", {}).get("grade_id"))
        if source is not None:
            cell.metadata["nbgrader"] = nbformat.from_dict(source.metadata())
    return notebook


def _raw(outputs: Any) -> list[Markup]:
    found = [output.get("data", {}).get("text/html") or output.get("text", "") for output in outputs]
    return [Markup("".join(html)) for html in found]


def _strict(read: Any, _repairs: list[str]) -> Any:
    if read.get("nbformat") != 4 or "cells" not in read:
        raise SetAsideError("This is no notebook of format 4.")
    return read


def _only_metadata(notebook: Any, known: Any) -> str:
    named = notebook["metadata"].get("aimak", {}).get("assignment")
    if named not in known:
        raise SetAsideError("This notebook is no exercise of this course.")
    return str(named)


def _as_it_is(_release: Any, notebook: Any = None, *_records: Any) -> Any:
    raise SetAsideError("not mended")


def _patches(name: str) -> dict[str, Any]:
    count = itertools.count()
    tables: dict[str, Callable[[], dict[str, Any]]] = {
        "named": lambda: {"aimak.execution.connection.Connection.reason": lambda self: "it ended"},
        "unreached": lambda: {f"{GRADING}.code.mark_unreached": lambda cells, why: None},
        "believed": lambda: {f"{GRADING}.code.taken_over": lambda name, columns, data: []},
        "rebuilt": lambda: {f"{GRADING}.one.graded_form": _trusting},
        "records": lambda: {f"{GRADING}.one.FORM": "none", f"{GRADING}.run.FORM": "none"},
        "case": lambda: {
            "aimak.lesson.exercise.Exercise._valid_record": lambda self, spec: self.records.get(spec.name)
        },
        "roster": lambda: {f"{COLLECT}.run.trainee_of": lambda records, roster: next(iter(roster.values()))},
        "roster-known": lambda: {f"{COLLECT}.run.trainee_of": lambda records, roster: next(iter(roster.values()))},
        "sanitised": lambda: {"aimak.cohort.feedback.page.safe_outputs": _raw},
        "escaped": lambda: {
            "aimak.cohort.feedback.page.safe_outputs": _raw,
            "aimak.lesson.answers.escape": lambda text, quote=True: text,
        },
        "size": lambda: {f"{COLLECT}.unpack.MAX_FILE": 1 << 40},
        "label": lambda: {f"{COLLECT}.unpack.label": lambda text: text},
        "links": lambda: {f"{COLLECT}.unpack.stat.S_ISLNK": lambda mode: False},
        "depth": lambda: {f"{COLLECT}.unpack.MAX_DEPTH": 99},
        "depth-needed": lambda: {f"{COLLECT}.unpack.MAX_DEPTH": 1},
        "password": lambda: {f"{COLLECT}.unpack.ENCRYPTED": 0},
        "whole": lambda: {f"{COLLECT}.run.read_notebook": lambda data: (json.loads(data.decode()), [])},
        "decode": lambda: {f"{COLLECT}.read.decoded": lambda data: (data.decode("utf-8"), [])},
        "writable": lambda: {f"{COLLECT}.run.plain": lambda text: text},
        "format": lambda: {f"{COLLECT}.read.as_format_4": _strict},
        "mend": lambda: {f"{COLLECT}.run.mended_form": _as_it_is},
        "stripped": lambda: {f"{COLLECT}.run.assignment_of": _only_metadata},
        "table": lambda: {"aimak.lesson.answers._record_of": lambda data: None},
        "codes": lambda: {f"{COLLECT}.identify.same_code": lambda typed, codes: typed if typed in codes else None},
        "same": lambda: {f"{COLLECT}.run.content_of": lambda notebook, records: str(next(count))},
        "later": lambda: {f"{COLLECT}.run._moment": lambda entry: next(count)},
    }
    return tables[name]()


def known(name: str) -> bool:
    """True if there is a way to take the defence away."""
    if name in DEFENCES | {"cell", "fence", "out-of-reach", "exact", "overwrite"}:
        return True
    try:
        return bool(_patches(name))
    except KeyError:
        return False
