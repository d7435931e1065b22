"""The hostile cases: what each is, how its hand-in is made, and what came of it.

A case is a folder with `verdict.toml` and, as text, what is handed in: `code.py` takes the place of a task's code, and
`make.py` makes the files of an inbox.
"""

from __future__ import annotations

import importlib.util
import json
import re
import tomllib
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import nbformat
from nbformat import NotebookNode

from aimak.cohort.collect import collect
from aimak.cohort.feedback import feedback
from aimak.cohort.grading import How, grade
from aimak.cohort.roster import FILE, Trainee, roster_text
from aimak.course import stock
from aimak.course.player import play_designed
from aimak.course.source import read_source
from aimak.errors import UserError
from aimak.execution import Limits
from aimak.execution.limits import MIB
from aimak.files import write_whole
from aimak.lesson.answers import MIME, read_record, with_record
from aimak.project import Project
from tests.cohort.conftest import FOREIGN, submit

HERE = Path(__file__).parent
FORM, CODE = "budget", "budget-analyst"
#: Small, so that a case which only a limit ends is soon over.
LIMITS: dict[str, Any] = {
    "wall": 25.0, "cell": 10.0, "cpu": 20, "memory": 300 * MIB, "processes": 24, "files": 128,
    "scratch": 16 * MIB, "output": 2 * MIB,
}  # fmt: skip


@dataclass(frozen=True)
class Case:
    """One case; see `verdict.toml` of any for the meaning of the parts."""

    name: str
    group: str
    says: str
    kind: str
    defence: str
    points: dict[str, float] = field(default_factory=dict)
    limits: dict[str, Any] = field(default_factory=dict)
    reason: str = ""
    never: str = ""
    page_never: str = ""
    name_never: str = ""
    state: str = "accepted"
    states: dict[str, int] = field(default_factory=dict)
    edit: str = ""
    daemon: str = ""
    direct: bool = False
    twice: bool = False
    largest: int = 0

    @property
    def assignment(self) -> str:
        """What the case hands in."""
        return {"code": CODE, "foreign": FOREIGN}.get(self.kind, FORM)

    def source(self, places: dict[str, str]) -> str:
        """The code of the case, with the places of this run in it."""
        text = (HERE / self.name / "code.py").read_text(encoding="utf-8").strip()
        for name, value in places.items():
            text = text.replace(f"@{name}@", value)
        return text

    def files(self, notebook: NotebookNode) -> dict[str, bytes]:
        """The files of a case of kind ``file``."""
        spec = importlib.util.spec_from_file_location(f"hostile_{self.name}", HERE / self.name / "make.py")
        assert spec is not None
        assert spec.loader is not None
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        text = json.dumps(notebook, ensure_ascii=False, indent=1)
        made: dict[str, bytes] = module.make(json.loads(text), text)
        return made


@cache
def all_cases() -> tuple[Case, ...]:
    """Every case, by name."""
    found = []
    for path in sorted(HERE.glob("*/verdict.toml")):
        found.append(Case(path.parent.name, **tomllib.loads(path.read_text(encoding="utf-8"))))
    return tuple(found)


@dataclass(frozen=True)
class Outcome:
    """What came of a case: points by task, everything that was said, and what lies in the ledger."""

    points: dict[str, float]
    said: str = ""
    printed: str = ""
    page: str = ""
    states: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    size: int = 0
    broke: str = ""


def trainee(code: str, place: str = "M01") -> Trainee:
    """A trainee of the roster."""
    return Trainee(code, f"Trainee {code}", "f", "30-44", "head", place, "en")


def solved(project: Project, name: str, code: str, place: str = "M01") -> NotebookNode:
    """The solution, handed in by a trainee; its hand-marked text has Kyrgyz letters."""

    def choose(designed: Any, case: Any) -> Any:
        answers = dict(designed.solution(case))
        if "explain" in answers:
            answers["explain"] = {"text": "Жол оңдоо кийинки жылга жылды, анткени трансферт үч эсе азайды."}
        return answers

    played = play_designed(read_source(project, name), place, choose, trainee=code).notebook
    text = re.sub(r'"saved_at": "[^"]*"', '"saved_at": "2026-11-20T15:00:00+06:00"', json.dumps(played))
    for cell in (made := nbformat.from_dict(json.loads(text))).cells:
        for output in cell.get("outputs", []):
            record = read_record(output.get("data", {}).get(MIME))
            if record is not None:
                output["data"] = nbformat.from_dict(with_record(output["data"], record))
    return made  # type: ignore[no-any-return]


def hand_in(case: Case, project: Project, code: str, places: dict[str, str]) -> NotebookNode:
    """The notebook of a case of kind ``code``, ``form`` or ``foreign``."""
    if case.kind == "foreign":
        path = project.exercises / "release" / FOREIGN / f"{FOREIGN}.ipynb"
        notebook = nbformat.read(path, as_version=4)
        notebook.cells[0].source = case.source(places)
        return notebook
    notebook = solved(project, case.assignment, code)
    source = case.source(places)
    if case.kind == "code":
        for cell in notebook.cells:
            if _grade_id(cell) == f"{CODE}-task-variance":
                cell.source = source
    elif source:
        notebook.cells.insert(0, nbformat.v4.new_code_cell(source, id="hostile"))
    _edit(case.edit, notebook, project, code)
    return notebook


def _grade_id(cell: NotebookNode) -> str:
    return str(cell.metadata.get("nbgrader", {}).get("grade_id", ""))


