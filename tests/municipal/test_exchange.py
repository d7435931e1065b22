"""Comparison, index, distance, visits and round tables: worked examples, properties, and every refusal."""

import math
import statistics
from datetime import date
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aimak.municipal.exchange import (
    Alike,
    Candidate,
    Missing,
    Part,
    PracticeCard,
    Promise,
    Standing,
    Trip,
    alike,
    best_pairs,
    can_help,
    change,
    check_weights,
    composite,
    cost_here,
    distance,
    first_shares,
    firsts,
    follow_up_rate,
    good_pairs,
    leaning,
    learn_from,
    middle_half,
    nearest,
    per_hundred,
    robust_spread,
    robust_step,
    score,
    share_kept,
    standing,
    swap_weight,
    weight_grid,
)

FIGURES = st.floats(-1e6, 1e6)
A = {"water": 90.0, "certificate": 40.0, "readers": 50.0}
B = {"water": 50.0, "certificate": 80.0, "readers": 60.0}
ORDINARY = {"households": 900.0, "villages": 2.0, "height": 700.0}
DAY = date(2026, 4, 1)


def test_rates_of_the_worked_examples() -> None:
    assert per_hundred(300, 2000) == 15.0
    assert per_hundred(2400, 30000) == 8.0
    assert round(229 / 35, 1) == 6.5


def test_groups_are_the_courses_own() -> None:
    assert alike("valley", 7851, 1) is Alike.ONE_VILLAGE
    assert alike("valley", 24800, 9) is Alike.VERY_LARGE
    assert alike("mountain", 3999, 2) is Alike.SMALL_MOUNTAIN
    assert alike("mountain", 4000, 2) is Alike.LARGE_MOUNTAIN
    assert alike("valley", 9999, 2) is Alike.SMALL_VALLEY
    assert alike("valley", 10000, 2) is Alike.LARGE_VALLEY


def test_ranges_and_standing() -> None:
    peers = [4, 6, 7, 9, 12, 15, 20]
    assert middle_half(peers) == (7, 12)
    assert [standing(value, peers) for value in (5, 9, 13)] == [Standing.BELOW, Standing.WITHIN, Standing.ABOVE]
    assert standing(5, peers[:4]) is Standing.FEW
    assert standing(5, []) is Standing.FEW
    assert standing(100, [100] * 6) is Standing.NO_SPREAD
    assert standing(99, [100] * 6) is Standing.BELOW


def test_the_robust_spread_hardly_feels_one_odd_place() -> None:
    assert robust_spread([2, 4, 5, 6, 30]) == pytest.approx(1.4826)
    assert round(statistics.pstdev([2, 4, 5, 6, 30]), 1) == 10.4
    assert robust_step(6, [2, 4, 5, 6, 30]) == pytest.approx(1 / 1.4826)
    assert robust_spread([3, 3, 3, 9]) == 0
    assert robust_step(3, [3, 3, 3, 9]) is None


def test_points_and_index_of_the_worked_examples() -> None:
    assert score(16, [4, 16, 20]) == 75
    assert score(5, [2, 5, 12], higher_is_better=False) == 70
    assert score(100, [100, 100]) is None
    assert composite({"a": 75, "b": 70, "c": 40}, {"a": 50, "b": 30, "c": 20}) == 66.5
    weights = {"water": 50, "certificate": 30, "readers": 20}
    assert (composite(A, weights), composite(B, weights)) == (67, 61)
    other = {"water": 30, "certificate": 35, "readers": 35}
    assert (composite(A, other), composite(B, other)) == (58.5, 64)
    assert firsts({"A": A, "B": B}, weights) == ("A",)
    assert firsts({"A": A, "also": A}, weights) == ("A", "also")


def test_weights_change_the_order_where_they_are_said_to() -> None:
    weight = swap_weight(A, B, "water")
    assert weight == pytest.approx(100 * 25 / 65)
    assert leaning(A, "water", weight) == pytest.approx(leaning(B, "water", weight))
    assert swap_weight(A, {name: value - 1 for name, value in A.items()}, "water") is None
    grid = list(weight_grid({"water": (30, 50), "certificate": (10, 50), "readers": (10, 50)}, 10))
    assert all(sum(weights.values()) == 100 for weights in grid)
    assert len(grid) == 4 + 5 + 4
    assert sum(first_shares({"A": A, "B": B}, grid).values()) == pytest.approx(1)


def test_the_distance_of_the_worked_example() -> None:
    one = {"households": 1000, "villages": 3, "height": 900}
    other = {"households": 1450, "villages": 4, "height": 2300}
    far = distance(one, other, ORDINARY)
    assert far.total == pytest.approx(1.0)
    assert far.largest == "height"
    assert far.shares()["height"] == pytest.approx(2 / 3)
    same = distance(one, one, ORDINARY)
    assert (same.total, same.shares(), same.largest) == (0, {}, None)
    flat = distance(one, other, {**ORDINARY, "height": 0.0})
    assert set(flat.parts) == {"households", "villages"}
    assert nearest(one, {"far": other, "near": one}, ORDINARY, 1) == ("near",)
    assert distance(one, other, ORDINARY, {"households": 1, "villages": 0, "height": 0}).total == pytest.approx(0.5)


