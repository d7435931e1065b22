"""A problem in the data, in words that name the file, the row, the field and the mend."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in a table that has to be mended.

    :param row: as a spreadsheet counts, the header being row 1; 0 if the whole file is meant.
    """

    file: str
    row: int
    field: str
    what: str
    mend: str

    def __str__(self) -> str:
        where = self.file + (f", row {self.row}" if self.row else "") + (f", {self.field}" if self.field else "")
        return f"{where}: {self.what} {self.mend}"
