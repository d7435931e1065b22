"""Who is heard, against published figures (see docs/arithmetic.md) and against its own promises."""

from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from aimak.data import published_figures
from aimak.municipal.participation import (
    FEW_PEOPLE,
    Amendment,
    Clause,
    Level,
    PlannedEvent,
    Presence,
    Rule,
    Verdict,
    Volunteer,
    broken_rules,
    can_be_met,
    chance,
    differences,
    disparity_ratio,
    draw_order,
    fair_seats,
    iap2_level,
    may_promise,
    more_open,
    people_to_gain,
    replacements,
    room_interval,
    seats_for_women,
    stratified_draw,
    together,
    verdict,
    worth_adopting,
)


def figure(place: str, item: str) -> int:
    return next(round(f.amount) for f in published_figures("participation") if (f.place, f.item) == (place, item))


@pytest.mark.parametrize(
    ("place", "what", "share", "low", "high", "ratio"),
    [
        ("Chui oblast", "hearing", 0.353, 0.327, 0.380, 0.71),
        ("Bagysh", "assembly", 0.359, 0.299, 0.425, 0.72),
        ("29 municipalities", "hearing", 0.417, 0.398, 0.437, 0.83),
    ],
)
def test_published_meetings(place: str, what: str, share: float, low: float, high: float, ratio: float) -> None:
    seen = Presence(1, 2, figure(place, f"{what}_women"), figure(place, f"{what}_people"))
    ends = room_interval(seen)
    assert seen.share_in_room == pytest.approx(share, abs=0.0006)
    assert (ends.low, ends.high) == (pytest.approx(low, abs=0.0006), pytest.approx(high, abs=0.0006))
    assert disparity_ratio(seen).value == pytest.approx(ratio, abs=0.006)
    assert disparity_ratio(seen).interval.high == pytest.approx(2 * ends.high)
    assert verdict(seen) is Verdict.FEWER


def test_people_to_gain_as_worked_in_the_docs() -> None:
    assert people_to_gain(Presence(40, 100, 20, 100)) == 34
    assert people_to_gain(Presence(1, 2, 437, 1237)) == 363
    assert people_to_gain(Presence(40, 100, 60, 100)) == 0


def test_mandates_of_women() -> None:
    assert seats_for_women(21) == 7
    assert seats_for_women(15) == 5
    assert seats_for_women(10) == 3
    assert seats_for_women(0) == 0
    assert figure("Kyrgyzstan", "kenesh_women") / figure("Kyrgyzstan", "kenesh_mandates") == pytest.approx(
        0.103, abs=0.001
    )
    assert Fraction(figure("Kyrgyzstan", "kenesh_reserved"), 100) == Fraction(3, 10)


def test_a_small_or_missing_count_gives_no_verdict() -> None:
    assert verdict(Presence(50, 100, 0, FEW_PEOPLE - 1)) is Verdict.CANNOT_TELL
    assert verdict(Presence(50, 100, 0, FEW_PEOPLE)) is Verdict.FEWER
    assert verdict(Presence(20, 100, 30, 60)) is Verdict.MORE
    assert verdict(Presence(26, 100, 5, 24)) is Verdict.CANNOT_TELL
    assert verdict(Presence(50, 100, None, 80)) is Verdict.NOT_COUNTED
    assert verdict(Presence(50, 100, 0, 80, 80)) is Verdict.NOT_COUNTED
    assert verdict(Presence(0, 100, 0, 80)) is Verdict.NOT_COUNTED
    unknown = Presence(50, 100, 20, 60, 20)
    assert unknown.share_in_room == 0.5


def test_meetings_are_added_up_without_those_that_nobody_counted() -> None:
    both = together([Presence(50, 100, 20, 40), Presence(50, 100, None, 90), Presence(25, 100, 5, 10, 2)])
    assert both == Presence(75, 200, 25, 50, 2)
    assert together([Presence(50, 100, None, 90)]) is None
    with pytest.raises(ValueError, match="groups"):
        together([])


people = st.integers(1, 400)


