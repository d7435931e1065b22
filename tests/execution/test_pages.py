"""Memory gathered in huge pages is the same memory."""

from __future__ import annotations

import ctypes
import mmap
import sys
from pathlib import Path

import pytest

from aimak.execution import pages

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="huge pages are asked for on Linux only")


def test_what_is_gathered_keeps_its_content() -> None:
    memory = mmap.mmap(-1, 3 * pages.HUGE, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS)
    for place in range(0, len(memory), mmap.PAGESIZE):
        memory[place] = place // mmap.PAGESIZE % 251
    pages.gather()
    assert all(memory[place] == place // mmap.PAGESIZE % 251 for place in range(0, len(memory), mmap.PAGESIZE))


def test_only_memory_of_our_own_is_gathered() -> None:
    memory = mmap.mmap(-1, 4 * pages.HUGE, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS)
    start = ctypes.addressof(ctypes.c_char.from_buffer(memory))
    ranges = list(pages.own_ranges())
    assert any(start <= one < start + 4 * pages.HUGE for one in ranges)
    files = [line.split() for line in Path("/proc/self/maps").read_text().splitlines() if ".so" in line]
    spans = [tuple(int(part, 16) for part in line[0].split("-")) for line in files]
    assert not any(first < one + pages.HUGE and one < last for one in ranges for first, last in spans)


def test_where_the_system_cannot_nothing_happens(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pages, "_COLLAPSE", 9999)
    assert pages.gather() == 0
