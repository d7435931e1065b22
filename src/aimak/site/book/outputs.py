"""Where the lessons' outputs are kept between two builds."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path

import aimak
from aimak.data import package_path
from aimak.project import Project


def lesson_cache(project: Project) -> Path:
    """Where the lessons' outputs are kept: another folder for another library or data, since the cache knows only
    the lessons' own code."""
    digest = hashlib.sha256()
    package = Path(aimak.__file__).resolve().parent
    for folder, pattern in ((package / "lesson", "*.py"), (package / "municipal", "*.py"), (package_path(), "*.csv")):
        for path in sorted(folder.rglob(pattern)):
            digest.update(path.read_bytes())
    caches = project.build / ".jupyter_cache"
    current = caches / digest.hexdigest()[:16]
    for old in caches.glob("*"):
        if old != current and old.is_dir():
            shutil.rmtree(old)
    return current
