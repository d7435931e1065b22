"""Our side of the warm parent: start it, ask it for children, hear how they ended."""

from __future__ import annotations

import contextlib
import itertools
import json
import os
import socket
import subprocess
import sys
import threading
from collections import deque
from dataclasses import dataclass
from typing import Any

from aimak.errors import UserError
from aimak.execution import fence
from aimak.execution.fence import can_fork
from aimak.execution.limits import Limits
from aimak.i18n import translate as _
from aimak.i18n.catalogs import LOCALES, compile_catalogs

#: Seconds that warming up may take on a slow laptop with a cold disk.
START = 120.0


class NoFenceError(UserError):
    """Code was to run, but no fence can be had and nobody said ``--unfenced``."""


class NotStartedError(UserError):
    """The warm parent did not start; all that it said is the error's note."""


@dataclass(frozen=True, slots=True)
class Ended:
    """How a child ended.

    :param code: exit code; negative for a signal.
    :param why: the limit that ended it (``wall``, ``cpu``, ``memory``, ``output``, …), ``NOT_UP`` and the reason if no
        code ran at all, or empty.
    """

    code: int
    why: str


class WarmParent:
    """One warm parent process. It may be used from several threads.

    :param fenced: False runs notebooks with our own rights. Only for our own notebooks, or on an explicit word.
    :raises NoFenceError: if a fence is asked for and cannot be had.
    :raises NotStartedError: if the process does not come up.
    """

    def __init__(self, *, fenced: bool = True) -> None:
        if not can_fork():
            raise NoFenceError(
                _("There is no warm parent on this system."), _("Grade in WSL 2 or in a Linux container.")
            )
        if fenced and fence.obstacle():
            raise NoFenceError(_("Trainees' code cannot be fenced in here."), fence.obstacle())
        with contextlib.suppress(OSError):  # inside the fence nothing can be written beside the sources
            compile_catalogs(LOCALES)
        self.fenced = fenced
        self._ends: dict[int, Ended] = {}
        self._said: deque[str] = deque(maxlen=20)
        self._lock = threading.Condition()
        self._numbers = itertools.count(1)
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        variables = dict(fence.ENVIRONMENT)
        arguments = [sys.executable, "-m", "aimak.execution.warm"]
        if fenced:
            arguments, variables = fence.command(arguments, variables), {"PATH": os.environ.get("PATH", os.defpath)}
        else:
            variables = {**os.environ, **{k: v for k, v in variables.items() if k not in _OUTSIDE}}
        self._process = subprocess.Popen(
            arguments,
            stdin=theirs.fileno(),
            env=variables,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            start_new_session=True,  # Ctrl-C is for us; we then end it in order
        )
        theirs.close()
        self._control = ours
        self._await_ready()
        self._thread = threading.Thread(target=self._listen, name="aimak-warm-parent", daemon=True)
        self._thread.start()
        self._errors = threading.Thread(target=self._drain, name="aimak-warm-errors", daemon=True)
        self._errors.start()

    def _await_ready(self) -> None:
        self._control.settimeout(START)
        try:
            said = self._control.recv(1 << 16)
        except TimeoutError:
            said = b""
        self._control.settimeout(None)
        if not said:
            self._process.kill()
            _out, errors = self._process.communicate()
            raise _not_started_error(errors.decode(errors="replace"))
        #: What every child's kernel would say of itself.
        self.kernel_info: dict[str, Any] = json.loads(said)["kernel_info"]

    def _drain(self) -> None:
        assert self._process.stderr is not None
        with self._process.stderr as said:
            for line in said:  # a full pipe would stop the parent
                self._said.append(line.decode(errors="replace").rstrip())

    def _listen(self) -> None:
        while True:
            try:
                data = self._control.recv(1 << 16)
            except OSError:
                data = b""
            with self._lock:
                if not data:
                    self._ends[0] = Ended(-1, "")
                    self._lock.notify_all()
                    return
                said = json.loads(data)
                self._ends[said["number"]] = Ended(said["code"], said["why"])
                self._lock.notify_all()

    def _send(self, message: dict[str, Any], fds: tuple[int, ...] = ()) -> None:
        data = json.dumps(message).encode()
        try:
            if fds:
                socket.send_fds(self._control, [data], fds)
            else:
                self._control.send(data)
        except OSError as error:
            raise RuntimeError(f"the warm parent is gone ({error})") from None

    @property
    def alive(self) -> bool:
        """False once the process has ended."""
        return self._process.poll() is None and 0 not in self._ends

    def spawn(self, limits: Limits, folder: str = "", language: str = "en") -> tuple[int, socket.socket]:
        """A fresh child: its number, and our end of its connection.

        :param folder: where it runs, if it is not fenced in.
        :param language: what its notebook speaks; it never is the command's own by accident.
        """
        ours, theirs = socket.socketpair()
        number = next(self._numbers)
        with theirs:
            request = {"op": "spawn", "number": number, "limits": limits.as_json(), "folder": folder}
            request["language"] = language
            self._send(request, (theirs.fileno(),))
        return number, ours

    def interrupt(self, number: int) -> None:
        """Interrupt the cell that a child is running, as Ctrl-C does."""
        self._send({"op": "interrupt", "number": number})

    def kill(self, number: int, why: str = "") -> None:
        """End a child at once, with everything that it started."""
        self._send({"op": "kill", "number": number, "why": why})

    def wait(self, number: int, timeout: float = 30.0) -> Ended:
        """How a child ended; waits until it did.

        :raises TimeoutError: if it has not ended in ``timeout`` seconds.
        """
        with self._lock:
            if not self._lock.wait_for(lambda: number in self._ends or 0 in self._ends, timeout):
                raise TimeoutError(f"child {number} did not end")
            return self._ends.pop(number) if number in self._ends else self._ends[0]

    def epitaph(self) -> str:
        """What to say when the parent itself has ended: its last words are for whoever mends it."""
        return _("the warm parent ended: {words}").format(words=" | ".join(self._said)[-500:])

    def close(self) -> None:
        """End the parent and with it every child."""
        self._control.close() if self._process.poll() is not None else self._control.shutdown(socket.SHUT_RDWR)
        try:
            self._process.wait(5)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._errors.join(1)
        self._control.close()


def _not_started_error(said: str) -> NotStartedError:
    last = said.strip().rpartition("\n")[2] or "-"
    error = NotStartedError(
        _("What runs analysts' code did not start: {reason}.").format(reason=last.rstrip(".")),
        _("Nothing was run. Look at `aimak doctor`, and install the kit again."),
    )
    error.add_note(said[-4000:])
    return error


#: Settings that belong to the view inside the fence.
_OUTSIDE = {"HOME", "USER", "TMPDIR", "PATH", "MPLCONFIGDIR", "IPYTHONDIR"}
