"""The kernel in a forked child: ipykernel's own, with a socket pair in the place of its ZeroMQ sockets.

The shell, the display publisher, the displayhook, the streams and the comms are ipykernel's and IPython's own; only the
transport is ours. The kernel is made in the warm parent, without threads; :func:`serve` runs in the child.
"""

from __future__ import annotations

import asyncio
import os
import signal
import socket
import sys
import threading
from threading import Lock
from types import SimpleNamespace
from typing import Any

import zmq
from ipykernel.iostream import IOPubThread, OutStream
from ipykernel.ipkernel import IPythonKernel
from jupyter_client.session import Session
from tornado.ioloop import IOLoop
from traitlets import Any as AnyTrait

from aimak.execution.wire import IOPUB, SHELL, Reader, frame


class ChannelSocket:
    """As much of a ZeroMQ socket as ipykernel uses, writing frames to one end of a socket pair.

    :param channel: ``SHELL`` or ``IOPUB``; both share the connection, so that their order is kept.
    """

    def __init__(self, connection: socket.socket, channel: bytes, lock: Lock) -> None:
        self._connection, self._channel, self._lock = connection, channel, lock
        self.context: Any = zmq.Context.instance()

    def send_multipart(self, parts: Any, *_args: Any, **_options: Any) -> None:
        """Send one message. Nobody listening any more means that the run is over."""
        data = frame(self._channel, [bytes(getattr(part, "bytes", part)) for part in parts])
        try:
            with self._lock:
                self._connection.sendall(data)
        except OSError:
            os._exit(0)

    def flush(self, *_args: Any) -> None:
        """Everything is sent at once; there is nothing to flush."""

    def close(self) -> None:
        """The connection outlives this object."""


class WarmKernel(IPythonKernel):
    """ipykernel's kernel, made before the fork and connected after it."""

    shell_stream = AnyTrait(None, allow_none=True)
    iopub_socket = AnyTrait(None, allow_none=True)

    @property
    def _supports_kernel_subshells(self) -> bool:
        return False

    def connect(self, connection: socket.socket) -> None:
        """In the child: start the publishing thread and point everything at ``connection``."""
        lock = Lock()
        # ipykernel asks this thread's parent whether signals can be handled here; subshells stay off.
        self.shell_channel_thread = SimpleNamespace(parent_thread=threading.main_thread())
        session: Any = self.session
        shell: Any = self.shell
        session.pid = os.getpid()  # it refuses to speak from a fork otherwise
        thread = IOPubThread(ChannelSocket(connection, IOPUB, lock), session=session)
        thread.start()
        self.iopub_thread = thread
        self.iopub_socket = thread.background_socket
        self.shell_stream = ChannelSocket(connection, SHELL, lock)
        shell.displayhook.pub_socket = self.iopub_socket
        shell.display_pub.pub_socket = self.iopub_socket
        sys.stdout = OutStream(session, thread, "stdout")
        sys.stderr = OutStream(session, thread, "stderr")
        shell.displayhook.set_parent({})
        self.io_loop = IOLoop.current()


def make_kernel() -> WarmKernel:
    """The kernel, in the parent: no thread, no socket, no event loop yet."""
    session = Session(key=b"", username="")
    # `instance`: comms (ipywidgets) ask the class for its kernel.
    kernel: Any = WarmKernel.instance(session=session, log=_quiet_log())
    kernel.shell.history_manager.enabled = False  # its thread and its file do not survive a fork
    return kernel  # type: ignore[no-any-return]


def _quiet_log() -> Any:
    import logging

    log = logging.getLogger("aimak.kernel")
    log.setLevel(logging.CRITICAL)
    return log


def serve(kernel: WarmKernel, connection: socket.socket) -> None:
    """In the child: answer requests until the other side closes. Never returns to the parent's code."""
    loop = asyncio.new_event_loop()
    asyncio.set_event_loop(loop)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # between cells; ipykernel sets its own while one runs
    loop.run_until_complete(_serve(kernel, connection))


async def _serve(kernel: WarmKernel, connection: socket.socket) -> None:
    kernel.connect(connection)
    loop = asyncio.get_running_loop()
    incoming = socket.socket(fileno=os.dup(connection.fileno()))
    reader = Reader()
    running: set[asyncio.Task[None]] = set()
    while True:
        await _readable(loop, incoming)
        data = incoming.recv(1 << 20)
        if not data:
            return
        for _channel, parts in reader.feed(data):
            task = loop.create_task(kernel.shell_main(None, [zmq.Message(part) for part in parts]))
            running.add(task)
            task.add_done_callback(running.discard)


async def _readable(loop: asyncio.AbstractEventLoop, incoming: socket.socket) -> None:
    """Wait for bytes. The socket stays blocking, because the publishing thread writes whole messages to it."""
    ready = loop.create_future()
    loop.add_reader(incoming.fileno(), lambda: None if ready.done() else ready.set_result(None))
    try:
        await ready
    finally:
        loop.remove_reader(incoming.fileno())
