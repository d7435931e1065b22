"""Indicators, cards, forums and visits: typed reading, the programme's totals, and each rule that may be broken."""

from collections.abc import Callable
from pathlib import Path

import pytest

from aimak.data import municipalities, published_figures
from aimak.data.exchange import (
    forum_guests,
    group_of,
    indicator,
    indicator_kinds,
    indicators,
    peers,
    practices,
    road_km,
    sites,
    situation,
    spreads,
    trip_parts,
)
from aimak.data.programme import FORUM_PEOPLE, FORUM_PLACES, FORUMS, VISIT_PLACES
from aimak.errors import UserError
from aimak.municipal.exchange import Part, share_kept
from tests.data.test_check import change
from tests.data.test_newservice import Rows, put


def test_forums_and_visits_add_up_to_the_programme() -> None:
    guests = forum_guests()
    assert sum(one.people for one in guests) == FORUM_PEOPLE == 229
    assert len({one.municipality for one in guests}) == FORUM_PLACES == 35
    assert len({one.forum for one in guests}) == FORUMS == 2
    assert len({one.municipality for one in trip_parts()}) == VISIT_PLACES == 32
    assert all(share_kept(one.kept, one.promised) is None or one.kept <= one.promised for one in trip_parts())


def test_the_awkward_municipalities_are_what_the_readme_says() -> None:
    assert [place.code for place in municipalities() if not peers(place.code)] == ["M20", "M40"]
    measured = {(code, year) for code, year, _name in indicators()}
    lacking = {(p.code, y) for p in municipalities() for y in (2023, 2024, 2025)} - measured
    nothing = {(code, year) for code in ("M15", "M34") for year in (2023, 2024, 2025)}
    assert lacking == nothing | {("M13", 2024), ("M44", 2024), ("M27", 2023)}
    owners = {name: {code for code, _year, one in indicators() if one == name} for name in ("fire_minutes", "compost")}
    assert owners == {"fire_minutes": {"M29"}, "compost": {"M47"}}
    assert {value for (_code, _year, name), value in indicators().items() if name == "budget_posted"} == {100.0}
    assert indicator("M15", 2025, "readers") is None


def test_situations_and_roads() -> None:
    assert len(sites()) == 50
    assert set(situation("M07")) == set(spreads())
    assert min(spreads().values()) > 0
    assert road_km("M07", "M07") == 0
    assert road_km("M07", "M01") == road_km("M01", "M07") >= 5
    assert all(group_of(other) is group_of("M07") for other in peers("M07"))
    for read in (peers, situation, group_of):
        with pytest.raises(UserError, match="no municipality 'M99'"):
            read("M99")


def test_cards_are_better_after_and_four_lack_something() -> None:
    better = {kind.indicator: kind.higher_is_better for kind in indicator_kinds()}
    lacking = {one.number: one.card.missing() for one in practices() if one.card.missing()}
    assert lacking == {2: (Part.COST,), 5: (Part.CHANGE,), 7: (Part.BEWARE,), 11: (Part.TIME,)}
    for one in practices():
        if one.card.before is not None and one.card.after is not None:
            assert (one.card.after > one.card.before) == better[one.indicator]


def test_the_published_figures_name_their_source() -> None:
    figures = {figure.item: figure for figure in published_figures("exchange")}
    assert (figures["forum_people"].amount, figures["forum_municipalities"].amount) == (229, 35)
    assert figures["visit_municipalities"].amount == 32
    assert {figure.source for figure in figures.values()} == {"dpi.kg"}


def problems(package: Path, table: str, edit: Callable[[Rows], object]) -> list[str]:
    import csv
    import io

    def rewrite(text: str) -> str:
        rows = list(csv.DictReader(io.StringIO(text)))
        header = list(rows[0])
        edit(rows)
        out = io.StringIO()
        writer = csv.DictWriter(out, header, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
        return out.getvalue()

    return change(package, f"exchange_{table}.csv", rewrite)


@pytest.mark.parametrize(
    ("table", "which", "cells", "words"),
    [
        ("indicators", {"indicator": "trees_alive"}, {"value": "120.0"}, "120.0 % cannot be. The most is 100."),
        ("indicators", {"indicator": "water_hours"}, {"value": "25.0"}, "25.0 hours cannot be"),
        ("indicators", {}, {"municipality": "M99"}, "M99 is not in municipalities.csv"),
        ("practices", {"card": "1"}, {"before": "1.0"}, "The card says 1.0, the indicators of 2023 do not"),
        ("practices", {"card": "1"}, {"after": "1.0"}, "The card says 1.0, the indicators of 2025 do not"),
        ("practices", {}, {"who": "nobody"}, "who: “nobody” is not allowed here"),
        ("forums", {}, {"people": "90"}, "The programme has 229 people, 35 municipalities and 2 forums."),
        ("forums", {}, {"women": "90"}, "90 women are more than"),
        ("forums", {}, {"asks": "clubs"}, "clubs is offered and asked for by the same municipality"),
        ("trips", {}, {"host": "M01"}, "M01 visits itself"),
        ("trips", {}, {"host": "M02"}, "has 2 hosts"),
        ("trips", {}, {"kept": "9"}, "9 promises kept"),
        ("places", {}, {"height": "5"}, "height"),
    ],
)
def test_a_wrong_cell_is_named(
    package: Path, table: str, which: dict[str, str], cells: dict[str, str], words: str
) -> None:
    said = problems(
        package, table, lambda rows: put(rows, lambda row: all(row[k] == v for k, v in which.items()), **cells)
    )
    assert any(words in one for one in said), said


def test_a_missing_row_is_named(package: Path) -> None:
    assert any("M01: nothing says where" in one for one in problems(package, "places", lambda rows: rows.pop(0)))


def test_a_municipality_that_did_not_travel_is_missed(package: Path) -> None:
    said = problems(package, "trips", lambda rows: rows.pop(0))
    assert any("31 municipalities took part" in one and "The programme has 32." in one for one in said)
