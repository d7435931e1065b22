"""The cases of the two tests: the same questions, other figures.

Each number is made from the answer that it leads to. Answers of the test before the course are drawn from the even
steps of a range, those after it from the odd ones; a letter or a line that is right moves on by one. So in every
municipality no right answer of one test is that of the other. Amounts are thousand som unless a name says otherwise.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from aimak.data import Municipality, municipality

#: The figures of a question by name.
Figures = Mapping[str, int]
T = TypeVar("T")
#: A test's name -> which steps of a range its answers are drawn from.
STEPS = {"before": 0, "after": 1}


@dataclass(frozen=True, slots=True)
class TestCase:
    """What the trainee of one municipality sees in one of the two tests.

    :param test: ``before`` or ``after``.
    :param figures: question -> its figures.
    """

    __test__ = False  # pytest takes a name that begins with Test for tests

    test: str
    municipality: Municipality
    figures: Mapping[str, Figures]

    def mixed(self, question: str, options: Sequence[T]) -> tuple[T, ...]:
        """Options in an order of this municipality's own: a neighbour's “the second one” helps nobody."""
        listed = list(options)
        random.Random(f"{self.test} {question} {self.municipality.code}").shuffle(listed)
        return tuple(listed)


class _Draw:
    """The dice of one test in one municipality."""

    def __init__(self, test: str, place: Municipality) -> None:
        self.step = STEPS[test]
        self.place = place
        self.own = random.Random(f"{test} {place.code}")
        self.both = random.Random(f"before and after {place.code}")

    def answer(self, low: int, high: int, size: int = 1) -> int:
        """An answer from ``low`` on in steps of ``size``: an even number of steps before, an odd one after."""
        return low + size * (2 * self.own.randrange((high - low) // (2 * size)) + self.step)

    def within(self, low: int, high: int, size: int = 1) -> int:
        """Any figure from ``low`` to ``high``."""
        return self.own.randrange(low, high + 1, size)

    def place_of(self, count: int) -> int:
        """Which of ``count`` lines is right: another one in each test."""
        return (self.both.randrange(count) + self.step) % count


def test_case(test: str, code: str) -> TestCase:
    """The case of a municipality in one of the two tests.

    :raises UserError: if there is no such municipality.
    """
    place = municipality(code)
    draw = _Draw(test, place)
    return TestCase(test, place, {name: make(draw) for name, make in _MADE.items()})


test_case.__test__ = False  # type: ignore[attr-defined]


def _planning(draw: _Draw) -> Figures:
    return {"hour": draw.within(7, 9), "days": draw.within(2, 5)}


def _waste_fee(draw: _Draw) -> Figures:
    """Three fees; what is printed smallest is not what a household pays least."""
    least = draw.within(30, 60, 5)
    month = {"person_year": least, "household_year": least + draw.within(15, 30, 5)}
    if draw.step:
        month = {"household_year": least, "person_year": least + draw.within(15, 30, 5)}
    month["person_month"] = least + draw.within(35, 60, 5)
    right, others = draw.place_of(3), ["person_month", "person_year", "household_year"]
    first = min(month, key=lambda kind: month[kind])
    others.remove(first)
    draw.own.shuffle(others)
    others.insert(right, first)
    printed = {
        "person_month": month["person_month"] // 5,
        "person_year": month["person_year"] * 12 // 5,
        "household_year": month["household_year"] * 12,
    }
    lines = {f"line_{kind}": others.index(kind) for kind in others}
    return {**printed, **lines, "right": right, "month": least}


def _waste_cost(draw: _Draw) -> Figures:
    whole, years = draw.answer(600, 1100, 10), draw.within(5, 10)
    wear = draw.within(150, 350, 10)
    return {"running": whole - wear, "price": wear * years, "years": years}


def _water(draw: _Draw) -> Figures:
    """The tariff is a whole number of som; money for the next pump is a fourth to a third of the cost."""
    tariff, billed = draw.answer(8, 26), draw.within(30, 60, 2)
    whole = tariff * billed
    pump = round(whole * draw.own.uniform(0.25, 0.35))
    return {"costs": whole - pump, "pump": pump, "billed": billed, "produced": billed + draw.within(12, 26, 2)}


def _streets(draw: _Draw) -> Figures:
    """Prices and yearly electricity of two lamps, in som."""
    years, saved = draw.answer(2, 8), draw.within(200, 400, 50)
    cheap, burns = draw.within(600, 1200, 50), draw.within(150, 300, 10)
    return {"cheap": cheap, "cheap_year": burns + saved, "dear": cheap + years * saved, "dear_year": burns}


def _newservice(draw: _Draw) -> Figures:
    """What a club costs in a month, in som."""
    children, fee, extra = draw.answer(24, 60), draw.within(250, 400, 50), draw.within(50, 100, 10)
    return {"fixed": children * (fee - extra), "fee": fee, "extra": extra}


def _control(draw: _Draw) -> Figures:
    """Five lines of a ledger: one paper is paid a second time, and two bills are alike and both right."""
    again = 1 + draw.place_of(4)
    first = draw.own.randrange(again)
    rest = [line for line in range(5) if line not in (first, again)]
    draw.own.shuffle(rest)
    paper = draw.within(11, 40)
    return {
        "first": first, "again": again, "twin_1": min(rest[:2]), "twin_2": max(rest[:2]), "other": rest[2],
        "coal": draw.within(9000, 19000, 100), "fuel": draw.within(4000, 8000, 100),
        "paper": draw.within(900, 2500, 50), "coal_no": paper, "fuel_no": paper + 3, "fuel_no_2": paper + 9,
        "paper_no": paper + 5,
    }  # fmt: skip


def _revenue(draw: _Draw) -> Figures:
    again = draw.answer(1400, 3000, 10)
    sale, debt = draw.within(200, 480, 20), draw.within(50, 180, 10)
    return {"all": again + sale + debt, "sale": sale, "debt": debt}


def _budget_free(draw: _Draw) -> Figures:
    free, own, transfer = draw.answer(300, 900, 10), draw.within(1500, 3000, 50), draw.within(3000, 5000, 50)
    return {
        "own": own, "transfer": transfer, "parents": draw.within(120, 280, 10), "bridge": draw.within(500, 950, 50),
        "must": own + transfer - free,
    }  # fmt: skip


def _budget_cut(draw: _Draw) -> Figures:
    return {"gap": draw.within(300, 700, 10)}


def _hearing(draw: _Draw) -> Figures:
    """Four lines and their shares of the whole; one share is wrong. Shares are per cent."""
    whole, wrong = draw.within(6000, 12000, 400), draw.place_of(4)
    shares = [50, 25, 15, 10]
    figures = {f"amount_{line}": whole * share // 100 for line, share in enumerate(shares)}
    shown = {f"share_{line}": share + (10 if line == wrong else 0) for line, share in enumerate(shares)}
    return {**figures, **shown, "whole": whole, "wrong": wrong}


def _participation(draw: _Draw) -> Figures:
    part, seats = draw.own.choice((4, 5)), draw.answer(8, 28)
    people = round(draw.place.population / 100) * 100
    came = round(seats * draw.own.uniform(0.25, 0.5))
    return {"people": people, "far": people // part, "room": seats * part, "came": came, "fair": seats}


def _feedback_term(draw: _Draw) -> Figures:
    """Messages out of 25 or 50, so that the share is a whole number of per cent."""
    fourths, times = draw.answer(10, 20), draw.own.choice((1, 2))
    rest = (25 - fourths) * times
    late = draw.within(max(1, rest // 4), max(1, rest // 2))
    return {"in_time": fourths * times, "late": late, "open": rest - late}


def _feedback_gap(draw: _Draw) -> Figures:
    every = draw.within(18, 30)
    return {"all": every, "good": every - draw.within(0, 1)}


def _exchange(draw: _Draw) -> Figures:
    """Three places: one reaches the largest part of its people, another has the most readers."""
    best = draw.place_of(3)
    order = [place for place in range(3) if place != best]
    draw.own.shuffle(order)
    small = draw.within(1200, 2400, 100)
    made = {best: (small, draw.within(16, 22)), order[0]: (small * 4, draw.within(8, 11)),
            order[1]: (small * 2, draw.within(9, 13))}  # fmt: skip
    figures: dict[str, int] = {}
    for place, (people, per_hundred) in made.items():
        figures |= {f"people_{place}": people, f"readers_{place}": people * per_hundred // 100}
    return {**figures, "best": best, "most": order[0]}


_MADE: dict[str, Callable[[_Draw], Figures]] = {
    "planning": _planning,
    "waste_fee": _waste_fee,
    "waste_cost": _waste_cost,
    "water": _water,
    "streets": _streets,
    "newservice": _newservice,
    "control": _control,
    "revenue": _revenue,
    "budget_free": _budget_free,
    "budget_cut": _budget_cut,
    "hearing": _hearing,
    "participation": _participation,
    "feedback_term": _feedback_term,
    "feedback_gap": _feedback_gap,
    "exchange": _exchange,
}