def test_one_learns_from_the_near_and_better() -> None:
    hosts = [
        Candidate("far", 3, 24),
        Candidate("same", 0.1, 12),
        Candidate("good", 0.8, 18),
        Candidate("gap", 0.2, None),
    ]
    assert [one.name for one in learn_from(11, hosts, 1, 3)] == ["good"]
    assert [one.name for one in learn_from(20, hosts, 1, 1, higher_is_better=False)] == ["same", "good"]


def test_the_visit_of_the_worked_example() -> None:
    trip = Trip(100, 50, 10, 10, 70, 500, 800)
    assert (trip.cost(3, 0), trip.cost(5, 0), trip.cars(4), trip.cars(5)) == (2900, 5300, 1, 2)
    assert trip.cost(3, 1) == 1400 + 3 * 2 * 500 + 3 * 800
    assert (trip.hours_with_host(0), trip.hours_with_host(1)) == (6, 16)
    assert Trip(600, 50, 10, 10, 70, 500, 800).hours_with_host(0) == 0


def test_promises_lack_what_they_do_not_say() -> None:
    whole = Promise("list", "specialist", DAY, "deputy")
    assert whole.missing() == ()
    assert Promise("list", None, None, None).missing() == (Missing.WHO, Missing.DATE, Missing.CHECK)
    assert Promise("list", "head", DAY, "head").missing() == (Missing.CHECK,)
    kept = Promise("list", "a", DAY, "b", date(2026, 3, 1))
    late = Promise("desk", "a", DAY, "b", date(2026, 4, 2))
    later = Promise("taps", "a", date(2026, 9, 1), "b")
    undated = Promise("soon", "a", None, "b")
    assert follow_up_rate([kept, late, later, undated], date(2026, 5, 1)) == 0.5
    assert follow_up_rate([later, undated], date(2026, 5, 1)) is None
    assert (share_kept(1, 4), share_kept(0, 0)) == (0.25, None)


def test_a_card_says_what_it_lacks_and_what_stops_it() -> None:
    card = PracticeCard("A list hangs.", "head", 40000, None, 9.0, None, "", frozenset({"worker", "vehicle"}))
    assert card.missing() == (Part.TIME, Part.CHANGE, Part.BEWARE)
    assert card.obstacles(["worker"]) == {"vehicle"}
    assert cost_here(40000, 50, 1200) == 100000
    assert change(9, 4) == -5


def test_a_round_table_helps_as_many_as_can_be() -> None:
    helpers = can_help({"one": ["water"], "two": ["fees"]}, {"Bek": ["water", "fees"], "Anna": ["water"]})
    assert best_pairs(helpers) == {"Anna": "one", "Bek": "two"}
    assert good_pairs({"Anna": "one", "Bek": "one"}, helpers) == ()
    assert good_pairs({"Anna": "two", "Bek": "one"}, helpers) == ("Bek",)
    assert can_help({"Anna": ["water"]}, {"Anna": ["water"]}) == {"Anna": ()}


@given(st.lists(FIGURES, min_size=1, max_size=30))
def test_the_middle_half_lies_within_and_does_not_mind_the_order(values: list[float]) -> None:
    low, high = middle_half(values)
    assert min(values) <= low <= high <= max(values)
    assert middle_half(values[::-1]) == (low, high)


@given(st.lists(st.integers(-1000, 1000), min_size=2, max_size=20))
def test_points_run_from_nought_to_a_hundred_and_turn_round(values: list[int]) -> None:
    for value in values:
        up, down = score(value, values), score(value, values, higher_is_better=False)
        if up is None or down is None:
            assert len(set(values)) == 1
        else:
            assert 0 <= up <= 100
            assert up + down == pytest.approx(100)


SCORES = st.fixed_dictionaries({name: st.integers(0, 100).map(float) for name in ("a", "b", "c")})


@given(SCORES, SCORES)
def test_places_change_order_at_the_swap_weight_only(one: dict[str, float], other: dict[str, float]) -> None:
    weight = swap_weight(one, other, "a")
    gaps = [leaning(one, "a", w) - leaning(other, "a", w) for w in (0, 100)]
    if weight is None:
        assert gaps[0] * gaps[1] >= 0
    else:
        assert 0 < weight < 100
        assert leaning(one, "a", weight) == pytest.approx(leaning(other, "a", weight))


@given(SCORES, SCORES, SCORES)
def test_shares_of_first_places_add_up_to_one(x: dict[str, float], y: dict[str, float], z: dict[str, float]) -> None:
    grid = list(weight_grid({"a": (20, 60), "b": (20, 60), "c": (20, 60)}, 20))
    assert sum(first_shares({"x": x, "y": y, "z": z}, grid).values()) == pytest.approx(1)


PLACES = st.fixed_dictionaries({name: st.floats(0, 1e4) for name in ORDINARY})


