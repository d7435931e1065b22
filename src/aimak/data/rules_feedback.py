"""Rules of the field for the tables of the unit `feedback`: groups add up, answers fit, days stand in order."""

from __future__ import annotations

from collections import Counter

from aimak.data.problems import Problem
from aimak.data.tables import Row, Tables
from aimak.i18n import translate as _

_GROUPS, _SURVEYS, _MESSAGES = "feedback_groups.csv", "feedback_surveys.csv", "feedback_messages.csv"


def problems(tables: Tables) -> list[Problem]:
    """Every broken rule in the unit's tables, which a package that its schema accepts has."""
    groups = {(row["municipality"], row["village"]): int(row["people"]) for row in tables[_GROUPS]}
    return [
        *_group_problems(groups, tables["municipalities.csv"]),
        *_survey_problems(tables[_SURVEYS], groups),
        *_message_problems(tables[_MESSAGES], groups),
    ]


def _group_problems(groups: dict[tuple[str, str], int], places: list[Row]) -> list[Problem]:
    found = []
    total: Counter[str] = Counter()
    for (code, _village), people in groups.items():
        total[code] += people
    for place in places:
        code = place["code"]
        if total[code] != int(place["population"]):
            what = _("The villages of {code} have {made} people; municipalities.csv says {told}.").format(
                code=code, made=total[code], told=place["population"]
            )
            found.append(Problem(_GROUPS, 0, "people", what, _("Correct one of the two.")))
        if (place["villages"] == "1") == ((code, "far") in groups):
            what = _("{code}: only a municipality with several villages has people far away.").format(code=code)
            found.append(Problem(_GROUPS, 0, "village", what, _("Correct the rows.")))
    return found


def _survey_problems(rows: list[Row], groups: dict[tuple[str, str], int]) -> list[Problem]:
    found = []
    asked: dict[tuple[str, str, str], str] = {}
    for number, row in enumerate(rows, start=2):
        if int(row["satisfied"]) > int(row["asked"]):
            what = _("{count} are satisfied, but only {asked} were asked.").format(
                count=row["satisfied"], asked=row["asked"]
            )
            found.append(Problem(_SURVEYS, number, "satisfied", what, _("Correct one of the two.")))
        people = groups.get((row["municipality"], row["village"]))
        if people is None or int(row["asked"]) > people:
            what = _("{asked} were asked where {people} people live.").format(asked=row["asked"], people=people or 0)
            found.append(Problem(_SURVEYS, number, "asked", what, _("Correct the row.")))
        one = asked.setdefault((row["municipality"], row["year"], row["village"]), row["asked"])
        if one != row["asked"]:
            what = _("A survey asks the same people about every service: here {asked}, before {one}.").format(
                asked=row["asked"], one=one
            )
            found.append(Problem(_SURVEYS, number, "asked", what, _("Correct the row.")))
    return found


def _message_problems(rows: list[Row], groups: dict[tuple[str, str], int]) -> list[Problem]:
    found = []
    for number, row in enumerate(rows, start=2):
        if row["answered"] and not row["received"]:
            what = _("It was answered, but nobody knows when it came.")
            found.append(
                Problem(_MESSAGES, number, "received", what, _("Give the day, or leave out the answer's day."))
            )
        elif row["answered"] and row["answered"] < row["received"]:
            what = _("The answer of {answered} is older than the message of {received}.").format(
                answered=row["answered"], received=row["received"]
            )
            found.append(Problem(_MESSAGES, number, "answered", what, _("Correct one of the two.")))
        if row["received"] and not row["received"].startswith("2025-"):
            what = _("{date} does not lie in {year}.").format(date=row["received"], year=2025)
            found.append(Problem(_MESSAGES, number, "received", what, _("Correct the row.")))
        if (row["municipality"], row["village"]) not in groups:
            what = _("{code} has no village that is far away.").format(code=row["municipality"])
            found.append(Problem(_MESSAGES, number, "village", what, _("Correct the row.")))
    return found
