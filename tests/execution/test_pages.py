"""Memory gathered in huge pages is the same memory, and what is asked for after it was filled lies behind it."""

from __future__ import annotations

import ctypes
import mmap
import platform
import subprocess
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


FILLED = """
import ctypes
from aimak.execution import pages
libc = ctypes.CDLL(None)
libc.malloc.argtypes, libc.malloc.restype = [ctypes.c_size_t], ctypes.c_void_p
libc.free.argtypes = [ctypes.c_void_p]
libc.sbrk.argtypes, libc.sbrk.restype = [ctypes.c_ssize_t], ctypes.c_void_p
sizes = [24, 200, 700, 1000, 3000, 20_000]
for places in [[libc.malloc(size) for size in sizes] for _ in range(500)][::2]:
    for place in places:
        libc.free(place)
end = libc.sbrk(0)
before = [libc.malloc(size) < end for size in sizes]
taken = pages.fill()
after = [libc.malloc(size) < end for size in sizes]
print(all(before), taken > 250 * sum(sizes) // 2, any(after))
"""


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="looks at the memory of the GNU C library")
def test_once_the_gaps_are_filled_memory_lies_behind_what_was_there() -> None:
    said = subprocess.run([sys.executable, "-c", FILLED], capture_output=True, text=True, timeout=60, check=True).stdout
    assert said.split() == ["True", "True", "False"]
