"""Grading and feedback beside stock nbgrader, and beside the limit of the machine.

    python -m benchmarks.grading code|forms|feedback|limit [--ours N] [--stock N]

Both sides run as commands, start-up included, on hand-ins of the same kind. Stock runs fewer of them, because it takes
long; what is compared is hand-ins a second.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable

from aimak.project import Project
from benchmarks.classroom import CODE, code, cores, course, finish, forms, say, timed, with_chart

#: The ratio that a row is to reach; ``limit`` is to stay below its.
TARGETS = {"code": 25.0, "forms": 100.0, "feedback": 10.0, "limit": 1.5}
#: Hand-ins that each side takes, ours and stock's: a real course, and enough for a mean.
COUNTS = {"code": (1126, 16), "forms": (1126, 24), "feedback": (1126, 24), "limit": (1126, 10)}


def main() -> None:
    """Measure the row that the command line names."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("row", choices=sorted(TARGETS))
    parser.add_argument("--ours", type=int)
    parser.add_argument("--stock", type=int)
    asked = parser.parse_args()
    ours, stock = asked.ours or COUNTS[asked.row][0], asked.stock or COUNTS[asked.row][1]
    if asked.row == "limit":
        limit(ours, stock)
    elif asked.row == "feedback":
        feedback(ours, stock)
    else:
        grading(asked.row, ours, stock)


def grading(row: str, ours: int, stock: int) -> None:
    """`nbgrader autograde` and `aimak cohort grade` into a gradebook each."""
    name, hand_in = (CODE, code) if row == "code" else ("budget", forms)

    def peer(count: int) -> float:
        with course() as project:
            hand_in(project, count)
            return timed(["nbgrader", "autograde", name, "--create"], project.exercises)

    def mine() -> float:
        with course() as project:
            hand_in(project, ours)
            return timed(["aimak", "cohort", "grade", name, "--project", str(project.root)], project.root)

    _beside(row, peer, mine, ours, stock)


def feedback(ours: int, stock: int) -> None:
    """`nbgrader generate_feedback` and `aimak cohort feedback` on graded forms."""

    def graded(project: Project, count: int) -> None:
        forms(project, count)
        timed(["aimak", "cohort", "grade", "budget", "--project", str(project.root)], project.root)

    def peer(count: int) -> float:
        with course() as project:
            graded(project, count)
            return timed(["nbgrader", "generate_feedback", "budget"], project.exercises)

    def mine() -> float:
        with course() as project:
            graded(project, ours)
            return timed(["aimak", "cohort", "feedback", "budget", "--project", str(project.root)], project.root)

    _beside("feedback", peer, mine, ours, stock)


def _beside(row: str, peer: Callable[[int], float], mine: Callable[[], float], ours: int, stock: int) -> None:
    """Half of the peer's before ours and half after: a machine that grows slower meanwhile is slower for both."""
    before, after = (stock + 1) // 2, stock // 2
    took = peer(before)
    say(f"stock: {before} hand-ins, {took / before:.3f} s each")
    own = mine() / ours
    say(f"ours: {ours} hand-ins, {own:.4f} s each")
    took += (again := peer(after))
    say(f"stock: {after} hand-ins, {again / after:.3f} s each")
    _verdict(row, took / stock, own, ours, stock)


def limit(ours: int, rounds: int) -> None:
    """Ours beside the same cells in an interpreter that is warm already, times notebooks, over cores."""
    with course() as project:
        warm = warm_interpreter(with_chart(project), rounds)
        say(f"the cells in a warm interpreter: {warm:.4f} s a notebook")
        code(project, ours)
        mine = timed(["aimak", "cohort", "grade", CODE, "--project", str(project.root)], project.root) / ours
        say(f"aimak cohort grade: {ours} hand-ins, {mine:.4f} s each")
    ratio = mine / (warm / cores())
    finish({
        "row": "limit", "ratio": round(ratio, 2), "target": TARGETS["limit"], "met": ratio <= TARGETS["limit"],
        "warm_seconds": round(warm, 4), "ours_seconds": round(mine, 4), "ours_count": ours,
    })  # fmt: skip


def warm_interpreter(notebook: object, rounds: int) -> float:
    """Seconds that the code cells take in one IPython shell, charts drawn inline, after a first run that warms it."""
    import matplotlib
    from IPython.core.interactiveshell import InteractiveShell
    from IPython.utils.capture import capture_output
    from matplotlib_inline.backend_inline import configure_inline_support

    import aimak.execution.preload  # noqa: F401 (what the warm parent has loaded, too)
    from aimak.course.preprocessors import restore_cell
    from aimak.lesson.answers import records_in

    shell = InteractiveShell.instance()
    shell.history_manager.enabled = False  # type: ignore[union-attr]
    matplotlib.use("module://matplotlib_inline.backend_inline")
    configure_inline_support(shell, "module://matplotlib_inline.backend_inline")
    sources = [restore_cell(CODE, records_in(notebook, CODE)).source]  # type: ignore[arg-type]
    sources += [cell.source for cell in notebook.cells if cell.cell_type == "code"]  # type: ignore[attr-defined]
    took = []
    for _ in range(rounds + 1):
        shell.reset()
        started = time.monotonic()
        with capture_output():
            for source in sources:
                shell.run_cell(source)
        took.append(time.monotonic() - started)
    return sum(took[1:]) / rounds


def _verdict(row: str, peer: float, mine: float, ours: int, stock: int) -> None:
    ratio = peer / mine
    finish({
        "row": row, "ratio": round(ratio, 1), "target": TARGETS[row], "met": ratio >= TARGETS[row],
        "stock_seconds": round(peer, 3), "ours_seconds": round(mine, 4), "stock_count": stock, "ours_count": ours,
    })  # fmt: skip


if __name__ == "__main__":
    main()
