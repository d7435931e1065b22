"""The part of the release gate that only reads: what a source must have, and what a release must not."""

from __future__ import annotations

import re
from collections import Counter

import nbformat
from nbformat import NotebookNode

from aimak.course.source import Source
from aimak.course.tables import asked_tables
from aimak.i18n import translate as _

_HIDDEN = re.compile(r"BEGIN HIDDEN TESTS(.*?)### END HIDDEN TESTS", re.DOTALL)
_SOLUTION = re.compile(r"BEGIN SOLUTION(.*?)### END SOLUTION", re.DOTALL)
#: Lines shorter than this are too common to tell a leak by.
TELLING = 25


def source_problems(source: Source) -> list[str]:
    """A source is valid, its ids are unique, each form has its check, and each check ends in a hidden number."""
    problems: list[str] = []
    try:
        nbformat.validate(source.notebook)
    except nbformat.ValidationError as error:
        problems.append(_("the built notebook is not valid: {error}").format(error=error.message))
    names = [c.metadata.nbgrader["grade_id"] for c in source.notebook.cells if "nbgrader" in c.metadata]
    problems += [_("the id '{id}' stands twice").format(id=one) for one, times in Counter(names).items() if times > 1]
    ids = Counter(cell.id for cell in source.notebook.cells)
    problems += [_("the cell id '{id}' stands twice").format(id=one) for one, times in ids.items() if times > 1]
    if not source.machine_points:
        problems.append(_("no cell is marked by a machine: add a «:check:» cell"))
    if not source.gate.strip():
        problems.append(_("there is no gate cell: declare the solution and the half answers in a «:gate:» cell"))
    for cell in source.notebook.cells:
        grade_id = cell.metadata.get("nbgrader", {}).get("grade_id", "")
        if grade_id in source.machine_points:
            problems += _check_problems(grade_id, cell.source)
    return problems


def _check_problems(grade_id: str, text: str) -> list[str]:
    hidden = _HIDDEN.findall(text)
    if not hidden:
        return [_("the check {cell} has no hidden part: points would be given for running it").format(cell=grade_id)]
    visible = _HIDDEN.sub("", text)
    try:
        asked_tables(text)
    except (ValueError, SyntaxError) as error:
        return [_("the check {cell}: {error}").format(cell=grade_id, error=error)]
    if ".score(" in visible:
        return [_("the check {cell} gives its points in the visible part").format(cell=grade_id)]
    return []


def release_problems(source: Source, release: NotebookNode) -> list[str]:
    """A release is valid, has no outputs, and holds no line of a hidden test, a solution or the gate cell."""
    problems: list[str] = []
    try:
        nbformat.validate(release)
    except nbformat.ValidationError as error:
        problems.append(_("the release is not valid: {error}").format(error=error.message))
    if any(cell.get("outputs") or cell.get("execution_count") for cell in release.cells):
        problems.append(_("the release has outputs"))
    text = "\n".join(cell.source for cell in release.cells)
    for word in ("HIDDEN TESTS", "BEGIN SOLUTION", "END SOLUTION", "aimak.course"):
        if word in text:
            problems.append(_("the release holds the words '{words}'").format(words=word))
    leaks = [line for line in sorted(_secret_lines(source)) if line in text]
    return problems + [_("the release holds a hidden line: '{line}'").format(line=line) for line in leaks]


def _secret_lines(source: Source) -> set[str]:
    """Telling lines of hidden tests, solutions and the gate that do not also stand in what trainees may see."""
    secret: set[str] = set(source.gate.splitlines())
    visible: set[str] = set()
    for cell in source.notebook.cells:
        for part in (*_HIDDEN.findall(cell.source), *_SOLUTION.findall(cell.source)):
            secret.update(part.splitlines())
        open_text = _SOLUTION.sub("", _HIDDEN.sub("", cell.source))
        visible.update(line.strip() for line in open_text.splitlines())
    stripped = {line.strip() for line in secret}
    return {line for line in stripped - visible if len(line) >= TELLING}
