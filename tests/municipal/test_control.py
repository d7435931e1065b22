"""The arithmetic of `control` against worked examples (see docs/arithmetic.md) and against its own promises."""

import math
from datetime import date, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from aimak.municipal.control import (
    Better,
    Complaint,
    CostVariance,
    Duty,
    DutyFault,
    DutyRules,
    Entry,
    Indicator,
    Kind,
    Signal,
    SignalKind,
    Status,
    TargetFault,
    Wrong,
    audit,
    check_duties,
    complaint_times,
    control_chart,
    cost_variance,
    doubled,
    forecast,
    harm_alone,
    money_ends,
    number_gaps,
    plan_and_actual,
    price_quantity,
    split_purchases,
    status,
    target_fault,
    working_days,
    wrong_carries,
    wrong_month,
)

amount = st.integers(0, 10**7)
small = st.integers(0, 10**4)


# Indicators and targets


@pytest.mark.parametrize(
    ("target", "actual", "better", "expected"),
    [
        (90.0, 90.0, Better.UP, Status.REACHED),
        (90.0, 82.0, Better.UP, Status.NEAR),
        (90.0, 60.0, Better.UP, Status.MISSED),
        (7.0, 6.0, Better.DOWN, Status.REACHED),
        (7.0, 7.5, Better.DOWN, Status.NEAR),
        (7.0, 9.0, Better.DOWN, Status.MISSED),
        (7.0, None, Better.DOWN, Status.UNKNOWN),
    ],
)
def test_an_indicator_stands_where_its_direction_says(
    target: float, actual: float | None, better: Better, expected: Status
) -> None:
    assert status(Indicator("missed", Kind.OUTCOME, target, actual, better)) is expected


def test_a_target_is_worth_setting_only_if_it_is_a_step_that_was_taken_before() -> None:
    assert target_fault(7, before=9, best=5, better=Better.DOWN) is None
    assert target_fault(5, before=9, best=5, better=Better.DOWN) is None
    assert target_fault(0, before=9, best=5, better=Better.DOWN) is TargetFault.OUT_OF_REACH
    assert target_fault(9, before=9, best=5, better=Better.DOWN) is TargetFault.ALREADY_REACHED
    assert target_fault(None, before=9, best=5, better=Better.DOWN) is TargetFault.NOT_MEASURED
    assert target_fault(95, before=80, best=90, better=Better.UP) is TargetFault.OUT_OF_REACH


@pytest.mark.parametrize("value", [-1.0, math.nan, math.inf])
def test_an_impossible_indicator_is_refused(value: float) -> None:
    with pytest.raises(ValueError, match="target of 'trips'"):
        Indicator("trips", Kind.OUTPUT, value, 1.0)
    with pytest.raises(ValueError, match="actual of 'trips'"):
        Indicator("trips", Kind.OUTPUT, 1.0, value)
    with pytest.raises(ValueError, match="before must be finite"):
        target_fault(1, before=value, best=0, better=Better.DOWN)
    with pytest.raises(ValueError, match="best must not be worse"):
        target_fault(1, before=5, best=6, better=Better.DOWN)
    with pytest.raises(ValueError, match="near must be a share"):
        status(Indicator("trips", Kind.OUTPUT, 1.0, 1.0), near=1.5)


# Months


def test_a_month_that_nobody_wrote_down_counts_on_neither_side() -> None:
    rows = plan_and_actual([100] * 12, [110, None, 120])
    assert [(row.plan_so_far, row.actual_so_far, row.variance_so_far) for row in rows] == [
        (100, 110, 10), (100, 110, 10), (200, 230, 30),
    ]  # fmt: skip
    assert forecast([100] * 12, [110, None, 120]) == 1380


def test_the_year_ends_at_its_pace() -> None:
    """The worked example of docs/arithmetic.md: nine months of 15,750 som where 14,000 were planned."""
    assert forecast([14_000] * 12, [15_750] * 9) == 189_000
    assert money_ends([14_000] * 12, [15_750] * 9) == 11
    assert money_ends([14_000] * 12, [14_000] * 9) is None
    assert money_ends([14_000] * 12, [20_000] * 9) == 9


@given(st.lists(st.integers(1, 10**6), min_size=12, max_size=12), st.integers(1, 12))
def test_a_year_as_planned_ends_as_planned(plan: list[int], known: int) -> None:
    assert forecast(plan, plan[:known]) == sum(plan)
    assert money_ends(plan, plan[:known]) is None


