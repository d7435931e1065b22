"""The budget's arithmetic against published figures (see docs/arithmetic.md) and against its own promises."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aimak.municipal.budget import (
    EARMARKED,
    Budget,
    EconomicClass,
    Function,
    Limits,
    MediumTermBudget,
    Proposal,
    RevenueSource,
    Rule,
    SpendingLine,
    balanced,
    change,
    check,
    deficit_within_opening_balance,
    earmarked_on_purpose,
    execution_rate,
    free_to_decide,
    in_real_terms,
    own_revenue_share,
    per_capita,
    promises_funded,
    protected_lines_funded,
    reserve_within_limits,
    source_share,
    transfer_dependence,
    variance,
    within_ceiling,
)
from aimak.municipal.money import som


def line(key: str, amount: int, function: str = "701", economic: str = "22") -> SpendingLine:
    return SpendingLine(key, Function(function), EconomicClass(economic), amount)


def made(revenue: dict[RevenueSource, int], *lines: SpendingLine, opening: int = 0, year: int = 2025) -> Budget:
    return Budget(year, revenue, lines, opening)


def kazan(own: str, levelling: str, special: str, total: str) -> Budget:
    rest = som(total) - som(own) - som(levelling) - som(special)
    return made(
        {
            RevenueSource.INCOME_TAX: som(own),
            RevenueSource.LEVELLING_TRANSFER: som(levelling),
            RevenueSource.SPECIAL_MEANS: som(special) + rest,
        }
    )


@pytest.mark.parametrize(
    ("figures", "share"),
    [
        (("1176.8", "5115.2", "243.0", "6597.0"), 77.5),
        (("1999.6", "3037.0", "311.0", "5453.6"), 55.7),
        (("3132.1", "6872.0", "351.0", "10613.1"), 64.8),
    ],
)
def test_levelling_share_of_kazan_kuigan_as_published(figures: tuple[str, str, str, str], share: float) -> None:
    assert round(100 * source_share(kazan(*figures), RevenueSource.LEVELLING_TRANSFER), 1) == share


def test_own_revenue_share_of_tort_kul_2011_as_published() -> None:
    budget = made({RevenueSource.INCOME_TAX: som("917.0"), RevenueSource.LEVELLING_TRANSFER: som("18504.7")})
    assert round(100 * own_revenue_share(budget), 1) == 4.7


@pytest.mark.parametrize(
    ("actual", "plan", "rate"),
    [("19432.0", "13055.0", 148.8), ("11042.0", "7184.8", 153.7), ("8389.6", "5870.1", 142.9)],
)
def test_execution_rates_of_zhazy_2022_as_published(actual: str, plan: str, rate: float) -> None:
    assert round(100 * execution_rate(som(actual), som(plan)), 1) == rate


def test_special_means_are_neither_own_revenue_nor_a_transfer() -> None:
    budget = made({RevenueSource.NON_TAX: 600, RevenueSource.SPECIAL_MEANS: 300, RevenueSource.TARGETED_TRANSFER: 100})
    assert own_revenue_share(budget) == 0.6
    assert transfer_dependence(budget) == 0.1


def test_a_share_of_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="revenue must be above zero"):
        own_revenue_share(made({}))


def test_execution_of_an_unplanned_line_has_no_rate() -> None:
    with pytest.raises(ValueError, match="planned amount"):
        execution_rate(100, 0)


def test_money_for_each_inhabitant() -> None:
    assert per_capita(10_613_100, 5_000) == pytest.approx(2122.62)
    with pytest.raises(ValueError, match="population"):
        per_capita(1, 0)


def test_change_and_real_terms() -> None:
    assert change(110, 100) == pytest.approx(0.10)
    assert in_real_terms(108_000, 1.08) == pytest.approx(100_000)
    with pytest.raises(ValueError, match="deflator"):
        in_real_terms(1, 0)


def test_variance_counts_a_line_that_stands_on_one_side_only() -> None:
    plan, actual = made({}, line("waste", 100), line("roads", 50)), made({}, line("waste", 90), line("water", 5))
    assert variance(actual, plan) == {"waste": -10, "roads": -50, "water": 5}
    with pytest.raises(ValueError, match="one year"):
        variance(made({}, year=2024), plan)


def test_free_money_leaves_out_what_is_fixed() -> None:
    assert free_to_decide(made({RevenueSource.NON_TAX: 100}, opening=20), protected=50, earmarked=30) == 40


def test_sums_by_function_and_class_follow_the_codes() -> None:
    budget = made({}, line("b", 5, "709", "21"), line("a", 3, "701", "21"), line("c", 2, "709", "22"))
    assert list(budget.by_function().items()) == [(Function("701"), 3), (Function("709"), 7)]
    assert budget.by_economic_class() == {EconomicClass("21"): 8, EconomicClass("22"): 2}


amounts = st.lists(st.integers(0, 10**9), min_size=1, max_size=12)


@given(amounts)
def test_amounts_add_up_however_they_are_grouped(values: list[int]) -> None:
    functions, classes = list(Function), list(EconomicClass)
    lines = [SpendingLine(f"l{i}", functions[i % 10], classes[i % 7], v) for i, v in enumerate(values)]
    budget = made({}, *lines)
    assert sum(budget.by_function().values()) == sum(budget.by_economic_class().values()) == budget.total_spending


def test_an_impossible_budget_is_refused() -> None:
    with pytest.raises(ValueError, match="cannot be negative"):
        line("waste", -1)
    with pytest.raises(ValueError, match="stand twice: waste"):
        made({}, line("waste", 1), line("waste", 2))
    with pytest.raises(ValueError, match="opening balance"):
        made({}, opening=-1)
    with pytest.raises(ValueError, match="levelling_transfer"):
        made({RevenueSource.LEVELLING_TRANSFER: -1})


def test_a_record_cannot_be_changed_through_its_revenue() -> None:
    budget = made({RevenueSource.NON_TAX: 1})
    with pytest.raises(TypeError):
        budget.revenue[RevenueSource.NON_TAX] = 2  # type: ignore[index]


def test_other_amounts_need_a_line_that_is_there() -> None:
    budget = made({}, line("waste", 1))
    assert budget.with_amounts({"waste": 5}).line("waste") == 5
    with pytest.raises(KeyError, match="roads"):
        budget.with_amounts({"roads": 1})


def test_the_forecast_years_must_follow() -> None:
    years = [made({}, year=y) for y in (2025, 2026, 2027)]
    assert MediumTermBudget(years[0], (years[1], years[2])).year.year == 2025
    with pytest.raises(ValueError, match="follow one another"):
        MediumTermBudget(years[0], (years[2], years[1]))


def test_a_deficit_is_named_with_its_amount() -> None:
    budget = made({RevenueSource.NON_TAX: 100}, line("waste", 130), opening=20)
    assert [(f.rule, f.amount) for f in balanced(budget)] == [(Rule.DEFICIT, 30)]
    assert [(f.rule, f.amount) for f in deficit_within_opening_balance(budget)] == [
        (Rule.DEFICIT_BEYOND_OPENING_BALANCE, 10)
    ]
    assert not deficit_within_opening_balance(made({RevenueSource.NON_TAX: 100}, line("waste", 120), opening=20))


def test_rules_name_what_is_short_and_by_how_much() -> None:
    limits = Limits(
        protected={"wages": 100}, reserve_shares=(0.1, 0.2), ceiling=150,
        proposals=(Proposal("lamps", "light", 40, 10, promised=True), Proposal("books", "culture", 5, 3)),
    )  # fmt: skip
    budget = made({RevenueSource.NON_TAX: 500}, line("wages", 80), line("waste", 110), line("reserve", 10))
    assert [(f.rule, f.amount, f.about) for f in within_ceiling(budget, limits)] == [(Rule.ABOVE_CEILING, 50, "")]
    assert [(f.amount, f.about) for f in protected_lines_funded(budget, limits)] == [(20, "wages")]
    assert [(f.rule, f.amount) for f in reserve_within_limits(budget, limits)] == [(Rule.RESERVE_TOO_SMALL, 10)]
    large = budget.with_amounts({"reserve": 110})
    assert [f.rule for f in reserve_within_limits(large, limits)] == [Rule.RESERVE_TOO_LARGE]
    assert [(f.amount, f.about) for f in promises_funded({"books"}, limits)] == [(40, "lamps")]
    assert {f.rule for f in check(budget, limits)} == {
        Rule.ABOVE_CEILING, Rule.PROTECTED_LINE_SHORT, Rule.RESERVE_TOO_SMALL,
    }  # fmt: skip


def test_earmarked_money_that_shares_a_line_must_fit_together() -> None:
    grant, means = RevenueSource.STIMULATING_GRANT, RevenueSource.SPECIAL_MEANS
    limits = Limits(purposes={grant: frozenset({"roads"}), means: frozenset({"roads"})})
    budget = made({grant: 60, means: 60}, line("roads", 100))
    assert [(f.amount, f.about) for f in earmarked_on_purpose(budget, limits)] == [
        (20, "special_means+stimulating_grant")
    ]


@given(st.data())
def test_earmarks_can_be_met_exactly_when_no_finding_is_made(data: st.DataObject) -> None:
    """Against a max flow on whole amounts: a finding appears if and only if money cannot reach its purpose."""
    sources = sorted(EARMARKED)[: data.draw(st.integers(1, 3))]
    keys = ["a", "b", "c"]
    given_money = {s: data.draw(st.integers(0, 6)) for s in sources}
    purposes = {s: frozenset(data.draw(st.sets(st.sampled_from(keys)))) for s in sources}
    lines = [line(k, data.draw(st.integers(0, 6))) for k in keys]
    budget = made(given_money, *lines)
    assert (not earmarked_on_purpose(budget, Limits(purposes=purposes))) == _flow(given_money, purposes, lines)


def _flow(
    money: dict[RevenueSource, int], purposes: dict[RevenueSource, frozenset[str]], lines: list[SpendingLine]
) -> bool:
    """Whether every som finds a place: som by som, with augmenting paths."""
    room = {one.key: one.amount for one in lines}
    coins = [source for source, amount in money.items() for _ in range(amount)]
    placed: dict[str, list[int]] = {key: [] for key in room}

    def place(coin: int, seen: set[str]) -> bool:
        for key in purposes[coins[coin]] - seen:
            seen.add(key)
            if len(placed[key]) < room[key]:
                placed[key].append(coin)
                return True
            for other in list(placed[key]):
                if place(other, seen):
                    placed[key].remove(other)
                    placed[key].append(coin)
                    return True
        return False

    return all(place(coin, set()) for coin in range(len(coins)))