@given(st.integers(1, 5000), st.integers(1, 5000), people, people)
def test_a_verdict_never_contradicts_the_shares(members: int, more: int, present: int, others: int) -> None:
    seen = Presence(members, members + more, present, present + others)
    ratio = disparity_ratio(seen)
    assert ratio.interval.low <= ratio.value + 1e-9
    assert ratio.value <= ratio.interval.high + 1e-9
    if verdict(seen) is Verdict.FEWER:
        assert ratio.value < 1
    if verdict(seen) is Verdict.MORE:
        assert ratio.value > 1


@given(st.integers(1, 99), people, people)
def test_when_those_who_are_missing_come_the_share_is_fair(members: int, present: int, others: int) -> None:
    seen = Presence(members, 100, present, present + others)
    gain = people_to_gain(seen)
    fair = Fraction(members, 100)
    assert Fraction(present + gain, seen.room + gain) >= fair
    if gain:
        assert Fraction(present + gain - 1, seen.room + gain - 1) < fair


@given(st.integers(10, 60), st.integers(2, 20))
def test_more_people_make_the_range_narrower(room: int, times: int) -> None:
    small = room_interval(Presence(1, 2, room // 2, room))
    large = room_interval(Presence(1, 2, room // 2 * times, room * times))
    assert large.high - large.low < small.high - small.low


volunteers = st.lists(
    st.tuples(st.integers(0, 999), st.sampled_from("abc")), min_size=1, max_size=40, unique_by=lambda one: one[0]
).map(lambda rows: [Volunteer(str(mark), stratum) for mark, stratum in rows])


@given(volunteers, st.randoms(), st.text(alphabet="abcөүң", min_size=1))
def test_the_same_word_draws_the_same_people_from_a_list_in_any_order(
    listed: list[Volunteer], chaos, word: str
) -> None:  # type: ignore[no-untyped-def]
    seats = {name: sum(one.stratum == name for one in listed) // 2 for name in "abc"}
    drawn = stratified_draw(listed, seats, word)
    shuffled = list(listed)
    chaos.shuffle(shuffled)
    assert stratified_draw(shuffled, seats, word) == drawn
    assert {name: sum(one.stratum == name for one in drawn) for name in "abc"} == seats
    rest = replacements(listed, drawn, word)
    assert sum(len(marks) for marks in rest.values()) + len(drawn) == len(listed)


def test_over_many_words_each_volunteer_has_the_chance_that_is_told() -> None:
    listed = [Volunteer(str(i), "a") for i in range(10)]
    words = [f"word {i}" for i in range(2000)]
    wins = sum(any(one.mark == "7" for one in stratified_draw(listed, {"a": 3}, word)) for word in words)
    assert wins / len(words) == pytest.approx(chance(3, 10), abs=0.04)


def test_the_order_of_the_lot_as_in_the_docs() -> None:
    listed = [Volunteer(str(i), "a") for i in range(1, 6)]
    assert [one.mark for one in draw_order(listed, "apricot")] == ["4", "2", "1", "3", "5"]
    assert draw_order(listed, " Apricot ") == draw_order(listed, "apricot")
    # й as one letter, and as и with a sign above it: a phone may type either.
    assert (
        draw_order(listed, "\u0439\u0438\u043d")
        == draw_order(listed, "\u0438\u0306\u0438\u043d")
        != draw_order(listed, "\u0438\u0438\u043d")
    )


@given(st.dictionaries(st.sampled_from("abcd"), st.integers(0, 9000), min_size=1), st.integers(1, 30))
def test_fair_seats_fill_the_group(members: dict[str, int], size: int) -> None:
    assume(sum(members.values()))
    seats = fair_seats(members, size)
    assert sum(seats.values()) == size
    for name, count in seats.items():
        assert abs(count - Fraction(size * members[name], sum(members.values()))) < 1


def test_quotas_that_cannot_be_met_are_named() -> None:
    assert fair_seats({"young": 300, "other": 700}, 10) == {"young": 3, "other": 7}
    traits = {"young": frozenset({"young"}), "other": frozenset[str]()}
    rules = (Rule("young", 3),)
    assert can_be_met({"young": 3, "other": 7}, {"young": 2, "other": 9}, traits, rules) == ("young",)
    assert can_be_met({"young": 2, "other": 8}, {"young": 2, "other": 9}, traits, rules) == ("young",)
    assert can_be_met({"young": 3, "other": 7}, {"young": 4, "other": 9}, traits, rules) == ()
    group = [Volunteer("1", "a", frozenset({"young"})), Volunteer("2", "a")]
    assert broken_rules(group, (Rule("young", 1), Rule("woman", 1))) == ("woman",)


def test_levels_and_promises() -> None:
    informs = PlannedEvent(False)
    assert iap2_level(informs) is Level.INFORM
    assert iap2_level(PlannedEvent(True, asks=True)) is Level.CONSULT
    assert iap2_level(PlannedEvent(True, asks=True, works=True)) is Level.INVOLVE
    assert iap2_level(PlannedEvent(True, agrees=True)) is Level.COLLABORATE
    assert iap2_level(PlannedEvent(True, decides=True)) is Level.EMPOWER
    assert iap2_level(PlannedEvent(True)) is Level.INFORM
    assert [level for level in Level if may_promise(informs, level)] == [Level.INFORM]
    with pytest.raises(ValueError, match="is_open"):
        PlannedEvent(False, asks=True)


def test_charters_and_amendments() -> None:
    first, second = [Clause("notice", 0), Clause("agenda", 2)], [Clause("notice", 1), Clause("language", 1)]
    assert differences(first, second) == {"notice": (0, 1), "agenda": (2, None), "language": (None, 1)}
    assert differences(first, first) == {}
    assert [more_open(first, second, topic) for topic in ("notice", "agenda", "language", "hour")] == [2, 1, 2, 0]
    proposed = [
        Amendment("turn", "far", 900),
        Amendment("bus", "far", 9000),
        Amendment("fine", "far", 0, ours=False),
        Amendment("guests", "", 0),
    ]
    assert worth_adopting(proposed, ["far"], 1000) == ("turn",)
    with pytest.raises(ValueError, match="stands twice"):
        differences([*first, *first], second)


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda: Presence(-1, 10, 0, 5), "members"),
        (lambda: Presence(11, 10, 0, 5), "members must not be above"),
        (lambda: Presence(1, 0, 0, 5), "population"),
        (lambda: Presence(1, 10, 6, 5), "present"),
        (lambda: Presence(1, 10, 4, 5, 2), "present"),
        (lambda: Presence(1, 10, 0, 5, 6), "unknown"),
        (lambda: Presence(1, 10, float("nan"), 5), "present"),  # type: ignore[arg-type]
        (lambda: Presence(1, 10, None, 5).share_in_room, "present"),
        (lambda: disparity_ratio(Presence(0, 10, 0, 5)), "members"),
        (lambda: room_interval(Presence(1, 10, 0, 0)), "present"),
        (lambda: people_to_gain(Presence(10, 10, 1, 5)), "members"),
        (lambda: verdict(Presence(1, 10, 1, 5), 0), "few"),
        (lambda: Volunteer(" ", "a"), "mark"),
        (lambda: Rule("woman", -1), "least"),
        (lambda: fair_seats({"a": 1}, 0), "size"),
        (lambda: fair_seats({"a": -1}, 3), "members of a"),
        (lambda: fair_seats({"a": 0}, 3), "members: nobody lives here"),
        (lambda: draw_order([Volunteer("1", "a"), Volunteer("1", "b")], "w"), "stands twice"),
        (lambda: draw_order([Volunteer("1", "a")], " "), "word"),
        (lambda: stratified_draw([Volunteer("1", "a")], {"a": 2}, "w"), "seats of a cannot be filled"),
        (lambda: stratified_draw([Volunteer("1", "a")], {"a": -2}, "w"), "seats of a"),
        (lambda: chance(3, 2), "seats"),
        (lambda: chance(0, 0), "volunteers"),
        (lambda: can_be_met({"a": -1}, {}, {"a": frozenset()}, ()), "seats of a"),
        (lambda: seats_for_women(-1), "seats"),
        (lambda: seats_for_women(10, Fraction(3, 2)), "share"),
        (lambda: seats_for_women(10, 0.3), "share"),  # type: ignore[arg-type]
        (lambda: Clause("", 1), "topic"),
        (lambda: Clause("notice", -1), "openness"),
        (lambda: Amendment("a", "far", -1), "cost"),
        (lambda: worth_adopting([], [], -1), "money"),
    ],
)
def test_what_cannot_be_is_refused_with_its_field(make, words: str) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(ValueError, match=words):
        make()
