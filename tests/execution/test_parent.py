"""The warm parent comes up from sources that nobody compiled a catalog of."""

from __future__ import annotations

from pathlib import Path

import pytest

from aimak.execution import WarmParent, parent
from aimak.translation.pofile import Catalog, Entry, pofile_text

pytestmark = pytest.mark.fence


def test_catalogs_are_compiled_before_the_fence_is_put_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    catalogs = tmp_path / "ru" / "LC_MESSAGES"
    catalogs.mkdir(parents=True)
    entry = Entry(("Save",), ("Сохранить",))
    (catalogs / "aimak.po").write_text(pofile_text(Catalog("ru", {"Save": entry})), encoding="utf-8")
    monkeypatch.setattr(parent, "LOCALES", tmp_path)
    WarmParent().close()
    assert (catalogs / "aimak.mo").is_file()
