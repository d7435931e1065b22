"""The case of every municipality can be solved, every limit binds, and no two are alike."""

import pytest

from aimak.data import municipalities
from aimak.lesson.cases import case_maker
from aimak.lesson.cases.water import WaterCase, case
from aimak.lesson.cases.water_limits import LEAST_COVERAGE, START, needed_lines
from aimak.lesson.cases.water_parts import ROUNDED
from aimak.lesson.water_board import plan_board, steps_board, tariff_board
from aimak.lesson.water_game import plan_of, step_gain, steps_outcome, tariff_outcome
from aimak.municipal.money import thousand
from aimak.municipal.water import Tariff, billed_money, fund_path, revenue

CODES = [place.code for place in municipalities()]


@pytest.fixture(params=CODES)
def one(request: pytest.FixtureRequest) -> WaterCase:
    return case(request.param)


def test_exactly_one_printed_charge_does_not_follow_from_the_tariff(one: WaterCase) -> None:
    off = sorted(abs(one.prices.printed[kind] / one.prices.exact(kind) - 1) for kind in one.prices.printed)
    assert off[0] <= ROUNDED
    assert off[1] > 0.18
    assert one.prices.old_tariff < one.prices.tariff


def test_losses_are_a_decision(one: WaterCase) -> None:
    by_key = {step.key: step for step in one.steps}
    assert sum(step.price for step in one.steps) > one.repair_money
    assert 0 < one.village_needs <= max(step.freed for step in one.steps)
    # What brings the most money frees no water: the promise costs something.
    assert steps_outcome(one, ["register", "big_meters", "collector"]).freed < one.village_needs
    leak, tap = by_key["main_leak"], by_key["register"]
    assert step_gain(one, leak) / leak.freed < step_gain(one, tap) / tap.added
    assert all(step_gain(one, step) > 0 for step in one.steps)


def test_the_calculation_is_too_low(one: WaterCase) -> None:
    full = one.cost.total / one.balance.billed
    assert one.calculation.tariff < full
    assert set(one.calculation.parts) < set(one.cost.parts())
    assert one.calculation.divisor in (one.balance.billed, one.balance.produced)


def test_no_flat_price_that_covers_the_cost_keeps_the_limits(one: WaterCase) -> None:
    """With the largest line and the dearest organisations a flat price is still too much for the poorest."""
    line = min(one.limits.ceiling, round((1 - LEAST_COVERAGE) * one.cost.total))
    price = 0.0
    while True:
        tariff = Tariff(0, price, price, one.limits.organisations)
        if revenue(billed_money(tariff, one.groups, one.year.organisations), one.target) + line >= one.cost.total:
            break
        price = round(price + 0.1, 1)
    assert tariff.charge(one.group("street").volume) > one.limits.poor


def test_the_tariff_in_force_covers_too_little(one: WaterCase) -> None:
    amounts = {"lifeline": 0.0, "first": one.tariff, "second": one.tariff, "organisations": one.tariff, "line": 0.0}
    made = tariff_outcome(one, amounts)
    assert made is not None
    assert made.missing > 0
    assert tariff_outcome(one, {**amounts, "first": one.tariff + 1}) is None
    assert "aimak-panel" in tariff_board(one, amounts)
    assert "must not be cheaper" in tariff_board(one, {**amounts, "first": one.tariff + 1})


def test_neither_tariff_nor_line_alone_pays_for_the_pump(one: WaterCase) -> None:
    plan = one.plan
    shares = [START, START + plan.step, START + 2 * plan.step]
    assert fund_path(one.cost, shares, (0, 0, 0), one.target)[2] < plan.replacement
    third = plan.together // 3
    assert fund_path(one.cost, [START] * 3, [third] * 3, one.target)[2] < plan.replacement
    lines = needed_lines(one.cost, shares, one.target, plan.replacement)
    amounts = {"share2": 100 * shares[1], "share3": 100 * shares[2]}
    made = plan_of(one, amounts | {f"line{year}": thousand(line) for year, line in enumerate(lines, start=1)})
    assert made.paid
    assert made.path[-1] >= plan.replacement
    assert made.lines_kept(one)
    assert made.raises_kept(one)
    assert all(kept for _text, kept in made.findings(one))


def test_boards_answer_to_any_choice(one: WaterCase) -> None:
    assert "aimak-panel" in steps_board(one, ())
    assert "aimak-panel" in steps_board(one, [step.key for step in one.steps])
    still = {"share2": 70.0, "share3": 70.0, "line1": 0.0, "line2": 0.0, "line3": 0.0}
    assert "aimak-panel" in plan_board(one, still)


def test_bad_cases_say_what_is_assumed() -> None:
    assert case("M13").trial
    assert case("M44").trial
    assert case("M24").estimated
    assert case("M36").estimated
    for code in ("M09", "M22", "M37"):
        model = case(code).planned_from
        assert model is not None
        assert model.kind == case(code).municipality.kind
    own = case("M07")
    assert not own.trial
    assert not own.estimated
    assert own.planned_from is None


def test_the_same_municipality_always_gives_the_same_case() -> None:
    assert case("M07") == case("M07")
    assert case_maker("water")("M07") == case_maker("water-analyst")("M07")
