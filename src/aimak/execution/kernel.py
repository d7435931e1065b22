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
from types import SimpleNamespace
from typing import Any

from ipykernel.ipkernel import IPythonKernel
from ipykernel.kernelapp import IPKernelApp
from jupyter_client.session import Session
from tornado.ioloop import IOLoop
from traitlets import Any as AnyTrait
from traitlets.config import Config

from aimak.execution.publish import ChannelSocket, Outlet, Publisher, Stream, message
from aimak.execution.wire import SHELL, Reader


class WarmKernel(IPythonKernel):
    """ipykernel's kernel, made before the fork and connected after it."""

    shell_stream = AnyTrait(None, allow_none=True)
    iopub_socket = AnyTrait(None, allow_none=True)

    @property
    def _supports_kernel_subshells(self) -> bool:
        return False

    def connect(self, connection: socket.socket) -> None:
        """In the child: start the publishing thread and point everything at ``connection``."""
        outlet = Outlet(connection)
        # ipykernel asks this thread's parent whether signals can be handled here; subshells stay off.
        self.shell_channel_thread = SimpleNamespace(parent_thread=threading.main_thread())
        session: Any = self.session
        shell: Any = self.shell
        session.pid = os.getpid()  # it refuses to speak from a fork otherwise
        publisher = Publisher(outlet, session)
        self.iopub_thread = publisher
        self.iopub_socket = publisher.background_socket
        self.shell_stream = ChannelSocket(outlet, SHELL)
        shell.displayhook.pub_socket = self.iopub_socket
        shell.display_pub.pub_socket = self.iopub_socket
        sys.stdout = Stream(session, publisher, "stdout")  # type: ignore[no-untyped-call]
        sys.stderr = Stream(session, publisher, "stderr")  # type: ignore[no-untyped-call]
        publisher.start()  # type: ignore[no-untyped-call]
        shell.displayhook.set_parent({})
        self.io_loop = IOLoop.current()


def make_kernel() -> WarmKernel:
    """The kernel, in the parent: no thread, no socket, no event loop yet."""
    session = Session(key=b"", username="")
    # `instance`: comms (ipywidgets) ask the class for its kernel.
    # History in memory, as nbclient starts its kernels: a file would need a thread, and no thread survives a fork.
    config = Config({"HistoryManager": {"hist_file": ":memory:"}})
    # Without a namespace of its own it takes that of the module `__main__`, as ipykernel's application lets it.
    kernel: Any = WarmKernel.instance(session=session, log=_quiet_log(), config=config, user_ns=None)
    # `%matplotlib inline` and all that has to do with event loops ask the application for the kernel.
    application: Any = IPKernelApp.instance()
    application.kernel = kernel
    kernel._execute_sleep = 0  # it waits for a publishing thread that does not stand between here
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
            task = loop.create_task(kernel.shell_main(None, message(parts)))
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
