"""Words of the unit `planning`: services, entries of a passport, steps of a plan, findings."""

from __future__ import annotations

from aimak.i18n import plural
from aimak.i18n import translate as _
from aimak.i18n.numbers import number, thousands
from aimak.lesson.months import month_short
from aimak.municipal.planning import PlanFinding, PlanRule, Question, Weight


def service_label(kind: str) -> str:
    """The name of a service that is prepared."""
    return {
        "waste_rounds": _("Waste removal"),
        "club": _("A sports club for the youth"),
        "vet": _("Visits of the veterinarian"),
    }[kind]


def question_label(question: Question) -> str:
    """What an entry of a service passport answers."""
    return {
        Question.WHO_IS_SERVED: _("Who is served"),
        Question.WHAT: _("What people get"),
        Question.HOW_OFTEN: _("How often"),
        Question.QUALITY: _("Quality"),
        Question.COST: _("Cost"),
        Question.WHO_ANSWERS: _("Who answers for it"),
    }[question]


def entry_text(kind: str, question: Question, variant: str) -> str:
    """An entry of the draft passport, ``clear`` or ``vague``."""
    if question is Question.WHAT:
        return {
            "waste_rounds": _("Household waste is taken from the collection points to the landfill."),
            "club": _("Training sessions in a hall or on the sports ground."),
            "vet": _("Examination and vaccination of animals in the village."),
        }[kind]
    texts = _clear(kind) if variant == "clear" else _vague()
    return texts[question]


def _clear(kind: str) -> dict[Question, str]:
    served = {
        "waste_rounds": _("Every household on the list of streets; the list is attached."),
        "club": _("Girls and boys from 7 to 17 years, up to 25 in a group."),
        "vet": _("Every household on the list of those that keep animals; the list is attached."),
    }
    quality = {
        "waste_rounds": _("No collection point is full for more than two days."),
        "club": _("At least 12 children are at each session; the list of those present is kept."),
        "vet": _("Every animal on the list is seen twice a year; the register shows the dates."),
    }
    answers = {
        "waste_rounds": _("The specialist for municipal property of the aiyl okmotu, with telephone number."),
        "club": _("The youth specialist of the aiyl okmotu, with telephone number."),
        "vet": _("The specialist for agriculture of the aiyl okmotu, with telephone number."),
    }
    return {
        Question.WHO_IS_SERVED: served[kind],
        Question.HOW_OFTEN: _("A fixed number of visits a month to each place, set below; the days are posted."),
        Question.QUALITY: quality[kind],
        Question.COST: _("A fixed sum in som a year, set below, and a list of who pays how much of it."),
        Question.WHO_ANSWERS: answers[kind],
    }


def _vague() -> dict[Question, str]:
    return {
        Question.WHO_IS_SERVED: _("The population, as far as possible."),
        Question.HOW_OFTEN: _("Regularly, as needed."),
        Question.QUALITY: _("At a high level and in good time."),
        Question.COST: _("Within the means of the budget."),
        Question.WHO_ANSWERS: _("The aiyl okmotu and the public."),
    }


def step_label(key: str) -> str:
    """A step of the joint action plan."""
    return {
        "count": _("Count households, agree on the places"),
        "rules": _("The kenesh approves the service passport"),
        "buy": _("Buy the equipment"),
        "site": _("Prepare the ground at the places"),
        "train": _("Train those who do the work"),
        "trial": _("Trial month with joint monitoring"),
        "report": _("Report at the village assembly"),
    }[key]


def weight_label(weight: Weight) -> str:
    """What a list counts for."""
    return {
        Weight.EACH_GROUP: _("Each group the same"),
        Weight.PRESENT: _("By people present"),
        Weight.STANDS_FOR: _("By all people"),
    }[weight]


def span_words(first: int, last: int) -> str:
    """``Apr``, ``Apr to Jun``."""
    if first == last:
        return month_short(first)
    return _("{first} to {last}").format(first=month_short(first), last=month_short(last))


def months_words(months: int) -> str:
    """``1 month``, ``3 months``."""
    return plural("{count} month", "{count} months", months).format(count=number(months))


def plan_finding_text(finding: PlanFinding) -> str:
    """A finding of :func:`check_plan` in words; money in thousand som."""
    about = finding.about if finding.rule is PlanRule.OVER_QUARTER or not finding.about else step_label(finding.about)
    return {
        PlanRule.NO_RESPONSIBLE: _("“{about}”: nobody answers for it."),
        PlanRule.ENDS_BEFORE_START: _("“{about}” ends before it starts."),
        PlanRule.AFTER_UNKNOWN: _("“{about}” waits for a step that is not in the plan."),
        PlanRule.TOO_EARLY: _("“{about}” starts too early: first “{other}” must have ended."),
        PlanRule.CLOSED_MONTH: _("“{about}” lies in months without outdoor work ({months})."),
        PlanRule.OVER_CEILING: _("The steps cost {amount} thousand som more than there is in the year."),
        PlanRule.OVER_QUARTER: _("Quarter {about}: {amount} thousand som have not come yet."),
    }[finding.rule].format(
        about=about,
        other=step_label(finding.other) if finding.rule is PlanRule.TOO_EARLY else "",
        months=months_words(finding.amount) if finding.rule is PlanRule.CLOSED_MONTH else "",
        amount=thousands(finding.amount),
    )
