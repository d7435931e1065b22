"""Catalogs that a test makes for itself."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from aimak.i18n import catalogs
from aimak.translation.pofile import Catalog, pofile_text


@contextmanager
def made_catalog(catalog: Catalog, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """While it lasts, the kit's catalogs are this one alone; gives its folder."""
    above = Path(tempfile.mkdtemp())
    folder = above / catalog.language / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "aimak.po").write_text(pofile_text(catalog), encoding="utf-8")
    with monkeypatch.context() as patch:
        patch.setattr(catalogs, "LOCALES", above)
        catalogs.catalog.cache_clear()
        try:
            yield folder
        finally:
            catalogs.catalog.cache_clear()
            shutil.rmtree(above)
