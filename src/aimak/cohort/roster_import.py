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
from aimak.i18n import translate as _
from aimak.i18n.order import fold

_HEADINGS = {
    "code": "code код",
    "name": "name фио ф_и_о имя аты аты-жөнү full_name фамилия_имя_отчество фамилия,_имя,_отчество",
    "sex": "sex пол жынысы жыныс gender",
    "age": "age возраст жашы жаш куракы",
    "role": "role должность кызматы кызмат position",
    "municipality": "municipality муниципалитет айыл_аймагы аймак айыл_өкмөтү ао аө айыл_аймак",
    "language": "language язык тили тил",
}
#: Parts of a name that stand in columns of their own, in the order in which they are written together.
_PARTS = ("фамилия фамилиясы surname last_name", "имя аты first_name", "отчество атасынын_аты")
#: Headings stand below a title in many lists of offices; they are looked for so far down.
_TITLE_ROWS = 10
_SEX = {"f": "f female ж жен женский женщина аял а", "m": "m male м муж мужской мужчина эркек э"}
_LANGUAGE = {"ru": "ru русский орусча орус russian", "ky": "ky кыргызский кыргызча кыргыз kyrgyz", "en": "en english"}
_ROLE = {
    "accountant": "accountant бухгалтер главный_бухгалтер эсепчи башкы_бухгалтер",
    "head": "head глава глава_айыл_өкмөтү башчы айыл_өкмөтүнүн_башчысы башчысы",
    "deputy": "deputy депутат депутат_айылного_кенеша айылдык_кеңештин_депутаты",
    "specialist": "specialist специалист адис главный_специалист ведущий_специалист башкы_адис",
}
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
    (_number, header), *rows = _from_headings(_rows(path), path)
    columns = {field: _column(header, words.split()) for field, words in _HEADINGS.items()}
    parts = _name_columns(header, columns["name"])
    known: dict[str, list[Trainee]] = {}
    for person in before.values():
        if person.name:
            known.setdefault(_fold(person.name), []).append(person)
    at = columns["code"]
    given = {str(row[at]) for _number, row in rows if at is not None and at < len(row)}
    codes = new_codes(draw, set(before) | {tidy(code) for code in given})
    used: set[str] = set()
    places = [place.code for place in municipalities()]
    made: list[Trainee] = []
    problems: list[str] = []
    for number, row in rows:
        values = {f: str(row[i]).strip() if i is not None and i < len(row) else "" for f, i in columns.items()}
        values["name"] = " ".join(text for i in parts if i < len(row) and (text := str(row[i]).strip()))
        if not values["name"]:
            continue
        # Of several people of one name each is met once, in the order of the roster.
        earlier = _met(known.get(_fold(values["name"]), []), values["name"], tidy(values["code"]))
        one, said = _person(values, places[len(made) % len(places)], earlier)
        code = earlier.code if earlier else one.code or next(codes)
        if code in used or (
            not earlier and code in before
        ):  # two people of one name, or a code that is somebody else's
            wanted, code = code, next(codes)
            said = [*said, _("the code {code} is another person's; a new code is given").format(code=wanted)]
        used.add(code)
        made.append(replace(one, code=code))
        place = _("{file}, row {row}: {problem}")
        problems += [place.format(file=path.name, row=number, problem=text) for text in said]
    return Imported(tuple(made), tuple(problems))


def _met(people: list[Trainee], name: str, code: str) -> Trainee | None:
    """Take the one with the code out of people of one name, else who is written the same way, else the first."""
    by_likeness = sorted(people, key=lambda one: (one.code != code, one.name != name))
    found = by_likeness[0] if by_likeness else None
    if found is not None:
        people.remove(found)
    return found


