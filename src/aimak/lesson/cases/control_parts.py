"""Parts of the control case: what may be measured, targets, complaints of a month, and the people who share duties."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations, product

from aimak.municipal.control import (
    ANSWER_TERM,
    Complaint,
    Duty,
    DutyRules,
    Kind,
    check_duties,
    complaint_times,
    working_days,
)

#: The day on which the register is read.
TODAY = date(2025, 9, 30)


@dataclass(frozen=True, slots=True)
class Measure:
    """Something that can be counted each month, at a cost of working hours."""

    key: str
    kind: Kind
    hours: int


_MEASURES = {
    Kind.INPUT: ("fuel_litres", "money_spent", "staff_days"),
    Kind.OUTPUT: ("trips_made", "stops_visited", "notices_posted"),
    Kind.OUTCOME: ("served_on_day", "far_village", "walk", "asked"),
}


def measures(draw: random.Random) -> tuple[tuple[Measure, ...], int]:
    """Two inputs, two outputs and four outcomes with their hours, and the hours that there are for three of them.

    The hours are enough for three outcomes, but not for any three.
    """
    chosen = []
    for kind, keys in _MEASURES.items():
        count = 4 if kind is Kind.OUTCOME else 2
        least, most = (2, 8) if kind is Kind.OUTCOME else (1, 4)
        kept = sorted(draw.sample(keys, count))
        hours = draw.sample(range(least, most + 1), count)
        chosen += [Measure(key, kind, each) for key, each in zip(kept, hours, strict=True)]
    triples = sorted(sum(one.hours for one in three) for three in combinations(chosen[4:], 3))
    draw.shuffle(chosen)
    return tuple(chosen), triples[draw.randrange(2)]


def targets(mean: float, best: int, draw: random.Random) -> tuple[tuple[str, int | None], ...]:
    """Four targets for missed stops a month: none at all, a step, what there is already, and words only.

    :param mean: missed stops a month last year; ``best`` those of its best month, above zero.
    """
    step = max(best, min(round((mean + best) / 2), int(mean)))
    if step >= mean:
        step = best
    made: list[tuple[str, int | None]] = [("zero", 0), ("step", step), ("as_it_is", int(mean) + 2), ("words", None)]
    draw.shuffle(made)
    return tuple(made)


@dataclass(frozen=True, slots=True)
class Register:
    """Nine complaints as they stand on :data:`TODAY`.

    :param asked: the place (0 is the first) of the complaint whose days the trainee counts.
    :param slow: where the time goes: ``register``, ``answer`` or ``open``.
    """

    complaints: tuple[Complaint, ...]
    days_off: frozenset[date]
    asked: int
    slow: str

    def days(self, place: int) -> int:
        """Working days from registering to the answer, or to today while it is open."""
        one = self.complaints[place]
        return working_days(one.registered, one.answered or TODAY, self.days_off)


#: By where the time goes: answered in time, answered late, open beyond the term, open within it.
_MIX = {"register": (6, 0, 1, 2), "answer": (3, 3, 1, 2), "open": (4, 0, 3, 2)}


def complaints(slow: str, draw: random.Random) -> Register:
    """A register whose time goes to ``slow``; drawn again until the usual mistakes give other figures."""
    while True:
        made = _register(slow, draw)
        answered = [one for one in made.complaints if one.answered]
        told = complaint_times(made.complaints, TODAY, made.days_off)
        without = complaint_times(answered, TODAY, made.days_off)
        days = [made.days(place) for place in range(len(made.complaints))]
        assert told.median_days is not None
        assert without.median_days is not None
        asked = made.complaints[made.asked]
        assert asked.answered is not None
        calendar = (asked.answered - asked.registered).days
        clear = abs(told.median_days - without.median_days) >= 1 and abs(told.median_days - sum(days) / 9) >= 0.6
        if clear and calendar >= made.days(made.asked) + 3:
            return made


def _register(slow: str, draw: random.Random) -> Register:
    days_off = frozenset({draw.choice([date(2025, 9, day) for day in (9, 10, 11, 16, 17, 18)])})
    in_time, late, open_late, open_waiting = _MIX[slow]
    takes = [draw.randrange(4, 12) for _ in range(in_time)] + [draw.randrange(16, 22) for _ in range(late)]
    made = []
    for count in takes:
        answered = date(2025, 9, draw.choice((19, 22, 23, 24, 25, 26)))
        registered = answered
        while working_days(registered, answered, days_off) < count or registered.weekday() > 4:
            registered -= timedelta(days=1)
        made.append(Complaint(_received(registered, slow, days_off, draw), registered, answered))
    for so_far in [ANSWER_TERM + draw.randrange(2, 9) for _ in range(open_late)] + [
        draw.randrange(2, ANSWER_TERM - 1) for _ in range(open_waiting)
    ]:
        registered = TODAY
        while working_days(registered, TODAY, days_off) < so_far or registered.weekday() > 4 or registered in days_off:
            registered -= timedelta(days=1)
        made.append(Complaint(_received(registered, slow, days_off, draw), registered))
    made.sort(key=lambda one: (one.received, one.registered))
    across = [
        place
        for place, one in enumerate(made)
        if one.answered and any(one.registered < day <= one.answered for day in days_off)
    ]
    answered_places = [place for place, one in enumerate(made) if one.answered]
    return Register(tuple(made), days_off, draw.choice(across or answered_places), slow)


def _received(registered: date, slow: str, days_off: frozenset[date], draw: random.Random) -> date:
    """A working day: the same or the one before, or days earlier where time is lost before registering."""
    back = draw.randrange(2, 6) if slow == "register" and draw.random() < 0.75 else draw.randrange(0, 2)
    day = registered
    while working_days(day, registered, days_off) < back or day.weekday() > 4 or day in days_off:
        day -= timedelta(days=1)
    return day


@dataclass(frozen=True, slots=True)
class People:
    """Who is there to share duties.

    :param office: what each person's post allows. :param kin: the one whose relative sells the fuel.
    :param rules: the rules of the purchase: ``kin`` may hold no duty in it.
    :param today: who does what at present.
    """

    office: dict[str, frozenset[Duty]]
    kin: str
    rules: DutyRules
    today: tuple[tuple[Duty, str], ...]

    def solutions(self) -> list[tuple[tuple[Duty, str], ...]]:
        """Every way to share the duties without a finding."""
        ways = product(*([(duty, person) for person in self.rules.may] for duty in Duty))
        return [way for way in ways if not check_duties(way, self.rules)]


_O, _R, _P, _C = Duty.ORDER, Duty.RECEIVE, Duty.PAY, Duty.CHECK


def people(staff: int, draw: random.Random) -> People:
    """Four people; where the staff is two, the others come from the village and from the joint monitoring group."""
    office = {"head": frozenset({_O, _C}), "accountant": frozenset({_R, _P, _C})}
    if staff > 2:
        office |= {"specialist": frozenset({_O, _R, _C}), "headman": frozenset({_R, _C})}
        kin = draw.choice(("head", "specialist", "headman"))
        today = ((_O, "specialist"), (_R, "specialist"), (_P, "accountant"), (_C, "accountant"))
    else:
        office |= {"headman": frozenset({_R, _C}), "monitor": frozenset({_R, _C})}
        kin = draw.choice(("headman", "monitor"))
        today = ((_O, "head"), (_R, "accountant"), (_P, "accountant"), (_C, "accountant"))
    may = {person: frozenset() if person == kin else duties for person, duties in office.items()}
    return People(office, kin, DutyRules(may), today)
