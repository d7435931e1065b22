"""`aimak course` makes for people what speaks the language of the command."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from aimak.cli import course
from aimak.forum.pack import Packed
from aimak.i18n import speaking
from aimak.project import Project


def test_the_forum_pack_is_in_the_language_of_the_command(
    checkout: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: dict[str, Any] = {}

    def pack(_project: Project, _oblast: str, out: Path, **options: Any) -> Packed:
        asked.update(options)
        return Packed((), (), {}, out / "index.html")

    monkeypatch.setattr("aimak.forum.pack.pack", pack)
    with speaking("ky"):
        course._pack(checkout, "Naryn", tmp_path)
    assert asked["language"] == "ky"