@given(st.lists(st.integers(1, 10**6), min_size=12, max_size=12), st.lists(amount, min_size=12, max_size=12))
def test_the_money_ends_exactly_when_the_forecast_is_above_the_plan(plan: list[int], actual: list[int]) -> None:
    assert (money_ends(plan, actual) is not None) == (forecast(plan, actual) > sum(plan))
    assert forecast(plan, actual) == sum(actual)


def test_impossible_months_are_refused() -> None:
    with pytest.raises(ValueError, match="plan must have 12 months"):
        plan_and_actual([1] * 11, [])
    with pytest.raises(ValueError, match="actual must have at most"):
        plan_and_actual([1] * 12, [1] * 13)
    with pytest.raises(ValueError, match="actual of month 2"):
        plan_and_actual([1] * 12, [1, -1])
    with pytest.raises(ValueError, match="plan of month 1"):
        plan_and_actual([math.nan, *[1] * 11], [1])  # type: ignore[list-item]
    for known in ([], [None]):
        with pytest.raises(ValueError, match="no pace"):
            forecast([1] * 12, known)
        with pytest.raises(ValueError, match="no pace"):
            money_ends([1] * 12, known)


# Price and quantity


def test_price_and_quantity_of_the_worked_example() -> None:
    made = price_quantity(200, 70, 253, 75)
    assert (made.quantity, made.price, made.joint) == (3710, 1000, 265)
    assert made.price_with_joint == 1265
    assert made.total == 253 * 75 - 200 * 70 == 4975


def test_the_three_parts_of_the_worked_example() -> None:
    made = cost_variance(10, 20, 70, 11, 253, 75)
    assert (made.trips, made.use, made.price) == (1400, 2310, 1265)
    assert made.total == 4975
    assert made.largest == "use"
    assert made + CostVariance(1, 2, 3) == CostVariance(1401, 2312, 1268)


@given(small, small, small, small)
def test_parts_of_a_difference_add_up_to_the_som(plan_q: int, plan_p: int, actual_q: int, actual_p: int) -> None:
    made = price_quantity(plan_q, plan_p, actual_q, actual_p)
    assert made.quantity + made.price_with_joint == actual_q * actual_p - plan_q * plan_p


@given(small, small, small, small, small, small)
def test_trips_use_and_price_add_up_and_agree_with_price_and_quantity(
    trips_p: int, each: int, price_p: int, trips: int, litres: int, price: int
) -> None:
    made = cost_variance(trips_p, each, price_p, trips, litres, price)
    two = price_quantity(trips_p * each, price_p, litres, price)
    assert made.total == litres * price - trips_p * each * price_p
    assert made.trips + made.use == two.quantity
    assert made.price == two.price_with_joint


def test_an_impossible_quantity_is_refused() -> None:
    with pytest.raises(ValueError, match="actual_q must be a whole number"):
        price_quantity(1, 1, -1, 1)
    with pytest.raises(ValueError, match="price must be a whole number"):
        cost_variance(1, 1, 1, 1, 1, math.nan)  # type: ignore[arg-type]


# Control charts


def test_limits_of_the_worked_example() -> None:
    chart = control_chart([15, 21], baseline=[9] * 12)
    assert (chart.mean, chart.upper[0], chart.lower[0]) == (9.0, 18.0, 0.0)
    assert chart.signals == (Signal(1, SignalKind.ABOVE),)
    assert chart.outside == (1,)


def test_the_lower_limit_is_never_below_zero_and_can_be_passed() -> None:
    chart = control_chart([10, 1], baseline=[16] * 12)
    assert chart.lower[0] == 4.0
    assert chart.signals == (Signal(1, SignalKind.BELOW),)


def test_eight_on_one_side_are_a_signal_and_a_gap_makes_no_run_longer() -> None:
    eight = control_chart([10] * 8, baseline=[9] * 12)
    assert eight.signals == (Signal(7, SignalKind.RUN_ABOVE),)
    assert control_chart([10] * 7 + [None, 10], baseline=[9] * 12).signals == (Signal(8, SignalKind.RUN_ABOVE),)
    assert not control_chart([10] * 7 + [None], baseline=[9] * 12).signals
    assert not control_chart([10] * 7 + [9, 10], baseline=[9] * 12).signals
    assert control_chart([8] * 8, baseline=[9] * 12).signals == (Signal(7, SignalKind.RUN_BELOW),)


def test_limits_are_narrower_where_more_is_planned() -> None:
    chart = control_chart([9, 36], exposures=[100, 400], baseline=[90], baseline_exposures=[1000])
    assert chart.mean == pytest.approx(0.09)
    assert chart.upper[0] == pytest.approx(0.09 + 3 * 0.03)
    assert chart.upper[1] == pytest.approx(0.09 + 3 * 0.015)


