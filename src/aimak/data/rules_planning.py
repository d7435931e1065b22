"""Rules of the field for the tables of the unit `planning`."""

from __future__ import annotations

from collections.abc import Iterator

from aimak.data.problems import Problem
from aimak.data.tables import Row, Tables
from aimak.i18n import translate as _
from aimak.i18n.numbers import number as shown
from aimak.municipal.money import som

LISTS, MEASURES, PLANS = "planning_lists.csv", "planning_measures.csv", "planning_plans.csv"
#: New measures take no more than this part of a year's planned spending: above, the unit is in doubt.
MOST_OF_SPENDING = 0.1


def problems(tables: Tables) -> list[Problem]:
    """Every broken rule in the unit's tables, which a package that its schema accepts has."""
    return [
        *_list_problems(tables),
        *_people_problems(tables),
        *_measure_problems(tables),
        *_plan_problems(tables),
    ]


def _list_problems(tables: Tables) -> Iterator[Problem]:
    """A list puts every need in one place; a group that nobody came to has none."""
    needs = [row["need"] for row in tables["planning_needs.csv"]]
    for number, row in enumerate(tables[LISTS], start=2):
        places = sorted(row[need] for need in needs if row[need])
        if int(row["present"]) == 0 and (places or row["approved"] != "0"):
            what = _("Nobody was present, and yet there is a list.")
            yield Problem(LISTS, number, "present", what, _("Empty the places, or write who came."))
        elif int(row["present"]) > 0 and places != [str(place) for place in range(1, len(needs) + 1)]:
            what = _("The places are {places}.").format(places=", ".join(places) or "—")
            mend = _("Each place from 1 to {count} must stand once.").format(count=len(needs))
            yield Problem(LISTS, number, needs[0], what, mend)
        if int(row["present"]) > int(row["stands_for"]):
            what = _("{present} people came, more than the {people} of the group.").format(
                present=row["present"], people=row["stands_for"]
            )
            yield Problem(LISTS, number, "present", what, _("Correct one of the two."))


def _people_problems(tables: Tables) -> Iterator[Problem]:
    """Groups share nobody, so together they are no more than the people there are; and every group was asked."""
    places = {row["code"]: row for row in tables["municipalities.csv"]}
    kinds = {row["group"]: row for row in tables["planning_groups.csv"]}
    held: dict[tuple[str, str], list[tuple[int, Row]]] = {}
    for number, row in enumerate(tables[LISTS], start=2):
        held.setdefault((row["municipality"], row["year"]), []).append((number, row))
    before: dict[str, list[str]] = {}
    for (code, year), rows in held.items():
        last, place = rows[-1][0], places[code]
        wanted = {g for g, kind in kinds.items() if kind["place"] == "main" or int(place["villages"]) > 1}
        found = {row["group"] for _number, row in rows}
        if found != wanted:
            what = _("{code} {year}: the groups are not those of such a place: {groups}.").format(
                code=code, year=year, groups=", ".join(sorted(found ^ wanted))
            )
            mend = _("A municipality of one village has no far village; every other one has all groups.")
            yield Problem(LISTS, last, "group", what, mend)
        for field, most, count in (
            ("population", int(place["population"]), _people(rows, kinds)),
            ("women", int(place["women"]), _people(rows, kinds, sex="women")),
            ("youth", int(place["youth"]), _people(rows, kinds, age="youth")),
        ):
            if count > most:
                what = _("{code} {year}: groups stand for {count} people, {field} is {most}.").format(
                    code=code, year=year, count=shown(count), field=field, most=shown(most)
                )
                yield Problem(LISTS, last, "stands_for", what, _("Correct the groups."))
        people = [row["stands_for"] for _number, row in rows]
        if before.setdefault(code, people) != people:
            what = _("{code} {year}: groups stand for other people than the year before.").format(code=code, year=year)
            yield Problem(LISTS, last, "stands_for", what, _("Write the same people in every year."))


def _people(rows: list[tuple[int, Row]], kinds: dict[str, Row], sex: str = "", age: str = "") -> int:
    return sum(
        int(row["stands_for"])
        for _number, row in rows
        if (not sex or kinds[row["group"]]["sex"] == sex) and (not age or kinds[row["group"]]["age"] == age)
    )


def _measure_problems(tables: Tables) -> Iterator[Problem]:
    population = {row["code"]: int(row["population"]) for row in tables["municipalities.csv"]}
    for number, row in enumerate(tables[MEASURES], start=2):
        if int(row["first_month"]) + int(row["months"]) - 1 > 12:
            what = _("The measure ends after December.")
            yield Problem(MEASURES, number, "months", what, _("Begin earlier, or take fewer months."))
        if int(row["reach"]) > population[row["municipality"]]:
            what = _("It reaches {count} people, more than live there.").format(count=shown(int(row["reach"])))
            yield Problem(MEASURES, number, "reach", what, _("Correct one of the two."))


def _plan_problems(tables: Tables) -> Iterator[Problem]:
    """Each municipality has one ceiling: in thousand som, too small for everything, enough for what is signed."""
    needs = {row["need"] for row in tables["planning_needs.csv"]}
    kinds = {row["measure"]: row["need"] for row in tables["planning_measure_kinds.csv"]}
    spending: dict[str, int] = {}
    for row in tables["budgets.csv"]:
        if (row["year"], row["stage"], row["side"]) == ("2025", "plan", "spending"):
            spending[row["municipality"]] = spending.get(row["municipality"], 0) + som(row["amount"])
    plans = {row["municipality"]: (number, row) for number, row in enumerate(tables[PLANS], start=2)}
    for code, planned in spending.items():
        if code not in plans:
            yield Problem(PLANS, 0, "municipality", _("{code} has no row.").format(code=code), _("Add its row."))
            continue
        number, row = plans[code]
        ceiling = som(row["ceiling"])
        mine = [one for one in tables[MEASURES] if one["municipality"] == code]
        signed = sum(som(one["cost"]) for one in mine if one["mandatory"] == "true")
        if ceiling > MOST_OF_SPENDING * planned:
            what = _("The ceiling of {code} is more than a tenth of its planned spending.").format(code=code)
            yield Problem(PLANS, number, "ceiling", what, _("Check the unit: thousand som."))
        elif signed > ceiling:
            what = _("{code}: signed measures cost more than the ceiling.").format(code=code)
            yield Problem(PLANS, number, "ceiling", what, _("Correct one of the two."))
        elif sum(som(one["cost"]) for one in mine) <= ceiling:
            what = _("{code}: all measures fit, so there is nothing to decide.").format(code=code)
            yield Problem(PLANS, number, "ceiling", what, _("Correct one of the two."))
        lacking = needs - {kinds[one["measure"]] for one in mine}
        if lacking:
            what = _("{code} has no measure for: {needs}.").format(code=code, needs=", ".join(sorted(lacking)))
            yield Problem(MEASURES, 0, "measure", what, _("Add one."))
