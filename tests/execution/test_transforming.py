"""A cell is transformed once, and as often as ever as soon as somebody has added a rule of their own."""

from __future__ import annotations

import nbformat
import pytest
from IPython.core.interactiveshell import InteractiveShell

from aimak.execution import execute
from aimak.execution.transforming import transform_once

ADDS_A_RULE = """
seen = []
def rule(lines):
    seen.append(1)
    return [line.replace("forty_one", "41") for line in lines]
get_ipython().input_transformers_cleanup.append(rule)
"""


@pytest.fixture
def shell() -> InteractiveShell:
    made = InteractiveShell()
    made.history_manager.enabled = False  # type: ignore[union-attr]
    return made


def test_the_second_answer_is_the_first_and_the_third_is_worked_out_anew(
    shell: InteractiveShell, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    plain = shell.input_transformer_manager.transform_cell
    manager = shell.input_transformer_manager
    monkeypatch.setattr(manager, "transform_cell", lambda cell: (asked.append(cell), plain(cell))[1])
    transform_once(shell)
    cell = "%time 1"
    first = shell.transform_cell(cell)
    assert first == plain(cell) and "run_line_magic" in first
    assert shell.transform_cell(cell) == first
    assert asked == [cell]
    assert shell.transform_cell(cell) == first
    assert asked == [cell, cell]


def test_a_cell_that_cannot_be_transformed_raises_each_time(shell: InteractiveShell) -> None:
    transform_once(shell)
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
