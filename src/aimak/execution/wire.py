"""Messages of a kernel on a stream socket: a length, a channel, and the parts of a Jupyter message.

Only bytes are framed here. The parts are JSON, as Jupyter's own session writes them; nothing is ever unpickled.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Iterator

SHELL, IOPUB = b"s", b"i"
#: One message larger than this is refused by the reader: the other side is not to be trusted.
MAX_MESSAGE = 64 * 1024 * 1024
_HEAD = struct.Struct("!cI")
_LENGTH = struct.Struct("!I")


class WireError(Exception):
    """The bytes are no message: whoever writes there does not speak the protocol."""


def frame(channel: bytes, parts: Iterable[bytes]) -> bytes:
    """One message as bytes."""
    body = b"".join(_LENGTH.pack(len(part)) + part for part in parts)
    return _HEAD.pack(channel, len(body)) + body


class Reader:
    """Collects bytes as they come and gives whole messages."""

    def __init__(self) -> None:
        self._buffer = bytearray()
        self.total = 0

    def feed(self, data: bytes) -> Iterator[tuple[bytes, list[bytes]]]:
        """Take bytes, give the channel and the parts of every message that is whole.

        :raises WireError: on an unknown channel, a message over :data:`MAX_MESSAGE`, or lengths that do not add up.
        """
        self._buffer += data
        self.total += len(data)
        while len(self._buffer) >= _HEAD.size:
            channel, length = _HEAD.unpack_from(self._buffer)
            if channel not in (SHELL, IOPUB) or length > MAX_MESSAGE:
                raise WireError("not a message")
            end = _HEAD.size + length
            if len(self._buffer) < end:
                return
            body = bytes(self._buffer[_HEAD.size : end])
            del self._buffer[:end]
            yield channel, _parts(body)


def _parts(body: bytes) -> list[bytes]:
    parts, place = [], 0
    while place < len(body):
        if place + _LENGTH.size > len(body):
            raise WireError("a part is cut off")
        (length,) = _LENGTH.unpack_from(body, place)
        place += _LENGTH.size
        if place + length > len(body):
            raise WireError("a part is cut off")
        parts.append(body[place : place + length])
        place += length
    return parts
