"""Whether the time of a run grows in line with the class: forms, 200 and 2,000 of them, into a new gradebook each.

python -m benchmarks.growth [--rounds N]
"""

from __future__ import annotations

import argparse
from statistics import median

from benchmarks.classroom import course, finish, forms, say, timed

FEW, MANY, WITHIN = 200, 2000, 1.10


def main() -> None:
    """Measure both sizes in turn and print what one more hand-in costs, early and late."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=3)
    rounds = parser.parse_args().rounds
    took: dict[int, list[float]] = {0: [], FEW: [], MANY: []}
    for _ in range(rounds):
        for size, times in took.items():
            with course() as project:
                forms(project, size or 1)
                times.append(
                    timed(["aimak", "cohort", "grade", "budget", "--project", str(project.root)], project.root)
                )
    start, few, many = (median(took[size]) for size in (0, FEW, MANY))
    early, late = (few - start) / (FEW - 1), (many - start) / (MANY - 1)
    say(f"start-up {start:.2f} s; {FEW}: {few:.2f} s; {MANY}: {many:.2f} s")
    ratio = late / early
    finish({
        "row": "growth", "ratio": round(ratio, 3), "target": WITHIN, "met": ratio <= WITHIN,
        "seconds": {"1": round(start, 2), str(FEW): round(few, 2), str(MANY): round(many, 2)},
    })  # fmt: skip


if __name__ == "__main__":
    main()