@given(st.lists(st.integers(0, 500), min_size=2, max_size=30), st.integers(1, 50))
def test_equal_exposures_change_no_signal(counts: list[int], size: int) -> None:
    # Points on a limit or on the mean may fall to either side when they are divided.
    plain = control_chart(counts)
    assume(all(abs(c - level) > 1e-6 for c in counts for level in (plain.mean, plain.upper[0], plain.lower[0])))
    assert control_chart(counts, exposures=[size] * len(counts)).signals == plain.signals


@given(st.lists(st.integers(0, 500), min_size=1, max_size=30))
def test_the_mean_lies_within_its_limits(counts: list[int]) -> None:
    chart = control_chart(counts)
    assert all(0 <= low <= chart.mean <= high for low, high in zip(chart.lower, chart.upper, strict=True))


def test_impossible_counts_are_refused() -> None:
    with pytest.raises(ValueError, match="no month was written down"):
        control_chart([None, None])
    with pytest.raises(ValueError, match="counts must be whole"):
        control_chart([-1])
    with pytest.raises(ValueError, match="baseline must be whole"):
        control_chart([1], baseline=[1.5])  # type: ignore[list-item]
    with pytest.raises(ValueError, match="exposures must be whole numbers above zero"):
        control_chart([1], exposures=[0])
    with pytest.raises(ValueError, match="2 for 1"):
        control_chart([1], exposures=[1, 1])


# Complaints

MONDAY = date(2025, 9, 1)


def test_working_days_leave_out_weekends_and_days_off() -> None:
    assert working_days(MONDAY, MONDAY) == 0
    assert working_days(MONDAY, date(2025, 9, 8)) == 5
    assert working_days(MONDAY, date(2025, 9, 8), {date(2025, 9, 3)}) == 4
    assert working_days(date(2025, 9, 5), date(2025, 9, 7)) == 0
    with pytest.raises(ValueError, match="lies before start"):
        working_days(MONDAY, MONDAY - timedelta(days=1))


@given(st.dates(date(2020, 1, 1), date(2030, 1, 1)), st.integers(0, 60), st.integers(0, 60))
def test_working_days_add_up_along_the_way(start: date, one: int, two: int) -> None:
    middle, end = start + timedelta(days=one), start + timedelta(days=one + two)
    assert working_days(start, end) == working_days(start, middle) + working_days(middle, end)


def test_the_share_of_the_worked_example_counts_open_complaints_that_are_late() -> None:
    """Three in time, one late, one open beyond the term, one open within it: 3 ÷ (4 + 1) = 60 %."""
    today = date(2025, 9, 30)
    quick = [Complaint(MONDAY, MONDAY, date(2025, 9, 8))] * 3
    late = Complaint(MONDAY, date(2025, 9, 4), date(2025, 9, 29))
    waits, new = Complaint(MONDAY, MONDAY), Complaint(date(2025, 9, 24), date(2025, 9, 24))
    told = complaint_times([*quick, late, waits, new], today)
    assert (told.answered, told.in_time, told.open_late, told.open_waiting) == (4, 3, 1, 1)
    assert told.share_in_time == pytest.approx(0.6)
    assert told.registered_late == 1
    assert told.median_days == 5.0


def test_an_answer_of_tomorrow_has_not_come_yet_and_a_shorter_term_changes_the_share() -> None:
    one = Complaint(MONDAY, MONDAY, date(2025, 9, 17))  # twelve working days
    assert complaint_times([one], date(2025, 9, 16)).open_waiting == 1
    assert complaint_times([one], date(2025, 9, 30)).share_in_time == 1.0
    assert complaint_times([one], date(2025, 9, 30), term=10).share_in_time == 0.0


def test_an_empty_register_has_no_median_and_no_share() -> None:
    told = complaint_times([], MONDAY)
    assert told.median_days is None
    assert told.share_in_time is None


@given(st.lists(st.tuples(st.integers(0, 30), st.none() | st.integers(0, 40)), max_size=20), st.integers(0, 20))
def test_every_complaint_is_counted_once(days: list[tuple[int, int | None]], term: int) -> None:
    made = []
    for start, took in days:
        day = MONDAY + timedelta(days=start)
        made.append(Complaint(day, day, None if took is None else day + timedelta(days=took)))
    told = complaint_times(made, MONDAY + timedelta(days=30), term=term)
    assert told.answered + told.open_late + told.open_waiting == len(made)
    assert told.in_time <= told.answered


