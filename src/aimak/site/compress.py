"""Write .br and .gz files beside a site's files, so that a small server need not compress while thirty people wait."""

from __future__ import annotations

import gzip
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import brotli

#: What gets smaller; pictures, fonts and archives are compressed already.
TEXTS = frozenset({".html", ".css", ".js", ".mjs", ".json", ".svg", ".ipynb", ".txt", ".xml", ".csv", ".wasm", ".map"})
#: What is written beside a file.
SUFFIXES = frozenset({".br", ".gz"})
#: A smaller file fits into one packet anyway.
LEAST = 1024
#: Above this size brotli's last step costs minutes and gains one per cent.
LARGE, HIGH, HIGHEST = 2_000_000, 9, 11


def compress(folder: Path) -> dict[str, int]:
    """Write the compressed files of every text below ``folder``; what does not get smaller is left alone.

    The same content gives the same bytes.

    :returns: bytes of all such texts as they are, as ``gzip`` and as ``br``, under these names.
    """
    with ThreadPoolExecutor() as pool:  # both libraries let go of the interpreter while they work
        sizes = list(pool.map(_one, sorted(_texts(folder))))
    names = ("plain", "gzip", "br")
    return {name: sum(size[place] for size in sizes) for place, name in enumerate(names)}


def _texts(folder: Path) -> Iterable[Path]:
    return (path for path in folder.rglob("*") if path.suffix in TEXTS and path.stat().st_size >= LEAST)


def _one(path: Path) -> tuple[int, int, int]:
    data = path.read_bytes()
    quality = HIGH if len(data) > LARGE else HIGHEST
    made = {".gz": gzip.compress(data, 9, mtime=0), ".br": brotli.compress(data, quality=quality)}
    for suffix, packed in made.items():
        if len(packed) < len(data):
            path.with_name(path.name + suffix).write_bytes(packed)
    return len(data), min(len(data), len(made[".gz"])), min(len(data), len(made[".br"]))
