"""What one notebook may use, and the defences by name, so that a test can take away exactly one."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

#: How the reason begins if a child could not put its fence up: no notebook code has run, and nobody is to be marked.
NOT_UP = "not up: "
MIB = 1024 * 1024
#: The defences that stand around a notebook. Only tests switch one off.
DEFENCES = frozenset({
    "wall",  # wall-clock time of the whole notebook
    "cpu",  # CPU time of one process
    "memory",  # address space of one process, and the private memory of all together
    "processes",  # number of processes
    "files",  # open files, and the number of files in the scratch folder
    "scratch",  # size of the scratch folder, and of one file
    "output",  # bytes of output
    "network",  # a network namespace of its own, without any interface
    "view",  # no project, no other hand-in, no home folder, no environment
    "read-only",  # everything but the scratch folder is read-only
    "namespace",  # its own process namespace: neither siblings nor the parent can be seen or signalled
    "calls",  # system calls that make new namespaces, hidden memory or trace others
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Limits:
    """Limits of one notebook.

    :param wall: seconds from the fork to the end.
    :param cell: seconds for one cell; then it is interrupted, as nbclient does.
    :param cpu: CPU seconds of one process.
    :param memory: bytes that all its processes may hold beyond what the warm parent shares with them.
    :param processes: processes and threads at a time.
    :param files: open files of one process, and files in the scratch folder.
    :param scratch: bytes of the scratch folder.
    :param output: bytes of messages; a notebook file larger than this is of no use to anybody.
    :param without: names of :data:`DEFENCES` that are switched off. For tests that prove what each is good for.
    """

    wall: float = 120.0
    cell: float = 60.0
    cpu: int = 90
    memory: int = 1024 * MIB
    processes: int = 48
    files: int = 512
    scratch: int = 64 * MIB
    output: int = 24 * MIB
    without: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        unknown = set(self.without) - DEFENCES
        if unknown:
            raise ValueError(f"no such defence: {', '.join(sorted(unknown))}")

    def has(self, defence: str) -> bool:
        """True if a defence stands."""
        return defence not in self.without

    def as_json(self) -> dict[str, Any]:
        """The limits as a JSON object."""
        return asdict(self)

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Limits:
        """The limits that :meth:`as_json` wrote."""
        return cls(**{**data, "without": tuple(data.get("without", ()))})
