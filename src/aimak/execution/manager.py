"""A kernel manager and client for nbclient whose kernel is a forked child.

Everything that speaks nbclient can use it: ``NotebookClient(nb, kernel_manager_class=WarmKernelManager)``, nbgrader's
``Execute`` and papermill. nbclient turns messages into outputs, so outputs are what it would have produced.
"""

from __future__ import annotations

import asyncio
import uuid
from collections import deque
from queue import Empty
from typing import Any

from jupyter_client.client import KernelClient
from jupyter_client.manager import KernelManager
from jupyter_client.session import Session
from traitlets import Any as AnyTrait
from traitlets import Instance

from aimak.execution.limits import Limits
from aimak.execution.parent import Ended, WarmParent, warm_parent
from aimak.execution.wire import IOPUB, SHELL, Reader, WireError, frame

#: Seconds to sleep between looks while nothing can come any more.
DEAD = 1.0
#: Seconds that a child which closed its side has to end by itself.
GRACE = 1.0
#: What nbclient's user reads in the place of "Kernel died".
_WORDS = {
    "wall": "the notebook ran longer than {limits.wall:g} seconds",
    "cpu": "the notebook used more than {limits.cpu} seconds of processor time",
    "memory": "the notebook used more memory than {memory} MB",
    "output": "the notebook printed more than {output} MB",
    "closed": "the notebook closed the channel of its results",
    "protocol": "the notebook wrote to the channel of its results",
}


class _Channel:
    """One of a client's two channels, as nbclient uses it."""

    def __init__(self, connection: Connection, name: bytes) -> None:
        self._connection, self._name = connection, name

    async def get_msg(self, timeout: float | None = None) -> dict[str, Any]:
        """The next message.

        :raises Empty: after ``timeout`` seconds.
        """
        return await self._connection.next(self._name, timeout)

    def send(self, message: dict[str, Any]) -> None:
        """Send a request to the kernel."""
        self._connection.send(message)


