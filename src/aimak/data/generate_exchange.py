"""The made tables of the unit `exchange`: indicators, situations, practice cards, forums and study visits."""

from __future__ import annotations

import random
from collections.abc import Iterator

from aimak.data.csv_text import csv_text
from aimak.data.generate_exchange_meetings import forum_rows, trip_rows
from aimak.data.records import Municipality

YEARS = (2023, 2024, 2025)
#: Key, words, unit, whether more is better, mean of mountain and of valley, spread, least, most.
KINDS = (
    ("water_hours", "Hours with water a day", "hours", True, 13.0, 16.0, 4.0, 2.0, 24.0),
    ("certificate_days", "Days until a certificate is ready", "days", False, 7.0, 6.0, 2.4, 1.0, 21.0),
    ("readers", "Library readers for each 100 inhabitants", "readers", True, 9.0, 11.0, 3.5, 1.0, 30.0),
    ("trees_alive", "Young trees that live after a year, %", "%", True, 52.0, 60.0, 14.0, 10.0, 98.0),
)
#: Awkward on purpose: nothing measured at all, one year missing, something that nobody else measures.
NOTHING, YEAR_MISSING = ("M15", "M34"), {"M13": 2024, "M44": 2024, "M27": 2023}
ALONE = {
    "M29": ("fire_minutes", "Minutes until the fire cart is there", "minutes", False, 24.0),
    "M47": ("compost", "Households with a compost heap, %", "%", True, 18.0),
}
#: Everybody has the same: it tells nobody apart.
SAME = ("budget_posted", "Lines of the budget that hang at the office, %", "%", True, 100.0)
#: Indicator, what was done, what it needs, what to beware of.
PRACTICES = (
    (
        "water_hours",
        "Villages get water in turn, by a timetable that hangs at each tap.",
        "worker",
        "Whoever lives at the end of the pipe gets water last. Turn the order round monthly.",
    ),
    (
        "water_hours",
        "Leaks are reported by telephone and closed within a week.",
        "worker;phone_network",
        "Without spare parts in store a week becomes a month.",
    ),
    (
        "water_hours",
        "Gardens are watered at night only.",
        "volunteers",
        "It fails in the first dry week, unless somebody looks.",
    ),
    (
        "certificate_days",
        "One desk takes all papers, and a list shows what is ready.",
        "worker",
        "When the one specialist is ill, nothing moves. Train a second one.",
    ),
    (
        "certificate_days",
        "Papers are asked for by telephone and fetched once.",
        "phone_network",
        "Personal data must not stand in a chat.",
    ),
    (
        "certificate_days",
        "A car brings papers to the far villages every second Friday.",
        "vehicle",
        "In winter the road closes; people must know whom to ring.",
    ),
    (
        "readers",
        "The library moves to the school two afternoons a week.",
        "worker;vehicle",
        "The school closes in summer, and so does the library.",
    ),
    (
        "readers",
        "Pupils read aloud to old people once a week.",
        "volunteers",
        "It depends on one teacher. When she left, it stopped.",
    ),
    (
        "readers",
        "Books go round the far villages in a box.",
        "vehicle;volunteers",
        "A third of the books did not come back in the first year.",
    ),
    (
        "trees_alive",
        "Each class cares for its own row of trees.",
        "volunteers",
        "Nobody waters in July. Name a family for each row.",
    ),
    (
        "trees_alive",
        "A fence is built before the trees are planted.",
        "worker;vehicle",
        "The fence costs more than the trees.",
    ),
    (
        "trees_alive",
        "Households choose a tree and plant it at their own gate.",
        "volunteers",
        "Streets without households stay bare.",
    ),
)
#: Cards that lack something: the number of the card and the column.
INCOMPLETE = {2: "cost", 5: "before", 7: "beware", 11: "months"}
#: Where each oblast lies on the invented map, km: the western and southern corner, width and height.
CORNERS = {
    "Jalal-Abad": (0, 90, 130, 70),
    "Issyk-Kul": (290, 120, 120, 60),
    "Naryn": (190, 30, 130, 60),
    "Osh": (20, 0, 110, 70),
}


