"""Make the invented tables of the data package: `python -m aimak.data.generate DIR`.

One seed, whole numbers and ``random.Random`` only, so that every machine makes the same bytes. Published figures are
typed by hand and are not made here.
"""

from __future__ import annotations

import random
import sys
from dataclasses import astuple, fields
from pathlib import Path
from typing import cast

from aimak.data import generate_units
from aimak.data.csv_text import csv_text
from aimak.data.generate_budgets import budget_rows
from aimak.data.generate_events import cause_rows, events
from aimak.data.programme import HEARING_PEOPLE, HEARING_PLACES, HEARINGS, TRAINED
from aimak.data.records import Municipality
from aimak.files import write_whole
from aimak.municipal.money import share_out

SEED = 20241117
#: How many municipalities lie in each oblast, and how many of them are among the first 32.
PLACES = {"Jalal-Abad": (16, 10), "Issyk-Kul": (10, 7), "Naryn": (10, 6), "Osh": (14, 9)}
MOUNTAIN_SHARE = {"Jalal-Abad": 0.4, "Issyk-Kul": 0.4, "Naryn": 1.0, "Osh": 0.4}
MINORITY_SHARE = {"Jalal-Abad": (0.04, 0.30), "Issyk-Kul": (0.02, 0.14), "Naryn": (0.0, 0.02), "Osh": (0.05, 0.35)}

_FIRST = (
    ("Kumush", "Кумуш", "Күмүш"),
    ("Chyrak", "Чырак", "Чырак"),
    ("Taza", "Таза", "Таза"),
    ("Bermet", "Бермет", "Бермет"),
    ("Jyldyz", "Жылдыз", "Жылдыз"),
    ("Ulan", "Улан", "Улан"),
    ("Shamal", "Шамал", "Шамал"),
    ("Uron", "Урон", "Үрөн"),
    ("Kunos", "Кунос", "Күнөс"),
    ("Tang", "Танг", "Таң"),
)
_SECOND = (
    ("Dobo", "Добо", "Дөбө"),
    ("Tektir", "Тектир", "Тектир"),
    ("Ozon", "Озон", "Өзөн"),
    ("Kechuu", "Кечуу", "Кечүү"),
    ("Jylga", "Жылга", "Жылга"),
)


def make_municipalities() -> tuple[Municipality, ...]:
    """The fifty invented municipalities, M01 to M50, oblast by oblast."""
    draw = random.Random(SEED)
    names = [tuple(f"{a}-{b}" for a, b in zip(f, s, strict=True)) for f in _FIRST for s in _SECOND]
    draw.shuffle(names)
    plans = [(oblast, i < first) for oblast, (count, first) in PLACES.items() for i in range(count)]
    drafts = []
    for number, (oblast, partner) in enumerate(plans, start=1):
        mountain = draw.random() < MOUNTAIN_SHARE[oblast]
        population = draw.randrange(2000, 7500) if mountain else draw.randrange(6000, 20000)
        # On purpose awkward: one large valley municipality, and one that is a single village.
        population, villages = (24800, 9) if number == 40 else (population, max(2, population // 1800))
        villages = 1 if number == 20 else villages
        low, high = MINORITY_SHARE[oblast]
        drafts.append(
            {
                "code": f"M{number:02}",
                "names": names[number - 1],
                "oblast": oblast,
                "joined": "partner" if partner else "joining",
                "kind": "mountain" if mountain and number != 40 else "valley",
                "population": population,
                "households": round(population / draw.uniform(4.3, 5.4)),
                "villages": villages,
                "women": round(population * draw.uniform(0.49, 0.515)),
                "youth": round(population * draw.uniform(0.23, 0.29)),
                "minorities": round(population * draw.uniform(low, high)),
            }
        )
    return _with_programme(drafts, draw)


def _with_programme(drafts: list[dict[str, object]], draw: random.Random) -> tuple[Municipality, ...]:
    partners = [i for i, d in enumerate(drafts) if d["joined"] == "partner"]
    held = sorted(draw.sample(partners, HEARING_PLACES))
    trained = dict(zip(partners, share_out(TRAINED, [draw.uniform(0.6, 1.6) for _ in partners]), strict=True))
    # Each place that held hearings held at least two: one on the draft, one on the execution.
    more = share_out(HEARINGS - 2 * len(held), [draw.uniform(0.2, 1.5) for _ in held])
    hearings = {i: 2 + extra for i, extra in zip(held, more, strict=True)}
    weights = [hearings[i] * draw.uniform(0.6, 1.5) for i in held]
    people = dict(zip(held, share_out(HEARING_PEOPLE, weights), strict=True))
    made = []
    for i, draft in enumerate(drafts):
        names = dict(zip(("name", "name_ru", "name_ky"), cast("tuple[str, ...]", draft.pop("names")), strict=True))
        counts = {"trained": trained.get(i, 0), "hearings": hearings.get(i, 0), "hearing_people": people.get(i, 0)}
        made.append(Municipality(**names, **draft, **counts))  # type: ignore[arg-type]
    return tuple(made)


def make_tables() -> dict[str, str]:
    """The text of each made table by file name."""
    places = make_municipalities()
    draw = random.Random(SEED + 1)
    happened = {place.code: events(place, draw) for place in places}
    header = ("municipality", "year", "stage", "side", "item", "function", "economic_class", "amount")
    return {
        "municipalities.csv": csv_text([f.name for f in fields(Municipality)], [astuple(p) for p in places]),
        "budgets.csv": csv_text(header, (row for p in places for row in budget_rows(p, happened[p.code], SEED))),
        "causes.csv": csv_text(
            ("municipality", "year", "item", "cause", "text"),
            (row for p in places for row in cause_rows(p, happened[p.code])),
        ),
        **generate_units.tables(places, SEED),
    }


def main(folder: Path) -> None:
    """Write the tables into ``folder``."""
    for name, text in make_tables().items():
        changed = write_whole(folder / name, text)
        print(f"{folder / name}: {'written' if changed else 'as it was'}")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path("datasets"))
