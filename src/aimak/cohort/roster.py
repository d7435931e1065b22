"""The roster: who takes part. A CSV that Excel can edit; the code is what ties a hand-in to a person."""

from __future__ import annotations

import csv
import io
from dataclasses import astuple, dataclass, fields
from pathlib import Path

from aimak.data import municipality
from aimak.errors import UserError

FILE = "roster.csv"


@dataclass(frozen=True, slots=True)
class Trainee:
    """One person of the roster.

    :param code: what the trainee types into the first form; letters and digits.
    :param sex: ``f`` or ``m``; ``age`` a band such as ``30-44``.
    :param municipality: the code of the training municipality on the trainee's slip.
    :param language: ``ru``, ``ky`` or ``en``.
    """

    code: str
    name: str
    sex: str
    age: str
    role: str
    municipality: str
    language: str


_COLUMNS = [field.name for field in fields(Trainee)]


def roster_text(trainees: tuple[Trainee, ...]) -> str:
    """The roster as CSV text. It starts with a byte order mark, so that Excel shows ң ө ү."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(_COLUMNS)
    writer.writerows(astuple(one) for one in trainees)
    return "\ufeff" + out.getvalue()


def read_roster(path: Path) -> dict[str, Trainee]:
    """The trainees of a roster by code, in upper case.

    :raises UserError: naming the row and the mend, if the file is missing, lacks a column, has a code twice or a
        municipality that is unknown.
    """
    if not path.is_file():
        raise UserError(
            f"There is no roster {path}.", "Make one with `aimak cohort sample`, or write a CSV: " + ",".join(_COLUMNS)
        )
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise UserError(f"{path.name} is not UTF-8.", "In Excel choose «CSV UTF-8» when saving.") from None
    # Excel in a Russian or Kyrgyz locale saves with semicolons.
    delimiter = ";" if text.partition("\n")[0].count(";") > text.partition("\n")[0].count(",") else ","
    rows = csv.DictReader(io.StringIO(text), delimiter=delimiter)
    missing = [name for name in _COLUMNS if name not in (rows.fieldnames or [])]
    if missing:
        raise UserError(f"{path.name} has no column {missing[0]!r}.", f"The columns are: {', '.join(_COLUMNS)}.")
    found: dict[str, Trainee] = {}
    for number, row in enumerate(rows, start=2):
        trainee = Trainee(**{name: (row[name] or "").strip() for name in _COLUMNS})
        code = trainee.code.upper()
        if not code.isalnum():
            raise UserError(
                f"{path.name}, row {number}: the code {trainee.code!r} is not letters and digits.", "Mend it."
            )
        if code in found:
            raise UserError(
                f"{path.name}, row {number}: the code {code} stands twice.", "Give one of them another code."
            )
        try:
            municipality(trainee.municipality)
        except UserError as error:
            raise UserError(f"{path.name}, row {number}: {error.what}", error.mend) from None
        found[code] = trainee
    return found
