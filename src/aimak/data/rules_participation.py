"""Rules of the field of the unit `participation`: parts within their wholes, and no far village in one."""

from __future__ import annotations

from aimak.data.problems import Problem
from aimak.data.tables import Row, Tables
from aimak.i18n import translate as _

_EVENTS, _PLACES = "participation_events.csv", "participation_places.csv"


def problems(tables: Tables) -> list[Problem]:
    """Every broken rule in the unit's tables, which a package that its schema accepts has."""
    places = {row["code"]: row for row in tables["municipalities.csv"]}
    return [*_place_problems(tables[_PLACES], places), *_event_problems(tables[_EVENTS], places)]


def _place_problems(rows: list[Row], places: dict[str, Row]) -> list[Problem]:
    found = []
    for number, row in enumerate(rows, start=2):
        place = places[row["municipality"]]  # the schema has checked that it is there
        total = int(row["near_people"]) + int(row["far_people"])
        if total != int(place["population"]):
            what = _("Near and far villages add up to {made}, not to the {total} inhabitants.").format(
                made=total, total=place["population"]
            )
            found.append(Problem(_PLACES, number, "far_people", what, _("Correct one of the two.")))
        if (place["villages"] == "1") != (row["far_people"] == "0"):
            what = _("Only a municipality of one village has nobody in far villages.")
            found.append(Problem(_PLACES, number, "far_people", what, _("Correct the row.")))
    missing = sorted(places.keys() - {row["municipality"] for row in rows})
    if missing:
        what = _("There is no row for {code}.").format(code=missing[0])
        found.append(Problem(_PLACES, 0, "municipality", what, _("Add the row.")))
    return found


def _event_problems(rows: list[Row], places: dict[str, Row]) -> list[Problem]:
    found = []
    for number, row in enumerate(rows, start=2):
        place, people = places[row["municipality"]], int(row["people"])
        for part in ("women", "youth", "age_unknown", "minorities", "far"):
            if row[part] and int(row[part]) > people:
                what = _("{count} is more than the {people} people who came.").format(count=row[part], people=people)
                found.append(Problem(_EVENTS, number, part, what, _("Correct one of the two.")))
        known = people - int(row["age_unknown"])
        if row["youth"] and int(row["youth"]) > known:
            what = _("{count} young people, but the age of {known} is known.").format(count=row["youth"], known=known)
            found.append(Problem(_EVENTS, number, "youth", what, _("Correct one of the two.")))
        if bool(row["youth"]) != (known > 0):
            what = _("Young people are counted where an age is known, and nowhere else.")
            found.append(Problem(_EVENTS, number, "youth", what, _("Correct the row.")))
        if (place["villages"] == "1") != (row["far"] == ""):
            what = _("People of far villages are counted where there is more than one village, and nowhere else.")
            found.append(Problem(_EVENTS, number, "far", what, _("Correct the row.")))
        if not row["event"].startswith(f"{row['municipality']}-"):
            what = _("The mark {event} belongs to another municipality than {code}.").format(
                event=row["event"], code=row["municipality"]
            )
            found.append(Problem(_EVENTS, number, "event", what, _("Correct one of the two.")))
        if row["kind"] != "stakeholders" and row["level"] != "village":
            what = _("Only a meeting of stakeholders is held above the village.")
            found.append(Problem(_EVENTS, number, "level", what, _("Correct one of the two.")))
    return found
