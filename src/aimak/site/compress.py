"""Write .br and .gz files beside a site's files, so that a small server need not compress while thirty people wait."""

from __future__ import annotations

import gzip
import hashlib
import shutil
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import brotli

from aimak.files import write_whole

#: What gets smaller; pictures, fonts and archives are compressed already.
TEXTS = frozenset({".html", ".css", ".js", ".mjs", ".json", ".svg", ".ipynb", ".txt", ".xml", ".csv", ".wasm", ".map"})
#: What is written beside a file.
SUFFIXES = frozenset({".br", ".gz"})
#: A smaller file fits into one packet anyway.
LEAST = 1024
#: Above this size brotli's last step costs minutes and gains one per cent.
LARGE, HIGH, HIGHEST = 2_000_000, 9, 11


def compress(folder: Path, kept: Path) -> dict[str, int]:
    """Write the compressed files of every text below ``folder``; what does not get smaller is left alone.

    The same content gives the same bytes, and is compressed once.

    :param kept: where compressed contents stay between two builds; those that no file has any more are removed.
    :returns: bytes of all such texts as they are, as ``gzip`` and as ``br``, under these names.
    """
    names: dict[str, list[Path]] = {}
    for path in sorted(_texts(folder)):
        names.setdefault(hashlib.sha256(path.read_bytes()).hexdigest(), []).append(path)
    kept.mkdir(parents=True, exist_ok=True)
    with ThreadPoolExecutor() as pool:  # both libraries let go of the interpreter while they work
        sizes = list(pool.map(lambda item: _one(kept / item[0], item[1]), names.items()))
    for old in kept.iterdir():
        if old.stem not in names:
            old.unlink()
    return {name: sum(size[place] for size in sizes) for place, name in enumerate(("plain", "gzip", "br"))}


def _texts(folder: Path) -> Iterable[Path]:
    return (path for path in folder.rglob("*") if path.suffix in TEXTS and path.stat().st_size >= LEAST)


def _one(kept: Path, paths: Sequence[Path]) -> tuple[int, int, int]:
    """Put the compressed forms of one content beside each of its files; returns the bytes of all, in three forms."""
    plain = paths[0].stat().st_size
    sizes = []
    for suffix, pack in (("gz", _gzip), ("br", _brotli)):
        packed = kept.with_suffix(f".{suffix}")
        if not packed.is_file():
            write_whole(packed, pack(paths[0].read_bytes()))
        size = packed.stat().st_size
        sizes.append(min(plain, size) * len(paths))
        if size < plain:
            for path in paths:
                shutil.copyfile(packed, path.with_name(f"{path.name}.{suffix}"))
    return plain * len(paths), sizes[0], sizes[1]


def _gzip(data: bytes) -> bytes:
    return gzip.compress(data, 9, mtime=0)


def _brotli(data: bytes) -> bytes:
    return bytes(brotli.compress(data, quality=HIGH if len(data) > LARGE else HIGHEST))
