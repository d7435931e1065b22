"""The case of every municipality can be solved, and each of its tasks is a real decision."""

from collections import Counter
from itertools import combinations

import pytest

from aimak.data import municipalities
from aimak.data.control import register
from aimak.lesson.cases import case_maker
from aimak.lesson.cases.control import (
    KNOWN,
    ControlCase,
    case,
    chance_month,
    chart,
    findings,
    money_out,
    parts,
    questioned,
    so_far,
    to_act_on,
    year_end,
)
from aimak.lesson.cases.control_parts import TODAY
from aimak.municipal.control import (
    ANSWER_TERM,
    Better,
    Kind,
    TargetFault,
    Wrong,
    audit,
    check_duties,
    complaint_times,
    target_fault,
)

CODES = [place.code for place in municipalities()]


@pytest.fixture(params=CODES)
def one(request: pytest.FixtureRequest) -> ControlCase:
    return case(request.param)


def test_three_outcomes_can_be_counted_but_not_any_three(one: ControlCase) -> None:
    kinds = Counter(measure.kind for measure in one.measures)
    assert kinds == {Kind.INPUT: 2, Kind.OUTPUT: 2, Kind.OUTCOME: 4}
    hours = [measure.hours for measure in one.measures if measure.kind is Kind.OUTCOME]
    fit = [sum(three) <= one.hours for three in combinations(hours, 3)]
    assert any(fit)
    assert not all(fit)


def test_one_target_is_a_step_and_each_other_has_its_own_fault(one: ControlCase) -> None:
    mean, best = sum(one.quiet) / 12, min(one.quiet)
    faults = {key: target_fault(value, mean, best, Better.DOWN) for key, value in one.targets}
    assert faults == {
        "zero": TargetFault.OUT_OF_REACH,
        "step": None,
        "as_it_is": TargetFault.ALREADY_REACHED,
        "words": TargetFault.NOT_MEASURED,
    }


def test_the_largest_part_is_clear_and_the_last_month_is_written_down(one: ControlCase) -> None:
    whole = parts(one)
    sizes = sorted((abs(whole.trips), abs(whole.use), abs(whole.price)))
    assert sizes[-1] > 1.3 * sizes[-2]
    assert whole.total == so_far(one) != 0
    assert one.months[KNOWN - 1] is not None
    assert (money_out(one) == "lasts") == (year_end(one) <= 12 * one.plan.cost)


def test_exactly_one_month_has_a_cause_and_another_bad_one_is_chance(one: ControlCase) -> None:
    made, tempting = chart(one), one.missed[chance_month(one) - 1]
    assert len(made.outside) == 1
    assert tempting is not None
    assert made.mean + 1 < tempting < made.upper[0]


def test_the_usual_mistakes_with_complaints_give_other_figures(one: ControlCase) -> None:
    papers = one.register.complaints
    told = complaint_times(papers, TODAY, one.register.days_off)
    without = complaint_times([paper for paper in papers if paper.answered], TODAY, one.register.days_off)
    assert len(papers) == 9
    assert told.median_days != without.median_days
    assert told.share_in_time not in (without.share_in_time, told.in_time / len(papers))
    late = [place for place, paper in enumerate(papers) if paper.answered and one.register.days(place) > ANSWER_TERM]
    assert bool(late) == (one.register.slow == "answer")
    assert (told.open_late >= 3) == (one.register.slow == "open")
    assert (told.registered_late >= 4) == (one.register.slow == "register")
    assert all(paper.received <= paper.registered <= TODAY for paper in papers)


def test_duties_can_be_shared_in_few_ways_and_not_as_today(one: ControlCase) -> None:
    assert 1 <= len(one.people.solutions()) <= 4
    assert check_duties(one.people.today, one.people.rules)


def test_the_ledger_holds_one_finding_of_each_kind_and_rows_that_look_alike(one: ControlCase) -> None:
    assert sorted(finding.wrong for finding in audit(one.ledger, one.limit)) == sorted(Wrong)
    assert len(questioned(one)) in (5, 6)
    assert findings(one)[Wrong.SPLIT].amount >= one.limit > max(row.amount for row in one.ledger)
    rent = [row.amount for row in one.ledger if row.item == "rent"]
    assert len(rent) == 3
    assert len(set(rent)) == 1


def test_awkward_municipalities_are_what_the_readme_says() -> None:
    assert {code for code in CODES if case(code).plan.service == "water"} == {"M15", "M34"}
    assert {code for code in CODES if None in case(code).months} == {"M12", "M36"}
    assert {code for code in CODES if case(code).from_slips} == {code for code in CODES if not register(code)}
    assert {code for code in CODES if case(code).from_slips} == {"M24", "M46"}
    two = {code for code in CODES if case(code).plan.staff == 2}
    assert two == {"M09", "M22"}
    for code in two:  # nobody in the office could receive or compare alone
        assert all(person in ("headman", "monitor") for _duty, person in case(code).people.solutions()[0][1:2])


def test_all_that_can_be_acted_on_happens_somewhere() -> None:
    assert {to_act_on(case(code)) for code in CODES} == {"use", "price", "more_trips", "fewer_trips"}
    assert {case(code).register.slow for code in CODES} == {"register", "answer", "open"}
    assert {money_out(case(code)) for code in CODES} >= {"10", "11", "12", "lasts"}


def test_the_same_municipality_always_gives_the_same_case() -> None:
    assert case("M07") == case("M07")
    assert case_maker("control")("M07") == case_maker("control-analyst")("M07")
