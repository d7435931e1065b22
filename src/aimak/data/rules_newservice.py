"""Rules of the field for the tables of the unit `newservice`."""

from __future__ import annotations

from collections import Counter, defaultdict

from aimak.data.problems import Problem
from aimak.data.programme import LAUNCHED, SERVICE_PLACES
from aimak.data.tables import Row, Tables
from aimak.i18n import translate as _

#: What a club must have a price for, and the ways that must stand beside one another.
ITEMS = ("coach_group_month", "hall_month", "child_month", "equipment", "repair", "bus_month", "accepted_fee")
WAYS = ("own_staff", "municipal_enterprise", "social_order", "partnership")
#: Answers that a survey by chat has; the unit teaches with it what fewer than thirty are worth.
CHAT_ANSWERS = 12


def problems(tables: Tables) -> list[Problem]:
    """Every broken rule in the unit's tables, which a package that its schema accepts has."""
    places = {row["code"]: row for row in tables["municipalities.csv"]}
    return [
        *_service_problems(tables["newservice_services.csv"], places),
        *_survey_problems(tables["newservice_surveys.csv"], places),
        *_note_problems(tables["newservice_survey_notes.csv"], tables["newservice_surveys.csv"], places),
        *_complete(tables["newservice_costs.csv"], "newservice_costs.csv", "item", ITEMS, places),
        *_complete(tables["newservice_ways.csv"], "newservice_ways.csv", "way", WAYS, places),
        *_year_problems(tables["newservice_first_year.csv"], tables["newservice_services.csv"]),
    ]


def _service_problems(rows: list[Row], places: dict[str, Row]) -> list[Problem]:
    file, found = "newservice_services.csv", []
    for number, row in enumerate(rows, start=2):
        if places.get(row["municipality"], {}).get("joined") == "joining":
            what = _("{code} is no partner: partners organised the services.").format(code=row["municipality"])
            found.append(Problem(file, number, "municipality", what, _("Correct the code.")))
        if row["launched"] and int(row["launched"]) < int(row["organised"]):
            what = _("Launched in {launched}, organised in {organised}.").format(
                launched=row["launched"], organised=row["organised"]
            )
            found.append(Problem(file, number, "launched", what, _("Nothing is launched before it is organised.")))
        if bool(row["launched"]) != (int(row["users"]) > 0):
            what = _("A service has users from its launch on, and none before.")
            found.append(Problem(file, number, "users", what, _("Correct the users or the year.")))
    launched = [row for row in rows if row["launched"]]
    if (len(rows), len(launched)) != (SERVICE_PLACES, LAUNCHED):
        what = _("{organised} services are organised and {launched} launched.").format(
            organised=len(rows), launched=len(launched)
        )
        mend = _("The programme has {organised} and {launched}.").format(organised=SERVICE_PLACES, launched=LAUNCHED)
        found.append(Problem(file, 0, "launched", what, mend))
    if len({row["service"] for row in launched}) != 3:
        what = _("One of the three services was launched nowhere.")
        mend = _("Veterinary service, clubs and waste removal were all launched.")
        found.append(Problem(file, 0, "service", what, mend))
    return found


def _survey_problems(rows: list[Row], places: dict[str, Row]) -> list[Problem]:
    file, found = "newservice_surveys.csv", []
    for number, row in enumerate(rows, start=2):
        for part, whole in (("asked", "children"), ("yes", "asked")):
            if int(row[part]) > int(row[whole]):
                what = _("{part} ({count}) is more than {whole} ({total}).").format(
                    part=part, count=row[part], whole=whole, total=row[whole]
                )
                found.append(Problem(file, number, part, what, _("Correct one of the two.")))
        place = places.get(row["municipality"], {})
        if row["village"] == "far" and place.get("villages") == "1":
            what = _("{code} is a single village: it has no far one.").format(code=row["municipality"])
            found.append(Problem(file, number, "village", what, _("Delete the row.")))
    children: Counter[str] = Counter()
    for row in rows:
        children[row["municipality"]] += int(row["children"])
    for code, count in children.items():
        youth = int(places.get(code, {}).get("youth", count))
        if count > youth:
            what = _("{code}: {count} children are more than its {youth} young people.").format(
                code=code, count=count, youth=youth
            )
            found.append(Problem(file, 0, "children", what, _("Correct the rows.")))
    return found


def _note_problems(notes: list[Row], rows: list[Row], places: dict[str, Row]) -> list[Problem]:
    file, found = "newservice_survey_notes.csv", []
    asked: dict[str, Counter[str]] = defaultdict(Counter)
    for row in rows:
        for key in ("all", row["sex"], row["village"]):
            asked[row["municipality"]][key] += int(row["asked"])
    for number, note in enumerate(notes, start=2):
        count = asked[note["municipality"]]
        fits = {
            "none": count["all"] == 0,
            "chat": count["all"] == CHAT_ANSWERS,
            "field": count["girls"] == 0 < count["boys"],
            "centre": count["far"] == 0 < count["near"],
            "register": count["girls"] > 0 < count["boys"],
        }[note["how"]]
        if not fits:
            what = _("The survey of {code} does not look as if it was made so: {how}.").format(
                code=note["municipality"], how=note["how"]
            )
            found.append(Problem(file, number, "how", what, _("Correct the note or the survey.")))
    missing = sorted(places.keys() - {note["municipality"] for note in notes})
    if missing:
        what = _("{codes}: nothing says how the survey was made.").format(codes=", ".join(missing))
        found.append(Problem(file, 0, "municipality", what, _("Add the row; where nobody was asked, “none”.")))
    return found


def _complete(rows: list[Row], file: str, field: str, needed: tuple[str, ...], places: dict[str, Row]) -> list[Problem]:
    having: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        having[row["municipality"]].add(row[field])
    return [
        Problem(
            file,
            0,
            field,
            _("{code} has no row for: {missing}.").format(
                code=code, missing=", ".join(one for one in needed if one not in having[code])
            ),
            _("Add the row."),
        )
        for code in places
        if set(needed) - having[code]
    ]


def _year_problems(rows: list[Row], services: list[Row]) -> list[Problem]:
    file, found = "newservice_first_year.csv", []
    users = {row["municipality"]: int(row["users"]) for row in services if row["launched"]}
    months: dict[str, list[int]] = defaultdict(list)
    for number, row in enumerate(rows, start=2):
        months[row["municipality"]].append(int(row["month"]))
        most = users.get(row["municipality"])
        if most is None:
            what = _("{code} launched no service.").format(code=row["municipality"])
            found.append(Problem(file, number, "municipality", what, _("Correct the code.")))
        elif int(row["users"]) > most:
            what = _("{count} users are more than the {most} of the full service.").format(
                count=row["users"], most=most
            )
            found.append(Problem(file, number, "users", what, _("Correct one of the two.")))
    for code in users:
        if months[code] != list(range(1, 13)):
            what = _("{code}: the twelve months do not follow one another.").format(code=code)
            found.append(Problem(file, 0, "month", what, _("Each launched service has months 1 to 12.")))
    return found
