"""The warm parent: loads what notebooks need once, then forks a child for each. Run as a program by :mod:`.parent`.

It is single-threaded and has no event loop, so that a fork is safe. It reads requests, one a datagram, from the socket
pair that is its standard input; a ``spawn`` brings the child's connection along as a file descriptor.
"""

from __future__ import annotations

import contextlib
import gc
import importlib
import json
import os
import select
import signal
import socket
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from aimak.execution import isolate, pages
from aimak.execution.limits import NOT_UP, Limits
from aimak.execution.watch import baseline, private_memory

#: Between two looks at time and memory of the children, in seconds.
LOOK = 0.2
#: The share of its processor time from which a killed child counts as ended by that limit: the kernel's clock for the
#: limit and that for the bill differ a little.
ALMOST = 0.9
#: New objects after which a child looks for cycles among them: a chart makes thousands, and none is garbage yet.
YOUNG = 10_000
#: A child's word that the fence is up.
UP = b"up"


@dataclass
class Child:
    """One running notebook: its process, and what ended it if we did.

    :param note: where it says that the fence is up, or why it could not be put up; before any notebook code runs.
    :param killed: True once the other side asked for its end.
    """

    number: int
    pid: int
    pidfd: int
    limits: Limits
    note: int
    killed: bool = False
    started: float = field(default_factory=time.monotonic)
    why: str = ""


def main() -> None:
    """Warm up, say that we are ready, and fork until the other side closes."""
    control = socket.socket(fileno=os.dup(0))
    null = os.open(os.devnull, os.O_RDWR)
    os.dup2(null, 0)
    os.close(null)
    Parent(control, warm_up()).run()


def warm_up() -> Any:
    """Import, draw a first chart, make the kernel, and freeze all of it for sharing."""
    with _hidden("debugpy"):  # ipykernel loads it for debuggers; none is attached here, and each child would carry it
        from aimak.execution.kernel import make_kernel

        kernel = make_kernel()  # before the rest, so that matplotlib finds a notebook's shell when it is loaded
    importlib.import_module("aimak.execution.preload")
    importlib.import_module("aimak.execution.transforming").look_once(kernel.shell)
    importlib.import_module("aimak.execution.drawing").remember_layouts()
    with importlib.import_module("aimak.execution.fonts").kept():
        importlib.import_module("aimak.execution.rehearse").rehearse(kernel)
    gc.collect()
    gc.freeze()
    gc.set_threshold(YOUNG)
    pages.gather()
    pages.fill()
    return kernel


@contextlib.contextmanager
def _hidden(package: str) -> Iterator[None]:
    """While it lasts a package cannot be imported; afterwards a notebook may."""
    sys.modules[package] = None  # type: ignore[assignment]
    try:
        yield
    finally:
        del sys.modules[package]


class Parent:
    """Forks, watches and ends children."""

    def __init__(self, control: socket.socket, kernel: Any) -> None:
        self.control, self.kernel = control, kernel
        self.children: dict[int, Child] = {}
        self.shared = baseline(os.getpid())
        isolate.remember_size()

    def run(self) -> None:
        """Serve until the other side closes; then end every child."""
        self._tell({"event": "ready", "kernel_info": self.kernel.kernel_info})
        while True:
            wait = LOOK if self.children else None
            fds = [self.control.fileno(), *(child.pidfd for child in self.children.values())]
            ready, _write, _error = select.select(fds, [], [], wait)
            for child in [child for child in self.children.values() if child.pidfd in ready]:
                self._ended(child)
            if self.control.fileno() in ready and not self._request():
                break
            self._watch()
        for child in self.children.values():
            os.kill(child.pid, signal.SIGKILL)

    def _tell(self, message: dict[str, Any]) -> None:
        self.control.send(json.dumps(message).encode())

    def _request(self) -> bool:
        data, fds, _flags, _address = socket.recv_fds(self.control, 1 << 16, 1)
        if not data:
            return False
        request = json.loads(data)
        if request["op"] == "spawn":
            self._spawn(request, fds[0])
        elif request["number"] in self.children:
            child = self.children[request["number"]]
            if request["op"] == "kill":
                child.killed, child.why = True, child.why or request.get("why", "")
                os.kill(child.pid, signal.SIGKILL)
            else:
                os.kill(child.pid, signal.SIGINT)
        return True

    def _spawn(self, request: dict[str, Any], fd: int) -> None:
        limits = Limits.from_json(request["limits"])
        slot = request["number"] % isolate.SLOTS
        note, said = os.pipe()
        with isolate.process_namespace(limits):
            pid = os.fork()
        if pid == 0:
            self._become_child(fd, said, limits, slot, request)
        os.close(fd)
        os.close(said)
        child = Child(request["number"], pid, os.pidfd_open(pid), limits, note)
        self.children[child.number] = child

    def _become_child(self, fd: int, note: int, limits: Limits, slot: int, request: dict[str, Any]) -> None:
        """The forked side: close what is not ours, put up the fence, run. Never returns."""
        code = 3
        try:
            first, second = sorted((fd, note))
            os.closerange(3, first)
            os.closerange(first + 1, second)
            os.closerange(second + 1, 4096)
            if request.get("folder") and not isolate.fenced():
                os.chdir(request["folder"])
            os.environ["AIMAK_LANG"] = request.get("language", "en")
            isolate.put_up(limits, slot)
            from aimak.execution.kernel import serve

            os.write(note, UP)
            os.close(note)
            serve(self.kernel, socket.socket(fileno=fd))
            code = 0
        except BaseException as error:
            with contextlib.suppress(OSError):  # closed already: then it is no longer about the fence
                os.write(note, repr(error).encode())
        finally:
            os._exit(code)

    def _ended(self, child: Child) -> None:
        _pid, status, usage = os.wait4(child.pid, 0)
        os.close(child.pidfd)
        note = os.read(child.note, 4096)
        os.close(child.note)
        del self.children[child.number]
        code = os.waitstatus_to_exitcode(status)
        why = child.why
        if not why and code == -signal.SIGKILL and usage.ru_utime + usage.ru_stime >= ALMOST * child.limits.cpu:
            why = "cpu"
        if note != UP and not why and not child.killed:
            why = f"{NOT_UP}{note.decode(errors='replace')}"
        self._tell({"event": "ended", "number": child.number, "code": code, "why": why})

    def _watch(self) -> None:
        now = time.monotonic()
        for child in self.children.values():
            if child.limits.has("wall") and now - child.started > child.limits.wall:
                child.why = child.why or "wall"
            elif child.limits.has("memory") and private_memory(child.pid, self.shared) > child.limits.memory:
                child.why = child.why or "memory"
            if child.why:
                os.kill(child.pid, signal.SIGKILL)


if __name__ == "__main__":
    main()
