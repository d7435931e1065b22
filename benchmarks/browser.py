"""The exercise in a browser: what a first visit fetches, by part, and how long a kernel takes the first time and later.

python -m benchmarks.browser [--rounds N] [--site FOLDER]
"""

from __future__ import annotations

import argparse
import os
import tempfile
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Playwright, sync_playwright

from aimak.project import find_project
from benchmarks.classroom import finish, say
from benchmarks.memory import _tree
from tests.browser.lite import KEPT, CountingServer, boot, exercise_url, profile

#: Bytes of a first visit, and seconds until the kernel is idle: the first time, and later.
TARGET_BYTES, TARGET_FIRST, TARGET_LATER = 11_000_000, 20.0, 12.0
PARTS = {"kernel": "/lite/static/pyodide/", "app": "/lite/build/", "extensions": "/lite/extensions/", "rest": "/"}


@dataclass(frozen=True)
class Visit:
    """Seconds until the kernel was idle, processor seconds of the browser, bytes received by part."""

    seconds: float
    processor: float
    received: dict[str, int]


def main() -> None:
    """Measure some fresh browsers, and print the best of each kind of visit."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--site", type=Path, default=None, help="a built site; _build/site unless given")
    given = parser.parse_args()
    server = CountingServer(given.site or find_project().site)
    visits: dict[str, list[Visit]] = {"first": [], "later": [], "offline": []}
    kept = 0
    with sync_playwright() as playwright:
        for _round in range(given.rounds):
            with tempfile.TemporaryDirectory() as folder:
                kept = one_round(playwright, server, Path(folder), visits)
    best = {name: min(found, key=lambda visit: visit.seconds) for name, found in visits.items()}
    for name, visit in best.items():
        parts = ", ".join(f"{part} {size / 1e6:.2f}" for part, size in visit.received.items())
        say(f"{name}: {visit.seconds:.1f} s, {visit.processor:.1f} processor s; MB: {parts or 'nothing'}")
    first = sum(best["first"].received.values())
    finish({
        "row": "browser", "first_bytes": first, "kept_bytes": kept, "later_bytes": sum(best["later"].received.values()),
        **{f"{name}_seconds": round(visit.seconds, 1) for name, visit in best.items()},
        **{f"{name}_processor_seconds": round(visit.processor, 1) for name, visit in best.items()},
        "target": TARGET_BYTES,
        "met": first <= TARGET_BYTES and best["first"].seconds <= TARGET_FIRST
        and best["later"].seconds <= TARGET_LATER,
    })  # fmt: skip


def one_round(playwright: Playwright, server: CountingServer, folder: Path, visits: dict[str, list[Visit]]) -> int:
    """A first visit, a later one after the browser was closed, and one without the server.

    :returns: bytes received until everything was kept for use without internet.
    """
    kept = 0
    server.start()
    for name, found in visits.items():
        if name == "offline":
            server.stop()
        server.forget()
        with profile(playwright, folder) as context:
            before = processor()
            started = time.monotonic()
            page = context.new_page()
            boot(page, exercise_url(server.url))
            seconds = time.monotonic() - started
            found.append(Visit(seconds, processor() - before, by_part(server.sent)))
            if name == "first":
                page.evaluate(KEPT, ["pages", "exercise"])
                kept = server.bytes
    return kept


def by_part(sent: dict[str, int]) -> dict[str, int]:
    """Bytes by part of the app, largest first."""
    found: Counter[str] = Counter()
    for path, size in sent.items():
        if path != "/sw.js":  # the browser's own look for a newer worker
            found[next(part for part, start in PARTS.items() if path.startswith(start))] += size
    return dict(found.most_common())


def processor() -> float:
    """Processor seconds of all processes that this one started and that still run."""
    ticks = 0
    for pid in _tree(os.getpid())[1:]:
        try:
            fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
        except OSError:
            continue  # it ended meanwhile
        ticks += int(fields[11]) + int(fields[12])
    return ticks / os.sysconf("SC_CLK_TCK")


if __name__ == "__main__":
    main()
