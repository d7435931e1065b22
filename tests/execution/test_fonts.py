"""Fonts kept across a fork: no file is opened again, and the picture is the same to the byte."""

import subprocess
import sys

import pytest

from aimak.execution.fence import can_fork

pytestmark = pytest.mark.skipif(not can_fork(), reason="there is no fork on this system")
PARENT = """
import io, os, sys
import matplotlib
matplotlib.use("agg")
import matplotlib.pyplot as plt
from aimak.execution.fonts import kept

def picture(weight="normal"):
    figure, axes = plt.subplots()
    axes.set_title("Actual less plan: ң ө ү", weight=weight)
    made = io.BytesIO()
    figure.savefig(made, format="png")
    return made.getvalue()

def in_a_child(work):
    pid = os.fork()
    if pid == 0:
        try:
            work()
            sys.stdout.flush()
        finally:
            os._exit(0)
    os.waitpid(pid, 0)

opened = []
plain, bold = picture(), picture("bold")
with kept():
    assert picture() == plain
sys.addaudithook(lambda event, given: opened.append(given[0]) if event == "open" and ".ttf" in str(given[0]) else None)
"""


def _said(lines: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", PARENT + lines], capture_output=True, text=True, check=False, timeout=120
    )
    assert done.returncode == 0, done.stderr[-2000:]
    return done.stdout


def test_a_child_draws_the_same_picture_and_opens_no_font() -> None:
    assert _said("in_a_child(lambda: print(picture() == plain, opened))") == "True []\n"


def test_a_font_that_was_not_kept_is_opened_by_whoever_needs_it() -> None:
    said = _said("""
def work():
    print(picture("bold") == bold, any("Bold" in str(path) for path in opened), flush=True)
    in_a_child(lambda: print(picture("bold") == bold))
in_a_child(work)
""")
    assert said == "True True\nTrue\n"


def test_a_kept_font_knows_its_file() -> None:
    lines = "from matplotlib.font_manager import findfont, get_font\nprint(get_font(findfont('sans')).fname)"
    assert _said(lines).endswith("DejaVuSans.ttf\n")
