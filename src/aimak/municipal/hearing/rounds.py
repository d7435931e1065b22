"""Who is heard at a hearing: rounds of speaking under a moderator's rule, minute by minute.

The simulation is a thinking tool. Real people do not speak by a clock; what it shows is what a rule does to those
who live far away or who raise their hand late. Minutes are whole minutes.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

#: The least time in which one thought can be said and understood, in minutes. A figure for training.
WORD = 2
#: People at one table of a small group. A figure for training.
TABLE = 8


class Moderation(StrEnum):
    """The rule by which the moderator gives the word."""

    FIRST_COME = "first_come"
    TIME_LIMIT = "time_limit"
    ONE_ROUND = "one_round"
    SMALL_GROUPS = "small_groups"


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody in the hall who has something to say.

    :param place: where in the order of raised hands, from 0; no two have the same.
    :param wants: minutes that the person would speak if nobody stopped them.
    :param village: the village they came from, 0 being the centre; the largest number is the far one.
    :raises ValueError: if ``wants`` is not above zero, or a place or village is negative.
    """

    place: int
    wants: int
    village: int = 0
    woman: bool = False
    young: bool = False

    def __post_init__(self) -> None:
        if self.wants <= 0:
            raise ValueError(f"wants: a speech takes more than {self.wants} minutes")
        if self.place < 0:
            raise ValueError(f"place: the order of hands counts from 0, not {self.place}")
        if self.village < 0:
            raise ValueError(f"village: villages count from 0, not {self.village}")


@dataclass(frozen=True, slots=True)
class Outcome:
    """Who spoke how long.

    :param spoken: a speaker and their minutes in the hall, in the order in which they spoke. In small groups the
        minutes of a report are shared by those whose words it carries, so they may be a fraction.
    """

    speakers: tuple[Speaker, ...]
    spoken: tuple[tuple[Speaker, float], ...]

    @property
    def heard(self) -> tuple[Speaker, ...]:
        """Those whose words reached the hall."""
        return tuple(one for one, _minutes in self.spoken)

    @property
    def minutes(self) -> float:
        """Minutes spoken in the hall."""
        return sum(minutes for _one, minutes in self.spoken)

    def time_share(self, group: Iterable[Speaker]) -> float:
        """The share of the speaking time that went to ``group``; 0 where nobody spoke."""
        members = {one.place for one in group}
        return sum(m for one, m in self.spoken if one.place in members) / self.minutes if self.minutes else 0.0

    def heard_of(self, group: Iterable[Speaker]) -> int:
        """How many of ``group`` were heard."""
        members = {one.place for one in group}
        return sum(one.place in members for one in self.heard)


def simulate(
    speakers: Sequence[Speaker],
    rule: Moderation,
    minutes: int,
    limit: int,
    talk: int = 0,
    leaders: int | None = None,
) -> Outcome:
    """Give the word by ``rule`` until the minutes are used up.

    - first come: in the order of hands, each as long as they want;
    - time limit: in the order of hands, each at most ``limit`` minutes;
    - one round: the moderator calls the villages in turn, the far one first, and in each a woman and a man in turn;
      each at most ``limit`` minutes;
    - small groups: ``talk`` minutes at tables of :data:`TABLE`, village by village, the far one first. At a table one
      thought takes :data:`WORD` minutes, so ``talk ÷ WORD`` of its people can say theirs. Then each table reports
      for ``limit`` minutes. A table without somebody to lead it reports nothing.

    A turn of less than :data:`WORD` minutes is no turn: nobody is heard in it.

    :param minutes: for people's words, presentation and answers not counted.
    :param leaders: how many people can lead a table; None if there are enough.
    :raises ValueError: if minutes, limit, talk or leaders are negative, or two speakers have the same place.
    """
    for name, value in (("minutes", minutes), ("limit", limit), ("talk", talk), ("leaders", leaders or 0)):
        if value < 0:
            raise ValueError(f"{name}: cannot be negative ({value})")
    hands = sorted(speakers, key=lambda one: one.place)
    if len({one.place for one in hands}) != len(hands):
        raise ValueError("place: two speakers raised their hand at the same place in the order")
    if rule is Moderation.SMALL_GROUPS:
        spoken = _tables(tables_of(hands)[:leaders], minutes - talk, limit, talk)
    else:
        order = round_order(hands) if rule is Moderation.ONE_ROUND else hands
        spoken = _one_after_another(order, minutes, limit if rule is not Moderation.FIRST_COME else minutes)
    return Outcome(tuple(hands), tuple(spoken))


def _one_after_another(order: Sequence[Speaker], minutes: int, limit: int) -> list[tuple[Speaker, float]]:
    spoken: list[tuple[Speaker, float]] = []
    left = minutes
    for one in order:
        turn = min(one.wants, limit, left)
        if turn < min(WORD, one.wants):
            if left < WORD:
                break
            continue
        spoken.append((one, float(turn)))
        left -= turn
    return spoken


def round_order(speakers: Iterable[Speaker]) -> list[Speaker]:
    """The order of one round: villages in turn, the far one first; in a village a woman and a man in turn.

    Within that, the order of hands holds.
    """
    villages: dict[int, list[Speaker]] = {}
    for one in sorted(speakers, key=lambda each: each.place):
        villages.setdefault(one.village, []).append(one)
    queues = [_in_turn(villages[village]) for village in sorted(villages, reverse=True)]
    longest = max(map(len, queues), default=0)
    return [queue[at] for at in range(longest) for queue in queues if at < len(queue)]


def _in_turn(people: list[Speaker]) -> list[Speaker]:
    women, men = [p for p in people if p.woman], [p for p in people if not p.woman]
    both = [one for pair in zip(women, men, strict=False) for one in pair]
    return both + women[len(men) :] + men[len(women) :]


def tables_of(speakers: Iterable[Speaker]) -> list[list[Speaker]]:
    """People at tables of at most :data:`TABLE`, village by village, the far one first."""
    hands = sorted(speakers, key=lambda one: (-one.village, one.place))
    made: list[list[Speaker]] = []
    for one in hands:
        if not made or len(made[-1]) == TABLE or made[-1][0].village != one.village:
            made.append([])
        made[-1].append(one)
    return made


def _tables(tables: Sequence[list[Speaker]], minutes: int, limit: int, talk: int) -> list[tuple[Speaker, float]]:
    spoken: list[tuple[Speaker, float]] = []
    left = minutes
    for table in tables:
        said = _in_turn(table)[: talk // WORD]
        turn = min(limit, left)
        if not said or turn < WORD:
            break
        spoken += [(one, turn / len(said)) for one in said]
        left -= turn
    return spoken
