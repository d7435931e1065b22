"""Rules of the field for the tables of the unit `hearing`: the programme's totals, counts, and an honest register."""

from __future__ import annotations

from collections import Counter
from datetime import date

from aimak.data.problems import Problem
from aimak.data.programme import HEARING_PEOPLE, HEARING_PLACES, HEARINGS
from aimak.data.tables import Row, Tables
from aimak.i18n import translate as _

_HEARINGS, _REGISTER = "hearings.csv", "hearing_proposals.csv"


def problems(tables: Tables) -> list[Problem]:
    """Every broken rule in the unit's tables, which a package that its schema accepts has."""
    held, places = tables[_HEARINGS], tables["municipalities.csv"]
    return [
        *_total_problems(held),
        *_place_problems(held, places),
        *_count_problems(held, places),
        *_register_problems(tables[_REGISTER], held, tables["hearing_wishes.csv"]),
    ]


def _total_problems(held: list[Row]) -> list[Problem]:
    sums = (
        ("hearing", len(held), HEARINGS, _("There are {made} hearings, not the programme's {total}.")),
        (
            "people",
            sum(int(row["people"]) for row in held),
            HEARING_PEOPLE,
            _("The column adds up to {made}, not to the programme's {total}."),
        ),
        (
            "municipality",
            len({row["municipality"] for row in held}),
            HEARING_PLACES,
            _("{made} municipalities held hearings, not the programme's {total}."),
        ),
    )
    return [
        Problem(_HEARINGS, 0, field, what.format(made=made, total=total), _("Correct the rows."))
        for field, made, total, what in sums
        if made != total
    ]


def _place_problems(held: list[Row], places: list[Row]) -> list[Problem]:
    """Each municipality has as many hearings and people as municipalities.csv says."""
    found = []
    count = Counter(row["municipality"] for row in held)
    people: Counter[str] = Counter()
    for row in held:
        people[row["municipality"]] += int(row["people"])
    for place in places:
        code = place["code"]
        for field, made in (("hearings", count[code]), ("hearing_people", people[code])):
            if made != int(place[field]):
                what = _("{code}: {made}, but {column} of municipalities.csv says {told}.").format(
                    code=code, made=made, column=field, told=place[field]
                )
                column = "hearing" if field == "hearings" else "people"
                found.append(Problem(_HEARINGS, 0, column, what, _("Correct one of the two.")))
    return found


def _count_problems(held: list[Row], places: list[Row]) -> list[Problem]:
    found = []
    villages = {place["code"]: int(place["villages"]) for place in places}
    for number, row in enumerate(held, start=2):
        for part in ("women", "youth"):
            if row[part] and int(row[part]) > int(row["people"]):
                what = _("{count} is more than the {people} people who came.").format(
                    count=row[part], people=row["people"]
                )
                found.append(Problem(_HEARINGS, number, part, what, _("Correct one of the two.")))
        if row["villages"] and int(row["villages"]) > villages.get(row["municipality"], 0):
            what = _("People came from {count} villages; the municipality has fewer.").format(count=row["villages"])
            found.append(Problem(_HEARINGS, number, "villages", what, _("Correct the row.")))
        if row["date"][:4] != row["year"]:
            what = _("{date} does not lie in {year}.").format(date=row["date"], year=row["year"])
            found.append(Problem(_HEARINGS, number, "date", what, _("Correct one of the two.")))
        if (row["minutes"] == "true") != all(row[part] for part in ("women", "youth", "villages")):
            what = _("Only minutes tell who came: with minutes all three counts are given, without them none.")
            found.append(Problem(_HEARINGS, number, "minutes", what, _("Correct the row.")))
    return found


def _register_problems(register: list[Row], held: list[Row], wishes: list[Row]) -> list[Problem]:
    found = []
    known = {row["hearing"]: row for row in held}
    ours = {row["wish"]: row["ours"] == "true" for row in wishes}
    for number, row in enumerate(register, start=2):
        hearing = known[row["hearing"]]  # the schema has checked that it is there
        if hearing["municipality"] != row["municipality"]:
            what = _("The hearing {hearing} was held by {code}.").format(
                hearing=row["hearing"], code=hearing["municipality"]
            )
            found.append(Problem(_REGISTER, number, "hearing", what, _("Correct the code.")))
        if hearing["minutes"] != "true":
            what = _("The hearing {hearing} has no minutes, so nothing was written down.").format(
                hearing=row["hearing"]
            )
            found.append(Problem(_REGISTER, number, "hearing", what, _("Delete the row, or add the minutes.")))
        found += _status_problems(number, row, hearing, ours[row["wish"]])
    return found


def _status_problems(number: int, row: Row, hearing: Row, ours: bool) -> list[Problem]:
    found = []
    if (row["status"] == "declined") != bool(row["reason"]):
        what = _("A declined proposal has a reason, and no other has.")
        found.append(Problem(_REGISTER, number, "reason", what, _("Give the reason, or correct the status.")))
    if row["status"] == "accepted" and not ours:
        what = _("This wish is not for the municipality to decide, so it cannot enter its budget.")
        found.append(Problem(_REGISTER, number, "status", what, _("Correct the status.")))
    if row["status"] == "open" and row["answered"]:
        what = _("It was answered, but nobody has decided it.")
        found.append(Problem(_REGISTER, number, "answered", what, _("Correct the status.")))
    if row["answered"] and date.fromisoformat(row["answered"]) < date.fromisoformat(hearing["date"]):
        what = _("The answer of {date} is older than its hearing of {hearing}.").format(
            date=row["answered"], hearing=hearing["date"]
        )
        found.append(Problem(_REGISTER, number, "answered", what, _("Correct one of the two.")))
    return found
