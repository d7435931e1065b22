"""The same paper, the same bytes: an office file without the minute and the program that wrote it."""

from __future__ import annotations

import io
import re
import zipfile

#: Stands for every time in a file, and the earliest that a zip archive knows.
WRITTEN = "2026-01-01T00:00:00Z"
_ZIP_TIME = (1980, 1, 1, 0, 0, 0)
_CORE = "docProps/core.xml"


def settled(content: bytes) -> bytes:
    """An office file anew: its members in order, packed alike, with :data:`WRITTEN` for each time in its properties."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as before, zipfile.ZipFile(out, "w") as after:
        # The list of types first: some programs take the file for damaged otherwise.
        for name in sorted(before.namelist(), key=lambda one: (one != "[Content_Types].xml", one)):
            data = before.read(name)
            if name == _CORE:
                data = re.sub(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*", rb"\g<1>" + WRITTEN.encode(), data)
            entry = zipfile.ZipInfo(name, _ZIP_TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            after.writestr(entry, data, compresslevel=9)
    return out.getvalue()
