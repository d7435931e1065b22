"""The commands behind the figures of the README run, one of each kind. What they measure here is not looked at."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.fence
@pytest.mark.parametrize(
    ("row", "options"),
    [
        ("grading", "code --ours 2 --stock 2"),
        ("memory", "--sizes 2 4 6 --code-share 50"),
        ("fence", "--rounds 1"),
    ],
)
def test_a_benchmark_runs_and_prints_its_result(row: str, options: str) -> None:
    command = [sys.executable, "-m", f"benchmarks.{row}", *options.split()]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    result = json.loads(done.stdout.splitlines()[-1])
    assert result["row"] in f"{row} {options}"
    assert {"ratio", "target", "met"} <= result.keys()
