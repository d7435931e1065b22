"""How much memory a notebook's processes hold beyond what they share with the warm parent."""

from __future__ import annotations

from pathlib import Path

PROC = Path("/proc")


def _anonymous(pid: int) -> int:
    try:
        for line in (PROC / str(pid) / "status").read_text().splitlines():
            if line.startswith("RssAnon:"):
                return int(line.split()[1]) * 1024
    except (OSError, ValueError):
        pass  # it ended meanwhile
    return 0


def baseline(pid: int) -> int:
    """Anonymous memory of the warm parent, in bytes: each child starts with a shared copy of it."""
    return _anonymous(pid)


def descendants(pid: int) -> list[int]:
    """A process and everything below it."""
    found, todo = [], [pid]
    while todo:
        one = todo.pop()
        found.append(one)
        for task in (PROC / str(one) / "task").glob("*"):
            try:
                todo += [int(child) for child in (task / "children").read_text().split()]
            except (OSError, ValueError):
                continue
    return found


def private_memory(pid: int, shared: int) -> int:
    """Anonymous bytes of ``pid`` and its descendants, less what each shares with the parent."""
    return sum(max(0, _anonymous(one) - shared) for one in descendants(pid))
