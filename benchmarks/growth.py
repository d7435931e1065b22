"""Whether the time of a run grows in line with the class: forms, 200 and 2,000 of them, into a new gradebook each.

python -m benchmarks.growth [--rounds N] [--sizes FEW MANY]
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
    parser.add_argument("--sizes", type=int, nargs=2, default=(FEW, MANY), help="hand-ins")
    asked = parser.parse_args()
    few_forms, many_forms = asked.sizes
    took: dict[int, list[float]] = {0: [], few_forms: [], many_forms: []}
    for _ in range(asked.rounds):
        for size, times in took.items():
            with course() as project:
                forms(project, size or 1)
                times.append(
                    timed(["aimak", "cohort", "grade", "budget", "--project", str(project.root)], project.root)
                )
    start, few, many = (median(took[size]) for size in (0, few_forms, many_forms))
    early, late = (few - start) / (few_forms - 1), (many - start) / (many_forms - 1)
    say(f"start-up {start:.2f} s; {few_forms}: {few:.2f} s; {many_forms}: {many:.2f} s")
    ratio = late / early
    finish({
        "row": "growth", "ratio": round(ratio, 3), "target": WITHIN, "met": ratio <= WITHIN,
        "seconds": {"1": round(start, 2), str(few_forms): round(few, 2), str(many_forms): round(many, 2)},
    })  # fmt: skip


if __name__ == "__main__":
    main()
