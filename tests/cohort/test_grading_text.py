"""The text of a graded notebook is nbformat's, byte for byte."""

import copy
from typing import Any

import nbformat
import pytest
from nbformat import v4

from aimak.cohort.grading.text import notebook_text

OUTPUTS = [
    v4.new_output("stream", name="stdout", text="one\ntwo\n\x1b[31mthree\u2028four"),
    v4.new_output(
        "display_data", {"text/html": "<b>\n</b>", "image/png": "aGk=\n", "application/x+json": {"b": [1, {}]}}
    ),
    v4.new_output("execute_result", {"text/plain": "", "image/svg+xml": "<svg>\n"}, execution_count=3),
    v4.new_output("error", ename="E", evalue="", traceback=["a\nb", "c"]),
]
ODD: dict[str, Any] = {
    "numbers": [0, -1, 1.5, 1e300, float("inf"), float("nan"), True, False, None, 2**70],
    "nested": {"z": [], "a": {}, "ы": [[[]], [{"k": '"\\\t\0'}]], "": ""},
    "bytes": b"aGk=",
    "tuple": (1, "два"),
}


def _notebook(**metadata: Any) -> nbformat.NotebookNode:
    code = v4.new_code_cell("a = 1\nb = 2", id="code", outputs=copy.deepcopy(OUTPUTS), metadata={"trusted": True})
    text = v4.new_markdown_cell("# Бюджет\n", id="text", attachments={"a.svg": {"image/svg+xml": "<a>\n<b>"}})
    empty = v4.new_code_cell("", id="empty")
    return v4.new_notebook(cells=[code, text, empty, v4.new_raw_cell("x", id="raw")], metadata=metadata)


@pytest.mark.parametrize("metadata", [{}, {"signature": "x", "orig_nbformat": 3}, ODD])
def test_it_is_the_text_that_nbformat_writes(metadata: dict[str, Any]) -> None:
    notebook = _notebook(**metadata)
    assert notebook_text(copy.deepcopy(notebook)) == v4.writes_json(notebook)


def test_what_is_no_json_is_refused_as_there() -> None:
    with pytest.raises(TypeError):
        notebook_text(_notebook(made=object()))
