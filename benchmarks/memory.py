"""Memory of a whole run, children and warm parent included: at 1,126 hand-ins, and whether it grows from 200 to 2,000.

    python -m benchmarks.memory [--code-share PER_CENT] [--sizes FEW CLASS MANY]

The peak is that of the proportional set size (PSS) over the processes of the run, looked at ten times a second.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import time
from pathlib import Path

from benchmarks.classroom import CODE, clear, code, course, finish, forms, say

SIZES = (200, 1126, 2000)
MOST_GIB, FLAT = 1.5, 1.10


def main() -> None:
    """Run the three sizes and print their peaks."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--code-share", type=int, default=10, help="analysts' notebooks, in per cent")
    parser.add_argument("--sizes", type=int, nargs=3, default=SIZES, help="hand-ins of a few, of a class, of many")
    asked = parser.parse_args()
    share, peaks = asked.code_share, {}
    few, whole, many = asked.sizes
    with course() as project:
        for size in (few, whole, many):
            clear(project)
            forms(project, size - size * share // 100)
            code(project, size * share // 100)
            command = [sys.executable, "-m", "aimak", "cohort", "grade", "budget", CODE]
            command += ["--project", str(project.root)]
            peaks[size] = _peak(command)
            say(f"{size} hand-ins: {peaks[size] / 2**20:.0f} MiB")
    gib, growth = peaks[whole] / 2**30, peaks[many] / peaks[few]
    finish({
        "row": "memory", "gib": round(gib, 3), "ratio": round(growth, 3), "target": MOST_GIB,
        "met": gib < MOST_GIB and growth < FLAT,
        "mib": {str(size): round(peak / 2**20) for size, peak in peaks.items()},
    })  # fmt: skip


def _peak(command: list[str]) -> int:
    """The largest memory, in bytes, that a command and all that it started held together."""
    peak = 0
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as run:
        while run.poll() is None:
            peak = max(peak, sum(_pss(pid) for pid in _tree(run.pid)))
            time.sleep(0.1)
    if run.returncode:
        raise SystemExit(f"{' '.join(command)} ended with {run.returncode}")
    return peak


def _tree(pid: int) -> list[int]:
    found, seen = [pid], 0
    while seen < len(found):
        try:
            tasks = Path(f"/proc/{found[seen]}/task").glob("*/children")
            found += [int(child) for path in tasks for child in path.read_text().split()]
        except OSError:
            pass
        seen += 1
    return found


def _pss(pid: int) -> int:
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return sum(1024 * int(line.split()[1]) for line in lines if line.startswith("Pss:"))


if __name__ == "__main__":
    main()
