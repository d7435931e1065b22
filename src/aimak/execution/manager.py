"""A kernel manager and client for nbclient whose kernel is a forked child.

Everything that speaks nbclient can use it: ``NotebookClient(nb, kernel_manager_class=WarmKernelManager)``, nbgrader's
``Execute`` and papermill. nbclient turns messages into outputs, so outputs are what it would have produced.
"""

from __future__ import annotations

import uuid
from typing import Any

from jupyter_client.client import KernelClient
from jupyter_client.manager import KernelManager
from jupyter_client.session import Session
from nbclient.exceptions import CellTimeoutError
from traitlets import Any as AnyTrait
from traitlets import Bool, Instance, Unicode

from aimak.execution.connection import Connection
from aimak.execution.limits import NOT_UP, Limits
from aimak.execution.parent import NoFenceError
from aimak.execution.reasons import OTHER, Reason, of_limit
from aimak.execution.shared import warm_parent
from aimak.execution.wire import IOPUB, SHELL
from aimak.i18n import translate as _


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


class WarmKernelClient(KernelClient):
    """jupyter_client's client with the channels of a forked child."""

    connection: Any = AnyTrait(None, allow_none=True)
    #: Expressions to evaluate after the next cell, by name; see :mod:`.asking`.
    questions: Any = AnyTrait(None, allow_none=True)

    def execute(self, code: str, silent: bool = False, store_history: bool = True, **options: Any) -> str:  # type: ignore[override]
        """Run a cell, and with it the questions that wait."""
        questions, self.questions = self.questions, None
        return super().execute(code, silent, store_history, **{"user_expressions": questions or {}, **options})

    @property
    def shell_channel(self) -> Any:
        """Requests and replies."""
        return _Channel(self.connection, SHELL)

    @property
    def iopub_channel(self) -> Any:
        """Outputs."""
        return _Channel(self.connection, IOPUB)

    def kernel_info(self, *_args: Any, **_options: Any) -> str:
        """Ask what kernel this is. Children are all alike, so the warm parent has answered it for them.

        :returns: the id of the request, for which a reply is waiting.
        """
        request = self.session.msg("kernel_info_request", {})
        reply = self.session.msg("kernel_info_reply", self.connection.kernel_info, parent=request)
        self.connection.arrived(SHELL, reply)
        return str(request["header"]["msg_id"])

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
    :param language: the language in force in the notebook until it sets another one itself.
    """

    limits = Instance(Limits, ())
    fenced = Bool(True)
    folder = Unicode("")
    language = Unicode("en")

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
        parent = warm_parent(fenced=self.fenced)
        self.connection = Connection(parent, self.limits, self.session, self.folder, self.language)

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


def why_it_ended(manager: WarmKernelManager, error: Exception) -> Reason:
    """The reason behind an error of nbclient's: what ended the child, or what nbclient says.

    :raises NoFenceError: if the child could not put its fence up. That is no fault of the notebook's.
    """
    connection = manager.connection
    if connection is not None and connection.ended is not None:
        if connection.ended.why.startswith(NOT_UP):
            raise NoFenceError(
                _("The fence could not be put up ({reason}).").format(reason=connection.ended.why.removeprefix(NOT_UP)),
                _("Nothing was run. Look at `aimak doctor`, and at the rights of the folder that the kit lies in."),
            ) from error
        return connection.reason()
    limit = of_limit("cell", manager.limits) if isinstance(error, CellTimeoutError) else None
    return limit or Reason(OTHER, told=str(error).strip().splitlines()[0])
