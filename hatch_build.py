"""Compile the catalogs before the package is built: what is installed reads `.mo` files only."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompileCatalogs(BuildHookInterface):  # type: ignore[type-arg]
    """What hatchling calls. Stands apart from `aimak.i18n.catalogs`, which is not installed yet at this time."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Write `<domain>.mo` beside each `<domain>.po`."""
        for source in sorted(Path(self.root, "src", "aimak", "i18n", "locale").rglob("*.po")):
            with source.open("rb") as file:
                texts = read_po(file, locale=source.parents[1].name)
            texts.creation_date = datetime.datetime(1980, 1, 1, tzinfo=datetime.UTC)  # the same texts, the same bytes
            with source.with_suffix(".mo").open("wb") as file:
                write_mo(file, texts)
