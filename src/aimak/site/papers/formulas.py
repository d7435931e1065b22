"""Formulas of a source in the words of a workbook.

A name in braces stands for a place:

- ``{ceiling}`` a field; in a column's formula also the cell of another column in the same row,
- ``{steps.money}`` all cells of a column, ``{steps.money.total}`` the cell below them that adds them up,
- ``{status:2}`` the second word of a list, as people meet it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

_NAME = re.compile(r"\{([a-z0-9_.:]+)\}")


@dataclass
class Places:
    """Where things stand in a workbook, filled in as it grows.

    :param known: address by name, with the sheet in it.
    :param lists: the words of each list, in the language of the workbook.
    """

    lists: Mapping[str, Sequence[str]]
    known: dict[str, str] = field(default_factory=dict)

    def put(self, name: str, sheet: str, cells: str) -> None:
        """Remember that ``name`` is at ``cells``, such as ``$B$3`` or ``$B$3:$B$9``."""
        self.known[name] = "'{}'!{}".format(sheet.replace("'", "''"), cells)

    def resolve(self, formula: str, here: Mapping[str, str] | None = None) -> str:
        """The formula as a workbook has it, with ``=`` before it.

        :param here: cells of the same row by column.
        :raises KeyError: for a name that stands for nothing.
        """
        return "=" + _NAME.sub(lambda found: self._address(found[1], here or {}), formula)

    def _address(self, name: str, here: Mapping[str, str]) -> str:
        if ":" in name:
            words, _colon, place = name.partition(":")
            return '"{}"'.format(self.lists[words][int(place) - 1].replace('"', '""'))
        return here[name] if name in here else self.known[name]