def _edit(edit: str, notebook: NotebookNode, project: Project, code: str) -> None:
    other = solved(project, FORM, code, "M02") if edit in {"pasted", "moved"} else None
    for number, cell in enumerate(notebook.cells):
        check = "-check-" in _grade_id(cell)
        if edit == "checks" and check:
            cell.source, cell.metadata.nbgrader.points = "4.0", 400
        elif edit == "outputs" and cell.cell_type == "code":
            result = nbformat.v4.new_output("execute_result", data={"text/plain": "4.0"}, execution_count=1)
            keep = _grade_id(cell).endswith("-form-who")
            cell.outputs = cell.outputs if keep else [result] if check else []
        elif edit == "moved" or (edit == "pasted" and not _grade_id(cell).endswith("-form-who")):
            assert other is not None
            notebook.cells[number] = other.cells[number]
        elif edit == "script" and _grade_id(cell).endswith("-form-explain"):
            text = "<script>alert(1)</script><img src=x onerror=alert(1)>"
            record = read_record(cell.outputs[-1].data[MIME])
            assert record is not None
            cell.outputs[-1].data[MIME]["values"]["text"] = text


def put(case: Case, project: Project, code: str, places: dict[str, str]) -> None:
    """Put what the case hands in into the inbox, or where collecting would put it."""
    if case.kind == "file":
        for name, data in case.files(solved(project, FORM, code)).items():
            write_whole(project.exercises / "inbox" / code / name, data)
        return
    notebook = hand_in(case, project, code, places)
    if case.direct or case.kind == "foreign":
        submit(project, code, notebook, case.assignment)
    else:
        write_whole(project.exercises / "inbox" / f"{code}.ipynb", json.dumps(notebook))


def run(case: Case, project: Project, places: dict[str, str], how: dict[str, Any], **limits: Any) -> Outcome:
    """Collect, grade and give feedback for one case; what breaks is part of the outcome."""
    codes = ["10008", "10019"] if case.twice else ["10008"]
    course = project.exercises
    write_whole(course / FILE, roster_text(tuple(trainee(code) for code in codes)))
    (course / "inbox").mkdir(exist_ok=True)
    try:
        for code in codes:
            put(case, project, code, places)
        found = collect(course / "inbox", course, {code: trainee(code) for code in codes}, (FORM, CODE))
        options = {"ours": frozenset({FORM, CODE}), **how}
        name = case.assignment
        done = grade(course, (name,), How(limits=Limits(**{**LIMITS, **case.limits, **limits}), **options))
        pages = feedback(project, (name,)) if name != FOREIGN else []
    except (UserError, OSError, ValueError, TypeError, KeyError, AttributeError) as error:
        return Outcome({}, broke=f"{type(error).__name__}: {error}")
    said = [note for one in done for note in (*one.notes, one.problem)] + [entry.reason for entry in found.entries]
    graded = course / "autograded" / codes[-1] / name / f"{name}.ipynb"
    submitted = course / "submitted" / codes[-1] / name / f"{name}.ipynb"
    page = pages[-1].page if pages else None
    return Outcome(
        _points(course, name, codes[-1]),
        "\n".join([*said, *_outputs(graded)]),
        _printed(graded),
        page.read_text(encoding="utf-8") if page else "",
        tuple(sorted(entry.state for entry in found.entries)),
        tuple(entry.name for entry in found.entries),
        submitted.stat().st_size if submitted.is_file() else 0,
    )


def _points(course: Path, name: str, code: str) -> dict[str, float]:
    from nbgrader.api import MissingEntry

    try:
        points = stock.points(course, name, code)
    except MissingEntry:
        return {}
    return {cell.removeprefix(f"{name}-check-"): earned for cell, earned in points.items() if "by-hand" not in cell}


def _outputs(path: Path) -> list[str]:
    if not path.is_file():
        return []
    notebook = nbformat.read(path, as_version=4)
    return [json.dumps(cell.get("outputs", []), ensure_ascii=False) for cell in notebook.cells]


def _printed(path: Path) -> str:
    """What the notebook printed; a traceback quotes its own source, so errors do not count."""
    if not path.is_file():
        return ""
    outputs = [one for cell in nbformat.read(path, as_version=4).cells for one in cell.get("outputs", [])]
    return "".join(one.text for one in outputs if one.output_type == "stream")


def complaints(case: Case, out: Outcome) -> list[str]:
    """In what the outcome differs from the verdict; nothing means that the case was met."""
    found = [f"it broke off: {out.broke}"] if out.broke else []
    accepted = "accepted" in out.states or case.direct or case.kind == "foreign"
    if accepted != (case.state == "accepted"):
        found.append(f"it is {out.states}, not {case.state}: {out.said[:300]}")
    if case.states and {state: out.states.count(state) for state in set(out.states)} != case.states:
        found.append(f"states are {out.states}")
    if case.state == "accepted" and case.points:
        earned = {name: out.points.get(name, 0.0) for name in case.points}
        if any(abs(earned[name] - points) > 0.011 for name, points in case.points.items()):
            found.append(f"it earns {earned} instead of {case.points}")
    if case.reason and not re.search(case.reason, out.said):
        found.append(f"nothing says {case.reason!r}: {out.said[-400:]}")
    if case.never and case.never in out.printed:
        found.append(f"{case.never} stands in the outputs")
    if case.page_never and re.search(case.page_never, out.page):
        found.append(f"the page holds {re.search(case.page_never, out.page)}")
    if case.name_never and any(re.search(case.name_never, name) for name in out.names):
        found.append(f"a name is {out.names}")
    if case.largest and out.size > case.largest:
        found.append(f"the copy that is graded has {out.size} bytes")
    return found