def test_an_impossible_complaint_is_refused() -> None:
    before = MONDAY - timedelta(days=1)
    with pytest.raises(ValueError, match="registered .* lies before received"):
        Complaint(MONDAY, before)
    with pytest.raises(ValueError, match="answered .* lies before registered"):
        Complaint(before, MONDAY, before)
    with pytest.raises(ValueError, match="register_term must not be negative"):
        complaint_times([], MONDAY, register_term=-1)
    with pytest.raises(ValueError, match="lies before start"):
        complaint_times([Complaint(MONDAY, MONDAY)], before)


# Duties

EVERYTHING = frozenset(Duty)
RULES = DutyRules({"head": EVERYTHING, "accountant": EVERYTHING, "headman": EVERYTHING})
GOOD = [(Duty.ORDER, "head"), (Duty.RECEIVE, "headman"), (Duty.PAY, "accountant"), (Duty.CHECK, "head")]


def test_a_good_matrix_has_no_finding() -> None:
    assert check_duties(GOOD, RULES) == []


def test_each_fault_of_a_matrix_is_named() -> None:
    def faults(held: list[tuple[Duty, str]], rules: DutyRules = RULES) -> set[DutyFault]:
        return {one.fault for one in check_duties(held, rules)}

    assert faults(GOOD[1:]) == {DutyFault.NOBODY}
    assert faults([*GOOD, (Duty.CHECK, "headman")]) == {DutyFault.SEVERAL}
    assert faults([*GOOD[:1], (Duty.RECEIVE, "head"), *GOOD[2:3], (Duty.CHECK, "headman")]) == {DutyFault.ALONE}
    without = DutyRules({**RULES.may, "headman": frozenset()})
    assert faults(GOOD, without) == {DutyFault.NOT_ALLOWED}
    assert DutyFault.TOO_MANY in faults([(duty, "head") for duty in Duty])
    assert faults(GOOD, DutyRules(RULES.may, most=1)) == {DutyFault.TOO_MANY}
    with pytest.raises(ValueError, match="'stranger' is not in the rules"):
        check_duties([(Duty.PAY, "stranger")], RULES)


def test_two_people_alone_cannot_share_the_duties() -> None:
    two = DutyRules({"head": EVERYTHING, "accountant": EVERYTHING})
    for held in range(16):
        pairs = [(duty, "head" if held >> i & 1 else "accountant") for i, duty in enumerate(Duty)]
        assert check_duties(pairs, two)


@given(st.sets(st.tuples(st.sampled_from(list(Duty)), st.sampled_from(["head", "accountant", "headman"]))))
def test_harm_alone_needs_two_duties_of_one_person(held: set[tuple[Duty, str]]) -> None:
    for finding in harm_alone(held, RULES):
        assert {(duty, finding.person) for duty in finding.duties} <= held
        assert finding.duties in RULES.separate


def test_rules_without_people_are_refused() -> None:
    with pytest.raises(ValueError, match="nobody to hold a duty"):
        DutyRules({})
    with pytest.raises(ValueError, match="most must be at least one"):
        DutyRules({"head": EVERYTHING}, most=0)


# Ledger


def entry(voucher: int, day: int, amount: int, **other: object) -> Entry:
    at = MONDAY + timedelta(days=day)
    given: dict[str, object] = {
        "voucher": voucher, "booked": at, "delivered": at, "supplier": "C", "invoice": f"C-{voucher}",
        "item": "containers", "amount": amount, **other,
    }  # fmt: skip
    return Entry(**given)  # type: ignore[arg-type]


def test_a_doubled_invoice_is_found_by_its_number_and_by_its_amount() -> None:
    again = [entry(1, 0, 900), entry(2, 25, 950, invoice="C-1")]
    assert [(f.vouchers, f.amount) for f in doubled(again)] == [((1, 2), 950)]
    retyped = [entry(1, 0, 900), entry(2, 5, 900)]
    assert [f.vouchers for f in doubled(retyped)] == [(1, 2)]


def test_a_monthly_rent_is_no_doubled_invoice() -> None:
    assert not doubled([entry(1, 0, 900, item="rent"), entry(2, 28, 900, item="rent")])
    assert not doubled([entry(1, 0, 900), entry(2, 1, 900, supplier="D", invoice="C-1")])


def test_a_row_in_another_month_is_found_in_both_directions() -> None:
    late = entry(1, 0, 900, booked=date(2025, 10, 2), delivered=date(2025, 9, 29))
    early = entry(2, 0, 900, booked=date(2025, 9, 29), delivered=date(2025, 10, 2))
    assert [f.vouchers for f in wrong_month([late, early, entry(3, 0, 900)])] == [(1,), (2,)]


