"""The roster: who takes part. A CSV that Excel can edit; the code is what ties a hand-in to a person."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import astuple, dataclass, fields, replace
from pathlib import Path

from aimak.cohort.codes import fits, tidy
from aimak.data import municipality
from aimak.errors import UserError
from aimak.i18n import translate as _

FILE = "roster.csv"
SEXES, LANGUAGES = ("f", "m"), ("ru", "ky", "en")
AGES = ("18-29", "30-44", "45-59", "60+")


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
    found, problems = examine_roster(path)
    for problem in problems:
        if problem.stops:
            raise UserError(problem.what, problem.mend)
    return found


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong in a roster. ``stops`` is True if nothing can be collected with it."""

    what: str
    mend: str
    stops: bool = True


def examine_roster(path: Path) -> tuple[dict[str, Trainee], list[Problem]]:
    """The trainees by code and everything that is wrong, row by row.

    :raises UserError: if the file is missing, is no CSV in UTF-8, or lacks a column.
    """
    if not path.is_file():
        raise UserError(
            _("There is no roster {path}.").format(path=path),
            _("Make one with `aimak cohort roster new`, or write a CSV with these columns: {columns}").format(
                columns=",".join(_COLUMNS)
            ),
        )
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise UserError(
            _("{file} is not UTF-8.").format(file=path.name), _("In Excel choose “CSV UTF-8” when saving.")
        ) from None
    # Excel in a Russian or Kyrgyz locale saves with semicolons.
    delimiter = ";" if text.partition("\n")[0].count(";") > text.partition("\n")[0].count(",") else ","
    rows = csv.DictReader(io.StringIO(text), delimiter=delimiter)
    missing = [name for name in _COLUMNS if name not in (rows.fieldnames or [])]
    if missing:
        raise UserError(
            _("{file} has no column “{column}”.").format(file=path.name, column=missing[0]),
            _("The columns are: {columns}.").format(columns=", ".join(_COLUMNS)),
        )
    found: dict[str, Trainee] = {}
    problems: list[Problem] = []
    for row in _filled(rows, path.name):
        number = rows.line_num
        trainee = Trainee(**{name: (row[name] or "").strip() for name in _COLUMNS})
        code = tidy(trainee.code)
        said = _row_problems(trainee, code, code in found)
        place = _("{file}, row {row}: {problem}")
        problems += [replace(one, what=place.format(file=path.name, row=number, problem=one.what)) for one in said]
        if not any(one.stops for one in said):
            # With the code as it is looked up: folders and the gradebook are named by the trainee's own.
            found[code] = replace(trainee, code=code)
    return found, problems


def _filled(rows: Iterable[dict[str, str]], name: str) -> Iterator[dict[str, str]]:
    """The rows with something in them: Excel leaves «;;;;;;» where people were deleted.

    :raises UserError: if this is no CSV; a quotation mark that is never closed swallows all that follows.
    """
    try:
        yield from (row for row in rows if any(str(cell or "").strip() for cell in row.values()))
    except csv.Error as error:
        raise UserError(
            _("{file} cannot be read as a CSV ({error}).").format(file=name, error=error),
            _("Look for a quotation mark too many."),
        ) from None


def _row_problems(trainee: Trainee, code: str, twice: bool) -> list[Problem]:
    if not code or not trainee.code.strip().isalnum():
        return [Problem(_("the code “{code}” is not letters and digits.").format(code=trainee.code), _("Mend it."))]
    said = []
    if twice:
        said.append(Problem(_("the code {code} stands twice.").format(code=code), _("Give one of them another code.")))
    if not fits(code):
        mend = _("Compare it with the slip, or give a new one: aimak cohort roster import.")
        what = _("the last digit of the code {code} does not fit the others.").format(code=code)
        said.append(Problem(what, mend, stops=False))
    try:
        municipality(trainee.municipality)
    except UserError as error:
        said.append(Problem(error.what, error.mend))
    for name, value, known in (
        ("sex", trainee.sex, SEXES), ("age", trainee.age, AGES), ("language", trainee.language, LANGUAGES),
    ):  # fmt: skip
        if value not in known:
            what = _("in the column {column} stands “{value}”, which is none of {known}.")
            what = what.format(column=name, value=value, known=", ".join(known))
            said.append(Problem(what, _("Mend it."), stops=name == "language"))
    return said
