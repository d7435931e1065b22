"""The two tests, before and after the course: what they ask, and the parts that their questions share.

A test measures, so Save says that an answer is kept, and never whether it is right. The right answers stand in
`aimak.course.before_after_key`, which no trainee has.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from aimak.i18n import plural
from aimak.i18n import translate as _
from aimak.i18n.numbers import number
from aimak.lesson.fields import Choice, Choices, Field, Number
from aimak.lesson.form import AllAnswers
from aimak.lesson.hints import Hint, note

if TYPE_CHECKING:
    from aimak.lesson.cases.before_after import TestCase

BEFORE, AFTER = "before", "after"
TESTS = (BEFORE, AFTER)
#: The questions in their order -> the unit whose aim each one measures. Both tests ask all of them.
QUESTIONS = {
    "planning": "planning",  # tells a promise that can be checked from one that cannot be broken
    "waste_fee": "waste",  # brings fees to one unit before comparing them
    "waste_cost": "waste",  # puts what wears out into the full cost
    "water": "water",  # divides the full cost by the water that gets a bill
    "streets": "streets",  # weighs a higher price against what it saves each year
    "newservice": "newservice",  # works out how many payers a service needs
    "control": "control",  # finds a paper that was paid twice
    "revenue": "revenue",  # takes out of a forecast what comes once
    "budget_free": "budget",  # sees how much money is free, after strings and duties
    "budget_cut": "budget",  # protects what must be paid when money is short
    "hearing": "hearing",  # reads a page for citizens and finds the figure that is wrong
    "participation": "participation",  # compares who was in the room with who lives here
    "feedback_term": "feedback",  # counts open messages, too
    "feedback_gap": "feedback",  # tells people where the service runs and they do not see it
    "exchange": "exchange",  # compares places by the same base
}
#: The field that holds the answer, and the one that holds “I do not know” beside a number.
ANSWER, UNKNOWN = "answer", "unknown"
#: What became of a question.
RIGHT, WRONG, NOT_KNOWN, OPEN = "right", "wrong", "not known", "open"


def to_choose(case: TestCase, question: str, label: str, options: Sequence[tuple[str, str]]) -> list[Field]:
    """The fields of a question with options: mixed, and “I do not know” last."""
    return [Choice(ANSWER, label, (*case.mixed(question, options), (UNKNOWN, _("I do not know"))))]


def to_pick(label: str, options: Sequence[tuple[str, str]]) -> list[Field]:
    """As :func:`to_choose` for lines of a table, which keep their order."""
    return [Choice(ANSWER, label, (*options, (UNKNOWN, _("I do not know"))))]


def villages() -> list[tuple[str, str]]:
    """The lines of a table of three villages: key and name."""
    letters = (_("A"), _("B"), _("C"))
    return [(f"line_{place}", _("Village {letter}").format(letter=one)) for place, one in enumerate(letters)]


def to_work_out(label: str, unit: str) -> list[Field]:
    """The fields of a question that a number answers."""
    return [
        Number(ANSWER, label, unit, decimals=1),
        Choices(UNKNOWN, _("Instead of a number"), ((UNKNOWN, _("I do not know")),)),
    ]


def state(values: Mapping[str, Any] | None) -> str:
    """What became of a question as far as its answer tells: :data:`OPEN`, :data:`NOT_KNOWN`, or empty for an answer.

    A number counts also where “I do not know” is ticked beside it.

    :param values: the answers of the question; None if it was not saved.
    """
    given, ticked = (values or {}).get(ANSWER), (values or {}).get(UNKNOWN)
    if given == UNKNOWN or (given is None and isinstance(ticked, list | tuple) and UNKNOWN in ticked):
        return NOT_KNOWN
    return OPEN if given is None else ""


def saved(question: str, answers: AllAnswers) -> Hint:
    """What is kept of a question. It says the same of a right and of a wrong answer."""
    found = state(answers.get(question))
    if found == NOT_KNOWN:
        return note(_("“I do not know” is saved."))
    return note(_("Not answered yet.") if found == OPEN else _("Your answer is saved."))


def still_open(answers: AllAnswers) -> Hint:
    """Which questions have no answer yet."""
    left = [str(place) for place, name in enumerate(QUESTIONS, start=1) if state(answers.get(name)) == OPEN]
    if not left:
        return note(_("All questions have an answer. You can hand in."))
    text = plural("{count} question is still open: {which}.", "{count} questions are still open: {which}.", len(left))
    return note(text.format(count=number(len(left)), which=", ".join(left)))


def looks(question: str) -> Any:
    """The visible check of a question: a pure function of the answers that yields no verdict."""

    def look(answers: AllAnswers, _case: Any) -> Iterator[Hint]:
        yield saved(question, answers)

    return look
