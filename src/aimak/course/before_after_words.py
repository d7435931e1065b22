"""What the feedback on the test after the course says of each question: the right answer, and how it is found."""

from __future__ import annotations

from collections.abc import Callable

from aimak.i18n import translate as _
from aimak.i18n.numbers import number, percent
from aimak.lesson.before_after import villages
from aimak.lesson.cases.before_after import Figures, TestCase


def explained(question: str) -> Callable[[TestCase], str]:
    """The text about a question, made for a case in the language in force."""
    return lambda case: _TOLD[question](case.figures[question])


def _village(place: int) -> str:
    return villages()[place][1]


def _planning(_f: Figures) -> str:
    return _("Right is the sentence with a number. Two neighbours who look would say the same of it.")


def _waste_fee(f: Figures) -> str:
    text = _("Right is “{village}”: {som} som a household and month. First bring all fees to one unit.")
    return text.format(village=_village(f["right"]), som=number(f["month"]))


def _waste_cost(f: Figures) -> str:
    wear = f["price"] / f["years"]
    text = _("Right is {answer} thousand som: {running}, and {price} ÷ {years} = {wear} for the next truck.")
    return text.format(
        answer=number(f["running"] + wear), running=number(f["running"]), price=number(f["price"]),
        years=f["years"], wear=number(wear),
    )  # fmt: skip


def _water(f: Figures) -> str:
    text = _("Right is {answer} som: ({costs} + {pump}) ÷ {billed}. Only water on a bill brings money.")
    answer = (f["costs"] + f["pump"]) / f["billed"]
    return text.format(answer=number(answer), costs=number(f["costs"]), pump=number(f["pump"]), billed=f["billed"])


def _streets(f: Figures) -> str:
    more, saved = f["dear"] - f["cheap"], f["cheap_year"] - f["dear_year"]
    text = _("Right is {answer} years: {more} som more in the shop, divided by {saved} som saved each year.")
    return text.format(answer=number(more / saved), more=number(more), saved=number(saved))


def _newservice(f: Figures) -> str:
    text = _("Right is {answer} children: {fixed} ÷ ({fee} − {extra}). Each child adds costs, too.")
    answer = f["fixed"] / (f["fee"] - f["extra"])
    return text.format(answer=number(answer), fixed=number(f["fixed"]), fee=f["fee"], extra=f["extra"])


def _control(f: Figures) -> str:
    text = _(
        "Right is line {line}: it has the number of the bill in line {first}. The same amount alone proves nothing."
    )
    return text.format(line=f["again"] + 1, first=f["first"] + 1)


def _revenue(f: Figures) -> str:
    text = _("Right is {answer} thousand som: {all} − {sale} − {debt}. What comes once is not planned again.")
    answer = f["all"] - f["sale"] - f["debt"]
    return text.format(
        answer=number(answer), all=number(f["all"]), sale=number(f["sale"]), debt=number(f["debt"])
    )  # fmt: skip


def _budget_free(f: Figures) -> str:
    text = _("Right is {answer} thousand som: {own} + {transfer} − {must}. Money with a fixed purpose is not free.")
    answer = f["own"] + f["transfer"] - f["must"]
    return text.format(
        answer=number(answer), own=number(f["own"]), transfer=number(f["transfer"]), must=number(f["must"])
    )  # fmt: skip


def _budget_cut(_f: Figures) -> str:
    return _("Right: wages and contracts are paid in full. Look among the rest for what can wait.")


def _hearing(f: Figures) -> str:
    line = f["wrong"]
    text = _("Right is line {line}: {amount} ÷ {whole} is {share}, not {printed}.")
    amount = f[f"amount_{line}"]
    return text.format(
        line=line + 1, amount=number(amount), whole=number(f["whole"]), share=percent(amount / f["whole"], 0),
        printed=percent(f[f"share_{line}"] / 100, 0),
    )  # fmt: skip


def _participation(f: Figures) -> str:
    text = _("Right is {answer} people: {far} of {people} is {share}, and so much of {room}.")
    return text.format(
        answer=number(f["fair"]), far=number(f["far"]), people=number(f["people"]),
        share=percent(f["far"] / f["people"], 0), room=number(f["room"]),
    )  # fmt: skip


def _feedback_term(f: Figures) -> str:
    every = f["in_time"] + f["late"] + f["open"]
    text = _("Right is {answer}: {in_time} of {every}. Messages that are still open count, too.")
    return text.format(answer=percent(f["in_time"] / every, 0), in_time=f["in_time"], every=every)


def _feedback_gap(_f: Figures) -> str:
    return _("Right: tell people first. The service runs, and they do not see it.")


def _exchange(f: Figures) -> str:
    best = f["best"]
    people, members = f[f"people_{best}"], f[f"readers_{best}"]
    text = _("Right is “{village}”: {members} of {people} are {count} of each 100. A large number is no large part.")
    return text.format(
        village=_village(best), members=number(members), people=number(people), count=number(100 * members / people)
    )


_TOLD: dict[str, Callable[[Figures], str]] = {
    "planning": _planning,
    "waste_fee": _waste_fee,
    "waste_cost": _waste_cost,
    "water": _water,
    "streets": _streets,
    "newservice": _newservice,
    "control": _control,
    "revenue": _revenue,
    "budget_free": _budget_free,
    "budget_cut": _budget_cut,
    "hearing": _hearing,
    "participation": _participation,
    "feedback_term": _feedback_term,
    "feedback_gap": _feedback_gap,
    "exchange": _exchange,
}
