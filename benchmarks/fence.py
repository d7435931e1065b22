"""What the fence costs a notebook: the same trivial notebook fenced and unfenced, in turn, on one machine.

python -m benchmarks.fence [--rounds N]
"""

from __future__ import annotations

import argparse
import time
from statistics import median

import nbformat

from aimak.execution import execute
from benchmarks.classroom import finish, say

TARGET = 15.0


def main() -> None:
    """Measure and print the median of each and their difference."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=100)
    rounds = parser.parse_args().rounds
    took: dict[bool, list[float]] = {True: [], False: []}
    for number in range(rounds + 5):
        for fenced, times in took.items():
            notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("1 + 1")])
            started = time.monotonic()
            done = execute(notebook, fenced=fenced)
            if done.problem:
                raise SystemExit(done.problem)
            if number >= 5:  # the first ones warm up
                times.append(1000 * (time.monotonic() - started))
    inside, outside = median(took[True]), median(took[False])
    say(f"fenced {inside:.1f} ms, unfenced {outside:.1f} ms a notebook (median of {rounds})")
    cost = inside - outside
    finish({
        "row": "fence", "milliseconds": round(cost, 1), "target": TARGET, "met": cost < TARGET,
        "ratio": round(inside / outside, 2), "fenced_ms": round(inside, 1), "unfenced_ms": round(outside, 1),
    })  # fmt: skip


if __name__ == "__main__":
    main()
