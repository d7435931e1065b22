"""Rules of the field for the tables of the unit `water`."""

from __future__ import annotations

from collections.abc import Iterator

from aimak.data.problems import Problem
from aimak.data.tables import Row, Tables
from aimak.i18n import translate as _
from aimak.municipal.money import som

#: Operators that keep no figures of their own.
WITHOUT_FIGURES = ("none", "neighbour")
YEARS = ("2023", "2024", "2025")
#: Bills by norm count twelve months of thirty days.
NORM_DAYS = 360
#: Contributions on wages in the training data, and by how much rounding may part two amounts (som, m³).
CONTRIBUTIONS, ROUNDING = 0.17, 100
#: Som for one m³: above it tyiyn or a yearly charge was typed.
MOST_TARIFF = 100.0


def problems(tables: Tables) -> list[Problem]:
    """Every broken rule in the unit's tables, which a package that its schema accepts has."""
    places = {row["code"]: row for row in tables["municipalities.csv"]}
    systems = {row["municipality"]: row for row in tables["water_systems.csv"]}
    found = list(_system_problems(places, systems, tables["water_years.csv"]))
    for number, row in enumerate(tables["water_years.csv"], start=2):
        found += _volume_problems(number, row, places[row["municipality"]])
        found += _money_problems(number, row)
    return found


def _system_problems(places: dict[str, Row], systems: dict[str, Row], rows: list[Row]) -> Iterator[Problem]:
    for code in places:
        if code not in systems:
            what = _("{code} has no row.").format(code=code)
            yield Problem(
                "water_systems.csv", 0, "municipality", what, _("Add one, with the operator “none” if need be.")
            )
    for number, system in enumerate(systems.values(), start=2):
        years = tuple(row["year"] for row in rows if row["municipality"] == system["municipality"])
        if system["operator"] in WITHOUT_FIGURES and years:
            what = _("{code} has no operator of its own, but figures by year.").format(code=system["municipality"])
            yield Problem("water_systems.csv", number, "operator", what, _("Correct one of the two."))
        elif system["operator"] not in WITHOUT_FIGURES and years != YEARS:
            what = _("{code} has figures for: {years}.").format(
                code=system["municipality"], years=", ".join(years) or "—"
            )
            yield Problem("water_systems.csv", number, "operator", what, _("There must be one row for each year."))


def _volume_problems(number: int, row: Row, place: Row) -> Iterator[Problem]:
    file = "water_years.csv"
    billed = sum(int(row[name]) for name in ("billed_metered", "billed_norm", "billed_organisations"))
    if row["produced"] and billed > int(row["produced"]):
        what = _("{billed} m³ were billed, but only {produced} m³ produced.").format(
            billed=billed, produced=row["produced"]
        )
        yield Problem(file, number, "produced", what, _("Correct one of the two."))
    users = sum(int(row[name]) for name in ("households_street", "households_yard", "households_metered"))
    if users > int(place["households"]):
        what = _("{count} households are served, but only {all} live there.").format(
            count=users, all=place["households"]
        )
        yield Problem(file, number, "households_street", what, _("Correct the counts."))
    heads = int(place["population"]) / int(place["households"])
    by_norm = sum(
        int(row[f"litres_{kind}"]) * round(int(row[f"households_{kind}"]) * heads) for kind in ("street", "yard")
    )
    expected = round(NORM_DAYS * by_norm / 1000)
    if abs(expected - int(row["billed_norm"])) > ROUNDING:
        what = _("{billed} m³ do not follow from households and norms, which give {expected} m³.").format(
            billed=row["billed_norm"], expected=expected
        )
        yield Problem(file, number, "billed_norm", what, _("Correct one of them."))


def _money_problems(number: int, row: Row) -> Iterator[Problem]:
    file, tariff = "water_years.csv", float(row["tariff"])
    if tariff > MOST_TARIFF:
        what = _("{amount} is no tariff in som for one m³.").format(amount=row["tariff"])
        yield Problem(file, number, "tariff", what, _("Write som for one m³, not tyiyn and not a yearly charge."))
        return
    billed = sum(int(row[name]) for name in ("billed_metered", "billed_norm", "billed_organisations"))
    bills, collected = round(billed * tariff), som(row["collected"])
    if collected > bills + ROUNDING:
        what = _("{amount} thousand som were collected, more than all bills of {bills}.").format(
            amount=row["collected"], bills=f"{bills / 1000:.1f}"
        )
        yield Problem(file, number, "collected", what, _("Correct one of the two."))
    due = CONTRIBUTIONS * som(row["wages"])
    if abs(som(row["contributions"]) - due) > ROUNDING:
        what = _("The contributions are not 17 % of the wages.")
        yield Problem(file, number, "contributions", what, _("Write {amount}.").format(amount=f"{due / 1000:.1f}"))
    if som(row["set_aside"]) > collected:
        what = _("More is set aside than was collected.")
        yield Problem(file, number, "set_aside", what, _("Correct one of the two."))