class Connection:
    """Our end of a child's connection: reads messages, checks their shape, and sorts them by channel."""

    def __init__(self, parent: WarmParent, limits: Limits, session: Session, folder: str = "") -> None:
        self.limits, self.session = limits, session
        self._parent = parent
        self.number, self._socket = parent.spawn(limits, folder)
        self._socket.setblocking(False)
        self._reader = Reader()
        self._waiting: dict[bytes, deque[dict[str, Any]]] = {SHELL: deque(), IOPUB: deque()}
        self._reading: asyncio.Future[None] | None = None
        self._why = ""
        self._gone = False
        self.ended: Ended | None = None

    def send(self, message: dict[str, Any]) -> None:
        """Send a request; a child that has ended is noticed at the next read."""
        data = frame(SHELL, self.session.serialize(message))
        self._socket.setblocking(True)
        try:
            self._socket.sendall(data)
        except OSError:
            self._end("")
        finally:
            self._socket.setblocking(False)

    async def next(self, channel: bytes, timeout: float | None) -> dict[str, Any]:
        """The next message of one channel.

        :raises Empty: after ``timeout`` seconds.
        """
        loop = asyncio.get_running_loop()
        deadline = None if timeout is None else loop.time() + timeout
        waiting = self._waiting[channel]
        while not waiting:
            left = None if deadline is None else deadline - loop.time()
            if left is not None and left <= 0:
                raise Empty
            if self.ended is not None:  # nbclient looks once a second whether the kernel lives, and then cancels us
                await asyncio.sleep(min(left or DEAD, DEAD))
                continue
            if self._reading is None or self._reading.done():
                self._reading = loop.create_task(self._read())
            # Two channels wait for the same bytes, and either may give up: the read itself goes on.
            await asyncio.wait({self._reading}, timeout=left)
        return waiting.popleft()

    async def _read(self) -> None:
        try:
            data = await asyncio.get_running_loop().sock_recv(self._socket, 1 << 20)
        except OSError:
            data = b""
        if not data:
            self._gone = True
            self._end("")
            return
        try:
            for channel, parts in self._reader.feed(data):
                self._waiting[channel].append(self._message(parts))
        except Exception:  # bytes of a stranger: whatever goes wrong means that they are no message
            self._end("protocol")
            return
        if self.limits.has("output") and self._reader.total > self.limits.output:
            self._end("output")

    def _message(self, parts: list[bytes]) -> dict[str, Any]:
        _identities, rest = self.session.feed_identities(parts)
        message = self.session.deserialize(rest)
        if not isinstance(message.get("content"), dict) or not isinstance(message.get("parent_header"), dict):
            raise WireError("not a message of Jupyter's")
        return dict(message)

    def _end(self, why: str) -> None:
        if self.ended is None:
            self._why = why
            self.close()

    def interrupt(self) -> None:
        """Interrupt the running cell."""
        self._parent.interrupt(self.number)

    def close(self) -> Ended:
        """End the child, if it has not ended, and hear how."""
        if self.ended is None:
            self._socket.close()
            ended = self._how_it_ended() if self._parent.alive else Ended(0, self._parent.epitaph())
            self.ended = Ended(ended.code, self._why or ended.why)
        return self.ended

    def _how_it_ended(self) -> Ended:
        if self._gone:  # it closed its side: most often it is ending by itself, and how is worth knowing
            try:
                return self._parent.wait(self.number, GRACE)
            except TimeoutError:
                self._why = "closed"
        self._parent.kill(self.number, self._why)
        return self._parent.wait(self.number)

    def reason(self) -> str:
        """Why the child ended, for people."""
        ended = self.ended or Ended(0, "")
        words = _WORDS.get(ended.why)
        if words:
            mib = 1024 * 1024
            limits = self.limits
            return words.format(limits=limits, memory=limits.memory // mib, output=limits.output // mib)
        if ended.code < 0:
            return f"the interpreter crashed (signal {-ended.code})"
        if ended.code == 0 and ended.why:
            return ended.why
        return f"the notebook ended its own interpreter (exit code {ended.code})"


class WarmKernelClient(KernelClient):
    """jupyter_client's client with the channels of a forked child."""

    connection: Any = AnyTrait(None, allow_none=True)

    @property
    def shell_channel(self) -> Any:
        """Requests and replies."""
        return _Channel(self.connection, SHELL)

    @property
    def iopub_channel(self) -> Any:
        """Outputs."""
        return _Channel(self.connection, IOPUB)

    def start_channels(self, *_args: Any, **_options: Any) -> None:
        """They are open already."""

    def stop_channels(self) -> None:
        """They are closed with the child."""

    async def wait_for_ready(self, timeout: float | None = None) -> None:
        """A forked child is ready when it reads; requests wait in the socket until then."""

    async def is_alive(self) -> bool:
        """False once the child has ended."""
        return self.connection.ended is None


class WarmKernelManager(KernelManager):
    """jupyter_client's manager; starting a kernel is a fork of the warm parent.

    :param limits: what the notebook may use.
    :param fenced: False runs it with our own rights, in ``folder``.
    """

    limits = Instance(Limits, ())
    fenced = AnyTrait(True)
    folder = AnyTrait("")

    def __init__(self, **options: Any) -> None:
        options.setdefault("session", Session(key=b"", username=""))
        super().__init__(**options)
        self.connection: Connection | None = None

    @property
    def ipykernel(self) -> bool:
        """False: no history file of a kernel's own is to be configured."""
        return False

    @property
    def has_kernel(self) -> bool:
        """True from the fork to the end."""
        return self.connection is not None

    async def start_kernel(self, **_options: Any) -> None:  # type: ignore[override]
        """Fork a child. Options for a kernel's command line have no meaning here."""
        self.kernel_id = str(uuid.uuid4())
        self.connection = Connection(warm_parent(fenced=bool(self.fenced)), self.limits, self.session, str(self.folder))

    def client(self, **_options: Any) -> WarmKernelClient:  # type: ignore[override]
        """A client of the child."""
        return WarmKernelClient(session=self.session, connection=self.connection)

    async def is_alive(self) -> bool:  # type: ignore[override]
        """False once the child has ended."""
        return self.connection is not None and self.connection.ended is None

    async def interrupt_kernel(self) -> None:  # type: ignore[override]
        """Interrupt the running cell."""
        if self.connection is not None:
            self.connection.interrupt()

    async def shutdown_kernel(self, *_args: Any, **_options: Any) -> None:  # type: ignore[override]
        """End the child and all that it started."""
        if self.connection is not None:
            self.connection.close()

    async def cleanup_resources(self, *_args: Any, **_options: Any) -> None:  # type: ignore[override]
        """Nothing is left: no port, no file."""
        if self.connection is not None:
            self.connection.close()


def why_it_ended(manager: WarmKernelManager, error: Exception) -> str:
    """One line for people about an error of nbclient's: what ended the child, or what nbclient says."""
    connection = manager.connection
    if connection is not None and connection.ended is not None:
        return connection.reason()
    return str(error).strip().splitlines()[0]