def test_slices_below_the_limit_are_found_together() -> None:
    slices = [entry(1, 0, 20_000), entry(2, 3, 18_000), entry(3, 7, 17_000)]
    assert [(f.vouchers, f.amount) for f in split_purchases(slices, 50_000)] == [((1, 2, 3), 55_000)]


def test_what_looks_like_slices_and_is_none() -> None:
    assert not split_purchases([entry(1, 0, 49_500)], 50_000)
    assert not split_purchases([entry(1, 0, 30_000), entry(2, 8, 30_100)], 50_000)
    assert not split_purchases([entry(1, 0, 30_000), entry(2, 1, 30_100, item="tyres")], 50_000)
    assert not split_purchases([entry(1, 0, 60_000), entry(2, 1, 30_000)], 50_000)
    assert not split_purchases([entry(1, 0, 30_000, invoice="A-7"), entry(2, 1, 30_000, invoice="A-7")], 50_000)


def test_equal_slices_are_slices_and_the_same_invoice_is_named_with_its_first_payment() -> None:
    slices = [entry(1, 0, 30_000), entry(2, 1, 30_000), entry(3, 2, 30_000, invoice="C-2")]
    assert [f.vouchers for f in split_purchases(slices, 50_000)] == [(1, 2)]
    assert [f.vouchers for f in doubled(slices)] == [(1, 2), (2, 3)]


@given(st.lists(st.tuples(st.integers(0, 25), st.integers(1, 60_000)), max_size=8))
def test_slices_are_below_the_limit_each_and_reach_it_together(rows: list[tuple[int, int]]) -> None:
    entries = [entry(i, day, amount) for i, (day, amount) in enumerate(rows)]
    by = {one.voucher: one for one in entries}
    seen: set[int] = set()
    for finding in split_purchases(entries, 50_000):
        assert len(finding.vouchers) > 1
        assert all(by[voucher].amount < 50_000 for voucher in finding.vouchers)
        assert finding.amount == sum(by[voucher].amount for voucher in finding.vouchers) >= 50_000
        assert not seen & set(finding.vouchers)
        seen |= set(finding.vouchers)


def test_an_audit_names_every_kind() -> None:
    entries = [
        entry(1, 0, 30_000), entry(2, 1, 25_000), entry(3, 2, 7_000, item="tyres"),
        entry(4, 9, 7_000, item="tyres", invoice="C-3"), entry(5, 3, 100, signed=False, item="clothes"),
        entry(6, 3, 200, booked=date(2025, 10, 1), item="rent"),
    ]  # fmt: skip
    assert [f.wrong for f in audit(entries, 50_000)] == [
        Wrong.DOUBLED, Wrong.WRONG_MONTH, Wrong.SPLIT, Wrong.UNSIGNED,
    ]  # fmt: skip


def test_missing_numbers_and_sums_that_do_not_carry_are_named() -> None:
    assert number_gaps([4, 5, 8]) == (6, 7)
    assert number_gaps([]) == ()
    pages = [(0, [10, 20], 30), (30, [5], 36), (35, [1], 36)]
    assert wrong_carries(pages) == (1, 2)


def test_an_impossible_ledger_is_refused() -> None:
    with pytest.raises(ValueError, match="amount of voucher 1"):
        entry(1, 0, 0)
    with pytest.raises(ValueError, match="voucher numbers stand twice: 1"):
        audit([entry(1, 0, 5), entry(1, 1, 6)], 50_000)
    with pytest.raises(ValueError, match="limit must be above zero"):
        split_purchases([], 0)


# Statements of docs/arithmetic.md beside the formulas


def test_a_bad_month_hides_itself_in_its_own_limits() -> None:
    chart = control_chart([9] * 11 + [30])
    assert chart.mean == 10.75
    assert round(chart.upper[0], 1) == 20.6
    assert control_chart([1], baseline=[16]).upper == (28.0,)


def test_chance_passes_the_limit_about_once_in_400_months() -> None:
    within = sum(math.exp(-9) * 9**count / math.factorial(count) for count in range(19))
    assert 400 < 1 / (1 - within) < 420


def test_zhazy_2022_drawn_out_to_december_is_its_execution_rate() -> None:
    """Ten months of 2022 as published (ozgonnuru.kg): 13,055.0 planned, 19,432.0 received, thousand som."""
    plan = [1_305_500] * 12
    end = forecast(plan, [1_943_200] * 10)
    assert round(100 * end / sum(plan), 1) == 148.8


def test_the_monitoring_group_is_a_small_part_of_what_was_published() -> None:
    """Kenesh and Beshik-Jon (dpi.kg): 12,300 of 249,080 som in three lines is 4.9 %."""
    assert round(100 * 12_300 / (12_300 + 63_180 + 173_600), 1) == 4.9
