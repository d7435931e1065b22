"""The plain parts of the exercise app's script, run by node: what a notebook holds, and what becomes of it."""

import json
import re
import subprocess
from typing import Any

import pytest

from aimak.lesson.answers import MIME, Record
from aimak.lesson.keeping import _file_name
from tests.conftest import ROOT

SCRIPT = ROOT / "src" / "aimak" / "site" / "lite" / "notebook.js"


def js(call: str, *values: object) -> Any:
    """What a call of the script gives: ``call`` names its arguments a, b, c …; a text of JSON comes back."""
    names = ", ".join("abcdef"[: len(values)])
    text = (
        f"import * as page from {json.dumps(SCRIPT.as_uri())};"
        f"const [{names}] = JSON.parse(process.argv[1]);"
        f"process.stdout.write(JSON.stringify({call}) ?? 'null');"
    )
    command = ["node", "--input-type=module", "-e", text, json.dumps(values)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def cell(source: str, grade_id: str = "", *records: Record, solution: bool = False) -> dict[str, Any]:
    outputs = [{"output_type": "display_data", "data": {MIME: one.as_json()}, "metadata": {}} for one in records]
    about = {"nbgrader": {"grade_id": grade_id, "solution": solution}} if grade_id else {}
    return {"cell_type": "code", "source": source, "metadata": about, "outputs": outputs}


def notebook(*records: Record, text: str = "first", task: str = "# ✎", form: str = "sums") -> dict[str, Any]:
    by_form = {one.form: one for one in records}
    return {
        "metadata": {"aimak": {"assignment": "demo", "kind": "form", "version": "1"}},
        "cells": [
            {"cell_type": "markdown", "source": [f"# Title {text}\n", "\n", "## Who are you?\n"], "metadata": {}},
            cell("form(who)", "demo-form-who", *([by_form["who"]] if "who" in by_form else [])),
            {"cell_type": "markdown", "source": "## Task 1", "metadata": {}},
            cell("form(sums)", f"demo-form-{form}", *([by_form["sums"]] if "sums" in by_form else [])),
            {"cell_type": "markdown", "source": "## Task 2", "metadata": {}},
            cell(task, "demo-task-one", solution=True),
        ],
    }


WHO = Record("demo", "who", "", "2026-11-25T10:00:00+06:00", {"trainee": "482 17", "municipality": "M01"})
SUMS = Record("demo", "sums", "M01", "2026-11-25T10:01:00+06:00", {"n": 4, "text": ""})


def placed(content: dict[str, Any], digest: str = "old") -> dict[str, Any]:
    return dict(js("page.placed(a, b)", content, digest))


def test_a_copy_that_nobody_worked_on_is_replaced() -> None:
    mine = placed(notebook())
    mine["cells"][1]["outputs"] = [{"output_type": "stream", "name": "stdout", "text": "it ran"}]
    assert js("page.decide(a, b, c)", mine, notebook(text="second"), "new") == "put"
    assert js("page.decide(a, b, c)", None, notebook(), "new") == "put"


@pytest.mark.parametrize(
    "mine", [notebook(WHO), notebook(task="x = 1"), notebook(text="mine")], ids=["answer", "code", "text"]
)
def test_a_copy_that_somebody_worked_on_is_asked_about(mine: dict[str, Any]) -> None:
    made = placed(notebook())
    made["cells"] = mine["cells"]
    assert js("page.decide(a, b, c)", made, notebook(text="second"), "new") == "ask"
    made["metadata"]["aimak"]["declined"] = "new"
    assert js("page.decide(a, b, c)", made, notebook(text="second"), "new") == "keep"
    assert js("page.decide(a, b, c)", made, notebook(text="third"), "newer") == "ask"


def test_the_same_version_is_left_alone() -> None:
    assert js("page.decide(a, b, c)", placed(notebook(WHO)), notebook(), "old") == "keep"
    unknown = notebook()  # a file that somebody brought himself says nothing of where it came from
    assert js("page.decide(a, b, c)", unknown, notebook(text="second"), "new") == "ask"
    assert js("page.decide(a, b, c)", unknown, notebook(), "new") == "keep"


def test_answers_and_code_are_carried_into_a_version_that_has_their_places() -> None:
    mine = notebook(WHO, SUMS, task="x = 1")
    assert js("page.fits(a, b)", mine, notebook(text="second")) is True
    made = js("page.carried(a, b)", mine, notebook(text="second"))
    assert [one["form"] for one in js("page.records(a)", made)] == ["who", "sums"]
    assert made["cells"][5]["source"] == "x = 1"
    assert "second" in made["cells"][0]["source"][0]
    assert js("page.fits(a, b)", mine, notebook(form="other")) is False


def test_an_answer_that_is_off_the_page_is_put_back_and_a_newer_one_stays() -> None:
    known = js("page.answers(a)", notebook(WHO, SUMS))
    made = js("page.withAnswers(a, b)", notebook(), known)
    assert [one["form"] for one in js("page.records(a)", made)] == ["who", "sums"]
    newer = Record("demo", "sums", "M01", "2026-11-25T11:00:00+06:00", {"n": 5, "text": "a"})
    made = js("page.withAnswers(a, b)", notebook(WHO, newer), known)
    assert [one["values"] for one in js("page.records(a)", made) if one["form"] == "sums"] == [{"n": 5, "text": "a"}]


def test_what_is_missing_is_named_by_its_heading() -> None:
    assert js("page.missing(a)", notebook()) == {
        "none": ["Who are you?", "Task 1", "Task 2"], "partly": [], "code": "", "who": "Who are you?",
    }  # fmt: skip
    assert js("page.missing(a)", notebook(WHO, SUMS))["partly"] == ["Task 1"]
    written = notebook(WHO, SUMS, task="x = 1")
    assert js("page.missing(a)", written)["none"] == []
    elsewhere = Record("demo", "sums", "M02", "1", {"n": 4, "text": "a"})
    assert js("page.missing(a)", notebook(WHO, elsewhere))["none"] == ["Task 1", "Task 2"]


def test_page_and_kernel_name_a_file_alike() -> None:
    made = js("page.fileName(a, new Date(2026, 10, 25, 14, 30))", notebook(WHO))
    assert made == "demo-48217-20261125-1430.ipynb"
    assert _file_name("demo", {"who": WHO}).startswith("demo-48217-")


def test_every_text_of_the_page_stands_in_one_table() -> None:
    words = (SCRIPT.parent / "words.js").read_text(encoding="utf-8")
    for path in sorted(SCRIPT.parent.glob("*.js")):
        for key in re.findall(r"\b(?:say|tell|warn|calm)\(\"(\w+)\"", path.read_text(encoding="utf-8")):
            assert f"  {key}: " in words, f"{path.name}: {key}"


def test_the_module_paths_are_those_that_are_published() -> None:
    names = {path.name for path in SCRIPT.parent.glob("*.js")}
    for path in SCRIPT.parent.glob("*.js"):
        for used in re.findall(r'from "\./(\w+\.js)"', path.read_text(encoding="utf-8")):
            assert used in names, f"{path.name} imports {used}"
