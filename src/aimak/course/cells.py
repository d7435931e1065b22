"""What several rooms ask of a cell: its ``grade_id``, whether it holds an answer, and, of our own, its value."""

from __future__ import annotations

import ast
from collections.abc import Mapping
from functools import lru_cache
from types import CodeType
from typing import Any

from nbformat import NotebookNode


def about(cell: Mapping[str, Any]) -> Mapping[str, Any]:
    """nbgrader's metadata of a cell; empty if it has none, or something else in its place."""
    metadata = cell.get("metadata")
    found = metadata.get("nbgrader") if isinstance(metadata, Mapping) else None
    return found if isinstance(found, Mapping) else {}


def grade_id(cell: Mapping[str, Any]) -> str:
    """The name by which nbgrader knows a cell; empty if it has none."""
    return str(about(cell).get("grade_id", ""))


def is_answer(cell: Mapping[str, Any]) -> bool:
    """True if the trainee's answer stands in the cell's own source: a task's code, or a text marked by hand."""
    return bool(about(cell).get("solution"))


def plain_code_cell(source: str, cell_id: str) -> NotebookNode:
    """A code cell of our own, made at every hand-in: nbformat's maker would look its schema up each time."""
    about: dict[str, Any] = {"id": cell_id, "metadata": NotebookNode(), "outputs": [], "execution_count": None}
    return NotebookNode(about, cell_type="code", source=source)


def run_cell(source: str, name: str, namespace: dict[str, Any]) -> object:
    """Run a cell of our own as a notebook does: the value of a last expression is the cell's value.

    :param name: stands for a file name in tracebacks.
    :raises Exception: whatever the cell raises.
    """
    body, last = _compiled(source, name)
    exec(body, namespace)
    return eval(last, namespace) if last is not None else None


@lru_cache(maxsize=1024)  # grading runs the same few cells for every hand-in
def _compiled(source: str, name: str) -> tuple[CodeType, CodeType | None]:
    tree = ast.parse(source, filename=name)
    last = tree.body.pop() if tree.body and isinstance(tree.body[-1], ast.Expr) else None
    body = compile(tree, name, "exec")
    return body, compile(ast.Expression(last.value), name, "eval") if isinstance(last, ast.Expr) else None