def tables(places: tuple[Municipality, ...], seed: int) -> dict[str, str]:
    """The text of each made table by file name."""
    values = {place.code: dict(indicator_values(place, seed)) for place in places}
    kinds = [(*kind[:3], str(kind[3]).lower()) for kind in (*KINDS, SAME, *ALONE.values())]
    indicator_rows = (
        (code, year, key, value)
        for code, of_place in values.items()
        for (key, year), value in sorted(of_place.items(), key=lambda item: (item[0][1], item[0][0]))
    )
    return {
        "exchange_kinds.csv": csv_text(("indicator", "label", "unit", "higher_is_better"), kinds),
        "exchange_indicators.csv": csv_text(("municipality", "year", "indicator", "value"), indicator_rows),
        "exchange_places.csv": csv_text(
            ("municipality", "east_km", "north_km", "height", "conditions"),
            (place_row(place, seed) for place in places),
        ),
        "exchange_practices.csv": csv_text(
            (
                "card",
                "municipality",
                "indicator",
                "what",
                "who",
                "cost",
                "months",
                "before",
                "after",
                "needs",
                "beware",
            ),
            practice_rows(values, seed),
        ),
        "exchange_forums.csv": csv_text(
            ("forum", "municipality", "people", "women", "offers", "asks"), forum_rows(places, seed)
        ),
        "exchange_trips.csv": csv_text(
            ("trip", "form", "year", "municipality", "host", "people", "promised", "kept"), trip_rows(places, seed)
        ),
    }


def indicator_values(place: Municipality, seed: int) -> Iterator[tuple[tuple[str, int], float]]:
    """The values of a municipality: (indicator, year) -> value. A level of its own, a trend, and a dry year 2024."""
    draw = random.Random(f"exchange {place.code} {seed}")
    for key, _label, _unit, more, mountain, valley, spread, least, most in KINDS:
        level = (mountain if place.kind == "mountain" else valley) + spread * draw.uniform(-1.6, 1.6)
        trend = (1 if more else -1) * spread * draw.uniform(-0.1, 0.35)
        for i, year in enumerate(YEARS):
            dry = 0.4 * spread if year == 2024 and key in ("water_hours", "trees_alive") else 0.0
            value = min(most, max(least, level + i * trend - dry + spread * draw.uniform(-0.08, 0.08)))
            if place.code not in NOTHING and YEAR_MISSING.get(place.code) != year:
                yield (key, year), round(value, 1)
    for year in YEARS:
        if place.code not in NOTHING and YEAR_MISSING.get(place.code) != year:
            yield (SAME[0], year), SAME[4]
            if place.code in ALONE:
                alone = ALONE[place.code]
                step = (1 if alone[3] else -1) * draw.uniform(0.2, 1.5)
                yield (alone[0], year), round(alone[4] + (year - YEARS[0]) * step, 1)


def place_row(place: Municipality, seed: int) -> tuple[object, ...]:
    """Where a municipality lies on the invented map, its height in metres, and what it has to work with."""
    draw = random.Random(f"exchange place {place.code} {seed}")
    west, south, width, height = CORNERS[place.oblast]
    metres = draw.randrange(170, 265) * 10 if place.kind == "mountain" else draw.randrange(75, 165) * 10
    has = [
        name
        for name, share in (("worker", 0.7), ("vehicle", 0.55), ("phone_network", 0.8), ("volunteers", 0.65))
        if draw.random() < share
    ]
    return place.code, west + draw.randrange(width + 1), south + draw.randrange(height + 1), metres, ";".join(has)


def practice_rows(values: dict[str, dict[tuple[str, int], float]], seed: int) -> Iterator[tuple[object, ...]]:
    """Twelve cards, from municipalities whose figure became better: before is 2023, after is 2025."""
    draw = random.Random(f"exchange practices {seed}")
    better = {key: more for key, _label, _unit, more, *_rest in KINDS}
    used: set[str] = set()
    for number, (indicator, what, needs, beware) in enumerate(PRACTICES, start=1):
        gains = {
            code: (1 if better[indicator] else -1) * (of_place[indicator, 2025] - of_place[indicator, 2023])
            for code, of_place in values.items()
            if (indicator, 2023) in of_place and (indicator, 2025) in of_place and code not in used
        }
        code = draw.choice(sorted(gains, key=lambda one: (-gains[one], one))[:4])
        used.add(code)
        row: dict[str, object] = {
            "who": draw.choice(("specialist", "head", "initiative_group")),
            "cost": f"{draw.randrange(4, 60) * 5:.1f}",
            "months": draw.randrange(2, 15),
            "before": values[code][indicator, 2023],
            "after": values[code][indicator, 2025],
            "needs": needs,
            "beware": beware,
        }
        if number in INCOMPLETE:
            row[INCOMPLETE[number]] = ""
        yield number, code, indicator, what, *row.values()