@given(PLACES, PLACES)
def test_a_distance_is_the_same_both_ways_and_its_shares_add_up(one: dict[str, float], other: dict[str, float]) -> None:
    there, back = distance(one, other, ORDINARY), distance(other, one, ORDINARY)
    assert there.total == pytest.approx(back.total)
    assert there.total >= 0
    if there.total > 1e-9:
        assert sum(there.shares().values()) == pytest.approx(1)


@given(st.integers(1, 400), st.integers(1, 9), st.integers(0, 3))
def test_more_people_and_more_nights_never_cost_less(km: int, people: int, nights: int) -> None:
    trip = Trip(km, 50, 10, 10, 70, 500, 800)
    assert trip.cost(people, nights) <= trip.cost(people + 1, nights)
    assert trip.cost(people, nights) < trip.cost(people, nights + 1)
    assert trip.hours_with_host(nights) <= trip.hours_with_host(nights + 1)


@given(st.lists(st.sets(st.integers(0, 3)), min_size=1, max_size=4))
def test_no_other_seating_has_more_pairs(wanted: list[set[int]]) -> None:
    helpers = {f"a{i}": tuple(f"g{j}" for j in sorted(want)) for i, want in enumerate(wanted)}
    most = 0
    for seats in permutations(["g0", "g1", "g2", "g3"], len(helpers)):
        most = max(most, sum(seat in helpers[asker] for asker, seat in zip(helpers, seats, strict=True)))
    pairs = best_pairs(helpers)
    assert len(pairs) == most
    assert good_pairs(dict(pairs), helpers) == tuple(pairs)


NAN = math.nan


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda: alike("desert", 5, 1), "kind"),
        (lambda: alike("valley", 0, 1), "inhabitants"),
        (lambda: alike("valley", 5, 0), "villages"),
        (lambda: per_hundred(-1, 5), "count"),
        (lambda: per_hundred(1, 0), "base must be above zero"),
        (lambda: per_hundred(1, NAN), "base"),
        (lambda: middle_half([]), "values must hold"),
        (lambda: middle_half([NAN]), "values"),
        (lambda: standing(NAN, [1, 2, 3, 4, 5]), "value"),
        (lambda: robust_spread([]), "values"),
        (lambda: score(9, [1, 2]), "between the worst and the best"),
        (lambda: score(True, [1, 2]), "value"),
        (lambda: check_weights({"a": 50}), "add up to 100"),
        (lambda: check_weights({"a": 150, "b": -50}), "weight of b"),
        (lambda: check_weights({"a": 100.0}), "weight of a"),  # type: ignore[dict-item]
        (lambda: composite({}, {"a": 100}), "scores has no a"),
        (lambda: composite({"a": NAN}, {"a": 100}), "score of a"),
        (lambda: leaning(A, "water", 101), "at most 100"),
        (lambda: leaning(A, "roads", 10), "roads"),
        (lambda: leaning({"water": 1}, "water", 10), "another|other"),
        (lambda: firsts({}, {"a": 100}), "table"),
        (lambda: first_shares({"A": A}, []), "grid"),
        (lambda: list(weight_grid({"a": (0, 100)}, 0)), "step"),
        (lambda: list(weight_grid({"a": (60, 50)})), "limits of a"),
        (lambda: swap_weight(A, {"water": 1}, "water"), "same"),
        (lambda: distance({}, {}, ORDINARY), "one has no households"),
        (lambda: distance(ORDINARY, {}, ORDINARY), "other has no households"),
        (lambda: distance(ORDINARY, ORDINARY, dict.fromkeys(ORDINARY, 0.0)), "spreads must hold"),
        (lambda: distance(ORDINARY, ORDINARY, {"height": -1}), "spread of height"),
        (lambda: distance(ORDINARY, ORDINARY, ORDINARY, dict.fromkeys(ORDINARY, -1.0)), "weight of households"),
        (lambda: nearest(ORDINARY, {}, ORDINARY, 0), "count"),
        (lambda: learn_from(1, [], -1, 0), "within"),
        (lambda: learn_from(1, [], 1, -1), "gain"),
        (lambda: learn_from(1, [Candidate("x", -1, 3)], 1, 0), "distance"),
        (lambda: Trip(0, 50, 10, 10, 70, 500, 800), "km"),
        (lambda: Trip(10, 50, 10, -1, 70, 500, 800), "litres"),
        (lambda: Trip(10, 50, 10, 10, 70, 500, 800).cost(0, 0), "people"),
        (lambda: Trip(10, 50, 10, 10, 70, 500, 800).cost(1, -1), "nights"),
        (lambda: Trip(10, 50, 10, 10, 70, 500, 800).hours_with_host(-1), "nights"),
        (lambda: share_kept(3, 2), "at most promised"),
        (lambda: share_kept(-1, 2), "kept"),
        (lambda: cost_here(-1, 5, 5), "setup"),
        (lambda: cost_here(1, 5, -5), "households"),
        (lambda: change(NAN, 1), "before"),
    ],
)
def test_what_cannot_be_is_refused_by_name(call: object, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        call()  # type: ignore[operator]
