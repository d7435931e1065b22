"""Rules of the field for the tables of the unit `exchange`."""

from __future__ import annotations

from collections import Counter

from aimak.data.problems import Problem
from aimak.data.programme import FORUM_PEOPLE, FORUM_PLACES, FORUMS, VISIT_PLACES
from aimak.data.tables import Row, Tables
from aimak.i18n import translate as _


def problems(tables: Tables) -> list[Problem]:
    """Every broken rule in the unit's tables, which a package that its schema accepts has."""
    return [
        *_indicator_problems(tables["exchange_indicators.csv"], tables["exchange_kinds.csv"]),
        *_place_problems(tables["exchange_places.csv"], tables["municipalities.csv"]),
        *_practice_problems(tables["exchange_practices.csv"], tables["exchange_indicators.csv"]),
        *_forum_problems(tables["exchange_forums.csv"]),
        *_trip_problems(tables["exchange_trips.csv"]),
    ]


def _indicator_problems(rows: list[Row], kinds: list[Row]) -> list[Problem]:
    file, units = "exchange_indicators.csv", {row["indicator"]: row["unit"] for row in kinds}
    most = {"%": 100.0, "hours": 24.0}
    found = []
    for number, row in enumerate(rows, start=2):
        unit = units.get(row["indicator"], "")
        if float(row["value"]) > most.get(unit, float("inf")):
            what = _("{value} {unit} cannot be.").format(value=row["value"], unit=unit)
            mend = _("The most is {most}.").format(most=round(most[unit]))
            found.append(Problem(file, number, "value", what, mend))
    return found


def _place_problems(rows: list[Row], places: list[Row]) -> list[Problem]:
    missing = sorted({row["code"] for row in places} - {row["municipality"] for row in rows})
    if not missing:
        return []
    what = _("{codes}: nothing says where they lie.").format(codes=", ".join(missing))
    return [Problem("exchange_places.csv", 0, "municipality", what, _("Add the row."))]


def _practice_problems(rows: list[Row], indicators: list[Row]) -> list[Problem]:
    file, found = "exchange_practices.csv", []
    values = {(row["municipality"], row["indicator"], row["year"]): float(row["value"]) for row in indicators}
    for number, row in enumerate(rows, start=2):
        for column, year in (("before", "2023"), ("after", "2025")):
            truth = values.get((row["municipality"], row["indicator"], year))
            if row[column] and truth != float(row[column]):
                what = _("The card says {value}, the indicators of {year} do not.").format(value=row[column], year=year)
                found.append(Problem(file, number, column, what, _("Correct one of the two.")))
    return found


def _forum_problems(rows: list[Row]) -> list[Problem]:
    file, found = "exchange_forums.csv", []
    for number, row in enumerate(rows, start=2):
        if int(row["women"]) > int(row["people"]):
            what = _("{women} women are more than {people} people.").format(women=row["women"], people=row["people"])
            found.append(Problem(file, number, "women", what, _("Correct one of the two.")))
        if row["offers"] in row["asks"].split(";"):
            what = _("{theme} is offered and asked for by the same municipality.").format(theme=row["offers"])
            found.append(Problem(file, number, "asks", what, _("Take it out on one side.")))
    forums, places = {row["forum"] for row in rows}, {row["municipality"] for row in rows}
    people = sum(int(row["people"]) for row in rows)
    if (len(forums), len(places), people) != (FORUMS, FORUM_PLACES, FORUM_PEOPLE):
        what = _("{people} people from {places} municipalities came to {forums} forums.").format(
            people=people, places=len(places), forums=len(forums)
        )
        mend = _("The programme has {people} people, {places} municipalities and {forums} forums.").format(
            people=FORUM_PEOPLE, places=FORUM_PLACES, forums=FORUMS
        )
        found.append(Problem(file, 0, "people", what, mend))
    return found


def _trip_problems(rows: list[Row]) -> list[Problem]:
    file, found = "exchange_trips.csv", []
    for number, row in enumerate(rows, start=2):
        if row["host"] == row["municipality"]:
            what = _("{code} visits itself.").format(code=row["host"])
            found.append(Problem(file, number, "host", what, _("Correct one of the two codes.")))
        if int(row["kept"]) > int(row["promised"]):
            what = _("{kept} promises kept, {promised} made.").format(kept=row["kept"], promised=row["promised"])
            found.append(Problem(file, number, "kept", what, _("Correct one of the two.")))
    hosts: Counter[str] = Counter()
    for trip, host in {(row["trip"], row["host"]) for row in rows}:
        hosts[trip] += bool(host)
    for trip, count in sorted(hosts.items()):
        if count > 1:
            what = _("Trip {trip} has {count} hosts.").format(trip=trip, count=count)
            found.append(Problem(file, 0, "host", what, _("A trip has one host.")))
    went = len({row["municipality"] for row in rows})
    if went != VISIT_PLACES:
        what = _("{count} municipalities took part in visits and round tables.").format(count=went)
        mend = _("The programme has {count}.").format(count=VISIT_PLACES)
        found.append(Problem(file, 0, "municipality", what, mend))
    return found
