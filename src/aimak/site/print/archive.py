"""One archive of all PDFs of a language, for a stick."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

from aimak.files import write_whole

#: The same files give the same archive: a browser that has it need not fetch it again.
_DATE = (2026, 1, 1, 0, 0, 0)


def write_archive(folder: Path, target: Path) -> None:
    """Put every PDF of ``folder`` into the archive ``target``."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(folder.glob("*.pdf")):
            about = zipfile.ZipInfo(path.name, _DATE)
            about.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(about, path.read_bytes())
    write_whole(target, made.getvalue())
