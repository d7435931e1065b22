"""Parts of the feedback case: the survey, the services and their repairs, the desk of open messages."""

from __future__ import annotations

import random
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise

from aimak.data import Municipality
from aimak.data.feedback import SERVICES, people_of
from aimak.municipal.control import ANSWER_TERM, working_days
from aimak.municipal.feedback import (
    LINE,
    Answer,
    Corner,
    Group,
    Message,
    Open,
    Repair,
    View,
    answers,
    best_week,
    changed,
    corner,
    quick_margin,
    read_survey,
)

#: The first day of the week that is planned, and days off before it: the calendar of the case.
TODAY = date(2025, 6, 2)
DAYS_OFF = (date(2025, 5, 1), date(2025, 5, 5), date(2025, 5, 9))
#: Working days of the week that is planned.
WEEK = 5


@dataclass(frozen=True, slots=True)
class BoardSurvey:
    """The survey of task 1.

    :param groups: two groups, one of which answered more than its share.
    :param last: the share of the year before in per cent, weighted, and ``last_margin`` its margin in points.
    """

    service: str
    groups: tuple[Group, Group]
    last: int
    last_margin: float


@dataclass(frozen=True, slots=True)
class Desk:
    """The register of task 4.

    :param answered: messages with an answer; ``to_count`` the number of that whose days a trainee counts.
    :param waiting: open messages, one of them without a day. :param hours: staff hours of the week.
    """

    answered: tuple[Message, ...]
    to_count: int
    waiting: tuple[Message, ...]
    opened: tuple[Open, ...]
    hours: int


def board_survey(place: Municipality, draw: random.Random) -> BoardSurvey:
    """A survey whose raw share is clearly another than the weighted one; the plain mean of groups is wrong too."""
    live = people_of(place.code)
    if len(live) == 1:
        live = {"older": place.population - place.youth, "young": place.youth}
    (often, many), (seldom, few) = live.items()
    while True:
        total = draw.randrange(120, 260)
        second = max(20, round(total * few / place.population * draw.uniform(0.3, 0.6)))
        high, low = draw.uniform(0.6, 0.85), draw.uniform(0.25, 0.5)
        groups = (
            Group(often, many, total - second, round((total - second) * high)),
            Group(seldom, few, second, round(second * low)),
        )
        reading = read_survey(groups)
        plain = sum(one.satisfied / one.asked for one in groups) / 2
        if abs(reading.raw - reading.share) < 0.04 or abs(plain - reading.share) < 0.015:
            continue
        margin = quick_margin(reading.effective)
        last = round(100 * reading.share) + draw.choice((-1, 1)) * draw.choice((2, 3, 4, 22, 24, 26))
        last_margin = round(draw.uniform(5.5, 9.0), 1)
        apart = abs(last - 100 * reading.share) / (margin * margin + last_margin * last_margin) ** 0.5
        if 5 < last < 95 and not 0.8 < apart < 1.2:
            return BoardSurvey(draw.choice(SERVICES), groups, last, last_margin)


def has_changed(survey: BoardSurvey) -> bool:
    """Whether the share moved by more than chance explains."""
    reading = read_survey(survey.groups)
    return changed((100 * reading.share, quick_margin(reading.effective)), (survey.last, survey.last_margin))


def _point(draw: random.Random, *, high: bool) -> int:
    return draw.randrange(LINE + 5, 90) if high else draw.randrange(24, LINE - 5)


def seen_and_run(place: Municipality, draw: random.Random) -> tuple[tuple[View, ...], tuple[Repair, ...], int]:
    """Five services in all four corners, their repairs, and money that mends some but not the loudest first."""
    while True:
        kinds = [Corner.WELL_SEEN, Corner.WELL_UNSEEN, Corner.BADLY_SEEN, Corner.BADLY_UNSEEN]
        kinds.append(draw.choice((Corner.BADLY_SEEN, Corner.BADLY_UNSEEN)))
        draw.shuffle(kinds)
        views, repairs = [], []
        for service, kind in zip(SERVICES, kinds, strict=True):
            seen = _point(draw, high=kind in (Corner.WELL_SEEN, Corner.BADLY_UNSEEN))
            views.append(View(service, seen, _point(draw, high=kind in (Corner.WELL_SEEN, Corner.WELL_UNSEEN))))
            households = round(place.households * draw.uniform(0.08, 0.6) / 5) * 5
            repairs.append(Repair(service, draw.randrange(60, 420, 5) * 1000, max(5, households)))
        badly = [repair for repair, view in zip(repairs, views, strict=True) if corner(view).value.startswith("badly")]
        ceiling = round(sum(one.cost for one in badly) * draw.uniform(0.45, 0.7) / 5000) * 5000
        if _is_a_decision(views, badly, ceiling):
            return tuple(views), tuple(repairs), ceiling


