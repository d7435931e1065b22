"""Make a roster: from a list of people as offices keep it (XLSX or CSV, in three languages), or from nothing."""

from __future__ import annotations

import csv
import io
import random
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from aimak.cohort.codes import fits, new_codes, tidy
from aimak.cohort.roster import AGES, Trainee
from aimak.data import municipalities
from aimak.errors import UserError

_HEADINGS = {
    "code": "code код",
    "name": "name фио имя аты аты-жөнү фамилия full_name",
    "sex": "sex пол жынысы жыныс gender",
    "age": "age возраст жашы жаш куракы",
    "role": "role должность кызматы кызмат position",
    "municipality": "municipality муниципалитет айыл_аймагы аймак айыл_өкмөтү ао аө айыл_аймак",
    "language": "language язык тили тил",
}
_SEX = {"f": "f female ж жен женский женщина аял а", "m": "m male м муж мужской мужчина эркек э"}
_LANGUAGE = {"ru": "ru русский орусча орус russian", "ky": "ky кыргызский кыргызча кыргыз kyrgyz", "en": "en english"}
_BANDS = ((18, 30), (30, 45), (45, 60))


@dataclass(frozen=True, slots=True)
class Imported:
    """The trainees of a list, and what in it needs a person's eye: row and mend in words."""

    trainees: tuple[Trainee, ...]
    problems: tuple[str, ...]


def blank_roster(
    count: int, draw: random.Random, taken: Iterable[str] = (), language: str = "ky"
) -> tuple[Trainee, ...]:
    """Rows for people whose names are not known yet: codes, and the training municipalities in turn."""
    codes = new_codes(draw, set(taken))
    places = municipalities()
    return tuple(
        Trainee(next(codes), "", "", "", "", places[number % len(places)].code, language) for number in range(count)
    )


def import_people(path: Path, draw: random.Random, before: Mapping[str, Trainee]) -> Imported:
    """Read a list of people and give each a code; who is in the roster already keeps the code.

    :param before: the roster so far.
    :raises UserError: if the file cannot be read or has no column of names.
    """
    header, *rows = _rows(path)
    columns = {field: _column(header, words.split()) for field, words in _HEADINGS.items()}
    if columns["name"] is None:
        raise UserError(f"{path.name} has no column of names.", "Call it «name», «ФИО» or «Аты-жөнү» in the first row.")
    known = {_fold(one.name): one for one in before.values() if one.name}
    given = {str(row[columns["code"]]) for row in rows if columns["code"] is not None and columns["code"] < len(row)}
    codes = new_codes(draw, set(before) | {tidy(code) for code in given})
    used: set[str] = set()
    places = [place.code for place in municipalities()]
    made: list[Trainee] = []
    problems: list[str] = []
    for number, row in enumerate(rows, start=2):
        values = {f: str(row[i]).strip() if i is not None and i < len(row) else "" for f, i in columns.items()}
        if not values["name"]:
            continue
        one, said = _person(values, places[len(made) % len(places)])
        earlier = known.get(_fold(one.name))
        code = earlier.code if earlier else one.code or next(codes)
        if code in used or (
            not earlier and code in before
        ):  # two people of one name, or a code that is somebody else's
            code, said = next(codes), [*said, f"the code {code} is another person's; a new code is given"]
        used.add(code)
        made.append(replace(one, code=code))
        problems += [f"{path.name}, row {number}: {text}" for text in said]
    return Imported(tuple(made), tuple(problems))


def _person(values: dict[str, str], place: str) -> tuple[Trainee, list[str]]:
    said = []
    sex, language = _one_of(values["sex"], _SEX), _one_of(values["language"], _LANGUAGE)
    if values["sex"] and not sex:
        said.append(f"the sex {values['sex']!r} is not f or m; it is left empty")
    if values["language"] and not language:
        said.append(f"the language {values['language']!r} is not ru, ky or en; ky is taken")
    municipality = _place(values["municipality"])
    if values["municipality"] and not municipality:
        said.append(f"there is no training municipality {values['municipality']!r}; {place} is taken")
    code = tidy(values["code"])
    if code and not fits(code):
        said.append(f"the last digit of the code {code} does not fit; a new code is given")
        code = ""
    return Trainee(
        code, values["name"], sex, _band(values["age"]), values["role"], municipality or place, language or "ky"
    ), said


def _rows(path: Path) -> list[list[object]]:
    try:
        if path.suffix.lower() in {".xlsx", ".xlsm"}:
            from openpyxl import load_workbook

            sheet = load_workbook(path, read_only=True, data_only=True).worksheets[0]
            rows = [["" if v is None else v for v in row] for row in sheet.iter_rows(values_only=True)]
        else:
            rows = _csv_rows(path.read_bytes())
    except UserError:
        raise
    except Exception as error:  # a workbook can be broken in as many ways as a zip and XML together
        raise UserError(f"{path} cannot be read ({type(error).__name__}).", "Save it again as XLSX or CSV.") from None
    rows = [row for row in rows if any(str(cell).strip() for cell in row)]
    if not rows:
        raise UserError(f"{path.name} is empty.", "Put headings into the first row and one person into each other row.")
    return rows


def _csv_rows(data: bytes) -> list[list[object]]:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1251", "replace")  # what Excel writes in a Russian or Kyrgyz locale
    first = text.partition("\n")[0]
    delimiter = max(";,\t", key=first.count)
    return [list(row) for row in csv.reader(io.StringIO(text), delimiter=delimiter)]


def _column(header: list[object], words: list[str]) -> int | None:
    heads = [_fold(str(cell)).replace(" ", "_") for cell in header]
    return next((i for i, head in enumerate(heads) if head in words), None)


def _fold(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).casefold().split())


def _one_of(text: str, words: Mapping[str, str]) -> str:
    return next((key for key, some in words.items() if _fold(text).rstrip(".") in some.split()), "")


def _place(text: str) -> str:
    return next((p.code for p in municipalities() if _fold(text) in (_fold(p.code), _fold(p.name))), "")


def _band(text: str) -> str:
    """The age band of an age or a band."""
    bare = text.removesuffix(".0")
    if bare.isdecimal():
        age = int(bare)
        return next((f"{low}-{high - 1}" for low, high in _BANDS if low <= age < high), "60+" if age >= 60 else "")
    return bare.replace("\u2013", "-").replace(" ", "") if bare.replace("\u2013", "-").replace(" ", "") in AGES else ""
