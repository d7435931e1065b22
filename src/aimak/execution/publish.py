"""How a forked child's outputs reach its connection: ipykernel's own publisher and streams, without ZeroMQ in between.

Stock hands each message to a thread over an in-process ZeroMQ socket. Here whoever has something to say writes it to
the connection itself, under one lock, so that order is kept; the thread is left with the timers of the streams and with
what a program writes to the descriptors 1 and 2. That spares a child two contexts, four threads and a switch a message.
"""

from __future__ import annotations

import contextvars
import os
import socket
import sys
import threading
from collections.abc import Callable
from typing import Any

import zmq
from ipykernel.iostream import PIPE_BUFFER_SIZE, IOPubThread, OutStream

from aimak.execution.wire import IOPUB, frame

#: Messages that nobody waits for: they go out with what follows them, at the latest when the kernel is idle again.
_MAY_WAIT = (b".status", b".execute_input")


class Outlet:
    """One end of a socket pair, shared by both channels of a kernel, so that their order is kept."""

    def __init__(self, connection: socket.socket) -> None:
        self._connection = connection
        self._held: list[bytes] = []
        self.lock = threading.RLock()

    def send(self, channel: bytes, parts: list[bytes], *, hold: bool) -> None:
        """Send one message, or hold it back until the next one or :meth:`flush`.

        Nobody listening any more means that the run is over.
        """
        with self.lock:
            self._held.append(frame(channel, parts))
            if not hold:
                self.flush()

    def flush(self) -> None:
        """Send what was held back."""
        with self.lock:
            data, self._held = b"".join(self._held), []
            if data:
                try:
                    self._connection.sendall(data)
                except OSError:
                    os._exit(0)


class ChannelSocket:
    """As much of a ZeroMQ socket as ipykernel uses, writing frames to an :class:`Outlet`.

    :param channel: ``SHELL`` or ``IOPUB``.
    """

    context: Any = None

    def __init__(self, outlet: Outlet, channel: bytes) -> None:
        self._outlet, self._channel = outlet, channel

    def send_multipart(self, parts: Any, *_args: Any, **_options: Any) -> None:
        """Send one message. A reply waits for the word that the kernel is idle, which follows it at once."""
        plain = [bytes(getattr(part, "bytes", part)) for part in parts]
        self._outlet.send(self._channel, plain, hold=self._channel != IOPUB or plain[0].endswith(_MAY_WAIT))

    def flush(self, *_args: Any) -> None:
        """ipykernel calls this on the shell's socket when it is idle again."""
        self._outlet.flush()

    def close(self) -> None:
        """The connection outlives this object."""


class Publisher(IOPubThread):
    """ipykernel's publisher, which sends at once, in the thread that has something to say."""

    def __init__(self, outlet: Outlet, session: Any) -> None:
        self.outlet = outlet
        super().__init__(ChannelSocket(outlet, IOPUB), session=session)  # type: ignore[no-untyped-call]

    def _setup_event_pipe(self) -> None:
        """No events: nothing is handed over."""

    def _thread_main(self) -> None:
        self.io_loop.start()

    def schedule(self, f: Callable[[], Any]) -> None:
        """Call ``f`` now, in the order in which messages go out."""
        with self.outlet.lock:
            f()


class Stream(OutStream):
    """ipykernel's stream; the publisher's thread watches its descriptor and its timer."""

    def _setup_stream_redirects(self, name: str) -> None:
        self._original_stdstream_fd = getattr(sys, name).fileno()
        self._original_stdstream_copy = os.dup(self._original_stdstream_fd)
        self._fid, written = os.pipe()
        os.dup2(written, self._original_stdstream_fd)
        os.close(written)
        # In a context of its own, which knows no cell: what is read then belongs to the cell that runs at that time.
        contextvars.Context().run(self._io_loop.add_handler, self._fid, self._from_descriptor, self._io_loop.READ)

    def _from_descriptor(self, descriptor: int, _events: int) -> None:
        self.write(os.read(descriptor, PIPE_BUFFER_SIZE).decode(errors="replace"))

    def _schedule_flush(self) -> None:
        if not self._flush_pending:
            self._flush_pending = True
            self._io_loop.add_callback(self._io_loop.call_later, self.flush_interval, self._flush)

    def flush(self) -> None:
        """Send what was written, now."""
        self._flush()

    def _flush(self) -> None:
        with self.pub_thread.outlet.lock:  # two threads may flush: what was written first goes out first
            super()._flush()  # type: ignore[no-untyped-call]


def message(parts: list[bytes]) -> list[Any]:
    """A message's parts as ipykernel's dispatcher takes them."""
    return [zmq.Message(part) for part in parts]
