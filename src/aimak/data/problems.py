"""A problem in the data, in words that name the file, the row, the field and the mend."""

from __future__ import annotations

from dataclasses import dataclass

from aimak.i18n import translate as _


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
        if self.row and self.field:
            where = _("{file}, row {row}, {field}: {problem}")
        elif self.row:
            where = _("{file}, row {row}: {problem}")
        else:
            where = "{file}, {field}: {problem}" if self.field else "{file}: {problem}"
        return where.format(file=self.file, row=self.row, field=self.field, problem=f"{self.what} {self.mend}")
