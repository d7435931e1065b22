"""Our end of a forked child's connection: its messages, sorted by channel, and how it ended."""

from __future__ import annotations

import asyncio
import json
from collections import deque
from datetime import datetime
from queue import Empty
from typing import Any

from jupyter_client.session import DELIM, Session

from aimak.execution import reasons
from aimak.execution.limits import Limits
from aimak.execution.parent import Ended, WarmParent
from aimak.execution.reasons import Reason
from aimak.execution.wire import IOPUB, SHELL, Reader, WireError, frame

#: Seconds to sleep between looks while nothing can come any more.
DEAD = 1.0
#: Seconds that a child which closed its side has to end by itself.
GRACE = 1.0


class Connection:
    """Our end of a child's connection: reads messages, checks their shape, and sorts them by channel.

    :param folder: where the child runs, if it is not fenced in; ``language``: what its notebook speaks.
    """

    def __init__(
        self, parent: WarmParent, limits: Limits, session: Session, folder: str = "", language: str = "en"
    ) -> None:
        self.limits, self.session = limits, session
        self._parent = parent
        self.number, self._socket = parent.spawn(limits, folder, language)
        self._socket.setblocking(False)
        self._reader = Reader()
        self._waiting: dict[bytes, deque[dict[str, Any]]] = {SHELL: deque(), IOPUB: deque()}
        self._reading: asyncio.Future[None] | None = None
        self._why = ""
        self._gone = False
        self.ended: Ended | None = None

    @property
    def kernel_info(self) -> dict[str, Any]:
        """What the child's kernel says of itself."""
        return self._parent.kernel_info

    def arrived(self, channel: bytes, message: dict[str, Any]) -> None:
        """Let a message wait on a channel for whoever asks next."""
        self._waiting[channel].append(message)

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
                self.arrived(channel, self._message(parts))
        except Exception:  # bytes of a stranger: whatever goes wrong means that they are no message
            self._end(reasons.PROTOCOL)
            return
        if self.limits.has("output") and self._reader.total > self.limits.output:
            self._end("output")

    def _message(self, parts: list[bytes]) -> dict[str, Any]:
        """One message of Jupyter's. Session would look for dates in every text of it, and there are none but two."""
        start = parts.index(DELIM) + 2  # behind the mark stands a signature; the connection itself needs none
        header, parent, metadata, content = (json.loads(part) for part in parts[start : start + 4])
        if not all(isinstance(part, dict) for part in (header, parent, metadata, content)):
            raise WireError("not a message of Jupyter's")
        for one in (header, parent):
            if "date" in one:
                one["date"] = datetime.fromisoformat(one["date"])
        return {
            "header": header,
            "msg_id": header["msg_id"],
            "msg_type": header["msg_type"],
            "parent_header": parent,
            "metadata": metadata,
            "content": content,
            "buffers": [memoryview(part) for part in parts[start + 4 :]],
        }

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
            ended = self._how_it_ended() if self._parent.alive else Ended(-1, "")
            self.ended = Ended(ended.code, self._why or ended.why)
        return self.ended

    def _how_it_ended(self) -> Ended:
        if self._gone:  # it closed its side: most often it is ending by itself, and how is worth knowing
            try:
                return self._parent.wait(self.number, GRACE)
            except TimeoutError:
                self._why = reasons.CLOSED
        self._parent.kill(self.number, self._why)
        return self._parent.wait(self.number)

    def reason(self) -> Reason:
        """Why the child ended: what nbclient's user reads in the place of "Kernel died"."""
        ended = self.ended or Ended(0, "")
        if ended.why in {reasons.CLOSED, reasons.PROTOCOL}:
            return Reason(ended.why)
        limit = reasons.of_limit(ended.why, self.limits)
        if limit is not None:
            return limit
        if not self._parent.alive:
            return Reason(reasons.OTHER, told=self._parent.epitaph())
        return Reason(reasons.CRASHED, -ended.code) if ended.code < 0 else Reason(reasons.EXITED, ended.code)
