"""The key of the two tests: right answers, points, and what people get wrong. It stays with trainers.

It is used in the hidden parts of the checks. Both tests have one key, because they ask the same.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from aimak.course.designed import Half, Misconception
from aimak.lesson.before_after import ANSWER, QUESTIONS, UNKNOWN
from aimak.lesson.cases.before_after import Figures, TestCase

#: How far a number may be from the right one, as a part of it: rounding on the way is no mistake.
TOLERANCE = 0.01
Answer = str | float


def right(question: str, case: TestCase) -> Answer:
    """The right answer of a question: the key of an option, or a number."""
    return _RIGHT[question](case.figures[question])


def earned(question: str, answers: Mapping[str, Mapping[str, Any]], case: TestCase) -> float:
    """One point for a right answer, none for any other, and none for “I do not know”."""
    given, truth = answers.get(question, {}).get(ANSWER), right(question, case)
    if isinstance(truth, str):
        return float(given == truth)
    return float(isinstance(given, int | float) and abs(given - truth) <= TOLERANCE * abs(truth))


def marked(question: str) -> Callable[[Mapping[str, Mapping[str, Any]], TestCase], float]:
    """:func:`earned` as the pure function of answers and case that a check's hidden part asks for."""

    def score(answers: Mapping[str, Mapping[str, Any]], case: TestCase) -> float:
        return earned(question, answers, case)

    return score


def answered(question: str, given: Answer) -> dict[str, Any]:
    """What a form holds after somebody answered so."""
    return {ANSWER: given} if isinstance(given, str) else {ANSWER: given, UNKNOWN: ()}


def not_known(question: str, case: TestCase) -> dict[str, Any]:
    """What a form holds after somebody said “I do not know”."""
    if isinstance(right(question, case), str):
        return {ANSWER: UNKNOWN}
    return {ANSWER: None, UNKNOWN: (UNKNOWN,)}


def solution(case: TestCase) -> dict[str, dict[str, Any]]:
    """Every question answered right."""
    return {name: answered(name, right(name, case)) for name in QUESTIONS}


def misconceptions() -> tuple[Misconception, ...]:
    """What people get wrong, question by question. A test gives no hints, so none names one."""
    return tuple(
        Misconception(question, what, "", _as_answer(question, give))
        for question, wrong in _WRONG.items()
        for what, give in wrong.items()
    )


def halves() -> tuple[Half, ...]:
    """Half answers: some know one field, some say often that they do not know, some stop."""

    def only(*units: str) -> Callable[[TestCase], dict[str, dict[str, Any]]]:
        return lambda case: {
            name: answered(name, right(name, case)) if unit in units else not_known(name, case)
            for name, unit in QUESTIONS.items()
        }

    def stopped(case: TestCase) -> dict[str, dict[str, Any]]:
        return dict(list(solution(case).items())[:6])

    def guessed(case: TestCase) -> dict[str, dict[str, Any]]:
        first = {one.form: one for one in reversed(misconceptions())}
        wrong = {name: one.answer(case, None) for name, one in first.items()}
        return {**wrong, "water": answered("water", right("water", case))}

    return (
        Half("knows_the_budget", 4.0, "revenue, budget and hearing are right, the rest is not known",
             only("revenue", "budget", "hearing")),
        Half("stopped_early", 6.0, "the first six are right, the rest was not opened", stopped),
        Half("wrong_but_for_water", 1.0, "one is right, in the others a misconception answers", guessed),
    )  # fmt: skip


def _as_answer(question: str, give: Callable[[Figures], Answer]) -> Callable[[TestCase, Any], dict[str, Any]]:
    return lambda case, _right: answered(question, give(case.figures[question]))


def line(number: int) -> str:
    """The key of a line of a table, counted from 0."""
    return f"line_{number}"


def _whole(f: Figures) -> int:
    return f["costs"] + f["pump"]


_RIGHT: dict[str, Callable[[Figures], Answer]] = {
    "planning": lambda f: "by_hour",
    "waste_fee": lambda f: line(f["right"]),
    "waste_cost": lambda f: f["running"] + f["price"] / f["years"],
    "water": lambda f: _whole(f) / f["billed"],
    "streets": lambda f: (f["dear"] - f["cheap"]) / (f["cheap_year"] - f["dear_year"]),
    "newservice": lambda f: f["fixed"] / (f["fee"] - f["extra"]),
    "control": lambda f: line(f["again"]),
    "revenue": lambda f: f["all"] - f["sale"] - f["debt"],
    "budget_free": lambda f: f["own"] + f["transfer"] - f["must"],
    "budget_cut": lambda f: "can_wait",
    "hearing": lambda f: line(f["wrong"]),
    "participation": lambda f: f["room"] * f["far"] / f["people"],
    "feedback_term": lambda f: 100 * f["in_time"] / (f["in_time"] + f["late"] + f["open"]),
    "feedback_gap": lambda f: "tell",
    "exchange": lambda f: line(f["best"]),
}
_WRONG: dict[str, dict[str, Callable[[Figures], Answer]]] = {
    "planning": {
        "takes fine words for a promise": lambda f: "good_words",
        "believes that everybody together answers": lambda f: "all_together",
    },
    "waste_fee": {
        "takes the smallest printed number": lambda f: line(f["line_person_month"]),
        "takes what is paid once a year for a person": lambda f: line(
            next(n for n in (f["line_person_year"], f["line_household_year"]) if n != f["right"])
        ),
    },
    "waste_cost": {
        "leaves the truck out": lambda f: f["running"],
        "takes the whole truck in one year": lambda f: f["running"] + f["price"],
    },
    "water": {
        "leaves the next pump out": lambda f: f["costs"] / f["billed"],
        "divides by all water": lambda f: _whole(f) / f["produced"],
    },
    "streets": {
        "divides the price by the saving": lambda f: f["dear"] / (f["cheap_year"] - f["dear_year"]),
        "divides by the electricity of the cheap lamp": lambda f: (f["dear"] - f["cheap"]) / f["cheap_year"],
    },
    "newservice": {"forgets what each child costs": lambda f: f["fixed"] / f["fee"]},
    "control": {
        "takes two bills that are alike for one": lambda f: line(f["twin_2"]),
        "takes the other line": lambda f: line(f["other"] or f["twin_2"]),
    },
    "revenue": {
        "plans everything again": lambda f: f["all"],
        "takes out the sale only": lambda f: f["all"] - f["sale"],
    },
    "budget_free": {
        "counts money with strings": lambda f: f["own"] + f["transfer"] + f["parents"] + f["bridge"] - f["must"],
        "forgets what must be paid": lambda f: f["own"] + f["transfer"],
    },
    "budget_cut": {
        "cuts everybody alike": lambda f: "alike",
        "lets wages wait": lambda f: "wages_wait",
    },
    "hearing": {"looks at the largest line": lambda f: line(1 if f["wrong"] == 0 else 0)},
    "participation": {
        "shares the seats in halves": lambda f: f["room"] / 2,
        "takes those who came": lambda f: f["came"],
    },
    "feedback_term": {
        "leaves the open ones out": lambda f: 100 * f["in_time"] / (f["in_time"] + f["late"]),
        "gives a count for per cent": lambda f: f["in_time"],
    },
    "feedback_gap": {
        "buys what is not missing": lambda f: "buy",
        "defends the figure": lambda f: "defend",
    },
    "exchange": {"takes the largest number": lambda f: line(f["most"])},
}
