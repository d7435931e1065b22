"""What the warm parent did before the fork: nothing of it is seen, and nothing of it runs on."""

import subprocess
import sys

import nbformat
import pytest

from aimak.execution import execute

pytestmark = pytest.mark.fence
PARENT = """
import asyncio, sys, threading
from aimak.execution import warm
kernel = warm.warm_up()
assert threading.active_count() == 1, threading.enumerate()
assert asyncio._get_running_loop() is None
left = {"nbformat", "nbclient", "jsonschema", "debugpy"} & set(sys.modules)
assert not left, left
import pandas.core.groupby, matplotlib.legend
print("alone")
"""


def test_the_parent_has_one_thread_and_no_loop_and_carries_nothing_that_no_notebook_needs() -> None:
    done = subprocess.run([sys.executable, "-c", PARENT], capture_output=True, text=True, check=False, timeout=120)
    assert done.stdout == "alone\n", done.stderr[-2000:]


@pytest.mark.parametrize(
    ("source", "value"),
    [
        ("sorted(set(globals()) & {'budgets', 'wide', 'plt', 'exercise', 'Text'})", "[]"),
        ("(In, Out, _, __)", "(['', '(In, Out, _, __)'], {}, '', '')"),
        ("import matplotlib.pyplot as plt\nplt.get_fignums()", "[]"),
        ("import ipywidgets\nlen(ipywidgets.widgets.widget._instances)", "0"),
        ("import debugpy\ndebugpy.__name__", "'debugpy'"),
        ("get_ipython().history_manager.hist_file", "':memory:'"),
    ],
)
def test_a_notebook_sees_nothing_of_the_rehearsal(source: str, value: str) -> None:
    done = execute(nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(source)]))
    (cell,) = done.notebook.cells
    assert cell.execution_count == 1
    assert cell.outputs[-1]["data"]["text/plain"] == value
