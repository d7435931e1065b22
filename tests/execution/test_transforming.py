"""A cell that is Python is looked at once; what IPython says and warns of is the same, and so are rules of others."""

from __future__ import annotations

import re
import sysconfig
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import nbformat
import pytest
from IPython.core import async_helpers, interactiveshell
from IPython.core.inputtransformer2 import TransformerManager
from IPython.core.interactiveshell import InteractiveShell

from aimak.execution import execute, transforming
from aimak.execution.transforming import look_once
from tests.conftest import ROOT

ADDS_A_RULE = """
seen = []
def rule(lines):
    seen.append(1)
    return [line.replace("forty_one", "41") for line in lines]
get_ipython().input_transformers_cleanup.append(rule)
"""
#: What looks like a sign of IPython's and is none, and the other way round.
ODD = [
    "x = 7 % 3", "x = (7\n% 3)", "x = 7 \\\n% 3", "x != 3", "a = %pwd", "a = !ls", "a =  !ls -l", "x =", "?", "x?",
    "'x?'", "'x' ?", "!ls", "%time 1", "%%time\n1", "%%time\nx = 1 is 1", "f(x) # why?", "'a\u2028!ls'", "'a\x0c!ls'",
    "a\r!ls", "\u2118 = 1", "if 1:\n    !ls", "if 1:\n        a\n    b", 'x = """\n%time\n!ls\n"""', "/f 1", ",f 1",
    ";f 1", "; ", ">>> 1 + 1\n2", "In [1]: 1", "    x = 1\n    y", "await x", "[y async for y in x]", "print(1);",
    "async def f(): await x", "x: (await y) = 1", "return 1", "x = 1 is 1", "assert (1, '')", "0in [1]", "x\0y",
    "(" * 150 + ")" * 150, "", "\n", "f'{x!r}'", "lambda: (yield)", "match x:\n    case 1: pass", "'\\d'",
    "x = [\n1,\n]\n%time x", "def f():\n\tx\n        y", "f 1", "from __future__ import annotations",
]  # fmt: skip


@pytest.fixture
def shell() -> InteractiveShell:
    made = InteractiveShell()
    made.history_manager.enabled = False  # type: ignore[union-attr]
    return made


@pytest.fixture(autouse=True)
def undone() -> Iterator[None]:
    module: Any = interactiveshell
    before = module._should_be_async
    yield
    module._should_be_async = before


def cells() -> list[str]:
    """What is odd, cells of the course, and modules of Python itself."""
    pages = [*(ROOT / "notebooks").glob("*.md"), *(ROOT / "exercises").glob("*.md")]
    course = [
        cell for page in pages for cell in re.findall(r"^```\{code-cell\}.*?\n(.+?)^```", page.read_text(), re.S | re.M)
    ]
    modules = sorted(Path(sysconfig.get_path("stdlib")).glob("*.py"))[:100]
    assert len(course) > 100 and len(modules) > 90
    return [*ODD, *course, *(path.read_text(encoding="utf-8") for path in modules)]


def asked(shell: InteractiveShell, cell: str) -> list[Any]:
    """What ipykernel and then the shell are told about a cell, and each warning that is shown meanwhile."""
    module: Any = interactiveshell
    told: list[Any] = []

    def show(message: Any, category: Any, filename: str, lineno: int, *_more: Any) -> None:
        if not issubclass(category, ResourceWarning):  # what earlier tests left open is noticed at any time
            told.append((str(message), category, filename, lineno))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(warnings, "showwarning", show)
        for _ in range(2):
            try:
                made = shell.transform_cell(cell)
                told += [made, module._should_be_async(made)]
            except Exception as error:
                told.append(repr(error))
    return told


@pytest.mark.filterwarnings("always", "ignore::ResourceWarning")
def test_every_answer_and_every_warning_is_ipython_s_own(shell: InteractiveShell) -> None:
    stock = {cell: asked(shell, cell) for cell in cells()}
    look_once(shell)
    assert {cell: asked(shell, cell) for cell in stock} == stock
    assert sum(any(isinstance(one, tuple) for one in told) for told in stock.values()) >= 4  # some of them warn


def test_what_is_python_already_is_not_taken_apart(shell: InteractiveShell, monkeypatch: pytest.MonkeyPatch) -> None:
    taken: list[str] = []
    plain = TransformerManager.do_one_token_transform

    def counting(self: TransformerManager, lines: list[str]) -> Any:
        taken.append("".join(lines))
        return plain(self, lines)

    monkeypatch.setattr(TransformerManager, "do_one_token_transform", counting)
    look_once(shell)
    shell.transform_cell("x = 7 % 3\nprint('why?')")
    assert taken == []
    shell.transform_cell("x = 1\nx?")
    assert taken


def test_one_compilation_answers_all_that_is_asked_about_a_cell(
    shell: InteractiveShell, monkeypatch: pytest.MonkeyPatch
) -> None:
    compiled: list[str] = []

    def counting(source: str, *args: Any, **options: Any) -> Any:
        compiled.append(source)
        return compile(source, *args, **options)

    monkeypatch.setattr(transforming, "compile", counting, raising=False)
    monkeypatch.setattr(async_helpers, "compile", counting, raising=False)
    look_once(shell)
    asked(shell, "x = 1\nx")
    assert compiled == ["x = 1\nx\n"]
    asked(shell, "%time 1")
    assert len(compiled) <= 4


def test_a_cell_that_cannot_be_transformed_raises_each_time(shell: InteractiveShell) -> None:
    look_once(shell)
    for _ in range(3):
        with pytest.raises(SyntaxError):
            shell.transform_cell("if 1:\n        a\n    b")


@pytest.mark.fence
def test_a_rule_of_the_notebook_s_own_is_asked_as_often_as_in_any_kernel() -> None:
    cells = [ADDS_A_RULE, "forty_one + 1", "len(seen)"]
    done = execute(nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell) for cell in cells]))
    assert done.notebook.cells[1].outputs[0].data["text/plain"] == "42"
    # Twice for each of the two cells: ipykernel, and the shell itself.
    assert done.notebook.cells[2].outputs[0].data["text/plain"] == "4"
