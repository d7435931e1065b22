"""Writing files so that a half-written one is never taken for whole."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path


def write_whole(path: Path, content: str | bytes) -> bool:
    """Write ``content`` (text as UTF-8) to ``path``: the file is there whole or as it was before.

    Folders above it are made. A file that holds the content already is left alone, so that tools which look at
    times do not rebuild.

    :returns: True if the file changed.
    :raises OSError: if the disk is full or the folder cannot be written.
    """
    data = content.encode("utf-8") if isinstance(content, str) else content
    if path.is_file() and path.read_bytes() == data:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".part")
    part = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as out:
            out.write(data)
            out.flush()
            os.fsync(out.fileno())
        part.chmod(0o644)
        part.replace(path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    return True


def forget_parts(folder: Path) -> None:
    """Remove what a killed run left half-written below ``folder``; nobody else may write there at the time."""
    for part in folder.rglob(".*.part"):
        part.unlink(missing_ok=True)