def _is_a_decision(views: list[View], badly: list[Repair], ceiling: int) -> bool:
    """Whether mending the loudest first helps clearly fewer households than the best choice."""
    made = answers(views, badly, ceiling)
    seen = {view.service: view.perception for view in views}
    best = sum(one.households for one in badly if made[one.service] is Answer.MEND)
    left, gained = ceiling, 0
    for one in sorted(badly, key=lambda each: seen[each.service]):
        if one.cost <= left:
            left, gained = left - one.cost, gained + one.households
    return best > 0 and gained < 0.9 * best


def _back(days: int) -> date:
    """The day from which today is that working day."""
    day = TODAY
    while working_days(day, TODAY, DAYS_OFF) < days or day.weekday() > 4 or day in DAYS_OFF:
        day -= timedelta(days=1)
    return day


def a_desk(draw: random.Random) -> Desk:
    """A register with answered and open messages; whoever takes the oldest first loses terms of this week."""
    while True:
        waits = [
            *draw.sample(range(10, 15), 3),
            *draw.sample(range(16, 26), 2),
            *draw.sample(range(1, 8), draw.choice((1, 2))),
        ]
        draw.shuffle(waits)
        made = [
            Message(number, draw.choice(SERVICES), draw.choice(("near", "far")), _back(days))
            for number, days in enumerate(waits, start=8)
        ]
        made.append(Message(8 + len(waits), draw.choice(SERVICES), "far", None))
        opened = tuple(
            Open(
                one.number,
                draw.randrange(2, 9),
                working_days(one.received, TODAY, DAYS_OFF) if one.received else None,
            )
            for one in made
        )
        ending = sum(one.hours for one in opened if one.ends(WEEK))
        hours = ending + min(one.hours for one in opened if one.is_late()) + draw.choice((0, 1))
        if _is_a_choice(opened, hours):
            answered, to_count = _answered(draw)
            return Desk(answered, to_count, tuple(made), opened, hours)


def week_value(desk: tuple[Open, ...], chosen: frozenset[int]) -> tuple[int, int, int]:
    """Hours used, terms kept this week, and late ones answered."""
    taken = [one for one in desk if one.number in chosen]
    return (
        sum(one.hours for one in taken),
        sum(one.ends(WEEK) for one in taken),
        sum(one.is_late() for one in taken),
    )


def _is_a_choice(desk: tuple[Open, ...], hours: int) -> bool:
    """Whether exactly one choice is best, and taking the oldest first, or the shortest first, is worse."""
    best = week_value(desk, best_week(desk, hours))
    for order in ([one.hours for one in desk], [-(one.waited or 0) for one in desk]):
        left, chosen = hours, set()
        for _key, one in sorted(zip(order, desk, strict=True), key=lambda pair: (pair[0], pair[1].number)):
            if one.hours <= left:
                left -= one.hours
                chosen.add(one.number)
        if week_value(desk, frozenset(chosen))[1:] >= best[1:]:
            return False
    same = 0
    for pattern in range(1 << len(desk)):
        taken = frozenset(one.number for i, one in enumerate(desk) if pattern >> i & 1)
        used, kept, late = week_value(desk, taken)
        same += used <= hours and (kept, late) == best[1:]
    return same == 1


def _answered(draw: random.Random) -> tuple[tuple[Message, ...], int]:
    """Seven answered messages; the one to count spans days off, and without them seems late or does not."""
    days = sorted(draw.sample(range(62, 32, -1), 7), reverse=True)
    made = []
    for number, back in enumerate(days, start=1):
        received = TODAY - timedelta(days=back)
        answered = received + timedelta(draw.choice((3, 5, 8, 10, 12, 17, 19, 24)))
        while answered.weekday() > 4 or answered in DAYS_OFF:  # people write on Sundays, the office answers on workdays
            answered += timedelta(days=1)
        made.append(Message(number, draw.choice(SERVICES), draw.choice(("near", "far")), received, answered))
    # It comes in late April and is answered in mid May, so that three days off lie between.
    received = date(2025, 4, 22) + timedelta(days=draw.randrange(0, 3))
    to_count = draw.randrange(2, 6)
    old = made[to_count - 1]
    answered = date(2025, 5, 13) + timedelta(days=draw.randrange(0, 4))
    counted = Message(to_count, old.topic, old.village, received, answered)
    made[to_count - 1] = counted
    made.sort(key=lambda one: (one.received or TODAY, one.number))  # a register is numbered as messages come
    numbered = tuple(replace(one, number=number) for number, one in enumerate(made, start=1))
    return numbered, made.index(counted) + 1


def in_term(desk: Desk) -> tuple[int, int]:
    """Answered within the term, and decided messages: answered ones and open ones beyond the term."""
    took = [
        working_days(one.received, one.answered, DAYS_OFF) for one in desk.answered if one.received and one.answered
    ]
    kept = sum(days <= ANSWER_TERM for days in took)
    return kept, len(took) + sum(one.is_late() for one in desk.opened)


def in_order(messages: tuple[Message, ...]) -> bool:
    """Whether the numbers of a register rise."""
    return all(a.number < b.number for a, b in pairwise(messages))