def _person(values: dict[str, str], place: str, earlier: Trainee | None) -> tuple[Trainee, list[str]]:
    """The person of a row, and what is odd in it. What the list does not say stays as the roster has it: a slip with
    another municipality would be wrong, and the hand-ins made with it would be set aside."""
    said = []
    place = earlier.municipality if earlier else place
    speaks = (earlier.language if earlier else "") or "ky"
    sex, language = _one_of(values["sex"], _SEX), _one_of(values["language"], _LANGUAGE)
    if values["sex"] and not sex:
        said.append(_("the sex “{value}” is not f or m; it is left empty").format(value=values["sex"]))
    if values["language"] and not language:
        text = _("the language “{value}” is not ru, ky or en; {taken} is taken")
        said.append(text.format(value=values["language"], taken=speaks))
    municipality = _place(values["municipality"])
    if values["municipality"] and not municipality:
        text = _("there is no training municipality “{value}”; {taken} is taken")
        said.append(text.format(value=values["municipality"], taken=place))
    code = tidy(values["code"])
    if code and not fits(code):
        said.append(_("the last digit of the code {code} does not fit; a new code is given").format(code=code))
        code = ""
    age = _band(values["age"])
    if values["age"] and not age:
        text = _("the age “{value}” is no age from 18 on and no band; it is left empty")
        said.append(text.format(value=values["age"]))
    kept = earlier or Trainee("", "", "", "", "", "", "")
    return Trainee(
        code, values["name"], sex or kept.sex, age or kept.age, _role(values["role"]) or kept.role,
        municipality or place, language or speaks,
    ), said  # fmt: skip


def _from_headings(rows: list[tuple[int, list[object]]], path: Path) -> list[tuple[int, list[object]]]:
    """The row of headings and those below it.

    :raises UserError: if no row near the top has a column of names.
    """
    for first, (_number, row) in enumerate(rows[:_TITLE_ROWS]):
        if _name_columns(row, _column(row, _HEADINGS["name"].split())):
            return rows[first:]
    raise UserError(
        _("{file} has no column of names.").format(file=path.name),
        _("Call it «name», «ФИО» or «Аты-жөнү» in the first row."),
    )


def _name_columns(header: list[object], whole: int | None) -> list[int]:
    """Where a name stands: in one column, or in those of its parts."""
    parts = [i for words in _PARTS if (i := _column(header, words.split())) is not None]
    return parts if len(parts) > 1 or whole is None else [whole]


def _rows(path: Path) -> list[tuple[int, list[object]]]:
    """The rows that hold something, each with its number as a spreadsheet shows it."""
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
        raise UserError(
            _("{file} cannot be read ({error}).").format(file=path, error=type(error).__name__),
            _("Save it again as XLSX or CSV."),
        ) from None
    numbered = [(number, row) for number, row in enumerate(rows, start=1) if any(str(cell).strip() for cell in row)]
    if not numbered:
        raise UserError(
            _("{file} is empty.").format(file=path.name),
            _("Put headings into the first row and one person into each other row."),
        )
    return numbered


def _csv_rows(data: bytes) -> list[list[object]]:
    try:
        # Excel saves «Unicode text» as UTF-16.
        text = data.decode("utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1251", "replace")  # what Excel writes in a Russian or Kyrgyz locale
    top = "\n".join(text.splitlines()[:_TITLE_ROWS])
    delimiter = max(";,\t", key=top.count)
    return [list(row) for row in csv.reader(io.StringIO(text), delimiter=delimiter)]


def _column(header: list[object], words: list[str]) -> int | None:
    heads = [_fold(str(cell).replace(".", " ")).replace(" ", "_") for cell in header]
    known = {_fold(word) for word in words}
    return next((i for i, head in enumerate(heads) if head in known), None)


def _fold(text: str) -> str:
    """A text as it is compared: in small letters, and with ң ө ү ё as those type them who have no such keys."""
    return fold(" ".join(unicodedata.normalize("NFC", text).casefold().split()))


def _one_of(text: str, words: Mapping[str, str]) -> str:
    bare = _fold(text).rstrip(".").replace(" ", "_")
    return next((key for key, some in words.items() if bare in _fold(some).split()), "")


def _role(text: str) -> str:
    """The code of a post that a roster knows; another one as it was written."""
    return _one_of(text, _ROLE) or text


def _place(text: str) -> str:
    asked = _fold(text)
    return next((p.code for p in municipalities() if asked in map(_fold, (p.code, p.name, p.name_ru, p.name_ky))), "")


def _band(text: str) -> str:
    """The age band of an age or a band."""
    bare = text.removesuffix(".0")
    if bare.isdecimal():
        age = int(bare)
        return next((f"{low}-{high - 1}" for low, high in _BANDS if low <= age < high), "60+" if age >= 60 else "")
    return bare.replace("\u2013", "-").replace(" ", "") if bare.replace("\u2013", "-").replace(" ", "") in AGES else ""
