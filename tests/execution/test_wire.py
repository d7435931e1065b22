"""Messages of a kernel on a stream socket."""

import pytest

from aimak.execution import wire


def test_messages_survive_any_cut_and_strange_bytes_are_no_message() -> None:
    data = wire.frame(wire.SHELL, [b"a", b"", b"ccc"]) + wire.frame(wire.IOPUB, [])
    reader, found = wire.Reader(), []
    for i in range(len(data)):
        found += list(reader.feed(data[i : i + 1]))
    assert found == [(wire.SHELL, [b"a", b"", b"ccc"]), (wire.IOPUB, [])]
    for bad in (b"x" * 10, b"s\xff\xff\xff\xff", b"s\0\0\0\x05\0\0\0\x09a"):
        with pytest.raises(wire.WireError):
            list(wire.Reader().feed(bad))
